"""What comes in place of something shorter is not painted before there is room for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import LONGEST, wait_for

LONG = "long enough for some lines " * 30


class Painted(QObject):
    """Whether there was room each time that a widget was painted."""

    def __init__(self, watched: QWidget, has_room: Callable[[], bool]) -> None:
        super().__init__(watched)
        self.times: list[bool] = []
        self._has_room = has_room
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.times.append(self._has_room())
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty one."""
    return tmp_path / "data"


@at_the_window
def test_a_sentence_of_several_lines(person: Person) -> None:
    banner, session = person.window.banner, person.window.session
    text = banner.findChild(QLabel, "bannerText")
    assert text is not None
    session.hinted.emit("Short.")
    wait_for(lambda: text.height() >= text.heightForWidth(text.width()))
    painted = Painted(text, lambda: text.height() >= text.heightForWidth(text.width()))
    session.told.emit(LONG, "")
    person.window.repaint()  # a busy loop paints before it lays out
    wait_for(lambda: painted.times)
    assert all(painted.times)


def test_a_row_of_several_lines(qtbot: QtBot) -> None:
    model: TableModel[str] = TableModel([Column("Text", str)])
    table = TableView(model, "table", "Table")
    fit_rows(table)
    qtbot.addWidget(table)
    table.resize(400, 300)
    with qtbot.waitExposed(table, timeout=LONGEST):
        table.show()
    model.set_rows(["Short."])
    wait_for(lambda: table.updatesEnabled())
    low = table.rowHeight(0)
    painted = Painted(table.viewport(), lambda: table.rowHeight(0) > low)
    model.set_rows([LONG])
    table.repaint()
    table.viewport().repaint()
    wait_for(lambda: painted.times)
    assert all(painted.times)
