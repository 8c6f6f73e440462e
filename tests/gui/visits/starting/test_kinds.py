"""The kinds of visit: what the form asks for each, and the start page's patrols of today."""

from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.commands.said import line_of
from tests.gui.visits.visit import ALT, DELETE, DOWN, ENTER, ESC, TAB, Person, at_the_window
from tests.gui.visits.walks_hall import make_findings, write_hall, write_patrolled
from tests.written_once import Written


def morning() -> bool:
    """Tell it as a test asks: the suite may begin before noon and come here after it."""
    return datetime.now().time() < time(12, 30)


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall that was patrolled yesterday and has findings to recheck."""
    return copied(write_patrolled)


def fields(person: Person) -> set[str]:
    """The fields of the form that are to be seen."""
    form = person.page.new.form
    every = [*form.findChildren(QComboBox), *form.findChildren(QLineEdit)]
    return {each.objectName() for each in every if each.isVisible() and each.objectName()}


def keys(person: Person) -> list[str]:
    """The keys in the line at the bottom."""
    pairs = line_of(person.page)
    return [key for key, _ in pairs]


@at_the_window
@pytest.mark.ci
def test_each_kind_asks_only_for_what_it_needs(person: Person) -> None:
    person.press("n", ctrl=True)
    box = person.find(QComboBox, "kind")
    assert [box.itemText(at) for at in range(box.count())] == [
        "Covert visit", "Open visit", "Daily patrol", "Recheck", "Cross inspection",
        "Self-check",
    ]  # fmt: skip
    scored = {"kind", "pack", "inspectors", "phase"}
    expected = {
        "1": (scored, True), "2": (scored, True), "5": (scored, True),
        "3": ({"kind", "slot", "inspectors"}, False), "4": ({"kind", "inspectors"}, False),
    }  # fmt: skip
    for digit, (wanted, ticks) in expected.items():
        person.press_with(ALT, digit)
        assert fields(person) == wanted, digit
        assert person.page.new.ticks.isVisible() is ticks, digit
        assert ("Ctrl+A" in keys(person)) is ticks
        assert person.find(QPushButton, "start").isEnabled()


@pytest.mark.ci
@at_the_window
def test_a_patrol_takes_the_shift_of_the_clock_or_another(person: Person) -> None:
    person.press("n", ctrl=True)
    person.press_with(ALT, "3")
    slot = person.find(QComboBox, "slot")
    assert slot.currentData() == ("morning" if morning() else "afternoon")
    assert person.text("roundPlaces") == (
        "The public area and 8 windows, one after the other; nothing is scored."
    )
    assert person.text("roundToday").startswith("Today: Morning 0/2")
    person.press(ENTER)
    assert person.focus == "inspectors"
    person.keyboard.compose("王值班、李值班")
    slot.setFocus()
    person.press(DOWN if morning() else "M")
    other = slot.currentData()
    assert other != ("morning" if morning() else "afternoon")
    person.press(ENTER, ctrl=True)
    row = person.disk.rows("SELECT kind, slot, inspectors FROM inspection WHERE state = 'open'")
    assert row == [("patrol", other, '["王值班", "李值班"]')]


@at_the_window
def test_a_recheck_shows_what_is_due_and_says_so_when_nothing_is(person: Person) -> None:
    person.press("n", ctrl=True)
    person.press_with(ALT, "4")
    due = person.page.new.due
    assert person.text("dueTitle") == "To recheck  3 findings"
    row = due.model.rows[0]
    assert (row.title, row.subtitle.split(" · ")[0]) == ("见照片", "1号窗口")
    assert row.standing.endswith("Open, overdue")
    assert row.role == "overdue"  # long since, as in the ledger
    person.press("cx")
    assert person.text("nothingDue") == (
        "Nothing is due at 城西营业厅. A finding is, as soon as it is reported done or its deadline"
        " has come."
    )
    assert not due.list.isVisible()
    assert not person.find(QPushButton, "start").isEnabled()
    person.press(ENTER, ctrl=True)
    assert person.page.new.isVisible()
    person.press("zz")
    assert person.text("nothingDue") == "No site has this in its name."
    assert person.disk.rows("SELECT 1 FROM inspection WHERE state = 'open'") == []


@pytest.mark.ci
@at_the_window
def test_the_fields_come_back_with_the_kind(person: Person) -> None:
    person.press("n", ctrl=True)
    person.press_with(ALT, "4")
    person.press_with(ALT, "1")
    person.press("cx")
    assert person.page.new.ticks.isVisible()
    person.press(ENTER, ctrl=True)
    assert person.scoring.isVisible()


def today(person: Person) -> list[str]:
    """The line of the first site that is patrolled."""
    model = person.page.start.today.model
    return [model.index(0, column).data() for column in range(3)]


@pytest.mark.ci
@at_the_window
def test_todays_patrols_are_done_or_due(person: Person) -> None:
    assert person.page.start.today.isVisible()
    standing = ["0/2 due", "0/2 later"] if morning() else ["0/2 missed", "0/2 due"]
    assert today(person) == [
        "Patrols today: 城东营业厅",
        f"Morning {standing[0]}",
        f"Afternoon {standing[1]}",
    ]
    for made in (1, 2):
        person.press("p", ctrl=True)
        assert person.page.patrol.isVisible()
        person.press("a", "a")
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        person.press(ESC)
        word = "due" if made == 1 else "done"
        assert today(person)[1 if morning() else 2].endswith(f"{made}/2 {word}")
    person.press("p", ctrl=True)
    assert person.banner == (
        "No patrol is due now. ↵ on a site begins another, a double click opens its form."
    )
    assert person.page.start.isVisible()
    person.page.start.today.table.setFocus()
    person.press(ENTER)
    assert person.page.patrol.isVisible()


@at_the_window
@pytest.mark.ci
def test_a_patrol_that_was_begun_is_gone_on_with(person: Person) -> None:
    person.press("p", ctrl=True)
    person.press("1", ESC)
    person.press("p", ctrl=True)
    assert person.page.patrol.isVisible()
    assert len(person.disk.rows("SELECT 1 FROM inspection WHERE state = 'open'")) == 1
    person.press(ESC, DELETE)
    person.press("p", ctrl=True)
    assert len(person.disk.rows("SELECT 1 FROM inspection WHERE state = 'open'")) == 1
    assert person.page.patrol.walk.entries == []


def double_click_today(person: Person) -> None:
    """Double click the line of the first site that is patrolled."""
    table = person.page.start.today.table
    where = table.visualRect(table.model().index(0, 0)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), left, none, where)
    QTest.mouseDClick(table.viewport(), left, none, where)


@pytest.mark.ci
@at_the_window
def test_a_double_click_opens_a_patrol_and_begins_none(person: Person) -> None:
    def visits() -> int:
        return len(person.disk.rows("SELECT 1 FROM inspection"))

    before = visits()
    double_click_today(person)
    new = person.page.new
    assert new.isVisible()
    assert new.form.kind is InspectionKind.PATROL
    assert new.places.site is not None
    assert new.places.site.name == "城东营业厅"
    assert visits() == before
    QTest.mouseClick(person.find(QPushButton, "start", new), Qt.MouseButton.LeftButton)
    assert person.page.patrol.isVisible()
    assert visits() == before + 1
    person.press("1", ESC)
    double_click_today(person)  # what was begun is gone on with
    assert person.page.patrol.isVisible()
    assert visits() == before + 1


@at_the_window
def test_tab_comes_to_todays_patrols(person: Person) -> None:
    seen = set()
    for _ in range(20):
        seen.add(person.focus)
        person.press(TAB)
    assert "todayPatrols" in seen
    assert person.find(QLabel, "placeTitle", person.page.patrol).text() == ""


def test_where_nobody_patrols_nothing_asks_for_it(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    folder = tmp_path / "none"
    write_hall(folder)
    make_findings(folder)

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert not person.page.start.today.isVisible()
        assert "Ctrl+P" not in keys(person)
        person.press("p", ctrl=True)
        assert person.page.start.isVisible()
        assert person.banner == ""

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
