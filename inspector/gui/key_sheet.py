"""All keys of the page in front, over it, until any key closes them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from inspector.gui.key_line import Keys
from inspector.gui.labels import label
from inspector.gui.theme import GRID
from inspector.translation import tr

_ROWS_PER_COLUMN = 12


class KeySheet(QFrame):
    """A list of keys in the middle of the window."""

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keySheet")
        self.setAccessibleName(tr("Keys of this page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before = parent.window().focusWidget()
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(label(tr("Keys of this page"), "title"), 0, 0, 1, 4)
        for index, (key, meaning) in enumerate(keys):
            row, column = index % _ROWS_PER_COLUMN + 1, index // _ROWS_PER_COLUMN * 2
            grid.addWidget(label(key, "key"), row, column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(meaning), row, column + 1)
        grid.addWidget(
            label(tr("Any key closes this list"), "small"), _ROWS_PER_COLUMN + 1, 0, 1, 4
        )
        self.adjustSize()
        self.move(parent.rect().center() - self.rect().center())
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def mousePressEvent(self, event: object) -> None:
        self.keyPressEvent(event)  # type: ignore[arg-type]
