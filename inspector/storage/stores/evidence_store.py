"""Evidence in SQLite: whose it is, and an append-only log of what was done to it.

The bytes lie in files. Knows SQL and the domain; nothing of Qt.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceRole
from inspector.storage.database.database import Database
from inspector.storage.database.typed_rows import row_values, typed_row
from inspector.storage.stores.inspection_rows import moment_text


class EvidenceStore:
    """The only SQL about evidence."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, evidence: Evidence) -> None:
        """Keep a new piece of evidence; its bytes are on disk already."""
        taken_at = evidence.taken_at.isoformat() if evidence.taken_at else None  # a camera's, exact
        with self._database.transaction():
            self._database.insert("evidence", row_values(evidence, taken_at=taken_at))
            self._log(evidence.id, evidence.added_at, "added", {"name": evidence.name})

    def get(self, evidence_id: str) -> Evidence:
        """Return a piece of evidence, removed or not; raises KeyError when there is none."""
        row = self._database.row("SELECT * FROM evidence WHERE id = ?", (evidence_id,))
        if row is None:
            raise KeyError(evidence_id)
        return typed_row(row, Evidence)

    def standing(self, evidence_id: str) -> tuple[Evidence, bool] | None:
        """Return a piece of evidence and whether it was removed; None when there is none."""
        row = self._database.row("SELECT * FROM evidence WHERE id = ?", (evidence_id,))
        return None if row is None else (typed_row(row, Evidence), row["removed_at"] is not None)

    def of_inspection(self, inspection_id: str) -> tuple[Evidence, ...]:
        """Return the evidence of a visit that was not removed, in the order it came in."""
        return self._of("inspection_id", inspection_id)

    def of_finding(self, finding_id: str) -> tuple[Evidence, ...]:
        """Return everything that shows a finding, from found to rechecked, oldest first."""
        return self._of("finding_id", finding_id)

    def _of(self, column: str, value: str) -> tuple[Evidence, ...]:
        rows = self._database.rows(
            f"SELECT * FROM evidence WHERE {column} = ? AND removed_at IS NULL"
            " ORDER BY added_at, rowid",
            (value,),
        )
        return tuple(typed_row(row, Evidence) for row in rows)

    def of_findings(self, finding_ids: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
        """Return what shows each of several findings, oldest first; a bare one has no entry."""
        found: dict[str, list[Evidence]] = {}
        rows = self._database.rows(
            "SELECT evidence.* FROM json_each(?) AS wanted"
            " JOIN evidence ON evidence.finding_id = wanted.value"
            " WHERE removed_at IS NULL ORDER BY added_at, evidence.rowid",
            (json.dumps(list(finding_ids)),),
        )
        for row in rows:
            found.setdefault(row["finding_id"], []).append(typed_row(row, Evidence))
        return {key: tuple(values) for key, values in found.items()}

    def photos_since(self, day: date, most: int) -> tuple[Evidence, ...]:
        """Return the photos that were taken in on a day or later, the newest first, `most` of them.

        Of another laptop's it is the day there.
        """
        rows = self._database.rows(
            "SELECT * FROM evidence WHERE kind = ? AND removed_at IS NULL AND added_at >= ?"
            " ORDER BY added_at DESC, rowid DESC LIMIT ?",
            (EvidenceKind.PHOTO.value, day.isoformat(), most),
        )
        return tuple(typed_row(row, Evidence) for row in rows)

    def digests_of_findings(self, finding_ids: Iterable[str]) -> dict[str, set[str]]:
        """Return the digests of what ever showed each of several findings, removed ones as well."""
        found: dict[str, set[str]] = {}
        rows = self._database.rows(
            "SELECT finding_id, digest FROM json_each(?) AS wanted"
            " JOIN evidence ON evidence.finding_id = wanted.value",
            (json.dumps(list(finding_ids)),),
        )
        for row in rows:
            found.setdefault(row["finding_id"], set()).add(row["digest"])
        return found

    def place(
        self, evidence_id: str, scorecard_id: str, item_id: str, role: EvidenceRole, at: datetime
    ) -> None:
        """Let a piece of evidence belong to another answer of the same visit, and log it."""
        before = self.get(evidence_id)
        with self._database.transaction():
            self._database.write(
                "UPDATE evidence SET scorecard_id = ?, item_id = ?, role = ? WHERE id = ?",
                (scorecard_id, item_id, role.value, evidence_id),
            )
            self._log(
                evidence_id,
                at,
                "moved",
                {
                    "from": [before.scorecard_id, before.item_id, before.role.value],
                    "to": [scorecard_id, item_id, role.value],
                },
            )

    def set_removed(self, evidence_id: str, removed: bool, at: datetime) -> None:
        """Put a piece of evidence into the bin, or take it out; its bytes stay."""
        with self._database.transaction():
            self._database.write(
                "UPDATE evidence SET removed_at = ? WHERE id = ?",
                (moment_text(at) if removed else None, evidence_id),
            )
            self._log(evidence_id, at, "removed" if removed else "restored", {})

    def set_annotated(self, evidence_id: str, digest: str | None, at: datetime) -> None:
        """Keep the digest of a copy with marks on it, or none; the original stays."""
        with self._database.transaction():
            self._database.write(
                "UPDATE evidence SET annotated = ? WHERE id = ?", (digest, evidence_id)
            )
            self._log(evidence_id, at, "annotated", {"digest": digest})

    def link(self, scorecard_id: str, item_id: str, finding_id: str) -> None:
        """Say which finding was raised from what an answer's evidence shows."""
        self._database.write(
            "UPDATE evidence SET finding_id = ? WHERE scorecard_id = ? AND item_id = ?"
            " AND inspection_id = (SELECT inspection_id FROM scorecard WHERE id = ?)",
            (finding_id, scorecard_id, item_id, scorecard_id),
        )

    def log(self, evidence_id: str) -> list[tuple[datetime, str, Mapping[str, object]]]:
        """Return what was done to a piece of evidence: moment, kind, content; oldest first."""
        return [
            (datetime.fromisoformat(row["at"]), row["kind"], json.loads(row["content"]))
            for row in self._database.rows(
                "SELECT at, kind, content FROM evidence_event WHERE evidence_id = ?"
                " ORDER BY sequence",
                (evidence_id,),
            )
        ]

    def digests(self) -> set[tuple[str, str]]:
        """Return the digest and suffix of every file that evidence needs, removed or not."""
        return set(self.each_digest())

    def each_digest(self) -> Iterator[tuple[str, str]]:
        """Yield the same one after the other, in their order, while nothing is written."""
        rows = self._database.each(f"{self._needed()} ORDER BY digest, suffix")
        return ((row["digest"], row["suffix"]) for row in rows)

    def digest_count(self) -> int:
        """Return how many files evidence needs."""
        (row,) = self._database.rows(f"SELECT count(*) FROM ({self._needed()})")
        return int(row[0])

    def is_needed(self, digest: str, suffix: str) -> bool:
        """Tell whether evidence needs a file."""
        sql = f"{self._needed()} AND digest = ? AND suffix = ?"
        return self._database.row(sql, (digest, suffix)) is not None

    def _needed(self) -> str:
        left = "1"
        if self._database.row("SELECT 1 FROM sqlite_master WHERE name = 'erased_file'"):
            left = (  # a copy from before there were erasures has no such table
                "NOT EXISTS (SELECT 1 FROM erased_file AS gone"
                " WHERE gone.evidence_id = needed.id AND gone.digest = needed.digest)"
            )
        return (
            "SELECT DISTINCT digest, suffix FROM (SELECT id, digest, suffix FROM evidence UNION ALL"
            " SELECT id, annotated, 'jpg' FROM evidence WHERE annotated IS NOT NULL) AS needed"
            f" WHERE {left}"
        )

    def erased(self) -> dict[str, date]:
        """Return the photos whose bytes were lawfully erased, each with the day, by their ids.

        A photo that shows the same and came later is another one.
        """
        rows = self._database.rows(
            "SELECT evidence_id, erasure.at FROM erased_file"
            " JOIN erasure ON erasure.id = erasure_id"
        )
        return {row["evidence_id"]: datetime.fromisoformat(row["at"]).date() for row in rows}

    def with_digest(self, digest: str) -> tuple[Evidence, ...]:
        """Return all evidence that one file is needed for, removed or not, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM evidence WHERE digest = ? OR annotated = ? ORDER BY added_at, rowid",
            (digest, digest),
        )
        return tuple(typed_row(row, Evidence) for row in rows)

    def _log(self, evidence_id: str, at: datetime, kind: str, content: object) -> None:
        self._database.write(
            "INSERT INTO evidence_event (evidence_id, at, kind, content) VALUES (?, ?, ?, ?)",
            (evidence_id, moment_text(at), kind, json.dumps(content, ensure_ascii=False)),
        )
        self._database.journal.touch("evidence", evidence_id)
