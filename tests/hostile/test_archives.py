"""Files that are no workbook, and archives that lie or are broken: refused with a sentence."""

import os
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest

from tests.hostile.child import posix_only
from tests.hostile.importing import READERS, said, said_of_looks
from tests.hostile.real_books import REAL, parts_of

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
BIFF = bytes.fromhex("0908100000060500")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return REAL["roster"](tmp_path_factory.mktemp("roster"))


def refused(path: Path) -> str:
    """What every reader says of a file, which has to be one sentence."""
    told = {tuple(said(kind, path)) for kind in READERS} | {tuple(said_of_looks(path))}
    assert len(told) == 1
    ((sentence,),) = told
    assert path.name in sentence
    return sentence


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (b"", "is not an .xlsx workbook"),
        (b"\0" * 1_000, "is not an .xlsx workbook"),
        (BIFF * 100, "is not an .xlsx workbook"),
        ("单位,窗口号\n城东,1号\n".encode("gb18030"), "is not an .xlsx workbook"),
        (b"PK", "damaged"),
        (b"PK\3\4" + b"\xff" * 1_000, "damaged"),
        (b"PK\5\6" + bytes(18), "is not an .xlsx workbook"),
        (OLE + bytes(600), "is in an old format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_no_workbook(tmp_path: Path, held: bytes, expected: str) -> None:
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(held)
    assert expected in refused(path)


def test_nothing_and_a_folder(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "无.xlsx")
    folder = tmp_path / "夹.xlsx"
    folder.mkdir()
    assert said_of_looks(folder) == []  # a folder is a kind of its own, for those who drop one
    ((sentence,),) = {tuple(said(kind, folder)) for kind in READERS}
    assert "cannot be read" in sentence


@posix_only
def test_a_pipe_a_device_and_a_link_to_itself(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.xlsx")
    (tmp_path / "零.xlsx").symlink_to("/dev/zero")
    (tmp_path / "环.xlsx").symlink_to("环.xlsx")
    assert "not an ordinary file" in refused(tmp_path / "管.xlsx")
    assert "not an ordinary file" in refused(tmp_path / "零.xlsx")
    assert "link to itself" in refused(tmp_path / "环.xlsx")


def with_bytes(
    book: Path, change: Callable[[bytearray], bytes | bytearray]
) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(change(bytearray(book.read_bytes())))
        return path

    return make


def directory(held: bytearray) -> int:
    """Where the list of parts begins."""
    return int(struct.unpack_from("<I", held, held.rindex(b"PK\5\6") + 16)[0])


def entries(held: bytearray) -> list[int]:
    """Where the entries of the list begin."""
    found, at = [], directory(held)
    while held[at : at + 4] == b"PK\1\2":
        found.append(at)
        name, extra, comment = struct.unpack_from("<HHH", held, at + 28)
        at += 46 + name + extra + comment
    return found


def patched(offset: int, packed: bytes) -> Callable[[bytearray], bytearray]:
    """Overwrite something in every entry of the list of parts."""

    def change(held: bytearray) -> bytearray:
        for at in entries(held):
            held[at + offset : at + offset + len(packed)] = packed
        return held

    return change


def wrong_bytes(held: bytearray) -> bytearray:
    for at in entries(held):
        start = struct.unpack_from("<I", held, at + 42)[0]
        name, extra = struct.unpack_from("<HH", held, start + 26)
        held[start + 30 + name + extra + 12] ^= 0xFF
    return held


BROKEN = {
    "wrong checksum": (patched(16, b"\1\2\3\4"), "damaged"),
    "size of nothing": (patched(24, b"\0\0\0\0"), "not an .xlsx"),
    "size of four gigabytes": (patched(24, b"\xfe\xff\xff\xff"), "too large"),
    "packed to nothing": (patched(20, b"\0\0\0\0"), "damaged"),
    "packed to more than there is": (patched(20, b"\xfe\xff\xff\x7f"), "damaged"),
    "zip64 without its field": (patched(24, b"\xff\xff\xff\xff"), "too large"),
    "unknown packing": (patched(10, b"\x63\0"), "damaged"),
    "encrypted": (patched(8, b"\1\0"), "password"),
    "places beyond the end": (patched(42, b"\xfe\xff\xff\x7f"), "damaged"),
    "places all the same": (patched(42, b"\0\0\0\0"), "damaged"),
    "directory cut": (lambda held: held[: directory(held) + 30], "damaged"),
    "end cut": (lambda held: held[:-10], "damaged"),
    "half": (lambda held: held[: len(held) // 2], "damaged"),
    "bytes of parts": (wrong_bytes, "damaged"),
    "directory of gigabytes": (
        lambda held: held[: held.rindex(b"PK\5\6") + 12] + b"\xfe\xff\xff\x7f" + held[-6:],
        "too large",
    ),
}


@pytest.mark.parametrize("lie", BROKEN)
def test_an_archive_that_lies(tmp_path: Path, book: Path, lie: str) -> None:
    change, expected = BROKEN[lie]
    path = with_bytes(book, change)(tmp_path / "花名册.xlsx")
    told = {line for kind in READERS for line in said(kind, path)}
    assert told
    assert all(expected in line or "damaged" in line for line in told), told


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("again", ["xl/worksheets/sheet1.xml", "XL/Workbook.xml"])
def test_two_parts_of_one_name(tmp_path: Path, book: Path, again: str) -> None:
    path = Path(shutil.copy(book, tmp_path / "花名册.xlsx"))
    with ZipFile(path, "a") as archive:
        archive.writestr(again, b"<x/>")
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "gone",
    ["xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
     "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"],
)  # fmt: skip
def test_a_part_that_is_missing(tmp_path: Path, book: Path, gone: str) -> None:
    parts = parts_of(book)
    del parts[gone]
    path = tmp_path / "花名册.xlsx"
    with ZipFile(path, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    assert "not an .xlsx workbook" in refused(path)


def test_names_that_lead_out_of_the_archive(tmp_path: Path, book: Path) -> None:
    path = Path(shutil.copy(book, tmp_path / "花名册.xlsx"))
    with ZipFile(path, "a", ZIP_STORED) as archive:
        for name in ("../../out.xml", "/out.xml", "C:\\out.xml", "con.xml", "a\\b.xml", "‮.xml"):
            archive.writestr(ZipInfo(name), b"<x/>")
    assert said("roster", path) == []  # nothing is ever unpacked
    assert sorted(each.name for each in tmp_path.iterdir()) == ["花名册.xlsx"]
