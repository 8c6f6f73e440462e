"""Rows that came back without a number, or with 同上: nothing is passed over unsaid."""

from datetime import date
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.faults import Fault
from inspector.domain.finding.finding import Finding
from inspector.workspace.findings.returned_words import change_text, refused_sentences
from inspector.workspace.workspace import Workspace
from tests.excel.returned.returned_books import column_of, edit, fill, row_of
from tests.workspace.findings.test_returned_matching import (
    DAY,
    east,  # noqa: F401
    exactly,
    ledger,
    looked_at,
    refused,
    slip,
)
from tests.workspace.visiting import Clock


def test_a_row_without_a_number_is_never_passed_over_unsaid(
    workspace: Workspace,
    clock: Clock,
    tmp_path: Path,
    east: list[Finding],  # noqa: F811
) -> None:
    """Filled in, merely left there, or a note of their own above the signatures."""
    path = ledger(workspace, clock, tmp_path / "回.xlsx")
    rows: list[int] = []

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "审核人员已复训", DAY)
        number = column_of(sheet, "问题编号")
        rows.extend(row_of(sheet, finding.number) for finding in east[:3])
        for row in rows:
            sheet.cell(row, number).value = None
        sheet.cell(rows[2], exactly(sheet, "存在问题")).value = "另外发现的"
        fill(sheet, east[3].number, "已修好", DAY)

    preview = looked_at(workspace, edit(path, change))
    assert [row.row.number for row in preview.changes] == [east[3].number]
    faults = [Fault.NUMBER_GONE, Fault.NUMBER_GONE, Fault.NO_NUMBER]
    places = [f"整改台账!B{row}" for row in rows]
    assert refused(preview) == list(zip(places, faults, strict=True))
    said = refused_sentences(preview)
    assert f"the row is about {east[0].number}: write that here" in said[0]
    assert "Copy the number here from the file that went out." in said[2]


def test_same_as_above_is_what_the_row_above_says(
    workspace: Workspace,
    clock: Clock,
    tmp_path: Path,
    east: list[Finding],  # noqa: F811
) -> None:
    path = slip(workspace, clock, tmp_path / "回.xlsx")

    def change(sheet: Worksheet) -> None:
        fill(sheet, east[0].number, "〃", "同上")  # below nothing
        fill(sheet, east[1].number, "已修好", DAY)
        fill(sheet, east[2].number, "同上", "〃")
        fill(sheet, east[3].number, "同上", date(2026, 12, 2))

    preview = looked_at(workspace, edit(path, change))
    taken = [(row.row.number, row.row.progress, row.row.done_on) for row in preview.changes]
    assert taken == [
        (east[1].number, "已修好", DAY),
        (east[2].number, "已修好", DAY),
        (east[3].number, "已修好", date(2026, 12, 2)),
    ]
    told = ["“same as above” read as the row above" in change_text(row) for row in preview.changes]
    assert told == [False, True, True]
    assert [fault for _, fault in refused(preview)] == [Fault.NOTHING_ABOVE] * 2
