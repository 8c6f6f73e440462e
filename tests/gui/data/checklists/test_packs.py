"""The checklists: reading one, and what is wrong with another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.text_box import TextBox
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders
from inspector.workspace.workspace import Workspace
from tests.gui.data.packs import VERSION, copy_pack
from tests.gui.data.widgets import click, column, find, focus_name, press, rows, type_text
from tests.gui.waiting import wait_for


def tab(page: DataPage, name: str) -> QPushButton:
    return find(page, QPushButton, f"category-{name}")


def test_the_packs_that_ship_are_listed(packs_page: DataPage, workspace: Workspace) -> None:
    expected = [
        [pack.title, pack.version, str(len(list(pack.items())))] for pack in workspace.packs.all()
    ]
    assert rows(find(packs_page, TableView, "packs")) == expected
    assert focus_name() == "packs"


def test_a_pack_says_how_it_scores(packs_page: DataPage, workspace: Workspace) -> None:
    measures = find(packs_page, QLabel, "packMeasures").text()
    assert measures.startswith("Weights: Service etiquette 25 · Civil language 20")
    pack = workspace.packs.all()[0]
    *from_best, worst = pack.grades
    grades = [f"{grade.title} ≥{grade.lower // 100}" for grade in from_best]
    grades.append(f"{worst.title} <{from_best[-1].lower // 100}")
    assert f"Grades: {' · '.join(grades)}" in measures
    assert find(packs_page, QLabel, "packRules").text() == (
        "Rules: points are taken off directly; each time minor 1 · major 3 · severe 6 points; no"
        " item falls below 0; of several measured values the worst counts; ★ leads to “不合格”,"
        " score kept; bonus up to 5; in the score of a site, the public area counts 20%; ranked"
        " from 80% of the items observed"
    )


def test_the_next_pack_is_one_key_away(packs_page: DataPage, workspace: Workspace) -> None:
    second = workspace.packs.all()[1]
    press(Qt.Key.Key_Down)
    items = find(packs_page, TableView, "packItems")
    assert [text.removeprefix("★ ") for text in column(items, 0)] == [
        item.text for item in second.items()
    ]
    press(Qt.Key.Key_Return)
    assert focus_name() == "packItems"


def test_tabs_count_and_narrow_to_a_category(packs_page: DataPage, workspace: Workspace) -> None:
    pack = workspace.packs.all()[0]
    items = find(packs_page, TableView, "packItems")
    assert items.model().rowCount() == len(list(pack.items()))
    assert tab(packs_page, "all").text() == f"All {len(list(pack.items()))}"
    assert tab(packs_page, "all").accessibleName() == tab(packs_page, "all").text()
    for checklist in pack.checklists:
        assert tab(packs_page, checklist.category).text().endswith(f" {len(checklist.items)}")
    tab(packs_page, "all").setFocus()
    press(Qt.Key.Key_Right)
    assert tab(packs_page, "etiquette").isChecked()
    assert focus_name() == "category-etiquette"
    assert [text.removeprefix("★ ") for text in column(items, 0)] == [
        item.text for item in pack.checklists[0].items
    ]
    click(packs_page, "category-cleanliness")
    assert [text.removeprefix("★ ") for text in column(items, 0)] == [
        item.text for item in pack.checklists[3].items
    ]


@pytest.mark.ci
def test_the_search_looks_at_text_requirement_and_phrases(
    packs_page: DataPage, workspace: Workspace
) -> None:
    sitting = workspace.packs.all()[0].item_by_id["sitting"]
    items = find(packs_page, TableView, "packItems")
    press(Qt.Key.Key_Slash)
    type_text("跷二郎腿")
    assert "跷二郎腿" in sitting.phrases
    assert [text.removeprefix("★ ") for text in column(items, 0)] == [sitting.text]
    assert tab(packs_page, "etiquette").text() == "Service etiquette 1"
    assert tab(packs_page, "cleanliness").text() == "Cleanliness 0"
    press(Qt.Key.Key_Return)
    assert focus_name() == "packItems"
    press(Qt.Key.Key_Slash)
    type_text("zztop")
    assert not items.isVisible()
    texts = [label.text() for label in packs_page.findChildren(QLabel) if label.isVisible()]
    assert "No item matches “zztop”" in texts
    press(Qt.Key.Key_Escape)
    assert items.isVisible()


def test_the_details_are_those_of_the_chosen_item(
    packs_page: DataPage, workspace: Workspace
) -> None:
    badge = list(workspace.packs.all()[0].items())[1]
    find(packs_page, TableView, "packItems").setFocus()
    press(Qt.Key.Key_Down)
    assert find(packs_page, QLabel, "itemText").text() == badge.text
    facts = find(packs_page, QLabel, "itemFacts").text()
    assert facts.startswith("Service etiquette · ")
    assert facts.endswith(
        " · 3 points · 1 off each time (人次) · Always asked · look · Person on duty · At once"
    )
    assert find(packs_page, QLabel, "itemRequirement").text() == badge.requirement
    assert find(packs_page, QLabel, "itemPhrases").text().startswith("、".join(badge.phrases))
    assert find(packs_page, QLabel, "itemBasis").text() == badge.basis


def test_a_small_window_leaves_out_what_the_details_say(packs_page: DataPage) -> None:
    items = find(packs_page, TableView, "packItems")
    assert not items.isColumnHidden(6)
    packs_page.resize(838, 440)
    wait_for(lambda: items.isColumnHidden(6))
    assert packs_page.width() == 838
    assert not find(packs_page, QLabel, "packRules").isVisible()


# Packs that cannot be used


def test_no_fault_is_no_line(packs_page: DataPage) -> None:
    assert not find(packs_page, TextBox, "packFaults").isVisible()


class TestWithAFaultyPack:
    @pytest.fixture
    def workspace(self, workspace: Workspace) -> Workspace:
        copy_pack(
            workspace.folder / "packs" / "broken-1",
            ("etiquette = 25", "etiquette = 26"),
            (VERSION, "version = 2026"),
        )
        return workspace

    @pytest.mark.ci
    def test_every_problem_is_listed(self, packs_page: DataPage) -> None:
        faults = find(packs_page, TextBox, "packFaults")
        assert faults.isVisible()
        heading, *problems = faults.text.splitlines()
        assert heading == "“broken-1” cannot be used: 2 problems"
        assert len(problems) == 2
        assert any("The weights add up to 101 instead of 100." in line for line in problems)

    @pytest.mark.ci
    def test_the_others_can_be_used(self, packs_page: DataPage, workspace: Workspace) -> None:
        assert "general" in {pack.id for pack in workspace.packs.all()}
        shipped = pack_folders(checklists_folder())
        assert len(rows(find(packs_page, TableView, "packs"))) == len(shipped)
