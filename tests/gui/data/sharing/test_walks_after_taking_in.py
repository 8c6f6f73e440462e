"""The results of a patrol and of a recheck that stay open tell what became of their findings."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.recheck import RecheckOutcome
from tests.conftest import ChooseFile
from tests.gui.data.sharing.second_laptop import Laptops, coming, folder, take_in, write
from tests.gui.data.widgets import column
from tests.gui.visits.visit import DOWN, ENTER, Person, at_the_window
from tests.workspace.sharing.group_life import hall, inspects
from tests.workspace.sharing.parts.test_shared_visits_meet import hand_over
from tests.workspace.visiting import Clock

__all__ = ["coming", "folder"]  # fixtures

pytestmark = pytest.mark.ci


@pytest.fixture
def patrolled(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """What was found on a patrol here was assigned on the other laptop."""

    def live(laptops: Laptops, clock: Clock) -> None:
        workspace = laptops[0].workspace
        patrol, _ = workspace.patrols.start(hall(laptops[0]), ["值班长"])
        (_, card, *_) = workspace.inspections.sheet(patrol).scorecards
        workspace.patrols.note(patrol, card.id, "地面有水")
        workspace.patrols.complete(patrol)
        hand_over(laptops[0], laptops[1], tmp_path / "before.inspx")
        clock.moment += timedelta(minutes=5)
        theirs = laptops[1].workspace
        (found,) = theirs.inspections.findings(patrol)
        theirs.findings.assign([found.id], Assignment(owner="1001"))

    write(folder, coming, live)
    return coming


@at_the_window
def test_the_result_of_a_patrol(person: Person, patrolled: Path, choose_file: ChooseFile) -> None:
    person.press(ENTER)
    result = person.page.patrol_result
    before = column(result.table, 6)
    place = before.index("Open")
    person.press(*[DOWN] * place)
    take_in(person, choose_file, patrolled)
    person.turn_to("inspect")
    assert result.isVisible()
    after = column(result.table, 6)
    assert after[place] == "Being put right"
    assert after[:place] + after[place + 1 :] == before[:place] + before[place + 1 :]
    assert result.table.currentIndex().row() == place  # where one stood


@pytest.fixture
def rechecked(folder: Path, coming: Path, tmp_path: Path) -> Path:
    """What passed a recheck here was reopened on the other laptop."""

    def live(laptops: Laptops, clock: Clock) -> None:
        workspace = laptops[0].workspace
        found = inspects(laptops[0], wrong=1)
        ids = [each.id for each in found]
        clock.moment += timedelta(minutes=5)
        workspace.findings.assign(ids, Assignment(owner="1001"))
        for each in ids:
            workspace.findings.report_done(each, "已改", clock.moment.date())
        clock.moment += timedelta(days=1)
        recheck, _ = workspace.rechecks.start(hall(laptops[0]), ["甲"])
        for each in ids:
            workspace.rechecks.decide(recheck, each, RecheckOutcome.PASSED)
        workspace.rechecks.complete(recheck)
        hand_over(laptops[0], laptops[1], tmp_path / "before.inspx")
        clock.moment += timedelta(minutes=5)
        laptops[1].workspace.findings.reopen(ids, "又坏了")

    write(folder, coming, live)
    return coming


@at_the_window
def test_the_result_of_a_recheck(person: Person, rechecked: Path, choose_file: ChooseFile) -> None:
    person.press(ENTER)
    result = person.page.recheck_result
    assert result.isVisible()
    assert column(result.table, 5) == ["Closed"]
    take_in(person, choose_file, rechecked)
    person.turn_to("inspect")
    assert column(result.table, 5) == ["Open"]
    person.press(Qt.Key.Key_Escape)
    assert not result.isVisible()
