"""Each command with good input, bad input and none, through `main`."""

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.paths import checklists_folder
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import LAST_DAY, Run, sign
from tests.storage.packs.pack_folders import write_pack
from tests.storage.raw_files import contents
from tests.workspace.visiting import dump

SAMPLES = Path(__file__).parents[1] / "excel" / "samples"
TIDY, FAULTY = SAMPLES / "roster-telecom-tidy.xlsx", SAMPLES / "roster-toll-faulty.xlsx"
LONG = "长" * 300


# demo


@pytest.mark.ci
def test_demo_writes_a_data_folder(english: Run, home: Path) -> None:
    done = english("demo", "there", "--inspections", 2, "--seed", 7, "--until", LAST_DAY)
    assert (done.code, done.out, done.err) == (0, "2 inspections in there\n", "")
    english("demo", "again", "--inspections", 2, "--seed", 7, "--until", LAST_DAY)
    assert dump(home / "there") == dump(home / "again")


def test_demo_does_not_write_over_data(english: Run, data: Path) -> None:
    before = contents(data)
    done = english("demo", data)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"{data} cannot be written: it holds a database already. Nothing was changed.\n"
    )
    assert contents(data) == before


@pytest.mark.parametrize("folder", ["file", "file/below", LONG])
def test_demo_where_no_folder_can_be_is_refused(english: Run, home: Path, folder: str) -> None:
    (home / "file").write_text("mine")
    done = english("demo", folder, "--inspections", 1)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert contents(home).keys() == {"file"}


@pytest.mark.ci
def test_demo_leaves_other_files_alone(run: Run, home: Path) -> None:
    (home / "mine.txt").write_text("mine")
    home.chmod(0o755)
    assert run("demo", ".", "--inspections", 0).code == 0
    assert (home / "mine.txt").read_text() == "mine"
    assert home.stat().st_mode & 0o777 == 0o755


# import


@pytest.mark.ci
def test_a_roster_is_imported(english: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = english("--data", data, "import", TIDY)
    assert (done.code, done.err) == (0, "")
    assert "1 site (1 new), 8 windows: 8 new, 0 changed, 0 unchanged" in done.out
    before = dump(data)
    again = english("--data", data, "import", TIDY)
    assert "1 site (0 new), 8 windows: 0 new, 0 changed, 8 unchanged" in again.out
    assert dump(data) == before


@pytest.mark.ci
def test_a_dry_run_of_a_roster_says_the_same_and_changes_nothing(
    english: Run, data: Path, tmp_path: Path
) -> None:
    before = dump(data)
    dry = english("--data", data, "import", TIDY, "--dry-run")
    assert dry.code == 0
    assert dump(data) == before
    assert english("--data", data, "import", TIDY).out == dry.out


@pytest.mark.ci
@pytest.mark.parametrize("source", [TIDY, checklists_folder() / "general"], ids=["roster", "pack"])
def test_a_dry_run_leaves_no_data_folder_behind(english: Run, tmp_path: Path, source: Path) -> None:
    assert english("--data", tmp_path / "new", "import", source, "--dry-run").code == 0
    assert not (tmp_path / "new").exists()


@pytest.mark.ci
@pytest.mark.parametrize("folder", ["new", "new/deeper"])
def test_a_refused_import_leaves_no_data_folder_behind(
    english: Run, tmp_path: Path, folder: str
) -> None:
    data = tmp_path / folder
    done = english("--data", data, "import", FAULTY)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("roster-toll-faulty.xlsx: ")
    assert not (tmp_path / "new").exists()
    done = english("--data", data, "import", TIDY)
    assert (done.code, done.err) == (0, "")
    assert done.out.count("1 site (1 new), 8 windows") == 1


def test_a_faulty_roster_is_told_by_its_cells_and_changes_nothing(english: Run, data: Path) -> None:
    before = contents(data)
    done = english("--data", data, "import", FAULTY)
    assert (done.code, done.out) == (1, "")
    head, *problems = done.err.splitlines()
    assert head.startswith("roster-toll-faulty.xlsx: ")
    assert len(problems) > 1
    assert all(re.match(r"  sheet “.+”, cell [A-Z]+\d+  .", problem) for problem in problems)
    assert contents(data) == before


def test_what_is_no_workbook_is_told(english: Run, data: Path, tmp_path: Path) -> None:
    before = contents(data)
    (tmp_path / "text.xlsx").write_text("hello")
    done = english("--data", data, "import", tmp_path / "text.xlsx")
    assert (done.code, done.out) == (1, "")
    assert "is not an .xlsx workbook" in done.err
    assert contents(data) == before


@pytest.mark.parametrize("name", ["nowhere.xlsx", "nowhere", LONG])
def test_a_missing_file_is_told_and_nothing_is_made(
    english: Run, tmp_path: Path, name: str
) -> None:
    done = english("--data", tmp_path / "new", "import", name)
    assert (done.code, done.out, done.err) == (1, "", f"{name} does not exist.\n")
    assert not (tmp_path / "new").exists()


def test_names_in_a_file_do_not_command_the_terminal(
    english: Run, data: Path, tmp_path: Path
) -> None:
    folder = write_pack(tmp_path / "hall", ("pack.toml", "营业厅", "营\\u001b[2J业\\n厅"))
    for words in (["check", folder], ["--data", data, "import", folder]):
        done = english(*words)
        assert "\x1b" not in done.out + done.err
        lines = (done.out + done.err).splitlines()
        assert [line for line in lines if not line.startswith(" ")] == lines[:1]


# export


def export(run: Run, data: Path, *words: object) -> tuple[int, str, str]:
    done = run("--data", data, "export", *words)
    return done.code, done.out, done.err


@pytest.mark.ci
@pytest.mark.parametrize("kind", ["rectification", "summary"])
def test_a_workbook_is_exported_and_named(run: Run, data: Path, home: Path, kind: str) -> None:
    before = dump(data)
    months = ("--from", "2026-11-01", "--to", "2026-11-30")
    code, out, err = export(run, data, kind, "-o", "表.xlsx", *months)
    assert (code, out) == (0, "表.xlsx\n")
    assert err.startswith("打印字号约") is (kind == "rectification")
    sheet = load_workbook(home / "表.xlsx").worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("2026年11月" in text for text in texts)
    after = set(dump(data)) - set(before)
    if kind == "rectification":  # that it went out is kept beside its findings
        tables = ('"ledger_export"', '"ledger_export_run"', '"journal"')
        assert {table for table in tables for line in after if table in line} == set(tables)
        assert all(any(table in line for table in tables) for line in after)
    else:
        assert not after


@pytest.mark.ci
def test_a_record_of_patrols_is_exported(english: Run, tmp_path: Path, home: Path) -> None:
    data = tmp_path / "rounds"
    assert english("demo", data, "--inspections", "0", "--until", "2026-11-27").code == 0
    sign(data)
    words = ["patrol", "-o", "巡视.xlsx", *NOVEMBER]
    assert export(english, data, *words) == (0, "巡视.xlsx\n", "")
    texts = [str(cell.value) for row in load_workbook(home / "巡视.xlsx").worksheets[0]
             for cell in row if cell.value]  # fmt: skip
    assert "未发现问题" in texts
    assert "城东营业厅日常巡视记录表（2026年11月）" in texts
    other = ["patrol", "-o", "other.xlsx", *NOVEMBER, "--site", "城西营业厅"]
    assert export(english, data, *other) == (
        0, "", "There is no completed patrol in this period. Nothing was written.\n",
    )  # fmt: skip
    assert not (home / "other.xlsx").exists()


@pytest.mark.ci
def test_minutes_of_meetings_are_exported(english: Run, data: Path, home: Path) -> None:
    words = ["minutes", "-o", "纪要.xlsx", "--from", "2026-12-01", "--to", "2026-12-31"]
    assert export(english, data, *words) == (
        0, "", "No morning meeting was ended in this period. Nothing was written.\n",
    )  # fmt: skip
    assert not (home / "纪要.xlsx").exists()
    now = datetime.fromisoformat("2026-12-01T08:20:00+08:00")
    with closing(Workspace(data, lambda: now)) as workspace:
        for name in ("城东营业厅", "城西营业厅"):
            meeting, _ = workspace.meetings.start(workspace.rosters.site_named(name))
            workspace.meetings.end(meeting)
    assert export(english, data, *words) == (0, "纪要.xlsx\n", "")
    assert len(load_workbook(home / "纪要.xlsx").sheetnames) == 2
    assert export(english, data, *words, "--site", "城西营业厅")[0] == 0
    assert load_workbook(home / "纪要.xlsx").sheetnames == ["12-01 城西营业厅"]


def sites_in(path: Path) -> set[str]:
    sheet = load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    top = next(i for i, row in enumerate(rows) if "单位" in row)
    column = rows[top].index("单位")
    return {str(row[column]) for row in rows[top + 1 :] if isinstance(row[0], int)}


@pytest.mark.ci
def test_one_site_is_exported_alone(run: Run, data: Path, home: Path) -> None:
    words = ("--from", "2026-11-01", "--to", "2026-11-30", "-o")
    assert export(run, data, "rectification", *words, "all.xlsx")[0] == 0
    assert len(sites_in(home / "all.xlsx")) == 7
    assert export(run, data, "rectification", *words, "one.xlsx", "--site", "城东营业厅")[0] == 0
    assert sites_in(home / "one.xlsx") == {"城东营业厅"}


@pytest.mark.parametrize(
    ("site", "meant"),
    [("城东", "城东营业厅"), ("", ""), ("%", ""), ("城东营业厅 ", "城东营业厅"), ("'", ""),
     ("成东营业厅", "城东营业厅"), ("城西营业厅（新）", "城西营业厅")],
)  # fmt: skip
def test_an_unknown_site_is_told(
    english: Run, data: Path, home: Path, site: str, meant: str
) -> None:
    words = ("summary", "-o", "out.xlsx", "--site", site, "--from", "2026-01-01")
    hint = f" Did you mean “{meant}”?" if meant else ""
    assert export(english, data, *words) == (1, "", f"There is no site “{site}”.{hint}\n")
    assert list(home.iterdir()) == []


def test_an_empty_period_is_told(english: Run, data: Path, home: Path) -> None:
    words = ("summary", "-o", "out.xlsx", "--from", "2001-01-01", "--to", "2001-01-31")
    assert export(english, data, *words) == (
        0, "", "There is no completed inspection in this period. Nothing was written.\n",
    )  # fmt: skip
    assert list(home.iterdir()) == []


@pytest.mark.ci
@pytest.mark.parametrize(
    "period",
    [
        ["--from", "1970-01-01", "--to", "2199-12-31"],
        ["--from", "2026-11-01"],
        ["--to", "2026-11-30"],  # from the first day of that month
        ["--to", "2026-11-27"],
    ],
    ids=" ".join,
)
def test_half_a_period_and_the_longest_one_are_understood(
    english: Run, data: Path, home: Path, period: list[str]
) -> None:
    assert export(english, data, "summary", "-o", "out.xlsx", *period)[0] == 0
    assert (home / "out.xlsx").exists()


@pytest.mark.ci
def test_a_single_day_is_a_period(english: Run, data: Path, home: Path) -> None:
    """From a day to the same day is that day: it is not refused, and nothing else is in it."""
    with closing(sqlite3.connect(data / DATABASE_FILE)) as connection:
        ((day,),) = connection.execute("SELECT max(day) FROM inspection WHERE state = 'completed'")
    days = ["--from", day, "--to", day]
    assert export(english, data, "summary", "-o", "out.xlsx", *days)[0] == 0
    sheet = load_workbook(home / "out.xlsx").worksheets[0]
    year, month, number = map(int, day.split("-"))
    assert f"（{year}年{month}月{number}日）" in str(sheet["A1"].value)
    code, _, err = export(
        english, data, "summary", "-o", "no.xlsx", "--from", "2026-11-28", "--to", "2026-11-27"
    )
    assert (code, err) == (2, "2026-11-28 lies after 2026-11-27.\n")


def test_a_day_to_begin_with_in_a_month_to_come_is_no_contradiction(
    english: Run, data: Path
) -> None:
    code, _, err = export(english, data, "summary", "-o", "out.xlsx", "--from", "2199-12-01")
    assert (code, err) == (
        0,
        "There is no completed inspection in this period. Nothing was written.\n",
    )


def test_without_a_data_folder_there_is_nothing_to_export(english: Run, tmp_path: Path) -> None:
    data = tmp_path / "typo"
    code, out, err = export(english, data, "summary", "-o", "out.xlsx")
    assert (code, out, err) == (1, "", f"{data / 'inspector.db'} does not exist.\n")
    assert not data.exists()


NOVEMBER = ("--from", "2026-11-01", "--to", "2026-11-30")


@pytest.mark.ci
def test_a_missing_target_folder_is_told(english: Run, data: Path, home: Path) -> None:
    code, out, err = export(english, data, "summary", "-o", "nowhere/out.xlsx", *NOVEMBER)
    assert (code, out) == (1, "")
    assert err == (
        "nowhere/out.xlsx cannot be written: the folder does not exist. Nothing was changed."
        " Plug the drive in or choose another folder.\n"
    )
    assert list(home.iterdir()) == []


@pytest.mark.ci
@pytest.mark.parametrize("lock", ["~$out.xlsx", ".~out.xlsx", ".~lock.out.xlsx#"])
def test_a_target_that_is_open_is_told_and_kept(
    english: Run, data: Path, home: Path, lock: str
) -> None:
    (home / "out.xlsx").write_bytes(b"as it was")
    (home / lock).write_bytes(b"")
    before = contents(home)
    code, out, err = export(english, data, "summary", "-o", "out.xlsx", *NOVEMBER)
    assert (code, out) == (1, "")
    assert "out.xlsx is open in another program." in err
    assert contents(home) == before


@pytest.mark.ci
def test_a_folder_or_too_long_a_name_as_target_is_told(
    english: Run, data: Path, home: Path
) -> None:
    (home / "folder.xlsx").mkdir()
    for target in ("folder.xlsx", f"{LONG}.xlsx"):
        code, out, err = export(english, data, "summary", "-o", target, *NOVEMBER)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1
    assert contents(home) == {"folder.xlsx": "folder"}


@pytest.mark.parametrize("words", [["import", TIDY], ["export", "summary", "-o", "out.xlsx"]])
def test_a_damaged_database_is_told_and_left_alone(
    english: Run, data: Path, words: list[object]
) -> None:
    (data / "inspector.db").write_bytes(b"nonsense" * 100)
    before = contents(data)
    done = english("--data", data, *words)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"{data / 'inspector.db'} is damaged and was left untouched:"
        " it is not a database of this program.\n"
        "  Look it over with doctor, and bring a backup back with restore; backups lie in"
        f" {data / 'backups'}.\n"
    )
    assert contents(data) == before


@pytest.mark.parametrize("words", [["import", TIDY], ["export", "summary", "-o", "out.xlsx"]])
def test_a_data_folder_that_is_a_file_is_told(
    english: Run, home: Path, words: list[object]
) -> None:
    (home / "file").write_text("mine")
    done = english("--data", "file", *words)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert (home / "file").read_text() == "mine"


@pytest.mark.ci
def test_the_default_data_folder_is_in_the_home(run: Run, home: Path) -> None:
    assert run("import", TIDY).code == 0
    assert len(list(home.rglob("inspector.db"))) == 1
