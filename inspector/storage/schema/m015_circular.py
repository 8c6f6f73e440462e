"""Step 15 of the schema: the text of a circular that somebody edited."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m015_circular(db: "Database") -> None:
    """Edited texts by what they are of; what was not edited is made anew each time.

    `site_ids` is a list as JSON, in order, empty for all sites. `generated` is what was made of
    the figures when it was edited: it tells what has changed since.
    """
    db.execute(
        """CREATE TABLE circular_text (
            first TEXT NOT NULL,
            last TEXT NOT NULL,
            site_ids TEXT NOT NULL,
            phase TEXT NOT NULL,
            content TEXT NOT NULL,
            generated TEXT NOT NULL,
            edited_at TEXT NOT NULL,
            PRIMARY KEY (first, last, site_ids, phase)
        ) STRICT, WITHOUT ROWID"""
    )
