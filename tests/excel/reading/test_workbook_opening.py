"""What is no workbook is refused, with a reason."""

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from inspector.domain.errors import CannotReadError, NotAWorkbookError, NotFoundError
from inspector.excel.reading import package_admission as admission
from inspector.excel.reading.plain_sheets import read_sheets
from inspector.excel.reading.workbook_opening import Refusal, opened
from inspector.paths import NOT_A_FILE
from tests.excel.rosters.rosters import roster

SAMPLE = "roster-telecom-tidy.xlsx"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def refusal_of(path: Path) -> str:
    """The reason for which the file at `path` is refused."""
    with pytest.raises(NotAWorkbookError) as refused:
        read_sheets(path)
    assert refused.value.path == path
    return refused.value.reason


def altered(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Replace bytes in a part of the workbook at `path`; the file beside it is returned."""
    target = path.with_name("altered.xlsx")
    with ZipFile(path) as source, ZipFile(target, "w", ZIP_DEFLATED) as sink:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            sink.writestr(name, content)
    return target


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.NOT_A_WORKBOOK),
        (b"\xe5\x8d\x95\xe4\xbd\x8d,\xe7\xaa\x97\xe5\x8f\xa3\n", Refusal.NOT_A_WORKBOOK),
        (b"\x00\x01\x02" * 100, Refusal.NOT_A_WORKBOOK),
        (b"<html><table></table></html>", Refusal.NOT_A_WORKBOOK),  # what some systems call .xls
        (b"PK\x03\x04 and no more", Refusal.DAMAGED),
        (OLE + b"\x00" * 600, Refusal.OLD_FORMAT),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.PASSWORD),
    ],
)
def test_other_files(tmp_path: Path, content: bytes, reason: Refusal) -> None:
    path = tmp_path / "花名册.xlsx"
    path.write_bytes(content)
    assert refusal_of(path) == reason


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    assert refusal_of(path) == Refusal.NOT_A_WORKBOOK
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    assert refusal_of(path) == Refusal.NOT_A_WORKBOOK


def test_a_truncated_workbook(tmp_path: Path) -> None:
    path = roster(tmp_path, [])
    path.write_bytes(path.read_bytes()[:-200])
    assert refusal_of(path) == Refusal.DAMAGED


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_workbook_with_a_broken_part(tmp_path: Path, part: str) -> None:
    path = altered(roster(tmp_path, [["城东营业厅", "1号", "收费", 1]]), part, b"</", b"<")
    assert refusal_of(path) == Refusal.DAMAGED


def test_a_workbook_that_points_beyond_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes((Path(__file__).parents[1] / "samples" / SAMPLE).read_bytes())
    path = altered(path, "xl/worksheets/sheet1.xml", b"<v>0</v>", b"<v>999</v>")
    assert refusal_of(path) == Refusal.DAMAGED


def test_a_strict_workbook(tmp_path: Path) -> None:
    path = altered(
        roster(tmp_path, []),
        "xl/workbook.xml",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert refusal_of(path) == Refusal.STRICT


@pytest.mark.parametrize("limit", ["LARGEST_PART", "LARGEST_SHEETS"])
def test_more_than_anybody_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    path = roster(tmp_path, [])
    monkeypatch.setattr(admission, limit, 100)
    assert refusal_of(path) == Refusal.TOO_LARGE


@pytest.mark.ci
def test_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = roster(tmp_path, [])
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("bomb.xml", "w") as part:
        for _ in range(21):
            part.write(b" " * 10_000_000)
    assert path.stat().st_size < 1_000_000
    assert refusal_of(path) == Refusal.TOO_LARGE


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_sheets(tmp_path / "gone.xlsx")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError) as refused:
        read_sheets(tmp_path)
    assert refused.value.reason


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in folders")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "花名册.xlsx")
    with pytest.raises(CannotReadError) as refused:
        read_sheets(tmp_path / "花名册.xlsx")
    assert refused.value.reason == NOT_A_FILE


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    path = roster(tmp_path, []).rename(tmp_path / "花名册.XLS")
    with opened(path) as book:
        assert book.sheetnames == ["Sheet1"]


def test_a_workbook_with_macros(tmp_path: Path) -> None:
    path = altered(
        roster(tmp_path, []),
        "[Content_Types].xml",
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    with opened(path) as book:
        assert book.sheetnames == ["Sheet1"]


def test_formulas_stay_formulas(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.xlsx")[0].rows[0].cells[1].type == "f"
