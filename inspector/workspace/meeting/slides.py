"""What a meeting shows, one thing a screen, in its order (DOMAIN §4.1)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from inspector.domain.meeting.meeting import Drill, Praise, PraiseKind
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.praise_cards import PraiseCard, cards_of
from inspector.domain.meeting.same_problem import problems
from inspector.domain.meeting.topic import TopicKind, kind_of

MOST_PRAISED = 6
"""Cards on one screen: what is read from five metres."""


@dataclass(frozen=True, slots=True)
class OpeningSlide:
    """Whose meeting it is, who holds it and who is there: while people gather.

    Beside it how many screens there are of each kind, and among them those due today that stand
    under another kind, and those found again.
    """

    kinds: tuple[tuple[TopicKind, int], ...] = ()
    also_due: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class PraiseSlide:
    """Some who are praised for one thing; a highlight stands alone, with its photos."""

    cards: tuple[PraiseCard, ...]
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class FindingSlide:
    """What was found: one finding, or the same problem at several windows; `number` from 1."""

    finding_ids: tuple[str, ...]
    number: int
    of: int
    kind: TopicKind  # as the list said when the screens were laid out: deciding changes no kind

    @property
    def finding_id(self) -> str:
        """The finding that decisions are about."""
        return self.finding_ids[0]

    def lines(self, minutes: Minutes) -> tuple[MinutesLine, ...]:
        """Return what the minutes have of its findings, as things stand now."""
        return tuple(line for line in minutes.lines if line.finding.id in self.finding_ids)


@dataclass(frozen=True, slots=True)
class DrillSlide:
    """What is practised today."""

    drill: Drill


@dataclass(frozen=True, slots=True)
class ClosingSlide:
    """What was decided, who was there, what there is to do today."""


Slide: TypeAlias = OpeningSlide | PraiseSlide | FindingSlide | DrillSlide | ClosingSlide


def slides_of(minutes: Minutes, drill: Drill | None) -> list[Slide]:
    """Return the screens of a meeting: opening, praise, findings, drill, closing.

    The same problem at several windows is one screen; what the meeting leaves out has none.
    """
    groups = list(_groups(minutes.praised))
    findings = problems(minutes.gone_through)
    today = minutes.meeting.started_at.date()
    kinds = [kind_of(problem, today) for problem in findings]
    slides: list[Slide] = [_opening(list(zip(findings, kinds, strict=True)), today)]
    slides += [PraiseSlide(group, number, len(groups)) for number, group in enumerate(groups, 1)]
    slides += [
        FindingSlide(tuple(line.finding.id for line in problem), number, len(findings), kind)
        for number, (problem, kind) in enumerate(zip(findings, kinds, strict=True), 1)
    ]
    if drill is not None:
        slides.append(DrillSlide(drill))
    return [*slides, ClosingSlide()]


def _opening(found: Sequence[tuple[Sequence[MinutesLine], TopicKind]], today: date) -> OpeningSlide:
    counted = Counter(kind for _, kind in found)
    due = [
        kind
        for problem, kind in found
        if any(
            each.finding.deadline == today and not each.finding.state.is_ended for each in problem
        )
    ]
    return OpeningSlide(
        tuple((kind, counted[kind]) for kind in TopicKind if counted[kind]),
        sum(kind is not TopicKind.DUE_TODAY for kind in due),
        sum(any(each.finding.is_repeat for each in problem) for problem, _ in found),
    )


def first_waiting(slides: Sequence[Slide], minutes: Minutes) -> int:
    """Return the screen to go on with: the first finding not shown yet, else the beginning.

    A meeting in which all was shown goes on with its end.
    """
    shown = {line.finding.id for line in minutes.lines if line.discussed}
    if not shown:
        return 0
    for index, slide in enumerate(slides):
        if isinstance(slide, FindingSlide) and not shown.issuperset(slide.finding_ids):
            return index
    return len(slides) - 1


def key_of(slide: Slide) -> str:
    """Return the words under which a screen is found again."""
    match slide:
        case OpeningSlide():
            return "opening"
        case PraiseSlide():
            return f"praise {slide.number}"
        case FindingSlide():
            return f"finding {slide.finding_id}"
        case DrillSlide():
            return "drill"
        case ClosingSlide():
            return "closing"


def resumed(slides: Sequence[Slide], minutes: Minutes) -> int:
    """Return the screen that was in front; where none was, the one to go on with."""
    keys = [key_of(slide) for slide in slides]
    cursor = minutes.meeting.cursor
    return keys.index(cursor) if cursor in keys else first_waiting(slides, minutes)


def _groups(praise: Sequence[Praise]) -> list[tuple[PraiseCard, ...]]:
    groups: list[tuple[PraiseCard, ...]] = [
        (card,) for card in cards_of(praise, PraiseKind.HIGHLIGHT)
    ]
    for kind in (PraiseKind.FULL_MARKS, PraiseKind.FIXED):
        own = cards_of(praise, kind)
        pages = -(-len(own) // MOST_PRAISED)
        each = -(-len(own) // max(pages, 1))  # as many on one as on the next
        groups += [tuple(own[at : at + each]) for at in range(0, len(own), max(each, 1))]
    return groups
