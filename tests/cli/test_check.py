"""What `inspector check` says of packs, rosters, and of what is neither."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from inspector.paths import checklists_folder
from tests.cli.conftest import Run
from tests.storage.packs.pack_folders import write_pack
from tests.storage.raw_files import contents
from tests.workspace.visiting import dump

SAMPLES = Path(__file__).parents[1] / "excel" / "samples"
TIDY, FAULTY = SAMPLES / "roster-telecom-tidy.xlsx", SAMPLES / "roster-toll-faulty.xlsx"
LONG = "长" * 300


@pytest.mark.ci
def test_check_says_what_is_fine(english: Run) -> None:
    done = english("check", checklists_folder() / "general")
    assert (done.code, done.err) == (0, "")
    first = done.out.splitlines()[0]
    assert re.fullmatch(r".*general: 通用窗口 2026\.\d+, \d+ items, no problems", first)


@pytest.mark.ci
def test_check_goes_through_a_folder_of_packs(english: Run) -> None:
    done = english("check", checklists_folder())
    assert done.code == 0
    heads = [line for line in done.out.splitlines() if not line.startswith(" ")]
    assert len(heads) == len(list(checklists_folder().glob("*/pack.toml")))


def test_check_tells_every_problem_with_file_and_line(english: Run, tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path / "hall",
        ("pack.toml", "etiquette = 25", "etiquette = 26"),
        ("etiquette.toml", "full = 4", "full = -4"),
    )
    done = english("check", folder)
    assert (done.code, done.out) == (1, "")
    head, *problems = done.err.splitlines()
    assert head == "hall: 2 problems."
    assert sorted(problems) == [
        "  etiquette.toml:5  “-4” is out of range; allowed: more than 0.",
        "  pack.toml:6  The weights add up to 101 instead of 100.",
    ]


def test_check_goes_on_after_a_faulty_one(english: Run, tmp_path: Path) -> None:
    good = write_pack(tmp_path / "good")
    bad = write_pack(tmp_path / "bad", ("pack.toml", "etiquette = 25", "etiquette = 26"))
    done = english("check", bad, tmp_path / "nowhere", good)
    assert done.code == 1
    assert "bad: 1 problem." in done.err
    assert f"{tmp_path / 'nowhere'} does not exist." in done.err
    assert done.out.splitlines()[0] == f"{good}: 营业厅 2026.1, 5 items, no problems"


def test_check_prints_what_typical_mistakes_cost_at_each_place(run: Run, tmp_path: Path) -> None:
    done = run("check", write_pack(tmp_path / "hall"))
    _, heads, *places = [line.split() for line in done.out.splitlines()]
    assert heads[:3] == ["窗口类型", "项目", "1项一般问题"]
    assert [row[0] for row in places] == ["收费", "公共区域"]
    assert all(re.match(r"[\d.–]+", row[2]) for row in places)


def test_check_tells_what_direct_deduction_would_change(english: Run, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall")
    before = contents(folder)
    done = english("check", folder, "--deduct")
    assert (done.code, done.err) == (0, "")
    lines = [line.strip() for line in done.out.splitlines()]
    assert re.split("  +", lines[1]) == ["Item", "Gravity", "One slip cost", "It costs now"]
    costs = {row[0]: row[1:] for row in (re.split("  +", line) for line in lines[2:6])}
    assert costs["使用文明用语"] == ["minor", "5", "1"]
    assert [line.split(",")[0] for line in lines if ", now" in line] == ["收费", "Public area"]
    assert contents(folder) == before


def test_what_deducts_directly_is_not_brought_over(english: Run, tmp_path: Path) -> None:
    deduct = ("pack.toml", "[policy]", '[policy]\ntotal = "deduct"')
    veto = ("etiquette.toml", 'each = 1, unit = "人次"', 'unit = "人次"')
    done = english("check", write_pack(tmp_path / "hall", deduct, veto), "--deduct")
    assert (done.code, done.err) == (2, "“营业厅” deducts directly already.\n")


def test_check_looks_at_a_pack_and_not_only_at_packs_inside_it(
    english: Run, tmp_path: Path
) -> None:
    bad = write_pack(tmp_path / "bad", ("pack.toml", "etiquette = 25", "etiquette = 26"))
    write_pack(bad / "older")
    assert english("check", bad).code == 1


@pytest.mark.parametrize("name", ["pack.toml", "etiquette.toml"])
def test_check_takes_a_file_of_a_pack_for_the_pack(english: Run, tmp_path: Path, name: str) -> None:
    done = english("check", write_pack(tmp_path / "hall") / name)
    assert (done.code, done.err) == (0, "")
    assert "5 items" in done.out


@pytest.mark.parametrize("name", ["", ".", "nowhere", "nowhere.toml", LONG, "text.txt"])
def test_check_of_what_is_no_pack_is_refused(english: Run, home: Path, name: str) -> None:
    (home / "text.txt").write_text("hello")
    before = contents(home)
    done = english("check", name)
    assert (done.code, done.out) == (1, "")
    assert done.err.strip()
    assert not done.err.startswith(":")
    assert contents(home) == before


@pytest.mark.ci
def test_check_needs_no_data_folder(run: Run, home: Path) -> None:
    run("check", checklists_folder())
    assert list(home.iterdir()) == []


def test_check_takes_a_roster_for_a_roster(run: Run, home: Path) -> None:
    done = run("check", TIDY)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{TIDY}：这是花名册",
        "  1 个单位（新增 1 个），8 个窗口：新增 8 个，更新 0 个，不变 0 个",
        "  新增单位：城东营业厅",
        "  没有问题",
    ]
    assert list(home.iterdir()) == []


@pytest.mark.ci
def test_check_of_a_roster_changes_no_data(english: Run, data: Path) -> None:
    before = dump(data)
    assert english("--data", data, "check", TIDY).code == 0
    assert dump(data) == before


@pytest.mark.ci
def test_check_tells_what_is_wrong_with_a_roster(run: Run) -> None:
    done = run("check", FAULTY)
    assert (done.code, done.out) == (1, f"{FAULTY}：这是花名册\n")
    heading, first, *_ = done.err.splitlines()
    assert heading == "roster-toll-faulty.xlsx 有 4 处问题。"
    assert first == "  工作表“Sheet”B5 单元格  缺少“窗口号”。"


def test_check_of_another_workbook_names_its_sheets(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("通讯录")
    book.save(tmp_path / "a.xlsx")
    done = run("check", tmp_path / "a.xlsx")
    assert done.code == 1
    assert done.err.splitlines() == [
        "a.xlsx 有 1 处问题。",
        "  没有“服务礼仪”、“文明用语”、“操作规范”、“环境卫生”、“设置”、“窗口类型”工作表；"
        "文件中的工作表有：Sheet、通讯录。",
    ]
