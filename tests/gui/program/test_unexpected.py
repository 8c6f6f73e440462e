"""Unexpected errors: one window with a report, the work goes on, nothing personal gets out."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QTableView

from inspector import __version__
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program.crash_report import crash_report, traced
from inspector.gui.program.crash_window import CrashWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.looks import cut, lost, nameless
from tests.gui.visits.visit import ENTER, Person
from tests.gui.waiting import wait_for
from tests.storage.raw_files import mode

pytestmark = pytest.mark.qt_no_exception_capture

NAMES = ("城东营业厅", "1001", "王经理", "检查一组")


def fail() -> None:
    """Fail as a mistake in a slot would, over something personal."""
    names = {"1号窗口": "张三"}
    try:
        names.pop("城东营业厅")
    except KeyError:
        len(None)  # type: ignore[arg-type]


def soon(window: MainWindow) -> None:
    """Let a slot fail when the event loop comes round."""
    timer = QTimer(window, singleShot=True)
    timer.timeout.connect(fail)
    timer.start(0)


def crash(window: MainWindow) -> CrashWindow:
    """Let a slot fail; return the window that says so."""
    soon(window)
    wait_for(lambda: (found := window.findChild(CrashWindow)) and found.isVisible())
    found = window.findChild(CrashWindow)
    assert found is not None
    return found


def text(window: CrashWindow) -> str:
    report = window.findChild(QPlainTextEdit, "crashReport")
    assert report is not None
    return report.toPlainText()


def assert_discreet(report: str, folder: Path) -> None:
    for personal in (*NAMES, "张三", str(folder), str(Path.home()), "/", "\\"):
        assert personal not in report, personal
    assert report.isascii() or set(report) - set(map(chr, range(128))) <= {"·", "…"}


def test_the_report_names_versions_and_places_and_nothing_else(
    run_main: RunMain, folder: Path, keyboard: Keyboard
) -> None:
    def drive(window: MainWindow) -> None:
        found = crash(window)
        report = text(found)
        assert report.startswith(f"inspector {__version__}\nPython 3.")
        assert "  tests.gui.program.test_unexpected:" in report
        assert report.endswith("TypeError: object of type 'NoneType' has no len()")
        assert "KeyError\n" in report
        assert_discreet(report, folder)
        assert cut(found) == lost(found) == nameless(found) == []
        keyboard.press("c")
        assert QGuiApplication.clipboard().text() == report

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    log = folder / "log" / "inspector.log"
    written = log.read_text(encoding="utf-8")
    assert "CRITICAL inspector unexpected error" in written
    assert "tests.gui.program.test_unexpected:" in written
    assert_discreet(written.replace(f"{log}", ""), folder)
    assert (mode(log.parent), mode(log)) == ("0700", "0600")


@pytest.mark.ci
def test_the_work_goes_on(run_main: RunMain, folder: Path, keyboard: Keyboard) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1")
        before = person.place
        crash(window)
        keyboard.press(ENTER)
        wait_for(lambda: window.findChild(CrashWindow) is None)
        window.activateWindow()
        wait_for(lambda: person.focus == "items")
        assert person.place == before
        person.press("1")
        assert person.place != before

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_it_restarts_at_the_same_window_and_item(
    run_main: RunMain, folder: Path, keyboard: Keyboard
) -> None:
    places: list[tuple[str, str]] = []

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        if not places:
            person.press(ENTER)
            person.press("1", "1")
            places.append(person.place)
            crash(window)
            keyboard.press("r")
            wait_for(lambda: not window.isVisible())
        else:
            places.append(person.place)
            assert person.focus == "items"
            person.press("1")

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    first, second = places
    assert first == second


def test_it_can_be_left(run_main: RunMain, folder: Path, keyboard: Keyboard) -> None:
    runs: list[MainWindow] = []

    def drive(window: MainWindow) -> None:
        runs.append(window)
        crash(window)
        keyboard.press("q")
        wait_for(lambda: not window.isVisible())

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    assert len(runs) == 1


def test_what_fails_while_it_is_painted_is_told_when_it_is_painted(
    run_main: RunMain, folder: Path
) -> None:
    told: list[bool] = []

    def drive(window: MainWindow) -> None:
        loop = QEventLoop()  # like the program's own: what fails in it is handed over at once

        class Failing(QStyledItemDelegate):
            def paint(self, *_: object) -> None:
                told.append(window.findChild(CrashWindow) is not None)
                QTimer.singleShot(0, loop.quit)
                fail()

        table = QTableView(window)
        table.setModel(QStandardItemModel(1, 2, table))
        table.setItemDelegate(Failing(table))
        table.resize(400, 100)
        table.show()
        loop.exec()
        table.hide()
        # At the second cell of one row: a window that opens amid painting may take Qt down.
        assert told[:2] == [False, False]
        wait_for(lambda: (found := window.findChild(CrashWindow)) and found.isVisible())
        found = window.findChild(CrashWindow)
        assert found is not None
        assert text(found).count("TypeError") == 1

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_is_heard_too_and_all_come_into_one_window(
    run_main: RunMain, folder: Path
) -> None:
    def boom() -> None:
        raise ZeroDivisionError

    def drive(window: MainWindow) -> None:
        found = crash(window)
        once = text(found)
        soon(window)
        thread = threading.Thread(target=boom)
        thread.start()
        thread.join()
        wait_for(lambda: "ZeroDivisionError" in text(found))
        assert text(found).count("TypeError") == once.count("TypeError")
        assert len(window.findChildren(CrashWindow)) == 1

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


def raised(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError


def test_the_words_of_an_error_are_kept_where_they_speak_of_code() -> None:
    class Item:
        pass

    said = {
        "AttributeError: 'Item' object has no attribute 'x'": lambda: Item().x,  # type: ignore[attr-defined]
        "ValueError": lambda: int("张三"),
        "KeyError": lambda: dict[str, str]().pop("Zhang San"),
        "FileNotFoundError: errno 2": lambda: Path("/home/zhang/花名册.xlsx").read_text(),
        "UnicodeEncodeError": lambda: "张三".encode("ascii"),
    }
    for expected, act in said.items():
        assert traced(raised(act)).splitlines()[-1] == expected
    runtime = RuntimeError("cannot open C:\\Users\\张三\\data.db or /home/zhang/x")
    assert traced(runtime) == "RuntimeError: cannot open … or …"


def test_an_endless_recursion_is_a_short_report() -> None:
    def deeper() -> None:
        deeper()

    lines = crash_report(raised(deeper), datetime(2026, 11, 27)).splitlines()
    assert len(lines) < 50
    assert any("more" in line for line in lines)
