"""What was asked of SQLite while something ran, to be asked again by nothing but SQLite."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import get_ident
from typing import Any


class Statements:
    """Hears the reading statements of every connection that is opened while it is on."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._connect = sqlite3.connect
        self._thread = get_ident()

    def __enter__(self) -> "Statements":
        def connect(*places: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
            connection: sqlite3.Connection = self._connect(*places, **options)
            connection.set_trace_callback(self._hear)
            return connection

        sqlite3.connect = connect  # type: ignore[assignment]
        return self

    def __exit__(self, *_: object) -> None:
        sqlite3.connect = self._connect

    def forget(self) -> None:
        """Begin anew."""
        self._heard.clear()

    def replay(self, path: Path) -> Callable[[], None]:
        """Return what asks everything that was heard again, of the database at `path`."""
        asked = tuple(self._heard)

        def ask() -> None:
            with closing(self._connect(path)) as connection:
                for statement in asked:
                    connection.execute(statement).fetchall()

        return ask

    def _hear(self, statement: str) -> None:
        mine = get_ident() == self._thread  # what is asked beside the window is not waited for
        if mine and statement.lstrip().upper().startswith(("SELECT", "WITH")):
            self._heard.append(statement)
