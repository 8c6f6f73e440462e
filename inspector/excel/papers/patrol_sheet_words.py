"""What became of a patrol's finding, in the words of its record sheet (晨会纠正情况)."""

from collections.abc import Mapping, Sequence
from datetime import date

from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.finding.finding_event import (
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    DiscussedAt,
    FindingEvent,
    Rechecked,
    ReportedDone,
    SourceKind,
)
from inspector.domain.visit.inspection import Inspection, Slot
from inspector.domain.visit.patrol import PATROLS_PER_SLOT
from inspector.domain.visit.patrol_duty import PatrolDuty
from inspector.excel.sheet.terms import FINDING_STATES, staff_title

SLOTS: Mapping[Slot, str] = {Slot.MORNING: "上午", Slot.AFTERNOON: "下午"}

_LONGEST_LINE = 500
"""Characters of a line below the table; a longer text goes on in the next one."""

_OUTCOMES: Mapping[AppealOutcome, str] = {
    AppealOutcome.UPHELD: "申诉维持原判",
    AppealOutcome.WITHDRAWN: "申诉成立，已撤销",
    AppealOutcome.DOWNGRADED: "申诉后减轻",
}


def time_words(inspection: Inspection) -> str:
    """Return from when to when a patrol was made: 09:05至09:21."""
    begun, ended = f"{inspection.started_at:%H:%M}", inspection.completed_at
    return begun if ended is None or f"{ended:%H:%M}" == begun else f"{begun}至{ended:%H:%M}"


def duty_words(duty: PatrolDuty) -> str:
    """Return how the patrols made stand to those due, in a few words."""
    return f"应巡{duty.due}次　已巡{duty.made}次　漏巡{duty.missing}次"


def missed_words(duty: PatrolDuty) -> list[str]:
    """Return the lines below the table: what was due, and which patrols were missed."""
    beyond = f"；另有加巡{duty.beyond}次，不抵漏巡" if duty.beyond else ""
    by_day: dict[date, list[str]] = {}
    for each in duty.missed:
        by_day.setdefault(each.day, []).append(f"{SLOTS[each.slot]}{each.missing}次")
    days = "；".join(f"{_day(day)}{'、'.join(slots)}" for day, slots in by_day.items())
    missed = f"漏巡{duty.missing}次：{days}。" if days else "漏巡：无。"
    return [
        f"注：每个工作日上午、下午各应巡视{PATROLS_PER_SLOT}次，未结束的时段不计漏巡{beyond}。",
        *(missed[begin : begin + _LONGEST_LINE] for begin in range(0, len(missed), _LONGEST_LINE)),
    ]


def meeting_words(finding: Finding, life: Sequence[FindingEvent]) -> str | None:
    """Return what was done about a finding after the patrol, each step on its line.

    None while nothing was: the cell stays blank, to be filled in with a pen.
    """
    later = [event for event in life if event.source.kind is not SourceKind.INSPECTION]
    said = [f"{_day(event.at.date())}{words}" for event in later if (words := _words(event))]
    if not said:
        said = [
            f"{_day(event.at.date())}晨会已讲评"
            for event in later
            if isinstance(event, DiscussedAt)
        ]
    if said:
        return "\n".join(said)
    return FINDING_STATES[finding.state] if finding.state is FindingState.WITHDRAWN else None


def _words(event: FindingEvent) -> str:
    match event:
        case Corrected(note=note):
            return _with("已当场纠正", note)
        case Assigned():
            who = "、".join(name for name in (event.department, staff_title(event.owner)) if name)
            return _with("转整改", f"{who}，限{_day(event.deadline)}前")
        case ReportedDone(text=text):
            return _with("已报整改完成", text)
        case Rechecked(passed=passed, note=note):
            return _with("复查通过，已销号" if passed else "复查未通过", note)
        case Appealed(reason=reason):
            return _with("申诉待核", reason)
        case AppealDecided(outcome=outcome):
            return _OUTCOMES[outcome]
    return ""


def _with(what: str, words: str) -> str:
    return f"{what}：{words}" if words else what


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
