"""共享: what is ticked and how the file is called go by whom the bundle is for."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.travelling import NAMES, PHOTOS
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.session import Session
from inspector.gui.widgets.choice import Choice
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import find, press
from tests.gui.waiting import wait_for
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock, add_site, visit
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
EAST, WEST = "城东/营业厅", "城西" + "很长的名字" * 20


def write_found(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        workspace.of(Sharing).tick([NAMES, PHOTOS])  # in the last one for a colleague
        for name in (EAST, WEST):
            visit(workspace, add_site(workspace, name), {0: ["rise-to-greet", "smile"]})


@pytest.fixture
def write() -> Write:
    return write_found


@pytest.fixture
def panel(page: DataPage, workspace: Workspace) -> SharingPanel:
    workspace.of(LaptopHere).rename("督查电脑1")
    press(Qt.Key.Key_0, ALT)
    found = page.findChild(SharingPanel)
    assert found is not None
    press(Qt.Key.Key_S, CTRL)
    return found


def ticked(page: DataPage) -> list[str]:
    boxes = ("shareNames", "sharePhotos", "shareSketches")
    return [each for each in boxes if find(page, QCheckBox, each).isChecked()]


def choose(page: DataPage, aim: Aim, *sites: str) -> None:
    aims = find(page, Choice, "shareAim")
    aims.setCurrentIndex(aims.findData(aim))
    for site in sites:
        chosen = find(page, Choice, "shareSite")
        chosen.choose(site)
        chosen.activated.emit(chosen.currentIndex())


def test_ticks_for_a_colleague_are_none_for_a_site(panel: SharingPanel, page: DataPage) -> None:
    assert ticked(page) == ["shareNames", "sharePhotos"]
    choose(page, Aim.HALL)
    assert ticked(page) == []
    find(page, QCheckBox, "sharePhotos").setChecked(True)
    choose(page, Aim.GROUP)
    assert ticked(page) == ["shareNames", "sharePhotos"]
    choose(page, Aim.HALL)
    assert ticked(page) == ["sharePhotos"]


@pytest.mark.ci
def test_the_file_for_a_site_is_called_by_the_site_and_holds_no_name(
    panel: SharingPanel, page: DataPage, workspace: Workspace, session: Session, heard: Heard,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path, proposed = tmp_path / "a.inspx", list[str]()

    def choose_file(*given: object) -> tuple[str, str]:
        proposed.append(Path(str(given[2])).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_file)
    east, west = workspace.rosters.sites()
    choose(page, Aim.HALL, east.id)
    find(page, QLineEdit, "shareNameText").setFocus()
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    assert proposed[0].startswith("bundle 督查电脑1 to 城东／营业厅 20")
    with opened_bundle(path, "", work=tmp_path) as bundle:
        assert NAMES in bundle.manifest.left_out
    assert workspace.of(Sharing).ticked() == (NAMES, PHOTOS)

    press(Qt.Key.Key_S, CTRL)
    choose(page, Aim.HALL, east.id, west.id)
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert proposed[1].startswith("bundle 督查电脑1 to 城东／营业厅 and 1 other site 20")

    press(Qt.Key.Key_S, CTRL)
    choose(page, Aim.HALL, west.id)
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert len(proposed[2].encode()) < 180
    assert proposed[2].startswith("bundle 督查电脑1 to 城西很长的名字")
    assert proposed[2].removesuffix(".inspx")[-4:].isdecimal()  # the minute is never cut
