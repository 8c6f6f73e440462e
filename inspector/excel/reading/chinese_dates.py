"""The date formats that a Chinese Excel or WPS knows by number and writes down nowhere.

Who types 3-5 into a cell gets number 58, 3月5日. openpyxl does not know them and would hand out the
days since 1900, as if somebody had typed 46086.
"""

from typing import Any

_MONTH, _DAY, _CLOCK = 'yyyy"年"m"月"', 'm"月"d"日"', 'h"时"mm"分"'

FORMATS = {
    27: _MONTH, 28: _DAY, 29: _DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: _CLOCK,
    33: 'h"时"mm"分"ss"秒"', 34: _CLOCK, 35: _CLOCK, 36: _MONTH, 50: _MONTH, 51: _DAY, 52: _MONTH,
    53: _DAY, 54: _DAY, 55: _CLOCK, 56: _CLOCK, 57: _MONTH, 58: _DAY,
}  # fmt: skip


def dated_styles(book: Any) -> set[int]:  # noqa: ANN401 -- openpyxl's, with what it hides
    """Return the cell styles of an open workbook that show a day by such a number."""
    return {place for place, style in enumerate(book._cell_styles) if style.numFmtId in FORMATS}
