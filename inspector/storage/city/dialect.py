"""What PostgreSQL and SQLite do each in their way for the city's ledger; all else is shared."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from inspector.storage.city.ledger_tables import Table

Row = Sequence[Any]

HallMonth = tuple[str, str]
"""A month, and a hall's name or the id of a visit."""


class Dialect(Protocol):
    """A connection to a ledger. Every call raises the errors of `city_errors`."""

    mark: str
    """Stands for a value in a statement."""

    def rows(self, sql: str, values: Row = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""

    def run(self, sql: str, values: Row = ()) -> None:
        """Run one changing statement."""

    def transaction(self) -> AbstractContextManager[None]:
        """Commit everything inside, or nothing."""

    def has(self, table: str) -> bool:
        """Tell whether a table or view is there."""

    def make(self) -> tuple[str, ...]:
        """Make every table, index and view that is missing, with comments and roles.

        What is kept is made anew from all the rest. Return the roles that this user may not make.
        """

    def make_staging(self) -> None:
        """Make an empty table of this connection's own for each that is carried."""

    def alone(self, laptop: str) -> None:
        """Let no other publication of a laptop in until the transaction ends."""

    def add_new(self, table: Table, rows: Sequence[Row]) -> bool:
        """Add rows straight to their table, if none of them is there; else nothing, and False."""

    def keep(self, halls: Iterable[HallMonth], reviewed: Iterable[HallMonth]) -> None:
        """Make anew what is kept of months of halls, and of those with the `reviewed` visits.

        Nobody else does that for one of these halls until the transaction ends.
        """

    def stage(self, table: Table, rows: Sequence[Row]) -> None:
        """Put rows into a table's staging, as fast as there is a way for it."""

    def close(self) -> None:
        """End the connection."""


def staged(table: Table) -> str:
    """Return the name of a table's staging."""
    return f"staged_{table.name}"


def quoted(names: Iterable[str]) -> str:
    """Return names of columns as a statement lists them: `window` is a word of SQL."""
    return ", ".join(f'"{name}"' for name in names)
