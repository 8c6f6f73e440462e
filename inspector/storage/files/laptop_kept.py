"""What this laptop keeps of one data folder outside of it and its backups, as a small JSON file.

A copied folder must not go on as its original. A folder is known by where it really is, on this
machine (macOS names no machine to a program that only looks at files; there a home that moved
keeps what it had). Knows files; what is in them say those who keep it.
"""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from inspector.domain.errors import CannotWriteError
from inspector.paths import laptop_folders
from inspector.storage.files.recovery_files import mark_of
from inspector.storage.files.whole_files import beside, make_folder

_MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


CODE, IDENTITY = "laptop", "identity"
"""The kinds of what is kept: how findings are numbered, and who this laptop is to others."""


class LaptopKept:
    """One file of a kind for one data folder; only its user may read it."""

    def __init__(self, kind: str, data_folder: Path) -> None:
        self._folder = os.path.realpath(data_folder)
        name = f"{kind}-{mark_of(Path(self._folder))}.json"
        self._places = [folder / name for folder in laptop_folders()]

    @property
    def exists(self) -> bool:
        """Something was kept."""
        return any(place.exists() for place in self._places)

    def read(self) -> dict[str, Any] | None:
        """Return what was kept here of this folder; None where there is nothing, or it is damaged
        or another machine's."""
        for place in self._places:
            with suppress(OSError, ValueError):
                held = json.loads(place.read_text("utf-8"))
                if isinstance(held, dict) and self._is_own(held):
                    return held
        return None

    def write(self, values: dict[str, Any], *, most: int | None = None) -> None:
        """Keep `values`, whole or not at all, in the first place that takes it.

        Only the first `most` places are tried: the last one may be in memory. Raises
        CannotWriteError of the last one tried.
        """
        held = {**values, "folder": self._folder, "machine": _machine()}
        content = json.dumps(held, ensure_ascii=True).encode()
        refused: CannotWriteError | None = None
        for place in self._places[:most]:
            try:
                make_folder(place.parent)
                with beside(place) as path:
                    path.write_bytes(content)
            except CannotWriteError as error:
                refused = error
            else:
                return
        if refused is not None:
            raise refused

    def forget(self) -> None:
        """Keep nothing any more."""
        for place in self._places:
            with suppress(OSError):
                place.unlink(missing_ok=True)

    def _is_own(self, held: dict[str, Any]) -> bool:
        return held.get("folder") == self._folder and held.get("machine") == _machine()


def forget_laptop(data_folder: Path) -> None:
    """Remove all that is kept of a folder that was only for show."""
    for kind in (CODE, IDENTITY):
        LaptopKept(kind, data_folder).forget()


def _machine() -> str:
    """Return what tells this machine from another; '' where nothing does."""
    name = ""
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            name = str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for file in _MACHINE_FILES:
        with suppress(OSError, ValueError):
            name = name or file.read_text("ascii").strip()
    return hashlib.sha256(name.encode()).hexdigest()[:12] if name else ""
