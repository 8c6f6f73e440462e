"""Whether the tables of a database are those that its steps made: asked when a query finds none.

SQLite reads a flipped letter in the name of a table as another name, and calls our query wrong.
Only then is it asked whose fault that is, so that no start pays for it.
"""

import sqlite3
from contextlib import closing
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from inspector.storage.schema.step_names import MIGRATION_SET, STEP_NAMES

if TYPE_CHECKING:
    from sqlite_utils import Database

_Shape = dict[str, tuple[str, frozenset[object]]]
"""Of each table and view by its name: its kind, and its columns, keys and references."""


def differs(connection: sqlite3.Connection) -> bool:
    """Tell whether a table, column or view is not there as the recorded steps made it.

    What others added is none of ours, unless it is in the place of what a later step will make;
    an index that somebody dropped makes queries slow, and no more. Who is interrupted knows nothing
    of it, and is told so by SQLite's own error.
    """
    try:
        applied = {
            name
            for (name,) in _rows(
                connection,
                f"SELECT name FROM _sqlite_migrations WHERE migration_set = '{MIGRATION_SET}'",
            )
        }
        shape = _shape(connection)
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        return True  # names that are no texts
    later = _made_by(frozenset(STEP_NAMES))
    try:
        expected = _made_by(frozenset(applied))
    except sqlite3.Error:  # one was forgotten that others build upon
        return True
    return any(name in shape for name in later.keys() - expected.keys()) or not all(
        name in shape and shape[name][0] == kind and shape[name][1] >= columns
        for name, (kind, columns) in expected.items()
    )


class _Plain:
    """What the steps use of sqlite-utils' Database, without its import."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.conn = connection

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        return self.conn.execute(sql, values)


@lru_cache(maxsize=2)  # a database that has taken all steps, and one that has not
def _made_by(names: frozenset[str]) -> _Shape:
    from inspector.storage.schema.migrations import STEPS

    with closing(sqlite3.connect(":memory:")) as connection:
        database = cast("Database", _Plain(connection))
        for step in STEPS:
            if step.__name__ in names:
                step(database)
        return _shape(connection)


def _shape(connection: sqlite3.Connection) -> _Shape:
    made = _rows(
        connection, "SELECT type, name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    return {
        name: (
            kind,
            frozenset(row for sql in _ASKED for row in _rows(connection, sql, name)),
        )
        for kind, name in made
        if kind in ("table", "view") and not f"{name}_".startswith(("sqlite_", _SEARCH))
    }


_SEARCH = "finding_search_"
"""What the names begin with of the tables that FTS5 keeps the ledger's words in: an index, which
is not made where there is no FTS5, and cannot be looked at there."""


_ASKED = (
    "SELECT 'column', name, pk FROM pragma_table_info(?)",
    'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
    "SELECT 'unique', origin, (SELECT group_concat(name) FROM pragma_index_info(made.name))"
    " FROM pragma_index_list(?) AS made WHERE origin <> 'c'",
)


def _rows(connection: sqlite3.Connection, sql: str, *values: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in connection.execute(sql, values).fetchall()]
