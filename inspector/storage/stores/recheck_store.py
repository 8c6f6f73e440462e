"""What rechecks look at, in SQLite. Knows SQL and the domain; nothing of Qt."""

from collections.abc import Iterable

from inspector.domain.finding.recheck import RecheckEntry
from inspector.domain.visit.inspection import Progress
from inspector.storage.database.database import Database
from inspector.storage.database.typed_rows import typed_row
from inspector.storage.stores.inspection_rows import moment_text


class RecheckStore:
    """The only SQL about recheck entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, inspection_id: str, finding_ids: Iterable[str]) -> None:
        """Keep which findings a recheck looks at, in their order."""
        with self._database.transaction():
            self._database.write_many(
                "INSERT INTO recheck_entry (inspection_id, finding_id, position, note)"
                " VALUES (?, ?, ?, '')",
                (
                    (inspection_id, finding_id, position)
                    for position, finding_id in enumerate(finding_ids)
                ),
            )

    def entries(self, inspection_id: str) -> list[RecheckEntry]:
        """Return the entries of a recheck in their order."""
        rows = self._database.rows(
            "SELECT * FROM recheck_entry WHERE inspection_id = ? ORDER BY position",
            (inspection_id,),
        )
        return [typed_row(row, RecheckEntry) for row in rows]

    def progress(self, inspection_id: str) -> Progress:
        """Return how many findings of a recheck were looked at."""
        row = self._database.row(
            "SELECT count(outcome), count(*) FROM recheck_entry WHERE inspection_id = ?",
            (inspection_id,),
        )
        return Progress(*row) if row else Progress(0, 0)

    def put(self, entry: RecheckEntry) -> None:
        """Keep what a finding on a recheck came to."""
        with self._database.transaction():
            self._database.write(
                "UPDATE recheck_entry SET outcome = ?, note = ?, at = ?"
                " WHERE inspection_id = ? AND finding_id = ?",
                (
                    entry.outcome.value if entry.outcome else None,
                    entry.note,
                    moment_text(entry.at) if entry.at else None,
                    entry.inspection_id,
                    entry.finding_id,
                ),
            )
