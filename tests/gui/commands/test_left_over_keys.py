"""Enter and Esc of a form: a button and a text keep their own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.key_names import key_names

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Asked(QWidget):
    """A page with Esc and Enter of its own, and in it a form with a line, a text, two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        page = CommandTable(self)
        page.add("page", "Leave the page", ("Esc", "Return"), lambda: self.done.append("page"))
        form = QWidget()
        self.commands = CommandTable(form)
        confirm, leave = self.commands.add_answers(
            ("Save", lambda: self.done.append("save")), ("Cancel", lambda: self.done.append("no"))
        )
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        self.save, self.cancel = command_button(confirm, "save"), command_button(leave, "cancel")
        column = QVBoxLayout(form)
        for widget in (self.line, self.text, self.save, self.cancel):
            column.addWidget(widget)
        QVBoxLayout(self).addWidget(form)

    def press(self, widget: QWidget, key: Qt.Key) -> list[str]:
        """Return what a key did with the keyboard at a widget."""
        self.done.clear()
        widget.setFocus()
        QTest.keyClick(widget, key)
        return list(self.done)


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[Asked]:
    made = Asked()
    made.show()
    made.activateWindow()
    qapp.processEvents()
    yield made
    made.close()


def test_enter_of_a_form_is_done_from_a_line_and_not_from_a_text(asked: Asked) -> None:
    assert asked.press(asked.line, ENTER) == ["save"]
    assert asked.press(asked.line, ESC) == ["no"]
    assert asked.press(asked.text, ENTER) == []
    assert asked.text.toPlainText() == "\n"
    assert asked.press(asked.text, ESC) == ["no"]


def test_a_button_keeps_its_enter(asked: Asked) -> None:
    assert asked.press(asked.cancel, ENTER) == ["no"]
    assert asked.press(asked.save, Qt.Key.Key_Space) == ["save"]
    assert asked.press(asked.cancel, ESC) == ["no"]


def test_its_keys_are_told_and_its_buttons_say_them(asked: Asked) -> None:
    assert [(each.keys, each.iconText()) for each in asked.commands.line()] == [
        ("↵", "Save"), ("Esc", "Cancel"),
    ]  # fmt: skip
    assert (asked.save.text(), asked.save.accessibleName()) == ("Save  ↵", "Save")
    asked.commands["confirm"].set_words("Keep")
    assert (asked.save.text(), asked.save.toolTip()) == ("Keep  ↵", "Keep (↵)")
    asked.commands.set_mode("closed")
    assert asked.press(asked.line, ENTER) == ["page"]


def test_keys_are_written_as_they_stand_on_a_keyboard() -> None:
    assert key_names(("Left", "Right")) == "← →"
    assert key_names(("Shift+Left", "Shift+Right")) == "Shift+← →"
    assert key_names(("Left", "PgUp")) == "←  PgUp"
    assert key_names(tuple("0123456789")) == "0…9"
    assert key_names(("Ctrl+F", "/")) == "Ctrl+F  /"
