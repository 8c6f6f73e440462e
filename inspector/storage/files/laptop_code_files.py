"""The code by which this laptop numbers what it finds in one data folder, and how far it counted.

Outside the folder and its backups (`laptop_kept`). What a number looks like says
`domain.finding_number`.
"""

from collections.abc import Collection
from pathlib import Path
from secrets import SystemRandom
from typing import Any

from inspector.domain.errors import CannotWriteError
from inspector.domain.finding.finding_number import draw_code, is_code
from inspector.storage.files.laptop_kept import CODE, LaptopKept


class LaptopFile:
    """The file for one data folder. To be used inside a transaction of its database, one at a time.

    What cannot be read is drawn anew, and what cannot be kept lasts as long as the program runs:
    a number is never given twice, and nothing is refused for it.
    """

    def __init__(self, data_folder: Path) -> None:
        self._kept = LaptopKept(CODE, data_folder)
        self._unkept: dict[str, Any] | None = None

    @property
    def exists(self) -> bool:
        """A code was drawn and kept."""
        return self._kept.exists

    def counted(self, month: str, taken: Collection[str]) -> tuple[str, int]:
        """Return the code, drawn now if there is none, and the last serial of a month that it gave.

        One that is drawn is none of `taken`.
        """
        held = self._held()
        if held is None:
            held = self._unkept = _new(draw_code(SystemRandom(), taken))
        return held["code"], held["last"].get(month, 0)

    def keep(self, code: str, month: str, last: int) -> None:
        """Remember the last serial that a code gave in a month."""
        held = self._held() or _new(code)
        if held["code"] != code:
            held = _new(code)
        held["last"][month] = max(last, held["last"].get(month, 0))
        self._write(held)

    def code_so_far(self) -> str:
        """Return the code; '' as long as none was drawn."""
        held = self._held()
        return str(held["code"]) if held is not None else ""

    def code(self, taken: Collection[str]) -> str:
        """Return the code, drawn and kept now if there is none; it is none of `taken` then."""
        return self.code_so_far() or self.draw_another(taken)

    def draw_another(self, taken: Collection[str]) -> str:
        """Number by another code from now on, which is none of `taken`, and return it."""
        code = draw_code(SystemRandom(), taken)
        self._write(_new(code))
        return code

    def _held(self) -> dict[str, Any] | None:
        if self._unkept is not None:
            return self._unkept
        held = self._kept.read()
        return held if held is not None and _is_sound(held) else None

    def _write(self, held: dict[str, Any]) -> None:
        try:
            self._kept.write(held)
        except CannotWriteError:
            self._unkept = held
        else:
            self._unkept = None


class SampleLaptop:
    """A code that is given, as sample data has it; nothing is kept."""

    def __init__(self, code: str) -> None:
        self._code = code

    def counted(self, month: str, taken: Collection[str]) -> tuple[str, int]:
        """Return the code, and that it gave nothing yet."""
        return self._code, 0

    def keep(self, code: str, month: str, last: int) -> None:
        """Keep nothing."""

    def code_so_far(self) -> str:
        """Return the code."""
        return self._code

    def code(self, taken: Collection[str]) -> str:
        """Return the code."""
        return self._code

    def draw_another(self, taken: Collection[str]) -> str:
        """Number by another code."""
        self._code = draw_code(SystemRandom(), taken)
        return self._code


def _is_sound(held: dict[str, Any]) -> bool:
    last = held.get("last")
    if not isinstance(last, dict) or any(type(count) is not int for count in last.values()):
        return False
    return is_code(held.get("code"))


def _new(code: str) -> dict[str, Any]:
    return {"code": code, "last": {}}
