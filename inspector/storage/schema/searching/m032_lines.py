"""Step 32 of the schema: what the ledger orders and counts findings by, in short rows apart.

A row of `finding` has seven hundred bytes, and a word that fifty thousand of them have led to a
page of the file for each. What puts them in order and tells where they stand is a tenth of it,
under the same row's number. It is derived: triggers follow `finding`, whoever writes there.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

LINE_COLUMNS = (
    "id", "day", "state", "deadline", "times_at_window", "appealed_at", "asked_until",
)  # fmt: skip
"""Of a finding, as they are called there."""


def m032_lines(db: "Database") -> None:
    """The short rows of all findings, and what keeps them as the findings are."""
    for statement in (_TABLE, FILL_LINES, *_TRIGGERS):
        db.execute(statement)


_NAMES = ", ".join(LINE_COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in LINE_COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in LINE_COLUMNS)

_TABLE = """CREATE TABLE finding_line (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    deadline TEXT NOT NULL,
    times_at_window INTEGER NOT NULL,
    appealed_at TEXT,
    asked_until TEXT
) STRICT"""

FILL_LINES = (
    f"INSERT INTO finding_line (place, {_NAMES}) SELECT rowid, {_NAMES} FROM finding ORDER BY rowid"
)

_TRIGGERS = (
    "CREATE TRIGGER finding_line_raised AFTER INSERT ON finding BEGIN"
    f" INSERT INTO finding_line (place, {_NAMES}) VALUES (new.rowid, {_NEW}); END",
    f"CREATE TRIGGER finding_line_changed AFTER UPDATE OF {_NAMES} ON finding"
    f" WHEN ({_OLD}) IS NOT ({_NEW}) BEGIN"
    f" UPDATE finding_line SET ({_NAMES}) = ({_NEW}) WHERE place = new.rowid; END",
    "CREATE TRIGGER finding_line_gone AFTER DELETE ON finding BEGIN"
    " DELETE FROM finding_line WHERE place = old.rowid; END",
)
