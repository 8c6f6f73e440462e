"""What a form has no room for is told by its cell: how much it holds, and how much of it shows."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font

from inspector.excel.forms.form_room import TooLong
from inspector.excel.forms.form_workbook import write_form
from inspector.workspace.papers.form_papers import FilledForm
from inspector.workspace.papers.superior_forms import filled_lines
from tests.excel.forms import real_forms
from tests.excel.forms.test_form_workbook import Sheet, data
from tests.excel.reports import TODAY, finding

LONG = "办" * 40


def too_long(
    folder: Path,
    text: str = LONG,
    *,
    wraps: bool = False,
    shrinks: bool = False,
    beside: str | None = "满",
    height: float | None = None,
    merged: str = "",
    hidden: bool = False,
    repeats: bool = True,
    align: str | None = None,
) -> list[TooLong]:
    """What does not fit of a text in a column of 20 units: 9 characters of 11 points."""
    book = openpyxl.Workbook()
    sheet: Sheet = book.worksheets[0]
    sheet.title = "表"
    sheet["B3"], sheet["C3"] = "{{问题.存在问题}}" if repeats else "{{单位}}", beside
    sheet["B3"].font = Font(size=11)
    sheet["B3"].alignment = Alignment(align, wrap_text=wraps, shrink_to_fit=shrinks)
    sheet.column_dimensions["B"].width = 20
    sheet.column_dimensions["B"].hidden = hidden
    sheet.row_dimensions[3].height = height
    if merged:
        sheet["C3"] = None
        sheet.merge_cells(merged)
    path = folder / "表.xlsx"
    book.save(path)
    values = data(finding(text=text))
    values.single["单位"] = text  # type: ignore[index]  # a dict, as made
    return list(write_form(path, folder / "填好.xlsx", values, TODAY).too_long)


@pytest.mark.parametrize(
    "form",
    [
        {"text": "办" * 9},
        {"beside": None},  # it runs over what is empty
        {"beside": None, "align": "center"},
        {"shrinks": True},
        {"hidden": True},
        {"wraps": True},
        {"wraps": True, "height": 20},  # the row of a record grows
        {"wraps": True, "repeats": False},  # a row without a height of its own does, too
        {"wraps": True, "repeats": False, "height": 80},
        {"wraps": True, "repeats": False, "merged": "B3:E5"},
        {"merged": "B3:K3"},
    ],
)
def test_what_fits_is_not_told(tmp_path: Path, form: dict[str, object]) -> None:
    assert too_long(tmp_path, **form) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "room"),
    [
        ({}, 9),
        ({"align": "center"}, 9),
        ({"merged": "B3:C3"}, 12),
        ({"wraps": True, "repeats": False, "height": 28}, 16),  # two lines of five
        ({"wraps": True, "repeats": False, "merged": "B3:B4"}, 16),  # merged cells never grow
    ],
)
def test_what_does_not_fit_is_told_by_its_cell(
    tmp_path: Path, form: dict[str, object], room: int
) -> None:
    (cell,) = too_long(tmp_path, **form)  # type: ignore[arg-type]
    assert (cell.place, cell.has) == ("表!B3", 40)
    assert abs(cell.room - room) <= 1


def test_a_row_is_never_higher_than_a_program_allows(tmp_path: Path) -> None:
    (cell,) = too_long(tmp_path, "办" * 900, wraps=True)
    assert (cell.place, cell.has) == ("表!B3", 900)
    assert 250 < cell.room < 500


def test_columns_of_one_width_are_one_entry(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Sheet = book.worksheets[0]
    sheet["C1"], sheet["D1"] = "{{问题.存在问题}}", "满"
    sheet.column_dimensions.group("A", "D", hidden=False)
    sheet.column_dimensions["A"].width = 90
    book.save(tmp_path / "表.xlsx")
    values = data(finding(text=LONG))
    assert not write_form(tmp_path / "表.xlsx", tmp_path / "填好.xlsx", values, TODAY).too_long


def test_a_form_without_fields_is_counted(tmp_path: Path) -> None:
    form = real_forms.ledger(tmp_path)
    look = write_form(form, tmp_path / "填好.xlsx", data(finding(), finding()), TODAY)
    assert look.too_long == ()
    assert look.places > 10


def test_only_the_first_are_told_by_name() -> None:
    def said(count: int) -> list[str]:
        cells = tuple(TooLong(f"表!B{row}", 40, 11) for row in range(3, 3 + count))
        return filled_lines(FilledForm(Path("填好.xlsx"), too_long=cells))

    assert said(0) == []
    assert said(1) == ["Does not fit in 1 place: 表!B3 (40 characters, room for 11)."]
    assert said(9)[0].startswith("Does not fit in 9 places: 表!B3 (40")
    assert said(9)[0].endswith("表!B6 (40 characters, room for 11) and others.")
