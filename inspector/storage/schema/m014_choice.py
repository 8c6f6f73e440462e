"""Step 14 of the schema: what a meeting leaves out.

Praise that is left out says so in the meeting's own list of it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m014_choice(db: "Database") -> None:
    """Findings of an agenda that the meeting does not go through; until now it went through all."""
    db.execute("ALTER TABLE meeting_finding ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0")
