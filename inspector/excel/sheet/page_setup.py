"""How a sheet is printed: on A4 or A3, one page wide and as many high as it takes."""

from math import ceil
from typing import TYPE_CHECKING

from inspector.excel.sheet.printed_width import Paper

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import _HeaderFooterPart
    from openpyxl.worksheet.worksheet import Worksheet

_PAPERS = {Paper.A4: 9, Paper.A3: 8}  # as Excel numbers them
_INCH = 25.4  # mm
_POINTS = 72  # in an inch
_SIDE_MARGIN = 10 / _INCH
_TOP_MARGIN = 15 / _INCH
_BOTTOM_MARGIN = 16 / _INCH
_FOOTER_MARGIN = 8 / _INCH
_FOOTER_SIZE = 9.3  # points on paper; larger, number and code run into each other

JOURNAL_CODE = "存证码"  # 封存号 is that of one record
"""What the code of the journal's head is called: `inspector verify` takes it."""

PAGE_NUMBER = "第&P页　共&N页"


def set_up_page(
    sheet: "Worksheet",
    *,
    landscape: bool,
    body_font: str,
    share: float = 1.0,
    paper: Paper = Paper.A4,
) -> None:
    """Set paper, margins, scaling and footer of `sheet`, before its first row is written.

    `share` is what the sheet is going to be scaled to: its footer shrinks with it.
    The footer has the code of the journal, where the workbook was made with one.
    """
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = _PAPERS[paper]
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many as it takes
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = _SIDE_MARGIN
    margins.top, margins.bottom = _TOP_MARGIN, _BOTTOM_MARGIN
    margins.header = margins.footer = _FOOTER_MARGIN
    write_footer(sheet, body_font, share)


def page_points(*, landscape: bool, paper: Paper = Paper.A4) -> float:
    """Return the points between the upper and the lower margin of a page."""
    long, short = paper.sides
    height = short if landscape else long
    return (height / _INCH - _TOP_MARGIN - _BOTTOM_MARGIN) * _POINTS


def write_footer(sheet: "Worksheet", body_font: str, share: float) -> None:
    """Write the footer so that it is as large as ever on a sheet that is scaled to `share`."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem

    footer = HeaderFooterItem()
    _write(footer.center, PAGE_NUMBER, body_font, _FOOTER_SIZE / share)
    code = sheet.parent.properties.identifier if sheet.parent else None
    if code:
        _write(footer.right, f"{JOURNAL_CODE} {code}", body_font, _FOOTER_SIZE / share)
    sheet.HeaderFooter.oddFooter = footer


def _write(part: "_HeaderFooterPart", text: str, font: str, size: float) -> None:
    part.text, part.font, part.size = text, f"{font},Regular", ceil(size)


def fit_one_page(sheet: "Worksheet") -> None:
    """Scale a sheet that was set up already so that all of it is on one page."""
    sheet.page_setup.fitToHeight = 1
