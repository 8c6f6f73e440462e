"""What the ledger (整改台账) says of a finding, column by column."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from inspector.domain.checklist.checklist import Responsible
from inspector.domain.checklist.points import to_decimal
from inspector.domain.finding.assignment import answerable_department
from inspector.domain.finding.finding import Finding, FindingState, RectificationType
from inspector.excel.papers.ledger.combined_columns import (
    combined_parts,
    combined_text,
    without_overdue,
)
from inspector.excel.papers.reviewed_score_words import deduction_remark
from inspector.excel.reading.sheet_table import plain_head
from inspector.excel.sheet.fill_in import DONE_ON, NUMBER, PROGRESS
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.terms import (
    CATEGORIES,
    FINDING_STATES,
    NOTHING,
    RECTIFICATION_TYPES,
    RESPONSIBLE,
    VETO,
    VETO_MARK,
    numbered,
    staff_title,
)

STATE = "销号状态"


def ledger_values(finding: Finding, today: date) -> Mapping[str, Value]:
    """Return what stands in the columns of the ledger, by header; 逾期 is reckoned on `today`.

    扣分 is what appeals left; what it was as found stands under 备注.
    """
    rechecked_on, outcome, rechecked_by = _recheck(finding)
    return {
        "问题编号": finding.number,
        "检查时间": finding.raised_at.date(),
        "单位": finding.site_name,
        "窗口": finding.window_number,
        "存在问题": problem_text(finding),
        "问题类别": CATEGORIES[finding.category],
        "扣分": to_decimal(finding.counted_deduction),
        "整改要求（措施）": finding.requirement or NOTHING,
        "责任部门（科室）": _department(finding),
        "责任人": _owner(finding),
        "责任领导": finding.leader or NOTHING,
        "整改类型": RECTIFICATION_TYPES[finding.type],
        "整改时限": finding.deadline,
        "整改情况": progress_text(finding),
        "完成时间": done_day(finding),
        "复查时间": rechecked_on,
        "复查结果": outcome,
        "复查人": rechecked_by,
        STATE: _state(finding, today),
        "备注": _remark(finding),
    }


def read_only_texts(
    finding: Finding, today: date, heads: Collection[str] = ()
) -> Mapping[str, str]:
    """Return what stands in the columns that nobody fills in, as it is read back.

    By plain header: days as 2026-11-27, the state without 逾期, which tomorrow changes. Of columns
    that share a cell those are there that `heads` name.
    """
    writable = {NUMBER, PROGRESS, DONE_ON}
    own = ledger_values(finding, today)
    values: dict[str, Value] = {plain_head(k): v for k, v in own.items()}
    for head, parts in combined_parts(heads).items():
        known = {part: own.get(part) for part in parts}
        values[head] = without_overdue(combined_text(parts, known))
    texts = {k: _read_back(value) for k, value in values.items() if k not in writable}
    return {**texts, STATE: state_only(texts[STATE])}


def state_only(text: str) -> str:
    """Return a state without how long it is overdue."""
    return without_overdue(text)


def _read_back(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)


def problem_text(finding: Finding) -> str:
    """Return what was wrong, with the mark of a veto."""
    problem = finding.text or finding.item_text
    return f"{VETO_MARK}{problem}" if finding.brands else problem


def _department(finding: Finding) -> str:
    return answerable_department(finding) or NOTHING


def _owner(finding: Finding) -> str:
    if finding.owner and finding.owner == finding.staff_number:
        return numbered(finding.owner)
    if finding.owner:
        return staff_title(finding.owner)
    team = finding.responsible is Responsible.TEAM
    return RESPONSIBLE[Responsible.TEAM] if team else NOTHING


def progress_text(finding: Finding) -> str | None:
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


def done_day(finding: Finding) -> date | str | None:
    """Return when it was done, as far as anybody said."""
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
    on_the_spot = (
        finding.state is FindingState.CLOSED and finding.type is RectificationType.IMMEDIATE
    )
    none_to_come = on_the_spot or finding.state is FindingState.WITHDRAWN
    return [NOTHING if none_to_come else None] * 3


def _remark(finding: Finding) -> str | None:
    """Return what is particular: a veto, an appeal, another round, a repeat, more time."""
    said = [VETO] if finding.brands else []
    if finding.appealed_at is not None:
        said.append("申诉待核")
    if (day := finding.asked_until) is not None:
        said.append(f"申请延期至{day.month}月{day.day}日")
    if reviewed := deduction_remark(finding):
        said.append(reviewed)
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
