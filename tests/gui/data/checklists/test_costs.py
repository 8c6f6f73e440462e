"""What mistakes cost by a checklist, and bringing one over to direct deduction, by the mouse."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import Pack, Totalling
from inspector.gui.commands.command_button import MenuButton
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.domain.packs import deduct, pack
from tests.gui.data.widgets import click, find, focus_name, press, rows


@pytest.fixture
def more(packs_page: DataPage) -> MenuButton:
    return find(packs_page, MenuButton, "morePack")


def choose(button: MenuButton, words: str) -> None:
    """Choose an entry of a menu, by its words."""
    entries = {command.text(): command for command in button.commands}
    assert entries[words].isEnabled()
    entries[words].trigger()


def test_typical_mistakes_are_shown_in_place(
    packs_page: DataPage, workspace: Workspace, more: MenuButton
) -> None:
    pack = workspace.packs.all()[0]
    choose(more, "What typical mistakes cost…")
    assert pack.title in find(packs_page, QLabel, "costHeading").text()
    shown = rows(find(packs_page, TableView, "mistakeCosts"))
    assert [row[0] for row in shown] == [*(k.title for k in pack.window_kinds), "Public area"]
    assert not find(packs_page, QPushButton, "confirmConversion").isVisible()
    press(Qt.Key.Key_Escape)
    assert focus_name() == "packs"


@pytest.fixture
def rated(workspace: Workspace) -> Pack:
    """A checklist of one's own that weighs rates, as all did before."""
    everywhere = [deduct(f"each-{category}", category=category) for category in Category]
    public = replace(deduct("public", category=Category.CLEANLINESS), scope=Scope.PUBLIC)
    made = replace(pack(*everywhere, public), id="own-1", title="旧检查表", version="2026.1")
    workspace.packs.take_in(made)
    return workspace.packs.get(made.id)


@pytest.mark.ci
def test_a_checklist_is_brought_over_in_one_step(
    workspace: Workspace, rated: Pack, packs_page: DataPage, more: MenuButton
) -> None:
    before = rated
    for _ in range(workspace.packs.all().index(before)):
        press(Qt.Key.Key_Down)
    choose(more, "Bring over to direct deduction…")
    items = rows(find(packs_page, TableView, "itemCosts"))
    asked = [item for item in before.items() if not item.is_bonus]
    assert [row[0] for row in items if row[3] != "0"] == [item.text for item in asked]
    click(packs_page, "costs-mistakes")
    places = [row[0] for row in rows(find(packs_page, TableView, "mistakeCosts"))]
    assert places[-2:] == ["Public area, before", "Public area, now"]
    assert workspace.packs.get(before.id) == before  # nothing is kept yet
    click(packs_page, "confirmConversion")
    after = workspace.packs.get(before.id)
    assert after.policy.total is Totalling.DEDUCT
    assert workspace.packs.versions(before.id)[1] == before
    refused = next(command for command in more.commands if "direct" in command.text())
    assert refused.why_not == "It deducts directly already."


def test_one_may_look_and_leave_it(
    workspace: Workspace, rated: Pack, packs_page: DataPage, more: MenuButton
) -> None:
    before = workspace.packs.all()
    for _ in range(before.index(rated)):
        press(Qt.Key.Key_Down)
    choose(more, "Bring over to direct deduction…")
    assert find(packs_page, QPushButton, "confirmConversion").isVisible()
    click(packs_page, "leaveCosts")
    assert workspace.packs.all() == before
    assert focus_name() == "packs"


def by_another_process(workspace: Workspace, folder: Path, *options: str) -> None:
    """Take the checklist in `folder` in beside the window, as a command does."""
    data = workspace.folder
    command = [sys.executable, "-m", "inspector", "--data", data, "import", folder, *options]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)


@pytest.mark.ci
def test_what_another_process_keeps_meanwhile_is_shown_and_never_written_over(
    workspace: Workspace, rated: Pack, packs_page: DataPage, more: MenuButton, tmp_path: Path
) -> None:
    for _ in range(workspace.packs.all().index(rated)):
        press(Qt.Key.Key_Down)
    choose(more, "Bring over to direct deduction…")
    theirs = replace(rated, version="2026.2", policy=replace(rated.policy, bonus_cap=300))
    write_pack_folder(theirs, tmp_path / "theirs")
    by_another_process(workspace, tmp_path / "theirs")
    click(packs_page, "confirmConversion")
    assert workspace.packs.versions(rated.id) == [theirs, rated]
    assert find(packs_page, QPushButton, "confirmConversion").isVisible()  # of theirs now
    by_another_process(workspace, tmp_path / "theirs", "--deduct")
    click(packs_page, "confirmConversion")
    versions = workspace.packs.versions(rated.id)
    assert [each.policy.total for each in versions[:2]] == [Totalling.DEDUCT, Totalling.RATE]
    assert versions[1:] == [theirs, rated]
    assert not find(packs_page, QPushButton, "confirmConversion").isVisible()


@pytest.mark.ci
def test_a_checklist_that_another_process_changed_is_asked_about_again(
    workspace: Workspace,
    rated: Pack,
    packs_page: DataPage,
    choose_file: ChooseFile,
    tmp_path: Path,
) -> None:
    def version(name: str, cap: int) -> Path:
        made = replace(rated, version="2026.2", policy=replace(rated.policy, bonus_cap=cap))
        write_pack_folder(made, tmp_path / name)
        return tmp_path / name

    ours, theirs = version("ours", 200), version("theirs", 300)
    choose_file(ours / "pack.toml")
    press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    by_another_process(workspace, theirs)
    click(packs_page, "confirmPack")
    caps = [each.policy.bonus_cap for each in workspace.packs.versions(rated.id)]
    assert caps == [300, rated.policy.bonus_cap]
    click(packs_page, "confirmPack")  # seen what would change of it now
    caps = [each.policy.bonus_cap for each in workspace.packs.versions(rated.id)]
    assert caps == [200, 300, rated.policy.bonus_cap]
