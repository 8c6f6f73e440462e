"""`inspector person` and `erase`: what is kept of somebody, and that it goes."""

import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.workspace.preferences import KEEP_NAMES, KEEP_PHOTOS
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.personal.people import (
    CALLER,
    CLERK,
    FIRST,
    HEAD,
    NOON,
    PHONE,
    end_everybody,
    fill,
    holding,
)
from tests.workspace.visiting import Clock
from tests.written_once import Written


def write_people(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        fill(workspace)
        end_everybody(workspace)


@pytest.fixture
def data(copied: Written) -> Path:
    return copied(write_people)


WORDS = ("--reason", "本人申请", "--by", "周某")
TOMORROW = NOON.date() + timedelta(days=1)


def test_what_is_kept_is_told(run: Run, data: Path) -> None:
    done = run("--data", data, "person", CLERK)
    assert done.code == 0
    assert "城东厅当班人员 1001" in done.out
    assert "问题及办理记录：" in done.out
    assert "当班窗口的照片：1" in done.out


def test_what_is_in_the_way_is_named(run: Run, data: Path) -> None:
    with closing(Workspace(data, Clock(NOON))) as workspace:
        found = workspace.database.rows("SELECT id, number FROM finding")[0]
        workspace.findings.reopen([found["id"]], "又犯", NOON.date() + timedelta(days=3))
    said = run("--data", data, "person", CLERK).out
    assert f"{found['number']} 城东厅" in said


def test_an_extract_is_a_workbook(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "查询.xlsx"
    assert run("--data", data, "person", CALLER, "-o", path).code == 0
    book = load_workbook(path)
    cells = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert any(PHONE in cell for cell in cells)
    assert CALLER in cells
    said = run("--data", data, "person", CLERK, "-o", path).out
    book = load_workbook(path)
    assert book.sheetnames == ["个人信息", "照片"]
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    told = next(str(cell) for row in rows for cell in row if cell and "处，共" in str(cell))
    places = re.search(r"(\d+)处，共(\d+)项", told)
    assert places
    assert f"：{places[1]}处" in said, "as many places as the command and the window tell"
    lines = [row for row in rows if str(row[0]).isdecimal()]
    assert len(lines) == int(places[2])
    by_kind = [(row[1], str(row[2] or "")) for row in lines]
    for kind in {kind for kind, _ in by_kind}:
        days = [when for own, when in by_kind if own == kind]
        assert days == sorted(days), kind


def test_nothing_goes_when_only_asked(run: Run, data: Path) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    assert "当班人员" in run("--data", data, "erase", "--person", CLERK, "--dry-run").out
    said = run("--data", data, "erase", "--photos-before", TOMORROW, "--dry-run")
    assert said.out.strip() == "将删除1张照片。"
    assert before == {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


@pytest.mark.ci
def test_a_name_goes(run: Run, data: Path) -> None:
    refused = run("--data", data, "erase", "--person", HEAD)
    assert refused.code == 1
    assert "理由" in refused.err
    aside = data.with_name(f"{data.name}-set-aside-2026-11-01-090000")
    aside.mkdir()
    done = run("--data", data, "erase", "--person", HEAD, *WORDS)
    assert done.code == 0, done.err
    assert "已删除-1" in done.out
    assert "没有备份存着它" in done.out
    assert str(aside) in done.out
    assert holding(data, HEAD) == set()
    assert run("--data", data, "erase", "--person", HEAD, *WORDS).code == 1
    assert "1次依法删除" in run("--data", data, "doctor").out


def test_photos_go(run: Run, data: Path) -> None:
    assert run("--data", data, "erase", "--photos-before", TOMORROW, *WORDS).code == 0
    assert list((data / "evidence").rglob("*.jpg")) == []
    assert run("--data", data, "doctor").code == 0
    again = run("--data", data, "erase", "--photos-before", TOMORROW, *WORDS)
    assert (again.code, "没有到期" in again.err) == (1, True)


def test_what_is_due_goes_together(run: Run, data: Path) -> None:
    nothing = run("--data", data, "erase", "--due", *WORDS)
    assert nothing.code == 1
    assert "没有设保存期限" in nothing.out
    with closing(Workspace(data)) as workspace:
        workspace.preferences.set(KEEP_PHOTOS, "1")
        workspace.preferences.set(KEEP_NAMES, "1")
        due = workspace.erasures.due(workspace.now().date() + timedelta(days=4000))
        assert len(due.people) == 5
    assert run("--data", data, "erase", "--due", "--dry-run").code == 0


@pytest.mark.ci
def test_an_archive_written_afterwards_verifies(run: Run, data: Path, tmp_path: Path) -> None:
    for name in (CLERK, FIRST):
        assert run("--data", data, "erase", "--person", name, *WORDS).code == 0
    assert run("--data", data, "erase", "--photos-before", TOMORROW, *WORDS).code == 0
    from inspector.workspace.archive.archive_verifying import verify_archive
    from inspector.workspace.archive.archiving import write_archive
    from inspector.workspace.extent import Extent, month_of

    target = tmp_path / "archive.zip"
    extent = Extent(month_of(NOON.date()))
    write_archive(data, target, extent, NOON, lambda book, pdf: pdf.write_bytes(b"%PDF"))
    verified = verify_archive(target)
    assert verified.holds, (verified.flawed, verified.unsealed)


def test_wrong_usage(run: Run, data: Path) -> None:
    assert run("--data", data, "erase").code == 2
    assert run("--data", data, "erase", "--person", "a", "--due").code == 2
    assert run("--data", data / "none", "person", "a").code == 1
