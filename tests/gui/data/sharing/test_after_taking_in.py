"""共享: once a bundle was taken in at the window, every page says what it brought."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import NAMES
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.sharing.sharing import Sharing
from tests.conftest import ChooseFile
from tests.gui.data.widgets import column
from tests.gui.visits.record.test_result_page import figures
from tests.gui.visits.visit import ALT, ENTER, ESC, Person, at_the_window
from tests.gui.waiting import wait_for
from tests.workspace.sharing.group_life import HALL, hall
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.parts.test_shared_visits_meet import hand_over, part
from tests.workspace.sharing.test_choices_travel import settle
from tests.workspace.visiting import Clock, add_site

pytestmark = pytest.mark.ci

Laptops = tuple[LaptopFolder, LaptopFolder]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """That of the laptop whose window is open; the other one has been heard of."""
    return tmp_path / "A"


@pytest.fixture
def coming(folder: Path, tmp_path: Path) -> Path:
    """Where the bundle is that the other laptop made."""
    return tmp_path / "coming.inspx"


def write(folder: Path, coming: Path, live: Callable[[Laptops, Clock], object]) -> None:
    """Let two laptops live, and write what the second hands on in the end."""
    clock = Clock(datetime.fromisoformat("2026-11-27T09:30:00+08:00"))
    laptops = (
        LaptopFolder("A", folder, clock),
        LaptopFolder("B", folder.with_name("B"), clock),
    )
    for each in laptops:
        add_site(each.workspace, HALL, windows=3)
    live(laptops, clock)
    laptops[1].workspace.of(Sharing).share(coming, Scope(), [NAMES])
    for each in laptops:
        each.workspace.close()


def meet(laptops: Laptops, place: Path) -> None:
    """A bundle each way."""
    first, second = laptops
    hand_over(first, second, place / "a.inspx")
    hand_over(second, first, place / "b.inspx")


def take_in(person: Person, choose_file: ChooseFile, path: Path) -> None:
    """Take a bundle in, in front of 共享."""
    runner = person.window.session.runner
    choose_file(path)
    person.press("o", ctrl=True)
    wait_for(lambda: runner.is_free)
    if person.find(QLabel, "firstContact").isVisible():
        person.press("1")
    person.press(ENTER)
    wait_for(lambda: runner.is_free)
    assert person.banner.startswith("Taken in: ")


@pytest.fixture
def renamed(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """The bundle that brings what the other laptop chose of a window's two names."""

    def live(laptops: Laptops, clock: Clock) -> None:
        meet(laptops, tmp_path)
        for each, name in zip(laptops, ("1号引导窗口", "1号综合窗口"), strict=True):
            window = each.workspace.rosters.windows(hall(each).id)[0]
            each.workspace.roster_steps.change_window(
                window.id, name, window.kind, window.department, window.leader
            )
        clock.moment += timedelta(hours=1)
        meet(laptops, tmp_path)
        clock.moment += timedelta(hours=1)
        settle(laptops[1], 0)

    write(folder, coming, live)
    return coming


@at_the_window
def test_the_roster_shows_the_name_that_was_chosen_elsewhere(
    person: Person, renamed: Path, choose_file: ChooseFile
) -> None:
    person.turn_to("data")
    windows = person.find(TableView, "windows")
    assert column(windows, 0)[0] == "1号引导窗口"
    person.press_with(ALT, "0")
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
    person.turn_to("data")
    person.press_with(ALT, "0")
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
    person.turn_to("data")
    person.press_with(ALT, "0")
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
