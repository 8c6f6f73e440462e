"""The machine is at fault on a patrol or a recheck: what was seen stays, and is written later."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.gui import unsaved
from inspector.gui.visits.parts.walk_rows import WalkModel
from tests.faults import drive, full, pull_out
from tests.gui.visits.photos import copy_image
from tests.gui.visits.visit import ALT, BACKSPACE, ENTER, ESC, Person, at_the_window
from tests.gui.visits.walks_hall import write_due
from tests.gui.waiting import wait_for
from tests.written_once import Written


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is tried again before the test says so."""
    monkeypatch.setattr(unsaved, "TRY_AGAIN_AFTER", 3_600_000)


@pytest.fixture
def folder(written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A hall with three findings that are long due, on a drive of its own."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with drive(tmp_path / "drive"):
        yield Path(shutil.copytree(written(write_due), tmp_path / "drive" / "data"))


def begin(person: Person, kind: str) -> None:
    """Start a visit of a kind from the form."""
    person.press("n", ctrl=True)
    person.press_with(ALT, kind)
    person.press(ENTER, ctrl=True)


def rows(model: WalkModel) -> list[str]:
    """What the list says."""
    return [row.standing for row in model.rows]


def status(person: Person) -> str:
    """What the line at the bottom says of the disk."""
    label = person.window.key_line.findChild(QLabel, "unsavedCount")
    assert label is not None
    return label.text() if label.isVisible() else ""


def seen(person: Person) -> list[tuple[str, str]]:
    """What is on the disk of a patrol: text and handling of each entry in its order."""
    return person.disk.rows(
        "SELECT text, coalesce(handled, '') FROM patrol_entry ORDER BY position"
    )


@at_the_window
def test_a_patrol(person: Person) -> None:
    begin(person, "3")
    page = person.page.patrol
    person.press("1")
    with full(person.folder.parent):
        person.press("1", "2", "wpdgp", ENTER, "c", "1", ENTER)
        assert rows(page.model)[:4] == [
            "Nothing wrong", "Unsaved · Nothing wrong", "Unsaved · 1 finding", "Not seen",
        ]  # fmt: skip
        assert status(person) == "! 2 unsaved"
        assert "the disk is full" in person.banner
        assert seen(person) == [("", "")]
        person.press("z", ctrl=True)  # how it was handled
        person.press("y", ctrl=True)
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert "that comes first" in person.banner
        assert person.disk.states() == ["completed", "open"]
        person.press(ESC, ESC)
        person.press(ENTER)
        assert rows(page.model)[1:3] == ["Unsaved · Nothing wrong", "Unsaved · 1 finding"]
    person.press(Qt.Key.Key_F5)
    assert [bool(handled) for _, handled in seen(person)] == [False, False, True]
    assert "Unsaved" not in "".join(rows(page.model))
    assert status(person) == ""
    person.press("z", ctrl=True)
    person.press("a", "a")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed", "completed"]


@pytest.mark.ci
@at_the_window
def test_a_recheck(person: Person) -> None:
    begin(person, "4")
    page = person.page.recheck
    with full(person.folder.parent):
        person.press("1", "2")
        person.press(*"still dirty", ENTER)
        assert rows(page.model) == [
            "Unsaved · Passed, closed", "Unsaved · Failed", "Not looked at",
        ]  # fmt: skip
        assert status(person) == "! 2 unsaved"
        person.press("1", BACKSPACE)
        person.press("z", ctrl=True)
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert "that comes first" in person.banner
        assert person.disk.rows("SELECT count(outcome) FROM recheck_entry") == [(0,)]
    person.press(Qt.Key.Key_F5)
    outcomes = person.disk.rows("SELECT outcome, note FROM recheck_entry ORDER BY position")
    assert outcomes == [("passed", ""), ("failed", "still dirty"), ("passed", "")]
    assert "Unsaved" not in "".join(rows(page.model))
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed", "completed"]


@pytest.fixture(params=["3", "4"], ids=["patrol", "recheck"])
def kind(request: pytest.FixtureRequest) -> str:
    """The key of a kind of walk."""
    return str(request.param)


@pytest.mark.ci
@at_the_window
def test_a_drive_that_is_pulled_out(person: Person, kind: str) -> None:
    begin(person, kind)
    model = (person.page.patrol if kind == "3" else person.page.recheck).model
    pull_out(person.folder)
    person.press("1", "1")
    assert "the disk reports an error" in person.banner
    assert [row.startswith("Unsaved") for row in rows(model)[:3]] == [True, True, False]
    assert status(person) == "! 2 unsaved"


@pytest.mark.ci
@at_the_window
def test_photos_of_a_patrol(person: Person) -> None:
    begin(person, "3")
    page = person.page.patrol
    person.press("1")
    with full(person.folder.parent):
        person.press("2", "wpdgp", ENTER)
        copy_image()
        person.press("v", ctrl=True)
        entry = page.entry
        assert entry is not None
        wait_for(lambda: len(page.walk.evidence_of(entry.id)) == 1)
        assert status(person) == "! 2 unsaved"
        assert "Unsaved · As found" in page.panel.photos.accessibleDescription()
        assert rows(page.model)[1].startswith("Unsaved")
        person.press("z", ctrl=True)
        assert page.walk.evidence_of(entry.id) == ()
        person.press("y", ctrl=True)
        person.press(ESC, ESC)
        person.press(ENTER)
        assert len(page.walk.evidence_of(entry.id)) == 1
    person.press(Qt.Key.Key_F5)
    wait_for(lambda: status(person) == "")
    ((text, digest, suffix),) = person.disk.rows(
        "SELECT text, digest, suffix FROM evidence"
        " JOIN patrol_entry AS entry ON entry.id = evidence.item_id"
        " WHERE removed_at IS NULL"
    )
    assert text
    assert person.window._session.workspace.evidence.files.verify(digest, suffix)
    assert "Unsaved" not in page.panel.photos.accessibleDescription()


@pytest.mark.ci
@at_the_window
def test_photos_of_a_recheck(person: Person) -> None:
    begin(person, "4")
    page = person.page.recheck
    finding = page.finding.id
    pane = page.panel.now
    with full(person.folder.parent):
        copy_image()
        person.press("v", ctrl=True)
        wait_for(lambda: len(page.walk.now(finding)) == 1)
        assert status(person) == "! 1 unsaved"
        assert pane._title.text().endswith("! Unsaved")
        person.press("1")
        assert rows(page.model)[0] == "Unsaved · Passed, closed"
    person.press(Qt.Key.Key_F5)
    wait_for(lambda: status(person) == "")
    roles = person.disk.rows("SELECT role FROM evidence WHERE finding_id = ? AND"
                             " role = 'rechecked'", finding)  # fmt: skip
    assert roles == [("rechecked",)]
    page.stops.go_to(0)
    assert not pane._title.text().endswith("! Unsaved")
