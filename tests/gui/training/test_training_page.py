"""培训建议 by keys: from the figures, a training entered, taken back, put among a day's work."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox

from inspector.domain.days.span import SpanKind
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.training.training_page import TrainingPage
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.commands.views import figure_board
from tests.gui.visits.visit import DELETE, ENTER, ESC, Person
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 12, 1, date.today())


@pytest.fixture
def at_window(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> Callable[[Callable[[Person], None]], None]:
    """Return a function that lets a person work at the window."""

    def at_window(work: Callable[[Person], None]) -> None:
        def drive(window: MainWindow) -> None:
            work(Person(window, keyboard, folder))

        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

    return at_window


def training(person: Person) -> TrainingPage:
    """The suggestions of this year, from the figures."""
    board = figure_board(person.window)
    board.turn(SpanKind.YEAR)
    board.show_now()
    person.press("m", ctrl=True)
    page = person.window.page
    assert isinstance(page, TrainingPage)
    wait_for(lambda: page.table.model().rowCount() > 0)
    assert person.focus == "trainingSuggestions"
    return page


@pytest.mark.ci
def test_its_key_leads_there_while_the_figures_are_still_read(
    at_window: Callable[[Callable[[Person], None]], None],
) -> None:
    def work(person: Person) -> None:
        board = figure_board(person.window)
        board.turn(SpanKind.YEAR)
        board.figures = None  # as it is while they are read for the first time
        person.press("m", ctrl=True)
        assert isinstance(person.window.page, TrainingPage)

    at_window(work)


@pytest.mark.ci
def test_while_another_period_is_read_nothing_of_the_one_before_can_be_worked_on(
    at_window: Callable[[Callable[[Person], None]], None],
) -> None:
    def work(person: Person) -> None:
        page = training(person)
        number = page.table.model().rowCount()
        person.press(ESC)
        person.press("m", ctrl=True)
        assert person.window.page is page
        for key in "321":
            person.press(key)
            assert not page.table.model().rowCount()
            assert not page.held.model().rowCount()
            assert "Reading" in page.head.findChildren(ElidedLabel)[-1].text()
            assert not any(each.isVisible() for each in page.findChildren(EmptyNote))
        person.press(ENTER)
        assert page.form.isHidden()
        assert "still being read" in page.commands["print"].why_not
        assert "still being read" in page.commands["enter"].why_not
        wait_for(lambda: page.table.model().rowCount() == number)
        assert not page.commands["print"].why_not
        person.press(ENTER)
        assert not page.form.isHidden()

    at_window(work)


@pytest.mark.ci
def test_a_training_is_entered_by_keys_and_taken_back(
    at_window: Callable[[Callable[[Person], None]], None],
    choose_file: ChooseFile,
    tmp_path: Path,
) -> None:
    path = tmp_path / "培训.xlsx"

    def work(person: Person) -> None:
        page = training(person)
        assert page.items.model().rowCount() > 0
        first = page.suggestion
        assert first is not None
        person.press(ENTER)
        assert person.focus == "trainingHeldOn"
        assert person.find(QLineEdit, "trainingLedBy").text()
        person.find(QSpinBox, "trainingTookPart").setValue(6)
        person.press(ENTER)
        wait_for(lambda: page.report.held != ())
        assert person.disk.rows("SELECT took_part, topic FROM training") == [(6, first.key.topic)]
        assert page.report.held_for(first) is not None
        choose_file(path)
        person.press("s", ctrl=True)
        wait_for(lambda: person.banner.startswith(f"Written: {path}"))
        person.press("3")
        assert person.focus == "trainingsHeld"
        person.press(DELETE, DELETE)  # the same key again confirms
        wait_for(lambda: page.report.held == ())
        assert person.disk.rows("SELECT count(*) FROM training_taken_back") == [(1,)]
        assert person.disk.rows("SELECT count(*) FROM training") == [(1,)]
        person.press(ESC)
        assert person.window.page.objectName() == "summaryPage"

    at_window(work)
    assert "培训成效" in openpyxl.load_workbook(path).sheetnames


@pytest.mark.ci
def test_a_meeting_takes_a_suggestion_into_its_work_and_out_again(
    at_window: Callable[[Callable[[Person], None]], None],
) -> None:
    def work(person: Person) -> None:
        page = person.window.show_page("meeting")
        assert isinstance(page, MeetingPage)
        workspace = person.window.session.workspace
        sites = workspace.rosters.sites()
        lines = {site.id: workspace.training.for_meeting(site) for site in sites}
        chosen = next(site for site in sites if lines[site.id])
        page.opening.site.setCurrentText(chosen.name)
        page.opening.site.activated.emit(page.opening.site.currentIndex())
        page.opening.start()
        presenter = page.presenter
        presenter.setFocus()
        person.press(Qt.Key.Key_End, "t")
        assert person.focus == "tasksWords"
        words = person.find(QPlainTextEdit, "tasksWords")
        box = person.find(QCheckBox, "tasksSuggestion1")
        words.setPlainText("九点迎检")
        person.press_with(Qt.KeyboardModifier.AltModifier, "1")
        assert words.toPlainText().splitlines() == ["九点迎检", lines[chosen.id][0]]
        assert box.isChecked()
        box.click()
        assert words.toPlainText() == "九点迎检"
        box.click()
        person.press(ENTER, ctrl=True)
        assert person.disk.rows("SELECT tasks FROM meeting WHERE ended_at IS NULL") == [
            (f"九点迎检\n{lines[chosen.id][0]}",)
        ]

    at_window(work)


@pytest.mark.ci
def test_one_that_goes_in_again_while_it_is_read_sees_what_was_asked_for_last(
    at_window: Callable[[Callable[[Person], None]], None],
) -> None:
    def work(person: Person) -> None:
        page = training(person)
        extent = page.report.span
        for _ in range(2):
            person.press(ESC)
            person.press("m", ctrl=True)
        page.show_now()
        assert page.report.span == extent
        assert page.table.model().rowCount() > 0
        assert person.banner == ""
        assert person.focus == "trainingSuggestions"

    at_window(work)
