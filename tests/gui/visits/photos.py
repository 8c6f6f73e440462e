"""Photos for a person at the window: real files, a clipboard, a drop, and what came of them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from inspector.domain.visit.evidence import Evidence
from tests.gui.dragging import entering, falling
from tests.gui.visits.visit import Person
from tests.gui.waiting import pass_time
from tests.storage.evidence.pictures import encoded, exif, scene

TAKEN, OFFSET = 0x9003, 0x9011
PATIENCE, STEP = 60_000, 10
"""Milliseconds a thread may take on a busy machine, and between two looks at it."""


def until(happened: Callable[[], bool]) -> None:
    """Let the event loop run until something happened."""
    for _ in range(PATIENCE // STEP):
        if happened():
            return
        pass_time(STEP)
    assert happened(), "it did not happen in time"


def photo_file(folder: Path, name: str = "IMG_1.jpg", taken: datetime | None = None) -> Path:
    """Write a JPEG of a camera, in quarters of known colours."""
    tags = {TAKEN: f"{taken:%Y:%m:%d %H:%M:%S}"} if taken else {}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    kind = {"heic": "HEIF", "webp": "WEBP", "png": "PNG"}.get(name.rpartition(".")[2], "JPEG")
    image = scene(640, 480)
    for place, letter in enumerate(name.encode()):  # no two names give the same bytes
        image.paste((letter, 255 - letter, 90), (16 * place, 0, 16 * place + 16, 16))
    path.write_bytes(encoded(image, kind, exif=exif(1, tags)))
    return path


def now() -> datetime:
    """The present moment as a camera writes it."""
    return datetime.now().replace(microsecond=0)


def long_ago() -> datetime:
    """A moment more than two days before the visit of a test began."""
    return now() - timedelta(days=2, hours=6)


def copy_files(*paths: Path) -> None:
    """Copy files as a file manager does: their addresses, and their paths as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    QApplication.clipboard().setMimeData(data)


def copy_image(width: int = 320, height: int = 240) -> None:
    """Copy a picture as a screenshot tool does."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(image)


def drop(person: Person, data: QMimeData) -> QDropEvent:
    """Drag something over the scoring page and let it fall; return the drop."""
    page = person.scoring
    at, actions = QPointF(200, 200), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = entering(at, actions, data)
    QApplication.sendEvent(page, enter)
    event = falling(at, actions, data)
    if enter.isAccepted():
        QApplication.sendEvent(page, event)
    return event


def files(*paths: Path) -> QMimeData:
    """Files as they are dragged."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def here(person: Person) -> tuple[Evidence, ...]:
    """The photos and files of the item in front, as the page holds them."""
    shown = person.scoring.position.shown()
    return shown.evidence if shown is not None else ()


def kept(person: Person) -> list[tuple[str, str, str, str]]:
    """Every photo and file on disk that was not removed: window, item, role, name."""
    return [
        (window, item, role, name)
        for window, item, role, name in person.disk.rows(
            "SELECT window_number, item_id, role, name FROM evidence"
            " JOIN scorecard ON scorecard.id = scorecard_id"
            " WHERE removed_at IS NULL ORDER BY added_at, evidence.rowid"
        )
    ]


def paste(person: Person, count: int = 1) -> None:
    """Paste a picture into the item in front, and wait until it is attached."""
    before = len(kept(person))
    for each in range(count):
        copy_image(320 + 8 * (before + each), 240)
        person.press("v", ctrl=True)
        until(partial(lambda wanted: len(kept(person)) == wanted, before + each + 1))
