"""Fields, heads and boxes by finger: days, numbers, ticks, orders, and the menu of a ledger row."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QTableView,
)

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import LEAST_TARGET
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.steps.marked_model import CHECK
from inspector.gui.touch.touch_mode import ON, choose_touch
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import VIEWS, start
from tests.gui.looks import settle
from tests.gui.touch.conftest import WithFinger
from tests.gui.touch.finger import Finger
from tests.gui.waiting import rest, wait_for


def step_of(field: QAbstractSpinBox, up: bool) -> QRect:
    """Where the − or + of a field is."""
    option = QStyleOptionSpinBox()
    option.initFrom(field)
    option.subControls = QStyle.SubControl.SC_All
    option.stepEnabled = (
        QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
    )
    control = QStyle.SubControl
    wanted = control.SC_SpinBoxUp if up else control.SC_SpinBoxDown
    kind = QStyle.ComplexControl.CC_SpinBox
    return field.style().subControlRect(kind, option, wanted, field)


@pytest.mark.ci
def test_the_ledger_by_finger(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        choose_touch(ON)
        settle()
        window.resize(1366, 768)
        VIEWS["ledger"](window)
        page = window.page
        assert isinstance(page, RectifyPage)
        page.show_now()  # its rows are read in a step of their own
        table = page.table
        place = table.visualRect(table.model().index(2, 2))
        assert place.height() >= LEAST_TARGET
        menu = finger.press_long(table.viewport(), place.center())
        assert table.currentIndex().row() == 2
        entries = [each for each in menu.actions() if not each.isSeparator()]
        assert len(entries) > 3
        assert all(menu.actionGeometry(each).height() >= LEAST_TARGET - 2 for each in entries)
        finger.tap(window, QPoint(window.width() - 4, 4))  # beside it
        wait_for(lambda: QApplication.activePopupWidget() is None)
        assert not table.ledger.marks

        box = table.visualRect(table.model().index(1, CHECK))
        assert box.width() >= LEAST_TARGET
        finger.tap(table.viewport(), box.center())
        assert len(table.ledger.marks) == 1
        head = table.horizontalHeader()
        every = head.findChild(QCheckBox, "markAll")
        assert every is not None
        finger.tap(every, QPoint(14, every.height() // 2))
        wait_for(lambda: len(table.ledger.marks) > 1)
        sections = [each for each in range(head.count())
                    if each != CHECK and not head.isSectionHidden(each)]  # fmt: skip
        order = list(table.ledger.ids)
        for section in sections:
            at = head.sectionViewportPosition(section) + head.sectionSize(section) // 2
            finger.tap(head.viewport(), QPoint(at, head.height() // 2))
            page.show_now()
            if list(table.ledger.ids) != order:
                return
        raise AssertionError(order)

    with_finger(work)


@pytest.mark.ci
def test_days_and_numbers_by_finger(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        choose_touch(ON)
        settle()
        VIEWS["meeting"](window)
        page = window.page
        assert isinstance(page, MeetingPage)
        budget = page.opening.budget
        assert isinstance(budget, QSpinBox)
        planned = budget.value()
        for up in (True, True, False):
            place = step_of(budget, up)
            assert min(place.width(), place.height()) >= LEAST_TARGET
            finger.tap(budget, place.center())
        assert budget.value() == planned + 1

        FORMS["tray t"](window)
        day = next(e for e in window.findChildren(QDateEdit) if e.isVisible())
        until = QDate(date.today().year + 1, 11, 30)  # a step leads out of the month
        day.setDate(until)
        place = step_of(day, up=True)
        assert min(place.width(), place.height()) >= LEAST_TARGET
        finger.tap(day, place.center())
        assert day.date() > until

        panel = start(window)
        choice = next(e for e in panel.findChildren(QComboBox, "period") if e.isVisible())
        choice.setCurrentIndex(choice.count() - 1)
        first = next(e for e in panel.findChildren(QDateEdit) if e.isVisible() and e.isEnabled())
        finger.tap(first, QPoint(first.width() - 12, first.height() // 2))
        wait_for(lambda: QApplication.activePopupWidget() is not None)
        calendar = next(e for e in first.findChildren(QCalendarWidget) if e.isVisible())
        days = calendar.findChild(QTableView)
        assert days is not None
        cell = days.visualRect(days.model().index(3, 3))
        assert min(cell.width(), cell.height()) >= LEAST_TARGET
        before = first.date()
        finger.tap(days.viewport(), cell.center())
        rest(50)
        assert first.date() != before
        assert first.date().year() == date.today().year

    with_finger(work)
