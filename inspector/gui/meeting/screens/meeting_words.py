"""What the parts and figures of a meeting are called on its page and on the projector."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from inspector.domain.checklist.points import format_points
from inspector.domain.finding.finding import PUBLIC_AREA, Finding
from inspector.domain.finding.finding_event import EventKind, FindingEvent
from inspector.domain.finding.finding_life import HistoryEntry
from inspector.domain.meeting.meeting import Meeting, Part, Praise, PraiseKind
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.topic import TopicKind
from inspector.gui.steps.deadline_words import asked_words
from inspector.gui.words import day_text, moment_text, short_day_text, window_title
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import lost_words, state_word, story

_NUMBERED = re.compile(r"(\d+)号窗口")


def part_word(part: Part) -> str:
    """Return what a part of the agenda is called."""
    return {
        Part.NEW: tr("New finding"),
        Part.DUE_TODAY: tr("Due today"),
        Part.OVERDUE: tr("Overdue"),
        Part.REPEATS: tr("Found again"),
    }[part]


def kind_word(kind: TopicKind) -> str:
    """Return what a kind of topic is called."""
    return {
        TopicKind.NEW: tr("New finding"),
        TopicKind.DUE_TODAY: tr("Due today"),
        TopicKind.OVERDUE: tr("Overdue"),
        TopicKind.RECHECK: tr("To look at again"),
        TopicKind.PRAISE: tr("Praise"),
        TopicKind.DRILL: tr("Drill"),
    }[kind]


def praise_title(kind: PraiseKind) -> str:
    """Return why somebody is praised."""
    return {
        PraiseKind.HIGHLIGHT: tr("Well done"),
        PraiseKind.FULL_MARKS: tr("Nothing was found wrong"),
        PraiseKind.FIXED: tr("Put right and closed"),
    }[kind]


def place_word(window_number: str, staff: str) -> str:
    """Return a window and the number of whoever is on duty there."""
    window = tr("Public area") if window_number == PUBLIC_AREA else window_title(window_number)
    if window_number == PUBLIC_AREA or not staff:
        return window
    return tr("{window} · No. {staff}", window=window, staff=staff.removeprefix("工号"))


def places_word(numbers: Iterable[str]) -> str:
    """Return several windows in few words: 3、5、6号窗口."""
    places = list(dict.fromkeys(place_word(number, "") for number in numbers))
    numbered = [_NUMBERED.fullmatch(each) for each in places]
    if len(places) > 1 and all(numbered):
        return "、".join(each[1] for each in numbered if each) + "号窗口"
    return "、".join(places)


def praise_place(praise: Praise) -> str:
    """Return the window and number of whoever is praised, and the name if it may be shown."""
    return place_word(praise.window_number, _who(praise))


def staff_word(praise: Praise) -> str:
    """Return the number of whoever is praised, and the name if it may be shown; '' of no window."""
    if praise.window_number == PUBLIC_AREA or not praise.staff_number:
        return ""
    return tr("No. {staff}", staff=_who(praise).removeprefix("工号"))


def _who(praise: Praise) -> str:
    return " ".join(part for part in (praise.staff_number, praise.staff_name) if part)


def standing(finding: Finding) -> str:
    """Return the state of a finding in words; a contested one says so."""
    if finding.appealed_at is not None:
        return tr("{state}, appealed", state=state_word(finding.state))
    return state_word(finding.state)


def deduction_word(finding: Finding) -> str:
    """Return the deduction; after an appeal, both; nothing where none was made."""
    if not finding.deduction:
        return ""
    found = lost_words(finding.deduction)
    if finding.reviewed_deduction is None:
        return found
    left = format_points(finding.reviewed_deduction)
    return tr("{found}, {left} after the appeal", found=found, left=left)


def short_deduction_word(finding: Finding) -> str:
    """Return the deduction for a narrow column: 1→0 points off after an appeal."""
    if not finding.deduction or finding.reviewed_deduction is None:
        return deduction_word(finding)
    found, left = map(format_points, (finding.deduction, finding.reviewed_deduction))
    return tr("{points} off", points=f"{found}→{left}")


def deadline_word(finding: Finding, today: date) -> str:
    """Return the deadline, and how near it is."""
    day = short_day_text(finding.deadline)
    days = (finding.deadline - today).days
    if finding.state.is_ended:
        return day
    if days == 0:
        return tr("{day}, today", day=day)
    if days == 1:
        return tr("{day}, tomorrow", day=day)
    if finding.overdue_on(today):
        return tr_count(-days, "{day}, overdue by 1 day", "{day}, overdue by {count} days", day=day)
    return day


def asked_of(findings: Sequence[Finding], today: date) -> str:
    """Return until when and why more time is asked for: of windows that differ, each its own."""
    windows: dict[str, list[str]] = {}  # by what is asked for them
    for each in findings:
        said = asked_words(each.asked_until, today, each.asked_reason)
        windows.setdefault(said, []).append(each.window_number)
    if len(windows) == 1:
        return next(iter(windows))
    told = (f"{places_word(at)}{tr(': ')}{said}" for said, at in windows.items() if said)
    return tr("; ").join(told)


def step_words(steps: tuple[FindingEvent, ...]) -> list[str]:
    """Return steps as sentences, in their order."""
    lines = story([HistoryEntry(event, 1, True) for event in steps])
    said: list[str] = []
    for event, line in zip(steps, lines, strict=True):
        # What is a note elsewhere is what the meeting said, as in its workbook.
        title = tr("Meeting note") if event.kind is EventKind.NOTED else line.title
        said.append(f"{title}{tr(': ')}{line.text}" if line.text else title)
    return said


def decided_words(line: MinutesLine) -> str:
    """Return what a meeting came to about a finding."""
    said = tr("; ").join(step_words(line.steps))
    if said:
        return said
    if line.was_ended_meanwhile:
        return tr("Settled outside the meeting")
    return tr("Talked about") if line.discussed else tr("Not reached")


def clock_text(spent: timedelta) -> str:
    """Return a span of time as a clock: 02:10, or 1:02:10."""
    minutes, seconds = divmod(max(0, int(spent.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def when_text(meeting: Meeting) -> str:
    """Return from when to when a meeting took, and how long."""
    start, end = meeting.started_at, meeting.ended_at
    if end is None:
        return tr("{moment}, not ended", moment=moment_text(start))
    if meeting.minutes_taken is None:  # ended on a later day
        begun = f"{day_text(start.date())} {start:%H:%M}"
        return tr("{begun}, ended only on {moment}", begun=begun, moment=moment_text(end))
    until = f"{end:%H:%M}"
    if until == f"{start:%H:%M}":
        day = day_text(start.date())
        return tr("{day} {time}, less than a minute", day=day, time=until)
    text = tr_count(
        meeting.minutes_taken,
        "{day} {start}–{end}, 1 minute",
        "{day} {start}–{end}, {count} minutes",
        day=day_text(start.date()),
        start=f"{start:%H:%M}",
        end=until,
    )
    over = meeting.minutes_taken - meeting.budget
    return tr("{text}, {over} over time", text=text, over=over) if over > 0 else text


def attendance_text(minutes: Minutes) -> str:
    """Return how many were there, and who was not."""
    present, absent = len(minutes.present), minutes.absent
    text = tr("Present {present} / {all}", present=present, all=present + len(absent))
    return tr("{text}, absent: {names}", text=text, names="、".join(absent)) if absent else text


def since_text(since: datetime, now: datetime) -> str:
    """Return from when on a meeting looks back."""
    if since.time() == datetime.min.time():
        return tr("Since {day}", day=short_day_text(since.date()))
    today = since.date() == now.date()
    day = tr("today") if today else short_day_text(since.date())
    return tr("Since the meeting of {day} {time}", day=day, time=f"{since:%H:%M}")
