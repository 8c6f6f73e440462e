"""Filled-in ledgers and slips, and what WPS and strangers make of them, by surgery on the zip."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet

PARTS = Mapping[str, bytes]


def column_of(sheet: Worksheet, header: str) -> int:
    """The column whose header begins with `header`, wherever the header row is."""
    for row in sheet.iter_rows():
        for cell in row:
            if str(cell.value or "").replace("\n", "").startswith(header):
                assert cell.column is not None
                return int(cell.column)
    raise AssertionError(header)


def row_of(sheet: Worksheet, number: str) -> int:
    """The row in which a finding's number stands."""
    column = column_of(sheet, "问题编号")
    return next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, column).value == number)


def edit(path: Path, change: Callable[[Worksheet], None], sheet: str = "") -> Path:
    """Change a sheet of a workbook as somebody with a spreadsheet program would."""
    book = openpyxl.load_workbook(path)
    found = book[sheet] if sheet else book.worksheets[-1]
    assert isinstance(found, Worksheet)
    change(found)
    book.save(path)
    return path


def fill(
    sheet: Worksheet,
    number: str,
    text: object = None,
    day: object = None,
    pictures: tuple[bytes, ...] = (),
) -> None:
    """Fill in the row of a finding."""
    row = row_of(sheet, number)
    for header, value in (("整改情况", text), ("完成时间", day)):
        if value is not None:
            sheet.cell(row, column_of(sheet, header)).value = value  # type: ignore[assignment]
    for picture in pictures:
        add_picture(sheet, row, column_of(sheet, "整改后照片"), picture)


def add_picture(sheet: Worksheet, row: int, column: int, picture: bytes) -> None:
    """Let a picture float over a cell."""
    image = Image(BytesIO(picture))
    image.width, image.height = 40, 20
    sheet.add_image(image, sheet.cell(row, column).coordinate)


def insert_rows(sheet: Worksheet, count: int) -> None:
    """Insert rows at the top; openpyxl leaves the merged areas where they were."""
    if not count:
        return
    for area in list(sheet.merged_cells.ranges):
        area.shift(row_shift=count)
    sheet.insert_rows(1, count)


def insert_columns(sheet: Worksheet, at: int, count: int) -> None:
    """Insert columns; an area that reaches over them grows."""
    if not count:
        return
    for area in list(sheet.merged_cells.ranges):
        if area.min_col >= at:
            area.shift(col_shift=count)
        elif area.max_col >= at:
            area.expand(right=count)
    sheet.insert_cols(at, count)


def rewrite(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Change the parts of a workbook."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return path


def put_in_cells(path: Path, cells: Mapping[str, tuple[str, bytes | None]], sheet: int) -> Path:
    """Put pictures into cells as WPS does: {"F6": ("ID_1", picture)}; None: the part is lost."""

    def change(parts: dict[str, bytes]) -> None:
        name = f"xl/worksheets/sheet{sheet}.xml"
        text = parts[name].decode()
        for place, (picture_id, _) in cells.items():
            formula = (
                rf'<c r="{place}"\1 t="str"><f>_xlfn.DISPIMG("{picture_id}",1)</f>'
                rf'<v>=DISPIMG("{picture_id}",1)</v></c>'
            )
            text, done = re.subn(rf'<c r="{place}"( s="\d+")?(?: t="n")?\s*/>', formula, text)
            assert done == 1, place
        parts[name] = text.encode()
        images, relations = "", ""
        for order, (picture_id, held) in enumerate(cells.values(), 1):
            if held is None:
                continue
            parts[f"xl/media/cell{order}.jpeg"] = held
            relations += (
                f'<Relationship Id="rId{order}" Type="http://schemas.openxmlformats.org/'
                f'officeDocument/2006/relationships/image" Target="media/cell{order}.jpeg"/>'
            )
            images += (
                f'<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{order}"'
                f' name="{picture_id}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
                f'<a:blip r:embed="rId{order}"/></xdr:blipFill></xdr:pic></etc:cellImage>'
            )
        parts["xl/cellimages.xml"] = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><etc:cellImages'
            ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">'
            f"{images}</etc:cellImages>"
        ).encode()
        parts["xl/_rels/cellimages.xml.rels"] = (
            '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxml'
            f'formats.org/package/2006/relationships">{relations}</Relationships>'
        ).encode()
        workbook = "xl/_rels/workbook.xml.rels"
        parts[workbook] = parts[workbook].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdWps" Type="http://www.wps.cn/officeDocument/2020/cellImage"'
            b' Target="cellimages.xml"/></Relationships>',
        )

    return rewrite(path, change)
