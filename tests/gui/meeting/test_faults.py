"""The machine is at fault during a meeting: refused with the way out, and what was typed stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.domain.finding.finding import FindingState
from inspector.gui import unsaved
from tests.faults import drive, full, locked
from tests.gui.meeting.hall import write_hall
from tests.gui.meeting.in_front import place
from tests.gui.meeting.test_presenter import begin, state_of
from tests.gui.visits.visit import ENTER, Person, at_the_window


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved, "PATIENCE", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The hall in the morning, on a drive of its own."""
    with drive(tmp_path / "drive"):
        write_hall(tmp_path / "drive" / "data")
        yield tmp_path / "drive" / "data"


def typed(person: Person) -> str:
    """What stands in the field that has the keyboard."""
    field = person.keyboard.focus
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.ci
@at_the_window
def test_a_decision_that_the_disk_refuses_stays_in_its_field(person: Person) -> None:
    begin(person, 3)
    person.press("c")
    person.press("shown at once")
    with full(person.folder.parent):
        person.press(ENTER)
        assert "the disk is full" in person.banner
        assert "Make room on that disk and try again" in person.banner
        assert typed(person) == "shown at once"
        assert place(person) == "3 / 15"
    assert state_of(person, 3) is FindingState.OPEN
    with locked(person.folder):
        person.press(ENTER)
        assert "Close the other program and try again" in person.banner
        assert typed(person) == "shown at once"
    person.press(ENTER)
    assert state_of(person, 3) is FindingState.CLOSED
