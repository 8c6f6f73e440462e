"""Complaints out and in by the command line."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.complaint.arrival import Arrival
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.visiting import add_site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One complaint of today."""
    folder = tmp_path / "data"
    with closing(Workspace(folder)) as workspace:
        workspace.complaints.receive(Arrival(add_site(workspace), "跑了两趟"))
    return folder


@pytest.mark.ci
def test_complaints_go_out_and_come_back_once(english: Run, folder: Path, tmp_path: Path) -> None:
    month = date.today().strftime("%Y-%m")
    out = tmp_path / "台账.xlsx"
    done = english("--data", folder, "export", "complaints", "--month", month, "-o", out)
    assert (done.code, done.out.strip()) == (0, str(out))
    sent = tmp_path / "办理.xlsx"
    words = ("export", "complaints", "--fill-in", "--month", month, "-o", sent)
    assert english("--data", folder, *words).code == 0
    book = openpyxl.load_workbook(sent)
    sheet = book.worksheets[0]
    columns = {
        str(cell.value).split("\n")[0]: cell.column for row in sheet.iter_rows() for cell in row
    }
    row = next(r[0].row for r in sheet.iter_rows() if r[0].value == 1)
    assert row is not None
    for name, value in (("是否属实", "属实"), ("核实情况", "未一次告知"), ("处理结果", "已致歉"),
                        ("反馈时间", date.today().isoformat())):  # fmt: skip
        column = columns[name]
        assert column is not None
        sheet.cell(row, column).value = value
    book.save(sent)
    for fate in ("taken", "known"):
        done = english("--data", folder, "import", sent, "--json")
        assert done.code == 0, done.err
        facts = json.loads(done.out)
        assert facts["kind"] == "complaints"
        assert [each["fate"] for each in facts["rows"]] == [fate]
    with closing(open_beside(folder)) as workspace:
        (complaint,) = workspace.complaints.found()
        assert complaint.answer == "已致歉"
        kinds = [entry.event.kind.value for entry in workspace.complaints.history(complaint.id)]
        assert kinds == ["received", "exported", "accepted", "verified", "answered"]


def test_a_row_of_another_complaint_is_refused_by_its_cell(
    english: Run, folder: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "办理.xlsx"
    english("--data", folder, "export", "complaints", "--fill-in", "-o", sent)
    book = openpyxl.load_workbook(sent)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "跑了两趟":
                cell.value = "别的事"
                book.worksheets[0].cell(cell.row, 11).value = "查无此事"
    book.save(sent)
    done = english("--data", folder, "import", sent)
    assert done.code == 1
    assert "Here it says “别的事”" in done.err


def test_fill_in_goes_with_what_is_sent_out(english: Run, folder: Path, tmp_path: Path) -> None:
    done = english("--data", folder, "export", "summary", "--fill-in", "-o", tmp_path / "x.xlsx")
    assert (done.code, done.out) == (2, "")
    assert "--fill-in goes with rectification and complaints only." in done.err
