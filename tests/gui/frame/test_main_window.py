"""The frame: pages and their focus, the banner, the line of keys, the place on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from inspector.domain.errors import CannotWriteError, FaultyFileError
from inspector.domain.faults import Fault, Problem
from inspector.gui.commands.command_button import CommandButton
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.key_line import ROOM_FOR_FOLDER, KeyLine
from inspector.gui.frame.main_window import LEAST_SIZE, MainWindow
from inspector.gui.frame.rail import RailButton
from inspector.gui.measures import MOUSE
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.overlay import Overlay
from tests.conftest import ChooseFile, RunMain
from tests.gui.data.rosters import FAULTY, TIDY
from tests.gui.looks import settle
from tests.gui.visits.visit import ENTER, ESC, TAB, Person, at_the_window, in_a_visit
from tests.gui.waiting import wait_until_read

CTRL_1 = "1"


def inside(widget: QWidget) -> bool:
    """Tell whether the keyboard is in a widget."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


@pytest.mark.ci
@in_a_visit
def test_the_rail_leads_to_the_pages_and_back_to_where_one_was(person: Person) -> None:
    person.press("1", "2", "x", ESC)
    person.turn_to("data")
    assert person.window.page.objectName() == "dataPage"
    assert inside(person.window.page)
    person.press(CTRL_1, ctrl=True)
    assert person.place == ("1号窗口", "uniform")
    assert person.focus == "items"
    QTest.mouseClick(person.find(QWidget, "rail-data", person.window), Qt.MouseButton.LeftButton)
    assert inside(person.window.page)


@pytest.mark.ci
@at_the_window
def test_every_page_takes_the_keyboard_when_it_comes_back(person: Person) -> None:
    def there_and_back() -> None:
        person.turn_to("data")
        person.press(CTRL_1, ctrl=True)
        assert inside(person.page)

    there_and_back()
    person.press("n", ctrl=True)
    there_and_back()
    assert person.page.new.isVisible()
    assert person.focus == "siteSearch"
    person.find(QLineEdit, "inspectors").setText("检查一组")
    person.press(ENTER, ctrl=True)
    there_and_back()
    assert person.focus == "items"
    person.press(*[Qt.Key.Key_PageUp] * 4)
    for _ in range(4):
        person.press("a", "a", Qt.Key.Key_PageDown)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    there_and_back()
    assert person.page.result.isVisible()
    assert person.focus == "resultCards"


@at_the_window
def test_an_arrow_key_goes_along_the_rail_and_tab_from_there_to_the_page(person: Person) -> None:
    """What reads the screen aloud may give it the keyboard; Tab does not come to it."""
    person.window.rail.findChildren(RailButton)[0].setFocus()
    person.press(Qt.Key.Key_Down)
    assert person.window.page.objectName() == "meetingPage"
    assert person.focus == "rail-meeting"  # to go on along the rail
    person.press(TAB)
    assert inside(person.window.page)


@at_the_window
def test_the_banner_says_one_sentence_at_a_time(person: Person) -> None:
    banner = person.window.banner
    assert not banner.isVisible()
    banner.tell("Written: /x/y.xlsx", "/x/y.xlsx")
    assert banner.text == "Written: /x/y.xlsx"
    problems = [Problem("a!B2", Fault.NO_ROWS), Problem("a!B3", Fault.NO_ROWS)]
    banner.refuse(FaultyFileError("roster.xlsx", problems))
    assert banner.text == "roster.xlsx: 2 problems, nothing was imported."
    listed = person.find(QWidget, "bannerProblems", banner)
    assert listed.isVisible()
    assert not person.find(QWidget, "bannerAction", banner).isVisible()
    banner.refuse(CannotWriteError(Path("/x"), "disk is full"))
    assert banner.text == (
        "/x cannot be written: the disk is full. Nothing was changed."
        " Make room on that disk and try again."
    )
    assert not listed.isVisible()


@at_the_window
def test_the_banner_closes_by_click_and_by_keys_and_leaves_the_keyboard(person: Person) -> None:
    banner = person.window.banner
    banner.tell("Done")
    assert person.focus == "unfinished"
    person.click("bannerClose", banner)
    assert not banner.isVisible()
    assert person.focus == "unfinished"
    banner.tell("Done")
    for _ in range(20):
        if person.focus == "bannerClose":
            break
        person.press(TAB)
    person.press(Qt.Key.Key_Space)
    assert not banner.isVisible()
    assert person.focus == "unfinished"


@at_the_window
def test_the_banner_goes_with_its_page(person: Person) -> None:
    person.window.banner.tell("Done")
    person.turn_to("data")
    assert not person.window.banner.isVisible()


@at_the_window
def test_a_sentence_without_end_or_break_widens_nothing(person: Person) -> None:
    person.window.showNormal()
    person.window.resize(LEAST_SIZE)
    for path in (f"/home/{'w' * 250}/x.xlsx", "C:\\" + "长" * 2000):
        person.window.banner.tell(path)
        settle()
        assert person.window.size() == LEAST_SIZE
        assert person.window.banner.text == path
        assert person.window.banner.height() < LEAST_SIZE.height() // 3


@in_a_visit
def test_the_line_says_when_it_was_saved(person: Person) -> None:
    person.press("1")
    saved = person.find(QLabel, "savedTime", person.window)
    assert saved.text().startswith("Saved ")


@pytest.mark.parametrize("width", [1366, 1000, 700, 400])
def test_keys_are_shown_whole_or_not_at_all(qapp: QApplication, width: int) -> None:
    line = KeyLine(Path("/data") / ("f" * 200))
    table = CommandTable(line)
    for n in range(8):
        words = f"meaning number {n}"
        table.add(f"{n}", words, f"Ctrl+{n}", lambda: None, short=words)
    table.add("keys", "All keys", "?", lambda: None, short="All keys")
    line.show_commands(table.line(), tuple)
    line.resize(width, MOUSE.key_line)
    line.show()
    settle()
    keys = [each for each in line.findChildren(CommandButton) if each.isVisible()]
    assert "All keys" in [each.accessibleName() for each in keys]
    for each in keys:
        assert each.width() >= each.sizeHint().width()
        assert each.mapTo(line, each.rect().bottomRight()).x() <= width
    folder = line.findChild(ElidedLabel)
    assert folder is not None
    assert folder.isVisible() is (width >= ROOM_FOR_FOLDER)
    line.deleteLater()


def test_a_label_gives_way_and_has_the_whole_text_in_its_tool_tip(qapp: QApplication) -> None:
    label = ElidedLabel("secondary")
    label.setText("a short <b>text</b>")
    label.resize(400, 20)
    label.show()
    assert label.shown == label.text()
    assert label.toolTip() == ""
    label.resize(60, 20)
    assert label.shown.endswith("…")
    assert "&lt;b&gt;" in label.toolTip()
    assert label.minimumSizeHint().width() <= 64
    label.setText("x")
    assert label.toolTip() == ""
    assert not label.grab().isNull()
    label.deleteLater()


@pytest.mark.ci
def test_the_window_is_as_small_as_a_scaled_laptop_needs(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        least = window.minimumSizeHint()
        assert least.expandedTo(LEAST_SIZE) == LEAST_SIZE

    for language in ("zh_CN", "en"):
        assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", language) == 0


@at_the_window
def test_ctrl_q_closes_and_stands_among_all_keys(person: Person) -> None:
    person.press("?")
    (sheet,) = [each for each in person.window.findChildren(Overlay) if each.isVisible()]
    assert {"Quit", "Ctrl+Q"} <= {each.text() for each in sheet.findChildren(QLabel)}
    person.press(ESC)
    person.press("q", ctrl=True)
    assert not person.window.isVisible()


@pytest.mark.ci
@at_the_window
def test_a_preview_takes_the_place_of_what_was_refused_before(
    person: Person, choose_file: ChooseFile
) -> None:
    person.turn_to("data")
    choose_file(FAULTY)
    person.press("o", ctrl=True)
    wait_until_read()
    assert person.window.banner.isVisible()
    choose_file(TIDY)
    person.press("o", ctrl=True)
    wait_until_read()
    assert person.find(QWidget, "rosterPreview").isVisible()
    assert not person.window.banner.isVisible()


@pytest.mark.ci
@at_the_window
def test_reading_a_file_is_stopped_by_esc(person: Person, choose_file: ChooseFile) -> None:
    person.turn_to("data")
    choose_file(TIDY)
    person.press("o", ctrl=True)
    person.press(ESC)
    wait_until_read()
    assert person.banner == "Stopped; nothing was changed."
    assert not [w for w in person.window.findChildren(QWidget, "rosterPreview") if w.isVisible()]
