"""A second laptop beside the one whose window is open, and the bundle that comes from it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import NAMES
from inspector.workspace.sharing.sharing import Sharing
from tests.conftest import ChooseFile
from tests.gui.visits.visit import ALT, ENTER, Person
from tests.gui.waiting import wait_for
from tests.workspace.sharing.group_life import HALL, hall
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.parts.test_shared_visits_meet import hand_over
from tests.workspace.sharing.test_choices_travel import settle
from tests.workspace.visiting import Clock, add_site

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


def look(person: Person, choose_file: ChooseFile, path: Path) -> None:
    """Turn to 共享 and choose a bundle: what it brings is told."""
    person.turn_to("data")
    person.press_with(ALT, "0")
    choose_file(path)
    person.press("o", ctrl=True)
    wait_for(lambda: person.window.session.runner.is_free)


def take_in(person: Person, choose_file: ChooseFile, path: Path) -> None:
    """Turn to 共享 and take a bundle in."""
    look(person, choose_file, path)
    if person.find(QLabel, "firstContact").isVisible():
        person.press("1")
    person.press(ENTER)
    wait_for(lambda: person.window.session.runner.is_free)
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
