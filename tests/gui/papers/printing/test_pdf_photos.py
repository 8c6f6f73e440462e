"""A PDF has the photos of its workbook byte by byte, each once where it stands side by side."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from inspector.excel.sheet.sheet_pictures import Box, Picture, place
from inspector.excel.sheet.workbook_saving import written_to
from inspector.gui.papers.printing.pdf_finishing import is_whole
from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
from inspector.gui.papers.printing.pdf_photos import PdfPhotos

_PICTURE = re.compile(rb"/Subtype /Image\n")


def encoded(kind: str, shade: int, mode: str = "RGB") -> bytes:
    buffer = BytesIO()
    image = Image.effect_noise((80, 60), 60 + shade).convert("RGB")
    if mode == "RGBA":
        image.putalpha(120)
    image.convert(mode).save(buffer, kind)
    return buffer.getvalue()


def paper(path: Path, *pictures: tuple[bytes, str]) -> Path:
    """A workbook with pictures, three to a page, each 80 × 60 pixels on paper."""
    book = openpyxl.Workbook(write_only=True)
    with written_to(book, path):
        sheet = book.create_sheet("照片")
        for row, (content, kind) in enumerate(pictures):
            key = str(hash(content))
            shown = Picture(lambda content=content: content, kind, 80, 60, key)  # type: ignore[misc]
            place(sheet, shown, Box(20 * row, 0, 80, 60))
        for row in range(20 * len(pictures)):
            sheet.append([f"第{row}行"])
    return path


def objects(pdf: bytes) -> list[int]:
    """Where the table of a PDF says that its objects are."""
    at = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    return [int(entry[1]) for entry in re.finditer(rb"(\d{10}) \d{5} n", pdf[at:])]


def test_photos_are_those_of_the_workbook(qapp: QApplication, tmp_path: Path) -> None:
    red, blue = encoded("JPEG", 0), encoded("JPEG", 40)
    book = paper(tmp_path / "a.xlsx", (red, "jpeg"), (red, "jpeg"), (blue, "jpeg"), (red, "jpeg"))
    pdf_of_workbook(book, tmp_path / "a.pdf")
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert is_whole(pdf)
    assert (pdf.count(red), pdf.count(blue)) == (1, 1)
    assert len(_PICTURE.findall(pdf)) == 2
    for number, at in enumerate(objects(pdf), 1):
        assert pdf[at:].startswith(b"%d 0 obj" % number)
    for photo in (red, blue):
        begin = pdf.index(photo)
        length = re.findall(rb"/Length (\d+) 0 R", pdf[begin - 200 : begin])[-1]
        told = re.search(rb"\n%s 0 obj\n(\d+)\nendobj" % length, pdf)
        assert told is not None
        assert int(told[1]) == len(photo)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("other", [("PNG", "RGBA"), ("PNG", "L"), ("JPEG", "L"), ("JPEG", "CMYK")])
def test_what_is_of_other_colours_stays_as_qt_wrote_it(
    qapp: QApplication, tmp_path: Path, other: tuple[str, str]
) -> None:
    kind, mode = other
    red, odd = encoded("JPEG", 0), encoded(kind, 0, mode)
    book = paper(tmp_path / "a.xlsx", (odd, kind.lower()), (red, "jpeg"))
    pdf_of_workbook(book, tmp_path / "a.pdf")
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert is_whole(pdf)
    assert (pdf.count(red), pdf.count(odd)) == (1, 0)
    for number, at in enumerate(objects(pdf), 1):
        assert pdf[at:].startswith(b"%d 0 obj" % number)


def test_a_file_that_is_not_as_expected_stays_as_it_is(qapp: QApplication, tmp_path: Path) -> None:
    red, blue = encoded("JPEG", 0), encoded("JPEG", 40)
    pdf = tmp_path / "a.pdf"
    pdf_of_workbook(paper(tmp_path / "a.xlsx", (red, "jpeg"), (blue, "jpeg")), pdf)
    before = pdf.read_bytes()
    photos = PdfPhotos({"one": red}.get)
    assert not photos.image("one", QSize(80, 60)).isNull()
    assert photos.image("none", QSize(80, 60)).isNull()
    photos.put_in(pdf)  # there are two, and one was drawn
    assert pdf.read_bytes() == before
    for content in (b"", b"no PDF", before[:-30]):
        pdf.write_bytes(content)
        photos.put_in(pdf)
        assert pdf.read_bytes() == content
