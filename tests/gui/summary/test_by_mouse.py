"""汇总 by the mouse: a figure opened, copied, the chart's menu, and back by what is in sight."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.gui.summary.sections.trend_chart import TrendChart
from tests.gui.meeting.test_by_mouse import choose, menu_at
from tests.gui.summary.reader import Reader, in_chinese
from tests.gui.visits.visit import Person, click


@pytest.mark.ci
@in_chinese
def test_figures_and_back_by_the_mouse(person: Person) -> None:
    reader = Reader(person)
    board, table = reader.board, reader.table
    back = person.find(QWidget, "back")
    assert not back.isVisible()
    first = table.visualRect(table.model().index(0, 1)).center()
    choose(menu_at(table.viewport(), first), "copy")
    assert "\t" in reader.copied
    choose(menu_at(table.viewport(), first), "open")
    reader.wait()
    assert board.visits.isVisible()
    assert back.isVisible()
    person.click("back")
    assert table.isVisible()
    click(table, table.model().index(0, 1), twice=True)
    person.click("back")

    reader.press("3")
    chart = next(each for each in board.findChildren(TrendChart) if each.isVisible())
    choose(menu_at(chart), "copy-chart")
    assert not QGuiApplication.clipboard().image().isNull()
    reader.press("1")
    board.pick_sites()
    assert board.picker.isVisible()
    person.click("back")
    assert table.isVisible()
