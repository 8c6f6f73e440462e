"""Garbage is collected where the window is, never by a thread that reads or writes."""

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.program import collecting
from inspector.gui.program.built_ahead import BuiltAhead
from tests.conftest import RunMain
from tests.gui.waiting import wait_for


class Circle:
    """Garbage that only the collector finds; it tells who did."""

    def __init__(self, found: Callable[[int], object]) -> None:
        self.itself, self._found = self, found

    def __del__(self) -> None:
        self._found(threading.get_ident())


@pytest.mark.ci
def test_only_the_thread_of_the_window_collects(run_main: RunMain, tmp_path: Path) -> None:
    collected: list[int] = []
    left = 3 * gc.get_threshold()[0]

    def make() -> None:
        for _ in range(left):
            Circle(collected.append)

    def drive(window: MainWindow) -> None:
        elsewhere = threading.Thread(target=make)
        elsewhere.start()
        elsewhere.join()
        assert collected == []
        wait_for(lambda: len(collected) == left)
        assert set(collected) == {threading.get_ident()}
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en") == 0
    assert gc.isenabled()  # what has no window collects as Python does


@pytest.mark.ci
def test_what_became_old_is_collected_once_nothing_is_made_any_more(
    run_main: RunMain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "OLD", 2)
    collected: list[int] = []
    held: list[list[object]] = []

    def drive(window: MainWindow) -> None:
        ahead = window.findChild(BuiltAhead)
        assert ahead is not None
        ahead.deleteLater()  # which leaves what there is when it is done out of all later looks
        circle = Circle(collected.append)
        for _ in range(collecting.OLD * collecting.TO_OLD + 1):
            held.append([[] for _ in range(2 * collecting.YOUNG)])
            wait_for(lambda: gc.get_count()[0] < collecting.YOUNG)  # they were looked through
        assert any(each is circle for each in gc.get_objects(generation=2))
        assert not collected
        del circle
        wait_for(lambda: collected)
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en") == 0
