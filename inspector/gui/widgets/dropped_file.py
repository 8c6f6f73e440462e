"""What is being dropped on a panel, if it is one thing of the kind that it takes in."""

import os
from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_workbook(data: QMimeData) -> Path | None:
    """Return the one workbook that is being dropped."""
    path = _dropped(data)
    return path if path is not None and path.suffix.lower() == ".xlsx" else None


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
