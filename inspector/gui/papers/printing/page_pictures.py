"""Pages of a workbook as pictures, drawn beside the window: the file stays open meanwhile."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPainter

from inspector.domain.errors import InspectorError
from inspector.excel.pages.stored_pages import AnyPages
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.papers.printing.laid_out import laid_out
from inspector.gui.papers.printing.page_painting import draw_page, images_of, page_text

_POINTS_PER_INCH = 72


class _LeftError(BaseException):
    """Nobody wants the pages any more."""


class PagePictures(NewestAnswer):
    """Draws one page after the other; what is asked for last is what is told."""

    _came_to = Signal(int, int)
    """What is laid out of the question with this number, in percent; told on the reading thread."""

    def __init__(
        self,
        refuse: Callable[[InspectorError], object],
        hear: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(refuse, parent)
        self._hear = hear
        self._came_to.connect(self._tell_percent)
        self._open = ExitStack()
        self._pages: AnyPages | None = None

    def open(self, path: Path, tell: Callable[[AnyPages], object]) -> None:
        """Open a workbook, and tell its pages; of a long one it is heard how far it is."""
        self._begin()
        question, told, opened = self._question, 0, self._open

        def hear(done: int, total: int) -> None:
            nonlocal told
            if question != self._question:
                raise _LeftError
            percent = 100 * done // max(total, 1)
            if percent > told:
                told = percent
                self._came_to.emit(question, percent)

        def read() -> AnyPages | None:
            with suppress(_LeftError):
                return opened.enter_context(laid_out(path, hear))
            return None

        def show(pages: AnyPages | None) -> None:
            self._pages = pages
            if pages is not None:
                tell(pages)

        self._ask(read, show)

    def draw(self, number: int, scale: float, ratio: float,
             tell: Callable[[QImage, str], object]) -> None:  # fmt: skip
        """Draw a page, from 0, and tell its picture and what it says.

        `scale` is how many pixels of the screen a point has, `ratio` how many dots those have.
        """
        pages = self._pages
        if pages is None:
            return
        self._begin()
        self._ask(
            lambda: _drawn(pages, number, scale, ratio), lambda drawn: tell(drawn[0], drawn[1])
        )

    def _tell_percent(self, question: int, percent: int) -> None:
        if question == self._question and self._pages is None:
            self._hear(percent)

    def close(self, then: Callable[[], object]) -> None:
        """Let go of the file as soon as nobody reads it, then do `then`; nobody waits for that."""
        self._begin()
        self._pages = None
        opened, self._open = self._open, ExitStack()
        self._work.do(opened.close, lambda _: then())


def _drawn(pages: AnyPages, number: int, scale: float, ratio: float) -> tuple[QImage, str]:
    page = pages.page(number)
    size = QSize(round(page.width * scale * ratio), round(page.height * scale * ratio))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    draw_page(
        painter, page, scale * ratio, images_of(pages.picture), scale * ratio * _POINTS_PER_INCH
    )
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image, page_text(page)
