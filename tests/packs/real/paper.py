"""The four sheets as workbooks: each is a text file, a line a row, its cells between bars.

`# name` begins a sheet; `^` is merged with the cell above, `<` with the one on its left; digits are
a number unless an apostrophe makes them text, as in Excel; a backslash with n is a line break.
"""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HOSPITAL, TOWNSHIP, TOLL, BANK = "hospital", "township", "toll", "bank"
SHEETS = (HOSPITAL, TOWNSHIP, TOLL, BANK)
HERE = Path(__file__).parent

_UP, _LEFT = "^", "<"


def rows_of(name: str) -> list[str]:
    """The lines of a sheet, to be changed as a clerk might."""
    return (HERE / f"{name}.txt").read_text("utf-8").splitlines()


def write_paper(folder: Path, name: str, rows: list[str] | None = None) -> Path:
    """Write a sheet, or what its lines became, as a workbook; return its path."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    parts: list[list[list[str]]] = []
    for row in rows if rows is not None else rows_of(name):
        if row.startswith("# "):
            book.create_sheet(row.removeprefix("# "))
            parts.append([])
        else:
            parts[-1].append([cell.strip() for cell in row.split("|")])
    for sheet, lines in zip(book.worksheets, parts, strict=True):
        assert isinstance(sheet, Worksheet)
        _fill(sheet, lines)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def _fill(sheet: Worksheet, lines: list[list[str]]) -> None:
    speaker: dict[tuple[int, int], tuple[int, int]] = {}
    areas: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(lines, 1):
        for column, said in enumerate(line, 1):
            above = {_UP: (row - 1, column), _LEFT: (row, column - 1)}.get(said)
            own = (row, column) if above is None else speaker[above]
            speaker[row, column] = own
            if above is not None:
                areas[own] = (row, column)
            elif said:
                sheet.cell(row, column).value = _typed(said)
    for (top, left), (bottom, right) in areas.items():
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _typed(said: str) -> str | int:
    if said.isdecimal():
        return int(said)
    return said.removeprefix("'").replace("\\n", "\n")
