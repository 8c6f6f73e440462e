"""Every change behind the program is told: by the doctor, on papers, by verify."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.domain.errors import NotCompletedError, NothingToExportError
from inspector.domain.record.journal import code_in
from inspector.storage.backups.daily_backups import make_backup
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.extent import Extent, Period
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.keeping.verifying import verify_backup, verify_code
from inspector.workspace.workspace import Workspace
from tests.lengths import in_turn
from tests.storage.make_released import Maker
from tests.storage.released import unpack
from tests.workspace.keeping.marked_papers import NOVEMBER, OCTOBER, marked, papers
from tests.workspace.keeping.tampering import TAMPERINGS, Tampering, fingerprint

NOW = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=8)))
LATER = datetime(2026, 11, 21, 10)
BOTH = Extent(Period(date(2026, 10, 1), date(2026, 11, 30)))
UNNAMED = {Trouble.NO_BACKUP, Trouble.LITTLE_SPACE, Trouble.UNNAMED_EVIDENCE}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder that this program wrote entry by entry, and one of the past that was taken in."""
    place = tmp_path_factory.mktemp("kept")
    Maker(place / "written").make()  # type: ignore[no-untyped-call]
    unpack("v5", place / "taken in")
    for name in ("written", "taken in"):
        with closing(Workspace(place / name, lambda: NOW)):
            pass
    return {name: place / name for name in ("written", "taken in")}


ORIGINS = ["written", "taken in"]


@pytest.fixture
def folder(origin: str, kept: dict[str, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept[origin], tmp_path / "data"))


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[[], Workspace]]:
    workspaces: list[Workspace] = []

    def once() -> Workspace:
        workspaces.append(Workspace(folder, lambda: NOW))
        return workspaces[-1]

    yield once
    for each in workspaces:
        each.close()


def told(folder: Path) -> set[Trouble]:
    return {remark.trouble for remark in examine(folder, LATER).remarks} - UNNAMED


def code_of(folder: Path) -> tuple[int, str]:
    """What a paper printed today would say."""
    with closing(Workspace(folder)) as workspace:
        head = JournalStore(workspace.database).head()
        assert head is not None
        read = code_in(head.code)
        assert read is not None
        return read


@pytest.mark.ci
@pytest.mark.parametrize("origin", ORIGINS)
def test_nothing_is_said_of_what_the_program_did(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    assert told(folder) == set()
    code, backup = code_of(folder), make_backup(folder / "inspector.db", tmp_path / "b", LATER)
    assert verify_code(folder, *code).holds
    assert verify_backup(folder, backup.path).holds
    for number, extent in enumerate((OCTOBER, NOVEMBER)):
        for name, path in papers(opened(), tmp_path / str(number), extent).items():
            assert not marked(path), name
    assert told(folder) == set()
    after = verify_code(folder, *code)  # what went out was entered since
    assert after.holds
    assert after.later > 0
    assert verify_backup(folder, backup.path).holds


@pytest.mark.parametrize(("name", "origin"), in_turn(list(TAMPERINGS), ORIGINS, every=4))
def test_it_is_told(name: str, folder: Path, tmp_path: Path) -> None:
    tampering = TAMPERINGS[name]
    code, backup = code_of(folder), make_backup(folder / "inspector.db", tmp_path / "b", LATER)
    before = fingerprint(folder)
    tampering.do(folder)
    assert fingerprint(folder) != before  # it did change something
    remarks = told(folder)
    assert tampering.doctor <= remarks
    assert bool(tampering.doctor) == bool(remarks)
    assert not verify_code(folder, *code).holds
    assert not verify_backup(folder, backup.path).holds


@pytest.mark.ci
@pytest.mark.parametrize(("tampering", "origin"), in_turn(TAMPERINGS, ORIGINS, every=8))
def test_papers_are_marked(
    tampering: Tampering, folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    tampering.do(folder)
    workspace = opened()
    if tampering.papers is not None:
        said = marks(workspace, tmp_path / "out")
        assert {paper for paper, is_marked in said.items() if is_marked} == tampering.papers & {
            *said
        }
    if tampering.minutes:
        path = workspace.reports.write_minutes(tmp_path / "minutes.xlsx", NOVEMBER)
        assert marked(path)


def marks(workspace: Workspace, out: Path) -> dict[str, bool]:
    """Which papers are marked: of October, or of both months where October is empty now."""
    try:
        written = papers(workspace, out, OCTOBER)
    except (NothingToExportError, NotCompletedError, AssertionError):
        written = papers(workspace, out, BOTH)
    return {name: marked(path) for name, path in written.items()}
