"""The line at the bottom of the window: the next keys on the left, what is saved on the right."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.gui.labels import label
from inspector.gui.theme import GRID, KEY_LINE_HEIGHT
from inspector.translation import tr

Keys: TypeAlias = Sequence[tuple[str, str]]
"""Pairs of a key as it is written on the keyboard and what it does."""


def _short(folder: Path) -> str:
    """Return a folder as a person would say it: from the home folder on."""
    try:
        return str("~" / folder.resolve().relative_to(Path.home().resolve()))
    except ValueError:
        return str(folder)


class KeyLine(QWidget):
    """The keys of the page in front, the time of the last save, the data folder."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(KEY_LINE_HEIGHT)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(GRID // 2)
        self._saved = label("", "secondary")
        self._saved.setObjectName("savedTime")
        self._folder = label(tr("Data folder: {path}", path=_short(folder)), "small")
        self._folder.setToolTip(str(folder))
        self._folder.setMaximumWidth(280)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.setSpacing(2 * GRID)
        row.addLayout(self._keys)
        row.addStretch(1)
        row.addWidget(self._folder)
        row.addWidget(self._saved)

    def show_keys(self, keys: Keys) -> None:
        """Show the keys of the page in front."""
        while entry := self._keys.takeAt(0):
            if widget := entry.widget():
                widget.hide()  # at once: it is deleted only when the event loop comes round
                widget.deleteLater()
        for index, (key, meaning) in enumerate(keys):
            if index:
                self._keys.addSpacing(GRID)
            self._keys.addWidget(label(key, "key"))
            self._keys.addWidget(label(meaning, "secondary"))

    def show_saved(self, moment: datetime) -> None:
        """Say when something was last committed to disk."""
        self._saved.setText(tr("Saved {time}", time=f"{moment:%H:%M:%S}"))
