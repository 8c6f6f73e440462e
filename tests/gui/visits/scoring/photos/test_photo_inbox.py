"""New photos from the watched folder: offered, seen, attached one by one, never silently."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.workspace.preferences import PHOTO_FOLDER
from tests.conftest import ChooseFile
from tests.gui.visits.photos import here, kept, long_ago, now, photo_file, until
from tests.gui.visits.visit import DOWN, ENTER, ESC, SHIFT, Person, in_a_visit

RIGHT, DELETE = Qt.Key.Key_Right, Qt.Key.Key_Delete


def watch(person: Person, folder: Path) -> None:
    """Let the preferences name a folder; the page begins to watch it."""
    folder.mkdir(exist_ok=True)
    session = person.scoring.scoring.session
    session.attempt(lambda: session.workspace.preferences.set(PHOTO_FOLDER, str(folder)))
    look(person)


def look(person: Person) -> None:
    """Look at the folder now and not two seconds from now; twice, since a file has to settle."""
    inbox = person.scoring.photos.inbox
    for _ in range(2):
        until(lambda: not inbox._work.open_jobs)
        inbox.look()
    until(lambda: not inbox._work.open_jobs)


def offered(person: Person) -> int:
    """How many pictures are in the queue."""
    bar = person.scoring.photos.bar
    return bar.pictures if bar.isVisible() else 0


def bar_text(person: Person) -> str:
    label = person.scoring.photos.bar.findChild(ElidedLabel, "inboxText")
    assert label is not None
    return label.text()


@in_a_visit
@pytest.mark.ci
def test_new_photos_wait_until_i_attaches_them_one_by_one(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    assert offered(person) == 0
    photo_file(folder, "IMG_1.jpg", now())
    photo_file(folder, "IMG_2.jpg", now())
    look(person)
    assert offered(person) == 2
    assert bar_text(person).startswith("2 new photos: “Add to this item” (I) adds the framed one")
    assert kept(person) == []  # never silently
    person.press("i")
    until(lambda: len(kept(person)) == 1)
    person.press(DOWN, "i")
    until(lambda: len(kept(person)) == 2)
    assert [(item, name) for _, item, _, name in kept(person)] == [
        ("greet", "IMG_1.jpg"),
        ("uniform", "IMG_2.jpg"),
    ]
    assert not person.scoring.photos.bar.isVisible()
    origins = person.disk.rows("SELECT origin FROM evidence")
    assert origins == [("watched",), ("watched",)]
    look(person)
    assert offered(person) == 0


@in_a_visit
@pytest.mark.ci
def test_one_is_chosen_and_others_are_dismissed(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    for number in (1, 2, 3):
        path = photo_file(folder, f"IMG_{number}.jpg", now())
        moment = path.stat().st_mtime + number
        os.utime(path, (moment, moment))
    look(person)
    person.press_with(SHIFT, "i")
    assert person.scoring.photos.bar.hasFocus()
    person.press(RIGHT, "i")
    until(lambda: len(kept(person)) == 1)
    assert kept(person)[0][3] == "IMG_2.jpg"
    person.press(DELETE)
    assert offered(person) == 1
    person.press(ESC)
    assert person.focus == "items"
    person.press_with(SHIFT, "i")
    person.press(DELETE)
    assert person.focus == "items"  # nothing is left to choose
    look(person)
    assert offered(person) == 0


@in_a_visit
def test_all_are_added_or_dismissed_at_once(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    for number in (1, 2, 3):
        photo_file(folder, f"IMG_{number}.jpg", now())
    look(person)
    person.press_with(SHIFT, "i")
    person.press("a")
    until(lambda: len(kept(person)) == 3)
    photo_file(folder, "IMG_4.jpg", now())
    look(person)
    person.click("inboxDismiss")
    assert offered(person) == 0
    assert len(kept(person)) == 3


@pytest.mark.ci
@in_a_visit
def test_what_was_attached_or_dismissed_stays_so_when_the_visit_is_resumed(
    person: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    for number in (1, 2, 3):
        photo_file(folder, f"IMG_{number}.jpg", now())
    look(person)
    person.press("i")
    until(lambda: len(kept(person)) == 1)
    person.press_with(SHIFT, "i")
    person.press(DELETE, ESC, ESC, ESC)
    assert not person.scoring.isVisible()
    person.press(ENTER)
    look(person)
    assert offered(person) == 1


@in_a_visit
def test_an_undo_puts_a_photo_back_into_the_queue(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    photo_file(folder, taken=now())
    look(person)
    person.press("i")
    until(lambda: len(kept(person)) == 1)
    person.press("z", ctrl=True)
    assert (kept(person), offered(person)) == ([], 1)
    person.press("y", ctrl=True)
    assert (len(kept(person)), offered(person)) == (1, 0)


@in_a_visit
@pytest.mark.ci
def test_photos_from_before_the_visit_are_shown_only_when_asked_for(
    person: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    lay_there = photo_file(folder, "OLD_1.jpg", long_ago())
    before = (datetime.now() - timedelta(days=2)).timestamp()
    os.utime(lay_there, (before, before))
    watch(person, folder)
    photo_file(folder, "OLD_2.jpg", long_ago())  # synced only now
    look(person)
    assert offered(person) == 0
    assert bar_text(person) == "Only photos from before this visit have arrived."
    person.click("inboxOlder")
    assert offered(person) == 1
    person.press_with(SHIFT, "i")
    person.press(DELETE)
    person.press("i")
    assert person.line.startswith("No new photo in phone.")
    person.press("i")
    look(person)
    assert offered(person) == 1  # what lay there
    person.press("i")
    until(lambda: len(kept(person)) == 1)
    assert kept(person)[0][3] == "OLD_1.jpg"


@in_a_visit
def test_i_asks_for_a_folder_where_there_is_none(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    person.press("i")
    assert person.line.startswith("No folder is watched for new photos yet.")
    choose_file(folder)
    person.press("i")
    preferences = person.scoring.scoring.session.workspace.preferences
    assert preferences.get(PHOTO_FOLDER) == str(folder)
    look(person)
    photo_file(folder, taken=now())
    look(person)
    assert offered(person) == 1


@in_a_visit
def test_a_broken_file_is_seen_as_such_and_refused(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    (folder / "half.jpg").write_bytes(photo_file(tmp_path / "camera").read_bytes()[:300])
    look(person)
    assert offered(person) == 1
    person.press("i")
    until(lambda: person.banner != "")
    assert "half.jpg" in person.banner
    assert here(person) == ()


@in_a_visit
def test_a_window_that_is_left_out_takes_no_new_photo(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    photo_file(folder, taken=now())
    look(person)
    person.press("x", "i")
    assert "left out" in person.line
    assert (kept(person), offered(person)) == ([], 1)


@in_a_visit
def test_a_folder_that_is_gone_harms_nothing(person: Person, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    watch(person, folder)
    folder.rmdir()
    look(person)
    assert offered(person) == 0
    photo_file(folder, taken=now())
    look(person)
    assert offered(person) == 1
