"""The key figures side by side: each with its change to the period before, each a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.measures import measures, sized
from inspector.gui.summary.sections.figure_target import Opened
from inspector.gui.theme import EDGE, GRID, SMALL_SIZE, TEXT_SIZE, colours_of, text_font
from inspector.gui.widgets.labels import plain_tip
from inspector.gui.widgets.lists.table import pasted
from inspector.translation import tr

TALL, LOW = 88, 28
"""Pixels; a low card is one line, its change stands in its tool tip."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says. `alarm` is said in its colour as well."""

    title: str
    value: str
    change: str
    leads: Opened | None
    alarm: bool = False
    remark: str = ""  # what it counts, in its tool tip


class FigureCard(QAbstractButton):
    """One figure."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.face = CardFace("", "", "", None)
        self.low = False

    def show_face(self, face: CardFace) -> None:
        """Say something else."""
        self.face = face
        said = " ".join(part for part in (face.title, face.value, face.change) if part)
        self.setAccessibleName(said)
        self.setToolTip(plain_tip("\n".join(filter(None, (said, face.remark)))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for what the card says of its figure: others are as wide as is left."""
        said = 0 if self.low else _width_of(self.face.change) + 3 * GRID
        return QSize(max(sized(96), said), measures().row_of(LOW if self.low else TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(sized(64), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            event.ignore()  # it leads out of the cards, not to the next one
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, face = colours_of(self), self.face
        painter = QPainter(self)
        rect = self.rect()
        painter.fillRect(rect, colours.colour("selection" if self.hasFocus() else "surface"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colours.colour("hairline"))
        if self.hasFocus():
            painter.fillRect(rect.left(), rect.top(), EDGE, rect.height(), colours.colour("accent"))
        role = "deducted" if face.alarm else "text"
        if self.low:
            self._paint_line(painter, rect.adjusted(GRID, 0, -GRID // 2, 0), role)
            painter.end()
            return
        inner = rect.adjusted(2 * GRID, GRID, -GRID, -GRID)
        top = QRect(inner.left(), inner.top(), inner.width(), sized(18))
        _write(painter, top, face.title, TEXT_SIZE - 1, "secondary", self)
        middle = QRect(inner.left(), top.bottom() + 1, inner.width(), sized(24 + 10))
        _write(painter, middle, face.value, 24, role, self, bold=True)
        change = face.change
        if change:
            bottom = QRect(inner.left(), middle.bottom(), inner.width(), sized(20))
            _write(painter, bottom, change, SMALL_SIZE, "secondary", self)
        painter.end()

    def _paint_line(self, painter: QPainter, room: QRect, role: str) -> None:
        """Write the figure, which is not cut, behind its title."""
        painter.setFont(text_font(TEXT_SIZE, bold=True))
        value = painter.fontMetrics().horizontalAdvance(self.face.value)
        painter.setFont(text_font(SMALL_SIZE))
        title = painter.fontMetrics().horizontalAdvance(self.face.title) + 2  # of what is rounded
        title = min(title, max(room.width() - value - GRID, 0))
        _write(painter, QRect(room.left(), room.top(), title, room.height()), self.face.title,
               SMALL_SIZE, "secondary", self)  # fmt: skip
        _write(painter, room.adjusted(title + GRID // 2, 0, 0, 0), self.face.value, TEXT_SIZE, role,
               self, bold=True)  # fmt: skip


def _width_of(change: str) -> int:
    return QFontMetrics(text_font(SMALL_SIZE)).horizontalAdvance(change) + 2  # of what is rounded


def _write(
    painter: QPainter, room: QRect, text: str, size: int, role: str, widget: QWidget,
    bold: bool = False,
) -> None:  # fmt: skip
    painter.setFont(text_font(size, bold))
    while bold and size > TEXT_SIZE:  # a figure is made smaller rather than cut
        if painter.fontMetrics().horizontalAdvance(text) <= room.width():
            break
        size -= 1
        painter.setFont(text_font(size, bold))
    painter.setPen(colours_of(widget).colour(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, side, shown)


class FigureCards(QWidget):
    """The cards. Ctrl+C copies all of them."""

    leads = Signal(object)

    left = Signal()
    """Down or Esc: back to the section."""

    copy_wanted = Signal()
    """Ctrl+C at one of them."""

    def __init__(self, names: Sequence[str], title: str) -> None:
        super().__init__()
        self.setObjectName("keyFigures")
        self.setAccessibleName(title)
        self.cards = [FigureCard(name) for name in names]
        self.commands = CommandTable(self)
        self.commands.add("leave", tr("Back"), (*LEAVE, "Down"), self.left.emit, left_over=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for card in self.cards:
            row.addWidget(card)
            card.clicked.connect(lambda _, card=card: self._open(card))

    def show_faces(self, faces: Sequence[CardFace]) -> None:
        """Show other figures, in the order of the names."""
        for card, face in zip(self.cards, faces, strict=True):
            card.show_face(face)

    def make_low(self, low: bool) -> None:
        """Take less height."""
        for card in self.cards:
            card.low = low
            card.updateGeometry()
            card.update()
        self.setFixedHeight(measures().row_of(LOW if low else TALL))  # a finger finds them

    def as_text(self) -> str:
        """Return the figures as text that pastes into a spreadsheet."""
        return "\n".join(
            "\t".join((face.title, pasted(face.value.removeprefix("★ "), True), face.change))
            for face in (card.face for card in self.cards)
        )

    def copy(self) -> None:
        """Put all of them on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, card: FigureCard) -> None:
        if card.face.leads is not None:
            self.leads.emit(card.face.leads)
