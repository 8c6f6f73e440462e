"""The ledger of findings and how they are put right (整改台账) as a workbook (DOMAIN §3.1)."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from inspector.domain.finding import Finding
from inspector.domain.points import to_decimal
from inspector.excel.chosen_columns import chosen, frozen_columns
from inspector.excel.heading import Heading
from inspector.excel.progress import Progress, unheard
from inspector.excel.rectification_rows import ledger_values
from inspector.excel.saving import save_workbook
from inspector.excel.sheet import SheetPlan, Value, begin_sheet, new_book
from inspector.excel.sheet_style import STOCK_FONTS, Column, Fonts, Kind, Styles
from inspector.excel.terms import NO_FINDINGS, NOTHING

# Narrow, since 21 columns share one page: 5.2 units break words of four characters in the middle,
# 9.2 hold them on one line; a date wants 15.
_COLUMNS = (
    Column("序号", 5.2, Kind.NUMBER),
    Column("问题编号", 9.8),
    Column("检查时间", 15.6, Kind.DATE),
    Column("单位", 11.5),
    Column("窗口", 9.8),
    Column("存在问题", 26, Kind.TEXT),
    Column("问题类别", 5.2),
    Column("扣分", 5.2, Kind.NUMBER),
    Column("整改要求（措施）", 22, Kind.TEXT),
    Column("责任部门（科室）", 11),
    Column("责任人", 8),
    Column("责任领导", 9.2),
    Column("整改类型", 5.2),
    Column("整改时限", 15.6, Kind.DATE),
    Column("整改情况", 12, Kind.TEXT),
    Column("完成时间", 15.6, Kind.DATE),
    Column("复查时间", 15.6, Kind.DATE),
    Column("复查结果", 7.2),
    Column("复查人", 8),
    Column("销号状态", 9.2),
    Column("备注", 9.2),
)

_OPTIONAL_COLUMNS = (
    Column("工号", 8),
    Column("复核后扣分", 7.2, Kind.NUMBER),
    Column("第几次", 7.2, Kind.NUMBER),
    Column("整改通知单", 12),
)
"""Left out unless somebody wants them."""

LEDGER_HEADERS = tuple(column.header for column in (*_COLUMNS, *_OPTIONAL_COLUMNS))
OPTIONAL_LEDGER_HEADERS = frozenset(column.header for column in _OPTIONAL_COLUMNS)
FIXED_LEDGER_HEADERS = frozenset({"问题编号", "存在问题"})
"""What a finding is known by, and what it is."""

_IN_SIGHT = ("序号", "问题编号", "检查时间", "单位", "窗口")
_BODY_SIZE = 10.5  # 五号


def write_rectification(
    path: Path,
    findings: Sequence[Finding],
    heading: Heading,
    today: date,
    headers: Sequence[str] = LEDGER_HEADERS[: len(_COLUMNS)],
    progress: Progress = unheard,
    fonts: Fonts = STOCK_FONTS,
) -> None:
    """Write the ledger of `findings`, in their order, to `path`, with the columns of `headers`.

    逾期 is reckoned on `today`. Without findings the ledger says so in its only row. What has
    still to happen is left blank, to be filled in. Raises what `save_workbook` raises.
    """
    title = heading.title("文明窗口检查问题整改台账")
    book = new_book(title, heading.unit, heading.reported_on)
    columns = chosen((*_COLUMNS, *_OPTIONAL_COLUMNS), headers)
    plan = SheetPlan(
        name="整改台账",
        title=title,
        columns=columns,
        label=heading.label,
        report_line=heading.report_line("单位：分"),
        foot=heading.foot,
        frozen_columns=frozen_columns(columns, _IN_SIGHT),
        body_size=_BODY_SIZE,
    )
    writer = begin_sheet(book, plan, Styles(book, fonts))
    for number, finding in enumerate(findings, 1):
        progress(number, len(findings))
        values: dict[str, Value] = {"序号": number, **ledger_row(finding, today)}
        writer.write_row([values[header] for header in headers])
    if not findings:
        clean = _clean_row(heading.unit)
        writer.write_row([clean.get(header, NOTHING) for header in headers])
    writer.write_end()
    save_workbook(book, path)


def ledger_row(finding: Finding, today: date) -> Mapping[str, Value]:
    """Return what stands in every column but 序号, the optional ones as well."""
    reviewed = finding.reviewed_deduction
    return {
        **ledger_values(finding, today),
        "工号": finding.staff_number or NOTHING,
        "复核后扣分": NOTHING if reviewed is None else to_decimal(reviewed),
        "第几次": finding.times_at_window,
        "整改通知单": finding.notice or NOTHING,
    }


def _clean_row(unit: str) -> Mapping[str, Value]:
    """Return the row of a ledger without findings: even then a superior expects one."""
    return {"序号": 1, "单位": unit, "存在问题": NO_FINDINGS, "备注": None}
