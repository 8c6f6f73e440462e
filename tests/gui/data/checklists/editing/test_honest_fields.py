"""Gravity, methods, named and judged deductions are edited in place, by the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from inspector.domain.checklist.checklist import (
    Case,
    CasesRule,
    Item,
    RangeRule,
    Totalling,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.method import Method
from inspector.gui.data.checklists.editing.pack_editor import PackEditor
from tests.gui.data.checklists.editing.test_editing import (
    EACH,
    choose,
    open_editor,
    packs_of,
    write,
)
from tests.gui.visits.folder import PACK_ID
from tests.gui.visits.visit import Person, at_the_window


def pick(person: Person, name: str, words: str) -> None:
    """Choose from a field by the words that it offers."""
    field = person.find(QComboBox, name)
    field.setFocus()
    row = field.findText(words)
    assert row >= 0
    step = Qt.Key.Key_Down if row > field.currentIndex() else Qt.Key.Key_Up
    for _ in range(abs(row - field.currentIndex())):
        QTest.keyClick(field, step)
    assert field.currentText() == words


def tick(person: Person, name: str) -> None:
    person.click(name)
    assert person.find(QCheckBox, name).isChecked()


@pytest.mark.ci
@at_the_window
def test_what_an_item_weighs_and_how_it_is_found_out(person: Person) -> None:
    packs = packs_of(person).packs
    open_editor(person)
    person.click("edit-head")
    pick(person, "head-policy-total", "points are taken off directly")
    assert person.find(QLineEdit, "head-policy-points-major").text() == "3"
    assert not person.find(QLineEdit, "head-policy-drawn").isVisible()
    person.click("edit-etiquette")

    choose(person, 0)
    pick(person, "item-gravity", "severe")
    write(person, EACH, "1")
    person.press(Qt.Key.Key_Backspace)
    assert person.find(QLineEdit, EACH).placeholderText() == "by gravity"
    tick(person, "item-method-listen")
    tick(person, "item-method-look")
    tick(person, "item-must")
    assert not person.find(QLineEdit, "item-short").isVisible()
    person.click("itemForm-more")
    write(person, "item-short", "未迎送")

    choose(person, 1)
    pick(person, "item-rule-kind", "Named deductions")
    assert person.text("fault-rule-cases") == "Write one deduction at least."
    write(person, "item-rule-cases", "未戴工牌")
    said = "Each deduction is a name, “=”, its points, “/” and its unit."
    assert person.text("fault-rule-cases") == said
    write(person, "item-rule-cases", "未戴工牌=1/人次")

    person.click("edit-civil-language")
    choose(person, 0)
    pick(person, "item-rule-kind", "Judged deduction")
    write(person, "item-rule-least", "1")
    write(person, "item-rule-most", "3")
    assert person.find(QComboBox, "item-gravity").isVisible()

    greet, uniform = _read(person)[:2]
    assert (greet.gravity, greet.must, greet.short) == (Gravity.SEVERE, True, "未迎送")
    assert greet.method == (Method.LOOK, Method.LISTEN)
    assert uniform.rule == CasesRule((Case("未戴工牌", 100, "人次"),))
    assert RangeRule(100, 300, "次") in [item.rule for item in _read(person)]
    person.click("saveVersion")
    person.click("confirmPack")
    assert packs.get(PACK_ID).policy.total is Totalling.DEDUCT


def _read(person: Person) -> list[Item]:
    (editor,) = person.window.findChildren(PackEditor)
    edit = editor._typed.edit
    assert edit is not None
    pack, wrong = edit.read()
    assert pack is not None, wrong
    return list(pack.items())
