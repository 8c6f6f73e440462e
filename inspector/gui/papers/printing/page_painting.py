"""One page of a paper drawn with a painter, on whatever device."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from inspector.domain.papers.printed_page import PlacedPicture, PlacedText, PrintedPage, Stroke
from inspector.gui.papers.printing.chart_painting import chart_texts, draw_chart
from inspector.gui.papers.printing.text_painting import draw_text

_POINTS_PER_INCH = 72
_OVERHANG = 1.5  # points that the border of the outermost cells goes beyond the body
_DENSEST = 300
"""Dots per inch of a picture on paper: more only makes files heavy."""

ImageOf: TypeAlias = Callable[[str, QSize], QImage]
"""What reads a picture by its name, with so many dots at most; a null one where it cannot."""


def draw_page(
    painter: QPainter,
    page: PrintedPage,
    unit: float,
    image_of: ImageOf,
    dots: float = _DENSEST,
) -> None:
    """Draw a page from the upper left corner of the paper.

    `unit` is how many units of the painter a point has; a picture that `image_of` reads is drawn
    with `dots` to the inch of paper.
    """
    painter.save()
    painter.scale(unit, unit)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.save()
    painter.translate(page.left, page.top)
    painter.setClipRect(
        QRectF(0, 0, *page.body).adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)
    )
    painter.scale(page.scale, page.scale)
    for shade in page.shades:
        box = shade.box
        painter.fillRect(
            QRectF(box.left, box.top, box.width, box.height), QColor(f"#{shade.colour}")
        )
    for text in page.texts:
        draw_text(painter, text)
    _draw_strokes(painter, page.strokes)
    for placed in page.pictures:
        _draw_picture(painter, placed, image_of, dots * page.scale)
    for chart in page.charts:
        draw_chart(painter, chart)
    painter.restore()
    for words in page.margins:
        draw_text(painter, words)
    painter.restore()


def page_text(page: PrintedPage) -> str:
    """Return what a page says, for a screen reader: its cells row by row, then its margins."""
    rows: dict[float, list[PlacedText]] = {}
    for text in page.texts:
        rows.setdefault(round(text.box.top, 1), []).append(text)
    lines = [
        "  ".join(" ".join(each.text.split()) for each in sorted(row, key=lambda t: t.box.left))
        for _, row in sorted(rows.items())
    ]
    return "\n".join([*lines, *(words.text for words in page.margins)])


def texts_of(page: PrintedPage) -> Iterator[PlacedText]:
    """Yield every text of a page, those of its charts, too."""
    yield from page.texts
    yield from page.margins
    for chart in page.charts:
        yield from chart_texts(chart)


def _draw_strokes(painter: QPainter, strokes: Sequence[Stroke]) -> None:
    """Draw the lines, thick ones above thin ones; what two cells both draw is drawn once."""
    for stroke in sorted(dict.fromkeys(map(_rounded, strokes)), key=lambda each: each.width):
        pen = QPen(QColor(f"#{stroke.colour}"), stroke.width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        if stroke.dash:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([each / stroke.width for each in stroke.dash])
        painter.setPen(pen)
        painter.drawLine(QLineF(stroke.left, stroke.top, stroke.right, stroke.bottom))


def _rounded(stroke: Stroke) -> Stroke:
    left, top, right, bottom = (
        round(each, 2) for each in (stroke.left, stroke.top, stroke.right, stroke.bottom)
    )
    return replace(stroke, left=left, top=top, right=right, bottom=bottom)


def images_of(picture: Callable[[str], bytes | None]) -> ImageOf:
    """Return what reads the pictures whose bytes `picture` returns."""
    return lambda name, most: read_image(picture(name), most)


def read_image(content: bytes | None, most: QSize) -> QImage:
    """Return a picture with so many dots at most: reading fewer takes less time."""
    if content is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid() and (size.width() > most.width() or size.height() > most.height()):
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _draw_picture(painter: QPainter, placed: PlacedPicture, image_of: ImageOf, dots: float) -> None:
    box = placed.box
    place = QRectF(box.left, box.top, box.width, box.height)
    width, height = (round(each / _POINTS_PER_INCH * dots) for each in (box.width, box.height))
    image = image_of(placed.part, QSize(max(1, width), max(1, height)))
    if image.isNull():
        painter.setPen(QPen(QColor("#8c8c8c"), 0.75))
        painter.drawRect(place)
        painter.drawLine(QLineF(place.topLeft(), place.bottomRight()))
        return
    painter.drawImage(place, image)
