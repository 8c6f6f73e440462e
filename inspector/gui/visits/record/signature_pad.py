"""The pad that a signature is drawn on, with mouse, touchpad, finger or pen."""

import json
from contextlib import suppress

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.record.signature import PAD_HEIGHT, Stroke
from inspector.gui.theme import GRID, colours_of
from inspector.gui.visits.parts.signature_view import draw_strokes
from inspector.translation import tr

_LEAST_STEP = 3  # thousandths: a hand that rests draws nothing
_BASELINE = 300  # thousandths of the pad's width from its top
_SIDES = 60


class SignaturePad(QWidget):
    """A sheet in the proportions of a signature, as large as there is room."""

    changed = Signal()
    """A stroke was added, or taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("signaturePad")
        self.setAccessibleName(tr("Signature"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._strokes: list[list[tuple[int, int]]] = []
        self._cleared: list[list[tuple[int, int]]] = []  # all at once, and nothing drawn since
        self._drawing = False

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """What is drawn, in thousandths of the width of the pad."""
        return tuple(map(tuple, self._strokes))

    @property
    def is_signed(self) -> bool:
        """More than dots is drawn."""
        return any(len(stroke) > 1 for stroke in self._strokes)

    @property
    def can_undo(self) -> bool:
        """There is a stroke to take back, or what was cleared to bring back."""
        return bool(self._strokes or self._cleared)

    def begin(self) -> None:
        """Show an empty sheet."""
        self._cleared = []
        self._let_be([])

    def clear(self) -> None:
        """Take everything back; an undo brings it back at once."""
        self._cleared = self._strokes or self._cleared
        self._let_be([])

    def undo(self) -> None:
        """Take the last stroke back, or bring back what was cleared."""
        if self._strokes:
            self._let_be(self._strokes[:-1])
        elif self._cleared:
            cleared, self._cleared = self._cleared, []
            self._let_be(cleared)

    def draft_text(self) -> str:
        """Return what is drawn, as a draft keeps it."""
        return json.dumps(self._strokes) if self._strokes else ""

    def show_draft(self, text: str) -> None:
        """Show what was drawn when a draft was kept; what is none is nothing."""
        with suppress(ValueError, TypeError):
            strokes = json.loads(text) if text else []
            self._let_be([[(int(x), int(y)) for x, y in stroke] for stroke in strokes])

    def _let_be(self, strokes: list[list[tuple[int, int]]]) -> None:
        self._strokes = strokes
        self._drawing = False
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(640, 256)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 160)

    @property
    def sheet(self) -> QRectF:
        """Where the sheet lies on the widget: in its middle, in its proportions."""
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        width = min(room.width(), room.height() * 1000 / PAD_HEIGHT)
        sheet = QRectF(0, 0, width, width * PAD_HEIGHT / 1000)
        sheet.moveCenter(room.center())
        return sheet

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())
        self._drawing = False

    def event(self, event: QEvent) -> bool:
        """Draw with a finger; the first one, where a hand rests on the sheet as well."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        at = event.points()[0].position()
        if event.type() is QEvent.Type.TouchBegin:
            self.setFocus()
            self._begin(at)
        elif event.type() is not QEvent.Type.TouchCancel:
            self._go_on(at)
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._drawing = False
        event.accept()
        return True

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen; accepted, so that Qt makes no mouse of it as well."""
        match event.type():
            case QEvent.Type.TabletPress:
                self.setFocus()
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self._drawing = False
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, sheet = colours_of(self), self.sheet
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(colours.colour("accent" if focused else "edge"), 2 if focused else 1))
        painter.setBrush(colours.colour("surface"))
        painter.drawRoundedRect(sheet, 6, 6)
        scale = sheet.width() / 1000
        y = sheet.top() + _BASELINE * scale
        painter.setPen(QPen(colours.colour("disabled"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(
            QPointF(sheet.left() + _SIDES * scale, y), QPointF(sheet.right() - _SIDES * scale, y)
        )
        if not self._strokes:
            painter.setPen(colours.colour("secondary"))
            words = sheet.adjusted(GRID, GRID, -GRID, -GRID)
            painter.drawText(
                words,
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                tr("Sign here with mouse, touchpad, finger or pen"),
            )
        draw_strokes(painter, sheet, self.strokes, self)

    def _begin(self, position: QPointF) -> None:
        if self.sheet.contains(position):
            self._drawing = True
            self._cleared = []
            self._strokes.append([self._point(position)])
            self._show()

    def _go_on(self, position: QPointF) -> None:
        if not self._drawing:
            return
        x, y = self._point(position)
        before = self._strokes[-1][-1]
        if max(abs(x - before[0]), abs(y - before[1])) >= _LEAST_STEP:
            self._strokes[-1].append((x, y))
            self._show()

    def _point(self, position: QPointF) -> tuple[int, int]:
        """Return a place in thousandths of the sheet's width, on the sheet."""
        sheet = self.sheet
        scale = 1000 / sheet.width()
        x, y = (position.x() - sheet.left()) * scale, (position.y() - sheet.top()) * scale
        return min(max(round(x), 0), 1000), min(max(round(y), 0), PAD_HEIGHT)

    def _show(self) -> None:
        self.update()
        self.changed.emit()
