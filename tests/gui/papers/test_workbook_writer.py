"""Circulars and forms from the first page: written beside the window, stopped, refused by cell."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from inspector.gui.papers.printing.form_preview import FormPreview
from inspector.gui.widgets.lists.table import TableView
from inspector.storage.registers.ledger_export_store import LedgerExportStore
from inspector.workspace.papers.superior_forms import write_sample_forms
from tests.conftest import ChooseFile
from tests.gui.jobs.held_job import held_job
from tests.gui.papers.photographed import choose_lately, write_photographed
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import wait_for, wait_until_read
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_photographed)


def shows_progress(person: Person) -> bool:
    return person.find(QLabel, "writingProgress", person.window).isVisible()


@pytest.mark.ci
@at_the_window
def test_a_circular_is_written_while_one_works_on(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_lately(person)
    choose_file(tmp_path / "通报.xlsx")
    with held_job(person.window.session.runner):
        person.press("t", ctrl=True)
        wait_for(lambda: shows_progress(person))
        assert person.find(QLabel, "writingProgress", person.window).text() == "Writing 通报.xlsx"
        person.press("t", ctrl=True)  # one at a time; no dialog opens
        assert person.banner == "Something else is under way; Ctrl+. stops it."
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / '通报.xlsx'}"))
    assert not shows_progress(person)
    assert load_workbook(tmp_path / "通报.xlsx").sheetnames[-1] == "附件3 照片"


@pytest.mark.ci
@at_the_window
def test_it_is_stopped_by_a_key(person: Person, choose_file: ChooseFile, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "通报.xlsx").write_bytes(b"as it was")
    choose_lately(person)
    choose_file(folder / "通报.xlsx")
    with held_job(person.window.session.runner):
        person.press("t", ctrl=True)
        wait_for(lambda: shows_progress(person))
        person.press(".", ctrl=True)
    wait_for(lambda: person.banner != "")
    assert person.banner == "Stopped; no file was written."
    assert not shows_progress(person)
    assert [path.name for path in folder.iterdir()] == ["通报.xlsx"]
    assert (folder / "通报.xlsx").read_bytes() == b"as it was"


@pytest.mark.ci
@at_the_window
def test_a_window_that_closes_stops_it(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    choose_lately(person)
    choose_file(folder / "通报.xlsx")
    person.press("t", ctrl=True)
    person.window.close()
    assert list(folder.iterdir()) == []


@pytest.mark.ci
@at_the_window
def test_a_file_that_is_open_offers_another_name(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    (tmp_path / "汇总.xlsx").write_bytes(b"as it was")
    (tmp_path / "~$汇总.xlsx").write_bytes(b"")
    choose_lately(person)
    choose_file(tmp_path / "汇总.xlsx", tmp_path / "汇总 (2).xlsx")
    person.press("s", ctrl=True)
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / '汇总 (2).xlsx'}"))
    assert (tmp_path / "汇总.xlsx").read_bytes() == b"as it was"


@pytest.mark.ci
@at_the_window
def test_a_ledger_that_went_out_is_on_the_history(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_lately(person)
    choose_file(tmp_path / "台账.xlsx")
    person.press("e", ctrl=True)
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / '台账.xlsx'}"))
    workspace = person.window._session.workspace
    ids = [row["id"] for row in workspace.database.rows("SELECT id FROM finding")]
    sent = LedgerExportStore(workspace.database).of_all(ids)
    names = {finding: [each.file_name for each in found] for finding, found in sent.items()}
    assert names == {finding: ["台账.xlsx"] for finding in ids}


@pytest.mark.ci
@at_the_window
def test_a_form_is_filled(person: Person, choose_file: ChooseFile, tmp_path: Path) -> None:
    form, _ = write_sample_forms(tmp_path / "forms")
    choose_lately(person)
    choose_file(form, tmp_path / "填好.xlsx")
    person.press("b", ctrl=True)
    wait_for(lambda: isinstance(person.window.page, FormPreview))
    person.press(Qt.Key.Key_Return, ctrl=True)
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / '填好.xlsx'}"))
    assert ". Left blank: 报表!A1 单位、" in person.banner  # nobody said who reports
    assert load_workbook(tmp_path / "填好.xlsx").worksheets[0].max_row > 4


@pytest.mark.ci
@at_the_window
def test_a_month_without_findings_is_reported_as_such(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    form, _ = write_sample_forms(tmp_path / "forms")
    choose_file(form, tmp_path / "零报告.xlsx")
    person.find(QComboBox, "period").setCurrentIndex(3)
    for name, day in (("firstDay", 1), ("lastDay", 28)):
        person.find(QDateEdit, name).setDate(QDate(2019, 2, day))
    person.click("exportForm")  # nobody was out in that month
    wait_for(lambda: isinstance(person.window.page, FormPreview))
    person.tap("previewKeep")
    wait_for(lambda: person.banner != "")
    said = "本月未开展检查（零报告）"
    assert person.banner.startswith(
        f"Written: {tmp_path / '零报告.xlsx'}. Nothing to report: the first row says “{said}”."
    )
    sheet = load_workbook(tmp_path / "零报告.xlsx").worksheets[0]
    assert said in [cell.value for row in sheet for cell in row]


@at_the_window
def test_a_form_with_unknown_words_is_refused_before_a_name_is_asked(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["C3"] = "{{总得分}}"
    book.save(tmp_path / "表.xlsx")
    choose_lately(person)
    choose_file(tmp_path / "表.xlsx")
    person.press("b", ctrl=True)
    wait_until_read()
    assert person.banner == "表.xlsx: 1 problem, the form was not filled."
    assert person.find(QPlainTextEdit, "bannerProblems", person.window.banner).toPlainText() == (
        "sheet “Sheet”, cell C3  There is no field “总得分”. Did you mean “总分”?"
    )


@pytest.mark.ci
@at_the_window
def test_a_field_is_found_copied_and_left(person: Person) -> None:
    choose_lately(person)
    person.click("exportFormWords")
    table = person.find(TableView, "formWords")
    wait_for(lambda: table.model().rowCount() > 0)
    search = person.find(QLineEdit, "formWordSearch")
    search.setFocus()
    QTest.keyClicks(search, "zgl")
    assert [table.model().index(0, column).data() for column in range(2)] == [
        "{{整改率}}", "anywhere"
    ]  # fmt: skip
    assert str(table.model().index(0, 2).data()).endswith("%")
    QTest.keyClick(search, Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "{{整改率}}"
    search.setText("问题.存在")
    person.click("copyFormWord")
    assert QGuiApplication.clipboard().text() == "{{问题.存在问题}}"
    search.setText("没有这个")
    assert table.model().rowCount() == 0
    search.setText("")
    table.setFocus()
    person.press(Qt.Key.Key_Escape)
    assert person.find(QPushButton, "exportFormWords").isVisible()


@pytest.mark.ci
@at_the_window
def test_sample_forms_are_written(person: Person, choose_file: ChooseFile, tmp_path: Path) -> None:
    choose_file(tmp_path)
    person.click("exportSampleForms")
    wait_for(lambda: person.banner != "")
    assert person.banner == "Sample forms written: 表样_整改情况报告表.xlsx、表样_检查评分表.xlsx"
    assert (tmp_path / "表样_检查评分表.xlsx").exists()
