"""A text higher than a row may be: it goes on in the next row, as large as all others.

Excel allows no row of more than 409 points. A text set smaller to fit would be read by nobody on
paper; one that ends unsaid would be half of what was found.
"""

from inspector.excel.sheet.row_height import HIGHEST_ROW, row_height

CONTINUED = "…（接下行）"
"""Behind a piece of a text that goes on in the row below."""

CONTINUING = "（续上行）"
"""Before a piece of a text that began in the row above."""

_STOPS = "\n。；，、"
_POINTS_PER_UNIT, _NARROWEST = 5.25, 0.6  # of a column's width; of the font size, a letter
_NEAR = 0.8  # of a piece: a stop behind it is a place to end


def pieces(text: str, width: float, size: float, highest: float) -> list[str]:
    """Return `text` in pieces, each of which a row of `highest` points has room for.

    `width` is that of the column in Excel's units, `size` the font size in points. One that fits
    is returned as it is; `rejoined` makes of the others what they were.
    """
    found: list[str] = []
    lead = ""
    most = _most(width, size, highest)
    while len(text) > most or row_height([(lead + text, width)], size) > highest:
        count = _fitting(lead, text, width, size, highest)
        found.append(lead + text[:count] + CONTINUED)
        lead, text = CONTINUING, text[count:]
    return [*found, lead + text]


def beginning(text: str, width: float, size: float, highest: float, note: str) -> str:
    """Return as much of a text as a row has room for, and the `note` that says so."""
    return text[: _fitting("", text, width, size, highest, note)] + note


def in_rows(text: str, width: float, size: float) -> list[str]:
    """Return a line of words outside the table in parts, each of which a row has room for."""
    found: list[str] = []
    most = _most(width, size, HIGHEST_ROW)
    while len(text) > most or row_height([(text, width)], size) > HIGHEST_ROW:
        count = _fitting("", text, width, size, HIGHEST_ROW)
        found.append(text[:count])
        text = text[count:]
    return [*found, text]


def rejoined(one: str, two: str) -> str | None:
    """Return the text of two pieces, whichever of them stands first; None where they are none."""
    for first, second in ((one, two), (two, one)):
        if first.endswith(CONTINUED) and second.startswith(CONTINUING):
            return first.removesuffix(CONTINUED) + second.removeprefix(CONTINUING)
    return None


def _fitting(
    lead: str, text: str, width: float, size: float, highest: float, note: str = CONTINUED
) -> int:
    """Return how many characters of `text` a row has room for, one at least."""
    few, many = 1, min(len(text), _most(width, size, highest))
    while many - few > 1:
        middle = (few + many) // 2
        if row_height([(lead + text[:middle] + note, width)], size) <= highest:
            few = middle
        else:
            many = middle
    stop = max(text.rfind(mark, 0, few) for mark in _STOPS) + 1
    return stop if stop >= few * _NEAR else few


def _most(width: float, size: float, highest: float) -> int:
    """Return more characters than a row has room for: of a long text no more are measured."""
    lines = highest / size + 1
    return int(lines * (width * _POINTS_PER_UNIT / size / _NARROWEST + 2))
