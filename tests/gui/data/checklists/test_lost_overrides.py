"""What a site set and a newer version has no place for: said, and dropped by key or mouse."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector.domain.checklist.checklist import Override
from inspector.domain.visit.roster import Site
from inspector.gui.data.checklists.lost_overrides import LostOverrides
from inspector.gui.data.data_page import DataPage
from inspector.gui.session import Session
from inspector.gui.visits.starting.new_page import NewPage
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.text_box import TextBox
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.packs import GENERAL, NEXT_VERSION, VERSION, copy_pack, go_to_general
from tests.gui.data.rosters import EAST, fill
from tests.gui.data.widgets import click, column, find, focus_name, press

CTRL = Qt.KeyboardModifier.ControlModifier
BADGE, WAIT = (GENERAL.item_by_id[each].text for each in ("badge", "waiting-time"))


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A version of the general pack without the badge, in which waiting is not measured."""
    folder = copy_pack(tmp_path / "newer", (VERSION, NEXT_VERSION))
    file = folder / "etiquette.toml"
    head, *items = file.read_text("utf-8").split("[[item]]")
    file.write_text("[[item]]".join([head, *(i for i in items if '"badge"' not in i)]), "utf-8")
    norms = folder / "operating-norms.toml"
    *before, waiting = norms.read_text("utf-8").partition('id = "waiting-time"')
    rule = r'kind = "measure"\nunit = "分钟"\nbands = \[\n(    .*\n)*\]'
    counted = re.sub(rule, 'kind = "deduct"\neach = 1\nunit = "次"', waiting, count=1)
    norms.write_text("".join((*before, counted)), "utf-8")
    return folder


@pytest.fixture
def east(workspace: Workspace, tmp_path: Path) -> Site:
    """A site with three overrides of the general pack; two do not fit the newer version."""
    fill(workspace, tmp_path)
    site = next(site for site in workspace.rosters.sites() if site.name == EAST)
    for override in (
        Override("uniform", "从严", full=500),
        Override("badge", "新员工多", each=50),
        Override("waiting-time", "窗口少", limit=1800),
    ):
        workspace.overrides.put(site, "general", override)
    return site


@pytest.fixture
def changed(east: Site, workspace: Workspace, newer: Path) -> Site:
    """The site after the newer version was taken in."""
    workspace.packs.take_in(workspace.packs.preview(newer).pack)
    return east


@pytest.fixture
def lost(changed: Site, packs_page: DataPage) -> LostOverrides:
    """The lines, with the numbers of the site in front."""
    go_to_general()
    find(packs_page, QComboBox, "packSite").setFocus()
    press(Qt.Key.Key_Down)
    return find(packs_page, LostOverrides, "lostOverrides")


def lines(lost: LostOverrides) -> list[str]:
    return [each.text() for each in lost.findChildren(QLabel) if each.text() != "!"]


@pytest.mark.ci
@pytest.mark.usefixtures("east")
def test_the_preview_says_what_will_no_longer_apply(
    packs_page: DataPage, newer: Path, choose_file: ChooseFile
) -> None:
    choose_file(newer / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    summary = find(packs_page, TextBox, "packDifferenceSummary").text.splitlines()
    assert summary[2:] == [
        f"At {EAST}, the override of “{BADGE}” will no longer apply: the item is gone.",
        f"At {EAST}, the override of “{WAIT}” will no longer apply:"
        " the item is scored differently now.",
    ]


@pytest.mark.ci
def test_they_are_listed_with_the_numbers_of_the_site(
    lost: LostOverrides, packs_page: DataPage
) -> None:
    assert lost.isVisible()
    assert lines(lost) == [
        f"{BADGE}: 0.5 each time (新员工多) does not apply: the item is gone",
        f"{WAIT}: limit 18 (窗口少) does not apply: the item is scored differently now",
    ]
    site = find(packs_page, QComboBox, "packSite")
    assert site.currentText() == f"{EAST} (1 item) ! 2 not applied"
    items = find(packs_page, TableView, "packItems")
    assert column(items, 1).count("Adapted") == 1
    site.setCurrentIndex(0)
    assert not lost.isVisible()


@pytest.mark.ci
def test_each_is_dropped_by_key_or_mouse(
    lost: LostOverrides, packs_page: DataPage, workspace: Workspace, changed: Site
) -> None:
    for _ in range(12):
        if focus_name() == "dropLost-badge":
            break
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    kept = [override.item_id for override in workspace.overrides.of(changed, "general")]
    assert kept == ["uniform", "waiting-time"]
    assert focus_name() == "dropLost-waiting-time"
    click(packs_page, "dropLost-waiting-time")
    kept = [override.item_id for override in workspace.overrides.of(changed, "general")]
    assert kept == ["uniform"]
    assert not lost.isVisible()
    assert focus_name() == "packItems"
    assert find(packs_page, QComboBox, "packSite").currentText() == f"{EAST} (1 item)"


@pytest.mark.ci
def test_many_leave_room_for_the_items(
    packs_page: DataPage, workspace: Workspace, east: Site, newer: Path
) -> None:
    file = newer / "etiquette.toml"
    head, first, *gone = file.read_text("utf-8").split("[[item]]")
    for text in gone:
        item_id = text.partition('"')[2].partition('"')[0]
        workspace.overrides.put(east, "general", Override(item_id, "本厅没有", off=True))
    file.write_text("[[item]]".join([head, first]), "utf-8")
    workspace.packs.take_in(workspace.packs.preview(newer).pack)
    packs_page.resize(911, 440)
    packs_page.enter()
    find(packs_page, TableView, "packs").setFocus()
    go_to_general()
    find(packs_page, QComboBox, "packSite").setFocus()
    press(Qt.Key.Key_Down)
    lost = find(packs_page, LostOverrides, "lostOverrides")
    assert len(lines(lost)) > 8
    assert lost.height() <= 104
    buttons = lost.findChildren(QPushButton)
    buttons[0].setFocus()
    for _ in buttons[1:]:
        press(Qt.Key.Key_Tab)
    assert focus_name() == buttons[-1].objectName()
    assert not buttons[-1].visibleRegion().isEmpty()
    assert find(packs_page, TableView, "packItems").height() > 60


def test_starting_a_visit_says_what_is_not_applied(
    qtbot: QtBot, session: Session, heard: Heard, changed: Site
) -> None:
    page = NewPage(session)
    qtbot.addWidget(page)
    page.open()
    page.form.pack_box.setCurrentIndex(page.form.pack_box.findData("general"))
    page.start()
    assert [text for text, _ in heard.told] == [
        f"2 overrides of {EAST} do not fit this version of the checklist and are not applied:"
        f" “{BADGE}”、“{WAIT}”. Data, Checklists shows why."
    ]


@pytest.mark.usefixtures("east")
def test_starting_a_visit_with_fitting_overrides_says_nothing(
    qtbot: QtBot, session: Session, heard: Heard
) -> None:
    page = NewPage(session)
    qtbot.addWidget(page)
    page.open()
    page.form.pack_box.setCurrentIndex(page.form.pack_box.findData("general"))
    page.start()
    assert heard.told == []
