"""`run` works in any POSIX shell, and nothing in the repository is of one machine only."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A package registry's host, or a folder that only one machine has. As written here, with
# backslashes, the expression does not match itself.
FOREIGN = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|deb\.debian\.org"
    r"|(?<![\w.])/(work|root)\b/"
)


@pytest.mark.parametrize("shell", ["sh", "dash", "bash"])
def test_run_is_a_posix_script(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    subprocess.run([shell, "-n", ROOT / "run"], check=True)


def test_run_is_executable() -> None:
    assert os.access(ROOT / "run", os.X_OK)


def test_run_alone_says_how_it_is_used() -> None:
    done = subprocess.run([ROOT / "run"], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: ./run COMMAND")


@pytest.mark.skipif(
    Path(sys.prefix) != ROOT / ".venv", reason="would make another environment first"
)
def test_run_runs_in_the_repository_wherever_it_is_called_from(tmp_path: Path) -> None:
    tell = "import os, sys; print(os.getcwd(), sys.prefix, os.environ['VIRTUAL_ENV'], sep='|')"
    done = subprocess.run(
        [ROOT / "run", "python", "-c", tell],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == f"{ROOT}|{sys.prefix}|{sys.prefix}\n"
    assert done.stderr == ""


@pytest.mark.ci
@pytest.mark.skipif(
    Path(sys.prefix) != ROOT / ".venv", reason="would make another environment first"
)
def test_paths_given_to_the_program_are_the_callers(tmp_path: Path) -> None:
    def call(*words: str) -> None:
        done = subprocess.run(
            [ROOT / "run", "inspector", "--lang", "en", *words],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr

    call("demo", "data", "--inspections", "3", "--until", "2026-11-27")
    call("export", "summary", "--data", "data", "-o", "out.xlsx", "--month", "2026-11")
    call("backup", "-o", "all.zip", "--data", "data")
    assert {path.name for path in tmp_path.iterdir()} >= {"data", "out.xlsx", "all.zip"}
    assert not (ROOT / "out.xlsx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="./run is for the shells of POSIX")
def test_an_environment_that_is_anothers_is_not_emptied(tmp_path: Path) -> None:
    others, mine, path = (tmp_path / name for name in ("others", "mine", "path"))
    for each in (others / "bin", mine, path):
        each.mkdir(parents=True)
    for name in ("run", ".requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, mine)
    (mine / ".venv").symlink_to(others)
    for name in ("python3.13", "apt-get", "ldconfig"):  # a Python that makes no environment
        made = path / name
        made.write_text(f'#!/bin/sh\n[ "$2" != venv ] || exit 9\necho "{made}"\n', "utf-8")
        made.chmod(0o755)
    done = subprocess.run(
        [mine / "run", "true"], env={"PATH": f"{path}:/usr/bin:/bin"}, capture_output=True
    )
    assert done.returncode == 9, done.stderr
    assert (others / "bin").exists()
    assert not (mine / ".venv").is_symlink()


@pytest.mark.parametrize("name", ["README.md", ".ci/run"])
def test_run_is_what_people_and_ci_use(name: str) -> None:
    assert "./run " in (ROOT / name).read_text("utf-8")


def test_lock_names_no_address() -> None:
    lock = (ROOT / ".requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "index-url" not in lock


@pytest.mark.ci
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git work tree")
@pytest.mark.skipif(shutil.which("git") is None, reason="git, which lists the files, is not here")
def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    found = [
        f"{name}: {hit.group()}"
        for name in done.stdout.split("\0")
        if (ROOT / name).is_file()
        for hit in FOREIGN.finditer((ROOT / name).read_text("utf-8", errors="replace"))
    ]
    assert found == []
