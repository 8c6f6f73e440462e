"""Cells that no clerk types, in a place that each importer reads."""

from pathlib import Path

import pytest

from inspector.excel.forms.form_workbook import read_form
from tests.hostile.importing import said
from tests.hostile.odd_cells import ODD, with_odd_cell
from tests.hostile.real_books import REAL, packed, parts_of
from tests.lengths import in_turn

FIRST, SECOND = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"

PLACES = {
    "roster": (FIRST, ("A6", "B6", "C6", "D6"), 1),
    "pack": (FIRST, ("A4", "B4", "C4", "D4", "E4", "G4", "I4"), 1),
    "ledger": (FIRST, ("B6", "C6", "F6"), 10),
    "notice": (SECOND, ("B5", "F5", "G5", "H5"), 8),
    "form": (FIRST, ("A6", "C6"), 1),
}
"""Of each kind of file the part, cells in it, and a format of days."""


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    return {kind: parts_of(make(tmp_path_factory.mktemp(kind))) for kind, make in REAL.items()}


@pytest.mark.parametrize(("odd", "kind"), in_turn(list(ODD), list(PLACES), every=4))
def test_an_odd_cell_is_read_or_refused(
    tmp_path: Path, originals: dict[str, dict[str, bytes]], kind: str, odd: str
) -> None:
    part, places, day = PLACES[kind]
    parts = dict(originals[kind])
    for place in places:
        parts[part] = with_odd_cell(parts[part], place, odd, day)
    told = said(kind, packed(tmp_path / "a.xlsx", parts))
    assert not any("object at 0x" in line for line in told)
    assert all(len(line) < 1_000 for line in told)


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        ("long whole number", "sheet “花名册”, cell B6  “999"),
        ("beyond floats", "sheet “花名册”, cell B6  “inf” is not text."),
        ("error", "sheet “花名册”, cell B6  This cannot be read: #REF!."),
        ("true", "sheet “花名册”, cell B6  “TRUE” is not text."),
        (
            "data table",
            "sheet “花名册”, cell B6  There is a formula, =TABLE(), where a value belongs.",
        ),
        (
            "formula without value",
            "sheet “花名册”, cell B6  There is a formula, =1+1, where a value belongs.",
        ),
    ],
)
def test_what_is_wrong_is_told_by_cell(
    tmp_path: Path, originals: dict[str, dict[str, bytes]], odd: str, expected: str
) -> None:
    parts = dict(originals["roster"])
    parts[FIRST] = with_odd_cell(parts[FIRST], "B6", odd, 1)
    _, problem = said("roster", packed(tmp_path / "a.xlsx", parts))
    assert problem.startswith(expected)


def test_a_form_with_a_cell_in_the_farthest_corner(
    tmp_path: Path, originals: dict[str, dict[str, bytes]]
) -> None:
    parts = dict(originals["form"])
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts[FIRST] = parts[FIRST].replace(b"</sheetData>", far)
    assert read_form(packed(tmp_path / "a.xlsx", parts))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="-5"><c><v>1</v></c></row>',
        '<row r="1e3"><c><v>1</v></c></row><row r="900"><c><v>1</v></c></row>',
        '<row r="900"><c><v>1</v></c></row><row r="300"><c><v>1</v></c></row>',
        '<row r="900"><c r="B900"><v>1</v></c><c r="A900"><v>1</v></c></row>',
        '<row r="900"><c r="A901"><v>1</v></c></row>',
        '<row r="nine"><c><v>1</v></c></row>',
    ],
)
@pytest.mark.parametrize("kind", PLACES)
def test_rows_in_disorder_are_not_passed_over(
    tmp_path: Path, originals: dict[str, dict[str, bytes]], kind: str, rows: str
) -> None:
    parts, part = dict(originals[kind]), PLACES[kind][0]
    parts[part] = parts[part].replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    (told,) = said(kind, packed(tmp_path / "a.xlsx", parts))
    assert "damaged" in told
