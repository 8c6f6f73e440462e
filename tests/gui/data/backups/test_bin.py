"""The bin: what was discarded comes back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.data.data_page import DataPage
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.rosters import EAST, WEST, write_halls
from tests.gui.data.widgets import click, column, find, focus_name, press, rows
from tests.written_once import Write

ALT = Qt.KeyboardModifier.AltModifier


def start(workspace: Workspace, name: str) -> str:
    site = workspace.rosters.site_named(name)
    duties = [Duty(window) for window in workspace.rosters.windows(site.id)]
    started, _ = workspace.inspections.start(
        site, InspectionKind.COVERT, ["张三", "李四"], "general", duties
    )
    return started


@pytest.fixture
def write() -> Write:
    return write_halls


@pytest.fixture
def bin_page(page: DataPage) -> DataPage:
    press(Qt.Key.Key_4, ALT)
    return page


def test_an_empty_bin_says_so(bin_page: DataPage) -> None:
    assert not find(bin_page, TableView, "bin").isVisible()
    assert not find(bin_page, QPushButton, "takeBack").isVisible()
    assert focus_name() == "tab-bin"


def test_enter_takes_a_visit_back(
    bin_page: DataPage, workspace: Workspace, session: Session, heard: Heard
) -> None:
    first, second = start(workspace, EAST), start(workspace, WEST)
    session.attempt(lambda: workspace.inspections.discard(first))
    session.attempt(lambda: workspace.inspections.discard(second))
    table = find(bin_page, TableView, "bin")
    assert sorted(column(table, 0)) == sorted([EAST, WEST])
    assert rows(table)[0][2:] == ["Covert visit", "张三、李四"]
    bin_page.enter()
    table.selectRow(column(table, 0).index(EAST))
    press(Qt.Key.Key_Return)
    assert [line.inspection.id for line in workspace.inspections.unfinished()] == [first]
    assert column(table, 0) == [WEST]
    assert table.currentIndex().row() == 0
    assert heard.told[0][0].startswith(f"The visit to {EAST} of ")

    click(bin_page, "takeBack")
    assert len(workspace.inspections.unfinished()) == 2
    assert not table.isVisible()
    assert focus_name() == "tab-bin"
