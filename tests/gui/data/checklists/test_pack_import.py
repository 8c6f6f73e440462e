"""Taking in a pack from a folder or a workbook: what it would change comes first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.domain.errors import FaultyFileError
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.text_box import TextBox
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.commands.said import line_of
from tests.gui.data.conftest import Heard
from tests.gui.data.packs import (
    GENERAL,
    NEXT,
    NEXT_VERSION,
    SHIPPED,
    VERSION,
    change,
    copy_pack,
    go_to_general,
)
from tests.gui.data.widgets import click, find, focus_name, press, rows
from tests.gui.waiting import wait_for, wait_until_read
from tests.packs.real.paper import HOSPITAL, rows_of, write_paper

COUNT = sum(1 for _ in GENERAL.items())
CTRL = Qt.KeyboardModifier.ControlModifier
UNIFORM, BADGE, GROOMING = (
    GENERAL.item_by_id[each].text for each in ("uniform", "badge", "grooming")
)
UNIFORM_CHANGES = (
    ('kind = "deduct"', 'kind = "deduct"\neach = 2'),
    ("deadline = 0", "deadline = 3"),
)


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Return a folder with a newer version of the general pack."""
    folder = copy_pack(
        tmp_path / "newer",
        (VERSION, NEXT_VERSION),
        ("etiquette = 25", "etiquette = 30"),
        ("cleanliness = 20", "cleanliness = 15"),
        ("bonus_cap = 5", "bonus_cap = 8"),
    )
    change(folder / "etiquette.toml", *UNIFORM_CHANGES)
    return folder


def changes(page: DataPage) -> list[list[str]]:
    return rows(find(page, TableView, "packDifferences"))


@pytest.mark.ci
def test_every_change_is_shown_before_anything_changes(
    packs_page: DataPage, workspace: Workspace, newer: Path, choose_file: ChooseFile
) -> None:
    choose_file(newer / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    assert find(packs_page, QLabel, "differenceHeading").text() == (
        "Import another version of “通用窗口”?"
    )
    assert find(packs_page, TextBox, "packDifferenceSummary").text.startswith(
        f"newer: version {SHIPPED} → {NEXT}, 5 changes"
    )
    assert changes(packs_page) == [
        ["Settings of the checklist", "Weight of service etiquette", "25", "30"],
        ["Settings of the checklist", "Weight of cleanliness", "20", "15"],
        ["Settings of the checklist", "Bonus cap", "bonus up to 5", "bonus up to 8"],
        [
            UNIFORM,
            "Scoring",
            "1 off each time (人次)",
            "2 off each time (人次)",
        ],
        [UNIFORM, "Deadline", "At once", "3 workdays"],
    ]
    assert focus_name() == "confirmPack"
    assert line_of(packs_page)[:2] == [("↵", "Import it"), ("Esc", "Cancel")]
    assert workspace.packs.get("general").version == SHIPPED


@pytest.mark.ci
def test_enter_takes_it_in(
    packs_page: DataPage, workspace: Workspace, heard: Heard, newer: Path, choose_file: ChooseFile
) -> None:
    choose_file(newer / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    press(Qt.Key.Key_Return)
    assert workspace.packs.get("general").version == NEXT
    packs = find(packs_page, TableView, "packs")
    assert packs.currentIndex().data() == "通用窗口"
    assert focus_name() == "packs"
    assert [text for text, _ in heard.told] == [f"“通用窗口” {NEXT} was imported: {COUNT} items."]


@pytest.mark.ci
def test_esc_leaves_everything_as_it_is(
    packs_page: DataPage, workspace: Workspace, newer: Path, choose_file: ChooseFile
) -> None:
    choose_file(newer / "pack.toml")
    click(packs_page, "importPack")
    press(Qt.Key.Key_Escape)
    assert focus_name() == "packs"
    assert not (workspace.folder / "packs").exists()


@pytest.mark.ci
def test_a_new_pack_shows_its_items(
    packs_page: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    folder = copy_pack(
        tmp_path / "mine",
        ('id = "general"', 'id = "mine"'),
        ('title = "通用窗口"', 'title = "我的检查表"'),
    )
    choose_file(folder / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    assert find(packs_page, QLabel, "differenceHeading").text() == (
        "Import the new checklist “我的检查表”?"
    )
    assert (
        f"{COUNT} items: Service etiquette {len(GENERAL.checklists[0].items)}"
        in find(packs_page, TextBox, "packDifferenceSummary").text
    )
    assert len(changes(packs_page)) == COUNT
    first = changes(packs_page)[0][3]
    assert first.startswith("Service etiquette · ")
    assert " · 3 points · " in first
    click(packs_page, "confirmPack")
    assert workspace.packs.get("mine").title == "我的检查表"
    assert find(packs_page, TableView, "packs").currentIndex().data() == "我的检查表"


@pytest.mark.ci
def test_a_renamed_file_may_become_a_checklist_of_its_own(
    packs_page: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    renamed = copy_pack(tmp_path / "mine", ('title = "通用窗口"', 'title = "社区服务站"'))
    choose_file(renamed / "pack.toml")
    click(packs_page, "importPack")
    said = find(packs_page, TextBox, "packDifferenceSummary").text
    assert "“通用窗口” is called “社区服务站” in this file, with the same id." in said
    click(packs_page, "packApart")
    heading = find(packs_page, QLabel, "differenceHeading").text()
    assert heading == "Import the new checklist “社区服务站”?"
    assert not find(packs_page, QPushButton, "packApart").isVisible()
    assert len(changes(packs_page)) == COUNT
    click(packs_page, "confirmPack")
    assert workspace.packs.named("社区服务站").id == "own-1"
    assert workspace.packs.get("general") == GENERAL


@pytest.mark.ci
def test_a_file_that_says_nothing_new_changes_nothing(
    packs_page: DataPage, heard: Heard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(copy_pack(tmp_path / "old", (VERSION, 'version = "2025.1"')) / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    assert [text for text, _ in heard.told] == [
        "“old” is the checklist in use, word for word. Nothing was changed."
    ]
    assert focus_name() == "packs"


@pytest.mark.ci
def test_what_is_not_newer_becomes_the_next_version(
    packs_page: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(copy_pack(tmp_path / "same", ("bonus_cap = 5", "bonus_cap = 4")) / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    press(Qt.Key.Key_Return)
    assert workspace.packs.get("general").version == NEXT


@pytest.mark.ci
def test_moved_added_and_removed_items(
    packs_page: DataPage, tmp_path: Path, choose_file: ChooseFile
) -> None:
    folder = copy_pack(tmp_path / "other")
    file = folder / "etiquette.toml"
    head, *items = file.read_text("utf-8").split("[[item]]")
    removed = items.pop(1)
    items.append(items.pop(0))
    items.append(removed.replace('"badge"', '"badge-2"').replace(BADGE, "工牌戴好"))
    file.write_text("[[item]]".join([head, *items]), "utf-8")
    choose_file(folder / "pack.toml")
    press(Qt.Key.Key_O, CTRL)
    moved, new, gone = changes(packs_page)
    facts = gone[2]
    assert facts.startswith("Service etiquette · ")
    assert facts.endswith(
        " · 3 points · 1 off each time (人次) · Always asked · look · Person on duty · At once"
    )
    assert [moved, new, gone] == [
        [
            UNIFORM,
            "Another place",
            "Service etiquette, number 1",
            f"Service etiquette, number {len(GENERAL.checklists[0].items) - 1}",
        ],
        ["工牌戴好", "New item", "—", facts],
        [BADGE, "No longer asked", facts, "—"],
    ]


def test_a_faulty_pack_is_refused_whole(
    packs_page: DataPage,
    workspace: Workspace,
    heard: Heard,
    tmp_path: Path,
    choose_file: ChooseFile,
) -> None:
    folder = copy_pack(tmp_path / "bad", ("etiquette = 25", "etiquette = 26"))
    choose_file(folder / "pack.toml")
    click(packs_page, "importPack")
    assert [type(error) for error in heard.refused] == [FaultyFileError]
    assert find(packs_page, TableView, "packs").isVisible()
    assert not (workspace.folder / "packs").exists()


def test_nothing_chosen_is_nothing_imported(
    packs_page: DataPage, heard: Heard, choose_file: ChooseFile
) -> None:
    choose_file(None)
    press(Qt.Key.Key_O, CTRL)
    assert heard == Heard()


@pytest.mark.ci
def test_a_pack_goes_out_as_a_workbook_and_comes_back_changed(
    packs_page: DataPage,
    workspace: Workspace,
    heard: Heard,
    tmp_path: Path,
    choose_file: ChooseFile,
) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "通用窗口.xlsx"
    choose_file(path)
    go_to_general()
    press(Qt.Key.Key_S, CTRL)
    wait_for(lambda: heard.told)
    assert heard.told == [
        ("Exported: 通用窗口.xlsx. Edit it, then import it as a new version.", str(path))
    ]
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    assert (
        heard.told[-1][0]
        == "“通用窗口.xlsx” is the checklist in use, word for word. Nothing was changed."
    )
    book = load_workbook(path)
    cell = next(
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == GROOMING
    )
    cell.value = "发型妆容得体"
    book.save(path)
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    assert changes(packs_page) == [["发型妆容得体", "Wording", GROOMING, "发型妆容得体"]]
    press(Qt.Key.Key_Return)
    assert workspace.packs.get("general").version == NEXT
    assert workspace.packs.get("general").item_by_id["grooming"].text == "发型妆容得体"


@pytest.mark.ci
def test_what_of_a_workbook_is_not_read_is_named(
    packs_page: DataPage,
    workspace: Workspace,
    heard: Heard,
    tmp_path: Path,
    choose_file: ChooseFile,
) -> None:
    from openpyxl import load_workbook

    path = workspace.packs.write_workbook(tmp_path / "通用窗口.xlsx", "general")
    book = load_workbook(path)
    book.create_sheet("修改记录").append(["谁", "何时"])
    for column, title in enumerate(("去年分值", "起草人"), 30):
        book["服务礼仪"].cell(3, column, title)
    book.save(path)
    said = "Not read: sheet “修改记录”; columns “服务礼仪：去年分值”、“服务礼仪：起草人”."
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    assert heard.told[-1][0].endswith(f"Nothing was changed. {said}")
    book["服务礼仪"]["B4"] = "着装统一"
    book.save(path)
    choose_file(path)
    press(Qt.Key.Key_O, CTRL)
    summary = find(packs_page, TextBox, "packDifferenceSummary").text
    assert f"{SHIPPED} → {NEXT}, 1 change\n" in summary
    assert summary.endswith(f"\n{said}")


@pytest.mark.ci
@pytest.mark.parametrize("name", ["", "pack.toml"])
def test_a_folder_or_its_file_can_be_taken_in(packs_page: DataPage, newer: Path, name: str) -> None:
    packs_page.propose(newer / name)  # as one that was dropped
    wait_until_read()
    assert len(changes(packs_page)) == 5
    assert focus_name() == "confirmPack"


@pytest.mark.ci
def test_a_units_own_score_sheet_is_taken_in_by_mouse_and_what_it_leaves_open_is_asked(
    packs_page: DataPage,
    workspace: Workspace,
    heard: Heard,
    tmp_path: Path,
    choose_file: ChooseFile,
) -> None:
    rows = [row.replace("四、工作规范", "四、日常表现") for row in rows_of(HOSPITAL)]
    choose_file(write_paper(tmp_path, HOSPITAL, rows))
    click(packs_page, "importPack")
    (refused,) = heard.refused
    assert isinstance(refused, FaultyFileError)
    assert [(each.place, each.found) for each in refused.problems] == [("Sheet1!B14", "日常表现")]
    choose_file(write_paper(tmp_path, HOSPITAL))
    click(packs_page, "importPack")
    said = find(packs_page, TextBox, "packDifferenceSummary").text
    assert "A score sheet of 100 points." in said
    assert "工作规范: Operating norms" in said
    assert any("5 off each time (起), off the total" in row[3] for row in changes(packs_page))
    click(packs_page, "confirmPack")
    pack = workspace.packs.get("城东医院窗口服务考核评分表")
    assert len(list(pack.items())) == 15
    assert find(packs_page, TableView, "packs").currentIndex().data() == pack.title
