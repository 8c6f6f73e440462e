"""The disk refuses an edition of a checklist: said with the way out, and what was typed stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.domain.checklist.category import Category
from tests.faults import drive, full
from tests.gui.data.checklists.editing.test_editing import open_editor, packs_of, write
from tests.gui.visits.folder import PACK_ID, write_folder
from tests.gui.visits.visit import Person, at_the_window


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder on a drive of its own."""
    with drive(tmp_path / "drive"):
        write_folder(tmp_path / "drive" / "data")
        yield tmp_path / "drive" / "data"


@pytest.mark.ci
@at_the_window
def test_an_edition_that_cannot_be_kept_waits_in_front(person: Person) -> None:
    packs = packs_of(person).packs
    before, weights = packs.get(PACK_ID), packs.get(PACK_ID).weights
    open_editor(person)
    person.click("edit-head")
    write(person, "head-weights-etiquette", str(weights[Category.ETIQUETTE] - 1))
    write(person, "head-weights-cleanliness", str(weights[Category.CLEANLINESS] + 1))
    person.click("saveVersion")
    with full(person.folder.parent):
        person.click("confirmPack")
        assert "Make room on that disk and try again" in person.banner
        assert packs.versions(PACK_ID) == [before]  # nothing half
    person.click("confirmPack")
    assert packs.get(PACK_ID).weights[Category.CLEANLINESS] == weights[Category.CLEANLINESS] + 1
    assert packs.faulty == []
