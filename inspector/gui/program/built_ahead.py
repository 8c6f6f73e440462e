"""The other pages, built and read while nobody does anything: the key that leads to one shows it.

Building one takes up to a tenth of a second, most of which is dressing it, and reading the first
look of one half as long. So both are done, a step each, once the window has rested, and not while
somebody works in it.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.jobs.loading import load
from inspector.gui.program.ahead import CODE

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow

REST = 4000
"""Milliseconds in which nothing was done before one is built."""

BETWEEN = 250
"""Milliseconds between two of them."""

PAGES = (
    "scoring", "ledger", "meeting", "summary", "stage", "roster", "new", "result", "patrol",
    "recheck", "minutes", "complaints", "evaluation", "survey", "training", "plan",
    "checklists", "inspectors", "sharing", "backups", "preferences",
)  # fmt: skip
"""By the names of their tables in `told_commands`; what comes first in a day is first."""

ON_RAIL = {"ledger": "rectify", "meeting": "meeting", "summary": "summary", "roster": "data"}
"""Those that are built with a page of the rail, which comes in pieces: by the name of its place."""


class BuiltAhead(QObject):
    """Builds one page after the other; gone with the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._steps = _steps(window)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._build)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._wait)
        window.session.changed.connect(self._wait)
        self.is_done = False
        """Every page was built."""
        self._wait()

    def _wait(self, *_: object) -> None:
        """Somebody does something: what is built for later waits."""
        if not self.is_done:
            self._timer.start(REST)

    def _build(self) -> None:
        if InTurns.is_awaited():  # somebody waits for a page
            self._wait()
            return
        step = next(self._steps, None)
        if step is None:
            self.is_done = True
            gc.freeze()  # pages stay: each look for garbage would go through all of them
            return
        with suppress(InspectorError):  # whoever goes there hears of it
            step()
        self._timer.start(BETWEEN)


def _steps(window: "MainWindow") -> Iterator[Callable[[], object]]:
    """Return what builds each page; loaded when the first one is due."""
    yield lambda: QScrollArea().viewport()  # PySide looks through every kind of widget for it, once
    from inspector.gui.program.told_commands import OF_VISITS, TABLES, parts_of_visits

    yield from _each(load(*CODE))  # on a slow laptop not all of it is there yet

    # Read beside the window: the first who searches by letters would wait for it.
    reader, runner = window.session.workspace.ledger_reader, window.session.runner
    yield lambda: runner.beside(reader.make_ready)
    for name in PAGES:
        if name in ON_RAIL:
            yield from _each(window.pieces_of(ON_RAIL[name]))
        if name in OF_VISITS:
            yield from _each(parts_of_visits(window, name))
        yield partial(TABLES[name], window)
    yield from _each(window.pieces_of("help"))
    for page in list(window.built()):  # by now it is known of most what they show
        yield page.lay_out


def _each(pieces: Iterator[None]) -> Iterator[Callable[[], object]]:
    """Return what does the next of the pieces, until there are none."""
    is_done = False

    def step() -> None:
        nonlocal is_done
        is_done = next(pieces, True) is True

    while not is_done:
        yield step
