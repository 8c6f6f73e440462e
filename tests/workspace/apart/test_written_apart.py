"""A long paper is written elsewhere: the same paper, and nothing of it when it comes to nothing."""

import os
import resource
import signal
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from inspector.domain.errors import CannotWriteError, FileInUseError, ProcessEndedError
from inspector.domain.finding.ledger import LedgerFilter, LedgerOrder
from inspector.excel.sheet.export_progress import Progress
from inspector.excel.sheet.written_papers import papers_heard
from inspector.workspace.apart.ledger_apart import LedgerAsked, SentLedger, write_wanted
from inspector.workspace.apart.written_apart import Write, write_beside
from inspector.workspace.preferences import UNIT_NAME
from inspector.workspace.workspace import Workspace
from tests.storage.released import unpack

NOW = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=8)))
LEDGER: Write[SentLedger] = partial(
    write_wanted, LedgerAsked(LedgerFilter(), LedgerOrder(), fill_in=False)
)


class StoppedError(BaseException):
    """As the runner stops work."""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with closing(Workspace(unpack("v5", tmp_path / "data").parent, now=lambda: NOW)) as opened:
        yield opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def unheard(done: int, total: int) -> None:
    pass


def die(opened: Workspace, path: Path, hear: Progress) -> None:
    write_wanted(LEDGER.args[0], opened, path, hear)  # type: ignore[attr-defined]
    os.kill(os.getpid(), signal.SIGKILL)


def on_a_full_disk(opened: Workspace, path: Path, hear: Progress) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
    write_wanted(LEDGER.args[0], opened, path, hear)  # type: ignore[attr-defined]


def left_behind(workspace: Workspace, out: Path) -> list[str]:
    """What lies where papers are made and where they go, and what the ledger tells of them."""
    own = Path(tempfile.gettempdir())
    sent = workspace.database.rows("SELECT file_name FROM ledger_export")
    return [*map(str, (*own.iterdir(), *out.iterdir())), *(row["file_name"] for row in sent)]


@pytest.mark.ci
def test_it_is_the_same_paper(workspace: Workspace, out: Path) -> None:
    (out / "long").mkdir()
    path, other = out / "long" / "台账.xlsx", out / "台账.xlsx"
    with papers_heard() as papers:
        sent = write_beside(workspace, LEDGER, path, unheard, is_long=True)
    assert write_beside(workspace, LEDGER, other, unheard, is_long=False) == sent
    assert path.read_bytes() == other.read_bytes()
    assert papers.paths == [path]
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


@pytest.mark.ci
def test_who_stops_it_finds_nothing(workspace: Workspace, out: Path) -> None:
    target = out / "台账.xlsx"
    target.write_bytes(b"before")

    def stop(done: int, total: int) -> None:
        if total:  # it is under way
            raise StoppedError

    with pytest.raises(StoppedError):
        write_beside(workspace, LEDGER, target, stop, is_long=True)
    assert left_behind(workspace, out) == [str(target)]
    assert target.read_bytes() == b"before"


@pytest.mark.ci
def test_a_process_that_is_killed_leaves_nothing(workspace: Workspace, out: Path) -> None:
    with pytest.raises(ProcessEndedError):
        write_beside(workspace, die, out / "台账.xlsx", unheard, is_long=True)
    assert left_behind(workspace, out) == []


@pytest.mark.ci
def test_a_full_disk_is_told(workspace: Workspace, out: Path) -> None:
    with pytest.raises(CannotWriteError) as error:
        write_beside(workspace, on_a_full_disk, out / "台账.xlsx", unheard, is_long=True)
    assert error.value.path == Path(tempfile.gettempdir())  # the one that is full
    assert left_behind(workspace, out) == []


def test_a_file_that_is_open_elsewhere_is_told_before_anything_is_done(
    workspace: Workspace, out: Path
) -> None:
    target = out / "台账.xlsx"
    target.write_bytes(b"before")
    (out / ".~台账.xlsx").touch()
    heard: list[int] = []
    with pytest.raises(FileInUseError):
        write_beside(workspace, LEDGER, target, lambda *_: heard.append(1), is_long=True)
    assert heard == []
    assert target.read_bytes() == b"before"


def test_the_data_is_not_written_over(workspace: Workspace) -> None:
    with pytest.raises(CannotWriteError):
        write_beside(workspace, LEDGER, workspace.database.path, unheard, is_long=True)


@pytest.mark.ci
def test_two_at_once_while_somebody_writes(workspace: Workspace, out: Path) -> None:
    sent: list[SentLedger] = []

    def write(name: str) -> None:
        sent.append(write_beside(workspace, LEDGER, out / name, unheard, is_long=True))

    threads = [Thread(target=write, args=(name,)) for name in ("a.xlsx", "b.xlsx")]
    for thread in threads:
        thread.start()
    written = 0
    while any(thread.is_alive() for thread in threads):
        written += 1
        workspace.preferences.set(UNIT_NAME, f"示例{written}")
    assert written > 1
    first, second = sent
    assert first.findings == second.findings
    for path in sorted(out.iterdir()):
        workspace.ledger_exports.record_sent(first.findings, path)
    finding = workspace.findings.ledger()[0].id
    told = [entry.event for entry in workspace.findings.history(finding)][-2:]
    assert sorted(getattr(event, "file_name", "") for event in told) == ["a.xlsx", "b.xlsx"]
