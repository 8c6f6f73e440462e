"""Tab goes through what is in front, in the order in which one reads it, and nowhere else."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import VIEWS
from tests.gui.looks import in_sight, takes_keyboard
from tests.written_once import Written

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab

ENOUGH = 120
"""No page has so many stops."""

PASSED = {"fewer", "more", "lessOff", "moreOff", "otherReason", "takeIn"}
"""While one scores, Tab goes from the list to what one writes at once, past these: they have keys
of their own, and Shift+Tab comes to them."""


ASKED_FIRST = {"red line"}
"""Where an item is not answered yet, Tab says so and stays with the list."""


@pytest.mark.ci
def test_tab_comes_to_every_control_of_a_page_and_to_no_other(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")
    wrong: list[str] = []

    def drive(window: MainWindow) -> None:
        for name, go in (VIEWS | FORMS).items():
            if name in ASKED_FIRST:
                continue
            go(window)
            QApplication.processEvents()
            wrong.extend(f"{name}: {fault}" for fault in faults(window))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert not wrong, "\n".join(wrong)


def faults(window: MainWindow) -> list[str]:
    """Walk round, there and back; return what is wrong with the way."""
    begin = round_trip(window, TAB)[-1]  # once round: what it comes to may have changed the page
    there = round_trip(window, TAB)
    said = []
    if there[-1] is not begin:
        return [f"it does not come back to {name_of(begin)}: {names(there)[:30]}"]
    back = round_trip(window, BACK)
    wanted = reachable(window)
    for way in (there, back):
        said += [f"{name_of(each)} twice" for each in way if way.count(each) > 1]
        if beyond := set(way) - wanted:
            said.append(f"outside: {names(beyond)}")
    if missed := wanted - set(back):
        said.append(f"never at {names(missed)}")
    passed = [each for each in back if each not in there and each.objectName() in PASSED]
    reverse = [each for each in back if each not in passed]
    if reverse != [*reversed(there[:-1]), there[-1]]:
        said.append(f"back is not the reverse: {names(there)} {names(back)}")
    return said + not_as_one_reads([*reversed(back)], window)


def not_as_one_reads(way: list[QWidget], window: MainWindow) -> list[str]:
    """What Tab comes to though it has not been to what stands above it."""
    way = [each for each in way if not each.visibleRegion().isEmpty()]  # not scrolled away
    places = [QRect(each.mapTo(window, QPoint(0, 0)), each.size()) for each in way]
    first = min(range(len(way)), key=lambda at: (places[at].top() // 40, places[at].left()))
    ordered = [*range(first, len(way)), *range(first)]
    said = []
    for at, early in enumerate(ordered):
        for late in ordered[at + 1 :]:
            above, below = places[late], places[early]
            beside = above.right() < below.left() or below.right() < above.left()
            if above.bottom() < below.top() and not beside:
                said.append(f"{name_of(way[early])} before {name_of(way[late])} above it")
    return said


def round_trip(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Press a key until it comes back to where it began; return where it came to."""
    begin = QApplication.focusWidget()
    came: list[QWidget] = []
    for _ in range(ENOUGH):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus not in came[-1:]:  # a date has a stop for each of its parts
            came.append(focus)
        if focus is begin:
            break
    return came


def reachable(window: MainWindow) -> set[QWidget]:
    """What takes the keyboard, can be used and is not under something."""
    return {
        each
        for each in in_sight(window)
        if each.isEnabled()
        and takes_keyboard(each)
        and each.focusProxy() is None
        and not window.rail.isAncestorOf(each)
        and not is_under_something(each, window)
    }


def is_under_something(widget: QWidget, window: QWidget) -> bool:
    middle = widget.mapTo(window, widget.rect().center())
    at = widget.parentWidget()
    while at is not None and at is not window:
        if not at.rect().contains(at.mapFrom(window, middle)):
            return False  # one scrolls to it
        at = at.parentWidget()
    over = window.childAt(QPoint(middle))
    assert over is not None
    return not (over is widget or widget.isAncestorOf(over) or over.isAncestorOf(widget))


def name_of(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def names(widgets: object) -> list[str]:
    assert isinstance(widgets, list | set)
    return [name_of(each) for each in widgets]
