"""Which packages of parts openpyxl may see: neither too large nor made to hurt who reads them.

Everything is judged by the archive's directory and the beginning of each part. The sizes in the
directory are promises, but Python's zipfile reads no further than they say.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import IO
from zipfile import ZipFile

from inspector.excel.reading.package_parts import BROKEN, Package
from inspector.excel.reading.safe_xml import UnsafeXmlError, refuse_document_type

MOST_PARTS = 50_000
"""A ledger with 5,000 photos has 5,020."""

LARGEST_DIRECTORY = 8_000_000
"""Bytes of the list of parts, which is read before they can be counted."""

LARGEST_PART = 16_000_000
"""Bytes of XML in a part that is read as a whole, such as the formats; a tenth is rare."""

LARGEST_STYLES = 4_000_000
"""Bytes of XML of the formats, which take fifty times as much in memory."""

LARGEST_TEXTS = 64_000_000
"""Bytes of XML in the part that holds the texts of all cells, if there is one."""

LARGEST_SHEETS = 500_000_000
"""Bytes of XML in the sheets: a million rows of formatted emptiness are 300 million of them."""

LARGEST_WHOLE = 12_000_000
"""Bytes of XML in the sheets of a workbook that is held in memory with its formats."""

CONTENT_TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"  # as every program calls it
_TEXTS = "sharedStrings"
_SHEET = "worksheet"
_OURS = ("xl/drawings/", "xl/worksheets/_rels/", "xl/cellimages.xml", "xl/_rels/cellimages.xml")
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"  # wherever the workbook says they are, openpyxl looks here
_XML = (".xml", ".rels", ".vml")
_ENCRYPTED = 1  # the bit of a part's flags
_END = b"PK\5\6"
_LONGEST_END = 22 + 65_535


class Refusal(StrEnum):
    """Why a file is no workbook: the reason of the NotAWorkbookError."""

    NOT_A_WORKBOOK = "not a workbook"
    OLD_FORMAT = "an .xls or .et workbook"  # to be saved as .xlsx
    PASSWORD = "protected by a password"
    STRICT = "a strict Open XML workbook"  # to be saved as a plain .xlsx
    TOO_LARGE = "too large"
    DAMAGED = "damaged"


def directory_is_sane(file: IO[bytes]) -> bool:
    """Tell whether the list of parts at the end of an archive is short enough to be read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_END))
    end = file.read()
    at = end.rfind(_END)
    file.seek(0)
    return at < 0 or int.from_bytes(end[at + 12 : at + 16], "little") <= LARGEST_DIRECTORY


def size_refusal(archive: ZipFile, largest_sheets: int, *, whole: bool) -> Refusal | None:
    """Return why an archive is too much to be read, or not to be read at all; None: it may be.

    `largest_sheets` are the bytes that the sheets may have together; `whole`: nothing is left out.
    """
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        return Refusal.TOO_LARGE
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        return Refusal.PASSWORD
    count = Counter(info.filename.lower() for info in infos)
    if any(number > 1 for number in count.values()):
        return Refusal.DAMAGED  # two parts of one name: each program would show another
    sizes = {info.filename: info.file_size for info in infos}
    if any(sizes.get(name, 0) > LARGEST_PART for name in (CONTENT_TYPES, WORKBOOK, _RELATIONS)):
        return Refusal.TOO_LARGE
    sheets, texts = _bulky(Package(archive))
    is_sane = sum(sizes[name] for name in sheets) <= largest_sheets and all(
        sizes[name] <= (LARGEST_TEXTS if name in texts else _largest(name))
        for name in _parts_for_openpyxl(archive, whole=whole)
        if name not in sheets
    )
    return None if is_sane else Refusal.TOO_LARGE


def _largest(name: str) -> int:
    return LARGEST_STYLES if name == _STYLES else LARGEST_PART


def xml_refusal(archive: ZipFile, *, whole: bool) -> Refusal | None:
    """Return why the XML of an archive is not to be read; None: it may be."""
    for name in _parts_for_openpyxl(archive, whole=whole):
        try:
            with archive.open(name) as part:
                refuse_document_type(part)
        except (UnsafeXmlError, *BROKEN):
            return Refusal.DAMAGED
    package = Package(archive)
    if not all(map(package.has, package.sheets().values())):
        return Refusal.DAMAGED  # openpyxl would leave such a sheet out
    return None


def _parts_for_openpyxl(archive: ZipFile, *, whole: bool) -> Iterator[str]:
    """Yield the parts of XML that openpyxl reads; pictures and what places them are read by us.

    A whole workbook it reads with everything in it.
    """
    relations = Package(archive).relations(WORKBOOK).values()
    named = {each.target.lower() for each in relations if each.kind.lower() != "cellimage"}
    for name in archive.namelist():
        lower = name.lower()
        if lower.endswith(_XML) and (whole or lower in named or not lower.startswith(_OURS)):
            yield name


def _bulky(package: Package) -> tuple[Collection[str], Collection[str]]:
    """Return the parts that are read piece by piece and never as a whole: sheets, and texts.

    A part that is also something else is none of them.
    """
    kinds: dict[str, set[str]] = {}
    for relation in package.relations(WORKBOOK).values():
        if not relation.is_outside and package.has(relation.target):
            kinds.setdefault(package.name_of(relation.target), set()).add(relation.kind)
    types = package.xml(CONTENT_TYPES)
    for element in types if types is not None else ():
        name = element.get("PartName", "").lstrip("/")
        said = element.get("ContentType", "")
        if name in kinds and not said.endswith((f".{_SHEET}+xml", f".{_TEXTS}+xml")):
            kinds[name].add(said)
        elif name in kinds and said.endswith(f".{_TEXTS}+xml"):
            kinds[name].add(_TEXTS)
    sheets = {name for name, kind in kinds.items() if kind == {_SHEET}}
    texts = {name for name, kind in kinds.items() if kind == {_TEXTS}}
    return sheets, texts
