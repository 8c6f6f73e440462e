"""What stands over the columns of a table whose header has one row, or two, merged or not."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from inspector.excel.reading.plain_sheets import MergedArea, Row, Sheet
from inspector.excel.reading.sheet_table import plain_head, texts_of

_MOST_ROWS = 4
"""Rows that a header is read over."""
_LONGEST = 20
"""Characters of a head below another; whatever is longer is a line of the table."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a column may be called, the fullest first: 整改情况 of 整改 over 情况, then 情况."""

    column: int
    names: tuple[str, ...]
    is_grouped: bool = False  # it stands below another
    is_wide: bool = False  # it stands over several columns

    @property
    def letter(self) -> str:
        """The letter of the column."""
        return self.letter_of(self.column)

    @staticmethod
    def letter_of(column: int) -> str:
        """Return the letter of a column, from 1."""
        from openpyxl.utils import get_column_letter

        return str(get_column_letter(column))


def stacked_rows(sheet: Sheet, index: int, column: int) -> Iterator[Sequence[Row]]:
    """Yield the rows that may be the header together, when a known head of it is at a place.

    The row itself, or all that this head is merged over; then with the row below, or above.
    """
    rows, row = sheet.rows, sheet.rows[index]
    bottom = next(
        (a.bottom for a in sheet.merged if (a.top, a.left) == (row.number, column)), row.number
    )
    if bottom > row.number:
        yield [r for r in rows[index : index + _MOST_ROWS] if r.number <= bottom]
        return
    yield [row]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below and below.number == row.number + 1 and _is_heads(below) and column not in below.cells:
        yield [row, below]
    above = rows[index - 1] if index else None
    if above and above.number == row.number - 1 and column not in above.cells:
        yield [above, row]


def _is_heads(row: Row) -> bool:
    return all(c.type == "s" and len(str(c.value)) <= _LONGEST for c in row.cells.values())


def heads_below(sheet: Sheet, rows: Sequence[Row], number: int) -> list[Head]:
    """Return the heads of the columns below some rows, from the left.

    What is merged over the column `number` and others is the title of the sheet, and no head.
    """
    first, last = rows[0].number, rows[-1].number
    areas = [a for a in sheet.merged if a.top <= last and a.bottom >= first]
    titles = {
        (a.top, a.left) for a in areas if a.bottom < last and a.left <= number <= a.right > a.left
    }
    texts = [_spread(row, areas, titles) for row in rows]
    wide = {
        column
        for area in areas
        if area.right > area.left and area.bottom >= last
        for column in range(area.left, area.right + 1)
    }
    found: list[Head] = []
    for column in sorted({column for each in texts for column in each}):
        parts = [name for each in texts if (name := each.get(column, ""))]
        if column in texts[-1] and column not in texts[0] and len(rows) > 1:
            # Not merged: what stands to the left of it above may be over it as well.
            left = [text for at, text in sorted(texts[0].items()) if at < column]
            names = (left[-1] + parts[-1], parts[-1]) if left else (parts[-1],)
            found.append(Head(column, names, bool(left), column in wide))
        elif len(parts) > 1:
            found.append(Head(column, ("".join(parts), parts[-1]), True, column in wide))
        else:
            found.append(Head(column, (parts[0],), False, column in wide))
    return found


def _spread(
    row: Row, areas: Sequence[MergedArea], titles: Collection[tuple[int, int]]
) -> dict[int, str]:
    """Return the plain texts of a row by column; a merged one stands over all its columns."""
    found = {
        column: plain
        for column, text in texts_of(row)
        if (row.number, column) not in titles and (plain := plain_head(text))
    }
    for area in areas:
        if area.top == row.number and area.left in found:
            found.update((c, found[area.left]) for c in range(area.left, area.right + 1))
    return found
