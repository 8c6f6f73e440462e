"""Killed with photos that the disk refused, the program has them at its next start, each once."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.evidence.evidence_book import EvidenceBook
from tests.conftest import RunMain
from tests.faults import drive, locked, write_protected
from tests.gui.visits.disk import Disk
from tests.gui.visits.folder import write_folder
from tests.lengths import in_turn

Fault = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def emptied_again(folder: Path) -> Iterator[None]:
    """The program fills the disk itself: on a full one it does not start."""
    yield
    (folder.parent / "ballast").unlink()


FAULTS: dict[str, Fault] = {
    "locked": locked,
    "full": emptied_again,
    "write-protected": write_protected,
}


def _kill(folder: Path, keys: str) -> None:
    """Let the program press keys in a process of its own and be killed behind the last."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.e2e.killed", str(folder), keys],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("fault", in_turn(list(FAULTS), every=3))
def test_photos_outlive_a_kill(
    run_main: RunMain, home: Path, tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    folder = tmp_path / "drive" / "data"
    with drive(tmp_path / "drive"):
        write_folder(folder)
        with FAULTS[fault](folder):
            if fault == "full":
                _kill(folder, "█▣1▣3▣▣▣")
            else:
                _kill(folder, "▣1▣3▣▣")
                _kill(folder, "▣")  # what waits already is not lost over it
        found: list[tuple[str, int]] = []

        def look(window: MainWindow) -> None:
            workspace = window._session.workspace
            book: EvidenceBook = workspace.evidence
            rows = Disk(folder).rows("SELECT item_id, digest, suffix FROM evidence ORDER BY rowid")
            assert all(book.files.verify(digest, suffix) for _, digest, suffix in rows)
            items = [item for item, _, _ in rows]
            found.extend((item, items.count(item)) for item in dict.fromkeys(items))
            assert Disk(folder).verdicts() == {"greet": "pass", "uniform": "na"}

        for _ in range(2):  # and none of them a second time
            found.clear()
            assert run_main(look, "--data", str(folder), "--lang", "en") == 0
            assert found == [("greet", 1), ("uniform", 1), ("quarrel", 3)]
        left = [*home.rglob("*unsaved*"), *folder.rglob("*unsaved*")]
        assert left == []
