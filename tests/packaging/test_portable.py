"""A portable program: its data lie beside it, wherever its folder is, and only then."""

import json
import shutil
import signal
from pathlib import Path

import pytest

from inspector.paths import PORTABLE_MARKER
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import ended_well
from tests.faults import read_only_disk, small_disk
from tests.packaging.assembled import LATER_STEP, ROOT, Assembled, assembled, end, wait_for

pytestmark = pytest.mark.ci  # each start is a process: some ten seconds

ROSTER = ROOT / "tests" / "excel" / "samples" / "roster-telecom-tidy.xlsx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Assembled:
    """A program with its data beside it."""
    folder = tmp_path_factory.mktemp("made")
    program = assembled(folder / "program", folder / "home")
    (program.folder / PORTABLE_MARKER).touch()
    assert program.run("import", ROSTER)[0] == 0
    return program


@pytest.fixture
def stick(made: Assembled, tmp_path: Path) -> Assembled:
    """A copy of it in a folder with blanks and Chinese, of another person."""
    folder = shutil.copytree(made.folder, tmp_path / "U盘 一" / "文明窗口 检查 (1)")
    (tmp_path / "home").mkdir()
    return Assembled(folder, tmp_path / "home")


def sites(program: Assembled) -> list[str]:
    code, out, err = program.run("list", "sites", "--json")
    assert (code, err) == (0, "")
    return [site["name"] for site in json.loads(out)]


def of_data(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in (".db", ".ini", ".conf")]


def test_its_data_and_the_places_of_its_window_lie_beside_it(stick: Assembled) -> None:
    assert (stick.folder / "data" / DATABASE_FILE).is_file()
    window = stick.begin()
    wait_for(lambda: not ended_well(stick.folder / "data"))
    assert stick.run() == (0, "", "")  # a second start brings the first forward, and ends
    assert window.poll() is None
    window.send_signal(signal.SIGTERM)
    assert end(window) == (0, "", "")
    assert of_data(stick.home) == []
    assert of_data(stick.folder / "settings")
    assert sites(stick)


def test_the_folder_may_be_moved_with_its_data(stick: Assembled) -> None:
    before = sites(stick)
    moved = stick.folder.parent.parent / "E 盘"
    stick.folder.rename(moved)
    assert sites(Assembled(moved, stick.home)) == before


def test_a_newer_program_in_the_same_folder_takes_the_data_over(
    stick: Assembled, tmp_path: Path
) -> None:
    before = sites(stick)
    newer = assembled(tmp_path / "newer", stick.home, "99.0.0", LATER_STEP)
    shutil.copytree(newer.folder, stick.folder, dirs_exist_ok=True)  # as a ZIP laid over it
    assert sites(stick) == before
    assert "99.0.0" in stick.run("--version")[1]


@pytest.mark.parametrize("is_folder", [False, True])
def test_without_the_marker_the_data_are_the_persons(stick: Assembled, is_folder: bool) -> None:
    (stick.folder / PORTABLE_MARKER).unlink()
    if is_folder:
        (stick.folder / PORTABLE_MARKER).mkdir()
    code, _, err = stick.run("list", "sites", "--lang", "en")
    assert code == 1
    assert str(stick.home) in err


@pytest.mark.parametrize("has_data", [False, True])
def test_a_stick_that_takes_nothing_is_told_in_one_sentence(
    made: Assembled, tmp_path: Path, has_data: bool
) -> None:
    disk = tmp_path / "只读 U盘"
    with small_disk(disk, 64):
        program = Assembled(shutil.copytree(made.folder, disk / "检查"), tmp_path)
        if not has_data:
            shutil.rmtree(program.folder / "data")
        with read_only_disk(disk):
            for words in (("--exit-when-ready",), ("import", str(ROSTER))):
                code, out, err = program.run(*words, "--lang", "en")
                assert (code, out) == (1, "")
                assert len(err.splitlines()) == 1, err
                assert str(program.folder / "data") in err
            if has_data:
                assert sites(program)  # reading goes on
