"""The photo as found beside the latest one after: small in the panel, large over the page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.gui.photos.picture_source import SMALL, PictureSource
from inspector.gui.theme import GRID, SMALL_SIZE, Colours, colours_of, text_font
from inspector.gui.words import short_day_text
from inspector.translation import tr

_CAPTION = 22
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def as_found(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the photos of what was wrong, oldest first."""
    return [each for each in evidence if each.is_photo and each.role is EvidenceRole.FOUND]


def after(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the photos of what was done about it, oldest first."""
    return [each for each in evidence if each.is_photo and each.role is not EvidenceRole.FOUND]


def after_word(role: EvidenceRole) -> str:
    """Return what a later photo shows."""
    return {
        EvidenceRole.CORRECTED: tr("Corrected on the spot"),
        EvidenceRole.REPORTED: tr("Reported done"),
        EvidenceRole.RECHECKED: tr("Rechecked"),
    }.get(role, tr("Photo after"))


def caption(photos: Sequence[Evidence], at: int, before: bool) -> str:
    """Say which side it is, of which day, and which of how many."""
    if not photos:
        return tr("Photo before: none") if before else tr("Photo after: none")
    photo = photos[at]
    word = tr("Photo before") if before else after_word(photo.role)
    said = f"{word} {short_day_text(photo.added_at.astimezone().date())}"
    return f"{said}  {at + 1}/{len(photos)}" if len(photos) > 1 else said


def paint_photo(
    painter: QPainter, place: QRect, photo: Evidence | None, source: PictureSource, side: int,
    said: str, colours: Colours,
) -> None:  # fmt: skip
    """Draw a photo whole in its place, and what it is under it."""
    room = place.adjusted(0, 0, 0, -_CAPTION)
    painter.fillRect(room, colours.colour("chip"))
    painter.setFont(text_font(SMALL_SIZE))
    picture, failed = source.get(photo, side) if photo else (None, False)
    painter.setPen(colours.colour("secondary"))
    if picture is not None:
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        inside = QRect(room.topLeft(), size)
        inside.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(inside, picture)
    else:
        word = "—" if photo is None else tr("Cannot be shown") if failed else "…"
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)
    below = place.adjusted(0, room.height(), 0, 0)
    said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, below.width())
    painter.setPen(colours.colour("text"))
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


class PhotoPair(QWidget):
    """Two photos; hidden while there is none. Enter or a click shows them large."""

    opened = Signal()

    def __init__(self, source: PictureSource) -> None:
        super().__init__()
        self.setObjectName("photoPair")
        self.setAccessibleName(tr("Photos"))
        self.setFixedHeight(112 + _CAPTION)
        self._source = source
        self._before: list[Evidence] = []
        self._after: list[Evidence] = []
        source.loaded.connect(self.update)
        self.hide()

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show the photos of a finding."""
        self._before, self._after = as_found(evidence), after(evidence)
        there = bool(self._before or self._after)
        self.setVisible(there)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(f"{self._said(True)}\n{self._said(False)}")
        self.update()

    def _said(self, before: bool) -> str:
        photos = self._before if before else self._after
        return caption(photos, 0 if before else len(photos) - 1, before)

    def sizeHint(self) -> QSize:
        return QSize(280, 112 + _CAPTION)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        half = (self.width() - GRID) // 2
        for place, photo, before in (
            (QRect(0, 0, half, self.height()), self._before[:1], True),
            (QRect(half + GRID, 0, half, self.height()), self._after[-1:], False),
        ):
            shown = photo[0] if photo else None
            paint_photo(painter, place, shown, self._source, SMALL, self._said(before), colours)
        if self.hasFocus():
            painter.setPen(colours.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -_CAPTION))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
