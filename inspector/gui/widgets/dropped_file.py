"""Files that are dropped anywhere on a widget where nothing in front of it takes them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Lets files be dropped on `area`; `take` gets their paths."""

    def __init__(self, area: QWidget, take: Callable[[list[Path]], object]) -> None:
        super().__init__(area)
        self._take = take
        area.setAcceptDrops(True)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never away from where it lies
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(paths)
        return True
