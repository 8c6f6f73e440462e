"""晨会 after a restart, and after a clock that was wrong once: by keys, on a hall with findings."""

from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextBrowser

from inspector.domain.finding.finding import FindingState
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.meeting.slides import FindingSlide
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.hall import MorningClock, _visit
from tests.gui.meeting.in_front import meeting_page, place
from tests.gui.visits.visit import DELETE, ENTER, ESC, Person
from tests.gui.waiting import wait_for

NEXT_YEAR = date.today() + timedelta(days=400)


def hold_next_year(folder: Path, ended: bool = True) -> str:
    """A meeting of 城东营业厅 under a clock that is a year ahead."""
    clock = MorningClock(datetime.combine(NEXT_YEAR, time(8, 0)).astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        site = workspace.rosters.site_named("城东营业厅")
        meeting, _ = workspace.meetings.start(site, host="刘班长")
        if ended:
            for item in workspace.meetings.agenda(meeting).items:
                workspace.meetings.discuss(meeting, item.finding.id)
            clock.moment += timedelta(minutes=15)
            workspace.meetings.end(meeting)
    return meeting


def look_at_clock(window: MainWindow) -> None:
    """What follows a meeting that ended, or an hour."""
    assert window._attendant is not None
    window._attendant._look_at_clock()


@pytest.mark.ci
def test_a_meeting_goes_on_at_the_finding_in_front(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    seen: list[str] = []

    def begin(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        person.press(ENTER, "7", ENTER)
        seen.append(place(person))
        window.close()

    def go_on(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        person.press(ENTER)
        seen.append(place(person))

    assert run_main(begin, "--data", str(folder), "--lang", "en") == 0
    assert run_main(go_on, "--data", str(folder), "--lang", "en") == 0
    assert seen == ["7 / 15", "7 / 15"]


@pytest.mark.ci
def test_a_meeting_of_next_year_hides_nothing_and_is_declared_wrong(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    hold_next_year(folder)
    with closing(Workspace(folder)) as workspace:
        _visit(workspace, {2: ("desk", "notice")}, photos=False)  # the clock is right again

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        wait_for(lambda: person.banner != "")
        moment = f"{NEXT_YEAR:%Y-%m-%d} 08:15"
        assert person.banner.startswith(
            f"The meeting of 城东营业厅 bears the time {moment}, which has not come"
        )
        person.turn_to("data")
        assert person.banner == ""
        person.press(Qt.Key.Key_F7)  # from anywhere, also after the sentence is gone
        reason = person.find(QLineEdit, "clockReason", window)
        assert reason.hasFocus()
        keyboard.compose("电池没电")
        person.press(ESC)
        assert not reason.isVisible()
        look_at_clock(window)
        person.find(QPushButton, "bannerAction", window).click()
        assert reason.text() == "电池没电"
        person.press(ENTER)
        assert not reason.isVisible()
        assert person.banner == "The meeting of 城东营业厅: its time is marked as wrong."
        look_at_clock(window)
        assert "has not come" not in person.banner
        person.press(Qt.Key.Key_F7)
        assert not reason.isVisible()
        person.turn_to("meeting")
        page = meeting_page(person)
        assert page.opening.agenda.figures.counts[1] == 2  # with what was found again
        person.press("h", ctrl=True)
        person.press(ENTER)
        text = person.find(QTextBrowser, "minutesText", page.minutes).toPlainText()
        assert "The time is wrong: 电池没电" in text

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_an_open_meeting_of_next_year_is_discarded_once_all_was_taken_back(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    hold_next_year(folder, ended=False)

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        page = meeting_page(person).opening
        person.press(ENTER, "1", ENTER, "c", ENTER, ESC, DELETE)
        assert person.banner.startswith("Something was decided at this meeting")
        person.press(ENTER)
        assert place(person) == "1 / 15"
        person.press("z", ctrl=True)
        person.press(ESC, DELETE, DELETE)
        assert page.line.text == "The meeting was discarded."

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
    with closing(Workspace(folder)) as workspace:
        assert workspace.meetings.open_ones() == []


@pytest.mark.ci
def test_what_changed_while_another_page_was_in_front_is_there_when_one_comes_back(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.turn_to("meeting")
        person.press(ENTER, "7", ENTER)
        page = meeting_page(person)
        presenter = page.presenter
        before = presenter._minutes
        person.turn_to("inspect")
        slide = presenter.slide
        assert isinstance(slide, FindingSlide)
        workspace = window.session.workspace
        state = workspace.findings.get(slide.finding_id).state
        assert state is not FindingState.REPORTED
        window.session.changed.emit(
            workspace.findings.report_done(slide.finding_id, "已整理", date.today())
        )
        assert presenter._minutes is before  # nobody looks at it
        person.turn_to("meeting")
        assert presenter.isVisible()
        assert presenter._minutes is not None
        lines = slide.lines(presenter._minutes)
        assert lines[0].finding.state is FindingState.REPORTED

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
