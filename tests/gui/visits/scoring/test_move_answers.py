"""Answers given at the wrong window go to the right one, with their photos, undone in one step."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from inspector.excel.papers.record.record_words import move_words
from inspector.workspace.workspace import Workspace
from tests.gui.visits.photos import copy_image, here, until
from tests.gui.visits.visit import DOWN, ENTER, ESC, PAGE_DOWN, PAGE_UP, Person, in_a_visit

FIRST, SECOND, THIRD = "1号窗口", "2号窗口", "3号窗口"


def photos(person: Person) -> list[tuple[str, str]]:
    return [
        (str(window), str(item))
        for window, item in person.disk.rows(
            "SELECT window_number, item_id FROM evidence"
            " JOIN scorecard ON scorecard.id = evidence.scorecard_id WHERE removed_at IS NULL"
        )
    ]


def told(person: Person) -> str:
    return person.find(QLabel, "moveTold").text()


@pytest.mark.ci
@in_a_visit
def test_all_answers_go_with_their_photos_by_keys_and_come_back_in_one_step(
    person: Person,
) -> None:
    person.press("m")
    assert person.banner == "Nothing is answered at this window yet."
    person.press("1", "3")
    copy_image()
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    place = photos(person)
    before = person.disk.answers(FIRST)
    person.press("m")
    assert person.find(QComboBox, "moveTarget").currentText() == SECOND
    assert told(person) == f"3 items go to {SECOND}, with 1 photo."
    person.press(DOWN, ENTER)
    assert person.disk.answers(FIRST) == {}
    assert person.disk.answers(THIRD) == before
    assert photos(person) == [(THIRD, place[0][1])]
    assert person.scoring.card.window_number == THIRD  # one stands where they are now
    assert person.scoring.line.text.startswith(f"3 items were moved from {FIRST} to {THIRD}")
    person.press("z", ctrl=True)
    assert (person.disk.answers(FIRST), person.disk.answers(THIRD)) == (before, {})
    assert photos(person) == place
    assert person.scoring.card.window_number == FIRST
    person.press("y", ctrl=True)
    assert person.disk.answers(THIRD) == before


@pytest.mark.ci
@in_a_visit
def test_what_is_there_is_replaced_only_after_it_was_said_by_mouse(person: Person) -> None:
    person.press("1", PAGE_DOWN, "3", "1", PAGE_UP)
    person.scoring.position.first()
    mine, theirs = person.disk.answers(FIRST), person.disk.answers(SECOND)
    person.menu(person.scoring.items.viewport())["move-answers"].trigger()
    person.find(QComboBox, "moveWhat").setCurrentIndex(1)  # only the item in front
    assert "1 answer that is there already is replaced." in told(person)
    person.tap("leaveMove")
    assert person.disk.answers(SECOND) == theirs
    person.menu(person.scoring.items.viewport())["move-answers"].trigger()
    person.tap("confirmMove")
    assert person.disk.answers(FIRST) == {}
    assert person.disk.answers(SECOND) == {**theirs, **mine}
    person.press("z", ctrl=True)
    assert (person.disk.answers(FIRST), person.disk.answers(SECOND)) == (mine, theirs)


@pytest.mark.ci
@in_a_visit
def test_the_record_tells_it(person: Person) -> None:
    person.press("1", "m", ENTER)
    visit = person.scoring.scoring.id
    with closing(Workspace(person.folder)) as workspace:
        (moved,) = workspace.answer_moves.of(visit)
        said = move_words(workspace.inspections.sheet(visit), moved)
    assert said.endswith("原记在1号窗口的1项，改记到2号窗口。")
    person.press("m", ESC, PAGE_UP, PAGE_UP, PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    line = person.find(QLabel, "recordTime")
    assert line.isVisible()
    assert line.text().startswith(f"1 item was moved from {FIRST} to {SECOND} at ")
