"""Photos and files come in by every way, to the item that was in front, and are undone."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from tests.conftest import ChooseFile
from tests.gui.visits.photos import (
    copy_files,
    copy_image,
    drop,
    files,
    here,
    kept,
    long_ago,
    now,
    paste,
    photo_file,
    until,
)
from tests.gui.visits.visit import DOWN, ENTER, ESC, PAGE_DOWN, Person, in_a_visit
from tests.storage.evidence.pictures import encoded, scene


@in_a_visit
def test_a_picture_on_the_clipboard_becomes_a_photo(person: Person) -> None:
    paste(person)
    ((window, item, role, name),) = kept(person)
    assert (window, item, role) == ("1号窗口", "greet", "found")
    assert name.startswith("粘贴图片")
    assert name.endswith(".png")
    assert person.line.startswith("Photo added to 1号窗口 · ")
    assert "“Undo” (Ctrl+Z) undoes it." in person.line


@pytest.mark.ci
@in_a_visit
def test_the_bytes_of_a_copied_file_are_kept_untouched(person: Person, tmp_path: Path) -> None:
    path = photo_file(tmp_path / "camera", taken=now())
    copy_files(path)
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    (evidence,) = here(person)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (evidence.digest, evidence.name) == (digest, "IMG_1.jpg")
    original = person.folder / "evidence" / digest[:2] / f"{digest}.jpg"
    assert original.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["a.jpg", "b.png", "c.webp", "d.heic"])
@pytest.mark.ci
def test_every_kind_comes_in(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    @in_a_visit
    def visit(person: Person) -> None:
        copy_files(photo_file(tmp_path / "camera", name))
        person.press("v", ctrl=True)
        until(lambda: len(here(person)) == 1)
        assert here(person)[0].suffix == name.rpartition(".")[2]

    run_main, keyboard, folder = map(request.getfixturevalue, ("run_main", "keyboard", "folder"))
    visit(run_main=run_main, keyboard=keyboard, folder=folder)


@in_a_visit
def test_it_belongs_to_where_one_was_when_it_was_pasted(person: Person) -> None:
    copy_image()
    person.press("v", ctrl=True)
    person.press("1", PAGE_DOWN, "1", DOWN)  # before anything was read
    until(lambda: len(kept(person)) == 1)
    assert kept(person)[0][:2] == ("1号窗口", "greet")
    assert person.place[0] == "2号窗口"


@in_a_visit
def test_it_is_attached_even_when_the_visit_was_left_meanwhile(person: Person) -> None:
    copy_image()
    person.press("v", ctrl=True)
    person.press(ESC, ESC)
    assert not person.scoring.isVisible()
    until(lambda: len(kept(person)) == 1)
    assert "Photo added to 1号窗口" in person.banner


@pytest.mark.ci
@in_a_visit
def test_several_files_keep_their_order(person: Person, tmp_path: Path) -> None:
    paths = [photo_file(tmp_path / "camera", f"IMG_{number}.jpg") for number in (3, 1, 2)]
    copy_files(*paths)
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 3)
    assert [each.name for each in here(person)] == ["IMG_3.jpg", "IMG_1.jpg", "IMG_2.jpg"]
    assert person.line.startswith("3 photos or files added to 1号窗口")


@pytest.mark.ci
@in_a_visit
def test_what_is_refused_is_said_by_name_and_the_others_come_in(
    person: Person, tmp_path: Path
) -> None:
    good = photo_file(tmp_path / "camera")
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(good.read_bytes()[:400])
    program = tmp_path / "invoice.pdf.exe"
    program.write_bytes(b"MZ")
    lie = tmp_path / "lie.jpg"
    lie.write_text("no picture")
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(encoded(scene(60000, 4), "PNG").replace(
        (4).to_bytes(4, "big"), (60000).to_bytes(4, "big"), 1))  # fmt: skip
    drop(person, files(broken, good, program, lie, bomb))
    until(lambda: bool(person.banner))
    assert [each.name for each in here(person)] == ["IMG_1.jpg"]
    assert person.banner == "4 files were not taken in."
    said = person.window.banner.findChild(QPlainTextEdit, "bannerProblems")
    assert said is not None
    lines = said.toPlainText().splitlines()
    assert [name in line for name, line in zip(
        ("broken.jpg", "invoice.pdf.exe", "lie.jpg", "bomb.png"), lines, strict=True
    )] == [True] * 4  # fmt: skip
    person.press("1")  # the next answer does not hide what did not get in
    assert person.banner == "4 files were not taken in."


@in_a_visit
def test_one_refused_file_is_one_sentence(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "run.bat"
    path.write_text("del *")
    drop(person, files(path))
    until(lambda: bool(person.banner))
    assert "“run.bat” is a program" in person.banner
    assert kept(person) == []
    assert person.line == ""


@in_a_visit
def test_a_drop_says_where_it_goes_and_never_takes_the_file_away(
    person: Person, tmp_path: Path
) -> None:
    path = photo_file(tmp_path / "camera")
    person.press(DOWN)
    event = drop(person, files(path))
    assert event.isAccepted()
    assert event.dropAction().name == "CopyAction"
    until(lambda: len(here(person)) == 1)
    assert kept(person)[0][:2] == ("1号窗口", "uniform")
    assert path.exists()


@in_a_visit
def test_a_picture_is_dropped_as_well(person: Person) -> None:
    data, image = QMimeData(), QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    data.setImageData(image)
    drop(person, data)
    until(lambda: len(here(person)) == 1)


@in_a_visit
def test_text_and_web_addresses_are_not_for_the_page(person: Person) -> None:
    data = QMimeData()
    data.setText("未起身")
    data.setUrls([QUrl("https://example.org/a.jpg")])
    assert not drop(person, data).isAccepted()


@in_a_visit
def test_nothing_on_the_clipboard_is_said(person: Person) -> None:
    QApplication.clipboard().setText("未起身")
    person.press("v", ctrl=True)
    assert person.line == "There is no picture and no file on the clipboard."
    QApplication.clipboard().clear()
    person.press(DOWN)
    person.press("v", ctrl=True)
    assert person.line == "There is no picture and no file on the clipboard."
    person.press("2")
    person.press("v", ctrl=True)  # into the note, where it is a paste of text
    assert person.focus == "note"
    assert kept(person) == []


@pytest.mark.ci
@in_a_visit
def test_in_a_note_text_stays_text_and_a_picture_becomes_a_photo(
    person: Person, tmp_path: Path
) -> None:
    person.press("2")
    assert person.focus == "note"
    QApplication.clipboard().setText("未起身")
    person.press("v", ctrl=True)
    assert person.disk.note() == "未起身"
    paste(person)
    copy_files(photo_file(tmp_path / "camera"))  # with its path as text
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 2)
    assert person.disk.note() == "未起身"
    assert person.focus == "note"


@in_a_visit
def test_what_an_office_program_copies_is_text_in_a_note(person: Person) -> None:
    data, image = QMimeData(), QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(0)
    data.setImageData(image)  # Excel and Word copy a picture of the text, too
    data.setText("工号牌")
    person.press("2")
    QApplication.clipboard().setMimeData(data)
    person.press("v", ctrl=True)
    assert person.disk.note() == "工号牌"
    assert kept(person) == []


@pytest.mark.ci
@in_a_visit
def test_a_photo_goes_into_the_measured_value_just_as_little(person: Person) -> None:
    person.go("wait")
    person.press("2")
    assert person.focus == "measuredValue"
    paste(person)
    assert kept(person)[0][1] == "wait"


@in_a_visit
def test_p_chooses_files_and_any_other_file_is_an_attachment(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    sound = tmp_path / "录音.m4a"
    sound.write_bytes(b"\0\0\0\x20ftypM4A ")
    choose_file(photo_file(tmp_path / "camera"), sound)
    person.press("p")
    until(lambda: len(here(person)) == 2)
    assert [(each.kind.value, each.name) for each in here(person)] == [
        ("photo", "IMG_1.jpg"),
        ("file", "录音.m4a"),
    ]
    choose_file()
    person.press("p")  # nothing chosen
    assert len(kept(person)) == 2


@in_a_visit
def test_the_button_beside_the_list_chooses_as_well(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose_file(photo_file(tmp_path / "camera"))
    person.click("addPhoto")
    until(lambda: len(here(person)) == 1)


@in_a_visit
def test_undo_takes_it_off_and_redo_puts_it_back_among_the_answers(person: Person) -> None:
    paste(person)
    person.press("1", "1")
    for _ in range(2):
        person.press("z", ctrl=True)
    assert len(kept(person)) == 1
    person.press("z", ctrl=True)
    assert kept(person) == []
    assert person.place == ("1号窗口", "greet")
    person.press("y", ctrl=True)
    assert len(kept(person)) == 1
    person.press("y", ctrl=True)
    assert person.disk.verdicts() == {"greet": "pass"}


@pytest.mark.ci
@in_a_visit
def test_an_undo_leads_to_where_the_photo_was(person: Person) -> None:
    paste(person)
    person.press(PAGE_DOWN, DOWN)
    person.press("z", ctrl=True)
    assert kept(person) == []
    assert person.place == ("1号窗口", "greet")


@in_a_visit
def test_an_old_photo_warns_about_the_clocks(person: Person, tmp_path: Path) -> None:
    copy_files(photo_file(tmp_path / "camera", taken=long_ago()))
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    assert "taken 2 days before this visit began" in person.line
    copy_files(photo_file(tmp_path / "camera", "IMG_2.jpg", taken=now()))
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 2)
    assert "before this visit" not in person.line


@in_a_visit
def test_a_window_that_is_left_out_takes_none(person: Person) -> None:
    person.press("x")
    copy_image()
    person.press("v", ctrl=True)
    assert "left out" in person.line
    assert not person.find(QPushButton, "addPhoto").isEnabled()
    assert kept(person) == []


@pytest.mark.ci
@in_a_visit
def test_once_it_is_corrected_a_photo_shows_that(person: Person) -> None:
    person.press("2", ESC)
    paste(person)
    person.press("c", "1", ESC)
    paste(person)
    assert [role for _, _, role, _ in kept(person)] == ["found", "corrected"]
    assert person.line.startswith("Photo after correction added to")


@pytest.mark.ci
@in_a_visit
def test_completing_waits_for_what_is_being_read(person: Person) -> None:
    copy_image(1600, 1200)
    person.press("v", ctrl=True)
    person.press(ENTER, ctrl=True)
    assert len(kept(person)) == 1


@pytest.mark.ci
@in_a_visit
def test_the_window_lives_while_completing_waits(person: Person, tmp_path: Path) -> None:
    copy_files(*(photo_file(tmp_path / "camera", f"IMG_{number}.jpg") for number in range(5)))
    person.press("v", ctrl=True)
    said = list[str]()
    QTimer.singleShot(1, lambda: said.append(person.line))
    person.press(ENTER, ctrl=True)
    assert said == ["Reading 5 files…"]
    assert len(kept(person)) == 5


@in_a_visit
def test_a_photo_pasted_before_the_confirmation_takes_the_question_back(person: Person) -> None:
    person.press("a")
    copy_image()
    person.press("v", ctrl=True)
    until(lambda: len(kept(person)) == 1)
    person.press(ENTER)
    assert person.disk.answers() == {}


@pytest.mark.ci
@in_a_visit
def test_closing_the_window_attaches_what_is_being_read(person: Person, tmp_path: Path) -> None:
    copy_files(*(photo_file(tmp_path / "camera", f"IMG_{number}.jpg") for number in range(5)))
    person.press("v", ctrl=True)
    person.window.close()
    assert len(kept(person)) == 5
