"""The code by which this laptop numbers what it finds in one data folder, and how far it counted.

Outside the folder and its backups, in the user's own: a copied folder must not go on numbering
as its original. A folder is known by where it really is, on this machine (macOS names no machine
to a program that only looks at files; there a home that moved keeps its codes). Knows files; what
a number looks like says `domain.finding_number`.
"""

import hashlib
import json
import os
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from secrets import SystemRandom
from typing import Any

from inspector.domain.errors import CannotWriteError
from inspector.domain.finding.finding_number import draw_code, is_code
from inspector.paths import laptop_folders
from inspector.storage.files.recovery_files import mark_of
from inspector.storage.files.whole_files import beside, make_folder

_MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


class LaptopFile:
    """The file for one data folder. To be used inside a transaction of its database, one at a time.

    What cannot be read is drawn anew, and what cannot be kept lasts as long as the program runs:
    a number is never given twice, and nothing is refused for it.
    """

    def __init__(self, data_folder: Path) -> None:
        self._folder = os.path.realpath(data_folder)
        name = f"laptop-{mark_of(Path(self._folder))}.json"
        self._places = [folder / name for folder in laptop_folders()]
        self._unkept: dict[str, Any] | None = None

    @property
    def exists(self) -> bool:
        """A code was drawn and kept."""
        return any(place.exists() for place in self._places)

    def counted(self, month: str, taken: Collection[str]) -> tuple[str, int]:
        """Return the code, drawn now if there is none, and the last serial of a month that it gave.

        One that is drawn is none of `taken`.
        """
        held = self._unkept or self._read()
        if held is None:
            held = self._unkept = self._new(draw_code(SystemRandom(), taken))
        return held["code"], held["last"].get(month, 0)

    def keep(self, code: str, month: str, last: int) -> None:
        """Remember the last serial that a code gave in a month."""
        held = self._unkept or self._read() or self._new(code)
        if held["code"] != code:
            held = self._new(code)
        held["last"][month] = max(last, held["last"].get(month, 0))
        self._unkept = None if self._write(held) else held

    def forget(self) -> None:
        """Remove the file: the folder was only for show."""
        for place in self._places:
            with suppress(OSError):
                place.unlink(missing_ok=True)

    def _read(self) -> dict[str, Any] | None:
        for place in self._places:
            with suppress(OSError, ValueError):
                held = json.loads(place.read_text("utf-8"))
                if self._is_own(held):
                    return dict(held)
        return None

    def _is_own(self, held: object) -> bool:
        if not isinstance(held, dict) or not is_code(held.get("code")):
            return False
        last = held.get("last")
        if not isinstance(last, dict) or any(type(count) is not int for count in last.values()):
            return False
        return held.get("folder") == self._folder and held.get("machine") == _machine()

    def _new(self, code: str) -> dict[str, Any]:
        return {"code": code, "folder": self._folder, "machine": _machine(), "last": {}}

    def _write(self, held: dict[str, Any]) -> bool:
        content = json.dumps(held, ensure_ascii=True).encode()
        for place in self._places:
            with suppress(CannotWriteError):
                make_folder(place.parent)
                with beside(place) as path:
                    path.write_bytes(content)
                return True
        return False


class SampleLaptop:
    """A code that is given, as sample data has it; nothing is kept."""

    def __init__(self, code: str) -> None:
        self._code = code

    def counted(self, month: str, taken: Collection[str]) -> tuple[str, int]:
        """Return the code, and that it gave nothing yet."""
        return self._code, 0

    def keep(self, code: str, month: str, last: int) -> None:
        """Keep nothing."""


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
