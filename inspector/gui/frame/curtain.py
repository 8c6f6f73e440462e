"""What a locked window shows: that it is locked, and a field for the password; nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.announcing import announce
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.fields.secret_field import SecretField
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.translation import tr, tr_count

_WIDTH = 320
_LONGEST_WAIT = 60
"""Seconds."""


class Curtain(QWidget):
    """Over the whole window; it takes every key, so that none reaches what is behind it."""

    opened = Signal()
    covered = Signal()
    """A dialog came up before it: what was under way asks something."""

    def __init__(self, opens: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._opens = opens
        self._wrong = 0  # how often, one after the other
        self._left = 0  # seconds until it may be tried again
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        title = label(tr("Locked"), "title")
        self._said = wrapped(tr("What was begun is as it was. The password opens the window."))
        self._said.setObjectName("curtainSaid")
        self._field = SecretField("windowPassword", tr("Window password"))
        self._button = button(tr("Unlock"), "unlockWindow", "primary")
        self._button.clicked.connect(self._try)
        self._field.returnPressed.connect(self._try)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._field, 1)
        row.addWidget(self._button)
        inner = QWidget()
        fix_width(inner, _WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(self._said)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        middle = QHBoxLayout()  # an alignment would not let it grow with what is said
        middle.addStretch(1)
        middle.addWidget(inner)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)
        self.setTabOrder(self._field, self._button)
        parent.installEventFilter(self)
        for each in (self, self._field, self._button):
            each.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.take_focus()
        announce(self, title.text())

    def take_focus(self) -> None:
        """Give the keyboard to the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if watched is window and event.type() == QEvent.Type.Resize:
            self.setGeometry(window.rect())
        elif watched is window and event.type() == QEvent.Type.WindowBlocked:
            QTimer.singleShot(0, self, self.covered.emit)  # once the dialog is there
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window, or of a page, is heard
            return True
        elif watched is window and event.type() == QEvent.Type.KeyPress:
            self.take_focus()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes between the field and its button, and nowhere else."""
        other = self._button if QApplication.focusWidget() is self._field else self._field
        (other if other.isEnabled() else self._field).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _try(self) -> None:
        if self._left or not (typed := self._field.text()):
            return
        self._field.clear()
        if self._opens(typed):
            self.opened.emit()
            return
        self._wrong += 1
        self._left = min(2 ** (self._wrong - 1), _LONGEST_WAIT)
        self._second.start()
        self._tell()
        announce(self, self._said.text())

    def _count_down(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._second.stop()
        self._tell()

    def _tell(self) -> None:
        self._button.setEnabled(not self._left)
        said = (
            tr_count(
                self._left,
                "That is not the password. It can be tried again in 1 second.",
                "That is not the password. It can be tried again in {count} seconds.",
            )
            if self._left
            else tr("That was not the password. Try again.")
        )
        way_out = tr(
            " Forgotten: the command inspector unlock takes it off; then open the program again."
        )
        self._said.setText(f"{said}{way_out}")


class Blind(QWidget):
    """Black over another window of ours, as large as that is, until it is deleted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setObjectName("blind")
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)
