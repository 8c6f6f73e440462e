"""Columns of the ledger that share one cell where A4 has no room for each: the print edition.

Units read and change what identifies a finding, and fill in what they did: those columns always
stand alone, so that a sheet in this form comes back like the full table.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from inspector.excel.reading.sheet_table import plain_head
from inspector.excel.sheet.fill_in import DONE_ON
from inspector.excel.sheet.sheet_style import Column, Kind
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.terms import NOTHING

_OVERDUE = re.compile(r"，逾期\d+天")


@dataclass(frozen=True, slots=True)
class _Group:
    parts: tuple[str, ...]
    width: float
    kind: Kind = Kind.SHORT


# Wide enough that 领导：值班经理, 2026-11-19完成 and 2026-11-20复查 have a line each.
_GROUPS = (
    _Group(("检查时间", "问题类别", "扣分", "检查时扣分", "复核后扣分"), 13.8),
    _Group(("责任部门（科室）", "责任人", "责任领导", "工号"), 14.9),
    _Group(("整改类型", "整改时限", "销号状态"), 13.8),
    _Group(
        (DONE_ON, "复查时间", "复查结果", "复查人", "第几次", "整改通知单", "备注"), 17.9, Kind.TEXT
    ),
)
_SAID = {
    "扣分": "扣{}分", "检查时扣分": "检查时扣{}分", "复核后扣分": "复核后扣{}分",
    "责任领导": "领导：{}", "工号": "工号{}", DONE_ON: "{}完成", "复查时间": "{}复查",
    "复查人": "（{}）", "第几次": "第{}次", "整改通知单": "通知单：{}",
}  # fmt: skip
_SAME_LINE = frozenset({"复查结果", "复查人"})


@dataclass(frozen=True, slots=True)
class Combined:
    """A column that shows several of the ledger's, one a line."""

    parts: tuple[str, ...]
    column: Column


def combined(columns: Sequence[Column]) -> list[Column | Combined]:
    """Return the columns with those that belong together in one, at the place of the first.

    One that is to be filled in stands alone.
    """
    found: list[Column | Combined] = []
    placed = set[str]()
    headers = [column.header for column in columns if not column.fill_in]
    for column in columns:
        groups = () if column.fill_in else _GROUPS
        group = next((each for each in groups if column.header in each.parts), None)
        if group is None:
            found.append(column)
        elif column.header not in placed:
            parts = tuple(part for part in group.parts if part in headers)
            placed.update(parts)
            found.append(Combined(parts, Column(_head(parts), group.width, group.kind)))
    return found


def combined_text(parts: Sequence[str], values: Mapping[str, Value]) -> str:
    """Return what a cell says of the columns `parts`, whose `values` are by header."""
    said = ""
    for part in parts:
        value = values[part]
        if value is not None and value != NOTHING:
            line = "" if part in _SAME_LINE or not said else "\n"
            said += line + _SAID.get(part, "{}").format(_plain(value))
    return said or NOTHING


def without_overdue(text: str) -> str:
    """Return what a state says but for how long it is overdue, which tomorrow changes."""
    return _OVERDUE.sub("", text)


def combined_parts(heads: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the columns that share a cell, by those of plain `heads` that name them."""
    return {head: _BY_HEAD[head] for head in heads if head in _BY_HEAD}


def _head(parts: Sequence[str]) -> str:
    return "、".join(part.partition("（")[0] for part in parts)


def _plain(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)


_BY_HEAD = {
    plain_head(_head(parts)): parts
    for group in _GROUPS
    for count in range(2, len(group.parts) + 1)
    for parts in combinations(group.parts, count)
}
COMBINED_HEADS = frozenset(_BY_HEAD)
"""Every head that a combined column may have, plain."""
