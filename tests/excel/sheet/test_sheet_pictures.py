"""A picture is one part of a workbook wherever it stands, and its bytes are those that came."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import openpyxl
from PIL import Image

from inspector.excel.sheet.sheet_pictures import Box, Picture, place
from inspector.excel.sheet.workbook_saving import written_to


def jpeg(colour: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def test_the_same_picture_on_two_sheets_is_one_part(tmp_path: Path) -> None:
    asked: list[str] = []

    def picture(colour: str, key: str) -> Picture:
        def make() -> bytes:
            asked.append(colour)
            return jpeg(colour)

        return Picture(make, "jpeg", 40, 30, key)

    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook(write_only=True)
    with written_to(book, path):
        for name in ("one", "two"):
            sheet = book.create_sheet(name)
            pictures = [picture("red", "r"), picture("red", "r"), picture("blue", "b")]
            for row, each in enumerate([*pictures, picture("green", ""), picture("green", "")]):
                place(sheet, each, Box(row, 0, 100, 100))
    with ZipFile(path) as package:
        parts = [each for each in package.infolist() if "/media/" in each.filename]
        assert len(parts) == 6  # red, blue, and each green by itself
        assert {each.compress_type for each in parts} == {ZIP_STORED}
        assert {package.read(each) for each in parts} == set(map(jpeg, ("red", "blue", "green")))
    assert sorted(asked) == ["blue", "green", "green", "green", "green", "red"]
    read: Any = openpyxl.load_workbook(path)
    for sheet in read.worksheets:
        shown = [image._data() for image in sheet._images]
        assert shown == [*[jpeg("red")] * 2, jpeg("blue"), *[jpeg("green")] * 2]
