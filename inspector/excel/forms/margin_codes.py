"""Page headers and footers that openpyxl cannot take apart: it drops them, with all their words.

It wants &L, &C and &R, in that order. Excel writes neither the order nor any of them always: what
stands before the first is the middle.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from inspector.excel.reading.package_parts import Package

if TYPE_CHECKING:
    from openpyxl import Workbook

_PART = re.compile(r"&(?:([LCR])|&)")
_NAMES = {"L": "left", "C": "center", "R": "right"}
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


def read_margins(path: Path, book: "Workbook") -> None:
    """Give the sheets of an opened book the headers and footers that it was opened without."""
    with ZipFile(path) as archive:
        package = Package(archive)
        for title, part in package.sheets().items():
            root = package.xml(part) if title in book.sheetnames else None
            for each in root.iter() if root is not None else ():
                name = each.tag.rpartition("}")[2]
                if name not in _MARGINS or not each.text:
                    continue
                margin = getattr(book[title], name)
                if any(getattr(margin, where).text for where in _NAMES.values()):
                    continue
                for where, text in _parts(each.text).items():
                    getattr(margin, where).text = text


def _parts(text: str) -> dict[str, str]:
    """Return the text of a header or footer by where it stands."""
    found: dict[str, str] = {}
    where, begin = "center", 0
    for code in (*_PART.finditer(text), None):
        if code is not None and code[1] is None:  # an ampersand that is shown
            continue
        piece = text[begin : code.start() if code else len(text)]
        if piece:
            found[where] = found.get(where, "") + piece
        if code is not None:
            where, begin = _NAMES[code[1]], code.end()
    return found
