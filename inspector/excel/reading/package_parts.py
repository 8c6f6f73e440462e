"""The parts of a workbook's package that openpyxl does not give out, and how they hang together."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from inspector.excel.reading.safe_xml import UnsafeXmlError, read_xml

MOST_XML = 16_000_000
"""Bytes of one part of XML that is read as a whole: 10,000 pictures are 6 million."""

_WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the name of another part, or something outside of the file."""

    kind: str  # the last word of its type, such as drawing
    target: str
    is_outside: bool


class Package:
    """An open workbook by its parts. Names are compared without case, as Windows writes them."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    def xml(self, name: str) -> Element | None:
        """Return the root of a part; None when it is missing or no decent XML."""
        real = self._names.get(name.lower())
        if real is None:
            return None
        try:
            with self._archive.open(real) as source:
                return read_xml(source, MOST_XML)
        except (UnsafeXmlError, *BROKEN):
            return None

    def bytes(self, name: str, most: int) -> bytes | None:
        """Return a part; None when it is missing, damaged or has more than `most` bytes."""
        real = self._names.get(name.lower())
        if real is None or self._archive.getinfo(real).file_size > most:
            return None
        try:
            with self._archive.open(real) as source:
                held = source.read(most + 1)  # what the archive says of its size may be a lie
        except BROKEN:
            return None
        return held if len(held) <= most else None

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name.lower() in self._names

    def name_of(self, name: str) -> str:
        """Return the name of a part as the archive spells it."""
        return self._names[name.lower()]

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what a part refers to, by the ids that it uses."""
        folder, _, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels")
        if root is None:
            return {}
        return {
            each.get("Id", ""): Relation(
                kind=each.get("Type", "").rpartition("/")[2],
                target=_resolved(folder, each.get("Target", "")),
                is_outside=each.get("TargetMode", "") == "External",
            )
            for each in root
        }

    def sheets(self) -> Mapping[str, str]:
        """Return the parts of the sheets by the names of the sheets."""
        root = self.xml(_WORKBOOK)
        if root is None:
            return {}
        relations = self.relations(_WORKBOOK)
        found: dict[str, str] = {}
        for element in root.iter():
            relation = relations.get(element.get(f"{_RELATION}id", ""))
            if element.tag.endswith("}sheet") and relation is not None:
                found[element.get("name", "")] = relation.target
        return found

    def program(self) -> str:
        """Return what the program calls itself that saved the file; '' when it does not say."""
        root = self.xml("docProps/app.xml")
        found = root if root is not None else ()
        return next((e.text or "" for e in found if e.tag.endswith("}Application")), "")

    def cell_images(self) -> str | None:
        """Return the name of the part in which WPS keeps the pictures of cells."""
        for relation in self.relations(_WORKBOOK).values():
            if relation.kind.lower() == "cellimage" and self.has(relation.target):
                return self.name_of(relation.target)
        usual = "xl/cellimages.xml"
        return self.name_of(usual) if self.has(usual) else None


def embedded(blip: Element) -> str:
    """Return the id under which a picture's bytes are referred to; '' for a mere link."""
    return blip.get(f"{_RELATION}embed", "")


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


BROKEN = (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What Python's zipfile raises for damaged, encrypted or strangely packed parts."""
