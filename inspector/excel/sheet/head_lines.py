"""The head of a column in lines: a word of it is torn only where it has no room on a line."""

import re

from inspector.excel.sheet.row_height import line_count, share_that_fits
from inspector.excel.sheet.sheet_style import HEADER_SIZE, Column

_PARTS = re.compile("(?<=[、／])")


def head_lines(column: Column) -> str:
    """Return the head of a column, with a line end where its words go on in the next line.

    检查时间、扣分 breaks after the mark; others as they may, and have no line end: people look them
    up by their words.
    """
    head, width = column.header, column.width
    if "\n" in head or line_count(head, width, HEADER_SIZE) == 1:
        return head
    lines = [""]
    for part in _PARTS.split(head):
        if lines[-1] and share_that_fits(lines[-1] + part, width, HEADER_SIZE) < 1:
            lines.append("")
        lines[-1] += part
    if any(line_count(line, width, HEADER_SIZE) > 1 for line in lines):
        return head  # a word is torn in any case: then with as few lines as may be
    return "\n".join(lines)
