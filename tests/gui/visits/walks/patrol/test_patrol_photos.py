"""Photos of a patrol: each belongs to its entry."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from inspector.domain.visit.evidence import EvidenceRole
from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage
from tests.conftest import ChooseFile
from tests.gui.commands.said import sheet_of
from tests.gui.dragging import entering, falling
from tests.gui.visits.photos import copy_image, until
from tests.gui.visits.visit import (
    DELETE,
    DOWN,
    ENTER,
    TAB,
    Person,
    at_the_window,
)
from tests.gui.visits.walks.patrol.test_patrol_page import begin, said, texts, write
from tests.gui.visits.walks_hall import write_hall
from tests.photos import photo
from tests.written_once import Written

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall of eight windows and no visit."""
    return copied(write_hall)


def photos(person: Person) -> list[tuple[str, str]]:
    """The photos that are not removed: window, and what they show."""
    person.page.patrol.photos.finish()
    return person.disk.rows(
        "SELECT window_number, text FROM evidence"
        " JOIN patrol_entry ON patrol_entry.id = evidence.item_id"
        " JOIN scorecard ON scorecard.id = evidence.scorecard_id"
        " WHERE removed_at IS NULL ORDER BY added_at"
    )


@pytest.mark.ci
@at_the_window
def test_a_photo_belongs_to_the_entry_it_was_pasted_for(
    person: Person, tmp_path: Path, choose_file: ChooseFile
) -> None:
    begin(person)
    person.press("1")
    write(person, "台面凌乱")
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    person.press("v", ctrl=True)
    person.press(DOWN)  # read meanwhile: it stays with 1号窗口
    assert photos(person) == [("1号窗口", "台面凌乱")]
    write(person, "叫号器不亮")
    choose_file(photo(tmp_path))
    person.press("p")
    assert photos(person) == [("1号窗口", "台面凌乱"), ("2号窗口", "叫号器不亮")]
    person.press("z", ctrl=True)
    assert photos(person) == [("1号窗口", "台面凌乱")]
    person.press("y", ctrl=True)
    person.press(TAB)
    assert person.focus == "onDuty"  # it stands above the photos
    person.press(TAB)
    assert person.focus == "photos"
    person.press(DELETE)
    assert photos(person) == [("1号窗口", "台面凌乱")]
    person.press("z", ctrl=True)
    assert len(photos(person)) == 2
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    linked = person.disk.rows(
        "SELECT finding.text FROM evidence JOIN finding ON finding.id = evidence.finding_id"
        " ORDER BY finding.number"
    )
    assert linked == [("台面凌乱",), ("叫号器不亮",)]


def is_large(page: PatrolPage) -> bool:
    """Whether a photo lies over the page."""
    return page.photos.viewer.is_open


@pytest.mark.ci
@at_the_window
def test_v_shows_a_photo_large_to_be_marked(person: Person) -> None:
    page = begin(person)
    person.press("v")
    assert not is_large(page)
    write(person, "台面凌乱")
    person.press("v")
    assert said(person) == (
        "There is no photo here yet: “Paste photo” (Ctrl+V) pastes one, “Photo” (P) chooses files."
    )
    copy_image()
    person.press("v", ctrl=True)
    page.photos.finish()
    person.press("v")
    viewer = page.photos.viewer
    assert is_large(page)
    until(lambda: viewer.canvas.has_image)
    assert "M" not in [key for key, _ in sheet_of(person.page)]
    person.press("m", "a", ENTER, ENTER)
    until(lambda: bool(page.walk.sheet.evidence[0].annotated))
    person.press("c")
    (one,) = page.walk.sheet.evidence
    assert one.role is EvidenceRole.CORRECTED
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    (one,) = page.walk.sheet.evidence
    assert (one.role, one.annotated) == (EvidenceRole.FOUND, None)
    person.press(DELETE)  # the last one: the page is back
    assert photos(person) == []
    assert not is_large(page)
    assert person.focus == "places"
    person.press("z", ctrl=True)
    person.press("v")
    person.press("z", ctrl=True)
    assert not is_large(page)
    person.press("y", ctrl=True)
    assert len(photos(person)) == 1
    assert texts(person) == ["台面凌乱"]


@at_the_window
def test_a_photo_taken_once_it_was_handled_shows_how_it_was_put_right(person: Person) -> None:
    page = begin(person)
    write(person, "台面凌乱")
    for handled in (False, True):
        if handled:
            person.press("c", "1")
        copy_image(320 + 8 * handled)
        person.press("v", ctrl=True)
        page.photos.finish()
    roles = [each.role for each in page.walk.sheet.evidence]
    assert roles == [EvidenceRole.FOUND, EvidenceRole.CORRECTED]


@pytest.mark.ci
@at_the_window
def test_what_is_no_picture_is_refused(
    person: Person, tmp_path: Path, choose_file: ChooseFile
) -> None:
    begin(person)
    write(person, "台面凌乱")
    broken = tmp_path / "IMG_1.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 nothing")
    choose_file(broken)
    person.press("p")
    assert photos(person) == []
    assert "IMG_1.jpg" in person.banner
    person.press("1")
    QGuiApplication.clipboard().clear()
    write(person, "x")
    person.press("v", ctrl=True)
    assert said(person) == "There is no picture and no file on the clipboard."


@at_the_window
def test_a_file_is_dropped_for_the_entry_in_front(person: Person, tmp_path: Path) -> None:
    page = begin(person)
    write(person, "台面凌乱")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    at, copy = page.rect().center().toPointF(), Qt.DropAction.CopyAction
    held = entering(at, copy, data)
    QApplication.sendEvent(page, held)
    assert held.isAccepted()
    QApplication.sendEvent(page, falling(at, copy, data))
    assert photos(person) == [("", "台面凌乱")]


@pytest.mark.ci
@at_the_window
def test_a_photo_pasted_while_it_is_asked_is_kept(person: Person) -> None:
    begin(person)
    write(person, "台面凌乱")
    person.press(ENTER, ctrl=True)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    person.press("v", ctrl=True)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    assert photos(person) == [("", "台面凌乱")]
    assert person.banner == ""
