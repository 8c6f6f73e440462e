"""The line that asks what a copied pack shall be called."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.gui.commands.key_line import Keys
from inspector.gui.frame.panel import key_button
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, label
from inspector.translation import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CopyLine(QWidget):
    """Hidden until it asks; Enter keeps, Esc leaves everything as it is."""

    confirmed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = QLineEdit()
        self._name.setObjectName("copyTitle")
        self._name.setAccessibleName(tr("Name of our own checklist"))
        self._name.setMaximumWidth(360)
        self._save = key_button(tr("Save"), "↵", "confirmCopy", "primary")
        self._cancel = key_button(tr("Cancel"), "Esc", "cancelCopy")
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(label(tr("Name of our own checklist"), "secondary"))
        row.addWidget(self._name, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        self._name.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        self._save.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self.left)
        self.hide()

    def ask(self, title: str) -> None:
        """Ask for a name; that of the pack it is copied from begins it."""
        self._name.setText(tr("{title} (our own)", title=title))
        self.show()
        self._name.setFocus()
        self._name.selectAll()

    def keys(self) -> Keys:
        """Return the keys of the line."""
        return (("↵", tr("Save")), ("Esc", tr("Cancel")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self._save.isEnabled():
            self.confirmed.emit(self._name.text().strip())
