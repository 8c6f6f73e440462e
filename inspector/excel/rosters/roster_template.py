"""The workbook in which a roster is filled in: headers, choices, and how to fill it in.

Examples and explanations stand on sheets of their own, so that they are never taken for data.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_header import Field
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, WrittenSheet, add_sheet, new_book
from inspector.excel.sheet.workbook_saving import save_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

_TITLE = "窗口及当班人员花名册"
_DAY = date(2026, 1, 1)  # a form belongs to no day, and the same form has the same bytes
_LINES = 100
_LAST_CHOICE = 2000  # the row down to which kinds are offered, for those who add lines

_WIDTHS: Mapping[Field, float] = {
    Field.SITE: 20,
    Field.WINDOW: 14,
    Field.KIND: 14,
    Field.STAFF_NUMBER: 11,
    Field.STAFF_NAME: 11,
    Field.TEAM: 11,
    Field.DEPARTMENT: 15,
    Field.LEADER: 11,
}
_REQUIRED = (Field.SITE, Field.WINDOW)
_EXPLANATIONS: Mapping[Field, tuple[str, str, str]] = {
    Field.SITE: ("每行都填；也可以合并单元格，合并的各行都算", "城东营业厅", "城东营业厅"),
    Field.WINDOW: ("与窗口标牌一致；同一窗口多人轮班，每人一行", "1号窗口", "1号窗口"),
    Field.KIND: ("从下拉列表中选择，决定检查哪些项目；不填的按窗口名称识别，如“导诊台”", "", ""),
    Field.STAFF_NUMBER: ("检查时显示工号，不显示姓名", "1001", "1002"),
    Field.STAFF_NAME: ("可不填", "张三", "李四"),
    Field.TEAM: ("可不填", "早班", "晚班"),
    Field.DEPARTMENT: ("可不填；写入整改台账", "综合部", "综合部"),
    Field.LEADER: ("可不填；写入整改台账", "王五", "王五"),
}


def write_template(
    path: Path, window_kinds: Sequence[WindowKind], rows: Iterable[RosterRow]
) -> None:
    """Write the workbook to `path`, holding `rows` already; see `write_roster_template`."""
    book = new_book(_TITLE, "", _DAY)
    styles = Styles(book)
    fields = [field for field in Field if window_kinds or field is not Field.KIND]
    titles = {kind.id: kind.title for kind in window_kinds}
    filled: list[list[Value]] = [[_value(row, field, titles) for field in fields] for row in rows]
    blank: list[list[Value]] = [[None] * len(fields)] * max(0, _LINES - len(filled))
    roster = add_sheet(book, _roster_plan(fields), filled + blank, styles)
    add_sheet(book, _EXPLANATION_PLAN, _explanations(fields, window_kinds), styles)
    if window_kinds:
        kinds = {kind.title: "、".join(kind.aliases) or None for kind in window_kinds}
        offered = add_sheet(book, _KIND_PLAN, kinds.items(), styles)
        roster.sheet.data_validations.append(
            _choice(offered, f"C{roster.first_row}:C{max(_LAST_CHOICE, roster.last_row)}")
        )
    save_workbook(book, path)


def _roster_plan(fields: Sequence[Field]) -> SheetPlan:
    return SheetPlan(
        name="花名册",
        title=_TITLE,
        columns=[
            Column(f"{field.value}*" if field in _REQUIRED else field.value, _WIDTHS[field])
            for field in fields
        ],
        report_line=("带*的栏目必填", "", "填写要求见“填写说明”"),
        landscape=False,
        frozen_columns=2,
    )


_EXPLANATION_PLAN = SheetPlan(
    name="填写说明",
    title="填写说明",
    columns=(
        Column("栏目", 12),
        Column("必填", 8),
        Column("怎样填写", 46, Kind.TEXT),
        Column("示例一", 14),
        Column("示例二", 14),
    ),
    notes=(
        "1. 请填在“花名册”工作表中，可以增加行，也可以增加工作表；多余的栏目不影响导入。",
        "2. 每格填写文字或数字，不要使用公式。",
        "3. 全部正确才会导入；有错误时逐格指出，改好后再次导入即可，重复导入不会产生重复的窗口。",
    ),
    landscape=False,
)
_KIND_PLAN = SheetPlan(
    name="窗口类型",
    title="可选的窗口类型",
    columns=(Column("名称", 20), Column("也可以写作", 40, Kind.TEXT)),
    landscape=False,
)


def _explanations(fields: Sequence[Field], kinds: Sequence[WindowKind]) -> Iterable[list[Value]]:
    for field in fields:
        how, first, second = _EXPLANATIONS[field]
        if field is Field.KIND:
            first = second = kinds[0].title
        yield [field.value, "是" if field in _REQUIRED else "否", how, first, second]


def _value(row: RosterRow, field: Field, titles: Mapping[str, str]) -> str | None:
    values = {
        Field.SITE: row.site,
        Field.WINDOW: row.window,
        Field.KIND: titles.get(row.kind, row.kind),
        Field.STAFF_NUMBER: row.staff_number,
        Field.STAFF_NAME: row.staff_name,
        Field.TEAM: row.team,
        Field.DEPARTMENT: row.department,
        Field.LEADER: row.leader,
    }
    return values[field] or None


def _choice(offered: WrittenSheet, area: str) -> "DataValidation":
    """Return the drop-down list over `area` that offers the first column of a sheet."""
    from openpyxl.worksheet.datavalidation import DataValidation

    source = f"'{offered.sheet.title}'!$A${offered.first_row}:$A${offered.last_row}"
    return DataValidation(
        "list",
        formula1=source,
        sqref=area,
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="窗口类型",
        error="请从列表中选择窗口类型。",
    )
