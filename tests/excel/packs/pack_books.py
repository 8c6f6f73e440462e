"""Packs as workbooks: written, edited cell by cell as a clerk would, and read again."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
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


def sheet_of(book: openpyxl.Workbook, name: str) -> Worksheet:
    """A sheet by its name."""
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def edited(folder: Path, cells: Mapping[str, Any], pack: Pack | None = None) -> Path:
    """The workbook of a pack, with values typed over cells such as 服务礼仪!C4."""
    path = written(folder, pack) if pack else folder / "检查表.xlsx"
    if pack is None:
        path.write_bytes(_sample_content())
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        name, _, position = place.partition("!")
        sheet_of(book, name)[position].value = value
    book.save(path)
    return path


def problems_of(path: Path) -> list[Problem]:
    """The problems for which the pack at `path` is refused."""
    with pytest.raises(FaultyFileError) as refusal:
        read_pack_sheets(path)
    assert refusal.value.name == path.name
    return refusal.value.problems
