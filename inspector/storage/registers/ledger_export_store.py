"""Which findings went out in which ledger: written once when a ledger was, and only read since.

It stands beside the findings, so that a ledger of ten years is let out without touching a row of
theirs. Knows SQL and the domain; nothing of Qt.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.domain.finding.finding_event import Exported
from inspector.storage.database.database import Database, Row
from inspector.storage.database.sent_ledgers import RAISED_IN, digest_of
from inspector.storage.stores.finding_rows import exact_moment_text

_CHUNK = 5000
"""Identifiers in one query."""

_COLUMNS = "x.id, x.at, x.author, x.workbook, x.file_name"

_WITH = (
    f"SELECT {_COLUMNS}, e.finding_id FROM finding_event AS e CROSS JOIN ledger_export AS x"
    " WHERE e.id = ? AND e.sequence <= (SELECT r.last FROM ledger_export_run AS r"
    " WHERE r.export = x.number AND r.first <= e.sequence ORDER BY r.first DESC LIMIT 1)"
)
"""The ledgers that a finding is in: of each, the run that begins last before the finding."""

_EACH = (
    f"SELECT {_COLUMNS}, e.finding_id {RAISED_IN} CROSS JOIN ledger_export AS x"
    " ON x.number = r.export WHERE r.export = ?"
)
"""All findings of one ledger."""


@dataclass(frozen=True, slots=True)
class SentFindings:
    """The findings of a ledger as they are recorded: cheap to keep, and to hand on."""

    count: int
    digest: str  # of their ids
    runs: tuple[tuple[int, int], ...]
    latest: datetime | None  # what happened last to any of them


class LedgerExportStore:
    """The only SQL that reads and writes ledgers which went out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sent(self, finding_ids: Sequence[str], latest: datetime | None) -> SentFindings:
        """Return findings as they are recorded; costs by their number, and writes nothing."""
        places = sorted(
            row["sequence"]
            for begin in range(0, len(finding_ids), _CHUNK)
            for row in self._database.rows(
                "SELECT e.sequence FROM json_each(?) AS asked CROSS JOIN finding_event AS e"
                " ON e.id = asked.value",
                (json.dumps(finding_ids[begin : begin + _CHUNK]),),
            )
        )
        return SentFindings(len(finding_ids), digest_of(finding_ids), tuple(_runs(places)), latest)

    def add(
        self, export_id: str, at: datetime, by: str, workbook: str, name: str, sent: SentFindings
    ) -> None:
        """Keep that findings went out in a file of a name."""
        with self._database.transaction():
            self._database.insert(
                "ledger_export",
                {
                    "id": export_id,
                    "at": exact_moment_text(at),
                    "author": by,
                    "workbook": workbook,
                    "file_name": name,
                    "findings": sent.count,
                    "digest": sent.digest,
                },
            )
            self._database.write(
                "INSERT INTO ledger_export_run SELECT last_insert_rowid(),"
                " json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)",
                (json.dumps(sent.runs),),
            )
            self._database.journal.touch("ledger-export", export_id)

    def of(self, finding_id: str) -> list[Exported]:
        """Return when a finding went out in ledgers, in the order of their recording."""
        return list(map(_exported, self._database.rows(_WITH, (finding_id,))))

    def of_all(self, finding_ids: Iterable[str]) -> dict[str, list[Exported]]:
        """Return the same of many findings, by id: costs by all that ever went out."""
        wanted, found = set(finding_ids), dict[str, list[Exported]]()
        for export in self._database.rows("SELECT number FROM ledger_export ORDER BY number"):
            rows = self._database.rows(_EACH, (export["number"],))
            for row in rows:
                if row["finding_id"] in wanted:
                    found.setdefault(row["finding_id"], []).append(_exported(row))
        return found


def _exported(row: Row) -> Exported:
    return Exported(
        id=row["id"],
        finding_id=row["finding_id"],
        at=datetime.fromisoformat(row["at"]),
        by=row["author"],
        workbook=row["workbook"],
        file_name=row["file_name"],
    )


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each stretch of sorted numbers without a gap."""
    first = last = -1
    for place in places:
        if place != last + 1:
            if last >= 0:
                yield first, last
            first = place
        last = place
    if last >= 0:
        yield first, last
