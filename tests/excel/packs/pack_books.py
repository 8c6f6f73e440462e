"""Packs as workbooks: written, edited cell by cell as a clerk would, and read again."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Problem
from inspector.excel.packs.pack_workbook import read_pack_sheets, write_pack
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from tests.domain.checklist.raw_packs import raw_pack, read

SHIPPED = {folder.name: folder for folder in pack_folders(checklists_folder())}


def sample_pack() -> Pack:
    """A valid pack with every kind of rule."""
    pack, _ = read(raw_pack())
    assert pack is not None
    return pack


def shipped_pack(name: str) -> Pack:
    """A pack that ships with the program."""
    return read_pack_folder(SHIPPED[name])


def written(folder: Path, pack: Pack) -> Path:
    """The workbook of a pack."""
    path = folder / "检查表.xlsx"
    write_pack(path, pack)
    return path


@cache
def _sample_content() -> bytes:
    """The workbook of the sample pack, which a hundred tests begin with."""
    with TemporaryDirectory() as folder:
        return written(Path(folder), sample_pack()).read_bytes()


@cache
def _sample_book() -> openpyxl.Workbook:
    """It as it is read, which takes as long as all else: each who edits it puts back what was."""
    return openpyxl.load_workbook(BytesIO(_sample_content()))


def sheet_of(book: openpyxl.Workbook, name: str) -> Worksheet:
    """A sheet by its name."""
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def edited(folder: Path, cells: Mapping[str, Any], pack: Pack | None = None) -> Path:
    """The workbook of a pack, with values typed over cells such as 服务礼仪!C4."""
    if pack:
        path = written(folder, pack)
        book = openpyxl.load_workbook(path)
    else:
        path, book = folder / "检查表.xlsx", _sample_book()
    before: list[tuple[Cell, Any, str]] = []
    for place, value in cells.items():
        name, _, position = place.partition("!")
        sheet = sheet_of(book, name)
        row, column = coordinate_to_tuple(position)
        if row > sheet.max_row or column > sheet.max_column:
            _sample_book.cache_clear()  # it has another size from now on
        cell = sheet.cell(row, column)
        assert isinstance(cell, Cell)
        before.append((cell, cell.value, cell.number_format))
        cell.value = value
    book.save(path)
    for cell, value, number_format in reversed(before):
        cell.value, cell.number_format = value, number_format
    return path


def problems_of(path: Path) -> list[Problem]:
    """The problems for which the pack at `path` is refused."""
    with pytest.raises(FaultyFileError) as refusal:
        read_pack_sheets(path)
    assert refusal.value.name == path.name
    return refusal.value.problems
