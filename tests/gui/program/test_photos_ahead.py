"""Photos that nobody has seen get their copies while nobody is at the window, and only then."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs.runner import Job
from inspector.gui.program import photos_ahead
from inspector.gui.program.photos_ahead import PhotosAhead
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.workspace import Workspace
from tests.conftest import RunMain
from tests.gui.waiting import wait_for
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach

LONG = 100_000_000


@pytest.fixture
def photos(folder: Path) -> list[Evidence]:
    """Two photos of the open visit, taken in without a window."""
    with closing(Workspace(folder)) as workspace:
        return [take(workspace, colour) for colour in ("red", "blue")]


def take(workspace: Workspace, colour: str) -> Evidence:
    (visit,) = workspace.database.rows("SELECT id FROM inspection")
    card = workspace.inspections.sheet(visit["id"]).scorecards[1]
    prepared = workspace.evidence.prepare(jpeg(colour), "a.jpg")
    return attach(
        workspace.evidence, prepared, visit["id"], card.id, "greet", EvidenceOrigin.CHOSEN
    )[0]


def at_the_window(
    run_main: RunMain, folder: Path, work: Callable[[MainWindow, PhotosAhead], None]
) -> None:
    def drive(window: MainWindow) -> None:
        ahead = window.findChild(PhotosAhead)
        assert isinstance(ahead, PhotosAhead)
        work(window, ahead)
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


def lacking(window: MainWindow, photos: list[Evidence]) -> list[Evidence]:
    return list(filter(window.session.workspace.of(PaperPhotos).lacks, photos))


def has_ended(window: MainWindow, ahead: PhotosAhead) -> bool:
    return ahead.is_done and not ahead.is_working and window.session.runner.is_still


@pytest.mark.ci
def test_they_are_made_once_and_again_when_a_bundle_came(
    run_main: RunMain, folder: Path, photos: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos_ahead, "REST", 0)

    def work(window: MainWindow, ahead: PhotosAhead) -> None:
        assert lacking(window, photos) == photos
        wait_for(partial(has_ended, window, ahead))
        assert lacking(window, photos) == []
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        window.session.changed.emit(Changes(findings=True))
        assert not ahead._timer.isActive()  # and stays ended
        came = take(window.session.workspace, "green")
        window.session.changed.emit(Changes(laptops=True))
        assert not ahead.is_done
        wait_for(partial(has_ended, window, ahead))
        assert lacking(window, [came]) == []

    at_the_window(run_main, folder, work)


def press_a_key(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)


def change_something(window: MainWindow) -> None:
    window.session.changed.emit(Changes(findings=True))


def begin_a_job(window: MainWindow) -> None:
    job = Job("…", work=lambda hear: None, done=lambda result: None)
    assert window.session.runner.run(job)


@pytest.mark.ci
@pytest.mark.parametrize("act", [press_a_key, change_something, begin_a_job])
def test_whoever_does_something_ends_it_and_it_goes_on_afterwards(
    run_main: RunMain,
    folder: Path,
    photos: list[Evidence],
    act: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photos_ahead, "REST", LONG)

    def work(window: MainWindow, ahead: PhotosAhead) -> None:
        runner = window.session.runner
        wait_for(lambda: runner.is_still)
        ahead._timer.start(0)  # it has rested
        wait_for(lambda: ahead.is_working)
        act(window)
        assert not ahead.is_working
        wait_for(lambda: runner.is_still)
        assert not ahead.is_done
        assert ahead._timer.interval() == LONG
        ahead._timer.start(0)
        wait_for(partial(has_ended, window, ahead))
        assert lacking(window, photos) == []

    at_the_window(run_main, folder, work)


def test_beside_what_goes_on_it_does_not_begin_and_the_window_that_closes_ends_it(
    run_main: RunMain, folder: Path, photos: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos_ahead, "REST", LONG)

    def work(window: MainWindow, ahead: PhotosAhead) -> None:
        runner = window.session.runner
        wait_for(lambda: runner.is_still)
        go_on = Event()
        assert runner.beside(lambda hear: go_on.wait(60))
        ahead._begin()
        assert not ahead.is_working
        assert ahead._timer.interval() == LONG
        go_on.set()
        wait_for(lambda: runner.is_still)
        ahead._begin()
        assert ahead.is_working

    at_the_window(run_main, folder, work)
