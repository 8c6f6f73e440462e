"""More time that was asked for: list, screen and console tell it; it is granted as it was asked."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerFilter
from inspector.gui.meeting.choosing.topic_model import FINDING
from inspector.gui.meeting.console.console_notes import notes_of
from tests.gui.meeting.in_front import RIGHT, meeting_page, words_of
from tests.gui.visits.visit import ENTER, Person, at_the_window


@pytest.mark.ci
@at_the_window
def test_it_is_granted_as_it_was_asked(person: Person) -> None:
    person.window.show_page("meeting")
    page = meeting_page(person)
    session = person.window._session
    findings = session.workspace.findings
    (row,) = findings.ledger(LedgerFilter(states=frozenset({FindingState.RECTIFYING})))
    day = row.deadline + timedelta(days=30)
    session.attempt(lambda: findings.ask_extension([row.id], day, "等配件"))
    person.turn_to("meeting")
    agenda = page.opening.agenda
    (at,) = (n for n, topic in enumerate(agenda.model.topics)
             if row.id in [each.id for each in topic.findings])  # fmt: skip
    found = agenda.model.index(at, FINDING)
    assert str(found.data()).startswith("Extension asked for · ")
    assert "(等配件) · " in str(found.data(Qt.ItemDataRole.ToolTipRole))
    person.press(ENTER, RIGHT, RIGHT, RIGHT)
    presenter = page.presenter
    assert [each.id for each in presenter.deciding.findings] == [row.id]
    assert any(words.startswith("extension asked until") and words.endswith("(等配件)")
               for words in words_of(presenter))  # fmt: skip
    minutes = session.workspace.minutes.of(presenter.meeting.id)
    notes = notes_of(session, presenter.slide, minutes)
    assert any("(等配件)" in note for note in notes)
    person.press("e")
    assert presenter.trays.extend.accept.text().startswith("Grant extension")
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
    assert not any(words.startswith("extension asked") for words in words_of(presenter))
