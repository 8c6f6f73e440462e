"""The lists of visits: resuming, opening, to the bin and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.visits.starting.start_page import StartPage
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import (
    ALT,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    Person,
    at_the_window,
    click,
)
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with three open visits."""
    return copied(write_folder, visits=3)


def start(person: Person) -> StartPage:
    """The page with the lists."""
    assert person.page.start.isVisible()
    return person.page.start


def complete_one(person: Person) -> None:
    """Complete the visit in front."""
    person.press(ENTER, PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    person.press(ESC)


@pytest.mark.ci
@at_the_window
def test_del_puts_a_visit_into_the_bin_and_the_next_has_the_keyboard(person: Person) -> None:
    assert start(person).unfinished_model.rowCount() == 3
    person.press(DOWN, DELETE)
    assert person.disk.states() == ["discarded", "open", "open"]
    assert person.banner == "城东营业厅 is in the bin; it can be restored under Data, Bin."
    assert person.focus == "unfinished"
    assert start(person).unfinished.currentIndex().row() == 1
    person.tap("bannerAction")  # 撤销
    assert person.disk.states() == ["open"] * 3
    assert "bin" not in person.banner
    assert person.focus == "unfinished"
    person.press(DELETE)
    assert person.disk.states().count("discarded") == 1
    person.press(DELETE, DELETE)
    assert person.disk.states() == ["discarded"] * 3
    assert person.focus == "guideNew"  # nothing is left: the next step
    person.press(DELETE)
    person.turn_to("data")
    person.press_with(ALT, "4")
    person.press(ENTER)
    assert person.disk.states() == ["discarded", "discarded", "open"]
    person.press("1", ctrl=True)
    assert start(person).unfinished_model.rowCount() == 1
    person.press(ENTER)
    assert person.scoring.isVisible()


@pytest.mark.ci
@at_the_window
def test_a_visit_comes_back_from_the_bin_with_its_answers(person: Person) -> None:
    person.press(ENTER, "1", "3", PAGE_DOWN, "1", ESC, DELETE)
    person.turn_to("data")
    person.press_with(ALT, "4")
    person.press(ENTER)
    person.press("1", ctrl=True)
    rows = start(person).unfinished_model
    progress = [rows.index(row, 3).data() for row in range(rows.rowCount())]
    assert sorted(progress) == ["0 / 23", "0 / 23", "3 / 23"]
    click(start(person).unfinished, rows.index(progress.index("3 / 23"), 0), twice=True)
    assert person.place == ("2号窗口", "uniform")


def go_to_completed(person: Person) -> None:
    """Go on from the unfinished visits, past what the completed ones are searched by."""
    for _ in range(4):
        person.press(TAB)
        if person.focus == "completed":
            return
    raise AssertionError(person.focus)


@pytest.mark.ci
@at_the_window
def test_enter_resumes_and_enter_opens(person: Person) -> None:
    complete_one(person)
    assert start(person).unfinished_model.rowCount() == 2
    assert start(person).completed_model.rowCount() == 1
    assert person.focus == "unfinished"
    person.press(ENTER)
    assert person.scoring.isVisible()
    person.press(ESC)
    go_to_completed(person)
    person.press(ENTER)
    assert person.page.result.isVisible()
    person.press(ESC)
    assert person.focus == "completed"  # where one came from


@at_the_window
def test_who_comes_back_from_a_visit_stands_on_it(person: Person) -> None:
    person.press(DOWN)
    before = start(person).unfinished_model.row_at(1).inspection.id
    person.press("n", ctrl=True)
    person.press(ENTER, ctrl=True)
    begun = person.page.visit
    assert begun not in ("", before)
    person.press(ESC)
    row = start(person).unfinished.currentIndex().row()
    assert start(person).unfinished_model.row_at(row).inspection.id == begun
    person.press(ENTER)
    assert person.page.visit == begun


@at_the_window
@pytest.mark.ci
def test_a_double_click_opens(person: Person) -> None:
    click(start(person).unfinished, start(person).unfinished_model.index(2, 0), twice=True)
    assert person.scoring.isVisible()


@pytest.mark.ci
@at_the_window
def test_del_on_a_completed_visit_does_nothing(person: Person) -> None:
    complete_one(person)
    go_to_completed(person)
    person.press(DELETE)
    assert person.disk.states() == ["completed", "open", "open"]


@pytest.mark.ci
@at_the_window
def test_tab_reaches_everything_on_the_page(person: Person) -> None:
    complete_one(person)
    seen = []
    for _ in range(14):
        seen.append(person.focus)
        person.press(TAB)
    assert {
        "newInspection", "unfinished", "completed", "period", "exportSite",
        "exportRectification", "exportSummary",
    } <= set(seen)  # fmt: skip


@at_the_window
def test_del_held_down_discards_one_visit(person: Person) -> None:
    discard = start(person).commands["discard"]
    assert [each.toString() for each in discard.shortcuts()] == ["Del"]
    assert not discard.autoRepeat()


@at_the_window
def test_keys_that_mean_nothing_here_change_nothing(person: Person) -> None:
    person.press(*"123axzq", Qt.Key.Key_Backspace, ESC, Qt.Key.Key_F5, PAGE_DOWN)
    person.press(*"zy", ctrl=True)
    assert start(person)
    assert person.disk.states() == ["open"] * 3


@at_the_window
def test_how_far_a_visit_is_comes_behind_the_first_key(person: Person) -> None:
    lists = start(person)
    column = len(lists.unfinished_model.columns) - 1

    def shown() -> list[str]:
        rows = range(lists.unfinished_model.rowCount())
        return [lists.unfinished_model.index(row, column).data() for row in rows]

    person.press(DOWN)
    wait_for(lambda: all(shown()))
    assert lists.unfinished.currentIndex().row() == 1  # chosen before, and still
    person.press(ENTER, ESC)
    assert all(shown())  # from then on with the lists


@pytest.mark.ci
@at_the_window
def test_the_chosen_visit_is_opened_by_the_button_in_the_head(person: Person) -> None:
    page = start(person)
    person.press(ENTER)
    complete_one(person)
    click(page.completed, page.completed_model.index(0, 0))
    opener = person.find(CommandButton, "openChosen")
    assert opener.accessibleName() == "Open its result"
    assert not page.unfinished.selectionModel().hasSelection()  # one row is shaded
    person.tap("openChosen")
    assert person.page.result.isVisible()
    person.press(ESC)
    assert page.completed.selectionModel().hasSelection()
    assert not page.unfinished.selectionModel().hasSelection()
    click(page.unfinished, page.unfinished_model.index(1, 0))
    assert opener.accessibleName() == "Go on with it"
    assert not page.completed.selectionModel().hasSelection()
    visit = page.unfinished_model.row_at(1).inspection.id
    person.tap("openChosen")
    assert person.scoring.scoring.id == visit
