"""What of a superior's form refers to rows beside its cells' formulas: it moves, or is refused."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from inspector.domain.faults import Fault
from inspector.excel.forms.form_workbook import write_form
from tests.excel.forms.test_form_workbook import data, fill, form, problems
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import TODAY, closed, finding

THREE = (finding(deduction=150), finding(deduction=300), closed())
SHEET = "xl/worksheets/sheet1.xml"
X14 = (
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)


def rewritten(path: Path, part: str, before: str, xml: str, more: Mapping[str, str] = {}) -> Path:
    """The workbook with `xml` put before something in a part, and with more parts."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert before in parts[part].decode()
    parts[part] = parts[part].decode().replace(before, xml + before, 1).encode()
    with ZipFile(path, "w") as archive:
        for name, content in {**parts, **{k: v.encode() for k, v in more.items()}}.items():
            archive.writestr(name, content)
    return path


def extension(inner: str) -> str:
    return (
        f'<extLst><ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" {X14}>{inner}</ext></extLst>'
    )


def test_what_cannot_be_moved_is_refused_by_its_place(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A4": "{{问题.扣分}}", "B6": '=HYPERLINK("#报表!A"&9,"下面")', "C1": "选"},
    )
    book = openpyxl.load_workbook(path)
    sheet: Any = book["报表"]
    book.create_sheet("二")
    book.defined_names["跨表"] = DefinedName("跨表", attr_text="SUM(报表:二!$A$4)")
    sheet.defined_names["本表"] = DefinedName("本表", attr_text="报表:二!$A$4")
    choice = DataValidation(type="whole", operator="greaterThan", formula1="A4")
    choice.add("C1")
    sheet.add_data_validation(choice)
    rule = FormulaRule(formula=["A4>3"], font=Font(bold=True))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add("C6", rule)
    book.save(path)
    assert problems(path) == [
        ("报表!B6", Fault.CANNOT_FOLLOW, '"#报表!A"'),
        ("跨表", Fault.CANNOT_FOLLOW, "报表:二!$A$4"),
        ("报表!本表", Fault.CANNOT_FOLLOW, "报表:二!$A$4"),
        ("报表!C6", Fault.ONE_OF_MANY, "A4"),
        ("报表!C1", Fault.ONE_OF_MANY, "A4"),
    ]


def test_links_frozen_rows_scales_and_notes_go_along(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A3": "扣分", "A4": "{{问题.扣分}}", "A5": "下", "B1": '=HYPERLINK("#报表!A5","下")',
         "B2": '=HYPERLINK("#A4")', "B3": '=HYPERLINK("https://example.org/#A5")', "C1": "见",
         "C2": 1, "A9": 5},
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    sheet: Any = book["报表"]
    sheet["C1"].hyperlink = Hyperlink("C1", location="报表!A4")
    sheet["A5"].comment = Comment("按实填写", "张")
    scale = ColorScaleRule(  # type: ignore[no-untyped-call]
        start_type="formula", start_value="$A$9", start_color="FFFFFF", end_type="max",
        end_color="FF0000",
    )  # fmt: skip
    sheet.conditional_formatting.add("C2", scale)
    sheet.freeze_panes = "B5"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=4))
    sheet.add_chart(chart, "F9")
    book.save(path)
    filled = fill(path, data(*THREE))
    links = [filled[place].value for place in ("B1", "B2", "B3")]
    assert links == [
        '=HYPERLINK("#报表!A7","下")', '=HYPERLINK("#A4")',
        '=HYPERLINK("https://example.org/#A5")',
    ]  # fmt: skip
    assert filled["C1"].hyperlink.location == "报表!A4"
    assert filled["A7"].comment.text == "按实填写"
    assert filled.freeze_panes == "B4"
    (told,) = filled.conditional_formatting
    assert told.rules[0].colorScale.cfvo[0].val == "$A$11"


@pytest.mark.parametrize(
    ("xml", "before", "place", "fault"),
    [
        (
            extension(
                "<x14:conditionalFormattings><x14:conditionalFormatting>"
                '<x14:cfRule type="expression" priority="1"><xm:f>二!A1=1</xm:f>'
                "</x14:cfRule><xm:sqref>B5</xm:sqref>"
                "</x14:conditionalFormatting></x14:conditionalFormattings>"
            ),
            "</worksheet>", "B5", Fault.NEWER_FORMAT,
        ),
        (
            extension(
                "<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline>"
                "<xm:f>报表!A4:A9</xm:f><xm:sqref>C6</xm:sqref></x14:sparkline></x14:sparklines>"
                "</x14:sparklineGroup></x14:sparklineGroups>"
            ),
            "</worksheet>", "C6", Fault.SPARKLINE,
        ),
        (
            '<protectedRanges><protectedRange sqref="D7" name="可填"/></protectedRanges>',
            "<pageMargins", "D7", Fault.PROTECTED_RANGE,
        ),
    ],
)  # fmt: skip
def test_what_would_be_lost_is_refused_by_its_cell(
    tmp_path: Path, xml: str, before: str, place: str, fault: Fault
) -> None:
    path = rewritten(form(tmp_path, {"A4": "{{问题.扣分}}"}), SHEET, before, xml)
    assert problems(path) == [(f"报表!{place}", fault, "")]


def test_a_bar_that_is_written_both_ways_is_no_loss(tmp_path: Path) -> None:
    bar = extension(
        "<x14:conditionalFormattings><x14:conditionalFormatting>"
        '<x14:cfRule type="dataBar" id="{1}"/><xm:sqref>A4</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings>"
    )
    path = rewritten(form(tmp_path, {"A4": "{{问题.扣分}}"}), SHEET, "</worksheet>", bar)
    assert fill(path, data(*THREE))["A6"].value is not None


def test_a_comment_with_answers_is_refused(tmp_path: Path) -> None:
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{kind}" Target="../threadedComments/t1.xml"/>'
        "</Relationships>"
    )
    threads = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/'
        'threadedcomments"><threadedComment ref="B2" id="{1}"><text>核对</text></threadedComment>'
        '<threadedComment ref="B2" id="{2}" parentId="{1}"><text>好</text></threadedComment>'
        "</ThreadedComments>"
    )
    path = rewritten(
        form(tmp_path, {"A4": "{{问题.扣分}}"}), SHEET, "</worksheet>", "",
        {"xl/worksheets/_rels/sheet1.xml.rels": rels, "xl/threadedComments/t1.xml": threads},
    )  # fmt: skip
    assert problems(path) == [("报表!B2", Fault.THREADED_COMMENT, "")]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{{单位}}月报", "&C市文明办月报"),
        ("&amp;14{{单位}}", "&C&14 市文明办"),
        ("月&amp;R{{单位}}&amp;LA&amp;&amp;L", "&LA&&L&C月&R市文明办"),
    ],
)
def test_a_page_header_of_any_order_is_filled(tmp_path: Path, written: str, told: str) -> None:
    header = f"<headerFooter><oddHeader>{written}</oddHeader></headerFooter>"
    path = rewritten(form(tmp_path, {"A1": "月报"}), SHEET, "</worksheet>", header)
    out = tmp_path / "填好.xlsx"
    write_form(path, out, data(*THREE), TODAY)
    with ZipFile(out) as archive:
        said = re.search(r"<oddHeader>(.*?)</oddHeader>", archive.read(SHEET).decode())
    assert said is not None
    shown = re.sub(r"(?<!&)&[LCR](?=&[LCR]|$)", "", said[1].replace("&amp;", "&"))
    assert shown == told


@pytest.mark.ci
def test_totals_of_names_and_lists_are_right_after_recalculation(
    tmp_path: Path, libreoffice: LibreOffice
) -> None:
    path = form(
        tmp_path,
        {"A4": "{{问题.扣分}}", "A5": "=SUM(本表扣分)", "A6": "=SUM(全部扣分)*A8", "A8": 2,
         "B5": '=HYPERLINK("#报表!A8","底")', "C5": "=SUM(A4)/COUNT(A4)"},
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    sheet: Any = book["报表"]
    book.defined_names["全部扣分"] = DefinedName("全部扣分", attr_text="报表!$A$4")
    sheet.defined_names["本表扣分"] = DefinedName("本表扣分", attr_text="报表!$A$4:$A$4")
    sheet.freeze_panes = "A5"
    book.save(path)
    rewritten(
        path, SHEET, "</worksheet>",
        "<headerFooter><oddHeader>{{单位}}</oddHeader></headerFooter>",
    )  # fmt: skip
    out = tmp_path / "填好.xlsx"
    write_form(path, out, data(*THREE), TODAY)
    again: Any = openpyxl.load_workbook(
        libreoffice.convert(out.rename(tmp_path / "算好.xlsx"), "xlsx"), data_only=True
    )["报表"]
    costs = [again.cell(row, 1).value for row in (4, 5, 6)]
    whole = sum(costs)
    assert [again["A7"].value, again["A8"].value] == pytest.approx([whole, whole * 2])
    assert again["C7"].value == pytest.approx(whole / 3)
