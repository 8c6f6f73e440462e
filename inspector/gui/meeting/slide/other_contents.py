"""The screens of a meeting that are about the whole of it: its opening, the drill, its closing."""

from collections.abc import Iterable

from inspector.domain.meeting.meeting import Drill
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.gui.meeting.screens.meeting_words import (
    attendance_text,
    decided_words,
    kind_word,
    place_word,
    standing,
)
from inspector.gui.meeting.slide.slide_content import Block, Size, SlideContent
from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.meeting.slides import OpeningSlide
from inspector.workspace.surveys.lately_words import rate_sentence


def opening_content(slide: OpeningSlide, minutes: Minutes) -> SlideContent:
    """Return the first screen: whose meeting it is, who holds it, who is there, what it is about.

    However long the name of the site is, the rest stays in sight.
    """
    meeting, asked = minutes.meeting, minutes.satisfaction
    title = tr("{site} morning meeting", site=meeting.site_name)
    kinds = [(kind_word(kind), count) for kind, count in slide.kinds]
    counts = [(tr("Praise"), len(minutes.praised)), *kinds]
    among = _counted([(tr("Due today as well"), slide.also_due), (tr("Found again"), slide.again)])
    blocks = [
        Block(day_text(meeting.started_at.date()), Size.PLACE, "secondary"),
        Block(title, Size.PROBLEM, bold=True, gives_way=True),
        Block(tr("Host {name}", name=meeting.host) if meeting.host else ""),
        Block(attendance_text(minutes)),
        Block(_counted(counts), ink="secondary"),
        Block(tr("Among them: {counts}", counts=among) if among else "", ink="secondary"),
        Block(
            tr("Satisfaction {rate}", rate=rate_sentence(asked)) if asked else "", ink="secondary"
        ),
    ]
    return SlideContent(title, tuple(each for each in blocks if each.text))


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(f"{words} {count}" for words, count in counts if count)


def drill_content(drill: Drill, note: str) -> SlideContent:
    """Return what is practised today, and what was written down about it."""
    title = tr("Drill: {title}", title=drill.title)
    steps = (Block(f"{number}  {step}") for number, step in enumerate(drill.steps, 1))
    blocks = [Block(title, Size.PROBLEM, bold=True), *steps]
    if note:
        blocks.append(Block(tr("Meeting: {words}", words=note), ink="secondary"))
    return SlideContent(title, tuple(blocks))


def closing_content(minutes: Minutes) -> SlideContent:
    """Return what was decided, what is left, who was there, what there is to do today."""
    lines, title = minutes.gone_through, tr("Closing")
    still_open = sum(line.is_open for line in lines)
    left_out = len(minutes.left_out)
    later = tr_count(
        left_out,
        "Not on the agenda: 1, for the next meeting",
        "Not on the agenda: {count}, for the next meeting",
    )
    waiting = sum(line.is_waiting for line in lines)
    told = {"all": len(lines), "closed": len(lines) - still_open, "open": still_open}
    counts = (
        tr(
            "On the agenda: {all}, settled: {closed}, still open: {open},"
            " of these not shown yet: {left}",
            left=waiting,
            **told,
        )
        if waiting
        else tr("On the agenda: {all}, settled: {closed}, still open: {open}", **told)
    )
    tasks = minutes.meeting.tasks or tr("Nothing is written yet.")
    blocks = (
        Block(title, Size.PROBLEM, bold=True),
        Block(counts),
        *((Block(later, ink="secondary"),) if left_out else ()),
        Block(tr("Attendance"), ink="secondary"),
        Block(attendance_text(minutes)),
        Block(tr("Tasks of today"), ink="secondary"),
        Block(tasks),
        Block(tr("What was decided"), ink="secondary"),
        *(Block(f"{at}. {_result(line)}", Size.LEAST) for at, line in enumerate(lines, 1)),
    )
    return SlideContent(title, blocks, may_scroll=True)


def _result(line: MinutesLine) -> str:
    finding = line.finding
    place = place_word(finding.window_number, "")
    return tr(
        "{place} {text}\n{state}: {decided}",
        place=place, text=finding.text, state=standing(finding), decided=decided_words(line),
    )  # fmt: skip
