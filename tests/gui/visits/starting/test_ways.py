"""What is due, on the line of ways over the lists of visits: read beside the window."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from inspector.domain.plan.plan import PlannedSite
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import CTRL, plan, press, start
from tests.gui.waiting import rest, wait_for
from tests.workspace.visiting import add_site, visit

Drive = Callable[[MainWindow], None]
YEAR = date.today().year


@pytest.fixture
def at_halls(run_main: RunMain, tmp_path: Path) -> Callable[[Drive], None]:
    """Return a function that drives the window on two halls, nothing planned."""

    def at_halls(drive: Drive) -> None:
        def begin(window: MainWindow) -> None:
            for name in ("城东厅", "城西厅"):
                add_site(window.session.workspace, name)
            start(window)
            drive(window)

        assert run_main(begin, "--data", str(tmp_path / "data"), "--lang", "en") == 0

    return at_halls


def said(window: MainWindow) -> str:
    """What the button of the plans says."""
    button = window.findChild(QPushButton, "way-plan")
    assert button is not None
    return button.text()


def plan_visits(window: MainWindow, visits: int, family: str = "") -> str:
    """Ask for some visits of the first hall this year; return what the plan's versions share."""
    session = window.session
    site = session.workspace.rosters.site_named("城东厅")
    days = date(YEAR, 1, 1), date(YEAR, 12, 31)
    asked = (PlannedSite(site.id, site.name, visits),)
    draft = PlanDraft("全年计划", *days, sites=asked, family=family)
    made = session.attempt(lambda: session.workspace.plans.make(draft))
    assert made is not None
    return made[0].family


def test_what_a_plan_asks_for_is_said_and_what_was_made_of_it(
    at_halls: Callable[[Drive], None],
) -> None:
    def drive(window: MainWindow) -> None:
        workspace = window.session.workspace
        plan(window)
        plan_visits(window, 2)
        press(Qt.Key.Key_Escape)
        wait_for(lambda: "Due in this period: 2, made 0, to go 2" in said(window))
        visit(workspace, workspace.rosters.site_named("城东厅"))
        press("5", CTRL)
        press("1", CTRL)
        wait_for(lambda: "Due in this period: 2, made 1, to go 1" in said(window))

    at_halls(drive)


def test_what_was_changed_where_it_leads_to_is_said_on_coming_back(
    at_halls: Callable[[Drive], None],
) -> None:
    def drive(window: MainWindow) -> None:
        family = plan_visits(window, 2)
        wait_for(lambda: "Due in this period: 2," in said(window))
        plan(window)
        plan_visits(window, 5, family)
        press(Qt.Key.Key_Escape)
        wait_for(lambda: "Due in this period: 5," in said(window))

    at_halls(drive)


@pytest.mark.ci
def test_of_several_writes_in_a_row_the_last_is_said(at_halls: Callable[[Drive], None]) -> None:
    def drive(window: MainWindow) -> None:
        family = plan_visits(window, 1)
        for visits in range(2, 9):
            plan_visits(window, visits, family)
        wait_for(lambda: "Due in this period: 8," in said(window))
        rest(200)
        assert "Due in this period: 8," in said(window)
        window.session.attempt(lambda: window.session.workspace.plans.withdraw(family))
        wait_for(lambda: "Due" not in said(window))

    at_halls(drive)


@pytest.mark.ci
def test_the_window_closes_while_it_is_being_read(at_halls: Callable[[Drive], None]) -> None:
    def drive(window: MainWindow) -> None:
        plan_visits(window, 3)
        window.close()

    at_halls(drive)


SCRIPT = """
import sys
from contextlib import closing
from pathlib import Path
from inspector.gui.jobs.loading import load
from inspector.gui.visits.starting import ways
from inspector.workspace.workspace import Workspace
with closing(Workspace(Path(sys.argv[1]))) as workspace:
    for _ in load(*ways._CODE):
        pass
    before = set(sys.modules)
    with workspace.reading_apart() as apart:
        said = [way.due(apart) for way in ways.WAYS]
    late = {each for each in set(sys.modules) - before if each.startswith("inspector.")}
    assert not late, late
    assert len(said) == len(ways.WAYS)
"""


@pytest.mark.ci
def test_the_code_of_what_is_read_beside_is_there_before(tmp_path: Path) -> None:
    """Loaded on the thread it takes Python's lock from whoever opens a page just then."""
    write_demo(tmp_path / "data", 2, 1, date.today())
    made = [sys.executable, "-c", SCRIPT, str(tmp_path / "data")]
    subprocess.run(made, check=True, timeout=120)
