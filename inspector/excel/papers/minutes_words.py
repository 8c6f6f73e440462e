"""What a meeting came to, in the words of its minutes (晨会纪要)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from inspector.domain.checklist.points import format_points, format_score
from inspector.domain.finding.assignment import answerable_department
from inspector.domain.finding.finding import PUBLIC_AREA, AppealOutcome, Finding, FindingState
from inspector.domain.finding.finding_event import (
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    Extended,
    ExtensionAsked,
    ExtensionRefused,
    FindingEvent,
    Noted,
    Rechecked,
)
from inspector.domain.meeting.meeting import Meeting, Part, Praise, PraiseKind
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.praise_cards import PraiseCard, cards_of
from inspector.domain.meeting.same_problem import problems
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.terms import (
    FINDING_STATES,
    NO_FINDINGS,
    NOTHING,
    RECTIFICATION_TYPES,
    numbered,
    staff_title,
    window_title,
)

EARLIER = (Part.DUE_TODAY, Part.OVERDUE)
"""The parts of what was found before the last meeting."""

PARTS: Mapping[Part, str] = {
    Part.NEW: "",
    Part.DUE_TODAY: "今日到期",
    Part.OVERDUE: "逾期",
    Part.REPEATS: "重复问题",
}

_OUTCOMES: Mapping[AppealOutcome, str] = {
    AppealOutcome.UPHELD: "申诉不成立，维持扣分",
    AppealOutcome.WITHDRAWN: "申诉成立，撤销扣分",
    AppealOutcome.DOWNGRADED: "申诉后减轻",
}

_WEEKDAYS = "一二三四五六日"
NOT_DISCUSSED = "未讲评"
ENDED_MEANWHILE = "会外已了结"
ONLY_SHOWN = "已讲评"


def decided(line: MinutesLine) -> str:
    """Return what the meeting came to about a finding, each step on its line."""
    said = [words for event in line.steps if (words := _step(event))]
    if line.was_ended_meanwhile and not said:
        return ENDED_MEANWHILE
    return "\n".join(said) or (ONLY_SHOWN if line.discussed else NOT_DISCUSSED)


def state_words(finding: Finding) -> str:
    """Return where a finding stood when the meeting ended."""
    return "申诉待核" if finding.appealed_at is not None else FINDING_STATES[finding.state]


def left_out_lines(minutes: Minutes) -> list[str]:
    """Return what was left out of the meeting, a line for each problem, with its windows."""
    said = []
    for problem in problems(minutes.left_out):
        findings = [line.finding for line in problem]
        places = (place_words(each.window_number, each.staff_number) for each in findings)
        numbers = "、".join(f"{each.number}，{_day(each.deadline)}到期" for each in findings)
        said.append(f"{'、'.join(places)}：{findings[0].text}（{numbers}）")
    left = len(minutes.praise) - len(minutes.praised)
    return said + ([f"表扬{left}条，留待下次晨会"] if left else [])


def place_words(window_number: str, staff_number: str, between: str = "") -> str:
    """Return a window and the number of whoever was on duty there, in brackets or apart."""
    window = window_title(window_number)
    if window_number == PUBLIC_AREA or not staff_number:
        return window
    if between:
        return f"{window}{between}{numbered(staff_number)}"
    return f"{window}（{numbered(staff_number)}）"


def part_words(line: MinutesLine) -> str:
    """Return the part of the agenda, nothing of what is new; of a repeat 第N次发现."""
    times = line.finding.times_at_window
    again = f"第{times}次发现" if times > 1 else ""
    if line.part is Part.REPEATS:
        return again or PARTS[line.part]
    return "\n".join(filter(None, (PARTS[line.part], again)))


def earlier_words(minutes: Minutes, lines: Sequence[MinutesLine]) -> str:
    """Return how what was found before stands: closed since the last meeting, due, overdue."""
    fixed = sum(each.kind is PraiseKind.FIXED for each in minutes.praised)
    counted = [("已整改销号", fixed)]
    counted += [(PARTS[part], sum(line.part is part for line in lines)) for part in EARLIER]
    return "，".join(f"{word}{count}个" for word, count in counted if count) or "无"


def new_words(minutes: Minutes, lines: Sequence[MinutesLine]) -> str:
    """Return how many findings are new, and how many of them are repeats."""
    if not lines:
        left_out = any(line.part not in EARLIER for line in minutes.left_out)
        return f"{NOT_DISCUSSED}，见下" if left_out else NO_FINDINGS
    again = sum(line.part is Part.REPEATS for line in lines)
    return f"{len(lines)}个" + (f"，其中重复问题{again}个" if again else "")


def who_words(line: MinutesLine) -> str:
    """Return who has to put a finding right: department, then person; nobody of what is over."""
    if not line.is_open:
        return NOTHING
    finding = line.finding
    who = (answerable_department(finding), staff_title(finding.owner))
    return "、".join(dict.fromkeys(filter(None, who))) or NOTHING


def task_words(line: MinutesLine) -> str:
    """Return what has still to be done about a finding, and where: in a line, if there is room."""
    finding = line.finding
    task = finding.requirement or f"整改：{finding.text}"
    if finding.appealed_at is not None:
        task = f"申诉待核；不成立的，{task}"
    elif finding.state is FindingState.REPORTED:
        task = f"已报整改完成，待复查：{task}"
    return f"{window_title(finding.window_number)}：{task}"


def until_words(line: MinutesLine) -> str:
    """Return by when a finding has to be put right; '/' of what is over."""
    return _day(line.finding.deadline) if line.is_open else NOTHING


def praise_lines(praise: Sequence[Praise]) -> list[str]:
    """Return whom the meeting praised: each highlight, then full marks, then what was fixed.

    As in the meeting, what was put right at a window is counted, and not told again.
    """
    said = [f"{_who(each)}：{each.text}" for each in praise if each.kind is PraiseKind.HIGHLIGHT]
    full = [
        _who(each) + (f"（{each.text}）" if each.text else "")
        for each in praise
        if each.kind is PraiseKind.FULL_MARKS
    ]
    if full:
        said.append(f"检查无扣分：{'、'.join(full)}")
    if fixed := [_fixed(card) for card in cards_of(praise, PraiseKind.FIXED)]:
        said.append(f"已整改销号：{'、'.join(fixed)}")
    return [f"{number}．{text}" for number, text in enumerate(said, 1)] or ["无"]


def time_words(meeting: Meeting) -> str:
    """Return from when to when a meeting took."""
    start, end = meeting.started_at, meeting.ended_at
    day = f"{chinese_date(start.date())}（星期{_WEEKDAYS[start.weekday()]}）"
    if end is None:
        return f"{day}{start:%H:%M}开始"
    if meeting.minutes_taken is None:  # ended on a later day
        return f"{day}{start:%H:%M}开始，{_moment(end)}才结束"
    until = f"{end:%H:%M}"
    if until == f"{start:%H:%M}":
        return f"{day}{until}，用时不足1分钟"
    over = meeting.minutes_taken - meeting.budget
    late = f"，超时{over}分钟" if over > 0 else ""
    return f"{day}{start:%H:%M}—{until}，用时{meeting.minutes_taken}分钟{late}"


def attendance_words(minutes: Minutes) -> list[str]:
    """Return who was there and who was not."""
    present, absent = minutes.present, minutes.absent
    expected = len(present) + len(absent)
    return [
        f"应到{expected}人，实到{len(present)}人，缺席{len(absent)}人",
        f"参会：{'、'.join(present) or '无'}",
        f"缺席：{'、'.join(absent) or '无'}",
    ]


def satisfaction_words(minutes: Minutes) -> list[str]:
    """Return how satisfied people were in the 30 days before; of nobody asked nothing."""
    rate = minutes.satisfaction
    if rate is None or rate.percent is None or rate.bad_percent is None:
        return []
    few = "" if rate.ranked else f"，不足{rate.least}份，仅供参考"
    return [
        f"满意度：近30日测评{rate.n}份，满意率{format_score(rate.percent)}%，"
        f"差评率{format_score(rate.bad_percent)}%{few}"
    ]


def _step(event: FindingEvent) -> str:
    match event:
        case Corrected(note=note):
            return _with("已当场纠正", note)
        case Assigned(type=kind, leader=leader):  # who and until when have columns of their own
            charge = f"，{leader}分管" if leader else ""
            return f"转整改：{RECTIFICATION_TYPES[kind]}{charge}"
        case Extended():
            words = f"延期至{_day(event.deadline)}，{event.approver}批准"
            return _with(words, event.reason)
        case ExtensionAsked():
            return _with(f"申请延期至{_day(event.deadline)}", event.reason)
        case ExtensionRefused(reason=reason):
            return _with("不同意延期", reason)
        case Rechecked(passed=passed, note=note):
            return _with("复查通过，已销号" if passed else "复查未通过", note)
        case Appealed(reason=reason):
            return _with("申诉待核", reason)
        case AppealDecided():
            return _appeal(event)
        case Noted(text=text):
            return f"会议意见：{text}"
    return ""


def _appeal(event: AppealDecided) -> str:
    left = event.deduction
    words = _OUTCOMES[event.outcome]
    if left is not None:
        words += f"为扣{format_points(left)}分"
    if event.approver:
        words += f"，{event.approver}批准"
    return _with(words, event.reason)


def _fixed(card: PraiseCard) -> str:
    """Return a window, whoever was on duty at what was put right there, and how much it is."""
    first = card.praise[0]
    who = list(dict.fromkeys(_person(each) for each in card.praise if _person(each)))
    people = f"（{'、'.join(who)}）" if who and first.window_number != PUBLIC_AREA else ""
    return f"{window_title(first.window_number)}{people}{len(card.praise)}个"


def _person(praise: Praise) -> str:
    number = numbered(praise.staff_number) if praise.staff_number else ""
    return f"{number}{praise.staff_name}"


def _who(praise: Praise) -> str:
    who = place_words(praise.window_number, praise.staff_number)
    return f"{who}{praise.staff_name}" if praise.staff_name else who


def _with(what: str, words: str) -> str:
    return f"{what}：{words}" if words else what


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())}{moment:%H:%M}"
