"""What a person does while a busy disk is waited for comes once, and in its order."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from tests.faults import BusyDisk, pull_out
from tests.gui.jobs.conftest import AtWork
from tests.gui.queued_input import queue_click, queue_keys
from tests.gui.visits.visit import Person
from tests.gui.waiting import wait_for

FOUR = Qt.Key.Key_4


def begin(person: Person, disk: BusyDisk, key: Qt.Key = Qt.Key.Key_1) -> str:
    """Answer an item on a disk that is held; return the item that is in front then."""
    disk.hold()
    QTest.keyPress(person.keyboard.focus, key)
    assert person.window.session.is_committing
    return person.item


def in_the_wait(person: Person, act: Callable[[], object]) -> None:
    """Let an act wait, and do something meanwhile."""
    QTimer.singleShot(50, person.window, act)


def answered(person: Person) -> dict[str, str]:
    """What the window shows, in the order in which it was answered."""
    answers = person.scoring.scoring.sheet.answers_of(person.scoring.card)
    return {item: answer.verdict.value for item, answer in answers.items()}


def compose(person: Person, text: str) -> None:
    """Commit a word as an input method does: it comes in no queue of Qt."""
    word = QInputMethodEvent()
    word.setCommitString(text)
    QCoreApplication.sendEvent(person.keyboard.focus, word)


def test_keys_of_a_keyboard_come_in_their_order_each_behind_a_commit(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        session, before = person.window.session, set(answered(person))
        here = begin(person, disk)
        queue_keys(person.window, "3131")
        at_first: list[str] = []
        on_disk: list[bool] = []

        def look() -> None:
            at_first.append(person.item)
            disk.let_go()

        def hold() -> None:
            if not disk.is_busy:
                disk.hold()
            QTimer.singleShot(60, person.window, disk.let_go)

        def another(*_: object) -> None:
            *earlier, _ = answered(person).items()
            on_disk.append(set(earlier) <= set(person.disk.verdicts().items()))

        session.saved.connect(hold)
        person.scoring.scoring.answered.connect(another)
        in_the_wait(person, look)
        wait_for(lambda: len(answered(person)) == len(before) + 5)
        session.saved.disconnect(hold)
        assert at_first == [here]  # nothing of them had happened
        assert on_disk == [True] * 4  # each was there before the next was handled
        wait_for(lambda: not session.is_committing)
        new = {item: each for item, each in answered(person).items() if item not in before}
        assert list(new.values()) == ["pass", "na", "pass", "na", "pass"]
        assert new.items() <= person.disk.verdicts().items()

    at_work(work)


def test_a_click_among_keys_is_where_it_was(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        here = begin(person, disk)
        items = person.scoring.items
        last = person.scoring.model.index_of("desk")
        items.scrollTo(last)
        queue_keys(person.window, "3")
        queue_click(items.viewport(), items.visualRect(last).center())
        queue_keys(person.window, "1")
        in_the_wait(person, disk.let_go)
        wait_for(lambda: "desk" in answered(person))
        found = answered(person)
        assert (found[here], found["desk"]) == ("na", "pass")

    at_work(work)


def test_words_of_an_input_method_and_keys_come_behind_each_other(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        item = person.item
        assert begin(person, disk, FOUR) == item  # praised: what is typed goes to the note
        assert person.focus == "note"

        def meanwhile() -> None:
            compose(person, "老人")
            queue_keys(person.window, "5")
            assert person.scoring.panel.note.text == ""
            disk.let_go()

        in_the_wait(person, meanwhile)
        compose(person, "搀扶")
        wait_for(lambda: person.scoring.panel.note.text == "搀扶老人5")

    at_work(work)


def test_keys_behind_what_the_disk_refuses_wait_with_it_in_their_order(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        session, before = person.window.session, set(answered(person))
        begin(person, disk)
        queue_keys(person.window, "31")

        def refuse() -> None:
            pull_out(disk.below)
            disk.let_go()

        in_the_wait(person, refuse)
        wait_for(lambda: session.unsaved.count == 3)
        new = {item: each for item, each in answered(person).items() if item not in before}
        assert list(new.values()) == ["pass", "na", "pass"]
        assert {item for _, item in session.unsaved.targets} == set(new)

    at_work(work)


@pytest.mark.ci
def test_the_window_can_be_closed_while_a_key_waits(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        item = person.item
        here = begin(person, disk)
        queue_keys(person.window, "3")
        closed: list[bool] = []

        def close() -> None:
            disk.let_go()
            closed.append(person.window.close())

        in_the_wait(person, close)
        wait_for(lambda: closed)
        assert closed == [True]
        verdicts = person.disk.verdicts()
        assert verdicts[item] == "pass"
        assert verdicts.get(here) in {None, "na"}

    at_work(work)
