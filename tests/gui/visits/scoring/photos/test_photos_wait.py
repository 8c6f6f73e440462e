"""Photos that the disk refuses wait as answers do: seen, marked, written later, each once."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from inspector.domain.visit.evidence import EvidenceRole
from inspector.gui import unsaved
from inspector.gui.frame.main_window import MainWindow
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.faults import drive, full, plug_in_again, pull_out, small_disk
from tests.gui.visits.folder import write_folder
from tests.gui.visits.photos import (
    copy_files,
    copy_image,
    drop,
    files,
    here,
    kept,
    now,
    photo_file,
)
from tests.gui.visits.scoring.photos.test_photo_inbox import look, watch
from tests.gui.visits.scoring.test_faults import (
    FAULTS,
    Fault,
    answer,
    copies,
    marked,
    shown,
    status,
    try_again,
)
from tests.gui.visits.visit import CTRL, DELETE, ENTER, ESC, Person, in_a_visit
from tests.gui.waiting import wait_for


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved, "PATIENCE", 1)
    monkeypatch.setattr(unsaved, "TRY_AGAIN_AFTER", 3_600_000)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder on a small drive of its own."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home" / ".local" / "state"))
    disk = tmp_path / "drive"
    with drive(disk):
        write_folder(disk / "data")
        yield disk / "data"


@pytest.fixture(params=FAULTS)
def fault(request: pytest.FixtureRequest) -> tuple[Fault, str, str]:
    return FAULTS[request.param]


def at_fault(person: Person, begin: Fault) -> AbstractContextManager[None]:
    return begin(person.folder.parent if begin is full else person.folder)


def paste_one(person: Person, wanted: int, width: int = 320) -> None:
    """Paste a picture and wait until the item has `wanted` photos."""
    copy_image(width, 240)
    person.press("v", ctrl=True)
    wait_for(lambda: len(here(person)) == wanted)


def strip_says(person: Person) -> str:
    return person.find(QWidget, "photos").accessibleDescription()


def held(person: Person) -> list[Path]:
    """The files of photos that are held outside of the data folder."""
    return [each for each in Path.home().rglob("*") if each.is_file() and "evidence" in each.parts]


def evidence_is_sound(person: Person) -> None:
    """Every row has its bytes, each under its digest."""
    book = person.window._session.workspace.evidence
    for digest, suffix in person.disk.rows("SELECT digest, suffix FROM evidence"):
        assert book.files.verify(digest, suffix)


@pytest.mark.ci
@in_a_visit
def test_a_pasted_photo_waits_and_is_written_once(
    person: Person, fault: tuple[Fault, str, str]
) -> None:
    begin, cause, way_out = fault
    with at_fault(person, begin):
        paste_one(person, 1)
        paste_one(person, 2, 328)
        assert person.scoring.line.text.endswith("; not saved yet.")
        person.press("1")
        assert cause in person.banner
        assert way_out in person.banner
        assert "3 entries are not saved yet" in person.banner
        assert status(person) == "! 3 unsaved"
        assert marked(person) == ["greet"]
        person.go("greet")
        assert strip_says(person).count("Unsaved · As found") == 2
        person.press("v")
        viewer = person.scoring.photos.viewer
        assert "! Unsaved" in viewer.facts.text()
        wait_for(lambda: viewer.canvas.has_image)
        person.press(ESC)
        try_again(person)  # in vain
        assert status(person) == "! 3 unsaved"
    try_again(person)
    wait_for(lambda: len(kept(person)) == 2)
    wait_for(lambda: status(person).startswith("Saved "))
    assert [each[:3] for each in kept(person)] == [("1号窗口", "greet", "found")] * 2
    assert person.banner == "Everything is saved now."
    assert marked(person) == []
    assert "Unsaved" not in strip_says(person)
    assert held(person) == copies(person) == []
    evidence_is_sound(person)
    ((events,),) = person.disk.rows("SELECT count(*) FROM evidence_event")
    assert events == 2


@pytest.mark.ci
@in_a_visit
def test_dropped_chosen_and_watched_photos_wait_each_at_its_item(
    person: Person, tmp_path: Path, choose_file: ChooseFile
) -> None:
    away = tmp_path / "phone"
    watch(person, away)
    photo_file(away, "IMG_9.jpg", now())
    look(person)
    with full(person.folder.parent):
        drop(person, files(photo_file(tmp_path, "a.jpg"), photo_file(tmp_path, "b.png")))
        wait_for(lambda: len(here(person)) == 2)
        assert "the disk is full" in person.banner
        assert "Make room on the disk" in person.banner
        person.go("uniform")
        choose_file(photo_file(tmp_path, "c.heic"))
        person.press("p")
        wait_for(lambda: len(here(person)) == 1)
        person.go("quarrel")
        person.press("i")
        wait_for(lambda: len(here(person)) == 1)
        copy_files(photo_file(tmp_path, "d.jpg"))
        person.press("v", ctrl=True)
        wait_for(lambda: len(here(person)) == 2)
        assert kept(person) == []
        assert status(person) == "! 5 unsaved"
    try_again(person)
    wait_for(lambda: status(person).startswith("Saved "))
    assert [(item, name) for _, item, _, name in kept(person)] == [
        ("greet", "a.jpg"), ("greet", "b.png"), ("uniform", "c.heic"),
        ("quarrel", "IMG_9.jpg"), ("quarrel", "d.jpg"),
    ]  # fmt: skip
    evidence_is_sound(person)


@pytest.mark.ci
@in_a_visit
def test_what_is_done_to_photos_waits_behind_them(person: Person) -> None:
    paste_one(person, 1)
    (known,) = here(person)
    with full(person.folder.parent):
        paste_one(person, 2, 328)
        person.press("v", Qt.Key.Key_End)
        person.press("c")  # the role
        person.press(ESC)
        session = person.window._session
        scoring = person.scoring.scoring
        new = here(person)[-1]
        assert scoring.change_photo(known, None)  # removed
        person.press_with(CTRL, "z")
        assert [each.id for each in here(person)] == [known.id, new.id]
        assert scoring.annotate(known, b"\xff\xd8 a copy with marks \xff\xd9")
        moved = replace(here(person)[-1], item_id="uniform", role=EvidenceRole.CORRECTED)
        assert scoring.change_photo(new, moved)
        assert {"greet", "uniform"} == set(marked(person))
        assert session.unsaved.count == 2
        assert person.disk.rows("SELECT annotated FROM evidence") == [(None,)]
    try_again(person)
    wait_for(lambda: status(person).startswith("Saved "))
    sql = "SELECT id, item_id, role, annotated IS NULL, removed_at FROM evidence ORDER BY rowid"
    assert person.disk.rows(sql) == [
        (known.id, "greet", "found", 0, None),
        (new.id, "uniform", "corrected", 1, None),
    ]
    assert held(person) == []


@in_a_visit
def test_a_photo_without_room_holds_up_no_answer(person: Person) -> None:
    """The disk takes a few kilobytes, and no photo."""
    evidence = person.folder / "evidence"
    evidence.write_bytes(b"in the way")
    paste_one(person, 1)
    assert status(person) == "! 1 unsaved"
    assert "is not saved yet" in person.banner
    person.press("1", "1", "3")
    assert person.disk.verdicts() == {"greet": "pass", "uniform": "pass", "quarrel": "na"}
    assert status(person) == "! 1 unsaved"
    assert kept(person) == []
    evidence.unlink()
    try_again(person)
    wait_for(lambda: status(person).startswith("Saved "))
    assert [each[1] for each in kept(person)] == ["greet"]


@in_a_visit
def test_nothing_is_completed_exported_or_discarded_over_a_waiting_photo(person: Person) -> None:
    person.press(*[Qt.Key.Key_PageUp] * 4)
    for _ in range(4):
        person.press("a", "a", Qt.Key.Key_PageDown)
    with full(person.folder.parent):
        copy_image()
        person.press("v", ctrl=True)
        wait_for(lambda: status(person) == "! 1 unsaved")
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert "1 entry is not saved yet; that comes first" in person.banner
        assert person.disk.states() == ["open"]
        person.press(ESC, ESC)
        person.press(DELETE)
        assert person.disk.states() == ["open"]
        person.press(ENTER)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)  # which takes the photo in first
    assert person.disk.states() == ["completed"]
    assert len(kept(person)) == 1
    evidence_is_sound(person)


@pytest.mark.ci
def test_what_was_left_behind_comes_in_at_the_next_start(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    said: list[str] = []

    def leave(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        with full(folder.parent):
            paste_one(person, 1)
            person.press("1")
            assert not window.close()
            answer(person, "unsavedLeave")
            assert not window.isVisible()
        assert kept(person) == []
        for path in held(person):
            assert path.stat().st_mode & 0o077 == 0
            assert all(each.stat().st_mode & 0o077 == 0 for each in path.parents[:3])
        assert len(held(person)) == 1

    def come_back(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        said.append(person.banner)
        assert [each[:3] for each in kept(person)] == [("1号窗口", "greet", "found")]
        assert held(person) == copies(person) == []
        evidence_is_sound(person)
        person.press(ENTER)
        person.go("greet")
        assert len(here(person)) == 1

    for drive_ in (leave, come_back):
        assert run_main(drive_, "--data", str(folder), "--lang", "en") == 0
    assert said == ["2 entries that the last run could not save are saved now."]


@pytest.mark.ci
def test_what_was_left_behind_is_seen_while_it_is_refused_still(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def leave(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        paste_one(person, 1)
        window.close()
        answer(person, "unsavedLeave")

    def look_again(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert status(person) == "! 1 unsaved"
        person.press(ENTER)
        person.go("greet")
        assert len(here(person)) == 1
        assert marked(person) == ["greet"]
        window.close()
        answer(person, "unsavedLeave")

    def come_back(window: MainWindow) -> None:
        assert len(kept(Person(window, keyboard, folder))) == 1

    arguments = ("--data", str(folder), "--lang", "en")
    with closing(sqlite3.connect(folder / "inspector.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        run_main(leave, *arguments)
        run_main(look_again, *arguments)
        other.execute("ROLLBACK")
    assert run_main(come_back, *arguments) == 0


@pytest.mark.ci
def test_a_drive_that_is_pulled_out(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
    def go_on(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        paste_one(person, 1)
        pull_out(folder)
        paste_one(person, 2, 328)
        person.press("1")
        paste_one(person, 1, 336)
        assert "the disk reports an error" in person.banner
        assert status(person) == "! 3 unsaved"
        assert len(held(person)) == 2
        person.press(ESC)
        window.close()
        answer(person, "unsavedLeave")

    def come_back(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert person.banner == "3 entries that the last run could not save are saved now."
        assert [item for _, item, _, _ in kept(person)] == ["greet", "greet", "uniform"]
        assert held(person) == copies(person) == []
        evidence_is_sound(person)

    arguments = ("--data", str(folder), "--lang", "en")
    run_main(go_on, *arguments)
    plug_in_again(folder.parent)
    assert run_main(come_back, *arguments) == 0


def listed(person: Person) -> str:
    """What is named as not kept at all; empty when there is no such list."""
    window: MainWindow = person.window
    found = window.findChild(QPlainTextEdit, "missingList")
    return found.toPlainText() if found is not None and found.isVisible() else ""


@in_a_visit
def test_what_no_disk_takes_stays_named_until_it_is_dismissed(
    person: Person, tmp_path: Path
) -> None:
    home = Path.home() / ".local" / "state"
    home.mkdir(parents=True, exist_ok=True)
    other = photo_file(tmp_path, "IMG_2.jpg")
    with small_disk(home), full(home), full(person.folder.parent):
        copy_image()
        person.press("v", ctrl=True)
        wait_for(lambda: listed(person).count("\n") == 0 and listed(person))
        copy_files(other)
        person.press("v", ctrl=True)
        wait_for(lambda: listed(person).count("\n") == 1)
        first, second = listed(person).splitlines()
        assert "Pasted picture" in first
        assert "1号窗口" in first
        assert "the disk is full" in first
        assert "IMG_2.jpg" in second
        assert here(person) == ()
        person.press("1")
        assert "1 entry is not saved yet" in person.banner
    try_again(person)
    assert status(person).startswith("Saved ")
    assert person.banner == "The other entries are saved now."
    person.press("1", "3")
    assert listed(person).splitlines() == [first, second]
    person.click("missingDismiss", person.window)
    assert listed(person) == ""
    assert shown(person)["greet"] == "pass"
    assert kept(person) == []


@pytest.mark.ci
def test_closing_at_once_takes_in_what_is_being_read_and_asks(
    run_main: RunMain, keyboard: Keyboard, folder: Path, tmp_path: Path
) -> None:
    def leave(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        with full(folder.parent):
            copy_files(*[photo_file(tmp_path, f"IMG_{number}.jpg") for number in range(4)])
            person.press("v", ctrl=True)
            assert not window.close()
            assert window._session.unsaved.count == 4
            answer(person, "unsavedLeave")
            assert not window.isVisible()

    def come_back(window: MainWindow) -> None:
        assert len(kept(Person(window, keyboard, folder))) == 4

    def lose(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        home = Path(os.environ["XDG_STATE_HOME"])
        with small_disk(home), full(home), full(folder.parent):
            copy_files(photo_file(tmp_path, "IMG_9.jpg"))
            person.press("v", ctrl=True)
            assert not window.close(), "nobody has read yet that it is lost"
            assert "IMG_9.jpg" in listed(person)
            answer(person, "unsavedLeave")
            assert not window.isVisible()

    for drive_ in (leave, come_back, lose):
        assert run_main(drive_, "--data", str(folder), "--lang", "en") == 0


def resident() -> int:
    """Bytes of memory that this process has."""
    status = Path("/proc/self/status").read_text()
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


@pytest.mark.ci
@in_a_visit
def test_fifty_large_photos_wait_on_a_disk_and_not_in_memory(
    person: Person, tmp_path: Path
) -> None:
    large = tmp_path / "large"
    large.mkdir()
    small = photo_file(large, "IMG.jpg").read_bytes()
    paths = []
    for number in range(50):
        path = large / f"IMG_{number}.jpg"
        path.write_bytes(small + number.to_bytes(4) * 3_000_000)  # behind the end of the picture
        paths.append(path)
    with full(person.folder.parent):
        before = resident()
        data: QMimeData = files(*paths)
        QApplication.clipboard().setMimeData(data)
        person.press("v", ctrl=True)
        wait_for(lambda: len(here(person)) == 50)
        assert status(person) == "! 50 unsaved"
        assert len(held(person)) == 50
        assert resident() - before < 200 << 20  # of 600 MB
    for path in held(person):
        assert path.stat().st_size > 12_000_000
