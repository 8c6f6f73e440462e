"""Other laptops in SQLite: who was met, and whose key a person confirmed. Nobody is forgotten."""

from datetime import datetime

from inspector.domain.sharing.laptop import Contact, Laptop
from inspector.storage.database.database import Database, Row


class ContactStore:
    """The only SQL about other laptops."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Contact]:
        """Return every laptop that was met or heard of, in that order."""
        rows = self._database.rows("SELECT * FROM laptop ORDER BY met_at, rowid")
        return [_contact(row) for row in rows]

    def of(self, laptop_id: str) -> Contact | None:
        """Return what is known of a laptop; None: it was never heard of."""
        row = self._database.row("SELECT * FROM laptop WHERE id = ?", (laptop_id,))
        return _contact(row) if row is not None else None

    def add(self, laptop: Laptop, met_at: datetime) -> None:
        """Keep a laptop that was met just now; inside a transaction."""
        self._database.insert(
            "laptop",
            {
                "id": laptop.id, "code": laptop.code, "name": laptop.name, "key": laptop.key,
                "met_at": met_at.isoformat(), "confirmed_at": None, "confirmed_by": "",
            },
        )  # fmt: skip

    def call(self, laptop: Laptop) -> None:
        """Keep what a known laptop is called now, and its key if it was only heard of before."""
        self._database.write(
            "UPDATE laptop SET code = ?, name = ? WHERE id = ?",
            (laptop.code, laptop.name, laptop.id),
        )
        self._database.write(
            "UPDATE laptop SET key = ? WHERE id = ? AND key = ''", (laptop.key, laptop.id)
        )

    def confirm(self, laptop_id: str, at: datetime, by: str) -> None:
        """Keep that a person confirmed the key of a known laptop; inside a transaction."""
        self._database.write(
            "UPDATE laptop SET confirmed_at = ?, confirmed_by = ? WHERE id = ?",
            (at.isoformat(), by, laptop_id),
        )


def _contact(row: Row) -> Contact:
    confirmed = row["confirmed_at"]
    return Contact(
        Laptop(row["id"], row["code"], row["name"], row["key"]),
        datetime.fromisoformat(row["met_at"]),
        datetime.fromisoformat(confirmed) if confirmed else None,
        row["confirmed_by"],
    )
