"""Another dress at run time: soon for what is seen, by and by for the rest, and all the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QScrollBar,
    QStackedWidget,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.gui import dressing
from inspector.gui.dressing import Dressing
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import FACTORS, use_text
from inspector.gui.theme import DARK, LIGHT, Colours, apply_theme, colours_of, fix_width
from inspector.gui.widgets.labels import label
from inspector.workspace.preferences import TEXT_SIZE, THEME
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import VIEWS
from tests.gui.looks import is_dressed_in_sight, settle
from tests.gui.waiting import wait_for, wait_until_read
from tests.written_once import Written


@pytest.fixture
def in_light(qapp: QApplication) -> Iterator[None]:
    """Everything is light and of the usual size before, and after."""
    use_text(FACTORS["usual"])
    apply_theme(qapp, "light")
    yield
    use_text(FACTORS["usual"])
    apply_theme(qapp, "light")


@pytest.fixture
def pages(qtbot: QtBot, in_light: None) -> Iterator[list[QWidget]]:
    """Three pages of a stack that were all seen; the first is in front."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    made = [_page() for _ in range(3)]
    for page in made:
        stack.addWidget(page)
    stack.show()
    for page in (*made[1:], made[0]):
        _turn_to(page)
    yield made
    stack.hide()


def _page() -> QWidget:
    page = QWidget()
    label("text", "deducted", page)
    return page


def _turn_to(page: QWidget) -> None:
    stack = page.parentWidget()
    assert isinstance(stack, QStackedWidget)
    stack.setCurrentWidget(page)


def worn(page: QWidget) -> Colours:
    """The colours of a page's label: of its palette, and of the sheet's rule for it."""
    shown = page.findChild(QLabel)
    assert isinstance(shown, QLabel)
    colours = colours_of(shown)
    assert shown.palette().color(shown.foregroundRole()) == colours.colour("deducted")
    return colours


def is_dressed() -> bool:
    app = QApplication.instance()
    assert app is not None
    found = app.findChild(Dressing)
    return found is not None and found.is_done


def see_dressed() -> None:
    """Let the loop turn until what is seen is dressed, and no further."""
    for _ in range(1000):
        if is_dressed_in_sight():
            return
        QApplication.processEvents()
    raise AssertionError("it was never dressed")


@pytest.fixture
def by_the_widget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn of the loop dresses one widget of those that are seen."""
    monkeypatch.setattr(dressing, "LONGEST_SEEN", 0)


def test_what_is_seen_is_dressed_first_and_the_rest_by_and_by(
    qapp: QApplication, pages: list[QWidget]
) -> None:
    apply_theme(qapp, "dark")
    _turn_to(pages[2])  # before its turn
    assert worn(pages[2]) is DARK
    see_dressed()
    assert worn(pages[0]) is DARK
    assert worn(pages[1]) is LIGHT
    wait_for(is_dressed)
    assert [worn(each) for each in pages] == [DARK] * 3


def colours_in(fields: Sequence[QWidget]) -> set[str]:
    """The colours that fields write in."""
    return {each.palette().color(QPalette.ColorRole.Text).name().upper() for each in fields}


class Painted(QObject):
    """Keeps the colours that fields of a window write in, as they were when one was painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0].window())
        self._widgets = widgets
        self.seen: list[set[str]] = []
        for each in widgets:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.append(colours_in(self._widgets))
        return False


@pytest.mark.usefixtures("by_the_widget")
def test_nothing_is_painted_half_in_the_old_dress(qapp: QApplication, pages: list[QWidget]) -> None:
    fields = [QLineEdit(pages[0]) for _ in range(3)]
    for each in fields:
        each.show()
    wait_for(is_dressed)
    painted, turns = Painted(*fields), list[int]()
    apply_theme(qapp, "dark")
    while not is_dressed_in_sight():
        turns.append(len(colours_in(fields)))
        fields[0].update()
        QApplication.processEvents()
    assert 2 in turns  # one was dressed, and another not yet
    wait_for(is_dressed)
    assert painted.seen
    assert all(each == {DARK.text} for each in painted.seen)


@pytest.mark.usefixtures("by_the_widget")
def test_what_is_seen_goes_or_changes_again_before_it_is_dressed(
    qapp: QApplication, pages: list[QWidget]
) -> None:
    table = QTableWidget(1, 1, pages[0])
    table.show()
    apply_theme(qapp, "dark")
    QApplication.processEvents()
    table.deleteLater()
    _turn_to(pages[1])
    pages[0].deleteLater()
    QApplication.processEvents()
    assert not is_dressed_in_sight()
    apply_theme(qapp, "light")
    QApplication.processEvents()
    apply_theme(qapp, "dark")
    wait_for(is_dressed)
    assert [worn(each) for each in pages[1:]] == [DARK] * 2
    assert pages[1].updatesEnabled()


@pytest.mark.usefixtures("by_the_widget")
def test_the_window_goes_before_it_is_dressed(qapp: QApplication, in_light: None) -> None:
    window = _page()
    window.show()
    apply_theme(qapp, "dark")
    QApplication.processEvents()
    window.deleteLater()
    wait_for(is_dressed)
    assert is_dressed_in_sight()


def test_a_change_before_the_last_was_finished(qapp: QApplication, pages: list[QWidget]) -> None:
    fix_width(pages[1], 100)
    use_text(FACTORS["large"])
    apply_theme(qapp, "dark")
    assert pages[1].width() == 100
    apply_theme(qapp, "light")  # colours only: what is not seen has still to be larger
    wait_for(is_dressed)
    assert pages[1].width() == 114
    assert pages[1].font().pixelSize() == 16
    assert [worn(each) for each in pages] == [LIGHT] * 3


def test_what_goes_meanwhile_is_left_alone(qapp: QApplication, pages: list[QWidget]) -> None:
    table = QTableWidget(1, 1, pages[1])  # much of it was made by Qt
    apply_theme(qapp, "dark")
    pages[2].deleteLater()
    table.setVerticalScrollBar(QScrollBar())
    wait_for(is_dressed)
    assert [worn(each) for each in pages[:2]] == [DARK] * 2


def test_what_comes_meanwhile_is_dressed(qapp: QApplication, pages: list[QWidget]) -> None:
    apply_theme(qapp, "dark")
    page, stack = _page(), pages[0].parentWidget()
    assert isinstance(stack, QStackedWidget)
    stack.addWidget(page)
    _turn_to(page)
    assert worn(page) is DARK
    wait_for(is_dressed)
    assert worn(page) is DARK


LOOKED_AT = ("ledger", "summary", "roster", "handbook")


def prefer(window: MainWindow, theme: str, text: str = "usual") -> None:
    """Let preferences hold as whoever chooses them does."""
    preferences = window.session.workspace.preferences
    for kept, wanted in ((THEME, theme), (TEXT_SIZE, text)):
        window.session.attempt(partial(preferences.set, kept, wanted))


def look(window: MainWindow, name: str) -> QImage:
    """Go to a page, and see it."""
    VIEWS[name](window)
    wait_until_read()
    settle()
    wait_for(window.page.updatesEnabled)
    return window.page.grab().toImage()


@pytest.mark.ci
def test_a_page_looks_as_if_it_had_always_been_so(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    """Whether it was turned to before it was dressed or after, or was in front meanwhile."""
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    seen: dict[str, dict[str, QImage]] = {}

    def always_dark(window: MainWindow) -> None:
        prefer(window, "dark")
        for _ in range(2):
            seen["always"] = {name: look(window, name) for name in LOOKED_AT}
        window.close()

    def changed(window: MainWindow) -> None:
        prefer(window, "light")
        for name in LOOKED_AT:
            look(window, name)
        at_once, in_front = dict[str, QImage](), dict[str, QImage]()
        for name in LOOKED_AT:
            prefer(window, "dark")
            assert not is_dressed()
            at_once[name] = look(window, name)
            prefer(window, "light", "large")
            prefer(window, "dark")
            in_front[name] = look(window, name)
            prefer(window, "light")
        prefer(window, "dark")
        wait_for(is_dressed)
        later = {name: look(window, name) for name in LOOKED_AT}
        seen.update(at_once=at_once, in_front=in_front, later=later)
        prefer(window, "light")
        window.close()  # while what is not seen is still dark

    for drive in (always_dark, changed):
        folder = shutil.copytree(sample, tmp_path / drive.__name__)
        assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    others = [
        f"{name} {how}"
        for how, images in seen.items()
        for name, image in images.items()
        if image != seen["always"][name]
    ]
    assert others == []


PICKS = """
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from inspector.gui.theme import apply_theme

app = QApplication([])
apply_theme(app, "light")
window = QWidget()
window.resize(600, 400)
choice = QComboBox(window)
choice.setGeometry(100, 100, 200, 30)
choice.addItems(["light", "dark"])
choice.textActivated.connect(lambda theme: apply_theme(app, theme))
window.show()
at = QPoint(110, 140)  # below the choice, where the list lies

def pixel():
    screen = app.primaryScreen().grabWindow(0).toImage()
    return screen.pixelColor(window.mapToGlobal(at)).name()

def pick():
    listed = choice.view()
    place = listed.visualRect(choice.model().index(1, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)

def look():
    own = window.grab().toImage().pixelColor(at).name()
    if own == pixel() or not waits.isActive():
        print(own == pixel() != before)
        app.quit()

before = ""
waits = QTimer(singleShot=True, interval=20_000)
looks = QTimer(interval=100)
looks.timeout.connect(look)

def begin():
    global before
    before = pixel()
    choice.showPopup()
    QTimer.singleShot(500, pick)
    QTimer.singleShot(1500, looks.start)
    waits.start()

QTimer.singleShot(500, begin)
app.exec()
"""


@pytest.mark.ci
def test_a_window_is_painted_whose_theme_was_chosen_from_a_list_over_it(x_screen: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PICKS],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": x_screen},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.split() == ["True"], done.stderr
