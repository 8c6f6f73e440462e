"""backup, restore and doctor, as a script calls them."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import ROOT, Run
from tests.storage.damage import flip_page
from tests.workspace.kept import fill, harm, photos
from tests.workspace.visiting import dump


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


def test_backup_and_restore(english: Run, folder: Path, tmp_path: Path) -> None:
    before = dump(folder)
    done = english("--data", folder, "backup", "-o", tmp_path / "all.zip")
    expected = f"Everything is in {tmp_path / 'all.zip'}, read back and unchanged."
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{expected} It is not locked: whoever finds it can read everything.\n"
    harm(folder / DATABASE_FILE)
    done = english("--data", folder, "restore", tmp_path / "all.zip")
    assert (done.code, done.err) == (0, "")
    assert f"The data before is kept in {folder}-set-aside-" in done.out
    assert dump(folder) == before
    (aside,) = tmp_path.glob("data-set-aside-*")
    assert (aside / DATABASE_FILE).read_bytes() == b"harmed"


def test_missing_evidence_makes_a_backup_that_says_so(
    english: Run, folder: Path, tmp_path: Path
) -> None:
    gone = photos(folder)[0]
    gone.unlink()
    done = english("--data", folder, "backup", "-o", tmp_path / "all.zip")
    assert done.code == 1
    first, second = done.out.splitlines()
    assert first.startswith(
        f"Not everything is in {tmp_path / 'all.zip'}: 1 evidence file is missing or was changed;"
    )
    assert second.endswith(gone.relative_to(folder).as_posix())
    assert (tmp_path / "all.zip").exists()


def test_a_backup_is_a_zip_file(english: Run, folder: Path) -> None:
    done = english("--data", folder, "backup", "-o", "all.db")
    assert done.code == 2
    assert "“all.db” does not end in .zip" in done.err


@pytest.mark.ci
def test_doctor(english: Run, folder: Path) -> None:
    done = english("--data", folder, "doctor")
    assert (done.code, done.err) == (0, "")
    *said, code = done.out.splitlines()
    assert said == [
        "! There is no backup yet. Make one under Data, Backup, or with backup.",
        "Sound: the database, 1 sealed visits, 2 photos and files.",
    ]
    assert code.startswith("Newest code: ")
    changed = photos(folder)[0]
    harm(changed)
    (folder / ".half.tmp").write_text("x")
    done = english("--data", folder, "doctor", "--repair")
    assert done.code == 1
    done_to, evidence, *rest, _ = done.out.splitlines()
    assert done_to == "1 things were made anew or put into quarantine."
    assert evidence.startswith("✗ Evidence is not what was taken in: 城东厅 ")
    assert evidence.endswith(changed.relative_to(folder).as_posix())
    assert rest == [
        "! There is no backup yet. Make one under Data, Backup, or with backup.",
        "1 faults found; 1 sealed visits, 2 photos and files looked at.",
    ]


def test_doctor_needs_a_folder(english: Run, tmp_path: Path) -> None:
    done = english("--data", tmp_path / "none", "doctor")
    assert done.code == 1
    assert done.err == f"{tmp_path / 'none' / DATABASE_FILE} does not exist.\n"
    assert not (tmp_path / "none").exists()


@pytest.mark.ci
def test_a_window_keeps_a_restore_out_but_no_other_command(
    english: Run, folder: Path, tmp_path: Path
) -> None:
    english("--data", folder, "backup", "-o", tmp_path / "all.zip")
    with closing(Workspace(folder)):
        lock = lock_folder(folder)
        assert english("--data", folder, "restore", tmp_path / "all.zip").code == 1
        pack = folder / "packs" / "own"
        assert english("--data", folder, "import", pack).code == 0
        assert english("--data", folder, "backup", "-o", tmp_path / "more.zip").code == 0
        assert english("--data", folder, "doctor").code == 0
        lock.release()


@pytest.mark.ci
def test_another_process_keeps_a_restore_out(english: Run, folder: Path, tmp_path: Path) -> None:
    english("--data", folder, "backup", "-o", tmp_path / "all.zip")
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from inspector.workspace.workspace import Workspace\n"
        "workspace = Workspace(Path(sys.argv[1]))\n"
        "print('open', flush=True)\n"
        "time.sleep(60)\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, folder], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        done = english("--data", folder, "restore", tmp_path / "all.zip")
        assert done.code == 1
        assert done.err.startswith(f"{folder} is in use by another run of this program.")
    finally:
        other.kill()
        other.wait()
    assert english("--data", folder, "restore", tmp_path / "all.zip").code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("import", "packs/own"),
        ("export", "rectification", "-o", "ledger.xlsx"),
        ("export", "notice", "-o", "notices"),
        ("export", "all", "-o", "all"),
    ],
)
def test_a_command_that_writes_looks_first_after_a_clean_close_as_well(
    english: Run, folder: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    flip_page(folder / DATABASE_FILE, "own_phrase")
    before = (folder / DATABASE_FILE).read_bytes()
    done = english("--data", folder, *command)
    assert done.code == 1
    assert "is damaged and was left untouched" in done.err
    assert (folder / DATABASE_FILE).read_bytes() == before


def test_after_a_kill_a_command_looks_before_it_writes(english: Run, folder: Path) -> None:
    flip_page(folder / DATABASE_FILE, "own_phrase")
    (folder / "inspector.lock").write_bytes(b"open\n")
    before = (folder / DATABASE_FILE).read_bytes()
    done = english("--data", folder, "import", folder / "packs" / "own")
    assert done.code == 1
    assert done.err == (
        f"{folder / DATABASE_FILE} is damaged and was left untouched.\n"
        "  Look it over with doctor, and bring a backup back with restore; backups lie in"
        f" {folder / 'backups'}.\n"
    )
    assert (folder / DATABASE_FILE).read_bytes() == before
    assert (folder / "inspector.lock").read_bytes() == b"check\n"
