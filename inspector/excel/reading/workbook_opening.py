"""A file that should be a workbook to an open workbook, and what is refused instead.

Reads row by row, so that a sheet that claims a million rows costs only what it holds.
"""

import re
import warnings
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from inspector.domain.errors import (
    CannotReadError,
    FaultyFormError,
    InspectorError,
    NotAWorkbookError,
    NotFoundError,
)
from inspector.excel.reading import package_admission as admission
from inspector.excel.reading.lean_reader import load_lean
from inspector.excel.reading.package_admission import CONTENT_TYPES, WORKBOOK
from inspector.excel.reading.package_admission import Refusal as Refusal
from inspector.excel.reading.sheet_rows import TooMuchError, raw_rows
from inspector.excel.reading.size_bounds import huge_areas
from inspector.paths import refuse_special

if TYPE_CHECKING:
    from openpyxl import Workbook

_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml"
_WORKBOOK = re.compile(rb"(sheet|template)(\.macroEnabled)?\.main\+xml")

_STYLED = ("font", "fill", "border", "number_format", "alignment", "protection")


@contextmanager
def opened(path: Path) -> Iterator["Workbook"]:
    """Open the workbook at `path`, read-only; formulas stay formulas.

    Whatever openpyxl trips over inside the `with` means that the file is damaged, so only
    reading belongs there. Raises NotFoundError, CannotReadError or NotAWorkbookError.
    """
    with _opened(path, admission.LARGEST_SHEETS, read_only=True) as book:
        yield book


@contextmanager
def opened_whole(path: Path) -> Iterator["Workbook"]:
    """Open the workbook at `path` with all its formats, to be written elsewhere afterwards.

    Texts keep the fonts of their parts. Raises as `opened` does, and refuses what is too large
    to be held in memory; FaultyFormError names the areas that are.
    """
    with _opened(path, admission.LARGEST_WHOLE, read_only=False) as book:
        yield book


@contextmanager
def _opened(path: Path, largest: int, *, read_only: bool) -> Iterator["Workbook"]:
    try:
        refuse_special(path)
        with path.open("rb") as file:
            _refuse(path, file, largest, whole=not read_only)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about decorations that openpyxl cannot read
                yield load_lean(file) if read_only else _whole(path, file)
    except InspectorError:
        raise
    except TooMuchError as error:
        raise NotAWorkbookError(path, Refusal.TOO_LARGE) from error
    except FileNotFoundError as error:
        raise NotFoundError(path) from error
    except Exception as error:
        # Of any kind: openpyxl does not wrap what foreign bytes make it raise, and raises an
        # OSError of its own, without a number, for a package that it cannot make out.
        if isinstance(error, OSError) and error.errno is not None:
            raise CannotReadError(path, error.strerror or str(error)) from error
        raise NotAWorkbookError(path, Refusal.DAMAGED) from error


def _whole(path: Path, file: IO[bytes]) -> "Workbook":
    from openpyxl import load_workbook

    with ZipFile(file) as archive:
        problems = huge_areas(archive)
    if problems:
        raise FaultyFormError(path.name, problems)
    file.seek(0)
    for sheet in load_lean(file)._sheets:  # type: ignore[attr-defined]
        if hasattr(sheet, "reset_dimensions"):  # no chart
            deque(raw_rows(sheet, admission.LARGEST_WHOLE), 0)  # raises for what makes no sense
    file.seek(0)
    book = load_workbook(file, rich_text=True)
    for sheet in book.worksheets:
        for cell in sheet._cells.values():
            for part in _STYLED:  # raises where a cell has a format that is not there
                getattr(cell, part)
    return book


def _refuse(path: Path, file: IO[bytes], largest: int, *, whole: bool) -> None:
    """Raise NotAWorkbookError for what openpyxl would not refuse, or not in time."""
    start = file.read(len(_OLD_OFFICE))
    if start == _OLD_OFFICE:
        encrypted = _ENCRYPTED in file.read()
        raise NotAWorkbookError(path, Refusal.PASSWORD if encrypted else Refusal.OLD_FORMAT)
    if not start.startswith(b"PK"):
        raise NotAWorkbookError(path, Refusal.NOT_A_WORKBOOK)
    if not admission.directory_is_sane(file):
        raise NotAWorkbookError(path, Refusal.TOO_LARGE)
    try:
        with ZipFile(file) as archive:
            refusal = (
                admission.size_refusal(archive, largest, whole=whole)
                or _kind_refusal(archive)
                or admission.xml_refusal(archive, whole=whole)
            )
            if refusal is not None:
                raise NotAWorkbookError(path, refusal)
    except BadZipFile as error:
        raise NotAWorkbookError(path, Refusal.DAMAGED) from error
    file.seek(0)


def _kind_refusal(archive: ZipFile) -> Refusal | None:
    names = archive.namelist()
    if CONTENT_TYPES not in names or not _WORKBOOK.search(archive.read(CONTENT_TYPES)):
        return Refusal.NOT_A_WORKBOOK
    if WORKBOOK in names and _STRICT in archive.read(WORKBOOK):
        return Refusal.STRICT
    return None
