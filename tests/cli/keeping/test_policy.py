"""What an administrator's file rules holds on the command line too; through main()."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workspace.kept import fill


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file lies: beside the launcher of an assembled program."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "program" / "python"))
    (tmp_path / "program").mkdir()
    return tmp_path / "program" / "inspector.policy.toml"


@pytest.mark.ci
def test_files_go_where_the_administrator_wants_them(
    english: Run, folder: Path, rules: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    rules.write_text(f'export_folder = "{out.as_posix()}"\n', "utf-8")
    for command in (("export", "rectification"), ("backup",), ("archive",)):
        target = tmp_path / "elsewhere.zip"
        target = target.with_suffix(".xlsx") if command[0] == "export" else target
        refused = english("--data", folder, *command, "-o", target)
        assert refused.code == 1
        assert refused.err == (
            f"An administrator has ruled that files go into {out} only. Nothing was written.\n"
        )
        assert not target.exists()
    assert english("--data", folder, "export", "rectification", "-o", out / "a.xlsx").code == 0


@pytest.mark.ci
def test_the_doctor_tells_what_is_ruled_and_what_is_faulty(
    english: Run, folder: Path, rules: Path
) -> None:
    done = english("--data", folder, "doctor", "--json")
    assert json.loads(done.out)["policy"] is None
    rules.write_text('names_on_papers = false\nusb_copy = "off"\n', "utf-8")
    done = english("--data", folder, "doctor")
    assert done.out.endswith(
        f"An administrator rules here: {rules}\n"
        "Papers and meetings show staff numbers only.\nNo USB copy is made.\n"
    )
    rules.write_text("names_on_papers = maybe\n", "utf-8")
    done = english("--data", folder, "doctor", "--json")
    assert "(line 1: this is no TOML)" in json.loads(done.out)["policy"]["fault"]
    done = english("--data", folder, "backup", "-o", rules.parent / "all.zip")
    assert done.code == 0
    assert done.err.startswith(f"The administrator's file {rules} is not understood (line 1:")
