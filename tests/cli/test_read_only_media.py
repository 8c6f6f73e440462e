"""A folder on a disk that takes nothing, and one of somebody else's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from tests.cli.conftest import ROOT, Run
from tests.faults import read_only_disk, small_disk
from tests.storage.raw_files import NOBODY, contents, run_sql_and_crash
from tests.workspace.kept import fill
from tests.workspace.visiting import dump

LATER = "INSERT INTO site (id, name) VALUES ('later', '后来的厅')"


@pytest.fixture(params=["closed", "killed"])
def sealed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A data folder on a disk that is read only; of a run that was killed, its log is there."""
    with small_disk(tmp_path / "disk", 32):
        folder = tmp_path / "disk" / "data"
        fill(folder)
        if request.param == "killed":
            run_sql_and_crash(folder / DATABASE_FILE, LATER)
            (folder / "inspector.lock").write_bytes(b"open\n")
        with read_only_disk(tmp_path / "disk"):
            yield folder


@pytest.mark.ci
@pytest.mark.parametrize(
    "words",
    [
        ["export", "summary", "-o", "out.xlsx", "--from", "2026-01", "--to", "2027-12"],
        ["export", "record", "-o", "out", "--from", "2026-01", "--to", "2027-12"],
        ["export", "rectification", "--photos", "-o", "o.xlsx", "--from", "2020-01"],
        ["export", "all", "-o", "all", "--from", "2026-01", "--to", "2027-12"],
        ["doctor"],
        ["backup", "-o", "all.zip"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_it_is_read_and_nothing_is_written_beside_it(
    english: Run, sealed: Path, words: list[str]
) -> None:
    before = contents(sealed.parent)
    done = english("--data", sealed, *words)
    assert (done.code, done.err) == (0, "") or "not set" in done.err or "blank" in done.err
    assert done.code == 0
    assert contents(sealed.parent) == before
    if words[0] != "doctor":
        assert Path(words[words.index("-o") + 1]).exists()


def test_what_would_write_is_refused_with_one_sentence(english: Run, sealed: Path) -> None:
    before = contents(sealed.parent)
    for words in (
        ["import", ROOT / "checklists" / "hospital"],
        ["export", "notice", "-o", "notices", "--from", "2020-01"],
    ):
        done = english("--data", sealed, *words)
        assert done.code == 1
        assert "the disk or folder is read-only" in done.err
        assert len(done.err.splitlines()) == 1
    assert contents(sealed.parent) == before


def test_a_folder_on_it_can_be_brought_back(english: Run, sealed: Path, tmp_path: Path) -> None:
    before = contents(sealed.parent)
    done = english("--data", tmp_path / "mine", "restore", sealed)
    assert (done.code, done.err) == (0, "")
    assert contents(sealed.parent) == before
    assert ("后来的厅" in str(dump(tmp_path / "mine"))) == (sealed / "inspector.db-wal").exists()


# Somebody else's


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """A data folder below one that only its user may enter, as a home of mode 700."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs root")
    folder = tmp_path / "home-of-another" / "data"
    fill(folder)
    folder.parent.chmod(0o700)
    above = [folder.parent.parent, *folder.parent.parent.parents]
    for path in above:
        if path.stat().st_uid == 0 and path != Path("/") and len(path.parts) > 2:
            path.chmod(path.stat().st_mode | 0o011)
    return folder


@pytest.mark.ci
@pytest.mark.parametrize(
    "words",
    [
        ["--data", "{}", "doctor"],
        ["--data", "{}", "export", "summary", "-o", "/tmp/never.xlsx"],
        ["--data", "{}", "backup", "-o", "/tmp/never.zip"],
        ["--data", "{}", "import", str(ROOT / "checklists" / "hospital")],
        ["--data", "{}", "--exit-when-ready"],
        ["--data", "{}", "restore", str(ROOT)],
        ["--data", "/tmp/never", "restore", "{}"],
        ["--data", "/tmp/never", "import", "{}/packs/own"],
        ["check", "{}/packs/own"],
    ],
    ids=" ".join,
)
def test_another_user_s_folder_is_not_said_to_be_missing(private: Path, words: list[str]) -> None:
    if not _may_be_read(ROOT):
        pytest.skip("this clone lies where another user may not enter")
    script = (
        f"import os, sys; os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "from inspector.__main__ import main\n"
        "sys.exit(main(['--lang', 'en', *sys.argv[1:]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *(word.format(private) for word in words)],
        cwd=ROOT,
        env={**os.environ, "HOME": "/nonexistent", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert "ermission denied" in done.stderr
    assert "does not exist" not in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("/tmp/never").exists()


def _may_be_read(folder: Path) -> bool:
    done = subprocess.run(
        [shutil.which("setpriv") or "false", "--reuid", str(NOBODY), "ls", str(folder)],
        capture_output=True,
    )
    return done.returncode == 0
