"""What of a laptop's journal goes out next, a batch after the other: each from one state of it.

A batch is read into memory before it is sent, so that no slow network holds the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from inspector.domain.record.journal import Head, Subject
from inspector.storage.city.published_rows import PublishedRows, Rows
from inspector.storage.database.database import Database

ENTRIES = 5_000
"""Entries of the journal in one batch: some ten megabytes of rows at most."""

VISITS = 500
"""Visits in one batch, each with its scorecards and findings."""

_PUBLISHED = {Subject.VISIT: "visits", Subject.PLAN: "plans", Subject.SURVEY: "surveys"}


@dataclass(frozen=True, slots=True)
class Span:
    """One batch: its last entry, and what was entered up to there since the batch before."""

    last: int
    link: str
    visits: tuple[str, ...]
    plans: tuple[str, ...]
    surveys: tuple[str, ...]
    findings: tuple[str, ...]  # whose newest step is among it
    reviewed: tuple[str, ...]  # visits whose scores may count for another figure since


class JournalSpans:
    """The journal of `database`, as it is published."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self) -> Head | None:
        """Return the newest entry."""
        row = self._database.row(
            "SELECT number, link, at FROM journal ORDER BY number DESC LIMIT 1"
        )
        return Head(*row) if row else None

    def link(self, number: int) -> str | None:
        """Return the link of an entry; that before the first is '', one that is not there None."""
        if number == 0:
            return ""
        row = self._database.row("SELECT link FROM journal WHERE number = ?", (number,))
        return str(row["link"]) if row else None

    def next(self, after: int, until: int, rows: PublishedRows) -> tuple[Span, Rows] | None:
        """Return the next batch behind an entry, and its rows; None when all up to `until` is out.

        An object that is entered behind `until` meanwhile goes with the next publication.
        """
        with self._one_state():
            span = self._span(after, until)
            if span is None:
                return None
            return span, rows.of(
                span.visits, span.findings, span.reviewed, span.plans, span.surveys
            )

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        self._database.rows("BEGIN")
        try:
            yield
        finally:
            self._database.rows("ROLLBACK")

    def _span(self, after: int, until: int) -> Span | None:
        entries = self._database.rows(
            "SELECT number, kind, subject, link FROM journal WHERE number > ? AND number <= ?"
            " ORDER BY number LIMIT ?",
            (after, until, ENTRIES),
        )
        found: dict[str, list[str]] = {name: [] for name in _PUBLISHED.values()}
        last = None
        for entry in entries:
            last = entry
            if name := _PUBLISHED.get(entry["kind"]):
                found[name].append(entry["subject"])
                if len(found["visits"]) == VISITS:
                    break
        if last is None:
            return None
        between = (after, last["number"])
        return Span(
            last["number"],
            last["link"],
            tuple(dict.fromkeys(found["visits"])),
            tuple(dict.fromkeys(found["plans"])),
            tuple(dict.fromkeys(found["surveys"])),
            self._ids(_STEPPED, between),
            self._ids(_REVIEWED, between),
        )

    def _ids(self, sql: str, between: tuple[int, int]) -> tuple[str, ...]:
        return tuple(row[0] for row in self._database.rows(sql, between))


_STEPPED = (
    # A finding with a later step goes with that one.
    "SELECT DISTINCT j.owner FROM journal AS j WHERE j.number > ?1 AND j.number <= ?2"
    " AND j.kind = 'event' AND NOT EXISTS (SELECT 1 FROM journal AS later"
    " WHERE later.owner = j.owner AND later.kind = 'event' AND later.number > ?2)"
)

_REVIEWED = (
    "SELECT i.id FROM journal AS j JOIN inspection AS i ON i.id = j.subject"
    " WHERE j.number > ?1 AND j.number <= ?2 AND j.kind = 'visit' AND i.base_hash IS NOT NULL"
    " UNION SELECT f.inspection_id FROM journal AS j JOIN finding_event AS e ON e.id = j.subject"
    " JOIN finding AS f ON f.id = e.finding_id WHERE j.number > ?1 AND j.number <= ?2"
    " AND j.kind = 'event' AND e.kind IN ('appeal-decided', 'reverted', 'settled')"
    " AND EXISTS (SELECT 1 FROM finding_event AS decided WHERE decided.finding_id = f.id"
    " AND decided.kind = 'appeal-decided')"
)
