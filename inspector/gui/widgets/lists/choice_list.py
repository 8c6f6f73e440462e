"""A short list to choose from by digit or click: phrases of a finding, options of an item."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.visit.phrase_offers import MOST
from inspector.gui.measures import measures
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import SteadyButton, button, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class _Choice(SteadyButton):
    """Its digit, its text and points, ticked when chosen; the user's own can be forgotten."""

    forgotten = Signal()

    def __init__(self, digit: int, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "phrase")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the digits
        self._digit, self._with_digit = digit, False
        self.said = wrapped()
        key = self._key = label(str(digit), "key")
        fix_width(key, 3 * GRID)
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._own, self._points = label(tr("mine"), "small"), label("", "small")
        self._points.setObjectName("points")
        self._forget = button("×", f"{name}-forget", "mini")
        self._forget.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Ctrl+Del
        self._forget.setToolTip(tr("Offer this no longer"))
        self._forget.clicked.connect(self.forgotten)
        for each in (key, self.said, self._own, self._points):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parts = (key, (self.said, 1), self._own, self._forget, self._points)
        self._row = stack(self, parts, margin=(4, 4, GRID, 4), spacing=GRID, across=True)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._row.heightForWidth(width), self.minimumHeight())

    def show_text(
        self, text: str, chosen: bool, with_digit: bool, own: bool, points: str = ""
    ) -> None:
        """Show a choice; a chosen one is bold and ticked. Its digit, where that chooses now."""
        for each in (self._own, self._forget):
            each.setVisible(own)
        self._forget.setAccessibleName(tr("Offer “{text}” no longer", text=text))
        self._with_digit = with_digit
        self._key.setVisible(with_digit and measures().shows_keys)
        self._points.setVisible(bool(points))
        self._points.setText(points)
        self.said.setText(f"{text} ✓" if chosen else text)
        self.setAccessibleName(f"{self._digit} {self.said.text()} {points}".strip())
        self.setProperty("chosen", chosen)
        font = self.said.font()
        font.setBold(chosen)
        self.said.setFont(font)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.minimumHeight() != measures().check:
            self.setMinimumHeight(measures().check)
            left = 2 * GRID if measures().by_finger else 4
            self._row.setContentsMargins(left, 4, GRID, 4)
            self._key.setVisible(self._with_digit and measures().shows_keys)


class ChoiceList(QWidget):
    """A line for each choice, made when first needed and filled anew for each item."""

    chosen = Signal(int)
    """The position of a line, from 0."""

    forgotten = Signal(int)
    """The position of a line of the user's own that is to be offered no longer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines: list[_Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self._column = column

    def _add_line(self) -> None:
        position = len(self._lines)
        line = _Choice(position + 1, f"{self.objectName()}-{position + 1}")
        line.clicked.connect(lambda: self.chosen.emit(position))
        line.forgotten.connect(lambda: self.forgotten.emit(position))
        self._lines.append(line)
        self._column.addWidget(line)

    def show_choices(
        self,
        texts: Sequence[str],
        chosen: Collection[int] = (),
        with_digits: bool = True,
        own: Collection[int] = (),
        points: Sequence[str] = (),
    ) -> None:
        """Show `texts`, those at the positions in `chosen` ticked, those in `own` as the user's.

        `points`, where given, say what each of them costs or gives.
        """
        while len(self._lines) < len(texts):
            self._add_line()
        for position, line in enumerate(self._lines):
            line.setVisible(position < len(texts))
            if position < len(texts):
                worth = points[position] if points else ""
                is_chosen, is_own = position in chosen, position in own
                with_digit = with_digits and position < MOST
                line.show_text(texts[position], is_chosen, with_digit, is_own, worth)
