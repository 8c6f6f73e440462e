"""Where something is wrong in a workbook, in words: `Sheet!B5` is for formulas."""

import re

from inspector.translation import tr

_CELL = re.compile(r"(.+)!([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)", re.DOTALL)


def place_words(place: str) -> str:
    """Return `sheet!cell` in words; any other place, such as file and line, as it is."""
    match = _CELL.fullmatch(place)
    return tr("sheet “{sheet}”, cell {cell}", sheet=match[1], cell=match[2]) if match else place


def place_in_short(place: str) -> str:
    """Return `sheet!cell` as it stands in a narrow column under a title that says what it is."""
    match = _CELL.fullmatch(place)
    return f"{match[1]} {match[2]}" if match else place
