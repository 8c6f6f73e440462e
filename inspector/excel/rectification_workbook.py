"""The ledger of findings and how they are put right (整改台账) as a workbook (DOMAIN §3.1)."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from inspector.domain.checklist import Responsible
from inspector.domain.finding import AppealOutcome, Finding, FindingState, RectificationType
from inspector.domain.points import format_points, to_decimal
from inspector.excel.heading import Heading
from inspector.excel.saving import save_workbook
from inspector.excel.sheet import SheetPlan, Value, add_sheet, new_book
from inspector.excel.sheet_style import STOCK_FONTS, Column, Fonts, Kind, Styles
from inspector.excel.terms import (
    CATEGORIES,
    FINDING_STATES,
    NO_FINDINGS,
    NOTHING,
    RECTIFICATION_TYPES,
    RESPONSIBLE,
    VETO,
    VETO_MARK,
)

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
_FROZEN_COLUMNS = 5  # up to 窗口
_BODY_SIZE = 10.5  # 五号


def write_rectification(
    path: Path,
    findings: Iterable[Finding],
    heading: Heading,
    today: date,
    fonts: Fonts = STOCK_FONTS,
) -> None:
    """Write the ledger of `findings`, in their order, to `path`.

    逾期 is reckoned on `today`. Without findings the ledger says so in its only row. What has
    still to happen is left blank, to be filled in. Raises what `save_workbook` raises.
    """
    title = heading.title("文明窗口检查问题整改台账")
    book = new_book(title, heading.unit, heading.reported_on)
    plan = SheetPlan(
        name="整改台账",
        title=title,
        columns=_COLUMNS,
        label=heading.label,
        report_line=heading.report_line("单位：分"),
        foot=heading.foot,
        frozen_columns=_FROZEN_COLUMNS,
        body_size=_BODY_SIZE,
    )
    rows = [_row(number, finding, today) for number, finding in enumerate(findings, 1)]
    add_sheet(book, plan, rows or [_clean_row(heading.unit)], Styles(book, fonts))
    save_workbook(book, path)


def _row(number: int, finding: Finding, today: date) -> list[Value]:
    problem = finding.text or finding.item_text
    return [
        number,
        finding.number,
        finding.raised_at.date(),
        finding.site_name,
        finding.window_number,
        f"{VETO_MARK}{problem}" if finding.veto else problem,
        CATEGORIES[finding.category],
        to_decimal(finding.deduction),
        finding.requirement or NOTHING,
        _department(finding),
        _owner(finding),
        finding.leader or NOTHING,
        RECTIFICATION_TYPES[finding.type],
        finding.deadline,
        _progress(finding),
        _done_on(finding),
        *_recheck(finding),
        _state(finding, today),
        _remark(finding),
    ]


def _clean_row(unit: str) -> list[Value]:
    """Return the row of a ledger without findings: even then a superior expects one."""
    row: list[Value] = [NOTHING] * len(_COLUMNS)
    headers = [column.header for column in _COLUMNS]
    row[0] = 1
    row[headers.index("单位")] = unit
    row[headers.index("存在问题")] = NO_FINDINGS
    row[headers.index("备注")] = None
    return row


def _department(finding: Finding) -> str:
    # What the whole site answers for needs no department to be somebody's task.
    whole_site = finding.responsible is Responsible.SITE
    return finding.department or (finding.site_name if whole_site else NOTHING)


def _owner(finding: Finding) -> str:
    if finding.owner and finding.owner == finding.staff_number:
        return f"工号{finding.owner}"
    if finding.owner:
        return finding.owner
    team = finding.responsible is Responsible.TEAM
    return RESPONSIBLE[Responsible.TEAM] if team else NOTHING


def _progress(finding: Finding) -> str | None:
    """Return what was done, in the words of whoever did it if there are any."""
    said = finding.correction or finding.reported_text or None
    match finding.state:
        case FindingState.WITHDRAWN:
            return NOTHING
        case FindingState.CLOSED:
            return said or "已完成整改"
        case FindingState.REPORTED:
            return said or "已报整改完成"
    return said


def _done_on(finding: Finding) -> date | str | None:
    if finding.state is FindingState.WITHDRAWN:
        return NOTHING
    closed = finding.closed_at.date() if finding.closed_at else None
    return finding.done_on or closed


def _recheck(finding: Finding) -> list[Value]:
    """Return when it was looked at again, what that came to, and who looked."""
    if finding.rechecked_at is not None:
        passed = "合格" if finding.recheck_passed else "不合格"
        return [finding.rechecked_at.date(), passed, finding.rechecked_by or NOTHING]
    # Corrected on the spot, or withdrawn: there was no recheck, and none is to come.
    spot = finding.state is FindingState.CLOSED and finding.type is RectificationType.IMMEDIATE
    none_to_come = spot or finding.state is FindingState.WITHDRAWN
    return [NOTHING if none_to_come else None] * 3


def _remark(finding: Finding) -> str | None:
    """Return what is particular: a veto, an appeal, another round, a repeat, more time."""
    said = [VETO] if finding.veto else []
    if finding.appealed_at is not None:
        said.append("申诉待核")
    elif finding.review is AppealOutcome.DOWNGRADED:
        said.append(f"复核后扣{format_points(finding.counted_deduction)}分")
    elif finding.state is FindingState.WITHDRAWN:
        said.append("复核后不扣分")
    if finding.round > 1:
        said.append(f"第{finding.round}轮整改")
    if finding.is_repeat:
        said.append(f"本窗口第{finding.times_at_window}次")
    if finding.extensions:
        said.append(f"延期{finding.extensions}次")
    if finding.recheck_note:
        said.append(finding.recheck_note)
    return "；".join(said) or None


def _state(finding: Finding, today: date) -> str:
    word = FINDING_STATES[finding.state]
    if not finding.overdue_on(today):
        return word
    return f"{word}，逾期{(today - finding.deadline).days}天"
