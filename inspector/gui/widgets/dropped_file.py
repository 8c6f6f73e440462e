"""One file that is dropped on a panel, if it is of the kind that it takes in."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

TABLES = (".xlsx", ".xls", ".et", ".csv")
"""What people call a workbook. Only the first is read; of the others the refusal says the way."""


class FileDrop(QObject):
    """Lets one file be dropped on a panel: `wanted` tells which, `take` gets it."""

    def __init__(
        self,
        panel: QWidget,
        wanted: Callable[[QMimeData], Path | None],
        take: Callable[[Path], object],
    ) -> None:
        super().__init__(panel)
        self._wanted, self._take = wanted, take
        panel.setAcceptDrops(True)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        path = self._wanted(event.mimeData()) if isinstance(event, QDropEvent) else None
        if path is None or not isinstance(event, QDropEvent):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(path)
        return True


def dropped_workbook(data: QMimeData) -> Path | None:
    """Return the one workbook that is being dropped, of whatever format."""
    path = _dropped(data)
    return path if path is not None and path.suffix.lower() in TABLES else None


def dropped_pack(data: QMimeData) -> Path | None:
    """Return the one workbook, folder or pack.toml that is being dropped."""
    path = _dropped(data)
    if path is None or os.path.isdir(path) or path.name == "pack.toml":
        return path
    return dropped_workbook(data)


def _dropped(data: QMimeData) -> Path | None:
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
