"""What became of a patrol's finding, in the words of its record sheet (晨会纠正情况)."""

from collections.abc import Mapping, Sequence
from datetime import date

from inspector.domain.finding import AppealOutcome, Finding, FindingState
from inspector.domain.finding_event import (
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
from inspector.domain.inspection import Slot
from inspector.excel.terms import FINDING_STATES

SLOTS: Mapping[Slot, str] = {Slot.MORNING: "上午", Slot.AFTERNOON: "下午"}

_OUTCOMES: Mapping[AppealOutcome, str] = {
    AppealOutcome.UPHELD: "申诉维持原判",
    AppealOutcome.WITHDRAWN: "申诉成立，已撤销",
    AppealOutcome.DOWNGRADED: "申诉后减轻",
}


def meeting_words(finding: Finding, life: Sequence[FindingEvent]) -> str | None:
    """Return what was done about a finding after the patrol, each step on its line.

    None while nothing was: the cell stays blank, to be filled in with a pen.
    """
    later = [event for event in life if event.source.kind is not SourceKind.INSPECTION]
    said = [f"{_day(event.at.date())}{words}" for event in later if (words := _words(event))]
    if not said:
        said = [
            f"{_day(event.at.date())}晨会已通报"
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
            who = "、".join(name for name in (event.department, event.owner) if name)
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
