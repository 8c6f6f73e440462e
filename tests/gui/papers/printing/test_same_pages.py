"""Every paper has the pages, and each page the words, that LibreOffice makes of the workbook."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.pagebreak import Break
from PIL import Image
from PySide6.QtWidgets import QApplication

from inspector.domain.finding.ledger import LedgerFilter
from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.paper_set import write_all
from inspector.workspace.papers.superior_forms import write_sample_forms
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.excel.libreoffice import LibreOffice, find_libreoffice
from tests.written_once import Written

LAST_DAY = date(2026, 11, 30)
MONTH = Extent(Period(date(2026, 11, 1), LAST_DAY))

ALIKE = 0.99
"""The part of a page's letters that both have: a chart numbers its scale as each likes, and a text
that is too long for its cell ends elsewhere in other fonts."""


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice with a profile of its own; skips without it."""
    return find_libreoffice(tmp_path_factory.mktemp("libreoffice"))


def write_papers(folder: Path) -> None:
    """Write every kind of paper of a sample month, with photos, and the sample forms."""
    write_demo(folder / "data", 8, 1, LAST_DAY, rounds=True, photos=True)
    with closing(Workspace(folder / "data")) as workspace:
        reports = workspace.reports
        write_all(reports, folder / "out", MONTH)
        reports.write_rectification(folder / "out" / "台账照片.xlsx", MONTH, photos=True)
        drafts = workspace.notices.drafts(LedgerFilter())
        workspace.notices.write(drafts[0], folder / "out")
    (folder / "forms").mkdir()
    for number, form in enumerate(write_sample_forms(folder / "forms")):
        with closing(Workspace(folder / "data")) as workspace:
            filled = folder / "out" / f"上级表{number}.xlsx"
            workspace.reports.write_form(filled, MONTH, form)


def pages(pdf: Path) -> list[Counter[str]]:
    """Return the letters of each page of a PDF, whatever their order."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True)
    said = done.stdout.decode().removesuffix("\f").split("\f")
    return [
        Counter(re.sub(r"共\d+页", "", re.sub(r"\s", "", unicodedata.normalize("NFKC", page))))
        for page in said
    ]


def differences(libreoffice: LibreOffice, book: Path, folder: Path) -> list[str]:
    """Say where the pages of a workbook are not LibreOffice's."""
    pdf_of_workbook(book, folder / f"{book.stem}.pdf")
    ours, theirs = pages(folder / f"{book.stem}.pdf"), pages(libreoffice.convert(book, "pdf"))
    sheets = openpyxl.load_workbook(book, read_only=True).sheetnames
    if {"全表", "台账（筛选用）"} & set(sheets):
        theirs = theirs[: len(ours)]  # LibreOffice converts the list that is not printed as well
    if len(ours) != len(theirs):
        return [f"{book.name}: {len(ours)} pages, LibreOffice {len(theirs)}"]
    return [
        f"{book.name}, page {number}: {ours_has - theirs_has} {theirs_has - ours_has}"
        for number, (ours_has, theirs_has) in enumerate(zip(ours, theirs, strict=True), 1)
        if (ours_has & theirs_has).total() < ALIKE * max(ours_has.total(), theirs_has.total())
    ]


@pytest.mark.ci  # LibreOffice
def test_every_paper(
    qapp: QApplication, written: Written, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    books = sorted((written(write_papers) / "out").rglob("*.xlsx"))
    assert len(books) > 12
    assert [each for book in books for each in differences(libreoffice, book, tmp_path)] == []


@pytest.mark.ci  # LibreOffice
def test_a_paper_of_200_rows_with_all_that_is_hard(
    qapp: QApplication, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    """Cells merged over the end of a page, photos, long names, columns side by side, breaks."""
    picture = tmp_path / "a.png"
    Image.effect_noise((300, 200), 60).save(picture)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "很长的名称"
    thin = Side("thin")
    for column, width in zip("ABCDE", (8, 30, 12, 20, 12), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append(["序号", "单位名称（全称）", "日期", "问题", "得分"])
    for number in range(1, 201):
        long = "某某市某某区某某街道便民服务中心综合业务受理大厅第三办事窗口" * (1 + number % 3)
        sheet.append([number, long, date(2026, 11, 1 + number % 28), "未佩戴工牌", number / 7])
        sheet.row_dimensions[number + 1].height = 48
        sheet.cell(number + 1, 5).number_format = "0.00"
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = Border(thin, thin, thin, thin)
    for first in range(2, 200, 7):
        sheet.merge_cells(start_row=first, end_row=first + 6, start_column=4, end_column=4)
        image = SheetImage(picture)
        image.width, image.height = 60, 40
        sheet.add_image(image, f"C{first + 5}")
    sheet.print_title_rows = "1:1"
    sheet.row_breaks.append(Break(id=100))
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 8, "landscape"  # A3
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "第&P页　共&N页"
    book.create_sheet("空")
    book.save(tmp_path / "表.xlsx")
    assert differences(libreoffice, tmp_path / "表.xlsx", tmp_path) == []


@pytest.mark.ci  # LibreOffice
def test_a_month_without_findings(
    qapp: QApplication, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    write_demo(tmp_path / "data", 2, 1, LAST_DAY)
    with closing(Workspace(tmp_path / "data")) as workspace:
        workspace.reports.write_summary(tmp_path / "表.xlsx", MONTH)
    assert differences(libreoffice, tmp_path / "表.xlsx", tmp_path) == []
