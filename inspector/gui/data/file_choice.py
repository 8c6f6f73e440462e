"""Asking for a file or folder: the only dialogs of the data page."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.translation import tr


def workbook_to_read(parent: QWidget, title: str) -> Path | None:
    """Return the workbook the user chose; None when there is none."""
    path, _ = QFileDialog.getOpenFileName(parent, title, _documents(), _workbooks())
    return Path(path) if path else None


def pack_to_read(parent: QWidget, title: str) -> Path | None:
    """Return the workbook or pack.toml the user chose; None when there is none."""
    kinds = f"{tr('Checklists')} (*.xlsx pack.toml)"
    path, _ = QFileDialog.getOpenFileName(parent, title, _documents(), kinds)
    return Path(path) if path else None


def workbook_to_write(parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a workbook, `name` being proposed; None for nowhere."""
    return _to_write(parent, title, name, _workbooks(), ".xlsx")


def pdf_to_write(parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a PDF file, `name` being proposed; None for nowhere."""
    return _to_write(parent, title, name, "PDF (*.pdf)", ".pdf")


def backup_to_read(parent: QWidget, title: str) -> Path | None:
    """Return the backup the user chose, one file or a snapshot; None when there is none."""
    kinds = f"{tr('Backups')} (*.zip inspector*.db)"
    path, _ = QFileDialog.getOpenFileName(parent, title, _documents(), kinds)
    return Path(path) if path else None


def backup_to_write(parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a backup file, `name` being proposed; None for nowhere."""
    return _to_write(parent, title, name, f"{tr('Backups')} (*.zip)", ".zip")


def folder_to_choose(parent: QWidget, title: str) -> Path | None:
    """Return the folder the user chose; None when there is none."""
    path = QFileDialog.getExistingDirectory(parent, title, _documents())
    return Path(path) if path else None


def _to_write(parent: QWidget, title: str, name: str, kinds: str, suffix: str) -> Path | None:
    proposed = Path(_documents()) / name
    while True:
        path, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not path:
            return None
        chosen = Path(path)
        if chosen.suffix.lower() == suffix:
            return chosen
        proposed = chosen.with_name(f"{chosen.name}{suffix}")
        if not proposed.exists():  # else the dialog has to ask whether to replace it
            return proposed


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _workbooks() -> str:
    return f"{tr('Workbooks')} (*.xlsx)"
