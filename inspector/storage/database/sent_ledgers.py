"""Which findings a ledger was recorded with, against the digest that seals them.

Apart from the journal's recipes, which would hold the findings of two hundred ledgers at once.
"""

from collections.abc import Iterable
from hashlib import sha256

from inspector.storage.database.database import Database

RAISED_IN = (
    "FROM ledger_export_run AS r CROSS JOIN finding_event AS e"
    " ON e.sequence BETWEEN r.first AND r.last AND e.kind = 'raised'"
)
"""The findings of ledgers: those whose first event lies in one of their runs."""


def not_as_sealed(database: Database) -> list[str]:
    """Return the ids of ledgers whose findings are not those that were in it when it went out.

    One is looked at after the other: memory does not grow with their number.
    """
    return [
        row["id"]
        for row in database.rows("SELECT number, id, digest FROM ledger_export ORDER BY number")
        if row["digest"] != digest_of(_findings_of(database, row["number"]))
    ]


def digest_of(finding_ids: Iterable[str]) -> str:
    """Return what findings are sealed by: SHA-256 of their ids, a line each, sorted."""
    said = "".join(f"{each}\n" for each in sorted(finding_ids))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _findings_of(database: Database, number: int) -> list[str]:
    rows = database.rows(f"SELECT e.finding_id {RAISED_IN} WHERE r.export = ?", (number,))
    return [row["finding_id"] for row in rows]
