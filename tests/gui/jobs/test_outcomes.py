"""A job ends in one of four ways, each told as what it is; the machine's faults are real."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from inspector.gui.jobs.background import Background
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.program.crash_window import CrashWindow
from inspector.workspace.extent import Extent
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.faults import small_disk
from tests.gui.papers.photographed import LATELY, choose_lately, write_photographed
from tests.gui.visits.visit import CTRL, ESC, Person, at_the_window
from tests.gui.waiting import rest, wait_for
from tests.spoiling import cut_off, one_bit_changed, spoilt
from tests.written_once import Written

if TYPE_CHECKING:
    from inspector.domain.errors import InspectorError

OLD = b"what was there before"

SPOILT = [cut_off, pytest.param(one_bit_changed, marks=pytest.mark.ci)]


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_photographed)


def circular_into(person: Person, choose_file: ChooseFile, path: Path) -> None:
    """Begin the circular with its photos."""
    choose_lately(person)
    choose_file(path)
    person.press("t", ctrl=True)


def crash_window(person: Person) -> CrashWindow | None:
    found = person.window.findChild(CrashWindow)
    return found if found is not None and found.isVisible() else None


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def until_asked(hear: Hear) -> str:
    """Work that tells nothing, and ends when it is asked to stop."""
    while not QThread.currentThread().isInterruptionRequested():
        QThread.msleep(5)
    return "prepared"


@pytest.mark.ci
@pytest.mark.qt_no_exception_capture
@at_the_window
def test_no_memory_is_a_fault_of_ours_and_no_file_is_said_to_be_written(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "汇总.xlsx").write_bytes(OLD)
    session = person.window._session
    outcomes: list[Outcome] = []

    def write(apart: Workspace, path: Path, hear: Hear) -> None:
        def out_of_memory(done: int, total: int) -> None:
            bytearray(1 << 62)

        apart.reports.write_summary(path, Extent(LATELY), out_of_memory)

    choose_file(out / "汇总.xlsx")
    assert write_workbook(
        session, person.window, "汇总.xlsx", write, lambda path: True, outcomes.append
    )
    wait_for(lambda: outcomes)
    assert outcomes == [Outcome.FAILED]
    assert person.banner == (
        "汇总.xlsx was not written, by a fault of the program. What was there before is unchanged."
    )
    wait_for(lambda: crash_window(person))
    shown = crash_window(person)
    assert shown is not None
    shown.close()
    assert left_in(out) == ["汇总.xlsx"]
    assert (out / "汇总.xlsx").read_bytes() == OLD


@pytest.mark.qt_no_exception_capture
@at_the_window
@pytest.mark.ci
def test_a_slip_in_what_follows_is_a_fault_as_well(person: Person) -> None:
    outcomes: list[Outcome] = []

    def slip(result: object) -> None:
        raise KeyError("城东营业厅")

    def hear_end(outcome: Outcome, error: "InspectorError | None") -> None:
        outcomes.append(outcome)

    runner = person.window._session.runner
    job = Job("Working", lambda hear: None, slip, "Stopped.", "Failed.", ended=hear_end)
    assert runner.run(job)
    wait_for(lambda: outcomes)
    assert (outcomes, person.banner, runner.is_free) == ([Outcome.FAILED], "Failed.", True)
    wait_for(lambda: crash_window(person))
    shown = crash_window(person)
    assert shown is not None
    shown.close()


@pytest.mark.ci  # a whole ledger is written
@at_the_window
def test_a_folder_that_goes_meanwhile_is_refused(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    circular_into(person, choose_file, out / "通报.xlsx")
    wait_for(lambda: person.find(QLabel, "writingProgress", person.window).isVisible())
    shutil.rmtree(out)
    wait_for(lambda: person.banner != "")
    assert person.banner.startswith(f"{out / '通报.xlsx'} cannot be written: ")
    assert not out.exists()
    assert crash_window(person) is None


@pytest.mark.ci  # a whole ledger is written
@at_the_window
def test_a_disk_that_fills_up_is_refused_and_keeps_the_old_file(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    out = tmp_path / "stick"
    with small_disk(out, megabytes=1):
        (out / "其他.bin").write_bytes(bytes(1_020_000))  # photos on paper are small
        (out / "通报.xlsx").write_bytes(OLD)
        circular_into(person, choose_file, out / "通报.xlsx")
        wait_for(lambda: person.banner != "")
        assert person.banner.startswith(f"{out / '通报.xlsx'} cannot be written: the disk is full.")
        assert left_in(out) == ["其他.bin", "通报.xlsx"]
        assert (out / "通报.xlsx").read_bytes() == OLD


@pytest.mark.ci  # a whole ledger is written
@pytest.mark.parametrize("spoil", SPOILT)
@at_the_window
def test_a_file_cut_off_behind_our_back_is_not_called_written(
    person: Person, choose_file: ChooseFile, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "out" / "通报.xlsx"
    path.parent.mkdir()
    with spoilt(lambda each: each == path, spoil) as done:
        circular_into(person, choose_file, path)
        wait_for(lambda: person.banner != "")
    assert done == [path]
    assert person.banner == (
        f"{path} is not as it was written: the disk or another program spoils it."
        " Write it to another place, and look at the disk."
    )


@pytest.mark.ci
@pytest.mark.parametrize("spoil", SPOILT)
@at_the_window
def test_what_the_disk_spoils_at_once_does_not_take_the_place_of_the_old_file(
    person: Person, choose_file: ChooseFile, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "out" / "通报.xlsx"
    path.parent.mkdir()
    path.write_bytes(OLD)
    with spoilt(lambda each: each.parent == path.parent and each != path, spoil):
        circular_into(person, choose_file, path)
        wait_for(lambda: person.banner != "")
    assert "is not as it was written" in person.banner
    assert left_in(path.parent) == ["通报.xlsx"]
    assert path.read_bytes() == OLD


@pytest.mark.ci
@at_the_window
def test_what_was_done_before_it_could_be_stopped_is_told_as_done(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    session, path = person.window._session, tmp_path / "汇总.xlsx"

    def write(apart: Workspace, path: Path, hear: Hear) -> None:
        apart.reports.write_summary(path, Extent(LATELY))  # tells nothing on the way
        session.runner._task.ask_to_stop()  # type: ignore[union-attr]

    choose_file(path)
    assert write_workbook(session, person.window, path.name, write)
    wait_for(lambda: person.banner != "")
    assert person.banner.startswith(f"Written: {path}")
    assert load_workbook(path).sheetnames


@at_the_window
def test_a_stopped_job_that_can_be_taken_back_is(person: Person) -> None:
    session = person.window._session
    undone: list[object] = []
    runner = session.runner

    done: list[object] = []
    assert runner.run(
        Job("Checking", until_asked, done.append, "Stopped.", "Failed.", undone.append)
    )
    runner.stop()
    wait_for(lambda: person.banner != "")
    assert (done, undone, person.banner) == ([], ["prepared"], "Stopped.")


@at_the_window
def test_esc_that_nothing_else_wants_stops_it_as_well(person: Person) -> None:
    runner = person.window._session.runner
    undone: list[object] = []
    job = Job("Checking", until_asked, print, "Stopped.", "Failed.", undone.append)
    assert runner.run(job)
    person.press(ESC)
    wait_for(lambda: person.banner != "")
    assert (undone, person.banner, runner.is_free) == (["prepared"], "Stopped.", True)


@pytest.mark.ci
@at_the_window
def test_esc_on_the_page_of_backups_stops_it_where_nothing_is_asked(person: Person) -> None:
    runner = person.window._session.runner
    page = person.window.show_page("data")
    QTest.keyClick(page, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    person.press_with(CTRL, "b")
    wait_for(lambda: runner.is_free and person.focus == "backups")
    person.window.banner.hide()
    undone: list[object] = []
    job = Job("Checking", until_asked, print, "Stopped.", "Failed.", undone.append)
    assert runner.run(job)
    person.press(ESC)
    wait_for(lambda: person.banner != "")
    assert (undone, person.banner, runner.is_free) == (["prepared"], "Stopped.", True)


@at_the_window
def test_the_window_lives_while_a_photo_that_is_to_be_kept_is_waited_for(person: Person) -> None:
    queue, has_ticked = Background(person.window.session, keeps=True), Event()
    lived = list[bool]()

    def take_in() -> bool:
        return has_ticked.wait(5)

    queue.do(take_in, lived.append)
    QTimer.singleShot(0, has_ticked.set)
    person.window.close()
    assert lived == [True]
    assert not person.window.isVisible()


@at_the_window
def test_no_thread_outlives_the_window_and_nothing_begins_after_it(person: Person) -> None:
    session = person.window._session
    runner, queue, shown = session.runner, Background(session, keeps=True), Background(session)
    came, is_prepared = list[object](), Event()

    def take(what: object) -> None:
        came.append(what)
        is_prepared.set()

    job = Job("Working", until_asked, take, "Stopped.", "Failed.")
    assert runner.run(job)
    assert runner.beside(until_asked, came.append) is not None
    queue.do(lambda: "a photo", came.append)
    shown.do(is_prepared.wait, came.append)
    person.window.close()
    assert came == ["a photo", "prepared"]
    assert not [each for each in person.window.findChildren(QThread) if each.isRunning()]
    assert not runner.run(job)
    assert runner.beside(until_asked) is None
    queue.do(lambda: "a photo", came.append)
    rest(50)
    assert came == ["a photo", "prepared"]
