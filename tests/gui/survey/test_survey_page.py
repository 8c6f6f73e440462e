"""满意度测评 in the window: a sheet is one key or one tap, and nothing of it can be changed."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from inspector.gui.program.dropped import take_dropped
from inspector.gui.survey.survey_page import SurveyPage
from inspector.gui.theme import GRID
from tests.gui.visits.visit import ENTER, ESC, Person, at_the_window
from tests.gui.waiting import wait_for, wait_until_read

SHEETS = "SELECT site_name, grade, reason, slip, replaces <> '' FROM survey_sheet ORDER BY rowid"


def survey(person: Person) -> SurveyPage:
    """Go to the page."""
    person.window.session.survey_wanted.emit()
    page = person.window.page
    assert isinstance(page, SurveyPage)
    QApplication.processEvents()
    return page


def grades(person: Person) -> list[str]:
    """The grades on disk, in the order they were entered; '' takes one back."""
    return [str(row[1] or "") for row in person.disk.rows(SHEETS)]


def tap(page: SurveyPage, name: str) -> None:
    """Press a button as a finger does."""
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def question(page: SurveyPage) -> str:
    label = page.findChild(QLabel, "surveyQuestion")
    assert label is not None
    return label.text()


@pytest.mark.ci
@at_the_window
def test_thirty_sheets_by_keys_and_by_taps(person: Person) -> None:
    """27 good and 3 bad: a press for each, and one more for the reason of a bad one."""
    page = survey(person)
    keys = "121132112" + "41" + "1211321122" + "53" + "12113211" + "42"
    person.press(keys)
    assert (len(grades(person)), len(keys)) == (30, 33)
    taps = 0
    for key in keys:
        waits = person.find(QPushButton, "surveyReason1").isVisible()
        tap(page, f"surveyReason{key}" if waits else f"surveyGrade{key}")
        taps += 1
    assert (len(grades(person)), taps) == (60, 33)
    assert grades(person)[:30] == grades(person)[30:]
    said = [row[2] for row in person.disk.rows(SHEETS) if row[2]]
    assert len(said) == 6


@at_the_window
@pytest.mark.ci
def test_a_bad_grade_asks_why_and_nothing_is_entered_until_then(person: Person) -> None:
    page = survey(person)
    person.press("4")
    assert question(page) == "Dissatisfied: why?"
    assert grades(person) == []
    person.press(ESC)
    assert (question(page), grades(person)) == ("How satisfied is this person?", [])
    person.press("4", ENTER)
    person.press("5o")
    person.keyboard.compose("没有座位")
    person.press(ENTER)
    assert [row[1:3] for row in person.disk.rows(SHEETS)] == [
        ("dissatisfied", ""), ("very-dissatisfied", "没有座位"),
    ]  # fmt: skip
    person.press("4")
    assert page.reasons[0] == "没有座位"


@at_the_window
@pytest.mark.ci
def test_undo_and_correction_strike_out_and_keep(person: Person) -> None:
    page = survey(person)
    person.press("12")
    person.press("z", ctrl=True)
    assert grades(person) == ["very-satisfied", "satisfied", ""]
    standing = [page._model.index(row, 6).data() for row in range(page._model.rowCount())]
    assert standing == ["Does not count", ""], "a sheet is one row"
    page.table.selectRow(1)  # the oldest
    person.press("e")
    assert question(page) == "It said “Very satisfied”. What should it say?"
    person.press("3")
    assert grades(person)[-1] == "fairly-satisfied"
    rows = [page._model.row_at(row) for row in range(page._model.rowCount())]
    assert [row.replaced for row in rows] == [False, True, True]
    assert [row.counts for row in rows] == [True, False, False]
    page.table.selectRow(2)
    assert page.commands["correct"].why_not


@at_the_window
@pytest.mark.ci
def test_undo_goes_back_step_by_step_behind_a_correction(person: Person) -> None:
    page = survey(person)
    person.press("1")
    page.table.selectRow(0)
    person.press("e", "3")
    person.press("z", ctrl=True)
    assert grades(person)[-1] == "very-satisfied"
    person.press("z", ctrl=True)  # what was entered first
    assert grades(person)[-1] == ""
    assert not any(page._model.row_at(row).counts for row in range(page._model.rowCount()))
    assert page.commands["undo"].why_not


@at_the_window
def test_a_correction_that_is_taken_back_counts_as_it_was_and_says_so(person: Person) -> None:
    page = survey(person)
    told: list[str] = []
    person.window.session.told.connect(lambda said, _: told.append(said))
    person.press("1")
    page.table.selectRow(0)
    person.press("e")
    assert not person.find(QPushButton, "surveyStop").isVisible()
    assert person.find(QPushButton, "surveyStopCorrecting").isVisible()
    person.press("3")
    assert page._model.index(0, 6).data() == "As corrected"
    person.press("z", ctrl=True)
    assert told[-1] == "The correction is taken back: the sheet counts as it was before."
    assert (page._model.index(0, 6).data(), page._model.row_at(0).counts) == ("", True)


@at_the_window
@pytest.mark.ci
def test_a_written_reason_has_a_button_and_is_not_lost_by_a_ready_one(person: Person) -> None:
    page = survey(person)
    person.press("4")
    keep = person.find(QPushButton, "surveyKeepReason")
    page.panel.other.setText("没有座位")
    tap(page, "surveyReason1")
    assert (grades(person), page.panel.other.text()) == ([], "没有座位")
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert [row[2] for row in person.disk.rows(SHEETS)] == ["没有座位"]


@at_the_window
def test_any_sheet_is_struck_out_once_one_says_so_again(person: Person) -> None:
    page = survey(person)
    person.press("12")
    page.table.selectRow(1)  # the first that was entered
    person.press("x")
    assert len(grades(person)) == 2
    person.press(ENTER)
    assert grades(person) == ["very-satisfied", "satisfied", ""]
    rows = [page._model.row_at(row) for row in range(page._model.rowCount())]
    assert [row.counts for row in rows] == [True, False]
    person.press("z", ctrl=True)
    assert not any(page._model.row_at(row).counts for row in range(2))
    assert page.commands["undo"].why_not


@at_the_window
def test_a_day_stands_in_one_line(person: Person) -> None:
    page = survey(person)
    person.press("1")
    room = page.table.columnWidth(0) - 4 * GRID
    assert page.table.fontMetrics().horizontalAdvance("11月25日") <= room


@at_the_window
@pytest.mark.ci
def test_slips_run_on_by_their_numbers(person: Person) -> None:
    page = survey(person)
    person.press("s")
    assert question(page) == "Slip 1: which grade is ticked?"
    person.press("124", "1", "3")
    assert question(page) == "Slip 5: which grade is ticked?"
    person.press("z", ctrl=True)
    assert question(page) == "Slip 4: which grade is ticked?"
    person.press("2")
    slips = [row[3] for row in person.disk.rows(SHEETS)]
    assert slips == [1, 2, 3, 4, 4, 4]


@at_the_window
def test_a_site_is_found_by_its_initials(person: Person) -> None:
    page = survey(person)
    person.press("/", "cx")
    person.press(ENTER)
    person.press("1")
    assert person.disk.rows(SHEETS)[0][0] == "城西营业厅"
    search = page.findChild(QLineEdit, "surveySiteSearch")
    assert search is not None
    assert search.text() == "cx"


@at_the_window
def test_a_bad_sheet_goes_into_the_ledger_once(person: Person) -> None:
    page = survey(person)
    person.press("1")
    assert page.commands["raise"].why_not
    person.press("41", "f")
    (text,) = person.disk.rows("SELECT text FROM finding")
    assert text[0] == "群众测评不满意：等候时间长"
    assert page.commands["raise"].why_not.startswith("It is in the ledger already")


@at_the_window
@pytest.mark.ci
def test_results_are_taken_in_and_twice_is_once(person: Person, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["单位", "日期", "满意度"], ["城东营业厅", "2026-1-5", "满意"]):
        sheet.append(row)
    book.save(tmp_path / "结果.xlsx")
    page = survey(person)
    page.propose(tmp_path / "结果.xlsx")
    wait_until_read()
    assert page.line.waiting
    assert grades(person) == []
    person.press(ESC)
    assert (page.line.waiting, person.window.page) == (False, page)
    page.propose(tmp_path / "结果.xlsx")
    wait_until_read()
    person.press(ENTER)
    assert grades(person) == ["satisfied"]
    page.propose(tmp_path / "结果.xlsx")
    wait_until_read()
    assert not page.line.waiting


@at_the_window
def test_esc_leads_back(person: Person) -> None:
    survey(person)
    person.press(ESC)
    assert person.window.page is person.page


@at_the_window
def test_results_that_are_dropped_on_the_window_come_to_the_page(
    person: Person, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (["单位", "日期", "满意度"], ["城东营业厅", "2026-1-5", "满意"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "结果.xlsx")
    take_dropped(person.window, person.window.session, [tmp_path / "结果.xlsx"])
    wait_until_read()
    page = person.window.page
    assert isinstance(page, SurveyPage)
    wait_for(lambda: page.line.waiting)
