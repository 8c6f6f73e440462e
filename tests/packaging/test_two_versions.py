"""A later program and this one, each in a folder of its own, on the same data: really run."""

import json
import shutil
import signal
from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import ended_well
from tests.packaging.assembled import LATER_STEP, Assembled, assembled, end, wait_for
from tests.storage.released import steps_of

pytestmark = pytest.mark.ci  # each start is a process: some ten seconds

LATER = "99.2.0"


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> Assembled:
    """This program."""
    folder = tmp_path_factory.mktemp("now")
    return assembled(folder / "inspector", folder / "home")


@pytest.fixture(scope="module")
def later(now: Assembled, tmp_path_factory: pytest.TempPathFactory) -> Assembled:
    """The program after an update, with a step of the schema more; of the same person."""
    return assembled(tmp_path_factory.mktemp("later") / "inspector", now.home, LATER, LATER_STEP)


@pytest.fixture(scope="module")
def sample(now: Assembled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What this program wrote."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    assert now.run("demo", folder, "--inspections", "1", "--until", "2026-11-27")[0] == 0
    return folder


@pytest.fixture
def data(sample: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(sample, tmp_path / "数据 一")


def visits(program: Assembled, data: Path) -> object:
    code, out, err = program.run("list", "inspections", "--json", "--data", data)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_an_update_keeps_what_was_written_and_a_copy_as_it_was(
    now: Assembled, later: Assembled, data: Path
) -> None:
    before = visits(now, data)
    assert before
    assert LATER in later.run("--version")[1]
    assert later.run("--exit-when-ready", "--data", data) == (0, "", "")
    assert visits(later, data) == before
    assert steps_of(data / DATABASE_FILE)[-1] == LATER_STEP
    (copy,) = (data / "backups").glob("*before-update*")
    assert steps_of(copy) == steps_of(data / DATABASE_FILE)[:-1]


@pytest.mark.parametrize(
    "words", [("--exit-when-ready",), ("list", "sites"), ("export", "summary", "-o", "out.xlsx")]
)
def test_an_older_program_says_in_one_sentence_that_the_data_are_newer(
    now: Assembled, later: Assembled, data: Path, words: tuple[str, ...]
) -> None:
    visits(later, data)
    before = (data / DATABASE_FILE).read_bytes()
    for language, sentence in (("en", "newer version of this program"), ("zh_CN", "更新")):
        code, out, err = now.run(*words, "--data", data, "--lang", language)
        assert (code, out) == (1, "")
        assert sentence in err
        assert len(err.splitlines()) == 1, err
    assert (data / DATABASE_FILE).read_bytes() == before


def test_nothing_is_updated_under_the_window_of_an_older_program(
    now: Assembled, later: Assembled, data: Path
) -> None:
    steps = steps_of(data / DATABASE_FILE)
    window = now.begin("--data", data)
    try:
        wait_for(lambda: not ended_well(data))
        # A second start rings until the first has its window: it comes forward, whoever rang.
        assert later.run("--data", data) == (0, "", "")
        code, out, err = later.run("list", "sites", "--data", data, "--lang", "en")
        assert (code, out) == (1, "")
        assert "in use by another run" in err
        assert len(err.splitlines()) == 1
        assert window.poll() is None
    finally:
        window.send_signal(signal.SIGTERM)
        ended = end(window)
    assert ended == (0, "", "")
    assert steps_of(data / DATABASE_FILE) == steps
    assert visits(later, data)
    assert steps_of(data / DATABASE_FILE) == [*steps, LATER_STEP]


def test_two_versions_with_the_same_tables_take_turns(
    now: Assembled, data: Path, tmp_path: Path
) -> None:
    other = assembled(tmp_path / "另一版", now.home, "0.0.9")
    assert "0.0.9" in other.run("--version")[1]
    before = visits(now, data)
    for program in (other, now, other):
        assert program.run("--exit-when-ready", "--data", data) == (0, "", "")
        assert visits(program, data) == before
