"""Where the rows of a sheet go when some of them are there several times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.excel.forms.form_fields import Rows


@dataclass(frozen=True, slots=True)
class RecordRows:
    """The rows from `top` that one record stands in, and that repeat for those that follow.

    Directly above are the rows of `given` other records, which are filled first: a form printed
    with twenty numbered rows. `columns`: the first and last that the record is in; what stands
    beside them is another table, and no part of it.
    """

    top: int
    kind: Rows
    height: int = 1
    given: int = 0
    columns: tuple[int, int] | None = None

    @property
    def rows(self) -> range:
        """The rows that repeat."""
        return range(self.top, self.top + self.height)

    def extra(self, count: int) -> int:
        """Return how many rows have to be put in for so many records."""
        return max(0, count - self.given - 1) * self.height

    def holds(self, column: int) -> bool:
        """Tell whether a column belongs to the record."""
        return self.columns is None or self.columns[0] <= column <= self.columns[1]


class RowShift:
    """Where the rows of a sheet go: `records` are those that repeat, `counts` how often each."""

    def __init__(self, records: Iterable[RecordRows], counts: Mapping[Rows, int]) -> None:
        self.records = sorted(records, key=lambda each: each.top)
        self.repeated = {row: each.kind for each in self.records for row in each.rows}
        self._height = {row: each.height for each in self.records for row in each.rows}
        self._extra = {each: each.extra(counts[each.kind]) for each in self.records}
        self._extra_of = {row: self._extra[each] for each in self.records for row in each.rows}

    def first(self, row: int) -> int:
        """Return where a row goes; of one that repeats, its first copy."""
        return row + sum(
            extra for each, extra in self._extra.items() if each.top + each.height <= row
        )

    def last(self, row: int) -> int:
        """Return where a row ends; of one that repeats, its last copy."""
        return self.first(row) + self._extra_of.get(row, 0)

    def copies(self, row: int) -> range:
        """Return the places of a row's copies behind its first one."""
        step = self._height.get(row, 1)
        return range(self.first(row) + step, self.last(row) + 1, step)

    def is_tall(self, row: int) -> bool:
        """Tell whether a row is one of several that a record stands in."""
        return self._height.get(row, 1) > 1

    def is_within(self, top: int, bottom: int) -> bool:
        """Tell whether rows are one row alone, or lie within one record."""
        return top == bottom or bottom in self.own_rows(top)

    def own_rows(self, row: int) -> range:
        """Return the rows of the record that a row belongs to, with the one above; or none."""
        for each in self.records:
            if row in each.rows:
                return range(each.top - 1, each.top + each.height)
        return range(0)

    def lines(self, record: RecordRows, count: int) -> list[range]:
        """Return the rows of each of `count` records, after the shift."""
        above = record.given * record.height
        begin = self.first(record.top - above)
        step = record.height
        return [range(begin + n * step, begin + (n + 1) * step) for n in range(count)]
