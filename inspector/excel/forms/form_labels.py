"""The labels of a form beside its tables: 填报单位：, 负责人：, 年 月 日."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspector.excel.forms.form_mapping import MappedLabel
from inspector.excel.forms.form_records import has_lines
from inspector.excel.reading.sheet_table import plain_head

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LABELS: Mapping[str, str] = {
    label: word
    for word, labels in {
        "单位": "填报单位 报送单位 上报单位 填表单位 汇总单位 报告单位 制表单位 填报部门 报送部门",
        "检查单位": "检查单位 检查部门 督查单位",
        "被检查单位": "被检查单位 受检单位 被检单位 迎检单位 受检查单位 单位名称 单位",
        "填表人": "填报人 填表人 制表人 经办人 报送人 上报人 填报人员 制表 填表",
        "审核人": "审核人 审核 复核人",
        "填报日期": "填报日期 填报时间 填表日期 填表时间 日期 报送日期 报送时间 上报时间 上报日期"
        " 制表日期 制表时间 时间",
        "期间": "期间 报告期 统计时间 统计期间 统计月份 检查月份 月份 所属月份 检查期间 报告期间"
        " 统计周期 所属期 检查时段",
    }.items()
    for label in labels.split()
}
LEFT_BLANK = frozenset(
    ("联系电话", "联系人", "联系方式", "电话", "签字", "签名", "盖章", "单位盖章", "公章",
     "分管领导", "主要领导", "主要负责人", "分管负责人", "领导签字", "负责人签字", "审批人",
     "签发人", "审签人", "负责人", "单位负责人", "科室负责人", "部门负责人",
     "手机", "传真", "邮箱", "批准人", "领导", "检查人", "检查人员", "检查组长")
)  # fmt: skip
"""Labels that are understood and left alone: whoever signs writes there."""

_LABEL = re.compile(r"([一-鿿](?:[ 　]*[一-鿿]){1,11})(?:[（(][^（()）]{0,12}[)）])?[ 　]*[：:]")
_BLANKS = " \t\n_＿　"
_BY_HAND = re.compile("签字|签名|签章|盖章")
_DAY_WORD = "填报日期"
_DAY = re.compile(r"(?<![\d年])((?:20\d\d)?)[\s_＿　]*年[\s_＿　]+月[\s_＿　]+日")
_MONTH = re.compile(r"(?:(?<=[\s_＿　])|^)[\s_＿　]*年[\s_＿　]+月(?![\s_＿　]*日)")
_WIDE_GAP = re.compile("[ ]{2,}|　{2,}")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Blank:
    """What of a cell's text is to be filled: from `begin` to `end`; in the next cell: -1."""

    label: str
    word: str
    begin: int = -1
    end: int = -1


def labels_of(sheet: "Worksheet", tables: Sequence[tuple[int, int]]) -> Iterator[MappedLabel]:
    """Yield the labels of a sheet outside its `tables`, which are first and last rows."""
    for cell, text in label_cells(sheet, tables):
        for blank in blanks_of(sheet, cell, text):
            yield MappedLabel(f"{sheet.title}!{cell.coordinate}", blank.label, blank.word)


def blanks_of(sheet: "Worksheet", cell: object, text: str) -> list[Blank]:
    """Return what of a cell can be filled; a label without a colon has an empty cell beside it."""
    found = list(blanks_in(text))
    label = plain_head(text)
    known = label in LABELS or label in LEFT_BLANK
    if not found and known and not _BY_HAND.search(text) and next_cell(sheet, cell) is not None:
        found.append(Blank(label, LABELS.get(label, ""), len(text), len(text)))
    return found


def label_cells(
    sheet: "Worksheet", tables: Sequence[tuple[int, int]]
) -> "Iterator[tuple[Any, str]]":
    """Yield the cells outside the tables whose text may hold a label."""
    for (row, _), cell in sorted(sheet._cells.items()):
        value = cell.value
        if not isinstance(value, str) and type(value).__name__ != "CellRichText":
            continue
        text = str(value)
        inside = any(first <= row <= last for first, last in tables)
        if not inside and cell.data_type != "f" and len(text) <= _LONGEST:
            yield cell, text


def blanks_in(text: str) -> Iterator[Blank]:
    """Yield what of a text can be filled, from the left; it is blank as it came."""
    matches = list(_LABEL.finditer(text))
    taken: list[tuple[int, int]] = []
    for at, match in enumerate(matches):
        whole = plain_head(match[1])
        known = whole in LABELS or whole in LEFT_BLANK
        label = whole if known else plain_head(_WIDE_GAP.split(match[1])[-1])
        word = "" if _BY_HAND.search(match[0]) else LABELS.get(label, "")
        if label not in LABELS and label not in LEFT_BLANK:
            continue
        begin, end = match.end(), matches[at + 1].start() if at + 1 < len(matches) else len(text)
        day = _DAY.search(text, begin, end)
        if day and not text[day.end() : end].strip(_BLANKS) and word != _DAY_WORD:
            if not word:  # whoever signs writes the day as well
                taken.append(day.span())
            end = day.start()
        elif day:
            begin, end = day.span()
        if text[begin:end].strip(_BLANKS) and not day:
            continue
        taken.append((begin, end))
        yield Blank(label, word, begin, end)
    for pattern, word in ((_DAY, _DAY_WORD), (_MONTH, "期间")):
        for found in pattern.finditer(text):
            first, last = found.span()
            if not any(begin < last and first < end for begin, end in taken):
                yield Blank("年月日" if word == _DAY_WORD else "年月", word, first, last)


def next_cell(sheet: "Worksheet", cell: object) -> "Cell | None":
    """Return the empty cell to the right that is made for what a label asks, or none.

    It has lines around it, or is merged; without them a text stands behind its label as well.
    """
    own: Any = cell
    last = own.column
    for area in sheet.merged_cells.ranges:
        if (area.min_row, area.min_col) == (own.row, own.column):
            last = area.max_col
    cells: Any = sheet._cells
    beside: Cell | None = cells.get((own.row, last + 1))
    if beside is None or beside.value is not None:
        return None
    areas = [
        area for area in sheet.merged_cells.ranges if beside.coordinate in area
    ]  # fmt: skip
    if any((area.min_row, area.min_col) != (own.row, last + 1) for area in areas):
        return None
    return beside if areas or has_lines(beside) else None
