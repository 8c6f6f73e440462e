"""Printed sizes are read from a PDF as they are on paper, after scaling."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Font

from tests.excel.libreoffice import LibreOffice
from tests.photos import jpeg
from tests.printed_sizes import printed_pages, smallest_printed


@pytest.mark.ci
def test_what_was_scaled_is_measured_as_it_is_printed(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.page_setup.scale, sheet.page_setup.paperSize = 50, 8
    sheet.page_setup.orientation = "landscape"
    for row, (text, size) in enumerate((("文明窗口", 20), ("small", 16)), 1):
        sheet.cell(row, 1, text).font = Font(name="仿宋", size=size)
    (tmp_path / "a.jpg").write_bytes(jpeg(size=(192, 96)))  # two inches by one
    sheet.add_image(Image(tmp_path / "a.jpg"), "A4")
    book.save(tmp_path / "台账.xlsx")
    printed = libreoffice.convert(tmp_path / "台账.xlsx", "pdf")
    (page,) = printed_pages(printed)
    assert (round(page.width), round(page.height), page.is_landscape) == (420, 297, True)
    assert list(page.sizes.values()) == [4, 5]
    assert list(page.sizes) == pytest.approx([10, 8], abs=0.15)
    assert page.usual == pytest.approx(8, abs=0.15)
    assert smallest_printed(printed) == page.smallest == min(page.sizes)
    (picture,) = page.pictures
    assert picture == pytest.approx((25.4, 12.7), abs=0.5)
    assert page.text.split() == ["文明窗口", "small"]
