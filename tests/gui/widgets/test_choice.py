"""A choice made by mouse says so; one made by key does not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui.widgets.choice import Choice


def test_only_a_choice_by_mouse_gives_the_keyboard_away(qtbot: QtBot) -> None:
    choice = Choice("kind", "Kind")
    choice.offer([("All", ""), ("A", "a"), ("B", "b")])
    qtbot.addWidget(choice)
    choice.show()
    chosen: list[object] = []
    choice.clicked_one.connect(lambda: chosen.append(choice.currentData()))

    QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentData() == "a"
    choice.showPopup()
    QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert choice.currentData() == "b"
    assert chosen == []
    for _ in range(2):
        choice.showPopup()
        view = choice.view()
        at = view.visualRect(view.model().index(0, 0)).center()
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        choice.activated.emit(0)
        choice.hidePopup()
    assert len(chosen) == 2
