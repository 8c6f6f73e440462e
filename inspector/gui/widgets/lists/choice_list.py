"""A short list to choose from by digit or click: phrases of a finding, options of an item."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.domain.visit.phrase_offers import MOST
from inspector.gui.measures import measures
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.translation import tr


class _Choice(QWidget):
    """One line: its digit, its text, a mark when it is chosen; the user's own can be forgotten."""

    clicked = Signal()
    forgotten = Signal()

    def __init__(self, digit: int, name: str) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._digit = digit
        self.text: QLabel = wrapped()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        key = self._key = label(str(digit), "key")
        key.setFixedWidth(3 * GRID)
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self._own = label(tr("mine"), "small")
        self._forget = button("×", f"{name}-forget", "mini")
        self._forget.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Ctrl+Del
        self._forget.setToolTip(tr("Offer this no longer"))
        self._forget.clicked.connect(self.forgotten)
        row.addWidget(self._own, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: str, chosen: bool, with_digit: bool, own: bool) -> None:
        """Show a choice; a chosen one is bold and ticked. Its digit, where that chooses now."""
        for each in (self._own, self._forget):
            each.setVisible(own)
        self._forget.setAccessibleName(tr("Offer “{text}” no longer", text=text))
        self._key.setVisible(with_digit)
        self.text.setText(f"{text} ✓" if chosen else text)
        self.setAccessibleName(f"{self._digit} {self.text.text()}")
        font = self.text.font()
        font.setBold(chosen)
        self.text.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.minimumHeight() != measures().check:
            self.setMinimumHeight(measures().check)
            middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
            for each in (self._key, self._own, self._forget):
                self._row.setAlignment(each, middle if measures().check else top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


class ChoiceList(QWidget):
    """Up to nine lines, made once and filled anew for each item."""

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
        column.setSpacing(6)
        for position in range(MOST):
            line = _Choice(position + 1, f"{name}-{position + 1}")
            line.setObjectName(f"{name}-{position + 1}")
            line.clicked.connect(lambda position=position: self.chosen.emit(position))
            line.forgotten.connect(lambda position=position: self.forgotten.emit(position))
            self._lines.append(line)
            column.addWidget(line)

    def show_choices(
        self,
        texts: Sequence[str],
        chosen: Collection[int] = (),
        with_digits: bool = True,
        own: Collection[int] = (),
    ) -> None:
        """Show `texts`, those at the positions in `chosen` ticked, those in `own` as the user's."""
        for position, line in enumerate(self._lines):
            line.setVisible(position < len(texts))
            if position < len(texts):
                line.show_text(texts[position], position in chosen, with_digits, position in own)
