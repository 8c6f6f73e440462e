"""`inspector passphrase`, and backups that need one; the words come from a file, never argv."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.workspace.keeping.window_password import set_password
from inspector.workspace.preferences import WINDOW_PASSWORD
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.kept import fill
from tests.workspace.visiting import dump

WORDS, OTHER = "桌上的 绿萝 三片叶", "window seat 14"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


def written(path: Path, words: str) -> Path:
    path.write_text(words, "utf-8")
    return path


def test_what_cannot_be_done_is_said_and_changes_nothing(
    english: Run, folder: Path, tmp_path: Path
) -> None:
    def refused(code: int, said: str, *words: str | Path) -> None:
        done = english("--data", folder, "passphrase", *words)
        assert (done.code, done.out, done.err.strip()) == (code, "", said)

    english("--data", folder, "passphrase", "status")
    refused(2, "There is no passphrase to change or remove.", "change")
    refused(2, "There is no passphrase to change or remove.", "remove")
    refused(2, "There is nobody to ask: name a file with the passphrase.", "set")
    empty = written(tmp_path / "empty", "\nnot this")
    refused(2, f"The first line of {empty} is empty.", "set", "--passphrase-file", empty)
    short = written(tmp_path / "short", "1234567\n")
    refused(
        1,
        "A passphrase needs at least 8 characters; several words are easy to keep in mind.",
        "set",
        "--passphrase-file",
        short,
    )
    done = english("--data", folder, "passphrase", "status")
    assert done.out.startswith("None: whoever finds")


@pytest.mark.ci
def test_a_backup_is_locked_and_comes_back(english: Run, folder: Path, tmp_path: Path) -> None:
    words = written(tmp_path / "words", f"\ufeff{WORDS}\r\n")
    other = written(tmp_path / "other", OTHER)
    done = english("--data", folder, "passphrase", "set", "--passphrase-file", words)
    assert done.code == 0
    assert "nobody can open the copies" in done.out
    again = english("--data", folder, "passphrase", "set", "--passphrase-file", words)
    assert again.code == 2
    saved = tmp_path / "all.zip"
    assert english("--data", folder, "backup", "-o", saved).code == 0
    back, text = tmp_path / "back", dump(folder)
    needed = english("--data", back, "restore", saved)
    assert (needed.code, "is locked: its passphrase is needed" in needed.err) == (1, True)
    assert needed.err.endswith("There is nobody to ask: --passphrase-file names a file with it.\n")
    wrong = english("--data", back, "restore", saved, "--passphrase-file", other)
    assert wrong.err == f"That is not the passphrase of {saved}. Nothing was changed.\n"
    assert not back.exists()
    assert english("--data", back, "restore", saved, "--passphrase-file", words).code == 0
    assert dump(back) == text
    assert english("--data", folder, "verify", saved, "--passphrase-file", words).code == 0
    changed = english(
        "--data", back, "passphrase", "change",
        "--passphrase-file", words, "--new-passphrase-file", other,
    )  # fmt: skip
    assert changed.out.endswith("copies made before open with the one before.\n")
    nobody = english("--data", back, "passphrase", "remove")
    assert (nobody.code, nobody.err.split(":")[0]) == (2, "There is nobody to ask")
    wrong = english("--data", back, "passphrase", "remove", "--passphrase-file", words)
    assert (wrong.code, wrong.err[:27]) == (1, "That is not the passphrase ")
    kept = english("--data", back, "backup", "-o", tmp_path / "kept.zip")
    assert "It is locked with the passphrase." in kept.out
    gone = english("--data", back, "passphrase", "remove", "--passphrase-file", other)
    assert (gone.code, gone.out[:37]) == (0, "Copies made from now on are not locked"[:37])
    opened = english("--data", back, "backup", "-o", tmp_path / "open.zip")
    assert (opened.code, "It is not locked" in opened.out) == (0, True)
    assert english("--data", tmp_path / "third", "restore", tmp_path / "open.zip").code == 0


def test_a_forgotten_password_of_the_window_is_taken_away(english: Run, folder: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        set_password(workspace.preferences, "1234")
    done = english("--data", folder, "unlock")
    assert (done.code, done.out.split(";")[0]) == (0, "The window is locked no more")
    with closing(Workspace(folder)) as workspace:
        assert workspace.preferences.get(WINDOW_PASSWORD) == ""


@pytest.mark.ci  # to guard a key takes seconds
def test_a_forgotten_passphrase_is_taken_away_for_copies_to_come(
    english: Run, folder: Path, tmp_path: Path
) -> None:
    words = written(tmp_path / "words", WORDS)
    english("--data", folder, "passphrase", "set", "--passphrase-file", words)
    assert english("--data", folder, "passphrase", "change", "--forgotten").code == 2
    done = english("--data", folder, "passphrase", "remove")
    assert done.code == 2  # nobody is there to be asked
    done = english("--data", folder, "passphrase", "remove", "--forgotten")
    assert (done.code, done.err) == (0, "")
    assert english("--data", folder, "passphrase", "status").out.startswith("None: whoever")
