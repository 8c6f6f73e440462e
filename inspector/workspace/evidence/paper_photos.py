"""Photos as papers carry them; every paper with photos asks here.

Each is a small copy, made once for its place on paper; if the preferences say so, with the site
and the time in its corner. The original, its thumbnails and what the window shows never have them.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event

from inspector.domain.errors import InspectorError
from inspector.domain.papers.print_size import PrintSize
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence
from inspector.excel.papers.ledger.ledger_sheet_columns import PHOTOS
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.photo_pages import PHOTO_SIZE
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.storage.evidence.photo_making import crossed_out, erased_picture
from inspector.workspace.evidence.every_core import begun_on_every_core, on_every_core
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import PHOTO_CORNER, PreferenceBook

_USUAL = (PHOTO_SIZE, PHOTOS.print_size)
"""Places of photos on records and circulars, and on the ledger."""

_UNKNOWN = (4, 3)
"""The proportions of a photo whose size was never told."""

_PACE = 0.1
"""Seconds between two words of progress while one photo is waited for."""


class PaperPhotos:
    """Makes copies for paper, on any thread."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._book = opened.of(EvidenceBook)
        self._preferences = opened.of(PreferenceBook)

    def make_ready(
        self, wanted: Sequence[tuple[Evidence, str]], room: PrintSize, progress: Progress = unheard
    ) -> None:
        """Make the copies of photos, each with its site, on all cores before a paper is written.

        None of them stays in memory. `progress` hears of each, on this thread; what it raises stops
        the others. Where the folder takes no copies they are made while the paper is written.
        """
        self._book.prints.trim()
        once = list({self.key(*each, room): each for each in wanted}.values())
        makers = [partial(self._made, evidence, site, room) for evidence, site in once]
        with on_every_core(makers) as made:
            for done, is_there in enumerate(made, 1):
                progress(done, len(makers))
                if not is_there:  # nothing is kept: each would be made twice
                    return

    @contextmanager
    def made_beside(
        self, wanted: Sequence[tuple[Evidence, str]], room: PrintSize, progress: Progress
    ) -> Iterator[Callable[[str], None]]:
        """Begin to make those copies, for a paper that is written up to its photos meanwhile.

        Yields what waits until the photo of a key is made: `picture` calls it. `progress` hears
        then how many are; what it raises, and leaving the block, stops the others.
        """
        from concurrent.futures import wait  # not at the start

        self._book.prints.trim()
        once = {self.key(*each, room): each for each in wanted}
        made: list[bool] = []
        lost = Event()  # nothing is kept: each would be made twice

        def make(evidence: Evidence, site: str) -> None:
            if not lost.is_set() and not self._made(evidence, site, room):
                lost.set()
            made.append(True)

        with begun_on_every_core([partial(make, *each) for each in once.values()]) as begun:
            running = dict(zip(once, begun, strict=True))

            def ready(key: str) -> None:
                each = running.get(key)
                while each is not None and not each.done():
                    progress(len(made), len(running))
                    wait([each], _PACE)
                progress(len(made), len(running))
                if each is not None:
                    each.result()  # a fault of the program is heard of

            yield ready

    def thumbnail(self, evidence: Evidence) -> Path:
        """Return a small JPEG of a photo; with it come, the first time, its copies for most papers.

        So the photos of a month, each of which was seen once, are on its papers in no time. Raises
        what `EvidenceBook.thumbnail` raises.
        """
        return self._book.thumbnail(evidence, self.usual_rooms)

    @property
    def usual_rooms(self) -> tuple[PrintSize, ...]:
        """The places for which copies are made before a paper is asked for; none with corners.

        A corner has the site in it, which each paper tells in its own words.
        """
        return () if self._preferences.get(PHOTO_CORNER) == "yes" else _USUAL

    def lacks(self, evidence: Evidence) -> bool:
        """Tell whether a photo that can be shown lacks one of those copies."""
        has = self._book.prints.has
        return (
            not all(has(evidence.shown[0], room) for room in self.usual_rooms)
            and evidence.id not in self._book.erased
            and os.path.isfile(self._book.files.path_of(*evidence.shown))
        )

    def picture(
        self, evidence: Evidence, site: str, room: PrintSize, heard: Callable[[str], object] = bool
    ) -> Picture:
        """Return a photo of a site for a workbook; `heard` is told its key before it is written."""
        key = self.key(evidence, site, room)

        def make() -> bytes:
            heard(key)
            return self.jpeg(evidence, site, room)

        size = evidence.width or _UNKNOWN[0], evidence.height or _UNKNOWN[1]
        return Picture(make, "jpeg", *size, key)

    def has_something(self, evidence: Evidence) -> bool:
        """Tell whether a paper has something to show: the photo, or that it was erased and when."""
        return evidence.id in self._book.erased or os.path.exists(self._book.shown_path(evidence))

    def jpeg(self, evidence: Evidence, site: str, room: PrintSize) -> bytes:
        """Return a JPEG of a photo of a site; a crossed box for one that cannot be read."""
        try:
            return self._book.print_picture(evidence, room, self._corner(evidence, site))
        except PhotoErasedError as error:
            return erased_picture(error.day)
        except (InspectorError, OSError):  # gone or damaged since: the paper is written still
            return crossed_out()

    def key(self, evidence: Evidence, site: str, room: PrintSize) -> str:
        """Return what is the same of two photos that look the same on a paper."""
        erased = self._book.erased.get(evidence.id)
        if erased is not None:
            return f"erased {erased}"
        return self._book.prints.name(evidence.shown[0], room, self._corner(evidence, site))

    def _made(self, evidence: Evidence, site: str, room: PrintSize) -> bool:
        """Make a copy; tell whether there is one now, or could never be."""
        try:
            corner = self._corner(evidence, site)
            self._book.print_picture(evidence, room, corner)
        except (InspectorError, OSError):
            return True
        return self._book.prints.has(evidence.shown[0], room, corner)

    def _corner(self, evidence: Evidence, site: str) -> tuple[str, ...]:
        """Return the lines of the corner: what the camera says, else when it was taken in."""
        if self._preferences.get(PHOTO_CORNER) != "yes":
            return ()
        if evidence.taken_at is not None:
            return site, f"{evidence.taken_at:%Y-%m-%d %H:%M}"
        return site, f"{evidence.added_at:%Y-%m-%d %H:%M} 录入"
