"""What the command line says of the papers that it wrote, besides where they are."""

from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.excel.sheet.legal_text import CUT_NOTE
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run, sign
from tests.workspace.visiting import dump


@pytest.mark.ci
def test_a_text_that_no_cell_holds_is_said_with_its_cell(
    english: Run, tmp_path: Path, home: Path
) -> None:
    data = tmp_path / "long"
    assert english("demo", data, "--inspections", "2", "--until", "2026-11-27").code == 0
    sign(data)
    with closing(Workspace(data)) as workspace, workspace.database.transaction():
        (row, *_) = workspace.database.rows("SELECT id FROM finding ORDER BY raised_at DESC")
        workspace.database.write(
            "UPDATE finding SET text = ? WHERE id = ?", ("长" * 33_000, row[0])
        )
    done = english("--data", data, "export", "all", "-o", "papers", "--month", "2026-11")
    assert done.code == 0, done.err
    (ledger,) = (home / "papers").glob("*整改台账*.xlsx")
    (cell,) = [
        cell.coordinate
        for row in load_workbook(ledger)["全表"].iter_rows()
        for cell in row
        if str(cell.value).endswith(CUT_NOTE)
    ]
    assert "longer than a cell of Excel holds (32,767 characters)" in done.err
    assert f"{ledger.name}: sheet “全表”, cell {cell}" in done.err


@pytest.mark.ci
def test_what_commands_wrote_stands_among_the_recent_exports(
    english: Run, data: Path, home: Path
) -> None:
    before = dump(data)
    month = ("--month", "2026-11")
    assert english("--data", data, "export", "summary", "-o", "表.xlsx", *month).code == 0
    assert english("--data", data, "backup", "-o", home / "all.zip").code == 0
    refused = english("--data", data, "export", "minutes", "-o", "none.xlsx", "--month", "2020-01")
    assert refused.code == 0
    assert dump(data) == before  # who only reads the database writes nothing into it
    with closing(Workspace(data)) as workspace:
        paths = [paper.path for paper in workspace.recent_papers.listed()]
    assert paths == [home / "all.zip", home / "表.xlsx"]
