"""Every table of commands: one use of a key, keys that work, words and reasons in both languages.

What is in front says no key that does not stand in a table.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.widgets.fields.text_limit import NOTE
from inspector.gui.widgets.overlay import Overlay
from inspector.gui.widgets.search_field import SearchField
from tests.gui.commands.conftest import EVERY, SOME, Look
from tests.gui.commands.said import line_buttons
from tests.gui.commands.test_why_not import Reasons, compare, reasons
from tests.gui.commands.views import Go

OF_A_WIDGET = {
    "Return", "Enter", "Esc", "Space", "Del", "Backspace", "Up", "Down", "Left", "Right", "Home",
    "End", "PgUp", "PgDown", "Tab",
}  # fmt: skip
"""Keys whose use may be another where the keyboard is in a part of the page."""

Words = dict[tuple[str, str], tuple[str, str]]


@pytest.mark.parametrize(
    "ways",
    [pytest.param(SOME, id="some"), pytest.param(EVERY, id="all", marks=pytest.mark.ci)],
)
def test_every_table_what_is_shown_of_it_and_why_something_cannot_be_done(
    walk: Callable[[str, Look, dict[str, Go]], None], ways: dict[str, Go]
) -> None:
    why: Reasons = {}

    def look(name: str, window: MainWindow) -> None:
        assert window.page.tables(), name
        _look_for_a_key_with_two_uses(name, window)
        _look_for_a_key_of_no_table(name, window)
        _look_whether_all_keys_open(name, window)
        _look_for_a_field_without_end(name, window)
        assert all(said for words in _words(name, window).values() for said in words), name
        why.update(reasons(window, name))

    walk("zh_CN", look, ways)
    assert all(said.endswith("。") for said in why.values()), why
    for place in (("sign", "undo"), ("sign", "clear"), ("scoring", "redo"), ("patrol", "undo")):
        assert place in why


@pytest.mark.ci
def test_every_command_has_words_and_every_reason_is_told_in_both_languages(
    walk: Callable[[str, Look], None],
) -> None:
    english: Words = {}
    chinese: Words = {}
    why: Reasons = {}
    why_in_chinese: Reasons = {}

    def look(name: str, window: MainWindow) -> None:
        english.update(_words(name, window))
        why.update(reasons(window, name))

    def look_in_chinese(name: str, window: MainWindow) -> None:
        chinese.update(_words(name, window))
        why_in_chinese.update(reasons(window, name))

    walk("en", look)
    walk("zh_CN", look_in_chinese)
    compare(why, why_in_chinese)
    assert english.keys() == chinese.keys()
    for command, words in english.items():
        for said, translated in zip(words, chinese[command], strict=True):
            assert said, command
            assert translated not in ("", said), command


def _look_whether_all_keys_open(name: str, window: MainWindow) -> None:
    """The key that the line says opens them, also where ? is text; the sheet says the same."""
    focus, command = QApplication.focusWidget(), window.commands["keys"]
    assert focus is not None
    assert command.key == ("Shift+F1" if is_typed_in(focus) else "?"), (name, focus)
    told = command.keys
    assert told.endswith("Shift+F1")
    assert {each.text() for each in line_buttons(window) if each.command is command} <= {
        f"{command.text()}  {command.key}"
    }
    QTest.keySequence(focus, QKeySequence(command.key))
    sheets = [each for each in window.findChildren(Overlay) if each.isVisible()]
    assert len(sheets) == 1, name
    assert told in {each.text() for each in sheets[0].findChildren(QLabel)}
    QTest.keyClick(sheets[0], Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is focus, name


def _words(name: str, window: MainWindow) -> Words:
    """Return what every command of a view says, in full and in short."""
    return {
        (name, each.objectName()): (each.text(), each.iconText())
        for table in _tables(window)
        for each in table
    }


def _tables(window: MainWindow) -> list[CommandTable]:
    """Return what can be done now, with what can be done from every page."""
    return [*window.page.tables(), window.commands]


def _look_for_a_key_with_two_uses(name: str, window: MainWindow) -> None:
    tables = _tables(window)
    for mode in sorted({mode for table in tables for mode in table.modes}):
        used: dict[tuple[QWidget, str], str] = {}
        for command, widget, key in _uses(tables, mode):
            around = [widget] if key in OF_A_WIDGET else [widget, *_parents(widget)]
            for each in around:
                other = used.get((each, key), command.objectName())
                assert other == command.objectName(), (name, mode, key)
            used[widget, key] = command.objectName()


def _uses(tables: Sequence[CommandTable], mode: str) -> Iterator[tuple[Command, QWidget, str]]:
    """Return what works in a mode, with its widgets and keys, the outermost widgets first."""
    found: list[tuple[Command, QWidget, str]] = []
    for table in tables:
        for command in table.of_mode(mode):
            for widget in command.associatedObjects():
                assert isinstance(widget, QWidget)
                found.extend((command, widget, each.toString()) for each in command.shortcuts())
    yield from sorted(found, key=lambda use: len(list(_parents(use[1]))))


def _parents(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _look_for_a_field_without_end(name: str, window: MainWindow) -> None:
    for field in window.findChildren(QLineEdit):
        called = field.objectName()
        is_search = isinstance(field, SearchField) or "search" in called.lower()
        keeps_nothing = field.isReadOnly() or is_search
        if field.isVisible() and not keeps_nothing and not called.startswith("qt_"):
            assert field.maxLength() < NOTE, (name, called)


@pytest.mark.ci
def test_every_key_works_after_a_click_that_is_in_no_text_field(
    walk: Callable[[str, Look], None],
) -> None:
    pressed = 0

    def look(name: str, window: MainWindow) -> None:
        nonlocal pressed
        for place in _places(window.page):
            QTest.mouseClick(place, Qt.MouseButton.LeftButton)
            if is_typed_in(QApplication.focusWidget()):
                continue  # which had the keyboard, and keeps it
            for command in filter(Command.isEnabled, shown(window)):
                for key in letters(command):
                    assert is_asked_by(command, key, place), (name, place, key)
                    pressed += 1

    walk("en", look)
    assert pressed


def is_typed_in(focus: QWidget | None) -> bool:
    if isinstance(focus, QLineEdit | QPlainTextEdit):
        return not focus.isReadOnly()
    is_editable = isinstance(focus, QComboBox) and focus.isEditable()
    return is_editable or isinstance(focus, QAbstractSpinBox)


def shown(window: MainWindow) -> list[Command]:
    return [each for table in _tables(window) for each in table.sheet()]


def letters(command: Command) -> list[QKeySequence]:
    return [each for each in command.shortcuts() if each.toString() not in OF_A_WIDGET]


def _places(page: QWidget) -> list[QWidget]:
    """Return what one may click without doing anything: a title, and the lists."""
    titles = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()][:1]
    lists = [each.viewport() for each in page.findChildren(QAbstractItemView) if each.isVisible()]
    return [*titles, *lists]


def is_asked_by(command: Command, key: QKeySequence, clicked: QWidget) -> bool:
    """Press a key; tell whether it asked for a command, which is not done but refused.

    What is of another part of the page than was clicked is asked for from there.
    """
    widgets = [each for each in command.associatedObjects() if isinstance(each, QWidget)]
    focus = QApplication.focusWidget()
    assert focus is not None
    if not any(each is focus or each.isAncestorOf(focus) for each in widgets):
        # The key before was one of another part: back to where was clicked.
        around = [each for each in widgets if each.isAncestorOf(clicked)]
        in_sight = [each for each in widgets if each.isVisible()]
        (around or in_sight)[0].setFocus()
    said: list[str] = []
    command.refused.connect(said.append)
    before = command.set_why_not(lambda: "not now")
    QTest.keySequence(QApplication.focusWidget() or focus, key)
    command.set_why_not(before)
    command.refused.disconnect(said.append)
    return said == ["not now"]


def _look_for_a_key_of_no_table(name: str, window: MainWindow) -> None:
    known = {key for each in shown(window) for key in (each.key, each.keys)}
    # Of every mode, and of what is beside: a form leaves the buttons above it in sight.
    tables = (*window.page.findChildren(CommandTable), *_tables(window))
    written = {each.key for table in tables for each in table}
    in_line = {each.command.key for each in line_buttons(window) if each.command}
    assert in_line <= known, name
    for button in window.page.findChildren(QAbstractButton):
        if button.isVisible() and (ends := re.search(r"  (\S+)$", button.text())):
            assert ends[1] in written, (name, button.text())
