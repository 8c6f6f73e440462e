"""A file that should be a workbook to an open workbook, and what is refused instead.

Reads row by row, so that a sheet that claims a million rows costs only what it holds.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from inspector.domain.errors import (
    CannotReadError,
    InspectorError,
    NotAWorkbookError,
    NotFoundError,
)
from inspector.paths import refuse_special

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST = 200_000_000
"""Bytes of XML outside the sheets. No roster or ledger comes near it; a bomb does."""

LARGEST_SHEETS = 1_000_000_000
"""Bytes of XML in the sheets: a million rows of formatted emptiness are 300 million of them."""

LARGEST_WHOLE = 50_000_000
"""Bytes of XML in the sheets of a workbook that is held in memory with its formats."""


class Refusal(StrEnum):
    """Why a file is no workbook: the reason of the NotAWorkbookError."""

    NOT_A_WORKBOOK = "not a workbook"
    OLD_FORMAT = "an .xls or .et workbook"  # to be saved as .xlsx
    PASSWORD = "protected by a password"
    STRICT = "a strict Open XML workbook"  # to be saved as a plain .xlsx
    TOO_LARGE = "too large"
    DAMAGED = "damaged"


_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml"
_WORKBOOK_PART = "xl/workbook.xml"  # as Excel calls it
_SHEETS = "xl/worksheets/"
_XML = (".xml", ".rels", ".vml")
_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK = re.compile(rb"(sheet|template)(\.macroEnabled)?\.main\+xml")


@contextmanager
def opened(path: Path) -> Iterator["Workbook"]:
    """Open the workbook at `path`, read-only; formulas stay formulas.

    Whatever openpyxl trips over inside the `with` means that the file is damaged, so only
    reading belongs there. Raises NotFoundError, CannotReadError or NotAWorkbookError.
    """
    with _opened(path, LARGEST_SHEETS, read_only=True) as book:
        yield book


@contextmanager
def opened_whole(path: Path) -> Iterator["Workbook"]:
    """Open the workbook at `path` with all its formats, to be written elsewhere afterwards.

    Texts keep the fonts of their parts. Raises as `opened` does, and refuses what is too large
    to be held in memory.
    """
    with _opened(path, LARGEST_WHOLE, read_only=False) as book:
        yield book


@contextmanager
def _opened(path: Path, largest: int, *, read_only: bool) -> Iterator["Workbook"]:
    from openpyxl import load_workbook

    try:
        refuse_special(path)
        with path.open("rb") as file:
            _refuse(path, file, largest)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about decorations that openpyxl cannot read
                yield load_workbook(file, read_only=read_only, rich_text=not read_only)
    except InspectorError:
        raise
    except FileNotFoundError as error:
        raise NotFoundError(path) from error
    except Exception as error:
        # Of any kind: openpyxl does not wrap what foreign bytes make it raise, and raises an
        # OSError of its own, without a number, for a package that it cannot make out.
        if isinstance(error, OSError) and error.errno is not None:
            raise CannotReadError(path, error.strerror or str(error)) from error
        raise NotAWorkbookError(path, Refusal.DAMAGED) from error


def _refuse(path: Path, file: IO[bytes], largest: int) -> None:
    """Raise NotAWorkbookError for what openpyxl would not refuse, or not in time."""
    start = file.read(len(_OLD_OFFICE))
    if start == _OLD_OFFICE:
        encrypted = _ENCRYPTED in file.read()
        raise NotAWorkbookError(path, Refusal.PASSWORD if encrypted else Refusal.OLD_FORMAT)
    if not start.startswith(b"PK"):
        raise NotAWorkbookError(path, Refusal.NOT_A_WORKBOOK)
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            if not _sizes_are_sane(archive, largest):
                raise NotAWorkbookError(path, Refusal.TOO_LARGE)
            if _CONTENT_TYPES not in archive.namelist():
                raise NotAWorkbookError(path, Refusal.NOT_A_WORKBOOK)
            if not _WORKBOOK.search(archive.read(_CONTENT_TYPES)):
                raise NotAWorkbookError(path, Refusal.NOT_A_WORKBOOK)
            if _WORKBOOK_PART in archive.namelist() and _STRICT in archive.read(_WORKBOOK_PART):
                raise NotAWorkbookError(path, Refusal.STRICT)
    except BadZipFile as error:
        raise NotAWorkbookError(path, Refusal.DAMAGED) from error
    file.seek(0)


def _sizes_are_sane(archive: ZipFile, largest: int) -> bool:
    # The sizes are promises, but reading stops with an error where they are broken.
    parts = [(part.filename.lower(), part.file_size) for part in archive.infolist()]
    sheets = sum(size for name, size in parts if name.startswith(_SHEETS))
    rest = sum(size for name, size in parts if name.endswith(_XML) and not name.startswith(_SHEETS))
    return sheets <= largest and rest <= LARGEST
