"""Asking for a file or folder: the only dialogs of the data page."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.translation import tr


def workbook_to_read(parent: QWidget, title: str) -> Path | None:
    """Return the workbook the user chose; None when there is none."""
    path, _ = QFileDialog.getOpenFileName(parent, title, _documents(), _workbooks())
    return Path(path) if path else None


def workbook_to_write(parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a workbook, `name` being proposed; None for nowhere."""
    proposed = Path(_documents()) / name
    while True:
        path, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), _workbooks())
        if not path:
            return None
        chosen = Path(path)
        if chosen.suffix.lower() == ".xlsx":
            return chosen
        proposed = chosen.with_name(f"{chosen.name}.xlsx")
        if not proposed.exists():  # else the dialog has to ask whether to replace it
            return proposed


def folder_to_read(parent: QWidget, title: str) -> Path | None:
    """Return the folder the user chose; None when there is none."""
    path = QFileDialog.getExistingDirectory(parent, title, _documents())
    return Path(path) if path else None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _workbooks() -> str:
    return f"{tr('Workbooks')} (*.xlsx)"
