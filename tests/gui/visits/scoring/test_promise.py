"""Promise 1: an answer is on disk before the next key; killed at any instant, one is back there."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from inspector.domain.visit.inspection import Answer
from inspector.workspace.workspace import Workspace
from tests.conftest import Key
from tests.gui.visits.disk import Kept
from tests.gui.visits.visit import BACKSPACE, DOWN, ENTER, ESC, PAGE_DOWN, TAB, Person, in_a_visit
from tests.gui.waiting import wait_for

# A key, and what is new on disk when it was handled: (window, item, answer), or nothing.
_GREET, _WAIT = ("1号窗口", "greet"), ("1号窗口", "wait")
SEQUENCE: list[tuple[Key, tuple[str, str] | None, Kept | None]] = [
    ("2", _GREET, Kept("deduct", 1)),
    ("1", _GREET, Kept("deduct", 1, phrases=("未起身迎接",))),
    ("+", _GREET, Kept("deduct", 2, phrases=("未起身迎接",))),
    ("a", _GREET, Kept("deduct", 2, phrases=("未起身迎接",), note="a")),
    ("1", _GREET, Kept("deduct", 2, phrases=("未起身迎接",), note="a1")),
    (BACKSPACE, _GREET, Kept("deduct", 2, phrases=("未起身迎接",), note="a")),
    (ENTER, None, None),
    ("1", ("1号窗口", "uniform"), Kept("pass")),
    ("3", ("1号窗口", "quarrel"), Kept("na")),
    ("1", ("1号窗口", "polite"), Kept("pass")),
    ("2", _WAIT, Kept("deduct", 1)),
    ("2", _WAIT, Kept("pass", 1, measured=200)),
    ("3", _WAIT, Kept("deduct", 1, measured=2300)),
    (".", _WAIT, Kept("deduct", 1, measured=2300)),
    ("5", _WAIT, Kept("deduct", 1, measured=2350)),
    (TAB, None, None),
    ("1", _WAIT, Kept("deduct", 1, measured=2350, phrases=("未加开台席",))),
    (ESC, None, None),
    (BACKSPACE, _WAIT, None),
    (DOWN, None, None),
    ("2", ("1号窗口", "notice"), Kept("deduct", 0, option=1)),
    ("3", ("1号窗口", "notice"), Kept("deduct", 0, option=2)),
    (ESC, None, None),
    (PAGE_DOWN, None, None),
    ("2", ("2号窗口", "greet"), Kept("deduct", 1)),
]


def kept(answer: Answer) -> Kept:
    """What the database should hold of an answer."""
    return Kept(
        answer.verdict.value, answer.count, answer.option, answer.measured, answer.phrases,
        answer.note,
    )  # fmt: skip


@pytest.mark.ci
@in_a_visit
def test_every_key_is_on_disk_before_the_next(person: Person) -> None:
    for number, (key, place, answer) in enumerate(SEQUENCE):
        person.press(key)
        if place is not None:
            window, item = place
            assert person.disk.answers(window).get(item) == answer, number
        sheet = person.scoring.scoring.sheet
        for card in sheet.scorecards:  # and what is shown is what is there
            shown = {item: kept(each) for item, each in sheet.answers_of(card).items()}
            assert person.disk.answers(card.window_number) == shown, number


@in_a_visit
def test_dropped_without_closing_one_is_back_at_the_same_window_and_item(person: Person) -> None:
    for number, (key, place, _) in enumerate(SEQUENCE):
        person.press(key)
        if place is None:
            continue
        with closing(Workspace(person.folder)) as workspace:  # after a power cut, say
            (line,) = workspace.inspections.unfinished()
            sheet = workspace.inspections.sheet(line.inspection.id)
        assert sheet.inspection.cursor_scorecard == person.scoring.card.id, number
        assert sheet.inspection.cursor_item == person.item, number
        assert sheet.answers == {
            card: own for card, own in person.scoring.scoring.sheet.answers.items() if own
        }, number


@in_a_visit
def test_standing_somewhere_is_remembered_without_an_answer(person: Person) -> None:
    person.press(PAGE_DOWN, DOWN)
    wait_for(lambda: person.disk.place() == ("2号窗口", "uniform"))


@in_a_visit
def test_leaving_remembers_at_once(person: Person) -> None:
    person.press(PAGE_DOWN, DOWN, DOWN, ESC)
    assert person.disk.place() == ("2号窗口", "praise")
    person.press(Qt.Key.Key_Return)
    assert person.place == ("2号窗口", "praise")
