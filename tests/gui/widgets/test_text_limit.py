"""A field says how much more it takes, and what it did not take."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from inspector.gui.widgets.fields.text_limit import NOTE, TextLimit
from inspector.gui.widgets.note_edit import LineEdit, NoteEdit
from tests.gui.waiting import LONGEST, wait_for


def test_what_is_left_and_what_was_not_taken_in_is_said(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    TextLimit(line, 20)
    line.show()
    line.setFocus()
    QTest.keyClicks(line, "a" * 15)
    assert "5" in QToolTip.text()
    QTest.keyClicks(line, "a" * 5)
    full = QToolTip.text()
    assert "20" in full
    QTest.keyClicks(line, "b")
    beyond = QToolTip.text()
    assert line.text() == "a" * 20
    assert beyond != full
    assert "20" in beyond
    line.setText("a" * 12)
    QGuiApplication.clipboard().setText("c" * 30)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "a" * 12 + "c" * 8
    assert QToolTip.text() == beyond  # the rest is not cut unsaid


def test_a_note_takes_of_a_huge_paste_what_it_holds_and_says_so(qtbot: QtBot) -> None:
    note = NoteEdit("note", "Note")
    qtbot.addWidget(note)
    note.show()
    note.setFocus()
    QTest.keyClicks(note, "ab")
    note.moveCursor(QTextCursor.MoveOperation.Left)
    kept: list[str] = []
    note.textChanged.connect(lambda: kept.append(note.text))
    QGuiApplication.clipboard().setText("长" * 40_000)
    QTest.keyClick(note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert note.text == "a" + "长" * (NOTE - 2) + "b"
    assert {len(each) for each in kept} == {NOTE}
    assert str(NOTE) in QToolTip.text()
    QTest.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.text == "ab"
    QTest.keyClick(note, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert note.text == "a" + "长" * (NOTE - 2) + "b"
    QTest.keyClicks(note, "x")
    assert note.text == "a" + "长" * (NOTE - 2) + "b"
    note.clear()
    QGuiApplication.clipboard().setText("c" * (NOTE - 1) + "😀")
    QTest.keyClick(note, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == "c" * (NOTE - 1)  # and no half of a character


def test_nothing_is_said_about_a_line_that_was_emptied(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    TextLimit(line, 20)
    with qtbot.waitActive(line, timeout=LONGEST):
        line.show()
    line.setFocus()
    QTest.keyClicks(line, "a" * 18)
    assert QToolTip.isVisible()
    line.clear()  # what a form does once it is kept
    wait_for(lambda: not QToolTip.isVisible())


def test_what_is_kept_already_is_shown_whole(qtbot: QtBot) -> None:
    line = LineEdit("name", "Name", 20)
    qtbot.addWidget(line)
    with qtbot.waitActive(line, timeout=LONGEST):
        line.show()
    line.setText("长" * 25)  # of a workbook, which nobody limited
    line.setFocus()
    assert line.text() == "长" * 25
    QTest.keyClicks(line, "a")
    assert line.text() == "长" * 25  # and not more of it
    assert "25" in QToolTip.text()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "长" * 24
    line.setText("b")  # the next one
    QTest.keyClicks(line, "b" * 30)
    assert line.text() == "b" * 20
