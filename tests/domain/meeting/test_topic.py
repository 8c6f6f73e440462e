"""What a meeting may show, and what it leaves out with it."""

from dataclasses import replace
from datetime import date, datetime

from inspector.domain.finding.finding import FindingState
from inspector.domain.meeting.meeting import (
    DRILL,
    Agenda,
    AgendaItem,
    Part,
    Praise,
    PraiseKind,
)
from inspector.domain.meeting.meeting_length import Shown
from inspector.domain.meeting.topic import TopicKind, left_out_of, shown, topics_of, what_fits
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 27)


def item(
    name: str, item_id: str, part: Part, deadline: int = 30, state: FindingState = FindingState.OPEN
) -> AgendaItem:
    finding = replace(
        FOUND, id=name, item_id=item_id, deadline=date(2026, 11, deadline), state=state
    )
    return AgendaItem(finding, part)


def praise(kind: PraiseKind, number: int) -> Praise:
    return Praise(kind, f"{number}号窗口", "", "", "", f"c{number}")


AGENDA = Agenda(
    "s",
    "厅",
    datetime(2026, 11, 26),
    (
        praise(PraiseKind.HIGHLIGHT, 1), praise(PraiseKind.HIGHLIGHT, 2),
        *(praise(PraiseKind.FULL_MARKS, n) for n in range(9)),
    ),
    (
        item("late", "i1", Part.OVERDUE, 25),
        item("a", "i2", Part.REPEATS), item("b", "i2", Part.NEW),
        item("done", "i3", Part.OVERDUE, 25, FindingState.REPORTED),
        item("due", "i4", Part.DUE_TODAY, 27), item("fresh", "i5", Part.NEW, 27),
    ),
)  # fmt: skip
KINDS = TopicKind


def test_problems_then_praise_then_the_drill() -> None:
    topics = topics_of(AGENDA, "文明用语", TODAY)
    assert [topic.kind for topic in topics] == [
        KINDS.OVERDUE, KINDS.NEW, KINDS.RECHECK, KINDS.DUE_TODAY, KINDS.NEW,
        KINDS.PRAISE, KINDS.PRAISE, KINDS.PRAISE, KINDS.DRILL,
    ]  # fmt: skip
    assert topics[1].keys == ("a", "b")
    assert len(topics[7].keys) == 9
    assert topics[-1].keys == (DRILL,)
    assert topics_of(AGENDA, "", TODAY) == topics[:-1]
    assert shown(topics) == Shown(
        problems=5, further_windows=1, looked_at_again=1, praise=4, drill=True
    )
    assert shown([]) == Shown()


def test_what_fits_is_the_gravest_beside_what_is_no_finding() -> None:
    topics = topics_of(AGENDA, "文明用语", TODAY)
    assert what_fits(topics, 15, 60) == [*topics[5:], *topics[:5]]
    assert what_fits(topics, 7, 60) == [*topics[5:], *topics[:2]]  # 260 + 60 + 75 s of 420
    assert what_fits(topics, 7, 40) == [*topics[5:], *topics[:4]]
    assert what_fits(topics, 1, 60) == topics[5:]


def test_what_a_meeting_leaves_out_is_told_in_the_same_words() -> None:
    out = replace(
        AGENDA,
        praise=(replace(AGENDA.praise[0], left_out=True), *AGENDA.praise[1:]),
        items=tuple(replace(each, left_out=each.finding.id == "b") for each in AGENDA.items),
    )
    assert left_out_of(out) == {"b", AGENDA.praise[0].key}
    assert left_out_of(AGENDA) == set()
