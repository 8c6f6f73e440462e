"""A checklist leaves by `export pack`, and is brought over to direct deduction by `import`."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.packs.rated_packs import rate_again


@pytest.fixture
def pack_workbook(data: Path, tmp_path: Path) -> Path:
    """A pack that is totalled by rates, as those were that shipped before, as a workbook."""
    with closing(Workspace(data)) as workspace:
        rate_again(workspace)
        return workspace.packs.write_workbook(tmp_path / "检查表.xlsx", "telecom-hall")


@pytest.mark.ci
def test_a_checklist_is_exported_by_id_or_name_and_comes_back(
    run: Run, data: Path, home: Path
) -> None:
    for name, file in (("general", "检查表.xlsx"), ("通用窗口", "检查表")):
        done = run("--data", data, "export", "pack", name, "-o", file)
        assert (done.code, done.out, done.err) == (0, f"{file}\n", "")
        again = run("--data", data, "import", file)
        assert again.out.splitlines()[-1] == "内容与现有版本相同，没有变化。"
    (home / "别的").mkdir()
    (home / "别的" / "信.txt").write_text("x")
    done = run("--data", data, "export", "pack", "general", "-o", "别的")
    assert (done.code, done.out) == (1, "")
    assert "文件夹里有其他文件" in done.err
    assert run("--data", data, "export", "pack", "nobody", "-o", "a.xlsx").code == 1


def test_a_checklist_is_named_after_pack_and_only_there(english: Run, data: Path) -> None:
    said = "A checklist is named after pack, and only there."
    for words in (["pack", "-o", "a"], ["summary", "general", "-o", "a.xlsx"]):
        done = english("--data", data, "export", *words)
        assert (done.code, done.err.strip()) == (2, said)
    done = english("--data", data, "export", "pack", "general", "-o", "a", "--month", "2026-11")
    assert (done.code, "no period" in done.err) == (2, True)


@pytest.mark.ci
def test_a_pack_is_brought_over_as_it_is_taken_in(
    english: Run, data: Path, pack_workbook: Path
) -> None:
    words = ("--data", data, "import", pack_workbook, "--deduct")
    tried = english(*words, "--dry-run")
    assert (tried.code, tried.err) == (0, "")
    with closing(Workspace(data)) as workspace:
        before = workspace.packs.get("telecom-hall")
    done = english(*words)
    assert (done.code, done.out) == (0, tried.out)
    with closing(Workspace(data)) as workspace:
        after = workspace.packs.get("telecom-hall")
    assert (before.policy.total.value, after.policy.total.value) == ("rate", "deduct")
    assert after.version != before.version
    assert [item.id for item in after.items()] == [item.id for item in before.items()]


@pytest.mark.ci
def test_no_file_switches_a_red_line_off_for_a_site(english: Run, home: Path, data: Path) -> None:
    """What a site changes is said in the window, with a reason; a file of it is refused whole.

    A version without the red line is a version for everybody, and every line that is gone is told.
    """
    assert english("--data", data, "export", "pack", "general", "-o", "own").code == 0
    head = home / "own" / "pack.toml"
    told = head.read_text("utf-8").replace('version = "', 'version = "9')
    off = (
        '\n[[override]]\nitem = "no-extortion"\nreason = "本厅没有"\noff = true\nred_line = true\n'
    )
    head.write_text(told + off, "utf-8")
    for words in (["check", "own"], ["--data", data, "import", "own"]):
        done = english(*words)
        assert done.code == 1
        assert "pack.toml:" in done.err
        assert "“override”" in done.err
    with closing(Workspace(data)) as workspace:
        pack = workspace.packs.get("general")
        assert not pack.version.startswith("9")
        red_line = pack.item_by_id["no-extortion"]
        assert red_line.veto

    head.write_text(told, "utf-8")
    norms = home / "own" / "operating-norms.toml"
    rows = norms.read_text("utf-8").split("[[item]]")
    norms.write_text("[[item]]".join(row for row in rows if 'id = "no-extortion"' not in row))
    done = english("--data", data, "import", "own", "--dry-run")
    assert done.code == 0
    assert any(red_line.text in line for line in done.out.splitlines())
