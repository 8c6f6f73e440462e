"""What is added to a sealed record in SQLite: a signature, later amendments."""

import json

from inspector.domain.record.amendment import Amendment
from inspector.domain.record.record_seal import signature_digest
from inspector.domain.record.signature import Signature
from inspector.storage.database.database import Database
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.database.typed_rows import row_values, typed_row
from inspector.storage.stores.inspection_rows import moment_from, moment_text

SIGNED = "signature-digest"
"""What an erasure calls the digest that a signature is kept with."""


class RecordStore:
    """The only SQL about signatures and amendments."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def signature(self, inspection_id: str) -> Signature | None:
        """Return the signature under a record, if there is one."""
        row = self._database.row(
            "SELECT * FROM signature WHERE inspection_id = ?", (inspection_id,)
        )
        if row is None:
            return None
        return Signature(
            signer=row["signer"],
            strokes=tuple(
                tuple((x, y) for x, y in stroke) for stroke in json.loads(row["strokes"] or "[]")
            ),
            refusal=row["refusal"],
            signed_at=moment_from(row["signed_at"]),
            seal=row["seal"],
        )

    def signature_unchanged(self, inspection_id: str, seal: str) -> bool:
        """Tell whether the signature is the one that was put under the record with a seal.

        Without a signature there is nothing to be changed.
        """
        row = self._database.row(
            "SELECT seal, digest FROM signature WHERE inspection_id = ?", (inspection_id,)
        )
        if row is None:
            return True
        if row["seal"] != seal or row["digest"] is None:
            return False
        due = ErasedSubjects(self._database).now(SIGNED, inspection_id, row["digest"])
        return due == self.signed_now(inspection_id)

    def signed_as(self, inspection_id: str) -> str:
        """Return the digest that a signature was put down with; '' where there is none."""
        row = self._database.row(
            "SELECT digest FROM signature WHERE inspection_id = ?", (inspection_id,)
        )
        return (row["digest"] or "") if row else ""

    def signed_now(self, inspection_id: str) -> str:
        """Return the digest of a signature as it is now; '' where none is kept with it."""
        row = self._database.row(
            "SELECT inspection_id, signer, strokes, refusal, signed_at, seal"
            " FROM signature WHERE inspection_id = ? AND digest IS NOT NULL",
            (inspection_id,),
        )
        return signature_digest(*row) if row else ""

    def last_signer(self, site_id: str) -> str:
        """Return who was last asked to sign at a site; nothing when nobody was."""
        row = self._database.row(
            "SELECT signer FROM signature JOIN inspection ON inspection.id = inspection_id"
            " WHERE site_id = ? AND signer <> '' ORDER BY signed_at DESC LIMIT 1",
            (site_id,),
        )
        return row["signer"] if row else ""

    def sign(self, inspection_id: str, signature: Signature, note: str = "") -> None:
        """Put a signature under a record; there can be one only. `note` is for the journal."""
        facts = (
            inspection_id,
            signature.signer,
            json.dumps(signature.strokes) if signature.strokes else None,
            signature.refusal,
            moment_text(signature.signed_at),
            signature.seal,
        )
        with self._database.transaction():
            self._database.write(
                "INSERT INTO signature"
                " (inspection_id, signer, strokes, refusal, signed_at, seal, digest)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*facts, signature_digest(*facts)),
            )
            self._database.journal.touch("signature", inspection_id, note=note)

    def amendments(self, inspection_id: str) -> list[Amendment]:
        """Return the later words about a record, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM amendment WHERE inspection_id = ? ORDER BY at, rowid", (inspection_id,)
        )
        return [typed_row(row, Amendment) for row in rows]

    def amend(self, amendment: Amendment, note: str = "") -> None:
        """Add a later word about a record. `note` is for the journal."""
        with self._database.transaction():
            self._database.insert("amendment", row_values(amendment))
            self._database.journal.touch("amendment", amendment.id, note=note)
