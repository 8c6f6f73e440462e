"""A person at the window while its gaps are timed: what is pressed, and when it has come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs.background import Background
from inspector.gui.jobs.runner import Runner
from inspector.workspace.workspace import Workspace
from tests.bench.liveness.gaps import Gaps, until, watch

CTRL = Qt.KeyboardModifier.ControlModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier

REST = 0.25
"""Seconds after what was asked for, in which what follows by itself follows."""

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Desk:
    """The window of a data folder, and `rounds`: how much of a repeated thing is done."""

    window: MainWindow
    workspace: Workspace
    folder: Path
    rounds: int
    busy: list[Runner | Background] = field(default_factory=list)

    def timed(self, done: Act | None = None, /, **acts: Act) -> Gaps:
        """Do one thing after the other, each until it has come, and rest; return the gaps."""
        with watch(self.window) as gaps:
            for gaps.doing, act in acts.items():
                self.do(act, done)
        return gaps

    def do(self, act: Act, done: Act | None = None) -> None:
        """Do something in the loop until `done`, and until nothing is under way any more."""
        begun = perf_counter()

        def has_come() -> bool:
            if perf_counter() - begun < REST or not self.is_quiet:
                return False
            return bool(done is None or done())

        until(self.window, act, has_come)

    def wait(self, condition: Act) -> None:
        """Let the loop run until something is so."""
        until(self.window, lambda: None, condition)

    @property
    def is_quiet(self) -> bool:
        """Nothing that was asked for is under way beside the window.

        Whoever was at work is asked first: to look for all of them goes through every widget, and
        what is timed would hardly get Python's lock.
        """
        if not any(isValid(each) and _is_busy(each) for each in self.busy):
            found: list[Runner | Background] = [*self.window.findChildren(Runner)]
            found += self.window.findChildren(Background)
            self.busy[:] = [each for each in found if _is_busy(each)]
        return not self.busy

    def press(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget() or self.window
        if isinstance(key, str):
            QTest.keyClicks(focus, key, modifier)
        else:
            QTest.keyClick(focus, key, modifier)

    def close(self) -> None:
        """Close the window."""
        self.window.close()


def _is_busy(worker: Runner | Background) -> bool:
    return not worker.is_free if isinstance(worker, Runner) else bool(worker.open_jobs)


@contextmanager
def chosen(folder: Path) -> Iterator[list[Path]]:
    """Let whatever is asked where to write go into `folder`, by the name that is proposed."""
    before, places = QFileDialog.getSaveFileName, list[Path]()

    def choose(_parent: object, _title: str, proposed: str, *_: object, **__: object) -> object:
        places.append(folder / Path(proposed).name)
        return str(places[-1]), ""

    QFileDialog.getSaveFileName = choose  # type: ignore[method-assign, assignment]
    try:
        yield places
    finally:
        QFileDialog.getSaveFileName = before  # type: ignore[method-assign]
