"""Records from the command line: one visit to a file, every visit of a period into a folder."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.cli.test_commands import export


def completed(data: Path) -> list[tuple[str, str]]:
    """The ids and sites of the completed visits, oldest first."""
    with closing(sqlite3.connect(data / "inspector.db")) as connection:
        rows = connection.execute(
            "SELECT id, site_name FROM inspection WHERE state = 'completed' ORDER BY started_at"
        )
        return list(rows)


def test_the_record_of_one_visit(run: Run, data: Path, home: Path) -> None:
    (inspection, site), *_ = completed(data)
    words = ("record", "-o", "记录.xlsx", "--inspection", inspection)
    assert export(run, data, *words) == (0, "记录.xlsx\n", "")
    sheet = load_workbook(home / "记录.xlsx").worksheets[0]
    assert f"被检查单位：{site}" in [cell.value for cell in sheet["A"]]


@pytest.mark.ci
def test_a_record_for_each_visit_of_a_period_in_a_folder(run: Run, few: Path, home: Path) -> None:
    everything = ("--from", "2026-01-01", "--to", "2026-12-31")
    code, out, err = export(run, few, "record", "-o", "十一月", *everything)
    assert (code, err) == (0, "")
    files = sorted((home / "十一月").iterdir())
    assert len(files) == len(completed(few)) == 4
    assert sorted(out.split("\n")[:-1]) == [str(path.relative_to(home)) for path in files]


def test_records_that_are_refused(english: Run, data: Path, home: Path) -> None:
    everything = ("--from", "2026-01-01", "--to", "2026-12-31")
    assert export(english, data, "record", "-o", "r.xlsx", *everything) == (
        1, "",
        "This period holds several inspections (14). Name a folder instead of a file, and each gets"
        " a workbook of its own.\n",
    )  # fmt: skip
    assert export(english, data, "record", "-o", "r.xlsx", "--inspection", "nobody") == (
        1, "", "There is no inspection “nobody”.\n",
    )  # fmt: skip
    for words in (
        ("record", "-o", "folder", "--inspection", "x"),
        ("record", "-o", "r.xlsx", "--inspection", "x", "--site", "城东营业厅"),
        ("summary", "-o", "r.xlsx", "--inspection", "x"),
        ("summary", "-o", "folder"),
    ):
        code, out, err = export(english, data, *words)
        assert (code, out, len(err.splitlines())) == (2, "", 1)
    (home / "file").write_text("mine")
    code, out, err = export(english, data, "record", "-o", "file", *everything)
    assert (code, out) == (1, "")
    assert "there is a file where a folder should be" in err
    assert [path.name for path in home.iterdir()] == ["file"]
    assert (home / "file").read_text() == "mine"
