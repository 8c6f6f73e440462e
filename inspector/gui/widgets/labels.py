"""Labels and buttons with a role of the theme: one way to make each."""

import re

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QWidget

from inspector.gui.theme import follow_width

_LONG_WORD = re.compile(r"([!-~]{16})")  # of ASCII; Chinese breaks anywhere

LONGEST_TIP = 400
"""Characters."""


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; `role` is one of those in the theme's sheet."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)  # user data is never markup
    if role:
        made.setProperty("role", role)
    return made


def wrapped(text: str = "", role: str = "") -> QLabel:
    """Return a label that breaks its lines."""
    made = label(text, role)
    made.setWordWrap(True)
    return made


def breakable(text: str) -> str:
    """Return a text whose long words may be broken: a path must not widen the window."""
    return _LONG_WORD.sub("\\1\u200b", text)


def button(text: str, name: str, role: str = "", steady: bool = False) -> QPushButton:
    """Return a button; `name` is its objectName, its text its accessible name.

    A double click opens and never judges: a primary or `steady` one takes it for one click.
    """
    made = SteadyButton(text) if steady or role == "primary" else PatientButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setAutoDefault(True)  # Enter presses the button in focus, as in a dialog
    if role:
        made.setProperty("role", role)
    return made


class PatientButton(QPushButton):
    """Takes the second half of a double click for a click only if it had the first half.

    What a page that has just turned put under the mouse is not what was meant.
    """

    _pressed_at: int | None = None  # milliseconds, as events have them

    def sizeHint(self) -> QSize:
        """Return room for bold words where it can be chosen: nothing moves when it is."""
        hint = super().sizeHint()
        if self.isCheckable():
            bold = QFont(self.font())
            bold.setBold(True)
            more = QFontMetrics(bold).horizontalAdvance(self.text())
            usual = self.fontMetrics().horizontalAdvance(self.text())
            hint.setWidth(hint.width() + max(0, more - usual))
        return hint

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.timestamp()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (
            self._pressed_at is not None
            and event.timestamp() - self._pressed_at <= QApplication.doubleClickInterval()
        ):
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()


class SteadyButton(QPushButton):
    """Does not take the second half of a double click for another click.

    Where the second click is the answer to a question, nobody read it yet.
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


def plain_tip(text: str) -> str:
    """Return what a person wrote as a tool tip: never markup, and never a page long."""
    if len(text) > LONGEST_TIP:
        text = f"{text[:LONGEST_TIP]}…"
    if not QtGui.Qt.mightBeRichText(text):
        return text
    from html import escape

    return f"<p>{escape(text)}</p>"


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role and let the theme's sheet see it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a column of fixed width that scrolls where the window is too low for it."""
    area = QScrollArea()
    scroll(area, widget)
    return area


def scroll(area: QScrollArea, widget: QWidget) -> None:
    """Make `area` such a column for a widget, which is best built inside it."""
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    follow_width(area, widget)


def hairline() -> QFrame:
    """Return a horizontal line of one pixel."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    line.setStyleSheet("background: palette(mid)")
    return line
