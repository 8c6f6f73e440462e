"""All keys of the page in front, over it, until any key closes them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.gui.key_line import Keys
from inspector.gui.labels import label
from inspector.gui.overlay import Overlay
from inspector.gui.theme import GRID
from inspector.translation import tr

_ROWS_PER_COLUMN = 12


class KeySheet(Overlay):
    """A list of keys in the middle of the window."""

    def __init__(self, keys: Keys, parent: QWidget) -> None:
        super().__init__(tr("Keys of this page"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        for index, (key, meaning) in enumerate(keys):
            row, column = index % _ROWS_PER_COLUMN, index // _ROWS_PER_COLUMN * 2
            grid.addWidget(label(key, "key"), row, column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(meaning), row, column + 1)
        self.column.addWidget(label(tr("Keys of this page"), "title"))
        self.column.addLayout(grid)
        self.column.addWidget(label(tr("Any key closes this list"), "small"))
        self.appear()
