"""The rows of a roster that are about the table and not part of it."""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto

from inspector.excel.reading.plain_sheets import Cell


class FootRow(Enum):
    """What such a row is."""

    TOTAL = auto()  # anywhere, as 小计 stands between
    SIGNATURE = auto()  # the table is over, unless full lines follow


_TOTAL = re.compile(r"(本页)?(合计|总计|小计|共计)([^\u4e00-\u9fff].*)?|.{0,30}(合计|总计|小计)")
_SIGNATURE = re.compile(
    r"(填表人?|填报人?|制表人?|审核人?|复核人?|审批人?|经办人|签字|签名|签章|盖章|联系人|联系电话|电话"
    r"|(单位|部门|科室)?(负责人|领导)|主管领导|(填报|制表)?(单位|部门|时间|日期)|日期|注\d*|说明|备注)"
    r"(签字|签名|签章|盖章)?(\(.*?\))?(:.*|)",
    re.DOTALL,
)


def foot_row(cells: Iterable[tuple[int, Cell]]) -> FootRow | None:
    """Tell what a row is by its first text; `cells` are by column. None: an ordinary row."""
    texts = (str(cell.value) for _, cell in sorted(cells) if cell.type == "s")
    first = "".join(unicodedata.normalize("NFKC", next(texts, "")).split())
    if _TOTAL.fullmatch(first):
        return FootRow.TOTAL
    if first and _SIGNATURE.fullmatch(first):
        return FootRow.SIGNATURE
    return None
