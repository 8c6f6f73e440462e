"""Photos are seen, removed, moved, told apart, opened and copied, all by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from inspector.gui.photos.photo_strip import CELL
from inspector.gui.widgets.elided_label import ElidedLabel
from tests.conftest import ChooseFile
from tests.gui.commands.said import sheet_of
from tests.gui.visits.photos import copy_files, here, kept, long_ago, paste, photo_file, until
from tests.gui.visits.visit import DOWN, ENTER, ESC, PAGE_DOWN, TAB, Person, in_a_visit

LEFT, RIGHT, DELETE = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete


def seen(person: Person) -> QWidget:
    """The viewer, open and with its photo read."""
    viewer = person.scoring.photos.viewer
    assert viewer.is_open
    until(lambda: viewer.canvas.has_image)
    return viewer


def title(person: Person) -> str:
    return person.scoring.photos.viewer.findChild(ElidedLabel, "photoTitle").text()  # type: ignore[union-attr]


def said(person: Person) -> str:
    return person.text("photoLine")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open."""
    paths: list[str] = []

    def open_url(url: QUrl) -> bool:
        paths.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


@in_a_visit
def test_an_item_says_how_many_photos_it_has(person: Person) -> None:
    paste(person, 2)
    person.press(DOWN)
    paste(person)
    index = person.scoring.model.index_of("greet")
    assert index.data().endswith(" ▣2")
    cards = person.scoring.cards_model
    assert "▣3" in cards.index(1).data()
    assert "▣" not in cards.index(2).data()


@pytest.mark.ci
@in_a_visit
def test_v_shows_the_photos_and_escape_gives_the_list_back(person: Person) -> None:
    paste(person, 2)
    person.press("v")
    seen(person)
    assert title(person).startswith("As found · 1号窗口 · ")
    person.press(RIGHT)
    seen(person)
    person.press(RIGHT, LEFT, ESC)
    assert not person.scoring.photos.viewer.is_open
    assert person.focus == "items"
    person.press("1")
    assert person.disk.verdicts() == {"greet": "pass"}


@in_a_visit
def test_without_a_photo_v_says_how_to_add_one(person: Person) -> None:
    person.press("v")
    assert (
        person.line == "This item has no photo yet: “Paste photo” (Ctrl+V) pastes one,"
        " “Photo” (P) chooses files."
    )


@pytest.mark.ci
@in_a_visit
def test_the_keys_of_the_page_do_nothing_under_the_viewer(person: Person) -> None:
    paste(person)
    person.press("1", Qt.Key.Key_Up, "v")
    seen(person)
    person.press("1", "2", "3", "4", "x", PAGE_DOWN, Qt.Key.Key_Backspace)
    assert kept(person) == []  # Backspace removes; the viewer is gone with its last photo
    assert person.disk.verdicts() == {"greet": "pass"}
    assert person.place == ("1号窗口", "greet")
    assert person.disk.left_out() == []


@pytest.mark.ci
@in_a_visit
def test_undo_in_the_viewer_brings_a_photo_back_and_touches_no_answer(person: Person) -> None:
    person.press("1", Qt.Key.Key_Up)
    paste(person, 2)
    person.press("v")
    seen(person)
    person.press(DELETE)
    assert len(kept(person)) == 1
    assert "was removed" in said(person)
    person.press("z", ctrl=True)
    assert len(kept(person)) == 2
    person.press("y", ctrl=True)
    assert len(kept(person)) == 1
    for _ in range(3):
        person.press("z", ctrl=True)
    assert kept(person) == []
    assert person.disk.verdicts() == {"greet": "pass"}


@pytest.mark.ci
@in_a_visit
def test_undo_in_the_viewer_leaves_a_running_stopwatch_alone(person: Person) -> None:
    person.go("wait")
    paste(person)
    person.press("t", "v")
    seen(person)
    person.press("c")
    person.press("z", ctrl=True)
    assert kept(person)[0][2] == "found"
    assert person.find(QWidget, "stopwatch").isVisible()


@in_a_visit
def test_an_answer_is_not_taken_back_unseen(person: Person) -> None:
    paste(person)
    person.press("1", Qt.Key.Key_Up, "v")
    seen(person)
    person.press("z", ctrl=True)
    assert said(person).startswith("Nothing about photos is left")
    assert person.disk.verdicts() == {"greet": "pass"}


@pytest.mark.ci
@in_a_visit
def test_a_photo_is_moved_by_a_few_letters_and_the_log_says_so(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    person.press("m")
    assert person.focus == "moveSearch"
    person.press("2 zz")  # 2号窗口 着装
    person.press(ENTER)
    assert kept(person)[0][:2] == ("2号窗口", "uniform")
    kinds = person.disk.rows("SELECT kind FROM evidence_event ORDER BY sequence")
    assert [kind for (kind,) in kinds] == ["added", "moved"]
    assert person.line.startswith("Moved to 2号窗口 · ")
    person.press("z", ctrl=True)
    assert kept(person)[0][:2] == ("1号窗口", "greet")
    person.press("v")
    seen(person)
    person.press("m", ESC)
    assert person.scoring.photos.viewer.is_open
    assert person.focus != "moveSearch"


@pytest.mark.ci
@in_a_visit
def test_a_photo_is_moved_and_a_text_put_on_it_by_mouse_alone(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    viewer = person.scoring.photos.viewer
    person.click("photo-move")
    person.click("photo-back")
    assert viewer.middle.currentWidget() is viewer.canvas
    assert person.find(QWidget, "photo-keep").isHidden()
    person.click("photo-text")
    person.press("not this")
    person.click("photo-no-text")
    assert not viewer.canvas.is_marked
    person.click("photo-text")
    person.press("here")
    person.click("photo-put-text")
    assert viewer.canvas.draft is not None
    person.click("photo-keep")
    person.click("photo-keep")
    assert person.find(QWidget, "photo-keep").isHidden()
    until(lambda: bool(person.disk.rows("SELECT 1 FROM evidence WHERE annotated IS NOT NULL")))
    person.click("photo-move")
    viewer.refresh()  # another photo came in meanwhile: one goes on answering
    person.press("2 zz")
    person.click("photo-move-there")
    assert kept(person)[0][:2] == ("2号窗口", "uniform")


@pytest.mark.ci
@in_a_visit
def test_c_tells_a_photo_after_correction_from_one_as_found(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    person.press("c")
    assert kept(person)[0][2] == "corrected"
    assert title(person).startswith("Corrected · ")
    person.press("z", ctrl=True)
    assert kept(person)[0][2] == "found"


@pytest.mark.ci
@in_a_visit
def test_the_likeliest_places_of_a_photo_come_first(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    person.press("m")
    sheet = person.scoring.scoring.sheet
    offered = person.scoring.photos.viewer.mover._places
    same = [card.id for card in sheet.inspected if card.id != person.scoring.card.id]
    same = [each for each in same if sheet.scorecard(each).scope is person.scoring.card.scope]
    assert same
    assert [(card.id, item.id) for card, item in offered[: len(same)]] == [
        (each, "greet") for each in same
    ]
    own = [item.id for item in sheet.items(person.scoring.card) if item.id != "greet"]
    then = offered[len(same) : len(same) + len(own)]
    assert [(card.id, item.id) for card, item in then] == [
        (person.scoring.card.id, each) for each in own
    ]


@pytest.mark.ci
@in_a_visit
def test_undo_says_what_it_did_to_a_photo(person: Person) -> None:
    paste(person)
    (one,) = here(person)
    place = f"1号窗口 · {person.scoring.position.item.text}"  # type: ignore[union-attr]
    person.press("z", ctrl=True)
    assert person.line == f"“{one.name}” is off {place} again. “Redo” (Ctrl+Y) puts it back."
    person.press("y", ctrl=True)
    assert person.line == f"“{one.name}” is back at {place}."
    person.press("v")
    seen(person)
    person.press("c")
    person.press("z", ctrl=True)
    assert said(person) == f"“{one.name}” counts as found again."
    person.press("m")
    person.press("2 zz")
    person.press(ENTER)
    person.press("z", ctrl=True)
    assert person.line == f"“{one.name}” is back at {place}."
    person.press("v")
    seen(person)
    person.press("a", ENTER, ENTER)
    until(lambda: bool(here(person)[0].annotated))
    person.press(ESC)
    person.press("z", ctrl=True)
    assert person.line == f"The marks are off “{one.name}” again. “Redo” (Ctrl+Y) brings them back."
    person.press("y", ctrl=True)
    assert person.line == f"The marks are on “{one.name}” again."


@in_a_visit
@pytest.mark.ci
def test_a_moved_photo_shows_a_correction_only_where_there_is_one(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    person.press("c", "m")
    person.press("2 zz")
    person.press(ENTER)
    assert kept(person)[0][1:3] == ("uniform", "found")
    person.press("z", ctrl=True)
    assert kept(person)[0][1:3] == ("greet", "corrected")


@in_a_visit
def test_facts_and_a_warning_about_the_clock(person: Person, tmp_path: Path) -> None:
    copy_files(photo_file(tmp_path / "camera", taken=long_ago()))
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    person.press("v")
    viewer = seen(person)
    facts = viewer.findChild(ElidedLabel, "photoFacts")
    assert facts is not None
    assert "640 × 480" in facts.text()
    assert "IMG_1.jpg" in facts.text()
    assert "2 days before this visit began" in person.text("photoClock")


@in_a_visit
def test_enter_opens_the_original_with_the_system(person: Person, opened: list[str]) -> None:
    paste(person)
    person.press("v")
    seen(person)
    person.press(ENTER)
    (path,) = opened
    assert Path(path).stem == here(person)[0].digest
    assert Path(path).is_file()


@in_a_visit
def test_a_copy_says_when_and_where(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    copy_files(photo_file(tmp_path / "camera"))
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    (evidence,) = here(person)
    name = person.scoring.scoring.session.workspace.evidence.copy_name(
        evidence, person.scoring.scoring.sheet
    )
    day = f"{person.scoring.scoring.sheet.inspection.started_at:%Y-%m-%d}"
    assert name.startswith(f"{day}_城东营业厅_1号窗口_")
    assert name.endswith("_1.jpg")
    person.press("v")
    seen(person)
    target = tmp_path / name
    choose_file(target)
    person.press("s")
    assert target.read_bytes() == (tmp_path / "camera" / "IMG_1.jpg").read_bytes()
    assert said(person) == f"Saved as {name}"


@in_a_visit
def test_an_attachment_opens_at_once(
    person: Person, choose_file: ChooseFile, opened: list[str], tmp_path: Path
) -> None:
    document = tmp_path / "整改通知.pdf"
    document.write_bytes(b"%PDF-1.7")
    choose_file(document)
    person.press("p")
    until(lambda: len(here(person)) == 1)
    person.press("v")
    assert len(opened) == 1
    assert opened[0].endswith(".pdf")
    assert not person.scoring.photos.viewer.is_open


@pytest.mark.ci
@in_a_visit
def test_the_strip_is_reached_by_tab_and_by_mouse(person: Person) -> None:
    person.press("1", Qt.Key.Key_Up)
    paste(person, 3)
    person.press(TAB, TAB)
    assert person.focus == "photos"
    person.press(RIGHT, DELETE)
    assert len(kept(person)) == 2
    person.press(ENTER)
    assert person.scoring.photos.viewer.is_open
    person.press(ESC)
    strip = person.scoring.photos.section.strip
    QTest.mouseClick(
        strip, Qt.MouseButton.LeftButton, pos=QPoint(CELL.width() + 12, CELL.height() // 2)
    )
    seen(person)
    assert person.scoring.photos.viewer.current == here(person)[1]


@pytest.mark.ci
@in_a_visit
def test_many_photos_take_two_rows_and_the_rest_is_a_number(person: Person) -> None:
    person.press("1", Qt.Key.Key_Up)
    paste(person, 11)
    strip = person.scoring.photos.section.strip
    assert strip.height() < 3 * CELL.height()
    person.press(TAB, TAB)
    for _ in range(20):
        person.press(RIGHT)
    person.press(ENTER)
    viewer = person.scoring.photos.viewer
    assert viewer.current == here(person)[strip._shown]


@in_a_visit
@pytest.mark.ci
def test_the_viewer_shows_its_own_keys(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    assert ("M", "Move to another window or item") in sheet_of(person.page)
    person.press("?")
    assert person.focus == "overlay"
    person.press(ESC)
    assert person.scoring.photos.viewer.is_open
    person.press(ESC)
    assert ("M", "Move to another window or item") not in sheet_of(person.page)


@in_a_visit
@pytest.mark.ci
def test_one_looks_closer_by_key_and_wheel_and_moves_the_photo_by_mouse(
    person: Person, tmp_path: Path
) -> None:
    copy_files(photo_file(tmp_path / "camera"))
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    person.press("v")
    seen(person)
    canvas = person.scoring.photos.viewer.canvas
    whole = canvas._area
    for _ in range(6):
        person.press("+")
    larger = canvas._area
    assert larger.width() > canvas.width() > whole.width()
    person.press("-")
    assert canvas._area.width() < larger.width()
    turn = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, turn)
    assert canvas._area == larger
    middle, button = canvas.rect().center(), Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, button, pos=middle)
    QTest.mouseMove(canvas, middle + QPoint(30, 20))
    QTest.mouseRelease(canvas, button, pos=middle + QPoint(30, 20))
    assert canvas._area.topLeft() == larger.topLeft() + QPoint(30, 20)
    for _ in range(9):
        person.press("-")
    assert canvas._area == whole


@pytest.mark.ci
@in_a_visit
def test_search_for_a_place_composes_chinese(person: Person) -> None:
    paste(person)
    person.press("v")
    seen(person)
    person.press("m")
    person.keyboard.compose("着装")
    assert person.find(QLineEdit, "moveSearch").text() == "着装"
    person.press(ENTER)
    assert kept(person)[0][1] == "uniform"
