"""Drafts in SQLite. Knows SQL and the domain; nothing of Qt."""

from inspector.domain.visit.draft import Draft, DraftKey
from inspector.storage.database.database import Database


class DraftStore:
    """The only SQL about drafts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, owner: str) -> list[Draft]:
        """Return what was typed about a visit, a meeting or a finding."""
        rows = self._database.rows(
            "SELECT owner, editor, place, content FROM draft WHERE owner = ?"
            " ORDER BY editor, place",
            (owner,),
        )
        return [
            Draft(DraftKey(row["editor"], row["owner"], row["place"]), row["content"])
            for row in rows
        ]

    def put(self, key: DraftKey, content: str) -> None:
        """Keep a draft, replacing what it was; an empty one is none."""
        with self._database.transaction():
            if content:
                self._database.write(
                    "INSERT OR REPLACE INTO draft (owner, editor, place, content)"
                    " VALUES (?, ?, ?, ?)",
                    (key.owner, key.editor, key.place, content),
                )
            else:
                self._database.write(
                    "DELETE FROM draft WHERE owner = ? AND editor = ? AND place = ?",
                    (key.owner, key.editor, key.place),
                )

    def forget(self, owner: str) -> None:
        """Keep no draft of an owner any more."""
        with self._database.transaction():
            self._database.write("DELETE FROM draft WHERE owner = ?", (owner,))

    def sweep(self) -> None:
        """Keep no draft of what can take it no more, as an older copy of the folder may hold."""
        with self._database.transaction():
            for gone in _GONE:
                self._database.write(f"DELETE FROM draft WHERE {gone}")


_GONE = (
    "editor IN ('patrol', 'handled', 'recheck', 'left-out') AND NOT EXISTS (SELECT 1 FROM"
    " inspection WHERE inspection.id = draft.owner AND inspection.state <> 'completed')",
    "editor LIKE 'meeting-%' AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.id = draft.owner"
    " AND ended_at IS NULL AND discarded_at IS NULL)",
    "editor IN ('assignForm', 'extendForm', 'correctForm', 'reportForm', 'recheckForm')"
    " AND EXISTS (SELECT 1 FROM finding WHERE finding.id = draft.owner"
    " AND finding.state IN ('closed', 'withdrawn'))",
    "editor = 'signature' AND EXISTS (SELECT 1 FROM signature WHERE inspection_id = draft.owner)",
    "editor = 'clock' AND EXISTS (SELECT 1 FROM clock_remark WHERE reference = draft.owner)",
)
"""Drafts whose visit, meeting, finding, record or odd time is over and done."""
