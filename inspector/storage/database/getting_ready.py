"""What a database is put through before it opens, where that costs with its size: told as it goes.

A check after a run that was killed, the copy before an update, the update itself.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import TypeAlias

OPERATIONS = 200_000
"""Of SQLite's own, between two words about one statement: some milliseconds."""


class GettingReady(Enum):
    """What is being done."""

    CHECKING = auto()  # no telling how far it is
    COPYING = auto()  # by pages
    UPDATING = auto()  # by steps of the schema, the one that is under way counted


Tell: TypeAlias = Callable[[GettingReady, int, int], None]
"""Hears what is done and how much of how much; what it raises stops all of it, as if it had not
begun."""


def untold(what: GettingReady, done: int, total: int) -> None:
    """Hear nothing."""


@contextmanager
def told_during(connection: sqlite3.Connection, tell: Callable[[], None]) -> Iterator[None]:
    """Call `tell` again and again while SQLite works on the statements inside.

    What it raises breaks the statement off, and comes out of here.
    """
    raised: list[BaseException] = []

    def heard() -> int:
        try:
            tell()
        except BaseException as error:  # SQLite would only hear that something was raised
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(heard, OPERATIONS)
    try:
        yield
    except sqlite3.Error:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
