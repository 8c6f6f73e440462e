"""Parts of hundreds of megabytes, written into a workbook without being held in memory."""

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.hostile.real_books import parts_of

MEGABYTE = 1 << 20


def with_stream(path: Path, name: str, pieces: Iterable[bytes]) -> Path:
    """Put a part in from pieces, instead of the one that has the name."""
    parts = parts_of(path)
    parts.pop(name, None)
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for other, held in parts.items():
            archive.writestr(other, held)
        with archive.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                part.write(piece)
    return path


def padded(head: bytes, filling: bytes, foot: bytes, megabytes: int) -> Iterable[bytes]:
    """A head, a filling again and again up to a size, a foot."""
    yield head
    block = filling * max(1, MEGABYTE // len(filling))
    for _ in range(megabytes):
        yield block
    yield foot


def stretched(path: Path, name: str, before: bytes, filling: bytes, megabytes: int) -> Path:
    """Put a filling before the last place where `before` stands in a part."""
    held = parts_of(path)[name]
    at = held.rindex(before)
    return with_stream(path, name, padded(held[:at], filling, held[at:], megabytes))


def with_rows(path: Path, sheet: str, first: int, last: int, cells: str) -> Path:
    """Add rows to a sheet; `{r}` in the XML of their cells is their number."""
    held = parts_of(path)[sheet]
    at = held.rindex(b"</sheetData>")

    def pieces() -> Iterable[bytes]:
        yield held[:at]
        for start in range(first, last + 1, 10_000):
            numbers = range(start, min(start + 10_000, last + 1))
            yield "".join(
                f'<row r="{n}">{cells.replace("{r}", str(n))}</row>' for n in numbers
            ).encode()
        yield held[at:]

    return with_stream(path, sheet, pieces())
