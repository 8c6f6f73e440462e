"""共享: a site is handed its findings; what it did comes back, and all else is refused."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import FindingState
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.session import Session
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.lists.table import TableView
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.laptop_roles import LaptopRoles
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import click, column, find, focus_name, press
from tests.gui.waiting import wait_for
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock, add_site, visit
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
DAY = date(2026, 11, 27)

pytestmark = pytest.mark.ci


def write_found(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        workspace.of(LaptopHere).rename("检查一组")
        for name in ("城东厅", "城西厅"):
            visit(workspace, add_site(workspace, name), {0: ["rise-to-greet", "smile"]})


@pytest.fixture
def write() -> Write:
    return write_found


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Workspace]:
    """The hall's laptop, with an empty folder."""
    with closing(Workspace(tmp_path / "theirs", Clock(NOON))) as theirs:
        theirs.of(LaptopHere).rename("城东厅")
        yield theirs


@pytest.fixture
def panel(page: DataPage) -> SharingPanel:
    press(Qt.Key.Key_0, ALT)
    found = page.findChild(SharingPanel)
    assert found is not None
    return found


def test_a_site_is_handed_its_own_and_returns_what_it_did(
    panel: SharingPanel, page: DataPage, workspace: Workspace, session: Session, heard: Heard,
    theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path, back = tmp_path / "给城东厅.inspx", tmp_path / "城东厅回传.inspx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(back), ""))
    workspace.of(LaptopHere).identity()
    press(Qt.Key.Key_S, CTRL)
    find(page, QLineEdit, "shareNameText").setText("城东厅")
    aim = find(page, Choice, "shareAim")
    assert [aim.itemData(at) for at in range(aim.count())] == [Aim.GROUP, Aim.HALL]
    aim.setFocus()
    press(Qt.Key.Key_Down)
    said = find(page, QLabel, "shareContents")
    wait_for(lambda: not panel.reads)
    assert "Site" in said.text()  # which one has to be said
    east, _ = workspace.rosters.sites()
    sites = find(page, Choice, "shareSite")
    sites.choose(east.id)
    sites.activated.emit(sites.currentIndex())
    panel.out._wait()
    wait_for(lambda: not panel.reads)
    assert said.text().startswith("For 城东厅 alone: 2 findings")
    find(page, QLineEdit, "shareNameText").setFocus()
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    with opened_bundle(path, "", work=tmp_path) as bundle:
        assert bundle.manifest.scope.aim is Aim.HALL

    here = workspace.of(LaptopHere).known()
    assert here is not None
    theirs.of(Receiving).take_in(path, trust=here.fingerprint)
    first, second = theirs.finding_store.of_site(east.id)
    theirs.findings.assign([first.id, second.id], Assignment(owner="1001"))
    theirs.findings.report_done(first.id, "已改", DAY)
    theirs.of(Sharing).share(back, Scope(aim=Aim.BACK))
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: session.runner.is_free)
    assert "It is from the laptop of 城东厅" in find(page, QLabel, "oddLaptop").text()
    press(Qt.Key.Key_1)  # the fingerprint is the same
    click(page, "takeBundleIn")
    wait_for(lambda: session.runner.is_free)
    assert workspace.findings.get(first.id).state is FindingState.REPORTED
    assert [*workspace.of(LaptopRoles).all().values()] == [(east.id,)]


def test_what_is_not_for_a_site_is_refused_by_number_and_reason(
    panel: SharingPanel, page: DataPage, workspace: Workspace, session: Session,
    theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A laptop that a site has now took everything in before it was the site's."""
    path, back = tmp_path / "all.inspx", tmp_path / "back.inspx"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(back), ""))
    workspace.of(Sharing).share(path, Scope())
    here, sender = workspace.of(LaptopHere).known(), theirs.of(LaptopHere).known()
    assert here is not None
    assert sender is not None
    theirs.of(Receiving).take_in(path, trust=here.fingerprint)
    east, _ = workspace.rosters.sites()
    workspace.of(LaptopRoles).put(sender.id, [east.id])
    first, _ = theirs.finding_store.of_site(east.id)
    theirs.findings.correct([first.id], "已改")
    theirs.of(Sharing).share(back, Scope())
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: session.runner.is_free)
    table = find(page, TableView, "bundlePreview")
    assert focus_name() in ("sameFingerprint", "bundlePreview")
    assert f"{first.number} Corrected on the spot: that is for those who inspect" in column(
        table, 2
    )


def test_whose_laptop_it_is_can_be_said_with_its_first_bundle(
    panel: SharingPanel, page: DataPage, workspace: Workspace, session: Session,
    theirs: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    back = tmp_path / "back.inspx"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(back), ""))
    visit(theirs, add_site(theirs, "城东厅"), {0: ["rise-to-greet"]})
    theirs.of(Sharing).share(back, Scope())
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: session.runner.is_free)
    whose = find(page, Choice, "whoseLaptop")
    assert whose.currentText() == "of those who inspect"
    whose.setFocus()
    press(Qt.Key.Key_Down)
    wait_for(lambda: session.runner.is_free)
    table = find(page, TableView, "bundlePreview")
    assert any("nothing of the kind is taken" in said for said in column(table, 2))
    assert "It is from the laptop of " in find(page, QLabel, "oddLaptop").text()
    assert workspace.of(LaptopRoles).all() == {}  # nothing is written yet
