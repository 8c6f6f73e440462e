"""The calendar of a field for a day: every day and every weekday can be read in it."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDateEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)
from pytestqt.qtbot import QtBot

from inspector.gui.measures import FACTORS, FINGER, MOUSE, Measures, use_hand, use_text
from inspector.gui.theme import apply_theme
from tests.gui.waiting import LONGEST


def cut_days(table: QTableView) -> list[str]:
    """Return the texts of a calendar that are wider than the room of their cells."""
    model, cut = table.model(), []
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            option = QStyleOptionViewItem()
            option.initFrom(table)
            option.rect = table.visualRect(index)
            option.text = str(index.data())
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
            inside = table.style().subElementRect(
                QStyle.SubElement.SE_ItemViewItemText, option, table
            )
            margin = 2 * (table.style().pixelMetric(
                QStyle.PixelMetric.PM_FocusFrameHMargin, option, table) + 1)  # fmt: skip
            if inside.width() - margin < option.fontMetrics.horizontalAdvance(option.text):
                cut.append(option.text)
    return cut


@pytest.mark.parametrize("factor", FACTORS.values(), ids=FACTORS)
@pytest.mark.parametrize("hand", [MOUSE, FINGER], ids=["mouse", "finger"])
@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_no_day_is_cut(
    qapp: QApplication, qtbot: QtBot, wanted: str, hand: Measures, factor: float
) -> None:
    use_hand(hand)
    use_text(factor)
    apply_theme(qapp, wanted)
    try:
        field = QDateEdit(QDate(2026, 11, 28))
        field.setCalendarPopup(True)
        qtbot.addWidget(field)
        field.resize(200, 60)
        with qtbot.waitExposed(field, timeout=LONGEST):
            field.show()
        at = field.rect().center()
        at.setX(field.width() - 12)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=at)
        calendar = field.findChild(QCalendarWidget)
        assert calendar is not None
        assert calendar.isVisible()
        table = calendar.findChild(QTableView)
        assert table is not None
        assert cut_days(table) == []
        calendar.window().close()
    finally:
        use_hand(MOUSE)
        use_text(1.0)
        apply_theme(qapp, "light")
