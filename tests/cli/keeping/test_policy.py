"""What an administrator's file rules holds on the command line too; through main()."""

import argparse
import json
import sys
from pathlib import Path

import pytest

from inspector.arguments import arguments
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


def writers() -> set[str]:
    """Return the commands that take `-o`, and the one that writes into a folder it is told."""
    (commands,) = (
        action for action in arguments()._actions if isinstance(action, argparse._SubParsersAction)
    )
    return {
        name
        for name, parser in commands.choices.items()
        if any(action.dest in ("output", "sample") for action in parser._actions)
    }


WRITERS: dict[str, tuple[str, ...]] = {
    "export": ("rectification", "-o"),
    "archive": ("-o",),
    "backup": ("-o",),
    "person": ("张某", "-o"),
    "form": ("--sample",),
    "share": ("-o",),
}


def test_every_command_that_writes_for_others_obeys(
    english: Run, folder: Path, rules: Path, tmp_path: Path
) -> None:
    assert writers() == set(WRITERS)
    rules.write_text(f'export_folder = "{tmp_path.as_posix()}/out"\n', "utf-8")
    for command, words in WRITERS.items():
        suffix = {"archive": ".zip", "backup": ".zip", "share": ".inspx"}.get(command, ".xlsx")
        target = tmp_path / f"elsewhere{suffix}"
        refused = english("--data", folder, command, *words, target)
        assert (refused.code, refused.out) == (1, ""), command
        assert refused.err.startswith("An administrator has ruled that files go into"), command
        assert not target.exists()


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
    done = english("--data", folder, "doctor")
    assert done.code == 0  # as with all that says nothing against the data
    assert f"The administrator's file {rules} is not understood (line 1:" in done.out
    done = english("--data", folder, "backup", "-o", rules.parent / "all.zip")
    assert done.code == 0
    assert done.err.startswith(f"The administrator's file {rules} is not understood (line 1:")
