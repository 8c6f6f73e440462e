"""A busy disk: what was entered is shown, the window paints, and the next key comes after."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.faults import BusyDisk, pull_out
from tests.gui.jobs.conftest import AtWork
from tests.gui.painted import Painted
from tests.gui.visits.visit import Person
from tests.gui.waiting import wait_for

ONE, THREE = Qt.Key.Key_1, Qt.Key.Key_3


def press(key: Qt.Key) -> None:
    """Press the key where the focus is; it is let go later."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyPress(focus, key)


def test_the_window_paints_and_a_key_comes_after(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        session, view = person.window.session, person.scoring.items.viewport()
        seen: list[object] = []
        session.saved.connect(lambda: seen.append("saved"))
        look = Painted(view)
        third = person.item
        disk.hold()
        press(ONE)
        fourth = person.item
        assert fourth != third  # shown, and gone on
        assert session.is_committing
        wait_for(lambda: look.times)
        assert session.is_committing

        def meanwhile() -> None:  # in the loop of the key that waits
            seen.append((person.item, session.is_committing))
            look.times = 0
            view.update()
            QTimer.singleShot(20, person.window, let_go)

        def let_go() -> None:
            seen.append(look.times)
            disk.let_go()

        QTimer.singleShot(0, person.window, meanwhile)
        press(THREE)
        assert seen[:3] == [(fourth, True), 1, "saved"]
        assert person.item != fourth
        wait_for(lambda: not session.is_committing)
        verdicts = person.disk.verdicts()
        assert (verdicts[third], verdicts[fourth]) == ("pass", "na")

    at_work(work)


def test_keys_that_come_in_the_wait_keep_their_order(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        session, before = person.window.session, person.disk.verdicts()
        third = person.item
        disk.hold()
        press(ONE)
        fourth = person.item

        def meanwhile() -> None:
            press(ONE)  # behind the one that waits already
            press(THREE)
            assert person.item == fourth
            disk.let_go()

        QTimer.singleShot(0, person.window, meanwhile)
        press(THREE)
        wait_for(lambda: len(person.disk.verdicts()) == len(before) + 4)
        found = person.scoring.scoring.sheet.answers_of(person.scoring.card)
        new = {item: each.verdict.value for item, each in found.items() if item not in before}
        assert (new[third], new[fourth]) == ("pass", "na")
        assert list(new.values()) == ["pass", "na", "pass", "na"]
        wait_for(lambda: not session.is_committing)

    at_work(work)


def test_what_the_disk_refuses_in_the_end_waits_and_is_marked(at_work: AtWork, home: Path) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        session, place = person.window.session, person.place
        disk.hold()
        press(ONE)
        assert session.is_committing
        pull_out(home / "disk-below")
        disk.let_go()
        wait_for(lambda: session.unsaved.count)
        ((card, item),) = session.unsaved.targets
        assert (person.scoring.scoring.sheet.scorecard(card).window_number, item) == place

    at_work(work)


def test_what_is_said_of_it_stays(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        session = person.window.session
        disk.hold()
        press(ONE)
        session.hinted.emit("said of it")
        shown: list[str] = []
        session.saved.connect(lambda: shown.append(person.banner))
        disk.let_go()
        wait_for(lambda: shown)
        assert shown[0] == "said of it"

    at_work(work)


def test_closing_waits_for_it(at_work: AtWork) -> None:
    def work(person: Person, disk: BusyDisk) -> None:
        item = person.item
        disk.hold()
        press(ONE)
        assert person.window.session.is_committing
        disk.let_go()
        person.window.close()
        assert person.disk.verdicts()[item] == "pass"

    at_work(work)
