"""Photos in memory, small and large: read on one thread, the least recently used let go.

Whoever shows photos says which are wanted, and paints what is there.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QImageReader

from inspector.domain.errors import CannotReadError, CannotWriteError, InspectorError
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.jobs.background import Background
from inspector.gui.jobs.in_turns import Turns
from inspector.gui.jobs.loading import load
from inspector.gui.session import Session
from inspector.storage.evidence.thumbnails import THUMBNAIL_SIDE
from inspector.workspace.evidence.evidence_book import EvidenceBook

if TYPE_CHECKING:
    from inspector.workspace.evidence.paper_photos import PaperPhotos

SMALL, LARGE, FULL = THUMBNAIL_SIDE, 1920, 8192
"""Pixels of the longer side: a thumbnail, a photo over a page or on a projector, and all there is
for who looks closer (a photo of 50 megapixels; of a larger one as much)."""

MOST_BYTES = 128 << 20
"""Of what nobody wants any more; a large photo has 11 MB, a thumbnail 0.2. What is wanted stays,
and a full one, of 48 MB out of a telephone, only as long as that."""

_CODE = "inspector.workspace.evidence.paper_photos"
"""What thumbnails are made by: with all that it imports too long for one go."""

_Key = tuple[str, int]  # the digest of what a photo shows, and its size


class PhotoCache(QObject):
    """The photos of one window."""

    came = Signal()
    """A photo is there, or is known to be unreadable."""

    def __init__(self, session: Session, most_bytes: int = MOST_BYTES) -> None:
        super().__init__(session)
        self._session = session
        self._kept: OrderedDict[_Key, QImage | InspectorError] = OrderedDict()
        self._bytes, self._most_bytes = 0, most_bytes
        self._wanted: dict[QObject, dict[_Key, Evidence]] = {}
        self._work, self._coming = Background(self), Turns(self)
        self.jobs = 0
        """How many were read from disk so far."""

    @staticmethod
    def of(session: Session) -> "PhotoCache":
        """Return the cache of a session, the same one each time."""
        return session.findChild(PhotoCache) or PhotoCache(session)

    def want(self, who: QObject, evidence: Iterable[Evidence], side: int) -> None:
        """Say which photos a widget shows now or next; what it wanted before it does not any more.

        What was wanted last is read first, and what nobody wants any more is not read at all.
        """
        self._wanted.pop(who, None)
        wanted = {(each.shown[0], side): each for each in evidence if each.is_photo}
        if wanted:
            self._wanted[who] = wanted
        self._let_go()
        self._read_next()

    def get(self, evidence: Evidence, side: int) -> QImage | InspectorError | None:
        """Return a photo, why it cannot be read, or None while it has not come.

        One that was lawfully erased is not shown any more, even where it is in memory still.
        """
        if (day := self._session.workspace.evidence.erased.get(evidence.id)) is not None:
            return PhotoErasedError(day)
        key = (evidence.shown[0], side)
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def finish(self) -> None:
        """Wait for everything that is wanted."""
        self._coming.finish()
        self._work.finish()

    def _in_turn(self) -> Iterator[tuple[_Key, Evidence]]:
        """Return what is wanted, by whoever wanted last first."""
        for wanted in reversed(self._wanted.values()):
            yield from wanted.items()

    def _read_next(self) -> None:
        if self._work.open_jobs or all(key in self._kept for key, _ in self._in_turn()):
            return
        self._coming.do(load(_CODE), self._read_wanted)

    def _read_wanted(self) -> None:
        """Read the first that is wanted, once its code is there."""
        for key, evidence in self._in_turn():
            if key not in self._kept:
                from inspector.workspace.evidence.paper_photos import PaperPhotos

                workspace = self._session.workspace
                book, papers = workspace.evidence, workspace.of(PaperPhotos)
                keep = partial(self._keep, key)
                self._work.do(partial(_read, book, papers, evidence, key[1]), keep, keep)
                return

    def _keep(self, key: _Key, photo: QImage | InspectorError) -> None:
        self.jobs += 1
        self._kept[key] = photo
        self._bytes += _bytes(photo)
        self._let_go()
        self._read_next()
        self.came.emit()

    def _let_go(self) -> None:
        """Drop what is not wanted beyond the bound, what is full, and what failed.

        What failed may be there the next time.
        """
        wanted = {key for key, _ in self._in_turn()}
        for key, photo in list(self._kept.items()):
            goes = isinstance(photo, InspectorError) or key[1] == FULL
            if key not in wanted and (goes or self._bytes > self._most_bytes):
                self._bytes -= _bytes(self._kept.pop(key))


def _bytes(photo: QImage | InspectorError) -> int:
    return photo.sizeInBytes() if isinstance(photo, QImage) else 0


def _read(book: EvidenceBook, papers: "PaperPhotos", evidence: Evidence, side: int) -> QImage:
    """Read a photo, on the thread."""
    photo = QImage()
    if side == SMALL:
        with suppress(CannotWriteError):  # the disk that photos wait for takes no small ones either
            photo = QImageReader(str(papers.thumbnail(evidence))).read()
    return read_photo(book, evidence, side) if photo.isNull() else photo


def read_photo(book: EvidenceBook, evidence: Evidence, side: int) -> QImage:
    """Read a photo, its longer side at most `side` pixels. From any thread; raises as `pixels`."""
    pixels = book.pixels(evidence, side)
    photo = QImage(pixels.width, pixels.height, QImage.Format.Format_RGB32)
    if photo.isNull():
        raise CannotReadError(book.shown_path(evidence), "not enough memory")
    bits, at = memoryview(photo.bits()), 0
    for strip in pixels.strips:
        bits[at : at + len(strip)] = strip
        at += len(strip)
    return photo
