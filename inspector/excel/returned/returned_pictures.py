"""The pictures of a returned workbook by cell: floating ones, and those WPS puts into cells."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from inspector.domain.errors import CannotReadError, ChangedFileError, NotFoundError
from inspector.excel.reading.floating_pictures import floating_pictures
from inspector.excel.reading.grid_sizes import read_grid
from inspector.excel.reading.package_parts import Package, embedded
from inspector.excel.reading.plain_sheets import Cell

LARGEST_PICTURE = 60_000_000
"""Bytes of one picture: the largest that phones make has half of it."""

LARGEST_PICTURES = 2_000_000_000
"""Bytes of all that are looked at; WPS itself opens no workbook like that."""

_MOVES_PICTURES = ("LibreOffice", "OpenOffice", "Collabora")
"""Programs that save the picture of a hidden row as one of the next row that is shown."""

_DISPIMG = re.compile(r"=(?:_xlfn\.)?DISPIMG\(\s*\"([^\"]{1,100})\"", re.IGNORECASE)
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture over or in a cell (from 1). Without its bytes in the file it has no `part`.

    Of one that `may_be_moved` nobody knows whether it belongs to a hidden row above it.
    """

    row: int
    column: int
    part: str | None
    digest: str = ""
    may_be_moved: bool = False


def wps_picture_id(cell: Cell) -> str | None:
    """Return the id of the picture that WPS shows in a cell; None where it shows none."""
    text = str(getattr(cell.value, "text", cell.value))
    match = _DISPIMG.match(text.strip()) if cell.type in ("f", "s") else None
    return match[1] if match else None


class ReturnedPictures:
    """The pictures of an open workbook; each is hashed once, and none is kept in memory."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._package = Package(archive)
        self._sheets = self._package.sheets()
        self._in_cells: Mapping[str, str | None] | None = None
        self._digests: dict[str, str] = {}
        self._read = 0

    def floating(self, sheet: str, last_row: int) -> Iterator[PlacedPicture]:
        """Yield the floating pictures of a sheet, each with the cell below its middle."""
        part = self._sheets.get(sheet)
        relations = self._package.relations(part) if part is not None else {}
        if part is None or all(each.kind != "drawing" for each in relations.values()):
            return
        with self._archive.open(self._package.name_of(part)) as source:
            grid = read_grid(source, last_row)
        moves = self._package.program().startswith(_MOVES_PICTURES)
        for picture in floating_pictures(self._package, part, grid):
            placed = self._placed(picture.row, picture.column, picture.part)
            yield replace(placed, may_be_moved=moves and picture.below_hidden)

    def in_cell(self, row: int, column: int, picture_id: str) -> PlacedPicture:
        """Return the picture that a DISPIMG formula at a place names."""
        if self._in_cells is None:
            self._in_cells = self._cell_images()
        return self._placed(row, column, self._in_cells.get(picture_id))

    def _cell_images(self) -> Mapping[str, str | None]:
        """Return the parts of the pictures in cells by their ids."""
        part = self._package.cell_images()
        root = self._package.xml(part) if part is not None else None
        if part is None or root is None:
            return {}
        relations = self._package.relations(part)
        found: dict[str, str | None] = defaultdict(lambda: None)
        for image in root:
            names = [e.get("name", "") for e in image.iter() if e.tag.endswith("}cNvPr")]
            for blip in image.iter(_BLIP):
                relation = relations.get(embedded(blip))
                if names and relation is not None and not relation.is_outside:
                    found[names[0]] = relation.target
        return dict(found)

    def _placed(self, row: int, column: int, part: str | None) -> PlacedPicture:
        if part is None:
            return PlacedPicture(row, column, None)
        if part not in self._digests:
            held = self._package.bytes(part, LARGEST_PICTURE)
            self._read += len(held or b"")
            too_much = held is None or self._read > LARGEST_PICTURES
            self._digests[part] = "" if too_much else hashlib.sha256(held or b"").hexdigest()
        digest = self._digests[part]
        return PlacedPicture(row, column, part if digest else None, digest)


class PictureSource:
    """Gives out the bytes of pictures of a workbook that was read before."""

    def __init__(self, path: Path, package: Package) -> None:
        self._path = path
        self._package = package

    def bytes(self, part: str, digest: str) -> bytes:
        """Return a picture; raises ChangedFileError when it is not what it was."""
        held = self._package.bytes(part, LARGEST_PICTURE)
        if held is None or hashlib.sha256(held).hexdigest() != digest:
            raise ChangedFileError(self._path)
        return held


@contextmanager
def opened_pictures(path: Path) -> Iterator[PictureSource]:
    """Open the workbook at `path` again for its pictures.

    Raises NotFoundError, CannotReadError or ChangedFileError.
    """
    try:
        archive = ZipFile(path)
    except FileNotFoundError as error:
        raise NotFoundError(path) from error
    except BadZipFile as error:
        raise ChangedFileError(path) from error
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error
    with archive:
        yield PictureSource(path, Package(archive))
