"""Photos and files, small, in a row or two: of an item, of an entry, of a finding."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.measures import sized
from inspector.gui.photos.photo_cache import SMALL, PhotoCache
from inspector.gui.photos.photo_words import facts, missing_words, role_word
from inspector.gui.photos.thumbnail_painting import paint_thumbnail
from inspector.gui.session import Session
from inspector.gui.theme import GRID, SMALL_SIZE, colours_of, text_font
from inspector.gui.widgets.labels import plain_tip
from inspector.gui.words import unsaved_word
from inspector.translation import tr

CELL = QSize(66, 50)
WORD = 18
"""Pixels of the word under a thumbnail."""

REST = 60
"""Milliseconds on an item before its photos are read: the arrow keys repeat faster."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (
    *_ENTER, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape,
)  # fmt: skip


class PhotoStrip(QWidget):
    """A few rows; what there is no room for is a number that leads to the viewer."""

    opened = Signal(int)  # the position of a photo or file
    removed = Signal(int)
    left = Signal()

    def __init__(self, name: str = "photos", cell: QSize = CELL, rows: int = 2) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Photos and files"))
        self.setMouseTracking(True)
        self._size, self._most_rows = cell, rows
        self._evidence: Sequence[Evidence] = ()
        self._words: Sequence[str] = ()
        self._cache: PhotoCache | None = None
        self._session: Session | None = None
        self._at = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._want)
        self.hide()

    def use(self, session: Session) -> None:
        """Say where thumbnails come from, and what is to be marked as not on the disk yet."""
        self._session, self._cache = session, PhotoCache.of(session)
        self._cache.came.connect(self.update)
        session.unsaved.changed.connect(self._mark)

    def _mark(self) -> None:
        self.setAccessibleDescription("\n".join(map(self._told, range(len(self._evidence)))))
        self.update()

    def _is_unsaved(self, evidence: Evidence) -> bool:
        return self._session is not None and (evidence.id, "") in self._session.unsaved.targets

    def _told(self, position: int) -> str:
        """Return what is said of a photo or file, and first whether it is on the disk."""
        evidence = self._evidence[position]
        said = self._word(position) or f"{role_word(evidence.role)} · {facts(evidence)}"
        if evidence.is_photo and self._cache is not None:
            found = self._cache.get(evidence, SMALL)
            said += f" · {missing_words(found)}" if isinstance(found, PhotoErasedError) else ""
        return f"{unsaved_word()} · {said}" if self._is_unsaved(evidence) else said

    def _word(self, position: int) -> str:
        return self._words[position] if self._words else ""

    def show_evidence(self, evidence: Sequence[Evidence], words: Sequence[str] = ()) -> None:
        """Show photos and files, each with its word or that of its role; never waits for a file."""
        if (evidence, words) != (self._evidence, self._words):
            same = evidence and self._evidence and evidence[0].id == self._evidence[0].id
            self._evidence, self._words = evidence, words
            self._at = min(self._at, len(evidence) - 1) if same else 0
            self._arrange()
            self._want_soon()

    def _want_soon(self) -> None:
        """Want none of the photos before any more, and these after a rest."""
        if self._cache is not None:
            self._cache.want(self, (), SMALL)
        self._rest.start()

    def _want(self) -> None:
        if self._cache is not None and self.isVisible():
            self._cache.want(self, self._evidence[: self._shown], SMALL)

    @property
    def _columns(self) -> int:
        return max(1, (self.width() + GRID) // (self._size.width() + GRID))

    @property
    def _shown(self) -> int:
        """How many are in sight; the last place may have to say how many more there are."""
        room = self._columns * self._most_rows
        return len(self._evidence) if len(self._evidence) <= room else room - 1

    def _arrange(self) -> None:
        rows = min(self._most_rows, -(-len(self._evidence) // self._columns))
        self.setVisible(bool(self._evidence))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._evidence else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(max(1, rows * (self._size.height() + sized(WORD) + GRID) - GRID))
        self._mark()

    def _cell(self, position: int) -> QRect:
        row, column = divmod(position, self._columns)
        return QRect(
            column * (self._size.width() + GRID),
            row * (self._size.height() + sized(WORD) + GRID),
            self._size.width(),
            self._size.height() + WORD,
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
            picture = QRect(cell.topLeft(), self._size)
            chosen = self.hasFocus() and position == self._at
            paint_thumbnail(painter, picture, evidence, self._cache, colours, chosen)
            painter.setFont(text_font(SMALL_SIZE))
            is_unsaved = self._is_unsaved(evidence)
            painter.setPen(colours.colour("unsaved" if is_unsaved else "secondary"))
            below = cell.adjusted(0, self._size.height(), 0, 0)
            said = role_word(evidence.role) if evidence.is_photo else evidence.name
            said = f"! {unsaved_word()}" if is_unsaved else self._word(position) or said
            said = painter.fontMetrics().elidedText(
                said, Qt.TextElideMode.ElideMiddle, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)
        if more := len(self._evidence) - self._shown:
            cell = QRect(self._cell(self._shown).topLeft(), self._size)
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
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            event.setAccepted(plain and event.key() in _OWN)  # whatever the page does with them
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self._position(event.pos())
            if position is not None and position < self._shown:
                tip = plain_tip(self._told(position))
                QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            self._want_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._cache is not None:
            self._cache.want(self, (), SMALL)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
