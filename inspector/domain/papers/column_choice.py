"""Which columns of a workbook are wanted, and in which order: the user's choice.

Columns are known by their headers. Those that a workbook cannot do without are always shown.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ChosenColumn:
    """A column by its header; a hidden one keeps its place."""

    header: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """All columns of a workbook in the order wanted. `fixed` headers cannot be hidden."""

    columns: tuple[ChosenColumn, ...]
    fixed: frozenset[str] = frozenset()

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of the columns shown, in order."""
        return tuple(column.header for column in self.columns if column.shown)

    def toggled(self, position: int) -> "ColumnChoice":
        """Return the choice with a column hidden or shown; a fixed one stays."""
        column = self.columns[position]
        if column.header in self.fixed:
            return self
        columns = list(self.columns)
        columns[position] = replace(column, shown=not column.shown)
        return replace(self, columns=tuple(columns))

    def moved(self, position: int, by: int) -> "ColumnChoice":
        """Return the choice with a column moved by so many places, as far as there are any."""
        target = max(0, min(len(self.columns) - 1, position + by))
        columns = list(self.columns)
        columns.insert(target, columns.pop(position))
        return replace(self, columns=tuple(columns))


def choice_of(
    kept: Iterable[tuple[str, bool]],
    headers: Sequence[str],
    optional: Collection[str],
    fixed: Collection[str],
) -> ColumnChoice:
    """Return what was kept, made to fit the `headers` a workbook has today.

    Unknown headers go; a new one comes behind its neighbour, hidden when it is `optional`.
    """
    known = dict.fromkeys(headers)
    columns = [
        ChosenColumn(header, shown or header in fixed)
        for header, shown in dict(kept).items()
        if header in known
    ]
    for position, header in enumerate(headers):
        names = [column.header for column in columns]
        if header not in names:
            after = next((h for h in reversed(headers[:position]) if h in names), None)
            place = 0 if after is None else names.index(after) + 1
            columns.insert(place, ChosenColumn(header, header not in optional))
    return ColumnChoice(tuple(columns), frozenset(fixed))
