"""What is on disk at this instant: read by a connection of its own, which cannot write."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.storage.files.folder_layout import DATABASE_FILE


@dataclass(frozen=True)
class Kept:
    """An answer as the database holds it."""

    verdict: str
    count: int = 0
    option: int | None = None
    measured: int | None = None
    phrases: tuple[str, ...] = ()
    note: str = ""
    praised: bool = False
    correction: str | None = None


class Disk:
    """The database of a data folder, seen from outside the program."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / DATABASE_FILE

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    def answers(self, window: str = "1号窗口") -> dict[str, Kept]:
        """Return the answers of a window, or of the public area (''), by item."""
        rows = self.rows(
            "SELECT item, verdict, count, option, measured, phrases, note, praised, correction"
            " FROM answer"
            " JOIN scorecard ON scorecard.key = answer.scorecard WHERE window_number = ?",
            window,
        )
        return {
            item: Kept(
                verdict,
                count,
                option,
                value,
                tuple(json.loads(said or "[]")),
                note or "",
                bool(praised),
                correction,
            )
            for item, verdict, count, option, value, said, note, praised, correction in rows
        }

    def verdicts(self, window: str = "1号窗口") -> dict[str, str]:
        """Return the verdicts of a window by item."""
        return {item: kept.verdict for item, kept in self.answers(window).items()}

    def own_phrases(self, item: str = "greet") -> list[tuple[str, int]]:
        """Return what was written for an item and how often it was used, most used first."""
        rows = self.rows(
            "SELECT text, uses FROM own_phrase WHERE item = ? ORDER BY uses DESC, text", item
        )
        return [(text, uses) for text, uses in rows]

    def note(self, item: str = "greet") -> str:
        """Return the note at an item of the first window."""
        return self.answers()[item].note

    def place(self) -> tuple[str, str | None]:
        """Return the window and the item where the inspector stands."""
        ((number, item),) = self.rows(
            "SELECT window_number, cursor_item FROM inspection"
            " JOIN scorecard ON scorecard.id = cursor_scorecard WHERE state = 'open'"
        )
        return number, item

    def states(self) -> list[str]:
        """Return the states of all inspections."""
        return sorted(state for (state,) in self.rows("SELECT state FROM inspection"))

    def left_out(self) -> list[str]:
        """Return the windows that are left out."""
        rows = self.rows("SELECT window_number FROM scorecard WHERE left_out ORDER BY position")
        return [number for (number,) in rows]
