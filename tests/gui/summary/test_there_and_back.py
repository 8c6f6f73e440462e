"""Esc leads back to the summary; what was said about a part of it goes with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from inspector.domain.finding.ledger_view import LedgerView
from inspector.gui.program.pages import _show_finding
from inspector.gui.visits.visits_page import InspectPage
from tests.gui.commands.said import line_of
from tests.gui.summary.reader import LEFT, RIGHT, Reader, in_chinese
from tests.gui.summary.test_summary_page import in_front, ledger
from tests.gui.visits.visit import DOWN, ENTER, ESC, Person


@pytest.mark.ci
@in_chinese
def test_esc_leads_back_to_the_figure_that_led_to_the_ledger(person: Person) -> None:
    reader = Reader(person)
    reader.press("8", DOWN, DOWN, ENTER)
    page = ledger(person)
    assert line_of(page)[0][0] == "Esc"
    person.press(" ", ESC)  # takes the mark off first
    assert in_front(person) is page
    person.press(ESC)
    reader.wait()
    assert in_front(person) is reader.page
    assert person.focus == "rectification"
    assert reader.table.currentIndex().row() == 2


@pytest.mark.ci
@in_chinese
def test_esc_leads_from_a_visit_back_to_the_list_it_was_opened_from(person: Person) -> None:
    reader = Reader(person)
    reader.press(DOWN, ENTER)
    person.press(ENTER)
    assert isinstance(in_front(person), InspectPage)
    person.press(ESC)
    assert in_front(person) is reader.page
    assert person.focus == "summaryVisits"
    person.press(ESC)
    assert person.focus == "ranking"
    person.press("1", ctrl=True)  # the visit is no longer in front there
    page = person.window.page
    assert isinstance(page, InspectPage)
    assert page.start.isVisible()


@pytest.mark.ci
@in_chinese
def test_what_was_said_of_a_period_goes_with_it(person: Person) -> None:
    reader = Reader(person)
    banner = person.window.banner
    reader.press(RIGHT)
    reader.press("s", ctrl=True)
    assert banner.isVisible()
    assert "没有已完成的检查" in banner.text
    reader.press(LEFT)
    assert not banner.isVisible()


@pytest.mark.ci
@in_chinese
def test_a_hint_has_no_tick_and_goes_with_its_row(person: Person) -> None:
    reader = Reader(person)
    banner = person.window.banner
    reader.press("8")
    reader.step(1)
    assert reader.rows[0][2] == "0"  # put right
    reader.press(ENTER)
    assert banner.isVisible()
    assert banner._shape.text() == "·"
    reader.press(DOWN)
    assert not banner.isVisible()


@pytest.mark.ci
@in_chinese
def test_what_a_figure_asked_is_over_when_one_comes_by_the_rail(person: Person) -> None:
    reader = Reader(person)
    reader.press("8", DOWN, DOWN, ENTER)
    page = ledger(person)
    assert page.view.source is not None
    person.press(Qt.Key.Key_F1, Qt.Key.Key_F1)  # looking something up is no leaving
    assert page.view.source is not None
    rail = person.window.rail
    places = [each for each in rail.findChildren(QAbstractButton) if each.isVisible()]
    by_name = {each.objectName().removeprefix("rail-"): each for each in places}
    for name in ("data", "rectify"):
        QTest.mouseClick(by_name[name], Qt.MouseButton.LeftButton)
    assert in_front(person) is page
    assert page.view == LedgerView()
    assert line_of(page)[0][0] != "Esc"
    _show_finding(person.window.show_page, page.model.row_at(0).number)  # as a meeting leads there
    page.show_now()
    assert page.search.text() == page.view.text != ""
    assert person.window.page_of("rectify") is page
    desk = page._session.workspace.ledger_desk
    assert desk.last() == LedgerView()
    for name in ("summary", "rectify"):
        QTest.mouseClick(by_name[name], Qt.MouseButton.LeftButton)
    assert (page.search.text(), page.view) == ("", LedgerView())
