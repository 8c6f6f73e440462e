"""晨会: a meeting that was begun and not held, on its day and on a later one."""

from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.hall import MorningClock
from tests.gui.meeting.in_front import RIGHT, meeting_page, place
from tests.gui.visits.visit import DELETE, ENTER, ESC, Person, at_the_window

YESTERDAY = date.today() - timedelta(days=1)


def begin_yesterday(folder: Path) -> str:
    """A meeting of 城东营业厅 that was begun yesterday and not ended."""
    clock = MorningClock(datetime.combine(YESTERDAY, time(23, 0)).astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        return workspace.meetings.start(workspace.rosters.site_named("城东营业厅"))[0]


@pytest.mark.ci
@at_the_window
def test_a_meeting_begun_by_accident_is_discarded_with_two_keys(person: Person) -> None:
    person.turn_to("meeting")
    person.press(DELETE)  # nothing was begun
    page = meeting_page(person).opening
    assert not page.line.isVisible()
    person.press(ENTER, RIGHT, RIGHT, RIGHT, ESC)
    assert page.start_button.text().startswith("Go on")
    person.press(DELETE)
    assert page.line.text.startswith("Discard the meeting begun ")
    person.press(ESC)
    assert page.start_button.text().startswith("Go on")
    person.press(DELETE, DELETE)
    assert page.start_button.text().startswith("Start")
    assert page.line.text == "The meeting was discarded."
    assert page.agenda.figures.counts == [2, 13, 14, 1, 1]
    assert person.focus == "agenda"
    with closing(Workspace(person.folder)) as workspace:
        assert workspace.meetings.open_ones() == []


@pytest.mark.ci
@at_the_window
def test_a_meeting_that_decided_something_is_not_discarded(person: Person) -> None:
    person.turn_to("meeting")
    person.press(ENTER, "1", ENTER, "c", ENTER, ESC, DELETE)
    assert person.banner.startswith("Something was decided at this meeting")
    assert not meeting_page(person).opening.line.isVisible()


@pytest.mark.ci
def test_a_meeting_of_yesterday_is_ended_and_a_new_one_may_begin(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    meeting = begin_yesterday(folder)
    with closing(Workspace(folder)) as workspace:
        item = workspace.meetings.agenda(meeting).items[0]
        workspace.findings.correct([item.finding.id], "已改")
        source = source_of(meeting)

    def drive(window: object) -> None:
        person = Person(window, keyboard, folder)  # type: ignore[arg-type]
        person.turn_to("meeting")
        page = meeting_page(person)
        day = f"{YESTERDAY.month}月{YESTERDAY.day}日"
        end = person.find(QPushButton, "meetingEndEarlier")
        assert end.isVisible()
        assert end.text() == f"结束{day}的晨会  Ctrl+E"
        assert page.opening.start_button.text().startswith("开始晨会")
        person.press("e", ctrl=True)
        assert page.opening.line.text.startswith(f"结束{day}的晨会？")
        person.press("e", ctrl=True)
        assert person.focus == "minutesText"
        shown = page.minutes.text.toPlainText()
        assert "会外已了结" in shown
        assert "下次晨会" not in shown
        still_open = shown.partition("尚未销号：")[2].splitlines()[0]
        assert item.finding.number not in still_open
        assert "到期" in still_open
        person.press(ESC)
        assert not end.isVisible()
        person.press(ENTER)
        assert place(person)
        with closing(Workspace(folder)) as workspace:
            (going_on,) = workspace.meetings.open_ones()
            assert source_of(going_on.id) != source

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


@pytest.mark.ci
@at_the_window
def test_a_shorter_meeting_after_a_longer_one_begins_with_its_first_screen(person: Person) -> None:
    person.turn_to("meeting")
    person.press(ENTER)
    course = meeting_page(person).presenter.course
    longer = len(course.slides)
    person.press(*[RIGHT] * longer)  # all of it is said
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    person.press(ESC)
    person.press(ENTER)
    assert len(course.slides) < longer
    assert course.at == 0
