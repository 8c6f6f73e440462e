"""Who looks closer sees all the pixels that are kept, and they are let go afterwards."""

from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.gui.photos.annotation import Mark
from inspector.gui.photos.annotation_canvas import AnnotationCanvas
from inspector.gui.photos.photo_cache import FULL, LARGE, PhotoCache
from inspector.gui.photos.photo_pane import PhotoPane, ShownPhoto
from inspector.gui.session import Session
from inspector.workspace.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    with closing(Workspace(tmp_path / "data")) as workspace:
        yield Session(workspace)


def striped(session: Session, width: int, height: int) -> Evidence:
    """A photo of black and white lines, a pixel each: grey in whatever is smaller."""
    line = Image.new("L", (width, 1))
    line.putdata([255 * (x % 2) for x in range(width)])
    made = BytesIO()
    line.resize((width, height)).convert("RGB").save(made, "PNG")
    book = session.workspace.evidence
    prepared = book.prepare(made.getvalue(), "条纹.png")
    return book.made(prepared, EvidenceOrigin.PASTED, EvidenceRole.FOUND)


def pane_of(qtbot: QtBot, session: Session, evidence: Evidence) -> PhotoPane:
    pane = PhotoPane(PhotoCache.of(session), "photo")
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show_photos([ShownPhoto(evidence)])
    pane.show()
    PhotoCache.of(session).finish()
    return pane


def are_apart(view: QWidget) -> bool:
    """Black and white lines are told apart in the middle of what is seen."""
    image = view.grab().toImage()
    middle = image.height() // 2
    shades = [image.pixelColor(x, middle).red() for x in range(200, 400)]
    return min(shades) < 64 and max(shades) > 192


def is_full(session: Session, evidence: Evidence) -> bool:
    return isinstance(PhotoCache.of(session).get(evidence, FULL), QImage)


@pytest.mark.ci
def test_lines_that_a_copy_cannot_show_come_apart(qtbot: QtBot, session: Session) -> None:
    pane = pane_of(qtbot, session, striped(session, 4000, 2000))
    pane.zoom.step(12)
    assert not are_apart(pane)  # the copy of 1,920 pixels, until all have come
    PhotoCache.of(session).finish()
    assert are_apart(pane)


def _hide(pane: PhotoPane) -> None:
    pane.hide()


def _step_back(pane: PhotoPane) -> None:
    pane.zoom.step(-20)


def _show_none(pane: PhotoPane) -> None:
    pane.show_photos(())


@pytest.mark.ci
@pytest.mark.parametrize("leave", [_hide, _step_back, _show_none])
def test_all_pixels_are_let_go_when_nobody_looks_closer(
    qtbot: QtBot, session: Session, leave: Callable[[PhotoPane], None]
) -> None:
    evidence = striped(session, 4000, 2000)
    pane = pane_of(qtbot, session, evidence)
    pane.zoom.step(3)
    PhotoCache.of(session).finish()
    assert is_full(session, evidence)
    leave(pane)
    assert not is_full(session, evidence)
    assert isinstance(PhotoCache.of(session).get(evidence, LARGE), QImage)  # comes back at once


@pytest.mark.ci
def test_what_is_no_longer_looked_at_when_it_comes_is_not_kept(
    qtbot: QtBot, session: Session
) -> None:
    evidence = striped(session, 4000, 2000)
    pane = pane_of(qtbot, session, evidence)
    pane.zoom.step(3)
    pane.hide()
    PhotoCache.of(session).finish()
    assert not is_full(session, evidence)


def test_a_photo_that_is_no_larger_than_its_copy_is_not_read_again(
    qtbot: QtBot, session: Session
) -> None:
    evidence = striped(session, 1200, 800)
    pane = pane_of(qtbot, session, evidence)
    read = PhotoCache.of(session).jobs
    pane.zoom.step(12)
    PhotoCache.of(session).finish()
    assert PhotoCache.of(session).jobs == read
    assert are_apart(pane)


@pytest.mark.ci
def test_marks_burnt_in_stay_in_sight_closely(qtbot: QtBot, session: Session) -> None:
    evidence, cache = striped(session, 4000, 2000), PhotoCache.of(session)
    canvas = AnnotationCanvas(cache)
    qtbot.addWidget(canvas)
    canvas.resize(QSize(600, 400))
    canvas.show()
    cache.want(canvas, [evidence], LARGE)
    cache.finish()
    copy = cache.get(evidence, LARGE)
    assert isinstance(copy, QImage)
    canvas.show_photo(evidence, copy)
    canvas.zoom.step(12)
    cache.finish()
    assert are_apart(canvas)
    canvas.begin(Mark.BLUR)
    canvas.settle()
    canvas.burn_in()
    cache.finish()
    assert not are_apart(canvas)  # blocks, and not the face behind them
