"""What cannot be done says why: where its key is pressed, at its button, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from inspector.gui.commands.command import Command
from inspector.gui.frame.main_window import MainWindow
from tests.conftest import RunMain
from tests.gui.commands.views import VIEWS, Go

OF_EMPTY = {
    name: VIEWS[name]
    for name in (
        "new visit", "meeting", "ledger", "summary", "roster", "checklists", "bin", "holidays",
    )
}  # fmt: skip
"""What comes to the front of a data folder in which nothing was done yet."""

Reasons = dict[tuple[str, str], str]


def reasons(window: MainWindow, view: str) -> Reasons:
    """Return why what is in front cannot be done; nothing may be disabled without a word."""
    found = {}
    for table in (*window.page.tables(), window.commands):
        for command in table:
            assert command.isEnabled() == command.isVisible(), (view, command.objectName())
            if command.why_not:
                found[view, command.objectName()] = command.why_not
                tells(window, command)
    for button in window.page.findChildren(QPushButton):
        if button.isVisible() and (why := button.accessibleDescription()):
            assert not button.isEnabled(), (view, button.objectName())
            assert why in button.toolTip(), (view, button.objectName())
    return found


def tells(window: MainWindow, command: Command) -> None:
    """Press one of its keys, or its button: the line of the window says why."""
    window.banner.hide()
    assert command not in [each for table in window.page.tables() for each in table.sheet()]
    command.trigger()
    assert window.banner.isVisible()
    assert window.banner.text == command.why_not


def compare(english: Reasons, chinese: Reasons) -> None:
    """The same cannot be done in both languages, and each says why in a whole sentence."""
    assert english.keys() == chinese.keys()
    for command, why in english.items():
        assert why.endswith("."), command
        assert chinese[command].endswith("。"), command


def walk(run_main: RunMain, folder: Path, language: str, views: dict[str, Go]) -> Reasons:
    """Go to everything in a language; return what cannot be done there, and why."""
    found: Reasons = {}

    def drive(window: MainWindow) -> None:
        for view, go in views.items():
            go(window)
            QApplication.processEvents()
            found.update(reasons(window, view))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", language) == 0
    return found


@pytest.mark.ci
def test_where_nothing_was_done_yet(run_main: RunMain, tmp_path: Path) -> None:
    """On sample data `test_every_table` looks at the reasons as well."""
    said = walk(run_main, tmp_path / "zh_CN", "zh_CN", OF_EMPTY)
    assert all(each.endswith("。") for each in said.values()), said
    for command in (("ledger", "mark"), ("ledger", "assigned"), ("summary", "export"),
                    ("new visit", "start"), ("holidays", "undo")):  # fmt: skip
        assert command in said
    compare(walk(run_main, tmp_path / "en", "en", OF_EMPTY), said)


def test_a_grey_button_tells_why_when_it_is_clicked(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        VIEWS["new visit"](window)
        (button,) = window.page.findChildren(QPushButton, "start")
        assert not button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.banner.text == "No site is chosen yet."
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "new"), "--lang", "en") == 0
