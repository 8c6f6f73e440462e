"""共享: what a bundle will leave to be chosen, and what it brings decided, is told before."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from inspector.domain.finding.assignment import Assignment
from inspector.gui.widgets.text_box import TextBox
from tests.conftest import ChooseFile
from tests.gui.data.sharing.second_laptop import Laptops, coming, folder, look, renamed, write
from tests.gui.visits.visit import ENTER, Person, at_the_window
from tests.gui.waiting import wait_for
from tests.workspace.sharing.group_life import inspects
from tests.workspace.sharing.parts.test_shared_visits_meet import hand_over
from tests.workspace.visiting import Clock

__all__ = ["coming", "folder", "renamed"]  # fixtures

pytestmark = pytest.mark.ci


@pytest.fixture
def clashing(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """The bundle with what the other laptop did about a finding that was dealt with here."""

    def live(laptops: Laptops, clock: Clock) -> None:
        (found, *_) = inspects(laptops[1])
        hand_over(laptops[1], laptops[0], tmp_path / "before.inspx")
        clock.moment += timedelta(minutes=5)
        laptops[0].workspace.findings.correct([found.id], "当场示范")
        clock.moment += timedelta(minutes=5)
        laptops[1].workspace.findings.assign([found.id], Assignment(owner="1001"))

    write(folder, coming, live)
    return coming


@at_the_window
def test_a_clash_is_told_before_it_is_taken_in(
    person: Person, clashing: Path, choose_file: ChooseFile
) -> None:
    look(person, choose_file, clashing)
    said = person.find(QLabel, "oddLaptop")
    assert said.isVisible()
    assert "1 finding was dealt with differently here and there" in said.text().replace("​", "")
    person.press(ENTER)
    wait_for(lambda: person.window.session.runner.is_free)
    assert person.banner.startswith("Taken in: ")
    look(person, choose_file, clashing)
    assert person.banner == ""  # what was told of the bundle before is not about this one
    assert "dealt with differently" not in person.text("oddLaptop")


@at_the_window
def test_what_was_decided_there_is_told(
    person: Person, renamed: Path, choose_file: ChooseFile
) -> None:
    look(person, choose_file, renamed)
    said = person.find(TextBox, "bundleSummary").text
    assert "1 decision that was made there comes along." in said
