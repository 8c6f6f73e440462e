"""Marks on a photo: drawn by keyboard or mouse, kept on a copy, the original untouched."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.annotation import COLOUR, COPY_SIDE, Mark, Shape
from inspector.gui.photos.photo_viewer import PhotoViewer
from tests.gui.visits.photos import copy_files, here, kept, until
from tests.gui.visits.visit import ENTER, ESC, SHIFT, Person, in_a_visit
from tests.storage.evidence.pictures import encoded

LEFT, RIGHT, UP = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up


def stripes(width: int = 1600, height: int = 1200) -> Image.Image:
    """Black and white lines of one pixel: what is blurred of them is grey."""
    row = bytes(255 * (x % 2) for x in range(width))
    return Image.frombytes("L", (width, height), row * height).convert("RGB")


def with_photo(person: Person, tmp_path: Path, size: tuple[int, int] = (1600, 1200)) -> Path:
    """Attach a striped photo to the item in front, and open it."""
    path = tmp_path / "IMG_1.png"
    path.write_bytes(encoded(stripes(*size), "PNG"))
    copy_files(path)
    person.press("v", ctrl=True)
    until(lambda: len(here(person)) == 1)
    person.press("v")
    until(lambda: viewer(person).canvas.has_image)
    return path


def viewer(person: Person) -> PhotoViewer:
    return person.scoring.photos.viewer


def the_one(person: Person) -> Evidence:
    (evidence,) = here(person)
    return evidence


def copy_of(person: Person) -> Image.Image:
    """The copy with marks, once it is kept."""
    until(lambda: the_one(person).annotated is not None)
    book = person.scoring.scoring.session.workspace.evidence
    image = Image.open(BytesIO(book.shown_path(the_one(person)).read_bytes()))
    assert image.format == "JPEG"
    return image.convert("RGB")


def spread(image: Image.Image, left: float, top: float, right: float, bottom: float) -> int:
    """How far apart the darkest and the lightest grey of a part are."""
    width, height = image.size
    box = (int(left * width), int(top * height), int(right * width), int(bottom * height))
    greys = image.convert("L").crop(box).tobytes()
    return max(greys) - min(greys)


def is_red(image: Image.Image, x: float, y: float) -> bool:
    """Tell whether a mark is drawn around a point."""
    width, height = image.size
    box = (int(x * width) - 6, int(y * height) - 6, int(x * width) + 6, int(y * height) + 6)
    pixels = image.crop(box).convert("RGB")
    return any(
        abs(found[0] - COLOUR.red()) < 60 and found[1] < 110 and found[2] < 110
        for found in (pixels.getpixel((i, j)) for i in range(12) for j in range(12))
        if isinstance(found, tuple)
    )


@in_a_visit
def test_a_blurred_part_is_gone_from_the_copy(person: Person, tmp_path: Path) -> None:
    path = with_photo(person, tmp_path)
    person.press("f", ENTER, ENTER)
    image = copy_of(person)
    assert spread(image, 0.42, 0.42, 0.58, 0.58) < 40
    assert spread(image, 0.1, 0.1, 0.3, 0.3) > 200
    book = person.scoring.scoring.session.workspace.evidence
    assert book.path_of(the_one(person)).read_bytes() == path.read_bytes()


@pytest.mark.ci
@in_a_visit
def test_marks_are_placed_by_the_arrow_keys(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b", *[LEFT] * 10, ENTER)
    person.press("a", *[UP] * 10, ENTER, ENTER)
    image = copy_of(person)
    assert is_red(image, 0.2, 0.5)  # the left edge of the box, which was at 0.4
    assert is_red(image, 0.41, 0.39)  # the middle of the arrow
    assert not is_red(image, 0.6, 0.5)


@pytest.mark.ci
@in_a_visit
def test_shift_makes_a_mark_larger(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b")
    person.press_with(SHIFT, *[RIGHT] * 5)
    (draft,) = [viewer(person).canvas.draft]
    assert draft == Shape(Mark.BOX, 0.4, 0.4, draft.x2 if draft else 0, 0.6)
    assert draft is not None
    assert round(draft.x2, 6) == 0.7


@pytest.mark.ci
@in_a_visit
def test_the_mouse_draws_as_well(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b")
    canvas = viewer(person).canvas
    area = canvas._area
    first = area.topLeft() + QPoint(area.width() // 10, area.height() // 10)
    second = area.topLeft() + QPoint(area.width() // 4, area.height() // 4)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, button, pos=first)
    QTest.mouseMove(canvas, second)
    QTest.mouseRelease(canvas, button, pos=second)
    person.press(ENTER)
    image = copy_of(person)
    assert is_red(image, 0.1, 0.2)
    assert not is_red(image, 0.5, 0.5)


@pytest.mark.ci
@in_a_visit
def test_a_text_is_written_on_it(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("t")
    assert person.focus == "markText"
    person.keyboard.compose("未佩戴工牌")
    person.press(ENTER)
    (draft,) = [viewer(person).canvas.draft]
    assert draft is not None
    assert draft.text == "未佩戴工牌"
    person.press(ENTER, ENTER)
    image = copy_of(person)
    assert any(is_red(image, 0.4 + step / 100, 0.5) for step in range(20))


@pytest.mark.ci
@in_a_visit
def test_ctrl_z_takes_marks_back_one_by_one(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b", ENTER, "a", ENTER, "f")
    canvas = viewer(person).canvas
    counts = []
    for _ in range(3):
        person.press("z", ctrl=True)
        counts.append((len(canvas.shapes), canvas.draft))
    assert counts == [(2, None), (1, None), (0, None)]
    assert len(kept(person)) == 1
    person.press("b", ESC)  # one that is given up
    assert viewer(person).is_open
    person.press(ESC)
    assert not viewer(person).is_open
    assert the_one(person).annotated is None


@pytest.mark.ci
@in_a_visit
def test_what_was_drawn_is_kept_when_the_photo_is_left(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b", ENTER, ESC)
    assert not viewer(person).is_open
    copy_of(person)
    until(lambda: person.line != "")
    assert person.line == "Marks kept on a copy; the original stays as it is."
    person.press("z", ctrl=True)
    assert the_one(person).annotated is None
    person.press("y", ctrl=True)
    assert the_one(person).annotated is not None


@pytest.mark.ci
@in_a_visit
def test_the_original_is_seen_beside_the_copy_and_marks_come_off(
    person: Person, tmp_path: Path
) -> None:
    with_photo(person, tmp_path)
    person.press("o")
    assert person.text("photoLine") == "This is the original; there are no marks on it."
    person.press("f", ENTER, ENTER)
    copy_of(person)
    canvas = viewer(person).canvas
    middle = 800, 600
    person.press("o")
    until(
        lambda: canvas.has_image and canvas._image.pixelColor(*middle).value() not in range(30, 226)
    )
    person.press("o")
    until(lambda: canvas.has_image and 60 < canvas._image.pixelColor(*middle).value() < 200)
    person.press("u")
    assert the_one(person).annotated is None


@pytest.mark.ci
@in_a_visit
def test_the_copy_of_a_large_photo_is_bounded(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path, (4000, 1000))
    person.press("b", ENTER, ENTER)
    assert copy_of(person).size == (COPY_SIDE, COPY_SIDE // 4)


@pytest.mark.ci
@in_a_visit
def test_marks_wait_for_a_photo_that_is_read(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    viewer(person).canvas.show_word("…")
    person.press("a", "b", "f", "t")
    assert viewer(person).canvas.shapes == []


@pytest.mark.ci
@in_a_visit
def test_marks_kept_twice_in_a_row_are_all_there(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b", *[LEFT] * 10, ENTER, ENTER)
    person.press("b", *[RIGHT] * 10, ENTER, ENTER)  # before the first copy is made
    until(lambda: len(person.disk.rows("SELECT 1 FROM evidence_event")) == 3)
    image = copy_of(person)
    assert is_red(image, 0.2, 0.5)
    assert is_red(image, 0.8, 0.5)


@pytest.mark.ci
@in_a_visit
def test_closing_the_window_keeps_what_was_drawn(person: Person, tmp_path: Path) -> None:
    with_photo(person, tmp_path)
    person.press("b", ENTER)
    person.window.close()
    ((annotated,),) = person.disk.rows("SELECT annotated FROM evidence")
    assert annotated is not None
