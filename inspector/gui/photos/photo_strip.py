"""The photos of the current item, small, under its note."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.photo_words import facts, role_word
from inspector.gui.photos.thumbnail_cache import ThumbnailCache
from inspector.gui.photos.thumbnail_painting import paint_thumbnail
from inspector.gui.theme import GRID, SMALL_SIZE, colours_of, text_font
from inspector.gui.unsaved import Unsaved
from inspector.gui.widgets.labels import plain_tip
from inspector.gui.words import unsaved_word
from inspector.translation import tr

CELL = QSize(66, 50)
WORD = 18
"""Pixels of the word under a thumbnail."""

MOST_ROWS = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PhotoStrip(QWidget):
    """Two rows at most; what there is no room for is a number that leads to the viewer."""

    opened = Signal(int)  # the position of a photo or file
    removed = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("photos")
        self.setAccessibleName(tr("Photos and files"))
        self.setMouseTracking(True)
        self._evidence: Sequence[Evidence] = ()
        self._thumbnails: ThumbnailCache | None = None
        self._unsaved: Unsaved | None = None
        self._at = 0
        self.hide()

    def use(self, thumbnails: ThumbnailCache, unsaved: Unsaved) -> None:
        """Say where thumbnails come from, and what is to be marked as not on the disk yet."""
        self._thumbnails, self._unsaved = thumbnails, unsaved
        thumbnails.loaded.connect(self.update)
        unsaved.changed.connect(self._mark)

    def _mark(self) -> None:
        self.setAccessibleDescription("\n".join(map(self._told, self._evidence)))
        self.update()

    def _is_unsaved(self, evidence: Evidence) -> bool:
        return self._unsaved is not None and (evidence.id, "") in self._unsaved.spots

    def _told(self, evidence: Evidence) -> str:
        said = f"{role_word(evidence.role)} · {facts(evidence)}"
        return f"{unsaved_word()} · {said}" if self._is_unsaved(evidence) else said

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show what an item has; never waits for a file."""
        if evidence != self._evidence:
            same = evidence and self._evidence and evidence[0].id == self._evidence[0].id
            self._evidence = evidence
            self._at = min(self._at, len(evidence) - 1) if same else 0
            self._arrange()
            self.update()
            self._want()

    def _want(self) -> None:
        if self._thumbnails is not None:
            self._thumbnails.want(self._evidence[: self._shown])

    @property
    def _columns(self) -> int:
        return max(1, (self.width() + GRID) // (CELL.width() + GRID))

    @property
    def _shown(self) -> int:
        """How many are in sight; the last place may have to say how many more there are."""
        room = self._columns * MOST_ROWS
        return len(self._evidence) if len(self._evidence) <= room else room - 1

    def _arrange(self) -> None:
        rows = min(MOST_ROWS, -(-len(self._evidence) // self._columns))
        self.setVisible(bool(self._evidence))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._evidence else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(max(1, rows * (CELL.height() + WORD + GRID) - GRID))
        self.setAccessibleDescription("\n".join(map(self._told, self._evidence)))

    def _cell(self, position: int) -> QRect:
        row, column = divmod(position, self._columns)
        return QRect(
            column * (CELL.width() + GRID),
            row * (CELL.height() + WORD + GRID),
            CELL.width(),
            CELL.height() + WORD,
        )

    def _position(self, point: QPoint) -> int | None:
        for position in range(min(len(self._evidence), self._shown + 1)):
            if self._cell(position).contains(point):
                return position
        return None

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        for position, evidence in enumerate(self._evidence[: self._shown]):
            cell = self._cell(position)
            picture = QRect(cell.topLeft(), CELL)
            chosen = self.hasFocus() and position == self._at
            paint_thumbnail(painter, picture, evidence, self._thumbnails, colours, chosen)
            painter.setFont(text_font(SMALL_SIZE))
            is_unsaved = self._is_unsaved(evidence)
            painter.setPen(colours.colour("unsaved" if is_unsaved else "secondary"))
            below = cell.adjusted(0, CELL.height(), 0, 0)
            said = role_word(evidence.role) if evidence.is_photo else evidence.name
            said = f"! {unsaved_word()}" if is_unsaved else said
            said = painter.fontMetrics().elidedText(
                said, Qt.TextElideMode.ElideMiddle, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)
        if more := len(self._evidence) - self._shown:
            cell = QRect(self._cell(self._shown).topLeft(), CELL)
            painter.fillRect(cell, colours.colour("chip"))
            painter.setFont(text_font())
            painter.setPen(colours.colour("text"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"+{more}")
            if self.hasFocus() and self._at >= self._shown:
                painter.setPen(colours.colour("accent"))
                painter.drawRect(cell.adjusted(0, 0, -1, -1))

    # Choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = min(len(self._evidence) - 1, self._shown)
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._at = max(0, min(self._at + steps[key], last))
            self.update()
        elif key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(self._at)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.isAutoRepeat():
            self.removed.emit(self._at)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self._position(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and position is not None:
            self._at = position
            self.opened.emit(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._position(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self._position(event.pos())
            if position is not None and position < self._shown:
                tip = plain_tip(self._told(self._evidence[position]))
                QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            self._want()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
