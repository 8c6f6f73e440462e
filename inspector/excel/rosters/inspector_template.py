"""The workbook in which inspectors are filled in, and in which the roster leaves."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.people.inspector import Inspector
from inspector.excel.rosters.inspector_heads import EXPLANATION, ROLE_WORDS, InspectorField
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet, new_book
from inspector.excel.sheet.workbook_saving import save_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

_TITLE = "检查人员名单"
_DAY = date(2026, 1, 1)  # a form belongs to no day, and the same form has the same bytes
_LINES, _LEFT_FREE = 15, 5
"""Rows to fill in: as many as one printed page has, and what is free below a longer list."""

_LAST_CHOICE = 1000

_COLUMNS = {
    InspectorField.NAME: Column("姓名*", 12),
    InspectorField.UNIT: Column("所在单位", 24, Kind.TEXT),
    InspectorField.ROLE: Column("组内职务", 10),
    InspectorField.GROUP: Column("检查组", 12),
    InspectorField.PHONE: Column("联系电话", 15),
    InspectorField.AWAY_FIRST: Column("暂不参加自", 13, Kind.NARROW_DATE),
    InspectorField.AWAY_LAST: Column("暂不参加至", 13, Kind.NARROW_DATE),
}
_EXPLANATIONS = {
    InspectorField.NAME: ("同名的在姓名后注明，如“李明（住建局）”", "周敏", "郑洁"),
    InspectorField.UNIT: (
        "写全称；与被检查单位或其主管单位相同的，检查时提示回避",
        "市文明办",
        "同上",
    ),
    InspectorField.ROLE: ("组长或成员；不填为成员。组长代表检查组签字", "组长", "成员"),
    InspectorField.GROUP: ("同组的写法一致，检查时可整组选取", "第一组", "同上"),
    InspectorField.PHONE: ("可不填", "", ""),
    InspectorField.AWAY_FIRST: ("出差、请假等暂时不能参加的，从哪一天起", "", "2026-12-1"),
    InspectorField.AWAY_LAST: ("到哪一天为止；不填表示时间未定", "", "2026-12-5"),
}
_EXPLANATION_PLAN = SheetPlan(
    name=EXPLANATION,
    title=EXPLANATION,
    columns=(
        Column("栏目", 13),
        Column("必填", 8),
        Column("怎样填写", 46, Kind.TEXT),
        Column("示例一", 13),
        Column("示例二", 13),
    ),
    notes=(
        "1. 请填在“检查人员”工作表中，可以增加行；多余的栏目不影响导入。",
        "2. 导入时与已有名单合并：表中没有的人保持不变，不再参加检查的请在程序中停用。",
        "3. 全部正确才会导入；有错误时逐格指出，改好后再次导入即可。",
    ),
    landscape=False,
)


def write_inspector_template(path: Path, inspectors: Iterable[Inspector] = ()) -> None:
    """Write the workbook to `path`, with those who inspect in it already.

    Raises what `save_workbook` raises.
    """
    book = new_book(_TITLE, "", _DAY)
    styles = Styles(book)
    filled = [_row(each) for each in inspectors]
    blank: list[list[Value]] = [[None] * len(_COLUMNS)] * max(_LEFT_FREE, _LINES - len(filled))
    plan = SheetPlan(
        name="检查人员",
        title=_TITLE,
        columns=list(_COLUMNS.values()),
        report_line=("带*的栏目必填", "", "填写要求见“填写说明”"),
        frozen_columns=1,
    )
    sheet = add_sheet(book, plan, filled + blank, styles)
    last = max(_LAST_CHOICE, sheet.last_row)
    sheet.sheet.data_validations.append(_roles(f"C{sheet.first_row}:C{last}"))
    rows = [
        [field.value, "是" if field is InspectorField.NAME else "否", *told]
        for field, told in _EXPLANATIONS.items()
    ]
    add_sheet(book, _EXPLANATION_PLAN, rows, styles)
    save_workbook(book, path)


def _row(inspector: Inspector) -> list[Value]:
    return [
        inspector.name,
        inspector.unit or None,
        ROLE_WORDS[inspector.role],
        inspector.group or None,
        inspector.phone or None,
        inspector.away_first,
        inspector.away_last,
    ]


def _roles(area: str) -> "DataValidation":
    """Return the drop-down list of the two roles over `area`."""
    from openpyxl.worksheet.datavalidation import DataValidation

    return DataValidation(
        "list",
        formula1='"组长,成员"',
        sqref=area,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="组内职务",
        error="请从列表中选择组长或成员。",
    )
