"""Rosters as people make them, written in a few lines, and read again."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.checklist import WindowKind
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Problem
from inspector.domain.visit.roster import RosterRow
from inspector.excel.rosters.roster_workbook import RosterSheet, read_roster

KINDS = (
    WindowKind("general", "综合受理", ("综合", "全业务")),
    WindowKind("cashier", "收费"),
    WindowKind("toll", "人工收费", ("MTC",)),
)
HEADER = ("单位", "窗口号", "窗口类型", "工号")


def roster(
    path: Path,
    rows: Iterable[Sequence[Any]],
    header: Sequence[Any] = HEADER,
    merged: Iterable[str] = (),
) -> Path:
    """Write a workbook `roster.xlsx` into the folder `path`: header, rows, merged ranges."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1"
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path / "roster.xlsx")
    return path / "roster.xlsx"


def read(path: Path) -> RosterSheet:
    """Read the roster at `path` with the usual kinds."""
    return read_roster(path, KINDS)


def rows_of(path: Path) -> list[RosterRow]:
    """The rows of the roster at `path`."""
    return list(read(path).rows)


def problems_of(path: Path) -> list[Problem]:
    """The problems for which the roster at `path` is refused."""
    with pytest.raises(FaultyFileError) as refusal:
        read(path)
    assert refusal.value.name == path.name
    return refusal.value.problems
