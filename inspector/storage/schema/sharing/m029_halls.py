"""Step 29 of the schema: bundles for a hall that is inspected, and which laptop is whose.

`aim` of a bundle that came says whom it was written for. What a laptop is to this one is only ever
added to: the last row about it counts.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m029_halls(db: "Database") -> None:
    """Whom a bundle that came was for, and of which sites another laptop is."""
    db.execute("ALTER TABLE received_bundle ADD COLUMN aim TEXT NOT NULL DEFAULT ''")
    db.execute(_ROLE)
    for what in ("DELETE", "UPDATE"):
        db.execute(
            f"CREATE TRIGGER laptop_role_no_{what.lower()} BEFORE {what} ON laptop_role"
            " BEGIN SELECT raise(ABORT, 'laptop_role is only ever added to'); END"
        )


# `sites` is a list of site ids: the laptop is theirs, and reports what they did. Empty: whoever has
# it inspects, as we do.
_ROLE = """CREATE TABLE laptop_role (
    id TEXT PRIMARY KEY,
    laptop TEXT NOT NULL,
    sites TEXT NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT"""
