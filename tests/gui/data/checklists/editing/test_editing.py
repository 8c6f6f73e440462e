"""A checklist edited in place, with the mouse: text, points, a new item, the order, a version."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from inspector.domain.checklist.head_fields import head_fields
from inspector.domain.checklist.item_fields import every_field
from inspector.gui.data.checklists.editing.head_form import HeadForm
from inspector.gui.data.checklists.editing.item_field import ItemField
from inspector.gui.data.checklists.editing.item_form import ItemForm
from inspector.gui.data.checklists.editing.pack_editor import PackEditor
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.workspace import Workspace
from tests.gui.data.widgets import column, rows, type_text
from tests.gui.visits.folder import PACK_ID
from tests.gui.visits.visit import CTRL, ENTER, ESC, Person, at_the_window, click
from tests.gui.waiting import wait_for

EACH, FULL, TEXT = "item-rule-each", "item-full", "item-text"


def open_editor(person: Person) -> None:
    """Go to the editor of the practice pack, by the mouse."""
    person.click("rail-data", person.window)
    person.click("tab-packs")
    packs = person.find(TableView, "packs")
    ids = [pack.id for pack in packs_of(person).packs.all()]
    click(packs, packs.model().index(ids.index(PACK_ID), 0))
    person.click("editPack")


def packs_of(person: Person) -> Workspace:
    return person.window._session.workspace


def write(person: Person, name: str, text: str) -> None:
    """Click a field and write over what stands in it."""
    person.click(name)
    QTest.keyClick(person.keyboard.focus, Qt.Key.Key_A, CTRL)
    type_text(text)


def choose(person: Person, row: int) -> None:
    items = person.find(TableView, "editedItems")
    click(items, items.model().index(row, 1))


def edited(person: Person) -> TableView:
    return person.find(TableView, "editedItems")


@at_the_window
def test_the_arrows_go_from_item_to_item_as_soon_as_it_is_open(person: Person) -> None:
    open_editor(person)
    assert edited(person).currentIndex().row() == 1
    person.press(Qt.Key.Key_Up)
    assert edited(person).currentIndex().row() == 0


@pytest.mark.ci
@at_the_window
def test_text_points_a_new_item_and_the_order_become_a_version(person: Person) -> None:
    packs = packs_of(person).packs
    before = packs.get(PACK_ID)
    open_editor(person)
    assert column(edited(person), 1)[:2] == ["顾客走近时起身、微笑、主动问候", "着装统一整洁"]

    choose(person, 1)
    write(person, TEXT, "着装统一整洁，工牌端正")
    write(person, EACH, "7")
    assert person.text("fault-rule-each") == "One deduction takes 7 points, more than the item's 3."
    assert rows(edited(person))[1][0] == "! Check"
    person.click("saveVersion")  # leads to what is wrong, and keeps nothing
    assert person.find(QLabel, "fault-rule-each").isVisible()
    assert person.focus == EACH
    write(person, EACH, "1")
    assert not person.find(QLabel, "fault-rule-each").isVisible()
    write(person, FULL, "2.5")

    person.click("newItem")
    type_text("站姿端正")
    assert person.text("itemNumber") == "Number 服务礼仪-1 · New"
    write(person, FULL, "2")
    write(person, EACH, "0.5")
    person.click("moveUp")
    person.click("moveUp")
    assert column(edited(person), 1)[:3] == [
        "站姿端正", "顾客走近时起身、微笑、主动问候", "着装统一整洁，工牌端正",
    ]  # fmt: skip
    choose(person, 3)
    person.click("itemOff")
    assert rows(edited(person))[3][0] == "Off"

    person.click("saveVersion")
    shown = rows(person.find(TableView, "packDifferences"))
    assert shown[0][:2] == ["站姿端正", "New item"]
    assert ("着装统一整洁", "着装统一整洁，工牌端正") in [(row[2], row[3]) for row in shown]
    assert packs.get(PACK_ID) == before  # nothing is kept before it is seen
    person.click("confirmPack")
    after = packs.get(PACK_ID)
    assert [item.id for item in after.checklists[0].items][:3] == ["服务礼仪-1", "greet", "uniform"]
    assert "praise" not in after.item_by_id
    assert after.item_by_id["uniform"].full == 250
    assert person.banner.startswith(f"“{after.title}” {after.version} is kept")
    assert {pack.version for pack in packs.versions(PACK_ID)} == {before.version, after.version}

    person.click("rail-inspect", person.window)
    assert_the_old_visit_keeps_its_items(person)
    assert_a_new_visit_asks_the_new_ones(person)


def items_asked(person: Person) -> list[str]:
    sheet = person.scoring.scoring.sheet
    return [item.text for item in sheet.items(person.scoring.card)]


def assert_the_old_visit_keeps_its_items(person: Person) -> None:
    person.press(ENTER)
    assert "着装统一整洁" in items_asked(person)
    assert "站姿端正" not in items_asked(person)
    person.press(ESC)


def assert_a_new_visit_asks_the_new_ones(person: Person) -> None:
    person.click("newInspection")
    person.click("start")
    assert items_asked(person)[:3] == [
        "站姿端正", "顾客走近时起身、微笑、主动问候", "着装统一整洁，工牌端正",
    ]  # fmt: skip


@pytest.mark.ci
@at_the_window
def test_the_editor_is_made_while_one_reads_the_checklists(person: Person) -> None:
    person.click("rail-data", person.window)
    person.click("tab-packs")
    assert not person.window.findChildren(PackEditor)
    wait_for(lambda: _made(person) == [len(head_fields()), len(every_field()) - 1])  # no number
    fields = {*person.window.findChildren(ItemField)}
    open_editor(person)
    assert {*person.window.findChildren(ItemField)} == fields


def _made(person: Person) -> list[int]:
    """How many fields the two forms have by now."""
    forms = [*person.window.findChildren(HeadForm), *person.window.findChildren(ItemForm)]
    return [len(form.fields) for form in forms]


@pytest.mark.ci
@at_the_window
def test_what_was_changed_is_discarded_only_when_that_is_answered(person: Person) -> None:
    packs = packs_of(person).packs
    before = packs.get(PACK_ID)
    open_editor(person)
    person.press(ESC)  # nothing was changed
    assert person.focus == "packs"
    open_editor(person)
    choose(person, 0)
    write(person, TEXT, "起身问候")
    person.click("leaveEditor")
    assert person.text("bannerText") == f"Discard what was changed of “{before.title}”?"
    person.press(ESC)
    assert column(edited(person), 1)[0] == "起身问候"
    person.click("saveVersion")
    person.press(ESC)  # of the difference: goes on
    assert column(edited(person), 1)[0] == "起身问候"
    person.click("leaveEditor")
    person.press(ENTER)
    assert person.focus == "packs"
    open_editor(person)
    assert column(edited(person), 1)[0] == "顾客走近时起身、微笑、主动问候"
    assert packs.get(PACK_ID) == before


@pytest.mark.ci
@at_the_window
def test_by_keys_and_what_is_written_waits_for_another_start(person: Person) -> None:
    person.turn_to("data")
    person.press_with(Qt.KeyboardModifier.AltModifier, "2")
    packs = column(person.find(TableView, "packs"), 0)
    person.press(*[Qt.Key.Key_Down] * packs.index("练习营业厅"))
    person.press(Qt.Key.Key_F2)
    person.press_with(CTRL, Qt.Key.Key_Home)
    person.press(Qt.Key.Key_Down, ENTER)
    assert person.focus == TEXT
    person.press(Qt.Key.Key_PageUp)
    assert person.find(QPlainTextEdit, TEXT).toPlainText() == "顾客走近时起身、微笑、主动问候"
    person.press_with(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)
    assert column(edited(person), 1)[1] == "顾客走近时起身、微笑、主动问候"
    person.press_with(CTRL, "n")
    person.keyboard.compose("站姿端正")
    person.window._session.closing.emit()  # as before a crash: what is typed is on the disk
    again = PackEditor(person.window._session)  # as after it
    again.open_for(packs_of(person).packs.get(PACK_ID))
    assert column(again.items, 1)[:3] == [
        "着装统一整洁", "顾客走近时起身、微笑、主动问候", "站姿端正",
    ]  # fmt: skip
    assert again.line.text == "What was written before is here again."
    again.deleteLater()
