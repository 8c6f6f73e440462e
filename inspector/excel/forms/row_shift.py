"""Where the rows of a sheet go when some of them are there several times."""

from collections.abc import Mapping

from inspector.excel.forms.form_fields import Rows


class RowShift:
    """Where the rows of a sheet go: `repeated` are those that repeat, `counts` how often each."""

    def __init__(self, repeated: Mapping[int, Rows], counts: Mapping[Rows, int]) -> None:
        self.repeated = dict(sorted(repeated.items()))
        self._extra = {row: counts[kind] - 1 for row, kind in self.repeated.items()}

    def first(self, row: int) -> int:
        """Return where a row goes; of one that repeats, its first copy."""
        return row + sum(extra for at, extra in self._extra.items() if at < row)

    def last(self, row: int) -> int:
        """Return where a row ends; of one that repeats, its last copy."""
        return self.first(row) + self._extra.get(row, 0)

    def copies(self, row: int) -> range:
        """Return the places of a row's copies behind its first one."""
        return range(self.first(row) + 1, self.last(row) + 1)
