"""More time that was asked for: the console tells it, and it is granted where it is answered."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerFilter
from inspector.gui.meeting.console.console_notes import notes_of
from inspector.gui.meeting.meeting_page import MeetingPage
from tests.gui.visits.visit import ENTER, Person, at_the_window

RIGHT = Qt.Key.Key_Right


@pytest.mark.ci
@at_the_window
def test_it_is_granted_as_it_was_asked(person: Person) -> None:
    page = person.window.show_page("meeting")
    assert isinstance(page, MeetingPage)
    session = person.window._session
    findings = session.workspace.findings
    (row,) = findings.ledger(LedgerFilter(states=frozenset({FindingState.RECTIFYING})))
    day = row.deadline + timedelta(days=30)
    session.attempt(lambda: findings.ask_extension([row.id], day, "等配件"))
    person.turn_to("meeting")
    person.press(ENTER, RIGHT, RIGHT, RIGHT)
    presenter = page.presenter
    assert [each.id for each in presenter.deciding.findings] == [row.id]
    minutes = session.workspace.minutes.of(presenter.meeting.id)
    notes = notes_of(session, presenter.slide, minutes)
    assert any("(等配件)" in note for note in notes)
    person.press("e")
    edit, why = (
        presenter.findChild(QDateEdit, "extendDeadline"),
        presenter.findChild(QLineEdit, "extendReason"),
    )
    assert isinstance(edit, QDateEdit)
    assert isinstance(why, QLineEdit)
    assert edit.date().toString("yyyy-MM-dd") == day.isoformat()
    assert why.text() == "等配件"
    person.press(ENTER)
    now = findings.get(row.id)
    assert (now.deadline, now.asked_until) == (day, None)
