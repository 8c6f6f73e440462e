"""What a meeting may show, topic by topic, before it begins: findings, praise, the drill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.meeting.meeting import DRILL, Agenda, AgendaItem, Part, Praise, PraiseKind
from inspector.domain.meeting.meeting_length import Shown, length_of
from inspector.domain.meeting.minutes import MinutesLine
from inspector.domain.meeting.same_problem import problems

CARDS = 8
"""Who is praised for the same, on one screen: what is read from five metres."""


class TopicKind(StrEnum):
    """The kinds of topic, by which they are chosen together."""

    NEW = "new"  # found since the last meeting, also again
    DUE_TODAY = "due-today"
    OVERDUE = "overdue"
    RECHECK = "recheck"  # reported done, at every window
    PRAISE = "praise"
    DRILL = "drill"


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the choice: a problem with its windows, praise of one kind, or the drill."""

    kind: TopicKind
    items: tuple[AgendaItem, ...] = ()
    praise: tuple[Praise, ...] = ()
    drill: str = ""  # its title

    @property
    def keys(self) -> tuple[str, ...]:
        """What is left out with it, in the words that a meeting keeps."""
        if self.kind is TopicKind.DRILL:
            return (DRILL,)
        return tuple(item.finding.id for item in self.items) + tuple(p.key for p in self.praise)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its findings, window by window."""
        return tuple(item.finding for item in self.items)


def topics_of(agenda: Agenda, drill: str, today: date) -> list[Topic]:
    """Return what there is to choose from: problems in the order of the agenda, praise, the drill.

    `drill` is its title; '': there is none.
    """
    topics = [Topic(kind_of(items, today), items) for items in problems(agenda.items)]
    highlights = [each for each in agenda.praise if each.kind is PraiseKind.HIGHLIGHT]
    topics += [Topic(TopicKind.PRAISE, praise=(each,)) for each in highlights]
    for kind in (PraiseKind.FULL_MARKS, PraiseKind.FIXED):
        if own := tuple(each for each in agenda.praise if each.kind is kind):
            topics.append(Topic(TopicKind.PRAISE, praise=own))
    return [*topics, *([Topic(TopicKind.DRILL, drill=drill)] if drill else [])]


def shown(topics: Iterable[Topic]) -> Shown:
    """Count what some topics show, for how long they take."""
    topics = list(topics)
    of_findings = [topic for topic in topics if topic.items]
    again = [topic for topic in of_findings if topic.kind is TopicKind.RECHECK]
    return Shown(
        problems=len(of_findings),
        further_windows=sum(len(topic.items) - 1 for topic in of_findings),
        looked_at_again=len(again),
        praise=sum(-(-len(topic.praise) // CARDS) for topic in topics),
        drill=any(topic.kind is TopicKind.DRILL for topic in topics),
    )


def left_out_of(agenda: Agenda) -> set[str]:
    """Return what a meeting that was begun leaves out, in the words that it keeps."""
    return {item.finding.id for item in agenda.items if item.left_out} | {
        each.key for each in agenda.praise if each.left_out
    }


def what_fits(topics: Sequence[Topic], minutes: int, pace: int) -> list[Topic]:
    """Return the topics that so many minutes hold: what is no finding, then the first findings.

    `pace` is as for `length_of`. The topics stand in their order, the grave ones first.
    """
    kept = [topic for topic in topics if not topic.items]
    for problem in (topic for topic in topics if topic.items):
        if length_of(shown([*kept, problem]), pace) > 60 * minutes:
            break
        kept.append(problem)
    return kept


def kind_of(items: Sequence[AgendaItem] | Sequence[MinutesLine], today: date) -> TopicKind:
    """Return of which kind a problem is, in the list and on its screen: what is reported first."""
    findings = [item.finding for item in items]
    if all(each.state is FindingState.REPORTED for each in findings):
        return TopicKind.RECHECK
    if any(each.overdue_on(today) for each in findings):
        return TopicKind.OVERDUE
    fresh = any(item.part in (Part.NEW, Part.REPEATS) for item in items)
    return TopicKind.NEW if fresh else TopicKind.DUE_TODAY
