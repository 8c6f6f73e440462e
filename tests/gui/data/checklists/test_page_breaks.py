"""Packs on paper: no row is cut by the end of a page, and no heading is left behind."""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item
from inspector.gui.data.checklists.pack_document import pack_document
from inspector.gui.data.checklists.page_breaks import page_starts, print_pages, with_starts
from tests.domain.packs import deduct, pack


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    a4, portrait = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    made.setPageLayout(QPageLayout(a4, portrait, QMarginsF()))
    return made


def letters(number: int) -> str:
    """Return a number in letters: not every digit of a PDF file can be read back."""
    return f"{chr(97 + number // 26)}{chr(97 + number % 26)}"


def items(count: int, lines: int) -> list[Item]:
    """Items whose requirement is some lines long, its ends marked: frombc … tobc."""
    made = []
    for number in range(count):
        middle = " requirement" * (2 * lines - 2)
        made.append(
            replace(
                deduct(f"item-{number}"),
                category=Category.CIVIL_LANGUAGE if number % 2 else Category.ETIQUETTE,
                requirement=f"from{letters(number)}{middle} to{letters(number)}",
            )
        )
    return sorted(made, key=lambda item: item.category)


def pages(printer: QPrinter, asked: list[Item]) -> list[str]:
    """Print items; return the text of each page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    whole = pack(*asked)
    make = partial(pack_document, whole, asked, "")
    print_pages(with_starts(make, page_starts(make, printer), printer), printer)
    done = subprocess.run(
        ["pdftotext", "-raw", printer.outputFileName(), "-"], capture_output=True, check=True
    )
    return done.stdout.decode().split("\f")[:-1]


def ends(page: str, mark: str) -> list[str]:
    return re.findall(rf"\b{mark}([a-z][a-z])\b", page)


@pytest.mark.parametrize(
    "lines", [3, *(pytest.param(lines, marks=pytest.mark.ci) for lines in (1, 2, 5, 8, 13))]
)
def test_every_row_stands_whole_on_one_page(printer: QPrinter, lines: int) -> None:
    asked = items(61, lines)
    printed = pages(printer, asked)
    assert len(printed) > 1
    for page in printed:
        assert ends(page, "from") == ends(page, "to") != []
    found = [number for page in printed for number in ends(page, "from")]
    assert found == [letters(int(item.id.removeprefix("item-"))) for item in asked]


@pytest.mark.ci
def test_each_page_has_its_header_and_its_number(printer: QPrinter) -> None:
    printed = pages(printer, items(61, 4))
    for number, page in enumerate(printed, 1):
        assert "Requirement" in page
        assert page.split()[-1] == str(number)


@pytest.mark.ci
@pytest.mark.parametrize("before", [18, 19, 20, 41, 42])
def test_a_heading_stays_with_its_first_row(printer: QPrinter, before: int) -> None:
    asked = [item for item in items(200, 2) if item.category is Category.ETIQUETTE][:before]
    asked += [item for item in items(20, 2) if item.category is Category.CIVIL_LANGUAGE]
    for page in pages(printer, asked):
        assert not re.search(r"Civil language \(\d* ?items\)\s*(No\..*)?\s*\d*\s*$", page)


@pytest.mark.ci
def test_a_row_longer_than_a_page_is_printed_all_the_same(printer: QPrinter) -> None:
    printed = "".join(pages(printer, items(5, 200)))
    assert ends(printed, "from") == ends(printed, "to") == [letters(n) for n in (1, 3, 0, 2, 4)]


@pytest.mark.ci
def test_only_the_pages_that_were_asked_for_are_printed(printer: QPrinter) -> None:
    printer.setFromTo(2, 2)
    (page,) = pages(printer, items(61, 8))
    assert page.split()[-1] == "2"
