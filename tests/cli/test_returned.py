"""`export notice` and `import` of what comes back, through `main`."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.workspace.sample.demo import write_demo
from tests.cli.conftest import Run, sign
from tests.excel.returned.returned_books import column_of, edit, fill, row_of
from tests.photos import jpeg
from tests.workspace.visiting import dump
from tests.written_once import Written

PERIOD = ("--from", "2000-01-01", "--to", "2199-12-31")
DAY = date.today()
"""The command line asks the real clock."""


def write_until_today(folder: Path) -> None:
    """Write signed sample data up to today."""
    write_demo(folder, 14, 1, DAY)
    sign(folder)


@pytest.fixture
def data(copied: Written) -> Path:
    """Sample data up to today."""
    return copied(write_until_today)


@pytest.fixture
def notice(english: Run, data: Path, tmp_path: Path) -> Path:
    """The notice to the first site with something left to do."""
    done = english("--data", data, "export", "notice", "-o", tmp_path / "out", *PERIOD)
    assert (done.code, done.err) == (0, "")
    paths = [Path(line) for line in done.out.splitlines()]
    assert paths
    assert sorted(paths) == sorted((tmp_path / "out").iterdir())
    return paths[0]


def numbers(path: Path) -> list[str]:
    rows = openpyxl.load_workbook(path)["整改回执"].iter_rows(min_row=5, max_col=2)
    return [str(row[1].value) for row in rows if row[1].value]


def site_of(notice: Path) -> str:
    return notice.name.split("_", maxsplit=1)[0]


@pytest.mark.ci
def test_a_slip_goes_out_and_comes_back_once(english: Run, data: Path, notice: Path) -> None:
    number = numbers(notice)[0]

    def change(sheet: Worksheet) -> None:
        fill(sheet, number, "已改", DAY, (jpeg(),))

    edit(notice, change)
    before = dump(data)
    dry = english("--data", data, "import", notice, "--dry-run")
    assert (dry.code, dry.err, dump(data)) == (0, "", before)
    done = english("--data", data, "import", notice)
    assert (done.code, done.err) == (0, "")
    assert done.out == dry.out
    assert done.out.splitlines()[0] == f"{notice}: this is a returned ledger or slip"
    assert f"  {number}  {site_of(notice)} " in done.out
    assert f"”  Reported done  已改; done on {DAY}; 1 photo" in done.out
    after = dump(data)
    assert after != before
    again = english("--data", data, "import", notice)
    assert (again.code, again.err) == (0, "")
    assert "1 known already" in again.out
    assert dump(data) == after


@pytest.mark.ci
def test_what_is_refused_is_told_by_cell_and_the_rest_taken(
    english: Run, data: Path, notice: Path
) -> None:
    first, second = numbers(notice)[:2]

    def change(sheet: Worksheet) -> None:
        fill(sheet, first, "已改", "月底")
        fill(sheet, second, "已改", DAY)

    done = english("--data", data, "import", edit(notice, change))
    assert done.code == 1
    assert done.err.splitlines() == [
        "Not imported:",
        "  sheet “整改回执”, cell G5  “月底” is no day; write it like 2026-11-27.",
    ]
    assert "1 reported done, 1 refused" in done.out


@pytest.mark.ci
def test_contradictions_come_first_also_when_it_is_only_looked_at(
    english: Run, data: Path, notice: Path
) -> None:
    first, second, third = numbers(notice)[:3]

    def change(sheet: Worksheet) -> None:
        fill(sheet, first, "已改", DAY)
        fill(sheet, second, "已改", "月底")
        fill(sheet, third, "已改", DAY)
        sheet.cell(row_of(sheet, third), column_of(sheet, "窗口")).value = "南门"

    before = dump(data)
    dry = english("--data", data, "import", edit(notice, change), "--dry-run")
    assert (dry.code, dump(data)) == (1, before)
    told = dry.err.splitlines()
    assert "looks like a finding of another laptop" in told[1]
    assert "月底" in told[2]
    assert f"  {first}  {site_of(notice)} " in dry.out


@pytest.mark.ci
def test_a_ledger_to_fill_in(english: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    words = ("export", "rectification", "-o", path, "--fill-in", "--photos", *PERIOD)
    assert english("--data", data, *words).code == 0
    sheet = openpyxl.load_workbook(path).worksheets[0]
    headers = next(
        [str(value).replace("\n", "") for value in row]
        for row in sheet.iter_rows(values_only=True)
        if row[0] == "序号"
    )
    assert {"整改情况（填写）", "完成时间（填写）", "整改后照片（填写）"} <= set(headers)
    assert "问题照片" not in headers  # nobody took one
    assert english("--data", data, "import", path).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("notice", "-o", "out.xlsx"), "Name a folder: each site gets a notice of its own."),
        (
            ("summary", "-o", "a.xlsx", "--photos"),
            "--photos and --paper go with rectification only.",
        ),
        (("notice", "-o", "out", "--inspection", "x"), "--inspection goes with record only."),
    ],
)
def test_wrong_usage(english: Run, data: Path, words: tuple[str, ...], said: str) -> None:
    done = english("--data", data, "export", *words)
    assert done.code == 2
    assert said in done.err


def test_nothing_to_notify(english: Run, data: Path, home: Path) -> None:
    done = english(
        "--data",
        data,
        "export",
        "notice",
        "-o",
        "out",
        "--from",
        "2001-01-01",
        "--to",
        "2001-02-01",
    )
    assert (done.code, done.out) == (0, "")
    assert (
        done.err
        == "Nothing is left to be put right there: no notice is needed. Nothing was written.\n"
    )
    assert not (home / "out").exists()
