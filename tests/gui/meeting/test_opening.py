"""晨会 before it begins, past meetings, and what is said when there is nothing."""

from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QSpinBox

from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.meeting.meeting import Part
from inspector.domain.meeting.topic import TopicKind
from inspector.gui.meeting.choosing.topic_model import BOX, FINDING
from inspector.gui.theme import GRID
from inspector.workspace.preferences import HOST, MEETING_MINUTES
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.in_front import END, RIGHT, SPACE, meeting_page, place
from tests.gui.visits.visit import DOWN, ENTER, ESC, TAB, Person, at_the_window


def go(person: Person) -> None:
    person.turn_to("meeting")


def tab_to(person: Person, name: str) -> None:
    for _ in range(12):
        if person.focus == name:
            return
        person.press(TAB)
    raise AssertionError(f"{name} is not reached")


@at_the_window
def test_it_opens_on_the_site_visited_last_with_everything_filled_in(person: Person) -> None:
    go(person)
    page = meeting_page(person).opening
    assert person.find(QComboBox, "meetingSite").currentText() == "城东营业厅"
    assert page.agenda.figures.counts == [2, 13, 14, 1, 1]
    kinds = [topic.kind for topic in page.agenda.model.topics]
    assert kinds[:2] == [TopicKind.OVERDUE, TopicKind.NEW]
    assert kinds[15:] == [TopicKind.PRAISE, TopicKind.PRAISE, TopicKind.DRILL]
    assert person.find(QLineEdit, "meetingHost").text() == "刘班长"
    assert person.find(QSpinBox, "meetingBudget").value() == 15
    assert page.attendance.present == ("1001", "1002", "1003", "1004")
    assert person.text("meetingDrill").startswith("Drill: ")
    assert person.focus == "agenda"


@pytest.mark.ci
@at_the_window
def test_what_is_changed_before_it_begins_is_in_the_meeting(person: Person) -> None:
    go(person)
    tab_to(person, "meetingHost")
    person.find(QLineEdit, "meetingHost").clear()
    person.press("Li", TAB)
    assert person.focus == "meetingBudget"
    person.press(Qt.Key.Key_Up, TAB)
    assert person.focus == "meetingAttendance"
    person.press(SPACE, DOWN, DOWN, SPACE)
    person.press(ENTER, ctrl=True)
    assert place(person) == "opening"
    with closing(Workspace(person.folder)) as workspace:
        (meeting,) = workspace.meetings.open_ones()
        assert (meeting.host, meeting.budget) == ("Li", 16)
        assert (meeting.present, meeting.absent) == (("1002", "1004"), ("1001", "1003"))
        assert workspace.preferences.get(HOST) == "Li"
        assert workspace.preferences.get(MEETING_MINUTES) == "15"  # of this meeting only


@pytest.mark.ci
@at_the_window
def test_a_site_without_anything_says_why_and_a_meeting_can_be_held(person: Person) -> None:
    go(person)
    tab_to(person, "meetingSite")
    person.press(DOWN)
    page = meeting_page(person).opening
    assert page.agenda.figures.counts == [0, 0, 0, 0, 0]
    assert person.text("agendaReason").startswith("Nothing was inspected since then")
    assert not page.agenda.table.isVisible()
    person.press(ENTER, ctrl=True)
    assert place(person) == "opening"
    person.press(END)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.focus == "minutesText"


@pytest.mark.ci
@at_the_window
def test_past_meetings_lead_to_their_minutes_and_back(person: Person) -> None:
    go(person)
    person.press("h", ctrl=True)
    page = meeting_page(person)
    assert page.past.isVisible()
    person.press(ESC)
    assert person.focus == "agenda"
    person.press(ENTER, END)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.focus == "minutesText"
    person.press(ESC)
    person.press("h", ctrl=True)
    assert person.focus == "pastMeetings"
    assert page.past.model.rowCount() == 1
    person.press(ENTER)
    assert person.focus == "minutesText"
    person.press(ESC)
    assert person.focus == "pastMeetings"


@pytest.mark.ci
@at_the_window
def test_the_next_meeting_begins_with_what_was_carried_over(person: Person) -> None:
    go(person)
    person.press(ENTER, *[RIGHT] * 20)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    person.press(ESC)
    agenda = meeting_page(person).opening.agenda
    _, new, due, overdue, repeats = agenda.figures.counts
    assert (new, repeats) == (0, 1)  # found again is what its row says is
    assert due + overdue == 15  # of yesterday, with one workday


@pytest.mark.ci
def test_without_a_roster_the_first_step_is_one_key_away(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    def drive(window: object) -> None:
        person = Person(window, keyboard, tmp_path)  # type: ignore[arg-type]
        go(person)
        assert person.focus == "meetingRoster"
        assert person.find(QPushButton, "meetingRoster").isVisible()
        buttons = person.window.page.findChildren(QPushButton)
        assert [each.objectName() for each in buttons if each.isVisible()] == ["meetingRoster"]
        person.press(ENTER)
        assert person.window.page.objectName() == "dataPage"

    assert run_main(drive, "--data", str(tmp_path / "new"), "--lang", "en") == 0


@pytest.mark.ci
@at_the_window
def test_what_is_new_and_due_today_is_said_over_the_list(person: Person) -> None:
    go(person)
    page = meeting_page(person).opening
    rows = page.agenda.model
    texts = [str(rows.index(row, 5).data()) for row in range(rows.rowCount())]
    today = sum(text.endswith(", today") for text in texts)
    assert page.agenda.figures.counts[2] == today
    parts = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
    also = today - parts.count("Due today")
    assert also > 0
    assert person.text("agendaAlsoDue") == (
        f"Of those due today {also - 1} among “New finding”, 1 among “To look at again”"
    )
    assert page.agenda.also_due.isVisible()


@pytest.mark.ci
@at_the_window
def test_figures_and_boxes_differ_by_what_the_line_says(person: Person) -> None:
    workspace = person.page._session.workspace
    (site, *_) = workspace.meetings.sites()
    new = workspace.meetings.next_for(site).of(Part.NEW)
    yesterday = workspace.now().date() - timedelta(days=1)
    with workspace.database.transaction():
        workspace.database.write(
            "UPDATE finding SET deadline = ? WHERE id = ?", (yesterday.isoformat(), new[0].id)
        )
    go(person)
    agenda = meeting_page(person).opening.agenda
    boxes = Counter(topic.kind for topic in agenda.model.topics)
    said = person.text("agendaAlsoDue")
    assert "Of the new findings 1 among “Overdue”" in said
    elsewhere = said.partition("Of the new findings ")[2].partition("; ")[0]
    moved = sum(int(part.split()[0]) for part in elsewhere.split(", "))
    assert agenda.figures.counts[1] == boxes[TopicKind.NEW] + moved
    every = len(agenda.model.topics)
    assert f"ticked: {every}, findings among them: {every - 3}," in person.text("agendaLength")


@pytest.mark.ci
@at_the_window
def test_the_tile_counts_as_overdue_what_the_rows_say_is(person: Person) -> None:
    """What was found yesterday and had to be put right at once is new, and overdue as well."""
    workspace = person.page._session.workspace
    (site, *_) = workspace.meetings.sites()
    new = workspace.meetings.next_for(site).of(Part.NEW)
    yesterday = workspace.now().date() - timedelta(days=1)
    with workspace.database.transaction():
        workspace.database.write(
            "UPDATE finding SET deadline = ? WHERE id = ?", (yesterday.isoformat(), new[0].id)
        )
    go(person)
    agenda = meeting_page(person).opening.agenda
    model = agenda.model
    rows = [[str(model.index(n, at).data()) for at in (0, 5)] for n in range(model.rowCount())]
    late = [part for part, deadline in rows if "overdue by" in deadline]
    assert late == ["Overdue", "Overdue"]
    assert agenda.figures.counts[3] == len(late)
    assert "overdue" not in person.text("agendaAlsoDue")


@pytest.mark.ci
@at_the_window
def test_what_an_appeal_left_fits_into_its_column(person: Person) -> None:
    workspace = person.page._session.workspace
    (site, *_) = workspace.meetings.sites()
    found = next(each for each in workspace.meetings.next_for(site).of(Part.NEW) if each.deduction)
    workspace.findings.appeal([found.id], "照片不是本窗口", by="王")
    workspace.findings.decide_appeal(
        [found.id], AppealOutcome.DOWNGRADED, "属实", deduction=found.deduction // 2, approver="李"
    )
    go(person)
    agenda = meeting_page(person).opening.agenda
    texts = [str(agenda.model.index(row, 3).data()) for row in range(agenda.model.rowCount())]
    (text,) = [text for text in texts if "→" in text]
    room = agenda.table.columnWidth(3)
    assert agenda.table.fontMetrics().horizontalAdvance(text) < room - 2 * GRID


@pytest.mark.ci
@at_the_window
def test_on_a_narrow_window_the_boxes_and_kinds_stay(person: Person) -> None:
    go(person)
    table = meeting_page(person).opening.agenda.table
    for width in (1366, 911, 800, 683, 800):
        person.window.resize(QSize(width, 600))
        QApplication.processEvents()
        assert not table.isColumnHidden(BOX)
        kinds = {str(table.model().index(row, BOX).data()) for row in range(5)}
        words = max(map(table.fontMetrics().horizontalAdvance, kinds))
        assert table.columnWidth(BOX) > words
        assert table.columnWidth(1) >= 72
        assert table.columnWidth(FINDING) >= 96


@pytest.mark.ci
@at_the_window
def test_windows_and_findings_can_be_read_where_there_is_little_room(person: Person) -> None:
    go(person)
    table = meeting_page(person).opening.agenda.table
    for size in (QSize(1366, 768), QSize(911, 440)):
        person.window.resize(size)
        QApplication.processEvents()
        place = table.model().index(0, 1).data()
        assert table.columnWidth(1) > table.fontMetrics().horizontalAdvance(place) + 32
        assert table.columnWidth(2) >= 112
