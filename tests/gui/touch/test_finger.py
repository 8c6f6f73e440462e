"""A finger: a tap is one click, a drag scrolls and judges nothing, a long press opens the menu."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import FINGER, LEAST_TARGET, MOUSE, measures
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.touch.touch_mode import OFF, ON, touch_choice
from inspector.gui.visits.record.signature_pad import SignaturePad
from tests.gui.commands.views import VIEWS, start
from tests.gui.touch.conftest import WithFinger
from tests.gui.touch.finger import Finger
from tests.gui.waiting import rest, wait_for


def find(window: QWidget, name: str) -> QWidget:
    """The widget of this name that is in sight."""
    return next(each for each in window.findChildren(QWidget, name) if each.isVisible())


@pytest.mark.ci
def test_the_first_touch_offers_the_mode_and_it_holds_at_once(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        table = start(window).start.completed
        assert measures() is MOUSE
        finger.tap(table.viewport(), QPoint(20, 4))
        offer = find(window, "touchOffer")
        high, keys = table.rowHeight(0), find(window, "keyLine").height()
        finger.tap(find(offer, "bannerAction"))
        assert (touch_choice(), measures()) == (ON, FINGER)
        assert table.rowHeight(0) > high
        assert table.rowHeight(0) >= LEAST_TARGET
        assert find(window, "keyLine").height() > keys
        buttons = [each for each in find(window, "keyLine").findChildren(QPushButton)
                   if each.isVisible()]  # fmt: skip
        assert all(each.height() >= LEAST_TARGET for each in buttons)
        assert not any(each.text().endswith("N") for each in buttons)  # no keys on them
        VIEWS["preferences"](window)
        field = find(window, "preference-touch")
        assert isinstance(field, QComboBox)
        assert field.currentData() == ON
        field.setCurrentIndex(field.findData(OFF))
        field.activated.emit(field.currentIndex())
        assert (touch_choice(), measures()) == (OFF, MOUSE)
        assert not window.findChildren(QWidget, "touchOffer") or not offer.isVisible()

    with_finger(work)


@pytest.mark.ci
def test_who_closes_the_offer_is_not_asked_again(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        table = start(window).start.completed
        finger.tap(table.viewport(), QPoint(20, 4))
        finger.tap(find(find(window, "touchOffer"), "bannerClose"))
        assert (touch_choice(), measures()) == (OFF, MOUSE)
        finger.tap(table.viewport(), QPoint(20, 4))
        assert not [e for e in window.findChildren(QWidget, "touchOffer") if e.isVisible()]

    with_finger(work)


@pytest.mark.ci
def test_a_tap_is_one_click_and_a_drag_scrolls_and_judges_nothing(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        VIEWS["scoring"](window)
        page = start(window)
        model = page.start.unfinished_model
        scored = next(row for row in range(model.rowCount())
                      if model.row_at(row).inspection.kind.scores)  # fmt: skip
        unfinished = page.start.unfinished
        where = unfinished.visualRect(unfinished.model().index(scored, 0)).center()
        finger.tap(unfinished.viewport(), where)
        assert unfinished.isVisible()
        assert unfinished.currentIndex().row() == scored
        finger.tap_twice(unfinished.viewport(), where)  # which opens
        wait_for(page.scoring.isVisible)

        items = page.scoring.items
        items.scrollToTop()
        rest(400)
        row = items.indexAt(QPoint(60, items.viewport().height() // 2))
        finger.tap(items.viewport(), items.visualRect(row).center())
        assert items.currentIndex().row() == row.row()
        before = page.scoring.card, items.currentIndex().row()
        told = [items.model().index(n, 0).data() for n in range(items.model().rowCount())]
        finger.drag(items.viewport(), QPoint(0, -240))
        wait_for(lambda: items.verticalScrollBar().value() > 100)
        assert (page.scoring.card, items.currentIndex().row()) == before
        assert told == [items.model().index(n, 0).data() for n in range(items.model().rowCount())]

    with_finger(work)


@pytest.mark.ci
def test_a_long_press_opens_the_menu_of_the_row(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        VIEWS["meeting"](window)
        page = window.page
        assert isinstance(page, MeetingPage)
        table = page.opening.agenda.table
        begun: list[str] = []
        page.opening.started.connect(begun.append)
        row = table.visualRect(table.model().index(2, 2)).center()
        menu = finger.press_long(table.viewport(), row)
        assert table.currentIndex().row() == 2
        copy = next(each for each in menu.actions() if each.objectName() == "copy")
        finger.tap(menu, menu.actionGeometry(copy).center())
        assert "\t" in QApplication.clipboard().text()
        assert QApplication.activePopupWidget() is None
        assert not begun

        finger.tap(page.opening.start_button)
        assert len(begun) == 1
        stage, bar = page.presenter.stage, find_hidden(page, "stageBar")
        finger.tap(stage)
        assert bar.isVisible()
        finger.tap(find(window, "bar-next"))
        position = page.presenter.stage.foot.position
        assert isinstance(position, QLabel)
        assert position.text().startswith("praise, screen 1 / ")  # of as many as the sample praises
        first = position.text()
        finger.drag(stage, QPoint(-300, 10))
        following = position.text()
        assert following != first
        finger.drag(stage, QPoint(300, 10))
        assert position.text() == first
        finger.tap(stage, QPoint(stage.width() - 40, 200))
        assert position.text() == following
        finger.tap(stage, QPoint(40, 200))
        assert position.text() == first
        menu = finger.press_long(stage)
        menu.close()
        finger.tap(find(window, "back"))
        assert page.opening.isVisible()

    with_finger(work)


def find_hidden(page: QWidget, name: str) -> QWidget:
    """The widget of this name, in sight or not."""
    found = page.findChild(QWidget, name)
    assert found is not None
    return found


@pytest.mark.ci
def test_signing_by_finger(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        VIEWS["sign"](window)
        pad = find(window, "signaturePad")
        assert isinstance(pad, SignaturePad)
        middle = pad.rect().center()
        finger.drag(pad, QPoint(120, 40), middle - QPoint(60, 20))
        finger.drag(pad, QPoint(-80, 30), middle)
        assert pad.is_signed
        assert [len(stroke) > 4 for stroke in pad.strokes] == [True, True]

    with_finger(work)
