"""The heads of a paper score sheet, on one row or two: 项目, 要求标准, 分值, 评分标准, 扣分理由.

What else stands over a column is a text column of the sheet's own, unless it is one that is filled
in by hand (扣分, 得分) or counts rows (序号).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import zip_longest

from inspector.domain.checklist.schema_fields import Leaf
from inspector.excel.packs.pack_fields import ITEM_FIELDS
from inspector.excel.packs.scoring_words import told_apart
from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import Heads, plain_head, texts_of


class Part(Enum):
    """What a column of a score sheet is for."""

    HEADING = auto()
    TEXT = auto()
    POINTS = auto()
    RULE = auto()
    CATEGORY = auto()
    NUMBER = auto()
    FILLED = auto()


_HEADS = Heads(
    {
        Part.HEADING: "栏目 考核项目 检查项目 评分项目 考评项目 测评项目 项目 大项 一级指标"
        " 考核类别 指标",
        Part.TEXT: "要求标准 标准要求 考核内容 检查内容 考评内容 测评内容 考核标准 检查标准"
        " 工作标准 服务标准 内容 标准 要求 具体要求 工作要求 内容及要求 考核要点 检查要点"
        " 二级指标 三级指标 细项 考核内容及标准 考核内容及要求 检查内容及标准 考核细则",
        Part.POINTS: "分值 标准分 标准分值 满分 满分值 应得分 基本分 配分 分数 权重分",
        Part.RULE: "评分标准 扣分标准 评分办法 计分办法 扣分办法 评分细则 扣分细则 评分方法"
        " 计分标准 计分方法 扣分方法 扣分说明 评分说明 评分规则 扣分规则",
        Part.CATEGORY: "类别 所属类别 归类 四类",
        Part.NUMBER: "序号 编号 号 项次",
        Part.FILLED: "扣分 得分 实得分 实得 扣分理由 扣分原因 扣分情况 扣分事由 自评分"
        " 自评得分 自查得分 自查分 考核分 考核得分 检查得分 考评分 考评得分 评分 复核分"
        " 复核得分 检查情况 存在问题 备注 考核评分 检查结果 实际得分 小计",
    }
)
_OWN_KEYS = {
    "gravity", "scope", "method", "must", "photo", "responsible", "requirement", "deadline",
    "basis", "short",
}  # fmt: skip
OWN_FIELDS: dict[str, Leaf] = {
    plain_head(leaf.label): leaf for leaf in ITEM_FIELDS if leaf.key[-1] in _OWN_KEYS
}
"""Columns of the full workbook that a score sheet may have as well, by their plain heads."""

_LAST_HEADER = 15  # rows from the top
_DEDUCTED = re.compile(r"扣\D{0,4}\d")


@dataclass(frozen=True, slots=True)
class ScoreHeads:
    """Where the columns of a score sheet are; `own` and `printed` by what stands over them."""

    first: int  # the row of the header
    last: int
    columns: dict[Part, int]
    own: dict[str, int]
    printed: dict[str, int]
    filled: tuple[str, ...]

    @property
    def text(self) -> int:
        """The column of the items: 项目 is one where no other is."""
        return self.columns.get(Part.TEXT) or self.columns[Part.HEADING]

    @property
    def heading(self) -> int | None:
        """The column of the sheet's own headings."""
        return self.columns.get(Part.HEADING) if Part.TEXT in self.columns else None


def is_score_sheet(sheets: Sequence[Sheet]) -> bool:
    """Tell whether a sheet is a score sheet as people print it, faulty or not."""
    return any(True for _ in score_sheets(sheets))


def score_sheets(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, ScoreHeads]]:
    """Yield the visible sheets that are score sheets, with their heads."""
    for sheet in sheets:
        heads = None if sheet.hidden else find_heads(sheet)
        if heads is not None and (Part.RULE in heads.columns or _says_deductions(sheet, heads)):
            yield sheet, heads


def find_heads(sheet: Sheet) -> ScoreHeads | None:
    """Return the heads of a sheet, None where there are none for an item and its points."""
    for row, following in zip_longest(sheet.rows, sheet.rows[1:]):
        if row.number > _LAST_HEADER:
            break
        texts, last = dict(texts_of(row)), row.number
        if len(texts) < 2:  # a title
            continue
        if following is not None and _continues(sheet, row, following):
            texts |= dict(texts_of(following))
            last = following.number
        heads = _heads(row.number, last, texts)
        if heads is not None:
            return heads
    return None


def _heads(first: int, last: int, texts: dict[int, str]) -> ScoreHeads | None:
    columns: dict[Part, int] = {}
    own: dict[str, int] = {}
    printed: dict[str, int] = {}
    filled: list[str] = []
    for column, text in sorted(texts.items()):
        plain = plain_head(text)
        part = _HEADS.names.get(plain)
        if plain in OWN_FIELDS and plain not in own:
            own[plain] = column
        elif part is Part.FILLED:
            filled.append(" ".join(text.split()))
        elif part is not None and part not in columns:
            columns[part] = column
        elif plain:
            printed.setdefault(" ".join(text.split()), column)
    named = Part.TEXT in columns or Part.HEADING in columns
    if Part.POINTS not in columns or not named:
        return None
    return ScoreHeads(first, last, columns, own, printed, tuple(filled))


def _continues(sheet: Sheet, row: Row, following: Row) -> bool:
    """Tell whether a row is the second row of a header: below a head merged over columns."""
    if following.number != row.number + 1:
        return False
    wide = [
        area
        for area in sheet.merged
        if area.top == area.bottom == row.number and area.right > area.left
    ]
    below = [column for column, _ in texts_of(following)]
    return bool(below) and all(
        any(area.left <= column <= area.right for area in wide) for column in below
    )


def _says_deductions(sheet: Sheet, heads: ScoreHeads) -> bool:
    """Tell whether most texts say themselves what is taken off, as there is no column for it."""
    cells = [row.cells.get(heads.text) for row in sheet.rows if row.number > heads.last]
    points = [row.cells.get(heads.columns[Part.POINTS]) for row in sheet.rows]
    texts = [
        str(cell.value) for cell, worth in zip(cells, points[-len(cells) :], strict=True)
        if cell is not None and worth is not None
    ]  # fmt: skip
    told = [text for text in texts if told_apart(text)[1] and _DEDUCTED.search(text)]
    return len(texts) > 0 and 2 * len(told) >= len(texts)
