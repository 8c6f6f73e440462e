"""A command works where its keys are shown: after a click anywhere but in a text field."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import ALWAYS, CommandTable
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.labels import label
from tests.conftest import Keyboard

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
KEYPAD, SHIFT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hall(QWidget):
    """A page of its own: a label, a list, a button, two fields; what was done is in `done`."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.said: list[str] = []
        self.title = label("Items")
        self.list = QListWidget()
        self.list.addItems(["1 greets", "2 smiles", "uniform"])
        self.field, self.note = QLineEdit(), QPlainTextEdit()
        table = self.table = CommandTable(self)
        table.add("pass", "Pass the item", "1", self.do("pass"), short="Pass")
        table.add("undo", "Undo", "Ctrl+Z", self.do("undo"), repeats=True)
        table.add("find", "Find", ("F3", "Ctrl+G"), self.do("find"), modes=ALWAYS)
        table.add("kind", "Kind", ("Alt+1", "Alt+2", "Alt+3"), self.kind, numbered=True)
        table.add("open", "Open", ("Return", "Enter"), self.do("open"), at=self.list)
        table.add("move", "Move", ("Up", "Down"))
        table.add("leave", "Leave", "Esc", self.do("leave"))
        table.add("up", "Back to the page", "Esc", self.do("up"), at=(self.list, self.note))
        table.add("keep", "Keep the note", "K", self.do("keep"), modes="writing")
        table.refused.connect(self.said.append)
        self.button = command_button(table["undo"], "undo")
        column = QVBoxLayout(self)
        for each in (self.title, self.list, self.button, self.field, self.note):
            column.addWidget(each)

    def do(self, name: str) -> Callable[[], None]:
        return lambda: self.done.append(name)

    def kind(self, position: int) -> None:
        self.done.append(f"kind {position}")

    def taken(self) -> list[str]:
        """Return what was done since it was asked last."""
        done, self.done[:] = self.done[:], []
        return done


@pytest.fixture
def hall(qapp: QApplication) -> Iterator[Hall]:
    page = Hall()
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    yield page
    page.deleteLater()


def click(widget: QWidget) -> None:
    QTest.mouseClick(getattr(widget, "viewport", lambda: widget)(), Qt.MouseButton.LeftButton)


def test_a_digit_works_after_a_click_on_anything_but_a_field(
    hall: Hall, keyboard: Keyboard
) -> None:
    hall.list.setFocus()
    for place in (hall.title, hall.list, hall.button, hall.title):
        click(place)
        hall.taken()
        keyboard.press("1")
        assert hall.taken() == ["pass"], place
    QTest.keyClick(keyboard.focus, Qt.Key.Key_1, KEYPAD)
    assert hall.taken() == ["pass"]


def test_a_button_with_the_keyboard_keeps_its_space_and_enter(
    hall: Hall, keyboard: Keyboard
) -> None:
    hall.table.add("take", "Take", (" ", "Return", "Enter"), hall.do("take"), at=hall.list)
    hall.table.add("done", "Done", ("Return", "Enter"), hall.do("done"), left_over=True)
    click(hall.button)
    hall.button.setFocus()
    hall.taken()
    keyboard.press("1")  # a key of the page works here, too
    assert hall.taken() == ["pass"]
    for key in (Qt.Key.Key_Space, ENTER, Qt.Key.Key_Enter):
        keyboard.press(key)
        assert hall.taken() == ["undo"], key


@pytest.mark.parametrize("name", ["field", "note"])
def test_in_a_field_a_digit_is_text_and_ctrl_a_command(
    hall: Hall, keyboard: Keyboard, name: str
) -> None:
    field = getattr(hall, name)
    click(field)
    keyboard.press("1")
    assert hall.taken() == []
    assert (field.text if name == "field" else field.toPlainText)() == "1"
    keyboard.press("g", ctrl=True)
    assert hall.taken() == ["find"]


def test_enter_is_for_its_own_widget(hall: Hall, keyboard: Keyboard) -> None:
    click(hall.list)
    keyboard.press(ENTER)
    assert hall.taken() == ["open"]
    click(hall.note)
    keyboard.press(ENTER)
    assert hall.taken() == []
    assert hall.note.toPlainText() == "\n"
    hall.button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    assert hall.taken() == ["undo"]


def test_the_command_that_is_nearer_to_the_keyboard_is_meant(
    hall: Hall, keyboard: Keyboard
) -> None:
    for place, meant in ((hall.list, "up"), (hall.field, "leave"), (hall.note, "up")):
        click(place)
        for _ in range(3):
            keyboard.press(ESC)
            assert hall.taken() == [meant]


def test_each_of_numbered_keys_does_its_own(hall: Hall, keyboard: Keyboard) -> None:
    for place in (hall.list, hall.field):
        click(place)
        QTest.keyClick(keyboard.focus, Qt.Key.Key_3, ALT)
        QTest.keyClick(keyboard.focus, Qt.Key.Key_1, ALT)
        assert hall.taken() == ["kind 2", "kind 0"]
    assert hall.table["kind"].key == "Alt+1…3"


def test_in_another_mode_other_commands_work(hall: Hall, keyboard: Keyboard) -> None:
    changed: list[str] = []
    hall.table.changed.connect(lambda: changed.append(hall.table.mode))
    click(hall.list)
    keyboard.press("k")
    assert hall.taken() == []
    hall.table.set_mode("writing")
    hall.table.set_mode("writing")
    keyboard.press("1", "k", Qt.Key.Key_F3)
    assert hall.taken() == ["keep", "find"]
    assert [each.text() for each in hall.table.sheet()] == ["Find", "Keep the note"]
    assert not hall.button.isEnabled()
    hall.table.set_mode("")
    keyboard.press("1", "k")
    assert hall.taken() == ["pass"]
    assert hall.button.isEnabled()
    assert changed == ["writing", ""]


def test_what_cannot_be_done_says_why(hall: Hall, keyboard: Keyboard) -> None:
    click(hall.list)
    hall.table["undo"].set_why_not(lambda: "There is nothing to undo.")
    hall.table.look_again()
    hall.table.look_again()
    assert "There is nothing to undo." in hall.button.toolTip()
    assert hall.button.accessibleDescription() == "There is nothing to undo."
    keyboard.press("z", ctrl=True)
    click(hall.button)
    assert hall.taken() == []
    assert hall.said == ["There is nothing to undo."] * 2
    hall.table["undo"].set_why_not(str)
    hall.table.look_again()
    assert hall.button.isEnabled()
    keyboard.press("z", ctrl=True)
    assert hall.taken() == ["undo"]


def held(widget: QWidget, key: Qt.Key, text: str, ctrl: bool = False) -> None:
    """Hold a key down: a press and three repetitions, as the system sends them."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for repeats in (False, True, True, True):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifier, text, repeats)
            QApplication.sendEvent(widget.window().windowHandle(), event)


def test_held_down_only_what_repeats_is_done_again(hall: Hall, keyboard: Keyboard) -> None:
    click(hall.list)
    held(keyboard.focus, Qt.Key.Key_1, "1")
    assert hall.taken() == ["pass"]
    held(keyboard.focus, Qt.Key.Key_Z, "", ctrl=True)
    assert hall.taken() == ["undo"] * 4
    held(keyboard.focus, Qt.Key.Key_Escape, "")
    assert hall.taken() == ["up"]


def test_line_sheet_and_button_say_the_same_words(hall: Hall) -> None:
    assert [(each.key, each.iconText()) for each in hall.table.line()] == [("1", "Pass")]
    assert [(each.keys, each.text()) for each in hall.table.sheet()] == [
        ("1", "Pass the item"), ("Ctrl+Z", "Undo"), ("F3  Ctrl+G", "Find"), ("Alt+1…3", "Kind"),
        ("↵", "Open"), ("↑ ↓", "Move"), ("Esc", "Leave"), ("Esc", "Back to the page"),
    ]  # fmt: skip
    assert hall.button.text() == "Undo  Ctrl+Z"
    assert hall.button.accessibleName() == "Undo"


def test_a_button_has_room_for_its_words_and_the_frame_of_its_key(hall: Hall) -> None:
    for command in (hall.table["undo"], hall.table["open"], hall.table["pass"]):
        made = command_button(command, "made")
        option = QStyleOptionButton()
        made.initStyleOption(option)
        said = QPushButton(option.text)  # the words with a blank as wide as the frame
        assert made.sizeHint().width() >= said.sizeHint().width() - 1, command.text()


def test_a_question_is_left_by_esc_only_while_one_is_asked(hall: Hall, keyboard: Keyboard) -> None:
    line = AskLine()
    hall.table.add_stop(hall.do("stop"), line.says, at=hall.button)
    hall.button.setFocus()
    keyboard.press(ESC)
    assert hall.taken() == ["leave"]
    line.wait(hall.do("yes"), "Is it?", "Yes")
    assert ("Esc", "Cancel the question") in [(c.keys, c.text()) for c in hall.table.sheet()]
    hall.button.setFocus()
    keyboard.press(ESC)
    assert hall.taken() == ["stop"]
    line.stop()
    assert "stop" not in [each.objectName() for each in hall.table.sheet()]


def test_what_cannot_be_done_is_shown_nowhere_and_told_once(hall: Hall) -> None:
    told: list[str] = []
    hall.table.changed.connect(lambda: told.append(hall.table.mode))
    assert "pass" in [each.objectName() for each in hall.table.line()]
    hall.table["pass"].set_why_not(lambda: "No item is chosen.")
    hall.table.look_again()
    hall.table.look_again()
    assert told == [""]
    for shown in (hall.table.line(), hall.table.sheet()):
        assert "pass" not in [each.objectName() for each in shown]
    hall.table["pass"].set_why_not(str)
    hall.table.look_again()
    hall.table.set_mode("writing")
    assert told == ["", "", "writing"]


def test_a_button_of_several_keys_opens_a_menu_of_what_each_does(qapp: QApplication) -> None:
    page, done = QWidget(), list[int]()
    table = CommandTable(page)
    kinds = ("Day", "Week")
    table.add("kind", "Kind", ("D", "W"), done.append, short="Kind", numbered=True, choices=kinds)
    table.add("nameless", "Other", ("1", "2"), done.append, short="Other", numbered=True)
    table.add("move", "Move", ("Up", "Down"), short="Move")
    assert [each.objectName() for each in table.line()] == ["kind", "nameless"]
    made = command_button(table["kind"], "kind")
    made.show()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Day\tD", "Week\tW"]
    menu.actions()[1].trigger()
    menu.close()
    assert done == [1]
    for each in (made, page):
        each.deleteLater()


def test_a_context_menu_is_of_the_row_under_the_mouse(hall: Hall, qapp: QApplication) -> None:
    table = hall.table
    table["pass"].set_why_not(lambda: "Nothing is chosen.")
    give_context_menu(hall.list, [table["pass"], table["undo"], table["keep"], table["move"]])
    beside = QPoint(5, hall.list.viewport().height() - 2)
    hall.list.setCurrentRow(0)
    for where, row in ((hall.list.visualItemRect(hall.list.item(2)).center(), 2), (beside, 2)):
        hall.list.customContextMenuRequested.emit(where)
        assert hall.list.currentRow() == row
        menu = qapp.activePopupWidget()
        if where is beside:
            assert menu is None
            continue
        assert isinstance(menu, QMenu)
        told = [(each.text(), each.isEnabled(), each.toolTip()) for each in menu.actions()]
        assert told == [
            ("Pass the item\t1", False, "Nothing is chosen."), ("Undo\tCtrl+Z", True, "Undo"),
        ]  # fmt: skip
        menu.actions()[1].trigger()
        menu.close()
        assert hall.done == ["undo"]
