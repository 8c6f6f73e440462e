"""A superior's form without fields, from the window: its columns are shown, corrected and kept."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel

from inspector.gui.papers.printing.form_preview import FormPreview
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


def seen(person: Person) -> FormPreview:
    """Wait for the form as it would be filled."""
    wait_for(lambda: isinstance(person.window.page, FormPreview))
    page = person.window.page
    assert isinstance(page, FormPreview)
    wait_for(lambda: page.shown.has_image)
    return page


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
    preview = seen(person)
    said = preview.told.text().splitlines()
    assert said[0].endswith(" cells are filled.")
    assert not any(line.startswith("Please check") for line in said)  # it was looked at
    assert not first.exists()
    before = preview._path
    assert person.banner == ""
    person.tap("previewKeep")
    begun(person, f"Written: {first}")
    assert person.page.start.isVisible()
    wait_for(lambda: not before.parent.exists())  # nothing of it stays
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
    form = real_forms.ledger(tmp_path)
    choose_file(form, form, out)
    choose(person, 3)
    for name in ("firstDay", "lastDay"):
        person.find(QDateEdit, name).setDate(QDate(2020, 1, 1))
    person.click("exportForm")
    wait_for(lambda: bool(person.page.findChildren(QComboBox, "columnC")))
    person.click("fillForm")
    assert "Left blank: " in seen(person).told.text()
    person.press(Qt.Key.Key_Escape)  # nobody wrote anything
    assert person.page.start.isVisible()
    assert not out.exists()
    person.press("b", ctrl=True)
    wait_for(lambda: person.page.form_columns.isVisible())
    person.press(Qt.Key.Key_Return, ctrl=True)
    assert "Nothing to report: the first row says" in seen(person).told.text()
    person.press(Qt.Key.Key_Return, ctrl=True)
    begun(person, f"Written: {out}")
    assert load_workbook(out).worksheets[0]["C5"].value == "本期未开展检查（零报告）"
