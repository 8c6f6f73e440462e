"""The totals of a superior's form, recalculated by LibreOffice, after its rows were repeated."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from inspector.domain.faults import Fault
from inspector.excel.forms.form_workbook import read_form, write_form
from tests.excel.forms.test_form_workbook import data, fill, form, problems
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import TODAY, closed, finding

THREE = (finding(deduction=150), finding(deduction=300), closed())
"""They cost 1.5, 3 and what a closed one does."""

TOTALS = {
    "E5": "=SUM(D4)",
    "E6": "=SUM(D4:D4)",
    "E7": "=AVERAGE(D4)",
    "E8": "=SUM($D$4)",
    "E9": "=SUM(扣分合计)",
    "E10": "=SUM(D3:D4)+COUNT( D4 )",
    "E11": '=SUMIF(D4,">2",D4)',
    "E12": "=SUMPRODUCT(D4*D4)",
    "E13": '=IFERROR(MAX(D4,0),"")',
    "E14": "=SUM(报表!D4)",
    "E15": '=SUM(INDIRECT("D4:D"&ROW(D4)))+SUM(INDIRECT("D4:D4"))',
    "E16": "=INDEX(D4:D4,1)",
}


def totals_form(folder: Path) -> Path:
    """A form with a total of every kind below its row, and formulas within the row."""
    path = form(
        folder,
        {
            "A1": "{{单位}}", "D2": 2, "D3": "扣分", "E3": 0,
            "A4": "{{问题.序号}}", "D4": "{{问题.扣分}}",
            "E4": "=E3+D4", "F4": "=D4/SUM(D$4:D$4)", "G4": "=SUM(D$4:D4)", "H4": "=D4/E5",
            "I4": "=SUM(D4,A4)", "J4": "=SUM(A4:D4)", "K4": "=RANK(D4,$D$4)", "L4": "=D4*D2",
            **TOTALS,
        },
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    book.defined_names["扣分合计"] = DefinedName("扣分合计", attr_text="报表!$D$4")
    sheet: Any = book["报表"]
    sheet["E17"] = ArrayFormula("E17", "=SUM(D4*2)")
    other: Any = book.create_sheet("汇总")
    other["A1"], other["A2"] = "=SUM(报表!D4)", "=报表!E5"
    other["A3"], other["B3"] = "{{问题.序号}}", "=报表!D4"
    other["B4"] = "=SUM(B3)"
    book.save(path)
    return path


@pytest.mark.ci
@pytest.mark.parametrize("through_libreoffice", [False, True])
def test_every_total_is_that_of_all_rows(
    tmp_path: Path, libreoffice: LibreOffice, *, through_libreoffice: bool
) -> None:
    path = totals_form(tmp_path)
    if through_libreoffice:  # what an office program makes of such a form
        path = libreoffice.convert(path, "xlsx")
    out = path.with_name("填好.xlsx")
    write_form(path, out, data(*THREE), TODAY)
    again = libreoffice.convert(out.rename(tmp_path / "算好.xlsx"), "xlsx")
    book: Any = openpyxl.load_workbook(again, data_only=True)
    sheet = book["报表"]
    costs = [sheet.cell(row, 4).value for row in (4, 5, 6)]
    assert costs[:2] == [1.5, 3]
    whole, third = sum(costs), costs[2]
    told = [sheet.cell(row, 5).value for row in range(7, 20)]
    assert told == pytest.approx([
        whole, whole, whole / 3, whole, whole, whole + 3, sum(c for c in costs if c > 2),
        sum(c * c for c in costs), max(costs), whole, 1.5 + whole, 1.5, whole * 2,
    ])  # fmt: skip
    running = [1.5, 4.5, 4.5 + third]
    assert [sheet.cell(row, 5).value for row in (4, 5, 6)] == pytest.approx(running)
    assert [sheet.cell(row, 7).value for row in (4, 5, 6)] == pytest.approx(running)
    for column in (6, 8):
        shares = [sheet.cell(row, column).value for row in (4, 5, 6)]
        assert shares == pytest.approx([cost / whole for cost in costs])
    for column in (9, 10):
        assert [sheet.cell(row, column).value for row in (4, 5, 6)] == pytest.approx(
            [cost + number for number, cost in enumerate(costs, 1)]
        )
    ranks = [1 + sum(other > cost for other in costs) for cost in costs]
    assert [sheet.cell(row, 11).value for row in (4, 5, 6)] == ranks
    assert [sheet.cell(row, 12).value for row in (4, 5, 6)] == [cost * 2 for cost in costs]
    summed = book["汇总"]
    assert [row[0].value for row in summed["A1:A2"]] == pytest.approx([whole, whole])
    assert [row[0].value for row in summed["B3:B6"]] == pytest.approx([*costs, whole])


def test_one_of_many_is_refused_by_its_cell(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A4": "{{问题.扣分}}", "B6": "=A4*2", "B7": "=SUM(-A4)", "B8": "=ROW(A4)+SUM(A4)",
         "B9": "=COUNTIF(A4,A4)", "B10": "=SUM(一:三!A4)"},
    )  # fmt: skip
    assert problems(path) == [
        ("报表!B6", Fault.ONE_OF_MANY, "A4"),
        ("报表!B7", Fault.ONE_OF_MANY, "A4"),
        ("报表!B9", Fault.ONE_OF_MANY, "A4"),
        ("报表!B10", Fault.CANNOT_FOLLOW, "一:三!A4"),
    ]


def test_all_that_refers_to_rows_moves(tmp_path: Path) -> None:
    path = form(
        tmp_path,
        {"A3": "金额", "A4": "{{问题.扣分}}", "B4": "见", "A6": "低", "A7": "高", "B6": "见上",
         "B7": "网"},
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    sheet: Any = book["报表"]
    choice = DataValidation(type="list", formula1="$A$6:$A$7")
    choice.add("C4")
    choice.add("C6")
    sheet.add_data_validation(choice)
    for cells, formula in (("A4", "$A4>$A$6"), ("B6:B7", "$A6=1")):
        rule = FormulaRule(formula=[formula], font=Font(bold=True))  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(cells, rule)
    sheet["B4"].hyperlink = Hyperlink("B4", location="报表!A6")
    sheet["B6"].hyperlink = Hyperlink("B6", location="报表!A7")
    sheet["B7"].hyperlink = "https://example.org/"
    sheet.add_table(Table(displayName="明细", ref="A3:A4"))
    sheet.print_title_rows = "1:3"
    sheet.defined_names["低"] = DefinedName("低", attr_text="报表!$A$6")
    book.save(path)
    filled = fill(path, data(*THREE))
    (choice,) = filled.data_validations.dataValidation
    assert choice.formula1 == "$A$8:$A$9"
    assert {str(area) for area in choice.sqref.ranges} == {"C4:C6", "C8"}
    told = {str(each.sqref): each.rules[0].formula for each in filled.conditional_formatting}
    assert told == {"A4:A6": ["$A4>$A$8"], "B8:B9": ["$A8=1"]}
    links = {c.coordinate: c.hyperlink for row in filled for c in row if c.hyperlink}
    assert {at: link.location or link.target for at, link in links.items()} == {
        **dict.fromkeys(("B4", "B5", "B6"), "报表!A8"), "B8": "报表!A9",
        "B9": "https://example.org/",
    }  # fmt: skip
    assert filled.tables["明细"].ref == "A3:A6"
    assert filled.defined_names["低"].value == "报表!$A$8"
    assert filled.print_title_rows == "$1:$3"


def test_pieces_of_an_indirect_place_are_refused_where_they_would_move(tmp_path: Path) -> None:
    """Nobody sees that such a total is of other rows; what stays right is let be."""
    path = form(
        tmp_path,
        {"A3": 3, "A4": "{{问题.扣分}}", "A5": "小计", "C1": "报表",
         "B6": '=SUM(INDIRECT("A4:A"&ROW()-1))', "B7": '=SUM(INDIRECT("A4:A"&COUNTA(A4:A4)+3))',
         "B8": '=INDIRECT("A"&5)', "B9": '=SUM(INDIRECT("A4:A"&"5"))', "B10": "=INDIRECT(C1)",
         "B11": '=INDIRECT(C1&"!A3")', "B12": '=INDIRECT("A"&ROW()-9)',
         "B13": '=INDIRECT(ADDRESS(5,1))'},
    )  # fmt: skip
    assert problems(path) == [
        ("报表!B8", Fault.CANNOT_FOLLOW, "INDIRECT(…5…)"),
        ("报表!B9", Fault.CANNOT_FOLLOW, 'INDIRECT(…"5"…)'),
        ("报表!B10", Fault.CANNOT_FOLLOW, "INDIRECT(C1)"),
        ("报表!B12", Fault.CANNOT_FOLLOW, "INDIRECT(…9…)"),
        ("报表!B13", Fault.CANNOT_FOLLOW, "INDIRECT(…5…)"),
    ]
    still: dict[str, object] = {"A1": "{{单位}}", "B8": '=INDIRECT("A"&5)', "B10": "=INDIRECT(C1)"}
    assert read_form(form(tmp_path, still)).sheets  # no row repeats, and nothing moves


def test_a_list_that_depends_on_another_cell_stays(tmp_path: Path) -> None:
    """Cascading lists: what B offers is the name that A holds."""
    path = form(tmp_path, {"A4": "{{问题.扣分}}", "A6": "低"})
    book = openpyxl.load_workbook(path)
    offered = DataValidation("list", formula1="INDIRECT($A6)")
    offered.add("B6")
    book["报表"].add_data_validation(offered)
    book.save(path)
    out = tmp_path / "填好.xlsx"
    write_form(path, out, data(*THREE), TODAY)
    (moved,) = openpyxl.load_workbook(out)["报表"].data_validations.dataValidation
    assert (moved.formula1, str(moved.sqref)) == ("INDIRECT($A8)", "B8")
