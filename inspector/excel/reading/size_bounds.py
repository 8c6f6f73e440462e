"""What of a workbook would grow beyond all measure if openpyxl held it whole.

It makes a cell for every place of a merged area and of a link, and keeps every formatted one: a
line of XML can stand for seventeen thousand million cells.
"""

import re
from collections.abc import Iterator
from typing import IO
from zipfile import ZipFile

from inspector.domain.faults import Fault, Problem
from inspector.excel.reading.package_parts import Package
from inspector.excel.reading.sheet_rows import MOST_COLUMNS, MOST_ROWS, TooMuchError

MOST_PLACES = 200_000
"""Cells of a whole workbook, empty ones with a format and those of merged areas counted."""

_PLACE = re.compile(rb"<(?:\w{1,20}:)?(?:c|row|col)[\s/>]")
_AREA = re.compile(
    rb"<(?:\w{1,20}:)?(?:mergeCell|hyperlink|f)\s[^<>]{0,500}?\bref=[\"']"
    rb"\$?([A-Za-z]{1,3})?\$?(\d{1,9})?:\$?([A-Za-z]{1,3})?\$?(\d{1,9})?[\"']"
)
_CHUNK = 1 << 20
_LONGEST = 1024  # bytes that a chunk keeps of the one before, where an element may begin


def huge_areas(archive: ZipFile) -> list[Problem]:
    """Return the areas of a workbook that are too large to be held, each by its cell.

    Raises TooMuchError when it is the cells of all sheets together that are too many.
    """
    package = Package(archive)
    names = {package.name_of(part): sheet for sheet, part in package.sheets().items()}
    problems: list[Problem] = []
    places = 0
    for part in archive.namelist():
        if not part.lower().endswith(".xml"):
            continue
        with archive.open(part) as source:
            for size, area in _counted(source):
                places += size
                if area and size > MOST_PLACES:
                    top, where = area.partition(":")[0], names.get(part, part)
                    problems.append(Problem(f"{where}!{top}", Fault.HUGE_AREA, area))
    if places > MOST_PLACES and not problems:
        raise TooMuchError
    return problems


def _counted(source: IO[bytes]) -> Iterator[tuple[int, str]]:
    """Yield how many cells something stands for, and the area it is, if it is one."""
    kept = b""
    while chunk := source.read(_CHUNK):
        text = kept + chunk
        end = 0
        yield sum(1 for _ in _PLACE.finditer(text)) - sum(1 for _ in _PLACE.finditer(kept)), ""
        for match in _AREA.finditer(text):
            end = match.end()
            yield _size(match), match[0].rpartition(b"=")[2].strip(b"\"'").decode()
        kept = text[max(end, len(text) - _LONGEST) :]


def _size(match: re.Match[bytes]) -> int:
    from openpyxl.utils import column_index_from_string

    left, top, right, bottom = match.groups()
    first, last = (
        column_index_from_string(column.decode()) if column else usual
        for column, usual in ((left, 1), (right, MOST_COLUMNS))
    )
    height = abs(int(bottom or MOST_ROWS) - int(top or 1)) + 1
    return height * (abs(last - first) + 1)
