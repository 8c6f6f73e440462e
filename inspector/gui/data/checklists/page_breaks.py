"""Tables on paper: no row is cut by the end of a page.

Qt breaks a table's row wherever the page ends, and has no policy against it. So the document is
laid out for the printer, and made again with a new page before each row that was cut. What was
laid out is what is drawn: `QTextDocument.print_` would lay it out once more, a little differently.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QGuiApplication,
    QPagedPaintDevice,
    QPaintDevice,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextTable,
)

MARGIN = 2 / 2.54
"""Inches on every side."""


def page_starts(
    make: Callable[[Sequence[int]], QTextDocument], printer: QPagedPaintDevice
) -> list[int]:
    """Return the rows before which a page of the document that `make` makes has to begin.

    They are counted through all tables without their headers; `make` is given them. A row longer
    than a page is cut all the same.
    """
    starts: list[int] = []
    while True:
        document = with_starts(make, starts, printer)
        cut = next((row for row in _to_be_moved(document) if row not in starts), None)
        if cut is None:
            return starts
        starts.append(cut)


def with_starts(
    make: Callable[[Sequence[int]], QTextDocument],
    starts: Sequence[int],
    printer: QPagedPaintDevice,
) -> QTextDocument:
    """Return the document with these starts of pages, laid out for a printer."""
    document = make(starts)
    document.documentLayout().setPaintDevice(printer)
    root = document.rootFrame().frameFormat()
    root.setMargin(MARGIN * printer.logicalDpiY() / _scale(printer))
    document.rootFrame().setFrameFormat(root)
    document.setPageSize(QSizeF(printer.width(), printer.height()))
    document.pageCount()  # lays everything out
    return document


def print_pages(document: QTextDocument, printer: QPagedPaintDevice) -> None:
    """Draw the pages of a document that was laid out for this printer, each with its number."""
    ranges = printer.pageRanges()  # none: all
    first, last = ranges.firstPage() or 1, ranges.lastPage() or document.pageCount()
    painter = QPainter(printer)
    for page in range(first, min(last, document.pageCount()) + 1):
        if page > first:
            printer.newPage()
        _draw(document, page, painter)
    painter.end()


def _draw(document: QTextDocument, page: int, painter: QPainter) -> None:
    width, height = document.pageSize().width(), document.pageSize().height()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, (page - 1) * height, width, height)
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)  # not of a dark window
    painter.save()
    painter.translate(0, -context.clip.top())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
    margin = document.rootFrame().frameFormat().bottomMargin() * _scale(painter.device())
    place = QRectF(0, height - margin, width - margin, margin / 2)
    painter.setFont(document.defaultFont())
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(page))


def _to_be_moved(document: QTextDocument) -> Iterator[int]:
    """Yield the rows that have to begin a page, and a table of their own there.

    Those that do not stand whole on one page, the first row of a table together with its header
    and its heading. And those that the end of the page has moved: Qt would leave the table before
    them open, without its last line.
    """
    number = 0
    for table in _tables(document):
        before: set[int] = set()
        for row in range(1, table.rows()):
            blocks = [*_blocks(table, row)]
            if row == 1:
                blocks += [table.firstCursorPosition().block().previous(), *_blocks(table, 0)]
            pages = {page for block in blocks for page in _pages_of(document, block)}
            if len(pages) > 1 or (before and pages != before):
                yield number
            before = pages
            number += 1


def _scale(device: QPaintDevice) -> float:
    """Return by what the layout multiplies a length in pixels of the screen for a device."""
    return device.logicalDpiY() / QGuiApplication.primaryScreen().logicalDotsPerInchY()


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable)]


def _blocks(table: QTextTable, row: int) -> Iterator[QTextBlock]:
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        yield block
        while block != last:
            block = block.next()
            yield block


def _pages_of(document: QTextDocument, block: QTextBlock) -> Iterator[int]:
    """Yield the pages on which the lines of a block stand."""
    layout, height = block.layout(), document.pageSize().height()
    place: QRectF = document.documentLayout().blockBoundingRect(block)
    for line in range(layout.lineCount()):
        top = place.top() + layout.lineAt(line).y()
        yield int(top // height)
