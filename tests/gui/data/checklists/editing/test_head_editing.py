"""The head of a checklist in place, a new one from nothing, undo and what differs, by the mouse."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.points import to_hundredths
from inspector.gui.data.checklists.editing.pack_editor import PackEditor
from inspector.gui.widgets.lists.table import TableView
from tests.gui.data.checklists.editing.test_editing import (
    FULL,
    TEXT,
    choose,
    edited,
    open_editor,
    packs_of,
    write,
)
from tests.gui.data.widgets import column, rows, type_text
from tests.gui.visits.folder import PACK_ID
from tests.gui.visits.visit import Person, at_the_window


def menu(person: Person, button: str, name: str) -> None:
    """Click a button that opens a menu, and what is in it."""
    person.click(button)
    (opened,) = [each for each in person.window.findChildren(QMenu) if each.isVisible()]
    act = next(each for each in opened.actions() if each.objectName() == name)
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=opened.actionGeometry(act).center())


@pytest.mark.ci
@at_the_window
def test_name_weights_grades_and_kinds_become_a_version(person: Person) -> None:
    packs = packs_of(person).packs
    before = packs.get(PACK_ID)
    open_editor(person)
    person.click("edit-head")
    write(person, "head-title", "城东练习厅")
    write(person, "head-weights-etiquette", "30")
    total = sum(before.weights.values()) - before.weights[Category.ETIQUETTE] + 30
    said = f"The weights add up to {total} instead of 100."
    assert person.text("fault-weights-etiquette") == said
    person.click("edit-cleanliness")
    person.click("saveVersion")  # leads to what is wrong
    assert person.focus == "head-weights-etiquette"
    least = before.weights[Category.CLEANLINESS] + 100 - total
    write(person, "head-weights-cleanliness", str(least))
    assert not person.find(QLabel, "fault-weights-etiquette").isVisible()

    lowest = len(before.grades)
    write(person, f"head-grade-from-{lowest}", "10")
    assert person.text("fault-grade") == (f"Row {lowest}: The last grade must begin at 0, not 10.")
    write(person, f"head-grade-from-{lowest}", "0")
    write(person, "head-grade-from-1", "96")
    kinds = [kind.id for kind in before.window_kinds]
    write(person, "head-window_kind-title-1", "收款")
    person.click("head-window_kind-add")
    type_text("志愿服务")
    labels = [each.text() for each in person.window.findChildren(QLabel)]
    assert {"Name · changed", "Grade · changed", "Window kind · changed"} <= {*labels}

    person.click("saveVersion")
    person.click("confirmPack")
    after = packs.get(PACK_ID)
    assert after.title == "城东练习厅"
    assert after.weights[Category.ETIQUETTE] == 30
    assert after.grades[0].lower == to_hundredths(Decimal(96))
    assert [kind.id for kind in after.window_kinds] == [*kinds, "志愿服务"]
    assert after.window_kinds[0].title == "收款"  # the same kind, with another name
    assert after.checklists == before.checklists
    assert {pack.version for pack in packs.versions(PACK_ID)} == {before.version, after.version}


@pytest.mark.ci
@at_the_window
def test_a_checklist_begins_from_nothing(person: Person) -> None:
    packs = packs_of(person).packs
    known = {pack.id for pack in packs.all()}
    person.click("rail-data", person.window)
    person.click("tab-packs")
    menu(person, "newPack", "new-pack")
    assert person.focus == "head-title"
    type_text("通用窗口")
    assert person.text("fault-title") == "“通用窗口” is the name of another one already."
    write(person, "head-title", "社区服务站")
    person.click("edit-etiquette")
    person.click("newItem")
    type_text("起身迎接")
    write(person, FULL, "5")
    write(person, "item-rule-each", "1")
    person.window._session.closing.emit()  # as before a crash
    again = PackEditor(person.window._session)
    again.open_for(packs.blank())
    assert again.tabs.current == 0
    assert again._typed.edit is not None
    assert again._typed.edit.head.typed["title",] == "社区服务站"
    again.deleteLater()
    person.click("saveVersion")
    assert rows(person.find(TableView, "packDifferences"))[0][0] == "起身迎接"
    person.click("confirmPack")
    (made,) = [pack for pack in packs.all() if pack.id not in known]
    assert (made.title, made.version) == ("社区服务站", "1")
    assert [item.text for item in made.items()] == ["起身迎接"]


@pytest.mark.ci
@at_the_window
def test_what_differs_is_marked_and_taken_back(person: Person) -> None:
    packs = packs_of(person).packs
    before = packs.get(PACK_ID)
    open_editor(person)
    third = before.checklists[0].items[2].id
    choose(person, 2)
    write(person, TEXT, "着装统一，工牌端正")
    person.click("moveUp")
    person.click("moveUp")
    assert [row[0] for row in rows(edited(person))][:3] == ["Edited, moved", "", ""]
    first = column(edited(person), 1)
    menu(person, "moveTo", f"to-{Category.CLEANLINESS.value}")
    (editor,) = person.window.findChildren(PackEditor)
    assert editor.tabs.current == 1 + list(Category).index(Category.CLEANLINESS)
    assert rows(edited(person))[-1][:2] == ["Edited, moved", "着装统一，工牌端正"]
    person.click("undoEdit")
    person.click("edit-etiquette")
    assert column(edited(person), 1) == first
    person.click("undoEdit")
    person.click("undoEdit")
    assert [row[0] for row in rows(edited(person))][:3] == ["", "", "Edited"]
    person.click("undoEdit")  # a whole sentence is one step
    assert {row[0] for row in rows(edited(person))} == {""}
    for _ in range(4):
        person.click("redoEdit")
    person.click("saveVersion")
    person.click("confirmPack")
    after = packs.get(PACK_ID)
    moved = after.item_by_id[third]
    assert (moved.category, moved.text) == (Category.CLEANLINESS, "着装统一，工牌端正")
    assert before.item_by_id[third].category is Category.ETIQUETTE
