"""Forms made in the manner of superiors' own ones: no placeholder in any of them."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.drawing.image import Image as Drawing
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image

Sheet = Any

_SIDE = Side("thin")
_LINES = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def put(sheet: Sheet, place: str, text: object, *, size: float = 11, lined: bool = True) -> None:
    """Write into a cell or merged area."""
    first = place.partition(":")[0]
    sheet[first] = text
    sheet[first].font = Font(name="宋体", size=size, charset=134)
    sheet[first].alignment = Alignment("center", "center", wrap_text=True)
    if ":" in place:
        sheet.merge_cells(place)
    if lined:
        for row in sheet[place] if ":" in place else ((sheet[place],),):
            for cell in row:
                cell.border = _LINES


def _title(sheet: Sheet, text: str, last: str) -> None:
    put(sheet, f"A1:{last}1", text, size=18, lined=False)
    sheet.row_dimensions[1].height = 36
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _line(sheet: Sheet, place: str, text: str) -> None:
    put(sheet, place, text, lined=False)
    sheet[place.partition(":")[0]].alignment = Alignment("left", "center")


def _heads(sheet: Sheet, row: int, heads: Sequence[str]) -> None:
    for column, head in enumerate(heads, 1):
        put(sheet, sheet.cell(row, column).coordinate, head)


def _rows(sheet: Sheet, first: int, count: int, columns: int, *, numbered: bool = True) -> None:
    for n in range(count):
        for column in range(1, columns + 1):
            number = n + 1 if numbered and column == 1 else None
            put(sheet, sheet.cell(first + n, column).coordinate, number)
        sheet.row_dimensions[first + n].height = 28


def _widths(sheet: Sheet, *widths: float) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def ledger(folder: Path) -> Path:
    """整改台账: two rows of heads, twenty numbered rows, a sum, notes and signatures below."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "整改台账"
    _widths(sheet, 6, 14, 30, 8, 26, 12, 10, 10, 14, 24, 14, 10)
    _title(sheet, "窗口单位文明服务检查　　年　　月问题整改台账", "L")
    wide = "　" * 6
    _line(sheet, "A2:L2", f"填报单位：{wide}负责人：{wide}填报日期：　　年　　月　　日")
    for place, head in (
        ("A3:A4", "序号"), ("B3:B4", "被检查\n单位"), ("C3:C4", "问题描述"), ("D3:D4", "扣分"),
        ("E3:H3", "整改责任落实"), ("E4", "整改措施"), ("F4", "责任科室"), ("G4", "责任人"),
        ("H4", "分管领导"), ("I3:I4", "完成时限"), ("J3:K3", "整改"), ("J4", "情况"),
        ("K4", "完成时间"), ("L3:L4", "是否销号"),
    ):  # fmt: skip
        put(sheet, place, head)
    _rows(sheet, 5, 20, 12)
    put(sheet, "A25:C25", "合　计")
    put(sheet, "D25", "=SUM(D5:D24)")
    _line(sheet, "A26:L26", "注：1.问题描述要写清时间、地点。2.完成时限不得超过15个工作日。")
    _line(sheet, "A27:D27", "填报人：")
    _line(sheet, "E27:H27", "审核人：")
    _line(sheet, "I27:L27", "联系电话：")
    sheet.print_title_rows = "1:4"
    book.save(folder / "整改台账.xlsx")
    return folder / "整改台账.xlsx"


def problem_list(folder: Path) -> Path:
    """问题清单: rows without numbers, an example, a second sheet that says how to fill it in."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "问题清单"
    _widths(sheet, 6, 22, 36, 14, 12, 14, 12, 12, 16)
    _title(sheet, "文明创建实地检查问题清单", "I")
    _heads(sheet, 2, ("序号", "点位", "问题清单", "责任单位", "分管领导", "整改时限",
                      "是否整改到位", "配合单位", "备注"))  # fmt: skip
    _heads(sheet, 3, ("例", "某大厅3号窗口", "未使用文明用语", "某大厅", "某某", "11月30日",
                      "是", "", ""))  # fmt: skip
    _rows(sheet, 4, 5, 9, numbered=False)
    _line(sheet, "A9:I9", "说明：此表于每月5日前报送市文明办。")
    told: Sheet = book.create_sheet("填表说明")
    for row, text in enumerate(("一、点位填写窗口全称。", "二、问题清单、备注如实填写。"), 1):
        told.cell(row, 1, text)
    book.save(folder / "问题清单.xlsx")
    return folder / "问题清单.xlsx"


def closing(folder: Path) -> Path:
    """问题销号表: two lines a record, two rows of heads that go with them, a hidden column."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "销号表"
    _widths(sheet, 6, 34, 18, 18, 14, 10)
    _title(sheet, "问题整改销号表", "F")
    for place, head in (
        ("A2:A3", "序号"), ("B2", "存在问题"), ("C2", "责任部门"), ("D2", "责任人"),
        ("E2", "整改时限"), ("F2:F3", "编码"), ("B3", "整改措施"), ("C3", "整改结果"),
        ("D3", "复查人"), ("E3", "销号时间"),
    ):  # fmt: skip
        put(sheet, place, head)
    for n in range(3):
        top = 4 + 2 * n
        put(sheet, f"A{top}:A{top + 1}", n + 1)
        put(sheet, f"F{top}:F{top + 1}", None)
        for column in "BCDE":
            put(sheet, f"{column}{top}", None)
            put(sheet, f"{column}{top + 1}", None)
    sheet.column_dimensions["F"].hidden = True
    _line(sheet, "A10:E10", "单位负责人（签字）：　　　　　　　　　　年　　月　　日")
    book.save(folder / "问题销号表.xlsx")
    return folder / "问题销号表.xlsx"


def monthly(folder: Path) -> Path:
    """月报表: labels with a cell of their own behind them, one blank row."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "月报表"
    _widths(sheet, 12, 20, 34, 14, 20)
    _title(sheet, "文明服务窗口检查月报表", "E")
    for place, text in (("A2", "填报单位"), ("B2:C2", None), ("D2", "报告期："), ("E2", None),
                        ("A3", "填 表 人："), ("B3:C3", None), ("D3", "联系电话："),
                        ("E3", None)):  # fmt: skip
        put(sheet, place, text)
    _heads(sheet, 4, ("检查日期", "受检单位", "发现的问题", "问题类型", "整改落实情况"))
    _rows(sheet, 5, 1, 5, numbered=False)
    _line(sheet, "A6:E6", "注：没有问题的，实行零报告。")
    book.save(folder / "月报表.xlsx")
    return folder / "月报表.xlsx"


def counts(folder: Path) -> Path:
    """检查情况统计表: a line for each site, two rows of heads, numbers of columns, a sum below."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.active
    sheet.title = "统计表"
    _widths(sheet, 6, 26, 10, 10, 12, 12, 12, 14)
    _title(sheet, "检查情况统计表", "H")
    _line(sheet, "A2:H2", "统计月份：")
    for place, head in (
        ("A3:A4", "序号"), ("B3:B4", "检查单位"), ("C3:C4", "检查次数"), ("D3:D4", "得分"),
        ("E3:G3", "问题整改"), ("E4", "发现问题数"), ("F4", "已整改"), ("G4", "整改率"),
        ("H3:H4", "备注"),
    ):  # fmt: skip
        put(sheet, place, head)
    _heads(sheet, 5, tuple(range(1, 9)))  # type: ignore[arg-type]  # as some number their columns
    _rows(sheet, 6, 3, 8)
    put(sheet, "A9:B9", "合计")
    for column in "CEF":
        put(sheet, f"{column}9", f"=SUM({column}6:{column}8)")
    put(sheet, "G9", "=F9/E9")
    sheet["G9"].number_format = "0.00%"
    for column in "DH":
        put(sheet, f"{column}9", None)
    book.save(folder / "检查情况统计表.xlsx")
    return folder / "检查情况统计表.xlsx"


def by_site(folder: Path, sites: Sequence[str]) -> Path:
    """A sheet for each site, with a seal, a drop-down list and a table of marks beside."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for site in sites:
        sheet: Sheet = book.create_sheet(site)
        _widths(sheet, 6, 12, 34, 14, 12, 3, 10, 8)
        _title(sheet, f"{site}问题整改清单", "E")
        _heads(sheet, 2, ("序号", "窗口", "存在问题", "整改期限", "整改状态"))
        _rows(sheet, 3, 2, 5)
        for row, (mark, points) in enumerate((("等次", "分值"), ("优秀", 95), ("良好", 85)), 2):
            put(sheet, f"G{row}", mark)
            put(sheet, f"H{row}", points)
        choice = DataValidation("list", formula1='"待整改,整改中,待复查,已销号"')
        choice.add("E3:E4")
        sheet.add_data_validation(choice)
        _line(sheet, "A6:E6", "被检查单位（盖章）：")
        picture = BytesIO()
        Image.new("RGB", (60, 60), "red").save(picture, "png")
        sheet.add_image(Drawing(picture), "C6")
    book.save(folder / "分单位清单.xlsx")
    return folder / "分单位清单.xlsx"
