"""Comparing versions of a pack, and starting one's own from another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.packs import NEXT, NEXT_VERSION, SHIPPED, VERSION, copy_pack, go_to_general
from tests.gui.data.widgets import (
    choose_in_menu,
    column,
    find,
    focus_name,
    press,
    rows,
    type_text,
)


def test_one_version_has_nothing_to_be_compared_with(packs_page: DataPage) -> None:
    assert not find(packs_page, QComboBox, "packVersions").isVisible()


class TestWithTwoVersions:
    @pytest.fixture
    def workspace(self, workspace: Workspace, tmp_path: Path) -> Workspace:
        newer = copy_pack(
            tmp_path / "n", (VERSION, NEXT_VERSION), ("bonus_cap = 5", "bonus_cap = 8")
        )
        workspace.packs.take_in(workspace.packs.preview(newer).pack)
        return workspace

    @pytest.mark.ci
    def test_the_older_one_is_compared_with_the_one_in_use(self, packs_page: DataPage) -> None:
        go_to_general()
        versions = find(packs_page, QComboBox, "packVersions")
        assert versions.isVisible()
        versions.setFocus()
        press(Qt.Key.Key_Down)
        heading = find(packs_page, QLabel, "differenceHeading")
        assert heading.text() == f"“通用窗口”: version {SHIPPED} compared with {NEXT}"
        table = find(packs_page, TableView, "packDifferences")
        assert rows(table) == [
            ["Settings of the checklist", "Bonus cap", "bonus up to 5", "bonus up to 8"]
        ]
        assert focus_name() == "packDifferences"
        assert not find(packs_page, QPushButton, "confirmPack").isVisible()
        press(Qt.Key.Key_Return)  # nothing is asked
        assert table.isVisible()
        press(Qt.Key.Key_Escape)
        assert focus_name() == "packs"
        assert versions.currentIndex() == 0


@pytest.mark.ci
def test_a_copy_is_ones_own(packs_page: DataPage, workspace: Workspace, heard: Heard) -> None:
    source = workspace.packs.all()[0]
    choose_in_menu(packs_page, "newPack", "copy-pack")
    assert focus_name() == "copyTitle"
    assert find(packs_page, QLineEdit, "copyTitle").text() == f"{source.title} (our own)"
    type_text("本站检查表")
    press(Qt.Key.Key_Return)
    assert find(packs_page, TableView, "packs").currentIndex().data() == "本站检查表"
    assert focus_name() == "packs"
    own = next(pack for pack in workspace.packs.all() if pack.title == "本站检查表")
    assert [item.text for item in own.items()] == [item.text for item in source.items()]
    assert heard.told[0][0].startswith("“本站检查表” is ready")
    assert not find(packs_page, QLineEdit, "copyTitle").isVisible()


def test_a_copy_needs_a_name_and_can_be_given_up(
    packs_page: DataPage, workspace: Workspace
) -> None:
    titles = column(find(packs_page, TableView, "packs"), 0)
    choose_in_menu(packs_page, "newPack", "copy-pack")
    press(Qt.Key.Key_Delete)
    assert not find(packs_page, QPushButton, "confirmCopy").isEnabled()
    press(Qt.Key.Key_Return)
    assert find(packs_page, QLineEdit, "copyTitle").isVisible()
    press(Qt.Key.Key_Escape)
    assert not find(packs_page, QLineEdit, "copyTitle").isVisible()
    assert focus_name() == "packs"
    assert [pack.title for pack in workspace.packs.all()] == titles
