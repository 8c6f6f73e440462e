"""Who inspects, edited in place: typed, changed, ended, brought back, undone, taken in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from inspector.domain.people.inspector import Inspector, Role
from inspector.excel.rosters.inspector_template import write_inspector_template
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.text_box import TextBox
from inspector.workspace.preferences import STRICTNESS_LEAST
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import click, column, find, focus_name, press, rows
from tests.gui.waiting import wait_for
from tests.workspace.visiting import add_site, answer_all, items, start

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page: DataPage) -> DataPage:
    page.show_tab("inspectors")
    return page


def names(page: DataPage) -> list[str]:
    return column(find(page, TableView, "inspectors"), 0)


def fill_in(page: DataPage, **words: str) -> None:
    for name, text in words.items():
        find(page, QLineEdit, f"inspector{name}").setText(text)


def add(page: DataPage, **words: str) -> None:
    press(Qt.Key.Key_N, CTRL)
    fill_in(page, **words)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)


def test_an_empty_tab_offers_what_to_do_next(tab: DataPage) -> None:
    assert focus_name() == "addFirstInspector"
    assert find(tab, QPushButton, "importFirstInspectors").isVisible()
    press(Qt.Key.Key_Escape)
    click(tab, "addFirstInspector")
    assert focus_name() == "inspectorName"
    press(Qt.Key.Key_Escape)
    assert focus_name() == "addFirstInspector"


def test_several_are_typed_at_once_and_share_unit_and_group(
    tab: DataPage, workspace: Workspace, heard: Heard
) -> None:
    press(Qt.Key.Key_N, CTRL)
    fill_in(tab, Name="李明、 王芳", UnitText="市文明办", GroupText="第一组")
    press(Qt.Key.Key_Return)
    assert focus_name() == "inspectorName"  # the next one, at once
    fill_in(tab, Name="赵敏")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    told = [(each.name, each.unit, each.group) for each in workspace.inspectors.all()]
    assert told == [(name, "市文明办", "第一组") for name in ("李明", "王芳", "赵敏")]
    assert names(tab) == ["李明", "王芳", "赵敏"]
    assert tab.panel("inspectors").subtitle == "3 inspectors, 1 group"


def test_who_is_typed_twice_is_counted_once(tab: DataPage, heard: Heard) -> None:
    add(tab, Name="张三、张三")
    assert names(tab) == ["张三"]
    assert any("Inspector added: 张三." in said for said, _ in heard.told)


def test_a_telephone_number_is_one(tab: DataPage, workspace: Workspace) -> None:
    press(Qt.Key.Key_N, CTRL)
    fill_in(tab, Name="李明", Phone="abc")
    press(Qt.Key.Key_Return)
    assert "abc" in find(tab, QLabel, "inspectorFault").text()
    assert focus_name() == "inspectorPhone"
    assert workspace.inspectors.all() == ()


def test_what_is_refused_is_said_beside_its_field(tab: DataPage, workspace: Workspace) -> None:
    add(tab, Name="李明")
    press(Qt.Key.Key_N, CTRL)
    fill_in(tab, Name="李 明")
    press(Qt.Key.Key_Return)
    assert "李明" in find(tab, QLabel, "inspectorFault").text()
    assert focus_name() == "inspectorName"
    fill_in(tab, Name="王芳", AwayFirst="2026-12-05", AwayLast="2026-12-01")
    press(Qt.Key.Key_Return)
    assert find(tab, QLabel, "inspectorFault").text()
    assert focus_name() == "inspectorAwayLast"
    fill_in(tab, AwayLast="someday")
    press(Qt.Key.Key_Return)
    assert len(workspace.inspectors.all()) == 1


@pytest.mark.ci
def test_changed_ended_brought_back_and_undone(
    tab: DataPage, workspace: Workspace, heard: Heard
) -> None:
    add(tab, Name="李明、王芳")
    find(tab, TableView, "inspectors").selectRow(0)
    press(Qt.Key.Key_F2)
    assert find(tab, QLineEdit, "inspectorName").text() == "李明"
    fill_in(tab, UnitText="市住建局")
    press(Qt.Key.Key_Return)
    assert workspace.inspectors.all()[0].unit == "市住建局"
    press(Qt.Key.Key_Delete)
    assert names(tab) == ["王芳"]
    find(tab, QCheckBox, "showEndedInspectors").toggle()
    assert names(tab) == ["王芳", "李明"]
    find(tab, TableView, "inspectors").setFocus()
    find(tab, TableView, "inspectors").selectRow(1)
    press(Qt.Key.Key_B, CTRL)
    assert len(workspace.inspectors.in_use()) == 2
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    assert {each.name: each.unit for each in workspace.inspectors.in_use()} == {
        "李明": "", "王芳": "",
    }  # fmt: skip
    press(Qt.Key.Key_H)
    history = rows(find(tab, TableView, "inspectorsHistory"))
    assert [row[1] for row in history] == [
        "Changed", "In use again", "Ended", "In use again", "Ended", "Changed", "New", "New",
    ]  # fmt: skip
    assert history[0][3] == "Unit: 市住建局 → —"
    press(Qt.Key.Key_Escape)
    assert focus_name() == "inspectors"


def test_what_was_written_comes_back(tab: DataPage, workspace: Workspace) -> None:
    add(tab, Name="李明")
    press(Qt.Key.Key_N, CTRL)
    fill_in(tab, Name="王芳")
    press(Qt.Key.Key_Escape)
    assert len(workspace.inspectors.all()) == 1
    press(Qt.Key.Key_Z, CTRL)
    assert find(tab, QLineEdit, "inspectorName").text() == "王芳"


def test_the_search_knows_initials_units_and_groups(tab: DataPage, workspace: Workspace) -> None:
    add(tab, Name="李明", UnitText="市文明办")
    add(tab, Name="王芳", UnitText="市住建局", GroupText="第二组")
    press(Qt.Key.Key_Slash)
    search = find(tab, QLineEdit, "inspectorSearch")
    for query, found in (("lm", ["李明"]), ("zjj", ["王芳"]), ("dez", ["王芳"]), ("x9", [])):
        search.setText(query)
        assert names(tab) == found
    assert "x9" in find(tab, QLabel, "noInspectorMatches").text()
    press(Qt.Key.Key_Escape)
    assert names(tab) == ["王芳", "李明"]  # who is in a group stands first


@pytest.mark.ci
def test_a_workbook_is_shown_before_it_is_taken_in(
    tab: DataPage, workspace: Workspace, heard: Heard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    add(tab, Name="李明", UnitText="市文明办")
    path = tmp_path / "名单.xlsx"
    people = [Inspector("", "李明", "市文明办", Role.HEAD), Inspector("", "新人甲")]
    write_inspector_template(path, people)
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: find(tab, TableView, "inspectorsPreview").isVisible())
    assert rows(find(tab, TableView, "inspectorsPreview")) == [
        ["Changed", "李明", "Role: Member → Head"],
        ["New", "新人甲", "Role: Member"],
    ]
    assert "2 inspectors: 1 new, 1 changed" in find(tab, TextBox, "inspectorsSummary").text
    press(Qt.Key.Key_Escape)
    assert len(workspace.inspectors.all()) == 1
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: find(tab, TableView, "inspectorsPreview").isVisible())
    press(Qt.Key.Key_Return)
    assert [each.role for each in workspace.inspectors.all()] == [Role.HEAD, Role.MEMBER]
    press(Qt.Key.Key_Z, CTRL)
    assert [(each.role, each.ended) for each in workspace.inspectors.all()] == [
        (Role.MEMBER, False), (Role.MEMBER, True),
    ]  # fmt: skip


@pytest.mark.ci
def test_what_they_found_is_for_the_office_and_a_key_away(
    tab: DataPage, workspace: Workspace
) -> None:
    add(tab, Name="李明、王芳")
    find(tab, TableView, "inspectors").setFocus()
    press(Qt.Key.Key_G)
    wait_for(lambda: focus_name() == "leaveStrictness")  # nobody has inspected yet
    press(Qt.Key.Key_Escape)
    workspace.preferences.set(STRICTNESS_LEAST, "2")
    site = add_site(workspace)
    for name, wrong in (("李明", 1), ("王芳", 0)):
        visit = start(workspace, site, inspectors=[name])
        answer_all(workspace, visit, {0: [i.id for i in items(workspace, visit)[:wrong]]})
        workspace.inspections.complete(visit)
    press(Qt.Key.Key_G)
    table = find(tab, TableView, "strictness")
    assert not rows(table)  # they are read beside the window
    wait_for(lambda: rows(table))
    assert focus_name() == "strictness"
    told = rows(table)
    assert [row[0] for row in told] == ["李明", "王芳"]
    assert [row[2:5] for row in told] == [["1", "2", "1"], ["1", "2", "0"]]
    assert told[0][7] == f"+{told[0][5]}"  # the other one took nothing off
    assert told[1][7] == f"-{told[0][5]}"
    assert told[0][8] == "2 : 2"
    assert "fewer windows than 2" in find(tab, QLabel, "strictnessHow").text()
    press(Qt.Key.Key_Right)
    wait_for(lambda: len(rows(table)) == 2)
    workspace.preferences.set(STRICTNESS_LEAST, "3")
    press(Qt.Key.Key_Right)
    wait_for(lambda: [row[5:8] for row in rows(table)] == [["—", "—", "too few"]] * 2)
    press(Qt.Key.Key_Escape)
    assert focus_name() == "inspectors"
