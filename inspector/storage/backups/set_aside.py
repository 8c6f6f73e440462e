"""What a data folder left behind whole: folders that a restore set aside, logs of another database.

Nothing here is ever deleted: it is the last copy of what was there, and erasing does not reach it.
"""

import os
from datetime import datetime
from pathlib import Path

from inspector.storage.files.folder_layout import DATABASE_FILE

_ASIDE = "-set-aside-"


def aside_name(folder: Path, now: datetime) -> Path:
    """Return what a data folder is called once it is set aside."""
    return folder.with_name(f"{folder.name}{_ASIDE}{now:%Y-%m-%d-%H%M%S}")


def set_aside_by(folder: Path) -> list[Path]:
    """Return the folders set aside beside a data folder, and the logs within it, oldest first.

    One that cannot be read has none.
    """
    folder = folder.absolute()
    beside = _starting(folder.parent, f"{folder.name}{_ASIDE}")
    within = _starting(folder, f"{Path(DATABASE_FILE).stem}{_ASIDE}")
    return [*(each for each in beside if each.is_dir()), *within]


def _starting(folder: Path, name: str) -> list[Path]:
    try:
        return [folder / each for each in sorted(os.listdir(folder)) if each.startswith(name)]
    except OSError:
        return []
