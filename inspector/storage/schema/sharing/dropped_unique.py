"""Taking a UNIQUE from a table without writing the table anew. Knows SQLite's own list of tables.

An index that a UNIQUE made and one that CREATE INDEX made have the same pages on disk: the values
and the row's number, in order. So the rows stay where they are, and only two lines of that list
change, as SQLite's documentation of ALTER TABLE has it for what changes nothing on disk: within a
transaction, with the number of the schema raised, so that whoever reads beside reads the list anew.
"""

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Unique:
    """One to take away: how its table says it and is to say it, and the index that stays."""

    table: str
    said: str
    instead: str
    made: str
    """The index by the name SQLite gave it."""
    name: str
    columns: str


def drop_unique(db: "Database", *uniques: Unique) -> None:
    """Take them away, within the transaction that is open; each index goes on under its own name.

    Raises sqlite3.OperationalError where one is not as the steps made it; nothing is changed then.
    """
    if not all(_is_as_made(db, each) for each in uniques):
        raise sqlite3.OperationalError("a UNIQUE is not where it was made")
    (version,) = db.execute("PRAGMA schema_version").fetchone()
    db.execute("PRAGMA writable_schema = ON")
    try:
        for each in uniques:
            db.execute(
                "UPDATE sqlite_master SET sql = replace(sql, ?, ?)"
                " WHERE type = 'table' AND name = ?",
                (each.said, each.instead, each.table),
            )
            db.execute(
                "UPDATE sqlite_master SET name = ?, sql = ? WHERE type = 'index' AND name = ?",
                (
                    each.name, f"CREATE INDEX {each.name} ON {each.table} ({each.columns})",
                    each.made,
                ),
            )  # fmt: skip
        db.execute(f"PRAGMA schema_version = {version + 1}")
    finally:
        db.execute("PRAGMA writable_schema = RESET")  # and read the list anew


def _is_as_made(db: "Database", unique: Unique) -> bool:
    """Tell whether table and index say what they are to say no more, and the name is free."""
    (number,) = db.execute(
        "SELECT count(*) FROM sqlite_master WHERE (type = 'table' AND name = ? AND instr(sql, ?))"
        " OR (type = 'index' AND name = ? AND tbl_name = ? AND sql IS NULL)"
        " OR (name = ?)",
        (unique.table, unique.said, unique.made, unique.table, unique.name),
    ).fetchone()
    return bool(number == 2)
