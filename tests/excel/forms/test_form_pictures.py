"""Pictures, charts, page headers and what cannot be kept: moved, filled, or refused by cell."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor, AnchorMarker, TwoCellAnchor
from openpyxl.drawing.xdr import XDRPoint2D, XDRPositiveSize2D
from PIL import Image as Picture

from inspector.domain.faults import Fault
from inspector.excel.forms.form_workbook import write_form
from inspector.excel.sheet.written_papers import papers_heard
from tests.excel.forms.test_form_workbook import data, fill, form, problems
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import TODAY, closed, finding

THREE = (finding(), finding(), closed())


def seal(size: int = 40) -> Image:
    """A red seal, so many pixels large."""
    held = BytesIO()
    Picture.new("RGB", (size, size), "red").save(held, "png")
    return Image(held)


def two_cells(first: int, last: int) -> TwoCellAnchor:
    """From column B of a row to that of another, counted as people do."""
    begin, end = AnchorMarker(col=1, row=first - 1), AnchorMarker(col=2, row=last - 1, rowOff=9)
    return TwoCellAnchor(_from=begin, to=end)


def drawn(folder: Path, *anchors: object) -> Path:
    """A form whose row 4 repeats, with a seal at each anchor and a chart of it at D8."""
    path = form(folder, {"A1": "{{单位}}", "A4": "{{问题.扣分}}", "A6": "=SUM(A4)", "A8": "盖章"})
    book = openpyxl.load_workbook(path)
    sheet: Any = book["报表"]
    for anchor in anchors:
        image = seal()
        sheet.add_image(image, anchor if isinstance(anchor, str) else None)
        if not isinstance(anchor, str):
            image.anchor = anchor  # type: ignore[assignment]
    chart: Any = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=4), titles_from_data=False)
    sheet.add_chart(chart, "D8")
    book.save(path)
    return path


@pytest.mark.ci
def test_seal_and_chart_stay_at_the_foot(tmp_path: Path, libreoffice: LibreOffice) -> None:
    path = drawn(tmp_path, "B8", "B1", two_cells(7, 9))
    fill(path, data(*THREE))
    again = libreoffice.convert(path.with_name("填好.xlsx"), "xlsx")  # sees the same
    for out in (path.with_name("填好.xlsx"), again):
        sheet = openpyxl.load_workbook(out).worksheets[0]
        anchors: Any = [image.anchor for image in sheet._images]  # type: ignore[attr-defined]
        assert sorted(each._from.row + 1 for each in anchors) == [1, 9, 10]
        (chart,) = sheet._charts  # type: ignore[attr-defined]
        assert chart.anchor._from.row + 1 == 10
        (series,) = chart.ser
        assert series.val.numRef.f.replace("'", "") == "报表!$A$4:$A$6"
    own: Any = openpyxl.load_workbook(path.with_name("填好.xlsx")).worksheets[0]
    (tall,) = [i.anchor for i in own._images if isinstance(i.anchor, TwoCellAnchor)]
    assert (tall._from.row + 1, tall.to.row + 1) == (9, 11)


def test_a_picture_across_a_row_that_repeats_is_refused(tmp_path: Path) -> None:
    fastened = AbsoluteAnchor(XDRPoint2D(0, 500_000), XDRPositiveSize2D(400_000, 400_000))
    path = drawn(tmp_path, "B4", two_cells(2, 4), "C3", two_cells(5, 6), fastened)
    told = problems(path)
    assert {fault for _, fault, _ in told} == {Fault.PICTURE_ACROSS}
    assert sorted(place for place, _, _ in told) == ["报表!A1", "报表!B2", "报表!B4", "报表!C3"]


def headed(folder: Path, **parts: str) -> Path:
    """A form with texts in its page header or footer, such as header_left."""
    path = form(folder, {"A1": "一"})
    book = openpyxl.load_workbook(path)
    sheet: Any = book["报表"]
    for where, text in parts.items():
        margin, _, side = where.partition("_")
        getattr(getattr(sheet, f"odd{margin.title()}"), side).text = text
    book.save(path)
    return path


@pytest.mark.ci
def test_headers_and_footers_are_filled(tmp_path: Path, libreoffice: LibreOffice) -> None:
    path = headed(
        tmp_path,
        header_left="{{单位}}",
        header_right="{{ 期间 }}",
        footer_center="第&P页 {{整改率}}",
    )
    values = data(finding(), closed(), closed())
    values = replace(values, single={**values.single, "单位": "甲&乙公司"})
    fill(path, values)
    again = libreoffice.convert(path.with_name("填好.xlsx"), "xlsx")
    sheet: Any = openpyxl.load_workbook(again).worksheets[0]
    assert sheet.oddHeader.left.text == "甲&&乙公司"
    assert sheet.oddHeader.right.text == "2026年11月"
    assert sheet.oddFooter.center.text == "第&P页 66.67%"


@pytest.mark.ci
def test_a_footer_of_several_fonts_is_filled(tmp_path: Path, libreoffice: LibreOffice) -> None:
    path = headed(
        tmp_path, footer_left='&"宋体,常规"&9报送：{{单位}} &"黑体,常规"&12{{期间}}&"宋体,常规" 止'
    )
    fill(path, data())
    own: Any = openpyxl.load_workbook(path.with_name("填好.xlsx")).worksheets[0]
    assert str(own.oddFooter.left) == (
        '&"宋体,常规"&9报送：市文明办 &"黑体,常规"&12 2026年11月&"宋体,常规" 止'
    )
    again = libreoffice.convert(path.with_name("填好.xlsx"), "xlsx")
    sheet: Any = openpyxl.load_workbook(again).worksheets[0]
    told = str(sheet.oddFooter.left)
    assert "市文明办" in told
    assert "2026年11月" in told
    assert "{" not in told


def test_a_header_too_long_is_cut_and_told(tmp_path: Path) -> None:
    path = headed(tmp_path, header_left="{{单位}}")
    values = data()
    values = replace(values, single={**values.single, "单位": "长&" * 200})
    with papers_heard() as papers:
        write_form(path, tmp_path / "填好.xlsx", values, TODAY)
    assert [each.place for each in papers.cut] == ["报表!页眉页脚"]
    sheet: Any = openpyxl.load_workbook(tmp_path / "填好.xlsx").worksheets[0]
    assert len(str(sheet.oddHeader)) <= 255
    assert sheet.oddHeader.left.text.replace("&&", "").replace("长", "") == "…"


def test_what_no_header_holds_is_refused(tmp_path: Path) -> None:
    path = headed(
        tmp_path, header_left="{{问题.序号}}", header_center="&G", footer_left="{{单位",
        footer_right="{{单位名}}",
    )  # fmt: skip
    assert {(fault, found) for _, fault, found in problems(path)} == {
        (Fault.ROWS_IN_MARGIN, "问题.序号"), (Fault.MARGIN_PICTURE, ""),
        (Fault.UNCLOSED, "{{单位"), (Fault.UNKNOWN_PLACEHOLDER, "单位名"),
    }  # fmt: skip


SHAPE = (
    b'<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
    b'spreadsheetDrawing"><xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8'
    b"</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0"
    b"</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp><xdr:nvSpPr>"
    b'<xdr:cNvPr id="9" name="a"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp>'
    b"<xdr:clientData/></xdr:twoCellAnchor>"
)
LIST = (
    b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft'
    b'.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas'
    b'.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>'
    b"Choices!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>C4 C6</xm:sqref>"
    b"</x14:dataValidation></x14:dataValidations></ext></extLst>"
)


@pytest.mark.parametrize(
    ("part", "before", "put", "told"),
    [
        ("xl/drawings/drawing1.xml", b"</wsDr>", SHAPE, ("报表!C9", Fault.SHAPE, "")),
        ("xl/worksheets/sheet1.xml", b"</worksheet>", LIST,
         ("报表!C4", Fault.OTHER_SHEETS_LIST, "")),
        ("xl/vbaProject.bin", b"", b"macros", ("", Fault.MACROS, "")),
    ],
)  # fmt: skip
def test_what_would_be_lost_is_refused(
    tmp_path: Path, part: str, before: bytes, put: bytes, told: tuple[str, Fault, str]
) -> None:
    path = drawn(tmp_path, "B8")
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    own = parts.get(part, b"")
    assert before in own
    parts[part] = own.replace(before, put + before) if before else put
    with ZipFile(path, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    assert problems(path) == [told]


def test_a_picture_in_a_cell_of_wps_is_refused(tmp_path: Path) -> None:
    path = form(tmp_path, {"A1": "{{单位}}", "B2": '=DISPIMG("ID_1",1)'})
    assert problems(path) == [("报表!B2", Fault.CELL_PICTURE, "")]
