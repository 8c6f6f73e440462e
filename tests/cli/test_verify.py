"""`inspector verify`: a printed code, or a backup, against the folder of today."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.storage.raw_files import contents, run_sql
from tests.storage.released import unpack
from tests.workspace.kept import fill, fill_anew, harm

CHANGED = "UPDATE answer SET note = '改过' WHERE verdict = 'deduct'"
OCTOBER = ("--from", "2026-10-01", "--to", "2026-10-31")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


def printed(workbook: Path) -> str:
    """The code at the foot of every page of a paper."""
    feet = {
        str(sheet.oddFooter.right.text) if sheet.oddFooter else ""
        for sheet in load_workbook(workbook)
    }
    (foot,) = feet
    name, code, day = foot.split()
    assert name == "存证码"
    assert day.startswith("2026-")
    return code


@pytest.mark.ci
def test_a_code_from_a_paper_holds_until_something_before_it_is_changed(
    english: Run, tmp_path: Path
) -> None:
    folder = unpack("v5", tmp_path / "data").parent
    english("--data", folder, "export", "summary", "-o", tmp_path / "summary.xlsx", *OCTOBER)
    code = printed(tmp_path / "summary.xlsx")
    english("--data", folder, "export", "rectification", "-o", tmp_path / "l.xlsx", *OCTOBER)
    later = printed(tmp_path / "l.xlsx")
    assert later == code  # what goes out is entered once it is out
    typed = code.lower().replace("-", " ")
    done = english("--data", folder, "verify", typed)
    assert (done.code, done.err) == (0, "")
    number = code.split("-")[0]
    assert done.out == (
        f"Unchanged: everything up to entry {number} is here as it was recorded;"
        " 1 entries came later.\n"
    )
    run_sql(folder / DATABASE_FILE, "UPDATE inspection SET completed_at = '2026-10-12T12:00:00'")
    done = english("--data", folder, "verify", code)
    assert done.code == 1
    assert "but not everything is as it was recorded:" in done.out
    assert "visit 城东营业厅 2026-10-12 09:30" in done.out


def test_another_code_is_told_from_one_of_later_and_from_none(english: Run, folder: Path) -> None:
    done = english("--data", folder, "verify", "2-2222-2222-2222")
    assert done.code == 1
    assert done.out.startswith("Entry 2 is another one here: what was recorded up to it was")
    done = english("--data", folder, "verify", "999-2222-2222-2222")
    assert done.code == 1
    assert done.out == "Entry 999 is not here: the journal of this folder ends before.\n"
    done = english("--data", folder, "verify", "hello")
    assert done.code == 2
    assert "“hello” is no code of a paper, nor a file or folder" in done.err


@pytest.mark.parametrize("kind", ["zip", "snapshot", "folder"])
def test_a_backup_is_still_in_the_folder_or_what_differs_is_named(
    kind: str, english: Run, folder: Path, tmp_path: Path
) -> None:
    backup = tmp_path / {"zip": "all.zip", "snapshot": "all.db", "folder": "copy"}[kind]
    if kind == "zip":
        english("--data", folder, "backup", "-o", backup)
        with ZipFile(backup) as archive:
            code = json.loads(archive.read("manifest.json"))["journal"]
        assert english("--data", folder, "verify", code).code == 0
    elif kind == "snapshot":
        shutil.copy(folder / DATABASE_FILE, backup)
    else:
        shutil.copytree(folder, backup)
    before = contents(folder)
    done = english("--data", folder, "verify", backup)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Unchanged: everything up to entry ")
    assert contents(folder) == before
    run_sql(folder / DATABASE_FILE, "DELETE FROM finding_event WHERE kind = 'raised'")
    done = english("--data", folder, "verify", backup)
    assert done.code == 1
    assert "It was recorded and is there no more: step of finding " in done.out


@pytest.mark.ci
def test_a_backup_from_before_the_journal_is_compared_by_what_it_holds(
    english: Run, tmp_path: Path
) -> None:
    old = unpack("v5", tmp_path / "old")
    folder = unpack("v5", tmp_path / "data").parent
    with closing(Workspace(folder)):
        pass  # brought up to date
    assert english("--data", folder, "verify", old).code == 0
    run_sql(
        folder / DATABASE_FILE,
        "DROP TRIGGER journal_is_kept",
        "DELETE FROM journal",
        "DELETE FROM _sqlite_migrations WHERE name = 'm007_journal'",
        "DROP TABLE journal",
        "UPDATE amendment SET text = '改过'",
    )
    done = english("--data", folder, "verify", old)  # taken in anew, as changed
    assert done.code == 1
    assert "Changed since the backup: amendment to 城东营业厅 2026-10-12 09:30" in done.out


def test_it_reads_beside_an_open_window(english: Run, folder: Path, tmp_path: Path) -> None:
    english("--data", folder, "backup", "-o", tmp_path / "all.zip")
    with closing(Workspace(folder)) as workspace:
        lock = lock_folder(folder)
        with workspace.database.transaction():
            workspace.database.write("INSERT INTO site (id, name) VALUES ('new', '新厅')")
            assert english("--data", folder, "verify", tmp_path / "all.zip").code == 0
        lock.release()


def test_what_is_no_backup_and_no_folder_are_refused(
    english: Run, folder: Path, tmp_path: Path
) -> None:
    harm(folder / DATABASE_FILE, b"")
    (tmp_path / "x.zip").write_bytes(b"nothing")
    done = english("--data", tmp_path / "none", "verify", "2-2222-2222-2222")
    assert (done.code, (tmp_path / "none").exists()) == (1, False)
    fill_anew(tmp_path / "other")
    assert english("--data", tmp_path / "other", "verify", tmp_path / "x.zip").code == 1
