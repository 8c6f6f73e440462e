"""The verdicts of what is in front, side by side as buttons: the one that was given stands out.

It knows neither items nor findings: whoever makes it says which commands give which verdict.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from inspector.gui.commands.command import Command
from inspector.gui.measures import LEAST_TARGET, measures, sized
from inspector.gui.theme import GRID, SMALL_SIZE, TEXT_SIZE, colours_for, text_font, work_font
from inspector.gui.visits.parts.beside_button import BesideButton

_MID = Qt.AlignmentFlag.AlignCenter
_BETWEEN = GRID // 2
_SIDES = 6
"""Pixels left and right of the letters of a key, and of the words of a button."""

_LEAST_SIDES = 2
"""The same where there is little room."""

_MOST_SPARE = 8 * GRID
"""Pixels that a button is wider at most than it has to be; a finger has all there is."""

_FIRST = 2
"""Verdicts in the first row, where a finger has two rows of them."""

_WIDE, _LOW = 560, 600
"""Pixels. A wider segment has one row for a finger, and so has one in a lower window."""

_CHIP = 20
"""Pixels of the frame of a key that is a single letter."""

_LARGE = 20
"""Pixels of the words of a large one."""


class Given(NamedTuple):
    """A verdict that can be given: its command, its word, shape and colour."""

    command: Command
    words: str
    shape: str = ""
    role: str = "text"

    @property
    def said(self) -> str:
        """Its shape and its word."""
        return f"{self.shape} {self.words}".strip()


class VerdictButton(BesideButton):
    """The word of a verdict, and its key where that gives it now."""

    def __init__(self, given: Given, rows: QWidget) -> None:
        super().__init__(given.command.objectName(), "verdict")
        self.setProperty("given", given.role)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has its keys
        self._given = given
        self._is_given = self._is_narrow = self.is_large = False
        self.belong(given.command, rows, given.words)

    def call(self, given: Given) -> None:
        """Say another word for the same command."""
        self._given = given
        self.say(given.words)

    def mark(self, is_given: bool) -> None:
        """Say whether it is the verdict that was given."""
        if is_given != self._is_given:
            self._is_given = is_given
            self.setChecked(is_given)

    def squeeze(self, is_narrow: bool) -> None:
        """Say the word in small under shape and key, or the key under shape and word."""
        self._is_narrow = is_narrow

    @property
    def room(self) -> int:
        """How wide it is at least, in pixels."""
        if self._is_narrow:
            return self.narrow_room
        bold = QFontMetrics(self._work(bold=True)).horizontalAdvance
        return bold(self._given.said) + 2 * _LEAST_SIDES

    @property
    def narrow_room(self) -> int:
        """How wide it is at least with its word in small."""
        bold = QFontMetrics(work_font(bold=True)).horizontalAdvance
        word = QFontMetrics(_small(bold=True)).horizontalAdvance(self._given.words)
        return max(word, bold(self._given.shape) + sized(_CHIP)) + 2 * _LEAST_SIDES

    def _work(self, bold: bool) -> QFont:
        return text_font(_LARGE, bold) if self.is_large else work_font(bold)

    def sizeHint(self) -> QSize:
        return QSize(self.room, measures().verdict)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, measures().verdict)

    def _dress(self) -> None:
        super()._dress()
        self.setCheckable(True)
        self.setChecked(self._is_given)

    def _ask(self) -> None:
        self.setChecked(self._is_given)  # what is given, the disk says
        super()._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Of the application: a sheet gives a button the palette of its own background.
        colours = colours_for(QApplication.palette())
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus  # which is that of the list
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        can = self.isEnabled()
        role = self._given.role if self._is_given else "text"
        painter.setPen(colours.colour(role if can else "disabled"))
        says_key = can and bool(self._key)
        whole, bold = self.rect(), self._is_given
        half = whole.height() // 2
        upper, lower = whole.adjusted(0, 4, 0, -half), whole.adjusted(0, half, 0, -4)
        if self.is_large and not self._is_narrow:  # the key stands lower, its word has more room
            chip = sized(_CHIP) + GRID
            upper, lower = whole.adjusted(0, 4, 0, -chip), whole.adjusted(0, half, 0, -4)
        if self._is_narrow:
            painter.setFont(_small(bold))
            painter.drawText(
                lower if self._given.shape or says_key else whole, _MID, self._given.words
            )
            painter.setFont(work_font(bold))
            shape = upper.adjusted(0, 0, -sized(_CHIP), 0) if says_key else upper
            painter.drawText(shape, _MID, self._given.shape)
        else:
            painter.setFont(self._work(bold))
            painter.drawText(upper if says_key else whole, _MID, self._given.said)
        if says_key:
            self._draw_key(painter, self._chip(upper if self._is_narrow else lower))
        painter.end()

    def _chip(self, half: QRect) -> QRect:
        """Return where the frame of the key is."""
        left = (self.width() - sized(_CHIP)) // 2
        if self._is_narrow and self._given.shape:
            shape = QFontMetrics(text_font(bold=True)).horizontalAdvance(self._given.shape)
            left += shape // 2
        return QRect(left, half.center().y() - sized(8), sized(_CHIP), sized(18))


def _small(bold: bool) -> QFont:
    return text_font(TEXT_SIZE if measures().by_finger else SMALL_SIZE, bold)


class VerdictSegment(QWidget):
    """Buttons as wide as their words, which share the room that is left; in two rows for a finger
    where there is room, and for the mouse where there is little.
    """

    def __init__(
        self, name: str, verdicts: Sequence[Given], rows: QWidget, large: bool = False
    ) -> None:
        """`rows` is the list that has the keyboard while one judges.

        `large`: nothing else is to be judged, so they have the whole width, and more height where
        the window has it.
        """
        super().__init__()
        self._large = large
        self.setObjectName(name)
        # As high as its rows are in its width, which it does not know when it is asked first.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._every = [VerdictButton(each, rows) for each in verdicts]
        for each in self._every:
            each.setParent(self)
        self._buttons, self._verdicts = self._every, verdicts

    def offer(self, verdicts: Sequence[Given]) -> None:
        """Offer these of its verdicts, in their words; the others are not to be seen."""
        if verdicts is self._verdicts:
            return
        self._verdicts = verdicts
        given = {each.command.objectName(): each for each in verdicts}
        self._buttons = [each for each in self._every if each.objectName() in given]
        for each in self._every:
            each.setVisible(each in self._buttons)
        for each in self._buttons:
            each.call(given[each.objectName()])
        self.updateGeometry()
        self._lay_all()

    def show_given(self, names: Collection[str]) -> None:
        """Let those stand out whose commands have these names."""
        for each in self._every:
            each.mark(each.objectName() in names)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = len(self._rows(width))
        return rows * self._height + (rows - 1) * GRID

    @property
    def _height(self) -> int:
        """How high a row is."""
        return measures().verdict * (3 if self._is_high else 2) // 2

    @property
    def _is_high(self) -> bool:
        return self._large and self.window().height() >= _LOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_all()

    def _lay_all(self) -> None:
        for place, row in enumerate(self._rows(self.width())):
            self._lay(row, place * (self._height + GRID))

    def _rows(self, width: int) -> Sequence[Sequence[VerdictButton]]:
        rooms = [each.narrow_room for each in self._buttons]
        if measures().by_finger:
            rooms = [max(LEAST_TARGET, *rooms)] * len(rooms)
        fits = sum(rooms) + _BETWEEN * (len(rooms) - 1) + GRID // 2 <= width
        low = self.window().height() < _LOW
        first = (len(rooms) + 1) // 2
        if measures().by_finger and not low and width < _WIDE and len(rooms) > _FIRST + 1:
            fits, first = False, _FIRST
        return (self._buttons,) if fits else (self._buttons[:first], self._buttons[first:])

    def _lay(self, row: Sequence[VerdictButton], top: int) -> None:
        between = _BETWEEN * (len(row) - 1)
        # The scroll bar of what is below it may stand at its right, and moves nothing.
        for is_narrow, left, right in (
            (False, GRID, GRID),
            (True, GRID, GRID),  # in line with what is below it, where there is room
            (True, 0, GRID // 2),
        ):
            for each in row:
                each.squeeze(is_narrow)
                each.is_large = self._is_high
            rooms = [each.room for each in row]
            room = self.width() - left - right - between
            if measures().by_finger and max(rooms) * len(row) <= room:  # each as the others
                rooms = [max(rooms)] * len(row)
            spare = room - sum(rooms)
            if spare >= 0:
                break
        count = len(rooms)
        if not measures().by_finger and not self._large:
            spare = min(spare, _MOST_SPARE * count)
        for place, (each, own) in enumerate(zip(row, rooms, strict=True)):
            width = own + spare * (place + 1) // count - spare * place // count
            each.setGeometry(left, top, width, self._height)
            left += width + _BETWEEN
