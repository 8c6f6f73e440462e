"""共享: once a bundle was taken in at the window, every page says what it brought."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.gui.widgets.lists.table import TableView
from tests.conftest import ChooseFile
from tests.gui.data.sharing.second_laptop import (
    Laptops,
    coming,
    folder,
    renamed,
    take_in,
    write,
)
from tests.gui.data.widgets import column
from tests.gui.visits.record.test_result_page import figures
from tests.gui.visits.visit import ALT, ENTER, ESC, Person, at_the_window
from tests.workspace.sharing.parts.test_shared_visits_meet import part
from tests.workspace.visiting import Clock

__all__ = ["coming", "folder", "renamed"]  # fixtures

pytestmark = pytest.mark.ci


@at_the_window
def test_the_roster_shows_the_name_that_was_chosen_elsewhere(
    person: Person, renamed: Path, choose_file: ChooseFile
) -> None:
    person.turn_to("data")
    windows = person.find(TableView, "windows")
    assert column(windows, 0)[0] == "1号引导窗口"
    take_in(person, choose_file, renamed)
    person.press_with(ALT, "1")
    assert windows.isVisible()
    assert column(windows, 0)[0] == "1号综合窗口"


@pytest.fixture
def shared(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """The bundle that brings the other part of a shared visit."""

    def live(laptops: Laptops, clock: Clock) -> None:
        part(laptops[0], slice(0, 2), "甲")
        clock.moment += timedelta(minutes=30)
        part(laptops[1], slice(2, 3), "乙")

    write(folder, coming, live)
    return coming


@at_the_window
def test_a_result_that_stays_open_is_told_with_the_part_that_comes(
    person: Person, shared: Path, choose_file: ChooseFile
) -> None:
    person.press(ENTER)
    assert person.page.result.isVisible()
    assert "this laptop has only this part" in person.text("leftOut")
    take_in(person, choose_file, shared)
    person.turn_to("inspect")
    assert person.page.result.isVisible()
    assert "one visit in 2 parts, 3 windows" in person.text("sharedVisit")


@at_the_window
def test_a_shared_visit_is_headed_by_what_all_its_parts_come_to(
    person: Person, shared: Path, choose_file: ChooseFile
) -> None:
    person.press(ENTER)
    own = figures(person)
    assert not person.find(QLabel, "sharedVisit").isVisible()
    assert not person.find(QLabel, "ownPart").isVisible()
    take_in(person, choose_file, shared)
    person.turn_to("inspect")
    view = person.page.result.view
    whole = figures(person)
    assert f"together {whole[0]}, {whole[1]}" in person.text("sharedVisit")
    assert whole != own
    assert whole[5].startswith("4 / ")  # two of each part
    said = person.text("ownPart")
    assert said.startswith(f"This part: {own[0]}; {own[1]}; observed ")
    assert said.endswith("2 findings")
    assert [view.cards.model().rowCount(), view.model.rowCount()] == [2, 2]
    person.press("n")  # the other part has the same heading
    assert figures(person) == whole
    assert [view.cards.model().rowCount(), view.model.rowCount()] == [1, 2]
    assert person.text("ownPart") != said
    person.click("nextPart")
    assert person.text("ownPart") == said
    person.press(ESC)
    assert not person.page.result.isVisible()
