"""Which screens a meeting has, and where it goes on."""

from dataclasses import replace
from datetime import datetime

from inspector.domain.checklist.category import Scope
from inspector.domain.meeting.meeting import Drill, Meeting, Part, Praise, PraiseKind
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.topic import Topic, TopicKind
from inspector.domain.visit.inspection import Scorecard
from inspector.excel.papers.minutes_words import place_words as minutes_place
from inspector.excel.papers.minutes_words import praise_lines
from inspector.excel.papers.record.record_words import card_title
from inspector.gui.meeting.choosing.topic_model import FINDING, TopicModel
from inspector.gui.meeting.screens.meeting_words import praise_place
from inspector.gui.meeting.slide.other_contents import closing_content
from inspector.gui.words import scorecard_title
from inspector.workspace.meeting.slides import (
    ClosingSlide,
    DrillSlide,
    FindingSlide,
    OpeningSlide,
    PraiseSlide,
    first_waiting,
    slides_of,
)
from tests.excel.reports import finding

NOW = datetime(2026, 11, 24, 8, 20).astimezone()
DRILL = Drill("文明用语", ("您好",))


def praise(kind: PraiseKind, number: int = 1) -> Praise:
    return Praise(kind, f"{number}号窗口", "1001", "", "整洁")


def minutes(*discussed: bool, praised: tuple[Praise, ...] = ()) -> Minutes:
    lines = tuple(
        MinutesLine(finding(id=f"f{n}", item_id=f"i{n}"), Part.NEW, (), each)
        for n, each in enumerate(discussed)
    )
    return Minutes(Meeting("m", "s", "城东营业厅", NOW, NOW), (), (), praised, lines)


def test_a_bare_number_is_called_a_window() -> None:
    full = Praise(PraiseKind.FULL_MARKS, "4", "", "", "")
    assert praise_place(full) == "Window 4"
    card = Scorecard("c", "i", 0, Scope.WINDOW, window_number="4")
    assert scorecard_title(card) == "Window 4"
    assert card_title(card) == "4号窗口"
    assert praise_lines([full]) == ["1．检查无扣分：4号窗口"]
    assert minutes_place("4", "1001") == "4号窗口（工号1001）"


def test_the_row_of_praise_tells_what_was_put_right_and_not_what_had_been_wrong() -> None:
    model = TopicModel()
    fixed = praise(PraiseKind.FIXED), praise(PraiseKind.FIXED, 2)
    model.show_topics([Topic(TopicKind.PRAISE, praise=fixed)], (), NOW.date())
    assert model.index(0, FINDING).data() == "2 put right and closed"


def test_praise_comes_first_then_findings_drill_and_the_end() -> None:
    said = (
        praise(PraiseKind.FIXED), praise(PraiseKind.HIGHLIGHT), praise(PraiseKind.HIGHLIGHT, 2),
        *(praise(PraiseKind.FULL_MARKS, n) for n in range(9)),
    )  # fmt: skip
    slides = slides_of(minutes(False, False, praised=said), DRILL)
    assert [type(slide) for slide in slides] == [
        OpeningSlide, *[PraiseSlide] * 5, FindingSlide, FindingSlide, DrillSlide, ClosingSlide,
    ]  # fmt: skip
    counts = [len(slide.cards) for slide in slides if isinstance(slide, PraiseSlide)]
    assert counts == [1, 1, 5, 4, 1]
    assert [(slide.number, slide.of) for slide in slides if isinstance(slide, FindingSlide)] == [
        (1, 2), (2, 2),
    ]  # fmt: skip


def test_an_empty_meeting_has_its_end() -> None:
    assert slides_of(minutes(), None) == [OpeningSlide(), ClosingSlide()]


def test_it_goes_on_with_the_first_finding_not_shown() -> None:
    for discussed, expected in (
        ((False, False), 0), ((True, False), 2), ((False, True), 1), ((True, True), 4),
    ):  # fmt: skip
        held = minutes(*discussed)
        assert first_waiting(slides_of(held, DRILL), held) == expected


def test_what_an_appeal_leaves_open_is_carried_over() -> None:
    held = minutes(True)
    (line,) = held.lines
    closed = replace(line.finding, state=line.finding.state.CLOSED)
    assert held.still_open
    assert not replace(held, lines=(replace(line, finding=closed),)).still_open
    contested = replace(closed, appealed_at=NOW)
    assert replace(held, lines=(replace(line, finding=contested),)).still_open


def test_the_last_screen_counts_what_is_left_for_the_next_meeting() -> None:
    held = minutes(True, False)
    first, second = held.lines
    blocks = closing_content(replace(held, lines=(first, replace(second, left_out=True)))).blocks
    said = [block.text for block in blocks]
    assert said[1:3] == [
        "On the agenda: 1, settled: 0, still open: 1",
        "Not on the agenda: 1, for the next meeting",
    ]
    assert len([words for words in said if words.startswith(("1. ", "2. "))]) == 1
