"""The real program, worked with at random and without end: it has to be killed.

    python -m tests.durability.worker DATA JOURNAL SCRATCH SEED

`main()` opens DATA without a screen and runs its own event loop, in which somebody scores, goes
round and looks after findings as fast as the program takes keys. SCRATCH is where what is copied
to the clipboard lies.
"""

import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.__main__ import main
from inspector.gui.frame.main_window import MainWindow
from tests.durability.desk import Desk, Work
from tests.durability.journal import Journal
from tests.durability.ledger_clerk import LedgerClerk
from tests.durability.patroller import Patroller
from tests.durability.scorer import Scorer
from tests.live_files import caught, watch

_KINDS: dict[type[Work], int] = {Scorer: 6, Patroller: 2, LedgerClerk: 2}
_FEWEST, _MOST = 10, 60
"""Acts before somebody turns to something else."""

BROKE = 3
"""The exit code when the program itself went wrong."""


class Worker:
    """Acts once in every turn of the event loop."""

    def __init__(self, journal: Journal, scratch: Path, seed: int) -> None:
        self._journal, self._scratch, self._seed = journal, scratch, seed
        self._desk: Desk | None = None
        self._work: Work | None = None
        self._left = 0
        self._parent = os.getppid()

    def start(self) -> None:
        """Begin, when the window is there."""
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        window = next(each for each in windows if each.isVisible())
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self._desk = Desk(window, self._journal, self._scratch, self._seed)
        self._journal.write(told=self._desk.banner)
        self._turn()

    def _turn(self) -> None:
        if os.getppid() != self._parent:  # who should have killed it is gone
            os._exit(0)
        try:
            self._act()
            assert caught() == []
        except BaseException:
            self._journal.write(broke=traceback.format_exc())
            os._exit(BROKE)
        QTimer.singleShot(0, self._turn)

    def _act(self) -> None:
        desk = self._desk
        assert desk is not None
        assert QApplication.activeModalWidget() is None, "a dialog is open"
        if self._left == 0:
            if self._work is not None:
                self._work.end()
            kinds = list(_KINDS)
            self._work = desk.chance.choices(kinds, list(_KINDS.values()))[0](desk)
            self._left = desk.chance.randrange(_FEWEST, _MOST)
            self._work.begin()
        else:
            assert self._work is not None
            self._work.act()
            self._left -= 1


def work(data: Path, journal: Path, scratch: Path, seed: int) -> int:
    """Run the program and work in it; return its exit code, should it ever end."""
    watch()
    worker = Worker(Journal(journal), scratch, seed)
    run = QApplication.exec

    def with_worker(*_: object) -> int:
        QTimer.singleShot(0, worker.start)
        return run()

    QApplication.exec = with_worker  # type: ignore[method-assign]
    return main(["--data", str(data), "--lang", "en"])


if __name__ == "__main__":
    folder, journal, scratch, seed = sys.argv[1:]
    sys.exit(work(Path(folder), Path(journal), Path(scratch), int(seed)))
