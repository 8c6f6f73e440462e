"""Step 7 of the schema: why a window was left out of a visit."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m007_reason(db: "Database") -> None:
    """A reason with each scorecard; blank where it was inspected, or nobody said why not."""
    db.execute("ALTER TABLE scorecard ADD COLUMN left_out_reason TEXT NOT NULL DEFAULT ''")
