"""A checklist is checked and taken in through `main`: good, faulty and changed ones."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.domain.checklist.checklist import Override
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.storage.packs.pack_folders import OPERATING_NORMS, write_pack
from tests.storage.raw_files import contents

SAMPLES = Path(__file__).parents[2] / "excel" / "samples"
TIDY, FAULTY = SAMPLES / "roster-telecom-tidy.xlsx", SAMPLES / "roster-toll-faulty.xlsx"
LONG = "长" * 300


def test_a_pack_is_imported(english: Run, data: Path, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall")
    dry = english("--data", data, "import", folder, "--dry-run")
    assert (dry.code, "营业厅 2026.1" in dry.out) == (0, True)
    assert not (data / "packs").exists()
    done = english("--data", data, "import", folder)
    assert (done.code, done.out, done.err) == (0, dry.out, "")
    assert len(list((data / "packs").iterdir())) == 1
    again = english("--data", data, "import", folder)
    assert (again.code, "Everything is as it was." in again.out) == (0, True)


def test_changes_are_said_in_words_and_not_in_ids(english: Run, data: Path, tmp_path: Path) -> None:
    assert english("--data", data, "import", write_pack(tmp_path / "hall")).code == 0
    newer = write_pack(
        tmp_path / "newer",
        ("pack.toml", '"2026.1"', '"2026.2"'),
        ("pack.toml", 'title = "收费"\n', 'title = "收费窗口"\n'),
        ("pack.toml", 'floor = "item"', 'floor = "none"'),
        ("etiquette.toml", "veto = true", "veto = false"),
        ("etiquette.toml", 'window_kinds = ["cashier"]\n', ""),
        ("civil-language.toml", "deadline = 3", 'responsible = "team"\ndeadline = 0'),
    )
    pieces = [
        (newer / f"{name}.toml").read_text("utf-8").partition('[[item]]\nid = "praise"')
        for name in ("etiquette",)
    ]
    head, mark, praise = pieces[0]
    (newer / "etiquette.toml").write_text(head, "utf-8")
    with (newer / "cleanliness.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{mark}{praise}")
    done = english("--data", data, "import", newer, "--dry-run")
    assert done.out.splitlines() == [
        "Checklist 营业厅 2026.2",
        "  How far deductions go: no item falls below 0 → deductions have no limit",
        "  Window kind: 收费、收银、缴费 → 收费窗口、收银、缴费",
        "  起身、微笑、主动问候 · Window kinds: 收费 → Every window",
        "  起身、微笑、主动问候 · Veto: Yes → No",
        "  使用文明用语 · Deadline: 3 workdays → At once",
        "  使用文明用语 · Responsible: Person on duty → Team",
        "  收到表扬 · Another category: Service etiquette, number 2 → Cleanliness, number 2",
    ]


def test_an_override_that_will_no_longer_apply_is_said(
    english: Run, data: Path, tmp_path: Path
) -> None:
    assert english("--data", data, "import", write_pack(tmp_path / "hall")).code == 0
    with closing(Workspace(data)) as workspace:
        site = workspace.rosters.sites()[0]
        workspace.overrides.put(site, "hall", Override("wait", "窗口少", limit=1200))
    norms = OPERATING_NORMS.partition("full = 4\n")[2]
    newer = write_pack(
        tmp_path / "newer",
        ("operating-norms.toml", norms, 'rule = { kind = "deduct", each = 1, unit = "次" }'),
    )
    done = english("--data", data, "import", newer, "--dry-run")
    assert done.out.splitlines()[1] == (
        f"  At {site.name}, the override of “等候时间” will no longer apply:"
        " the item is scored differently now."
    )


def test_a_faulty_pack_is_told_and_changes_nothing(
    english: Run, data: Path, tmp_path: Path
) -> None:
    before = contents(data)
    folder = write_pack(tmp_path / "hall", ("pack.toml", "etiquette = 25", "etiquette = 26"))
    done = english("--data", data, "import", folder)
    assert (done.code, done.out) == (1, "")
    assert "pack.toml:6" in done.err
    assert contents(data) == before


@pytest.fixture
def pack_workbook(data: Path, tmp_path: Path) -> Path:
    """The general pack as a workbook."""
    with closing(Workspace(data)) as workspace:
        return workspace.packs.write_workbook(tmp_path / "检查表.xlsx", "general")


@pytest.mark.ci
def test_a_pack_as_a_workbook_is_checked_and_imported(
    english: Run, data: Path, pack_workbook: Path
) -> None:
    done = english("check", pack_workbook)
    assert (done.code, done.err) == (0, "")
    assert "通用窗口" in done.out
    done = english("--data", data, "import", pack_workbook)
    assert (done.code, "Everything is as it was." in done.out) == (0, True)
    book = load_workbook(pack_workbook)
    cell = next(
        cell
        for row in book["服务礼仪"].iter_rows()
        for cell in row
        if cell.value == "按规定着工装，整洁、扣齐"
    )
    cell.value = "着装统一、整洁"
    book.save(pack_workbook)
    done = english("--data", data, "import", pack_workbook)
    assert done.code == 0
    assert "着装统一、整洁" in done.out
    assert len(list((data / "packs").iterdir())) == 1


@pytest.mark.ci
def test_what_of_a_workbook_is_not_read_is_named(
    english: Run, data: Path, pack_workbook: Path
) -> None:
    book = load_workbook(pack_workbook)
    book.create_sheet("修改记录").append(["谁", "何时"])
    book["服务礼仪"].cell(3, 30, "去年分值")
    book.save(pack_workbook)
    said = "  Not read: sheet “修改记录”; column “服务礼仪：去年分值”."
    assert english("check", pack_workbook).out.splitlines()[1] == said
    for words in (["--dry-run"], []):
        done = english("--data", data, "import", pack_workbook, *words)
        assert done.out.splitlines()[1:] == [said, "Everything is as it was."]


@pytest.mark.ci
def test_a_faulty_pack_workbook_is_told_by_its_cells(
    english: Run, data: Path, pack_workbook: Path
) -> None:
    book = load_workbook(pack_workbook)
    for row in book["服务礼仪"].iter_rows():
        for cell in row:
            if cell.value == 3:
                cell.value = "三"
    book.save(pack_workbook)
    before = contents(data)
    for words in (["check", pack_workbook], ["--data", data, "import", pack_workbook]):
        done = english(*words)
        assert (done.code, done.out) == (1, "")
        head, *problems = done.err.splitlines()
        assert head.startswith("检查表.xlsx: ")
        assert problems
        assert all(re.match(r"  sheet “服务礼仪”, cell ", problem) for problem in problems)
    assert contents(data) == before
