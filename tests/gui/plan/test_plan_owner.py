"""A plan that another laptop owns says so, and to whoever changed it here, that it was refused."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.gui.plan.plan_page import PlanPage
from inspector.workspace.sharing.conflicts import Conflicts
from tests.conftest import ChooseFile
from tests.gui.commands.views import plan
from tests.gui.data.sharing.second_laptop import Laptops, coming, folder, take_in, write
from tests.gui.visits.visit import Person, at_the_window
from tests.workspace.sharing.parts.test_shared_visits_meet import hand_over
from tests.workspace.sharing.test_owned_and_erased import plans
from tests.workspace.visiting import Clock

__all__ = ["coming", "folder"]  # fixtures


@pytest.fixture
def refused(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """The bundle back from the laptop that owns the plan, and refused the version made here."""

    def live(laptops: Laptops, clock: Clock) -> None:
        maker, owner = laptops
        family = plans(owner, 3)
        hand_over(owner, maker, tmp_path / "1.inspx")
        clock.moment += timedelta(minutes=5)
        plans(maker, 9, family)
        hand_over(maker, owner, tmp_path / "2.inspx")
        clock.moment += timedelta(days=1)
        conflicts = owner.workspace.of(Conflicts)
        (waiting,) = conflicts.waiting()
        conflicts.settle(waiting, 0)

    write(folder, coming, live)
    return coming


def said(person: Person) -> str:
    """What the page of plans says of whose the plan is."""
    plan(person.window)
    page = person.window.page
    assert isinstance(page, PlanPage)
    label = person.find(QLabel, "planOwner")
    return label.text().replace("​", "") if label.isVisible() else ""


@at_the_window
def test_who_made_a_refused_version_is_told_and_hears_when_it_was_seen(
    person: Person, refused: Path, choose_file: ChooseFile
) -> None:
    assert said(person).startswith("This version was made here, and the plan is that of “")
    take_in(person, choose_file, refused)
    told = said(person)
    assert told.startswith("This version was refused by “")
    assert "they took note of it on 2026-11-28" in told


@pytest.fixture
def followed(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """A plan of the other laptop, which nobody changed here."""

    def live(laptops: Laptops, clock: Clock) -> None:
        plans(laptops[1], 3)
        hand_over(laptops[1], laptops[0], tmp_path / "1.inspx")

    write(folder, coming, live)
    return coming


@pytest.mark.ci
@at_the_window
def test_a_plan_of_another_laptop_says_whose_it_is(person: Person, followed: Path) -> None:
    assert said(person).startswith("Made by “")


@pytest.fixture
def own(folder: Path, coming: Path) -> Path:
    """A plan that was made here."""
    write(folder, coming, lambda laptops, _: plans(laptops[0], 3))
    return coming


@pytest.mark.ci
@at_the_window
def test_an_own_plan_says_nothing_of_it(person: Person, own: Path) -> None:
    assert person.window.session.workspace.plans.all()
    assert said(person) == ""
