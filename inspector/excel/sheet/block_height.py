"""How much of a page some rows of a table take together with the words that sum them up."""

import math
from collections.abc import Sequence

from inspector.excel.sheet.continued_text import in_rows
from inspector.excel.sheet.row_height import LOWEST_ROW, row_height
from inspector.excel.sheet.table_sheet import SheetPlan, Value


def block_height(plan: SheetPlan, rows: Sequence[Sequence[Value]], total: str) -> float:
    """Return the points of rows, and of a text over the whole width below them."""
    size, columns = plan.body_size, plan.columns
    texts = [
        [(each, column.width) for each, column in zip(row, columns, strict=True)
         if isinstance(each, str)]
        for row in rows
    ]  # fmt: skip
    width = math.fsum(column.width for column in columns)
    texts += [[(said, width)] for said in in_rows(total, width, size)]
    return math.fsum(row_height(said, size, LOWEST_ROW) for said in texts)
