"""Several sites of all are looked at together: chosen by keys, remembered, exported."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from inspector.domain.days.span import SpanKind
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger_page import RectifyPage
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.summary.reader import Reader, in_chinese
from tests.gui.visits.visit import DOWN, ENTER, ESC, SHIFT, Person
from tests.gui.waiting import wait_for

SPACE = " "
BACKSPACE = Qt.Key.Key_Backspace


def ticked(reader: Reader) -> tuple[str, ...]:
    return reader.board.picker.ticked


def pick(reader: Reader) -> None:
    """Tick 02厅, 04厅 and 05厅."""
    reader.person.press_with(SHIFT, "S")
    reader.press(DOWN, SPACE, DOWN, DOWN, SPACE, DOWN, SPACE)
    assert reader.board.picker.ticked == ("hall-02", "hall-04", "hall-05")


@pytest.mark.ci
@in_chinese
def test_figures_are_of_those_ticked(person: Person) -> None:
    reader = Reader(person)
    whole = reader.board.figures
    assert whole is not None
    pick(reader)
    reader.press(ENTER)
    assert reader.column("单位") == ["02厅", "04厅", "05厅"]
    assert reader.column("名次") == ["1/3", "2/3", "3/3"]
    assert reader.card("figureWindows") == "6/6"
    assert person.focus == "ranking"
    assert reader.board.bar.site.currentText() == "3 个单位"
    figures = reader.board.figures
    assert figures is not None
    own = [line for line in whole.lines if line.site_name in ("02厅", "04厅", "05厅")]
    assert figures.key.findings.raised == sum(line.findings.raised for line in own)
    assert [line.total for line in figures.lines] == [line.total for line in own]
    reader.press("8")
    assert reader.column("单位") == ["全部", "02厅", "04厅", "05厅"]


@pytest.mark.ci
@in_chinese
def test_a_figure_of_several_sites_opens_its_rows(person: Person) -> None:
    reader = Reader(person)
    pick(reader)
    reader.press(ENTER, "8")
    counted = int(reader.column("问题")[0])
    person.press(ENTER)
    page = person.window.page
    assert isinstance(page, RectifyPage)
    page.show_now()
    rows = page._session.workspace.findings.lines_of(page.model.ids)
    assert len(rows) == counted > 0
    assert {row.site_name for row in rows} == {"02厅", "04厅", "05厅"}


@pytest.mark.ci
@in_chinese
def test_the_list_is_searched_and_left(person: Person) -> None:
    reader = Reader(person)
    before = reader.rows
    pick(reader)
    reader.press(ESC)
    assert (reader.rows, person.focus) == (before, "ranking")
    person.press_with(SHIFT, "S")
    reader.press("1", "1")
    assert person.focus == "pickerSearch"
    reader.press(DOWN, SPACE, ENTER)
    assert reader.column("单位") == ["11厅"]  # one alone is that site
    assert reader.board.bar.site.currentText() == "11厅"
    person.press_with(SHIFT, "S")
    reader.press("a", ctrl=True)
    reader.press(ENTER)
    assert reader.board.scope.site_ids == ()
    assert reader.board.bar.site.currentText() == "全部单位"


@pytest.mark.ci
def test_it_is_remembered_with_the_period(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def choose(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        pick(reader)
        reader.press(ENTER, "y")

    def come_back(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        assert reader.board.choice.kind is SpanKind.YEAR
        assert reader.board.scope.site_ids == ("hall-02", "hall-04", "hall-05")
        assert len(reader.board.bar.site_names) == 3

    for drive in (choose, come_back):
        assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


@pytest.mark.ci
def test_the_workbook_is_of_those_ticked(
    run_main: RunMain,
    keyboard: Keyboard,
    folder: Path,
    tmp_path: Path,
    choose_file: ChooseFile,
) -> None:
    target = tmp_path / "out.xlsx"

    def drive(window: MainWindow) -> None:
        reader = Reader(Person(window, keyboard, folder))
        pick(reader)
        reader.press(ENTER)
        choose_file(target)
        reader.press("s", ctrl=True)
        wait_for(target.exists)

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    sheet = openpyxl.load_workbook(target).worksheets[0]
    texts = [str(cell.value) for row in sheet for cell in row if cell.value]
    assert [text for text in texts if text.endswith("厅")] == ["02厅", "04厅", "05厅"]
    assert any("本表只统计所选的3个单位（02厅、04厅、05厅）" in text for text in texts)


@pytest.mark.ci
@in_chinese
def test_a_site_that_is_searched_for_is_ticked_with_space(person: Person) -> None:
    reader = Reader(person)
    person.press_with(SHIFT, "S")
    person.press("0", "4", "t", SPACE)
    assert person.focus == "pickerSearch"
    assert ticked(reader) == ("hall-04",)
    person.press("0", "5", SPACE)
    assert ticked(reader) == ("hall-04", "hall-05")
    reader.press(ENTER)
    assert reader.column("单位") == ["04厅", "05厅"]


@pytest.mark.ci
@in_chinese
def test_enter_on_a_search_takes_what_it_found(person: Person) -> None:
    reader = Reader(person)
    person.press_with(SHIFT, "S")
    person.press("0", "4", "t", "x", ENTER)  # finds nothing: nothing happens
    assert person.focus == "pickerSearch"
    person.press(BACKSPACE)
    reader.press(ENTER)
    assert reader.column("单位") == ["04厅"]
    assert person.focus == "ranking"
