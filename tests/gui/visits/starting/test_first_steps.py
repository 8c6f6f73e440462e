"""The empty page: three steps by mouse, what is done of them, and sample data."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from inspector.domain.visit.roster import Site
from inspector.gui.data.data_page import DataPage
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.preferences import USUAL_PACK
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.data.rosters import EAST, fill
from tests.gui.visits.visit import ESC, Person

Drive = Callable[[Person], None]


@pytest.fixture
def begin(run_main: RunMain, keyboard: Keyboard, tmp_path: Path) -> Callable[[Drive], None]:
    """Return a function that opens an empty folder and lets a person drive the window."""

    def begin(drive: Drive) -> None:
        folder = tmp_path / "new"

        def open_and_drive(window: MainWindow) -> None:
            drive(Person(window, keyboard, folder))

        assert run_main(open_and_drive, "--data", str(folder), "--lang", "en") == 0

    return begin


@pytest.mark.ci
def test_each_step_leads_on_and_says_when_it_is_done(
    begin: Callable[[Drive], None], tmp_path: Path
) -> None:
    def drive(person: Person) -> None:
        assert person.text("step1").startswith("Sites, their windows")
        assert person.text("step3") == "As soon as there is a roster."
        for step in ("guideRoster", "guideTyping"):
            person.click(step)
            data = person.window.page
            assert isinstance(data, DataPage)
            assert data.panel("roster").isVisible()
            if step == "guideTyping":
                assert person.focus == "rosterName"
                person.press(ESC)
            person.click("rail-inspect", person.window)
        person.click("guideChecklists")
        data = person.window.page
        assert isinstance(data, DataPage)
        assert data.panel("packs").isVisible()
        workspace = data.panel("roster").session.workspace
        fill(workspace, tmp_path)
        person.click("rail-inspect", person.window)
        assert person.text("step1") == "2 sites, 3 windows"
        assert person.text("step3").startswith("Choose the site")
        assert person.focus == "guideNew"
        assert person.find(QPushButton, "newInspection").property("role") != "primary"
        person.click("guideNew")
        assert person.page.new.isVisible()

    begin(drive)


def test_the_sector_that_was_chosen_is_proposed_where_nothing_else_tells(
    begin: Callable[[Drive], None], tmp_path: Path
) -> None:
    def drive(person: Person) -> None:
        assert isinstance(person.window.page, InspectPage)
        person.click("guideSector")
        (menu,) = (each for each in person.window.findChildren(QMenu) if each.isVisible())
        packs = person.window._session.workspace.packs.all()
        assert [act.objectName() for act in menu.actions()][: len(packs)] == [
            pack.id for pack in packs
        ]
        hospital = next(act for act in menu.actions() if act.objectName() == "hospital")
        place = menu.actionGeometry(hospital).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert person.text("step2").startswith("Proposed first")

    begin(drive)
    with closing(Workspace(tmp_path / "new")) as workspace:
        assert workspace.preferences.get(USUAL_PACK) == "hospital"
        suggested = [workspace.packs.suggest(Site("1", name)) for name in ("东区", "收费站")]
        assert [pack and pack.id for pack in suggested] == ["hospital", "hospital"]
        kinds = [kind.id for kind in workspace.packs.kinds_at(Site("1", "东区"))]
        own = [kind.id for kind in workspace.packs.get("hospital").window_kinds]
        assert kinds[: len(own)] == own  # what a window can be, typed by hand
        assert sorted(kinds) == sorted(kind.id for kind in workspace.packs.window_kinds())
        fill(workspace, tmp_path)  # the kinds of its windows say more
        east = next(site for site in workspace.rosters.sites() if site.name == EAST)
        suggestion = workspace.packs.suggest(east)
        assert suggestion is not None
        assert suggestion.id == "telecom-hall"


@pytest.mark.ci
def test_sample_data_opens_in_a_window_of_its_own(
    begin: Callable[[Drive], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun: list[Sequence[str]] = []

    def begin_process(program: str, words: Sequence[str]) -> tuple[bool, int]:
        begun.append([program, *words])
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", begin_process)

    def drive(person: Person) -> None:
        person.click("guideSample")
        assert person.banner.startswith("Sample data opens in a window of its own")

    begin(drive)
    ((program, *words),) = begun
    assert program == sys.executable
    done = subprocess.run([program, *words, "--exit-when-ready"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
