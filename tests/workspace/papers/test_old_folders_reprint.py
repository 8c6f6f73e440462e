"""A folder of the past prints its records, its summary and its circular as it always did."""

import json
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import openpyxl

from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace
from tests.storage.released import SAMPLES, unpack

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=timezone(timedelta(hours=8)))
BOTH = Extent(Period(date(2026, 10, 1), date(2026, 11, 30)))


Rows = list[list[str]]


def values(path: Path) -> dict[str, Rows]:
    return {
        sheet.title: [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in openpyxl.load_workbook(path).worksheets
    }


def told(printed: dict[str, dict[str, Rows]]) -> dict[str, dict[str, Rows]]:
    """Leave out what is empty, and the version in the name of a sheet: neither is a value."""
    return {
        paper: {
            name.removesuffix(" 2026.1"): [[cell for cell in row if cell != "None"] for row in rows]
            for name, rows in sheets.items()
        }
        for paper, sheets in printed.items()
    }


def test_every_value_is_what_was_printed_then(tmp_path: Path) -> None:
    expected = json.loads((SAMPLES / "v6-papers.json").read_text("utf-8"))
    unpack("v6", tmp_path / "data")
    with closing(Workspace(tmp_path / "data", lambda: NOW)) as workspace:
        own = workspace.reports
        printed = {
            "summary": values(own.write_summary(tmp_path / "a.xlsx", BOTH)),
            "circular": values(own.write_circular(tmp_path / "b.xlsx", BOTH)),
        }
        for visit in workspace.inspection_store.completed_between(
            BOTH.period.first, BOTH.period.last
        ):
            printed[visit.id] = values(own.write_record(tmp_path / f"{visit.id}.xlsx", visit.id))
    assert len(printed) > 3
    # A letter is written anew each time, in the words of today; what it comes with is not.
    for paper in (printed["circular"], expected["circular"]):
        assert paper.pop("通报")
    assert told(printed) == told(expected)
