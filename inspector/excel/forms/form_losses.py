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
_SQREF = rb"[^>]*?\ssqref=\"([A-Z]{1,3}[0-9]{1,7})"
_LOST = (
    (Fault.OTHER_SHEETS_LIST, _LIST),
    (Fault.PROTECTED_RANGE, re.compile(rb"<protectedRange\b" + _SQREF)),
    (Fault.SPARKLINE, re.compile(rb"<x14:sparkline>.*?<xm:sqref>([A-Z]{1,3}[0-9]{1,7})", re.S)),
    (
        Fault.NEWER_FORMAT,  # a bar is there in the older way of writing as well
        re.compile(
            rb"<x14:cfRule\b[^>]*?\btype=\"(?!dataBar)[^>]*>(?:(?!</x14:conditionalFormatting>).)*?"
            rb"<xm:sqref>([A-Z]{1,3}[0-9]{1,7})",
            re.S,
        ),
    ),
)
"""What openpyxl leaves out of a sheet, and the cell that it is at."""

_THREADS = "threadedComment"


def lost_parts(path: Path, book: "Workbook") -> list[Problem]:
    """Return the macros, shapes, lists, pictures and more that the filled form would be without."""
    problems: list[Problem] = []
    with ZipFile(path) as archive:
        package = Package(archive)
        if package.has(_MACROS):
            problems.append(Problem("", Fault.MACROS))
        for title, part in package.sheets().items():
            if title not in book.sheetnames or not package.has(part):
                continue
            written = archive.read(package.name_of(part))
            for fault, pattern in _LOST:
                for found in pattern.finditer(written):
                    problems.append(Problem(f"{title}!{found[1].decode()}", fault))
            for relation in package.relations(part).values():
                if relation.kind == "drawing" and not relation.is_outside:
                    problems += _shapes(title, package.xml(relation.target), book)
                elif relation.kind == _THREADS:
                    problems += _threads(title, package.xml(relation.target))
    for sheet in book.worksheets:
        problems += [
            Problem(f"{sheet.title}!{cell.coordinate}", Fault.CELL_PICTURE)
            for cell in sheet._cells.values()
            if cell.data_type == "f" and _CELL_PICTURE in str(cell.value)
        ]
    return problems


def _threads(title: str, comments: "Element | None") -> list[Problem]:
    places = dict.fromkeys(each.get("ref", "A1") for each in comments or ())
    return [Problem(f"{title}!{place}", Fault.THREADED_COMMENT) for place in places]


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
