"""Data folders of earlier versions, and of later ones, on the command line."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.storage.raw_files import contents, run_sql
from tests.storage.released import NEWER, VERSIONS, steps_of, told, unpack


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(version: str, tmp_path: Path) -> Path:
    return unpack(version, tmp_path / "data").parent


def cells(path: Path) -> set[str]:
    """What stands in a workbook, anywhere."""
    book = load_workbook(path)
    return {
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    }


@pytest.mark.ci
def test_the_papers_of_an_old_folder_are_written(
    english: Run, folder: Path, tmp_path: Path, version: str
) -> None:
    out = tmp_path / "papers"
    for month in (10, 11):
        last = date(2026, month, 31 if month == 10 else 30)
        days = ("--from", f"2026-{month}-01", "--to", last)
        done = english("--data", folder, "export", "all", "-o", out / str(month), *days)
        assert done.code == 0
        assert "Left blank on paper: Checked by, Phone" in done.err
    done = english(
        "--data", folder, "export", "notice", "-o", out / "notices",
        "--from", "2026-10-01", "--to", "2026-11-30",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    names = {path.name.split("_")[-2] for path in out.rglob("*.xlsx") if "notices" not in str(path)}
    wanted = {"整改台账", "检查汇总表", "通报附件", "培训建议", "检查记录简表"}
    assert names == (
        wanted
        | ({"巡视记录表"} if int(version[1:]) >= 3 else set())
        | ({"晨会纪要"} if int(version[1:]) >= 4 else set())
    )
    (ledger,) = out.glob("11/*整改台账*")
    texts = {row["text"] for row in told(version)["findings"] if row["day"] > "2026-11"}
    printed = "\n".join(cells(ledger))
    assert [text for text in texts if text not in printed] == []
    (summary,) = out.glob("10/*检查汇总表*")
    if int(version[1:]) >= 3:  # an appeal was upheld: reviewed, and as found beside it
        assert {"89.09", "检查时87.67分、合格"} <= cells(summary)
    else:
        assert "87.67" in cells(summary)
    assert list(out.glob("notices/*.xlsx"))


def test_every_command_refuses_a_newer_folder_and_leaves_it_alone(
    english: Run, tmp_path: Path
) -> None:
    database = unpack("v5", tmp_path / "data")
    run_sql(database, NEWER)
    data, before = database.parent, contents(database.parent)
    for words in (
        ("doctor",),
        ("doctor", "--repair"),
        ("export", "summary", "-o", tmp_path / "a.xlsx"),
        ("export", "all", "-o", tmp_path / "all"),
        ("import", data / "packs" / "practice-hall"),
        ("backup", "-o", tmp_path / "a.zip"),
    ):
        done = english("--data", data, *words)
        assert done.code == 1, words
        assert "newer version" in done.err, (words, done.err)
        assert {k: v for k, v in contents(data).items() if k != "inspector.lock"} == before, words
    assert not (tmp_path / "a.xlsx").exists()
    assert not (tmp_path / "a.zip").exists()


@pytest.mark.ci
def test_a_newer_backup_is_refused_and_an_older_one_taken(english: Run, tmp_path: Path) -> None:
    data = unpack("v5", tmp_path / "data").parent
    newer = unpack("v5", tmp_path / "newer")
    run_sql(newer, NEWER)
    before = contents(data)
    for source in (newer, newer.parent):
        done = english("--data", data, "restore", source)
        assert done.code == 1
        assert "newer version" in done.err
        assert {k: v for k, v in contents(data).items() if k != "inspector.lock"} == before
    older = unpack("v2", tmp_path / "older")
    done = english("--data", data, "restore", older.parent)
    assert (done.code, done.err) == (0, "")
    assert steps_of(data / "inspector.db") == told("v2")["steps"]
    assert english("--data", data, "doctor").code == 0
