"""Numbers for findings and complaints, each given out once: by this laptop's code and its counts.

A month has a count for each of the two. It is kept in the database and beside the code, so that
neither a database that was put back from a backup nor a code that was lost gives one twice. A step
that fails after it drew leaves a gap.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from inspector.domain.finding.finding_number import COMPLAINTS, code_of, printed
from inspector.storage.files.laptop_code_files import LaptopFile
from inspector.workspace.opened_folder import OpenedFolder


class Laptop(Protocol):
    """What knows the code of this laptop, and its last serials."""

    def counted(self, month: str, taken: Collection[str]) -> tuple[str, int]:
        """Return the code, which is none of `taken` if it is new, and its last serial."""

    def keep(self, code: str, month: str, last: int) -> None:
        """Remember the last serial of a month."""

    def code_so_far(self) -> str:
        """Return the code; '' as long as none was drawn."""

    def code(self, taken: Collection[str]) -> str:
        """Return the code, which is none of `taken` if it is new."""

    def draw_another(self, taken: Collection[str]) -> str:
        """Number by another code, which is none of `taken`, from now on; return it."""


class FindingNumbers:
    """Draws numbers for one data folder."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self.laptop: Laptop = LaptopFile(opened.folder)

    def draw(self, moment: datetime, count: int) -> list[str]:
        """Return the next `count` numbers for what is found at a moment: 2611-K7M-0123 and on."""
        if not count:
            return []
        month = f"{moment:%y%m}"
        code, serials = self._serials(month, "", count)
        return printed(month, code, serials)

    def draw_for_complaints(self, moment: datetime, count: int) -> list[str]:
        """Return the next `count` numbers for complaints that came at a moment: 2611-K7M-T0012."""
        month = f"{moment:%y%m}"
        code, serials = self._serials(month, COMPLAINTS, count)
        return printed(month, code, serials, COMPLAINTS)

    def _serials(self, month: str, letter: str, count: int) -> tuple[str, range]:
        """Return this laptop's code and the next serials of its series in a month."""
        series = f"{month}{letter}"
        with self._opened.database.transaction():
            code, last = self.laptop.counted(series, self.codes())
            prefix = f"{month}-{code}" + (f"-{letter}" if letter else "")
            serials = self._opened.finding_store.draw(prefix, count, after=last)
            self.laptop.keep(code, series, serials[-1])
        return code, serials

    def own_code(self) -> str:
        """Return the code by which this laptop numbers; drawn now if it never did."""
        with self._opened.database.transaction():
            return self.laptop.code(self.codes())

    def draw_another_code(self, taken: Collection[str]) -> str:
        """Number by another code from now on, none of `taken` or this folder's, and return it."""
        with self._opened.database.transaction():
            return self.laptop.draw_another({*self.codes(), *taken})

    def codes(self) -> Collection[str]:
        """Return the codes that this folder was numbered with."""
        return {code_of(f"{prefix}-0") for prefix in self._opened.finding_store.prefixes()}
