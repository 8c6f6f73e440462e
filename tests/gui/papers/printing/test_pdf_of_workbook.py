"""A workbook as a PDF file, without a display and without an office program."""

import errno
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Border, Font, Side
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from inspector.domain.errors import CannotReadError, CannotWriteError, NotAWorkbookError
from inspector.gui.papers.printing.pdf_finishing import is_whole, look_alikes
from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
from tests.faults import small_disk


def sheet(path: Path, rows: int = 3) -> Path:
    """Write a small table with a header that is repeated."""
    book = openpyxl.Workbook()
    made = book.active
    assert made is not None
    book.properties.title = "整改台账"
    made.append(["日期", "问题"])
    for number in range(rows):
        made.append([f"11月{number + 1}日", "窗口无人"])
    thin = Side("thin")
    for row in made.iter_rows():
        for cell in row:
            cell.font = Font(name="仿宋", size=11)
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True)
    made.print_title_rows = "1:1"
    assert made.oddFooter is not None
    made.oddFooter.center.text = "第&P页　共&N页"
    book.save(path)
    return path


def words(pdf: Path, page: int) -> list[str]:
    """Return what a page of a PDF says to who searches it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    said = subprocess.run(
        ["pdftotext", "-layout", "-f", str(page), "-l", str(page), pdf, "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return said.stdout.split()


def test_pages_words_and_numbers(qapp: QApplication, tmp_path: Path) -> None:
    done: list[tuple[int, int]] = []
    book, pdf = sheet(tmp_path / "表.xlsx", 80), tmp_path / "表.pdf"
    count = pdf_of_workbook(book, pdf, lambda *hear: done.append(hear))
    assert count == 2
    assert done == [(0, 2), (1, 2)]
    for page in (1, 2):
        said = words(pdf, page)
        assert said[:2] == ["日期", "问题"]  # the header, on each page
        assert said[-2:] == [f"第{page}页", "共2页"]
    assert "11月80日" in words(pdf, 2)  # 月, and no radical that looks like it


def test_the_same_workbook_is_the_same_file(qapp: QApplication, tmp_path: Path) -> None:
    book = sheet(tmp_path / "表.xlsx")
    files = [tmp_path / name for name in ("1.pdf", "2.pdf")]
    for file in files:
        pdf_of_workbook(book, file)
    first, second = (file.read_bytes() for file in files)
    assert len(first) == len(second)
    assert first.startswith(b"%PDF-1.4")
    assert sorted(first) == sorted(second) or first == second


def test_who_stops_it_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done:
            raise StoppedError

    book, pdf = sheet(tmp_path / "表.xlsx", 80), tmp_path / "表.pdf"
    with pytest.raises(StoppedError):
        pdf_of_workbook(book, pdf, stop)
    assert list(tmp_path.iterdir()) == [book]


@pytest.mark.parametrize("cut", [0, 1, 5000, 20])
def test_a_file_that_lacks_something_is_not_whole(
    qapp: QApplication, tmp_path: Path, cut: int
) -> None:
    pdf = tmp_path / "表.pdf"
    pdf_of_workbook(sheet(tmp_path / "表.xlsx"), pdf)
    content = pdf.read_bytes()
    assert is_whole(content)
    assert not is_whole(content[:cut])
    assert not is_whole(content[: -cut - 10])
    assert not is_whole(content[:2000] + content[2001 + cut :])  # what came after found room


@pytest.mark.ci
@pytest.mark.parametrize("short", [0, 1, 5_000, 30_000, 60_000, 100_000])
def test_a_full_disk_is_said_and_the_old_file_kept(
    qapp: QApplication, tmp_path: Path, short: int
) -> None:
    book, out = sheet(tmp_path / "表.xlsx", 400), tmp_path / "out"
    size = tmp_path / "whole.pdf"
    pdf_of_workbook(book, size)
    with small_disk(out, megabytes=1):
        (out / "表.pdf").write_bytes(b"old")
        with (out / "ballast").open("wb") as ballast:
            room = max(size.stat().st_size - short - 4096, 0) if short else 0
            ballast.write(bytes((1 << 20) - 4096 - room))
        with pytest.raises(CannotWriteError) as refusal:
            pdf_of_workbook(book, out / "表.pdf")
        assert refusal.value.path == out / "表.pdf"
        assert refusal.value.reason == os.strerror(errno.ENOSPC)
        assert sorted(path.name for path in out.iterdir()) == ["ballast", "表.pdf"]
        assert (out / "表.pdf").read_bytes() == b"old"


def test_what_cannot_be_read_or_written_is_said(qapp: QApplication, tmp_path: Path) -> None:
    book = sheet(tmp_path / "表.xlsx")
    with pytest.raises(CannotReadError):
        pdf_of_workbook(tmp_path / "no.xlsx", tmp_path / "no.pdf")
    with pytest.raises(CannotWriteError):
        pdf_of_workbook(book, tmp_path / "none" / "no.pdf")
    spoilt = tmp_path / "spoilt.xlsx"
    spoilt.write_bytes(book.read_bytes()[:200])
    with pytest.raises(NotAWorkbookError):
        pdf_of_workbook(spoilt, tmp_path / "no.pdf")
    assert sorted(tmp_path.iterdir()) == sorted([book, spoilt])


def test_a_sign_that_is_meant_itself_is_left(qapp: QApplication) -> None:
    font = QFont("Noto Sans CJK SC")
    assert look_alikes({"月", "车"}, [font]).get("⽉", "月") == "月"
    assert "⽉" not in look_alikes({"月", "⽉"}, [font])
