"""The title of a sheet on one line, or on two that are broken between its words."""

import re

from inspector.excel.sheet.row_height import share_that_fits, text_width
from inspector.excel.sheet.sheet_style import SMALLER_TITLES, TITLE_SIZE

_SPARE = 1.06  # of a line: as long a title is on one in some programs only
_PERIOD = re.compile(r"（\d[^（）]*）$")
_BREAKS = re.compile("(?=（)|(?=文明窗口)|(?=检查)|(?<=）)|(?<=至)")


def title_lines(title: str, width: float) -> tuple[str, float]:
    """Return a title, with a line end where it takes two lines, and its font size in points.

    `width` is that of the sheet in Excel's units. One line comes first, as large as may be; of
    two the second has the period, or else they are as alike as can be.
    """
    for size in (TITLE_SIZE, *SMALLER_TITLES):
        if share_that_fits(title, width, size) >= _SPARE:
            return title, size
    places = [found.start() for found in _BREAKS.finditer(title)]
    cuts = [(title[:at], title[at:]) for at in places if 0 < at < len(title)]
    cuts.sort(key=lambda cut: (not _PERIOD.match(cut[1]), _difference(*cut)))
    for cut in cuts:
        for size in (TITLE_SIZE, *SMALLER_TITLES):
            if all(share_that_fits(line, width, size) >= _SPARE for line in cut):
                return "\n".join(cut), size
    return title, TITLE_SIZE


def _difference(one: str, two: str) -> float:
    return abs(text_width(one) - text_width(two))
