"""A finding on the projector: where, what, how often and for how much, by whom and until when."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.meeting.minutes import MinutesLine
from inspector.gui.meeting.screens.meeting_words import (
    asked_of,
    place_word,
    places_word,
    short_deduction_word,
    standing,
    step_words,
)
from inspector.gui.meeting.slide.shown_photos import ShownPhotos
from inspector.gui.meeting.slide.slide_content import Block, Size, SlideContent
from inspector.gui.words import short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import owner_word, times_word

_NUMBERED = re.compile(r"(\d+)(号窗口)")


def finding_content(
    lines: Sequence[MinutesLine],
    staff: Callable[[Finding], str],
    today: date,
    photos: ShownPhotos,
) -> SlideContent:
    """Return the screen of a finding, or of the same problem at several windows.

    `staff` returns who was on duty, as everybody may read it.
    """
    findings = [line.finding for line in lines]
    problem = tr("; ").join(_each(finding.text for finding in findings))
    blocks = [
        Block(_places(findings, staff), Size.PLACE, "secondary"),
        Block(problem, Size.PROBLEM, bold=True, gives_way=True),
        *_marks(findings),
    ]
    departments = _each(each.department for each in findings)
    owners = _each(owner_word(each.owner) for each in findings)
    responsible = " ".join(filter(None, ("、".join(departments), "、".join(owners))))
    if responsible:
        blocks.append(Block(tr("Owner {who}", who=responsible)))
    blocks.append(_until(findings, today))
    if asked := _asked(lines, today):
        blocks.append(Block(asked, ink="caution", gives_way=True))
    blocks += [
        Block(f"✓ {words}", Size.LEAST, "passed", gives_way=True)
        for is_note in (False, True)
        if (words := _last_steps(lines, is_note=is_note))
    ]
    return SlideContent(problem, tuple(blocks), photos=photos)


def _each(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))


def _last_steps(lines: Sequence[MinutesLine], *, is_note: bool) -> str:
    """Return what was noted last, or decided last: of windows that differ, each its own."""
    last: dict[str, list[str]] = {}  # the windows, by what was said
    kinds: list[EventKind] = []
    for line in lines:
        steps = tuple(step for step in line.steps if (step.kind is EventKind.NOTED) is is_note)
        if steps:
            kinds.append(steps[-1].kind)
            (words,) = step_words(steps[-1:])
            last.setdefault(words, []).append(line.finding.window_number)
    if sum(map(len, last.values())) == len(lines) and len(last) == 1:
        return next(iter(last))
    if kinds == [EventKind.ASSIGNED] * len(lines):  # in full, they would be cut after the first
        owners = "、".join(_each(owner_word(line.finding.owner) for line in lines))
        return tr("Assigned, each window its own: {owners}", owners=owners)
    said = (f"{places_word(windows)}{tr(': ')}{words}" for words, windows in last.items())
    return tr("; ").join(said)


def _asked(lines: Sequence[MinutesLine], today: date) -> str:
    """Return until when and why more time is asked for; '' where the last steps tell it."""
    asked = [line for line in lines if line.finding.asked_until is not None]
    last = {
        next((s.kind for s in reversed(line.steps) if s.kind is not EventKind.NOTED), None)
        for line in asked
    }
    if last <= {EventKind.EXTENSION_ASKED}:
        return ""
    return asked_of([line.finding for line in lines], today)


def _places(findings: Sequence[Finding], staff: Callable[[Finding], str]) -> str:
    """Return where it was found: of one window with its number, of several 3、5、6号窗口."""
    if len(findings) == 1:
        return place_word(findings[0].window_number, staff(findings[0]))
    places = _each(place_word(each.window_number, "") for each in findings)
    numbered = [_NUMBERED.fullmatch(each) for each in places]
    if all(numbered):
        return "、".join(each[1] for each in numbered if each) + "号窗口"
    return "、".join(places)


def _marks(findings: Sequence[Finding]) -> list[Block]:
    first = findings[0]
    lost = _each(short_deduction_word(each) for each in findings)
    if len(findings) > 1 and len(lost) == 1:
        lost = [tr("{lost} each", lost=lost[0])]
    times = times_word(max(each.times_at_window for each in findings))
    marks = (
        (tr("★ Veto") if first.brands else "", "vetoed"),
        (times, "caution"),
        (" / ".join(lost), "deducted"),
    )
    return [Block(words, Size.FACT, ink, framed=True) for words, ink in marks if words]


def _until(findings: Sequence[Finding], today: date) -> Block:
    """Return by when it has to be right; of what is settled or waits for somebody, how it stands.

    Of several windows it is the one that is due first that counts.
    """
    left = [each for each in findings if not each.state.is_ended]
    if not left or any(each.appealed_at is not None for each in left):
        return Block(tr("; ").join(_each(map(standing, left or findings))), ink="secondary")
    first = min(left, key=lambda each: each.deadline)
    said, days = short_day_text(first.deadline), (first.deadline - today).days
    if days == 0:
        words = tr("by tonight")
    elif days == 1:
        words = tr("by tomorrow night")
    elif days > 1:
        words = tr("by {day}", day=said)
    else:
        words = tr_count(
            -days, "{day}, overdue by 1 day", "{day}, overdue by {count} days", day=said
        )
    if first.state is FindingState.REPORTED:
        words = tr("{state}, {until}", state=standing(first), until=words)
    return Block(words, ink="overdue" if days < 0 else "text", bold=days < 0)
