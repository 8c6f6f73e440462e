"""The least a Qt program does to show an empty table: the measure of `start`. Run by path.

    python tests/bench/bare/bare_window.py

Imports nothing of ours, so that it can run by its path: importing a package would cost, too.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class FirstPaint(QObject):
    """Ends the process when its first paint is done, as `inspector --exit-when-ready` does."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        table.installEventFilter(self)
        table.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: os._exit(0))
        return False


def main() -> int:
    """Show the window; the process ends with exit code 0 when it is painted."""
    app = QApplication(sys.argv)
    window = QMainWindow()
    table = QTableView()
    table.setModel(QStandardItemModel(0, 6))
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    FirstPaint(table)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
