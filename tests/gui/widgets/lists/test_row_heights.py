"""The rows of a long list get their heights in pieces that no key waits for."""

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from inspector.gui.widgets.lists.row_heights import _PIECE, fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from tests.gui.waiting import wait_for


def test_a_piece_ends_by_the_clock_where_each_row_takes_long(qtbot: QtBot) -> None:
    """As beside a thread that works: every row waits for Python's lock."""
    turn = 0
    asked: list[tuple[int, int]] = []

    def text(row: int) -> str:
        asked.append((turn, row))
        time.sleep(0.003)
        return str(row)

    def begin_turn() -> None:
        nonlocal turn
        turn += 1

    table = TableView(TableModel([Column("Text", text)]), "table", "Table")
    fit_rows(table)  # not shown: nobody asks but for the heights
    qtbot.addWidget(table)
    turning = QTimer(table)
    turning.timeout.connect(begin_turn)
    turning.start(0)
    rows = 2 * _PIECE
    table.model().set_rows(range(rows))  # type: ignore[attr-defined]
    wait_for(lambda: len(asked) == rows)
    assert [row for _, row in asked] == list(range(rows))
    pieces = [sum(at == each for at, _ in asked) for each in dict.fromkeys(at for at, _ in asked)]
    assert pieces[0] == _PIECE  # a screen of them, at once
    assert max(pieces[1:]) < _PIECE // 2
