"""Thousands of findings: rows are fetched as they come into sight, never all of them.

It takes two hundred visits to have so many, which are written for this alone: CI's second step.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from inspector.domain.finding.ledger import LedgerColumn
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.rectify.ledger import ledger_model, ledger_query
from inspector.gui.rectify.ledger.ledger_model import MOST_PAGES, PAGE
from inspector.gui.visits.visits_page import InspectPage
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from inspector.workspace.sample.demo import write_demo
from tests.gui.rectify.clerk import (
    CTRL,
    DOWN,
    END,
    ENTER,
    HOME,
    RIGHT,
    TAB,
    Clerk,
    at_the_ledger,
)
from tests.gui.visits.photos import until
from tests.gui.waiting import wait_for, wait_until_read
from tests.written_once import Written

pytestmark = pytest.mark.ci

SEARCHING = ("SELECT finding.id FROM finding", "SELECT state, count", "SELECT count(*) AS number")
FINDINGS = 3000
"""At least so many are in the folder."""


@pytest.fixture
def ledger(copied: Written) -> Path:
    return copied(write_demo, 200, 1, date.today())


@contextmanager
def statements(clerk: Clerk) -> Iterator[list[str]]:
    """Collect what the window's own thread asks of the database."""
    sent: list[str] = []
    connection = clerk.workspace.database._connection
    connection.set_trace_callback(sent.append)
    yield sent
    connection.set_trace_callback(None)


def pages(sent: list[str]) -> int:
    """How many pages of rows were fetched."""
    return sum("WHERE id IN (" in each and "times_at_site" in each for each in sent)


@at_the_ledger
def test_all_are_shown_by_two_pages_at_most(clerk: Clerk) -> None:
    with statements(clerk) as sent:
        clerk.look(Quick.ALL)
    assert clerk.page.model.rowCount() >= FINDINGS
    assert 1 <= pages(sent) <= 2
    assert len([each for each in sent if "FROM finding " in each]) <= 8


@at_the_ledger
def test_the_end_costs_what_the_beginning_costs(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    with statements(clerk) as sent:
        clerk.press(END)
    assert clerk.page.table.currentIndex().row() == clerk.page.model.rowCount() - 1
    assert pages(sent) <= 2
    oldest = clerk.workspace.findings.ledger()[-1]
    assert clerk.current.number == oldest.number
    with statements(clerk) as sent:
        clerk.press(HOME)
        clerk.press(*[DOWN] * 30)
    assert pages(sent) <= 1


@at_the_ledger
def test_pages_are_let_go(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    model = clerk.page.model
    numbers = [model.row_at(row).number for row in range(model.rowCount())]
    assert model.rowCount() > PAGE * MOST_PAGES
    assert len(model._pages) == MOST_PAGES
    assert numbers == [row.number for row in clerk.workspace.findings.ledger()]


@at_the_ledger
def test_a_letter_in_the_unfinished_asks_of_the_few(clerk: Clerk) -> None:
    clerk.press("/")
    first = next(page for page in clerk.window.built() if isinstance(page, InspectPage))
    until(lambda: bool(first.start.unfinished_model.index(0, 3).data()))  # comes behind the start
    with statements(clerk) as sent:
        clerk.press("1")
    asked = [each for each in sent if each.startswith(SEARCHING)]
    assert len(asked) == 4  # which ones, and how many in three: of them those who wait for time
    assert all("state IN" in each for each in asked)
    # What the pane tells of the one finding under the cursor; none for each of the thousands.
    assert len([each for each in sent if each.startswith("SELECT")]) <= 30


@at_the_ledger
def test_ordering_all_of_them_asks_nothing_of_the_window(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    with statements(clerk) as sent:
        clerk.page._order_by(LedgerColumn.OWNER)
        clerk.settle()
    assert not [each for each in sent if each.startswith(SEARCHING)]
    assert pages(sent) <= 2


@at_the_ledger
def test_where_many_are_unfinished_they_are_read_beside_the_window(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk.settle()
    model = clerk.page.model
    before = {row.id: row.deadline for row in map(model.row_at, range(model.rowCount()))}
    monkeypatch.setattr(ledger_query, "MANY", len(before) - 1)
    with statements(clerk) as sent:
        clerk.page._order_by(LedgerColumn.OWNER)
        clerk.settle()
    assert not [each for each in sent if each.startswith(SEARCHING)]
    assert {model.row_at(at).id for at in range(model.rowCount())} == set(before)
    clerk.press("a", ctrl=True)
    clerk.press("e", "2", TAB, "r", TAB, "b", ENTER)
    clerk.settle()
    after = {row.id: row.deadline for row in map(model.row_at, range(model.rowCount()))}
    assert set(after) == set(before)
    assert all(after[each] > before[each] for each in before)


@at_the_ledger
def test_the_others_are_read_once_the_first_of_many_are_painted(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk.settle()
    monkeypatch.setattr(LedgerStore.first_ids, "__defaults__", (200, 1000))
    query, readers = clerk.page.query, list[int]()
    first, found = list[list[str]](), list[list[str]]()
    query.begun.connect(first.append)
    query.begun.connect(lambda: readers.append(query._work.open_jobs))
    query.found.connect(found.append)
    everything = replace(clerk.page.view, quick=Quick.ALL)
    query.ask(everything)
    wait_for(lambda: found)
    assert readers == [0]
    query.ask(everything)
    query.finish()  # who wants to see it now has all of it
    assert readers == [0, 0]
    assert found[0] == found[1]
    assert [each[:200] for each in found] == first


@at_the_ledger
def test_what_nobody_scrolled_to_is_marked_and_worked_on(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = 40  # how many are overdue depends on the day
    monkeypatch.setattr(ledger_model, "PAGE", few)
    clerk.look(Quick.OVERDUE)
    total = clerk.page.model.rowCount()
    assert total > few
    clerk.press("a", ctrl=True)
    assert f"{total} findings marked" in clerk.page.head._subtitle.text()
    clerk.press("e", "2", TAB, "r", TAB, "b", ENTER)
    assert f"{total} findings" in clerk.banner
    assert clerk.page.model.rowCount() == 0


@at_the_ledger
def test_all_are_marked_of_the_filter_that_is_still_being_read(clerk: Clerk) -> None:
    """Ctrl+A right after the quick filter: never those of the filter before."""
    few = clerk.page.model.rowCount()
    QTest.keyClick(clerk.keyboard.focus, RIGHT)
    while clerk.page.view.quick is not Quick.ALL:
        QTest.keyClick(clerk.keyboard.focus, RIGHT)
    QTest.keyClick(clerk.keyboard.focus, Qt.Key.Key_A, CTRL)
    clerk.settle()
    total = clerk.page.model.rowCount()
    assert total > few
    assert len(clerk.page.model.marks) == total
    assert f"{total} findings marked" in clerk.page.head._subtitle.text()


@at_the_ledger
def test_everything_is_copied_beside_the_window(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    clerk.press("a", ctrl=True)
    with statements(clerk) as sent:
        clerk.press("c", ctrl=True)
        wait_until_read()
    assert pages(sent) == 0
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[0] == "Number"
    numbers = [row.number for row in clerk.workspace.findings.ledger()]
    assert [line.split("\t")[0] for line in lines] == numbers
    assert clerk.window.banner.text == f"Copied: {len(numbers)} findings."


@at_the_ledger
def test_copying_everything_is_stopped(clerk: Clerk) -> None:
    QGuiApplication.clipboard().setText("as it was")
    clerk.look(Quick.ALL)
    clerk.press("a", "c", ctrl=True)
    clerk.window.session.runner.stop()
    wait_until_read()
    assert QGuiApplication.clipboard().text() == "as it was"
    assert clerk.window.banner.text == "Stopped; nothing was copied."
