"""The program ends, with a sentence, whatever it meets at its start; each a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.domain.errors import OldSqliteError
from inspector.storage.database.sqlite_version import LEAST, require_sqlite
from inspector.storage.files.folder_layout import DATABASE_FILE
from tests.cli.conftest import ROOT
from tests.storage.damage import SEEN_AT_ONCE
from tests.storage.raw_files import contents, run_sql

NEWER = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
    " VALUES ('inspector', 'm999_from_the_future', '2040-01-01')"
)
LONGEST = 60
"""Seconds; the machine may be busy. A program that waits for a person never ends."""


def start(home: Path, *words: object, site: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the program; `site` is what Python does before it."""
    (home / "site").mkdir(exist_ok=True)
    (home / "site" / "sitecustomize.py").write_text(site)
    return subprocess.run(
        [sys.executable, "-m", "inspector", "--lang", "en", *map(str, words)],
        env={
            **os.environ,
            "PYTHONPATH": f"{home / 'site'}{os.pathsep}{ROOT}",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )


@pytest.mark.parametrize("found", [(3, 36, 0), (3, 34, 1), (2, 8, 17)])
def test_an_sqlite_without_strict_tables_is_too_old(found: tuple[int, ...]) -> None:
    with pytest.raises(OldSqliteError):
        require_sqlite(found)


@pytest.mark.parametrize("found", [LEAST, (3, 46, 1), (4, 0, 0), None])
def test_a_newer_one_will_do(found: tuple[int, ...] | None) -> None:
    require_sqlite(found)


@pytest.mark.ci
@pytest.mark.parametrize("words", [["--exit-when-ready"], ["export", "summary", "-o", "s.xlsx"]])
def test_an_old_sqlite_is_one_sentence(home: Path, data: Path, words: list[str]) -> None:
    before = contents(data)
    old = "import sqlite3\nsqlite3.sqlite_version_info = (3, 34, 1)\n"
    done = start(home, "--data", data, *words, site=old)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("The SQLite of this computer is 3.34.1; this program needs 3.37")
    assert contents(data) == before


def newer(folder: Path) -> None:
    run_sql(folder / DATABASE_FILE, NEWER)


def foreign(folder: Path) -> None:
    (folder / DATABASE_FILE).unlink()
    run_sql(folder / DATABASE_FILE, "CREATE TABLE customers (name TEXT)")


def a_folder_in_its_place(folder: Path) -> None:
    (folder / DATABASE_FILE).unlink()
    (folder / DATABASE_FILE).mkdir()


def a_file_in_place_of_the_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file")


def damaged(kind: str) -> Callable[[Path], None]:
    return lambda folder: SEEN_AT_ONCE[kind](folder / DATABASE_FILE)


ODD: dict[str, Callable[[Path], None]] = {
    "newer": newer,
    "foreign": foreign,
    "a folder": a_folder_in_its_place,
    "a file": a_file_in_place_of_the_folder,
    **{kind: damaged(kind) for kind in SEEN_AT_ONCE},
}


@pytest.mark.ci
@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_a_measured_start_ends_whatever_it_meets(
    home: Path, data: Path, make: Callable[[Path], None]
) -> None:
    make(data)
    done = start(home, "--data", data, "--exit-when-ready")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert str(data) in done.stderr


@pytest.mark.ci
@pytest.mark.parametrize("words", [["export", "summary", "-o", "s.xlsx"], ["doctor"]])
def test_a_slip_of_ours_is_told_as_one_and_the_data_is_not_called_damaged(
    home: Path, data: Path, words: list[str]
) -> None:
    before = (data / DATABASE_FILE).read_bytes()
    slip = (
        "from inspector.storage.stores.inspection_store import InspectionStore\n"
        "from inspector.storage.stores.roster_store import RosterStore\n"
        "def slip(self, *_, **__):\n"
        "    return self._database.rows('SELECT * FROM no_such_table')\n"
        "for each in (RosterStore, InspectionStore):\n"
        "    for name in vars(each):\n"
        "        if not name.startswith('_') and callable(vars(each)[name]):\n"
        "            setattr(each, name, slip)\n"
    )
    done = start(home, "--data", data, *words, site=slip)
    assert done.returncode == 1
    assert "The program made a mistake." in done.stderr
    assert "no such table: no_such_table" in done.stderr
    assert "is damaged" not in done.stderr
    assert "Traceback" not in done.stderr
    assert str(home) not in done.stderr
    assert (data / DATABASE_FILE).read_bytes() == before
    assert start(home, "--data", data, "--exit-when-ready").returncode == 0
