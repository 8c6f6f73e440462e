"""Step 21 of the schema: trainings that were held, and those taken back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m021_training(db: "Database") -> None:
    """Rows of both are added and never changed; nobody is named in them.

    `items` is a list as JSON: what the training rested on; `first` and `last` are the days of
    its figures. `group_name` is a department, or of windows the id of their kind.
    """
    db.execute(
        """CREATE TABLE training (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            grouping TEXT NOT NULL,
            group_name TEXT NOT NULL,
            team TEXT NOT NULL,
            site_id TEXT NOT NULL,
            site_name TEXT NOT NULL,
            pack_id TEXT NOT NULL,
            topic TEXT NOT NULL,
            items TEXT NOT NULL,
            first TEXT NOT NULL,
            last TEXT NOT NULL,
            held_on TEXT NOT NULL,
            took_part INTEGER NOT NULL,
            led_by TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX training_by_day ON training (held_on)")
    db.execute(
        """CREATE TABLE training_taken_back (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            held_id TEXT NOT NULL REFERENCES training(id),
            reason TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX training_taken_back_by_held ON training_taken_back (held_id)")
