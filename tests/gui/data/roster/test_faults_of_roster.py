"""The disk refuses a step of the roster: said with the way out, and what was typed stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.faults import drive, full, locked
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import Person, at_the_window


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder on a drive of its own."""
    with drive(tmp_path / "drive"):
        write_folder(tmp_path / "drive" / "data")
        yield tmp_path / "drive" / "data"


@pytest.mark.ci
@at_the_window
def test_a_site_that_cannot_be_kept_stays_in_the_form(person: Person) -> None:
    person.turn_to("data")
    person.click("addSite")
    person.press("A new hall")
    name = person.find(QLineEdit, "rosterName")
    before = rows(person)
    for fault, way_out in (
        (full(person.folder.parent), "Make room on that disk and try again"),
        (locked(person.folder), "Close the other program and try again"),
    ):
        with fault:
            person.click("saveRoster")
            assert way_out in person.banner
            assert name.isVisible()
            assert name.text() == "A new hall"
        assert rows(person) == before
    person.click("saveRoster")
    assert rows(person) == [*before, ("A new hall",)]


def rows(person: Person) -> list[tuple[object, ...]]:
    return person.disk.rows("SELECT name FROM site ORDER BY rowid")
