"""How one photo or file is drawn small: its picture, a place kept for it, or what kind it is."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPolygon

from inspector.domain.errors import InspectorError
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.photo_cache import SMALL, PhotoCache
from inspector.gui.photos.photo_words import missing_words
from inspector.gui.theme import GRID, SMALL_SIZE, Colours, text_font
from inspector.translation import tr

_UNREADABLE = "✗"
_COMING = "…"
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_thumbnail(
    painter: QPainter,
    rect: QRect,
    evidence: Evidence,
    cache: PhotoCache | None,
    colours: Colours,
    chosen: bool,
) -> None:
    """Draw a photo or file into `rect`, framed when it is the chosen one."""
    if evidence.is_photo:
        found = cache.get(evidence, SMALL) if cache else None
        picture = found if isinstance(found, QImage) else None
        paint_picture(painter, rect, picture, _word(painter, rect, found), colours)
    else:
        paint_page(painter, rect, evidence.suffix, colours)
    paint_frame(painter, rect, colours, chosen)


def _word(painter: QPainter, rect: QRect, found: QImage | InspectorError | None) -> str:
    """Return what stands where no picture is; of an erased one as much as there is room for."""
    if not isinstance(found, PhotoErasedError):
        return _UNREADABLE if found else _COMING
    painter.setFont(text_font(SMALL_SIZE, bold=True))
    words = missing_words(found)
    needed = painter.fontMetrics().boundingRect(rect, int(_CENTRED), words)
    return words if rect.contains(needed) else tr("Erased")


def paint_picture(
    painter: QPainter, rect: QRect, picture: QImage | None, word: str, colours: Colours
) -> None:
    """Draw a picture so that it fills `rect`, or a word on a plain ground."""
    painter.fillRect(rect, colours.colour("chip"))
    if picture is None or picture.isNull():
        painter.setFont(text_font(SMALL_SIZE, bold=True))
        painter.setPen(colours.colour("secondary"))
        painter.drawText(rect, int(_CENTRED), word or "?")
        return
    wanted = rect.size().scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
    part = QRect(0, 0, wanted.width(), wanted.height())
    part.moveCenter(picture.rect().center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(rect, picture, part)


def paint_page(painter: QPainter, rect: QRect, suffix: str, colours: Colours) -> None:
    """Draw a sheet with a folded corner that says what kind of file it is."""
    painter.fillRect(rect, colours.colour("chip"))
    height = min(rect.height() - GRID, 2 * rect.width())
    sheet = QRect(0, 0, max(height * 3 // 4, 5 * GRID), height)
    sheet.moveCenter(rect.center())
    fold = GRID + 2
    outline = QPolygon(
        [
            sheet.topLeft(),
            sheet.topRight() - QPoint(fold, 0),
            sheet.topRight() + QPoint(0, fold),
            sheet.bottomRight(),
            sheet.bottomLeft(),
        ]
    )
    painter.setPen(colours.colour("secondary"))
    painter.setBrush(colours.colour("surface"))
    painter.drawPolygon(outline)
    painter.drawPolyline([outline.at(1), sheet.topRight() + QPoint(-fold, fold), outline.at(2)])
    painter.setFont(text_font(SMALL_SIZE, bold=True))
    painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, suffix.upper()[:5] or "?")


def paint_frame(painter: QPainter, rect: QRect, colours: Colours, chosen: bool) -> None:
    """Draw the edge of a small picture; two pixels of the accent when it is chosen."""
    painter.setPen(colours.colour("accent" if chosen else "hairline"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    if chosen:
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
