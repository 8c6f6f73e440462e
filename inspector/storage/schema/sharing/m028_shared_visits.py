"""Step 28 of the schema: a visit that is one of several parts says whose (分头检查).

`shared_by` is the name of the group that shares the visit, NULL of a whole one: of whatever was
sealed before it tells nothing, so seals, digests and entries of the journal stay what they are.
What the parts come to together is worked out when it is read, and kept nowhere.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m028_shared_visits(db: "Database") -> None:
    """The column, and the index of the few visits that have it, by their days."""
    db.execute("ALTER TABLE inspection ADD COLUMN shared_by TEXT")
    db.execute(
        "CREATE INDEX inspection_by_shared_day ON inspection (day) WHERE shared_by IS NOT NULL"
    )
