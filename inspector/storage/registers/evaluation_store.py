"""Evaluations in SQLite: versions of the table, what was published, days with a patrol."""

import json
from datetime import date, datetime
from typing import TypeAlias

from inspector.domain.days.span import Span
from inspector.domain.evaluation.evaluation import Evaluation
from inspector.domain.evaluation.publication import Publication
from inspector.domain.evaluation.scheme import Scheme, SchemeVersion
from inspector.storage.database.database import Database, Row
from inspector.typed_values import typed

_MADE_BY = "made_by"
"""Stands beside the fields of a table."""

PublishedKey: TypeAlias = tuple[Span, str]
"""The days and the phase: of all sites always."""


class EvaluationStore:
    """The only SQL about evaluations. What is kept is never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def schemes(self) -> list[SchemeVersion]:
        """Return every version of the table, the newest first."""
        rows = self._database.rows("SELECT * FROM evaluation_scheme ORDER BY number DESC")
        return [_version(row) for row in rows]

    def add_scheme(self, version: SchemeVersion, made_at: datetime) -> None:
        """Keep one more version."""
        from msgspec import to_builtins

        content = {**to_builtins(version.scheme), _MADE_BY: version.made_by}
        with self._database.transaction():
            self._database.insert(
                "evaluation_scheme",
                {
                    "id": version.id,
                    "number": version.number,
                    "content": json.dumps(content, ensure_ascii=False),
                    "made_at": made_at.isoformat(timespec="seconds"),
                },
            )

    def published(self, key: PublishedKey) -> list[Publication]:
        """Return what was published of some days, the newest first."""
        rows = self._database.rows(
            "SELECT * FROM evaluation WHERE first = ? AND last = ? AND phase = ?"
            " ORDER BY published_at DESC, rowid DESC",
            _values(key),
        )
        return [_publication(row) for row in rows]

    def weighed_by(self) -> dict[int, list[PublishedKey]]:
        """Return the days and phases whose newest publication was weighed by each version."""
        rows = self._database.rows(
            "SELECT first, last, phase, scheme_number FROM evaluation AS e WHERE NOT EXISTS"
            " (SELECT 1 FROM evaluation AS later WHERE later.corrects = e.id)"
            " ORDER BY last, first"
        )
        found: dict[int, list[PublishedKey]] = {}
        for row in rows:
            found.setdefault(row["scheme_number"], []).append(_key(row))
        return found

    def periods(self) -> list[PublishedKey]:
        """Return the days and phases that anything was published of, the newest first."""
        rows = self._database.rows(
            "SELECT DISTINCT first, last, phase FROM evaluation ORDER BY last DESC, first DESC"
        )
        return [_key(row) for row in rows]

    def publish(self, publication: Publication, key: PublishedKey) -> None:
        """Keep an evaluation for ever, and enter it in the journal."""
        from msgspec import to_builtins

        first, last, phase = _values(key)
        content = json.dumps(to_builtins(publication.evaluation), ensure_ascii=False)
        with self._database.transaction():
            self._database.insert(
                "evaluation",
                {
                    "id": publication.id,
                    "first": first,
                    "last": last,
                    "phase": phase,
                    "scheme_number": publication.scheme_number,
                    "content": content,
                    "note": publication.note,
                    "published_by": publication.published_by,
                    "published_at": publication.published_at.isoformat(timespec="seconds"),
                    "corrects": publication.corrects or None,
                },
            )
            self._database.journal.touch("evaluation", publication.id)

    def patrol_days(self, span: Span) -> dict[str, int]:
        """Return on how many days of a span each site was patrolled; of others nothing."""
        rows = self._database.rows(
            "SELECT site_id, count(DISTINCT day) AS days FROM inspection"
            " WHERE state = 'completed' AND kind = 'patrol' AND day BETWEEN ? AND ?"
            " GROUP BY site_id",
            (span.first.isoformat(), span.last.isoformat()),
        )
        return {row["site_id"]: row["days"] for row in rows}


def _version(row: Row) -> SchemeVersion:
    content = json.loads(row["content"])
    return SchemeVersion(
        row["number"],
        typed(content, Scheme),
        datetime.fromisoformat(row["made_at"]),
        row["id"],
        content.get(_MADE_BY, ""),
    )


def _key(row: Row) -> PublishedKey:
    span = Span(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
    return span, row["phase"]


def _publication(row: Row) -> Publication:
    return Publication(
        row["id"],
        typed(json.loads(row["content"]), Evaluation),
        row["scheme_number"],
        datetime.fromisoformat(row["published_at"]),
        row["published_by"],
        row["note"],
        row["corrects"] or "",
        row["phase"],
    )


def _values(key: PublishedKey) -> tuple[str, str, str]:
    span, phase = key
    return span.first.isoformat(), span.last.isoformat(), phase
