"""A finding of a result opens in the ledger: by double click, by Enter, from the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.gui.rectify.ledger_page import RectifyPage
from tests.gui.visits.photos import copy_image
from tests.gui.visits.record.test_result_page import complete
from tests.gui.visits.visit import ENTER, ESC, PAGE_DOWN, PAGE_UP, Person, click, in_a_visit
from tests.gui.waiting import wait_for


def ledger(person: Person) -> RectifyPage:
    page = person.window.page
    assert isinstance(page, RectifyPage)
    wait_for(lambda: len(page.model.ids) == 1)
    return page


@pytest.mark.ci
@in_a_visit
def test_a_finding_of_a_result_opens_in_the_ledger(person: Person) -> None:
    person.press("2", "1", ENTER, PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    view = person.page.result.view
    wait_for(view.isVisible)
    (number,) = [view.model.row_at(0).number]
    where = view.table.visualRect(view.table.model().index(0, 2)).center()
    port = view.table.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=where)
    assert ledger(person).model.ids == [person.disk.rows(
        "SELECT id FROM finding WHERE number = ?", number
    )[0][0]]  # fmt: skip
    person.turn_to("inspect")
    view.table.setFocus()
    person.press(ENTER)
    ledger(person)
    person.turn_to("inspect")
    person.menu(port, where)["see"].trigger()
    ledger(person)


@pytest.mark.ci
@in_a_visit
def test_the_photos_of_a_highlight_open_over_the_result(person: Person) -> None:
    person.press("4", ESC)
    copy_image()
    person.press("v", ctrl=True)
    person.scoring.photos.finish()
    complete(person)
    view = person.page.result.view
    open_over = view.viewer.isVisible
    assert not view.model.row_at(0).is_finding
    assert view.model.row_at(0).photos == 1
    click(view.table, view.table.model().index(0, 2), twice=True)
    assert open_over()
    person.press(ESC)
    assert not open_over()
    for key in (ENTER, "p"):
        view.table.setFocus()
        person.press(key)
        assert open_over()
        person.press(ESC)
    assert person.focus == "resultFindings"
    assert view.isVisible()
