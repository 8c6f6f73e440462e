"""What this user wrote for an item before, in SQLite."""

from datetime import datetime

from inspector.storage.database.database import Database
from inspector.storage.stores.inspection_rows import moment_text


class PhraseStore:
    """The only SQL about own phrases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, pack_id: str, limit: int) -> dict[str, tuple[str, ...]]:
        """Return what was written for each item of a pack, most used first, `limit` for each."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self._database.rows(
            "SELECT item, text FROM own_phrase WHERE pack_id = ?"
            " ORDER BY item, uses DESC, used_at DESC, text",
            (pack_id,),
        ):
            before = found.get(row["item"], ())
            if len(before) < limit:
                found[row["item"]] = (*before, row["text"])
        return found

    def use(self, pack_id: str, item_id: str, text: str, at: datetime) -> None:
        """Count one more use of a text."""
        with self._database.transaction():
            self._database.write(
                "INSERT INTO own_phrase (pack_id, item, text, uses, used_at)"
                " VALUES (?, ?, ?, 1, ?) ON CONFLICT (pack_id, item, text)"
                " DO UPDATE SET uses = uses + 1, used_at = excluded.used_at",
                (pack_id, item_id, text, moment_text(at)),
            )

    def forget(self, pack_id: str, item_id: str, text: str) -> None:
        """Offer a text no longer."""
        with self._database.transaction():
            self._database.write(
                "DELETE FROM own_phrase WHERE pack_id = ? AND item = ? AND text = ?",
                (pack_id, item_id, text),
            )
