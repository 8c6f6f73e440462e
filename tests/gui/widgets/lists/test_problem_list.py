"""The list of problems below a sentence: as tall as its sentences, up to where it scrolls."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.theme import apply_theme
from inspector.gui.widgets.lists.problem_list import ProblemList
from tests.gui.waiting import LONGEST

TALLEST = 120


@pytest.mark.parametrize("count", [1, 2, 3, 4, 40])
def test_few_problems_are_seen_without_scrolling(
    qapp: QApplication, qtbot: QtBot, count: int
) -> None:
    apply_theme(qapp, "light")
    around = QWidget()
    qtbot.addWidget(around)
    problems = ProblemList("problems", "Problems", TALLEST)
    QVBoxLayout(around).addWidget(problems)
    around.resize(500, 300)
    with qtbot.waitExposed(around, timeout=LONGEST):
        around.show()
    problems.list(["IMG_2.jpg：磁盘已满"] * count)
    qapp.processEvents()
    assert problems.height() <= TALLEST
    assert bool(problems.verticalScrollBar().maximum()) is (count > 4)
