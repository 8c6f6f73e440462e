"""What of a form would be lost when it is filled, since no part of it is read: it is refused."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from inspector.domain.faults import Fault, Problem
from inspector.excel.reading.package_parts import Package

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from openpyxl import Workbook

_MACROS = "xl/vbaproject.bin"
_SHAPES = ("sp", "grpSp", "cxnSp", "AlternateContent")
_LIST = re.compile(
    rb"<x14:dataValidation\s(?:(?!</x14:dataValidation>).)*?<xm:sqref>([A-Z]{1,3}[0-9]{1,7})", re.S
)
_CELL_PICTURE = "DISPIMG("


def lost_parts(path: Path, book: "Workbook") -> list[Problem]:
    """Return the macros, shapes, lists and pictures that the filled form would be without."""
    problems: list[Problem] = []
    with ZipFile(path) as archive:
        package = Package(archive)
        if package.has(_MACROS):
            problems.append(Problem("", Fault.MACROS))
        for title, part in package.sheets().items():
            if title not in book.sheetnames or not package.has(part):
                continue
            for found in _LIST.finditer(archive.read(package.name_of(part))):
                problems.append(Problem(f"{title}!{found[1].decode()}", Fault.OTHER_SHEETS_LIST))
            for relation in package.relations(part).values():
                if relation.kind == "drawing" and not relation.is_outside:
                    problems += _shapes(title, package.xml(relation.target), book)
    for sheet in book.worksheets:
        problems += [
            Problem(f"{sheet.title}!{cell.coordinate}", Fault.CELL_PICTURE)
            for cell in sheet._cells.values()
            if cell.data_type == "f" and _CELL_PICTURE in str(cell.value)
        ]
    return problems


def _shapes(title: str, drawing: "Element | None", book: "Workbook") -> list[Problem]:
    kept = {
        getattr(image.anchor, "_from", None)
        and _cell(image.anchor._from.col, image.anchor._from.row)
        for image in getattr(book[title], "_images", ())
    }
    problems: list[Problem] = []
    for anchor in drawing if drawing is not None else ():
        names = {each.tag.rpartition("}")[2] for each in (anchor, *anchor)}
        column, row = (
            next((e.text or "" for e in anchor.iter() if e.tag.endswith(f"}}{what}")), "")
            for what in ("col", "row")
        )
        known = column.isdecimal() and row.isdecimal()
        cell = _cell(int(column), int(row)) if known else "A1"
        # A picture of a kind such as WMF is not read either.
        if names.intersection(_SHAPES) or ("pic" in names and known and cell not in kept):
            problems.append(Problem(f"{title}!{cell}", Fault.SHAPE))
    return problems


def _cell(column: int, row: int) -> str:
    """Return a cell of which both are counted from 0."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row + 1}"
