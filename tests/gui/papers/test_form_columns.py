"""A superior's form without fields, from the window: its columns are shown, corrected and kept."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel

from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile
from tests.excel.forms import real_forms
from tests.gui.papers.test_export import choose
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 12, 1, date.today())


def begun(person: Person, sentence: str) -> None:
    """Wait for the banner, which goes on with what stays blank."""
    wait_for(lambda: person.banner != "")
    assert person.banner.startswith(sentence)
    person.window.banner.hide()


@pytest.mark.ci
@at_the_window
def test_columns_are_shown_corrected_and_kept(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    form = real_forms.problem_list(tmp_path)
    first = tmp_path / "一.xlsx"
    choose_file(form, first, form)
    choose(person, 2)
    person.click("exportForm")
    wait_for(lambda: bool(person.page.findChildren(QComboBox, "columnD")))
    columns = person.page.form_columns
    assert person.focus == "columnD"  # 责任单位 was guessed
    assert {
        name: person.find(QComboBox, f"column{name}").currentText() for name in "ACDFGH"
    } == {"A": "序号", "C": "存在问题", "D": "单位", "F": "整改时限", "G": "是否销号",
          "H": "not filled in"}  # fmt: skip
    notes = [each.text() for each in columns.findChildren(QLabel)]
    assert notes.count("please check") == 1
    chosen = person.find(QComboBox, "columnH")
    chosen.setCurrentIndex(chosen.findText("责任人"))
    person.click("fillForm")
    begun(person, f"Written: {first}")
    sheet = load_workbook(first).worksheets[0]
    assert sheet["H4"].value
    assert sheet["C4"].value

    person.press("b", ctrl=True)
    wait_for(lambda: person.page.form_columns.isVisible())
    assert person.find(QComboBox, "columnH").currentText() == "责任人"
    assert "please check" not in [each.text() for each in columns.findChildren(QLabel)]
    person.click("back")
    assert person.page.start.isVisible()


@pytest.mark.ci
@at_the_window
def test_a_period_without_visits_is_a_form_that_says_so(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    out = tmp_path / "零.xlsx"
    choose_file(real_forms.ledger(tmp_path), out)
    choose(person, 3)
    for name in ("firstDay", "lastDay"):
        person.find(QDateEdit, name).setDate(QDate(2020, 1, 1))
    person.click("exportForm")
    wait_for(lambda: bool(person.page.findChildren(QComboBox, "columnC")))
    person.click("fillForm")
    begun(person, f"Written: {out}")
    assert load_workbook(out).worksheets[0]["C5"].value == "本期未开展检查（零报告）"
