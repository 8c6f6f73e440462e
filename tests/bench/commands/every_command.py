"""What the event loop of the window does not answer in, of every command of everything in front.

The jobs of `gap_jobs` are those that are known to take long; this finds the others. Run on a copy
of a data folder: every command is given, whatever it writes. All of it takes half an hour at
5,000 inspections. What is longer than is felt is said as it is met; the longest one is a row.

    ./run python -m tests.bench.commands.every_command FOLDER INSPECTIONS [VIEW…]
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.main_window import MainWindow
from tests.bench.liveness.gap_acts import Desk, chosen
from tests.bench.liveness.gap_jobs import opened
from tests.bench.liveness.gaps import LONG, Gap, watch
from tests.bench.process import say_rows
from tests.bench.table import Limit, Row
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import VIEWS
from tests.offscreen import go_offscreen

go_offscreen()

Go = Callable[[MainWindow], None]

ENDS = frozenset({"quit"})
"""Commands that are not given: they end the program."""

_ATTEMPTS = 3
"""What was done before may be in the way of what comes to the front: Esc leads back."""


def main(folder: str, size: str, *names: str) -> int:
    """Give every command of all views, or of those of these names; return 0."""
    desk = opened(Path(folder), 1)
    _open_nothing()
    longest = Gap(0, 0, 0)
    with closing(desk.workspace), TemporaryDirectory() as written, chosen(Path(written)):
        for name, go in (VIEWS | FORMS).items():
            if not names or name in names:
                longest = max(longest, _view(desk, name, go), key=lambda gap: gap.own)
    figure = "longest gap: any command"
    say_rows(
        [Row(figure, int(size), longest.wall, cpu=longest.own, limit=Limit(LONG), is_flat=True)]
    )
    return 0


def _view(desk: Desk, name: str, go: Go) -> Gap:
    """Give the commands of what comes to the front; return the gap that the window worked most."""
    longest = Gap(0, 0, 0)
    if not _gone(desk, name, go):
        return longest
    for table in desk.window.page.tables():
        for command in [each.objectName() for each in table] if isValid(table) else ():
            if not _can(table, command):
                continue
            with watch(desk.window) as gaps:
                desk.do(table[command].trigger)
            for gap in gaps.long:
                sys.stderr.write(f"{name}, {command}: {gap.told()}\n")
                longest = max(longest, gap, key=lambda each: each.own)
            if not _gone(desk, name, go):
                return longest
    return longest


def _can(table: CommandTable, name: str) -> bool:
    """Tell whether a command is there, and does something now."""
    if name in ENDS or not isValid(table):
        return False
    command = next((each for each in table if each.objectName() == name), None)
    return command is not None and command.can and command.can_be_pressed


def _gone(desk: Desk, name: str, go: Go) -> bool:
    """Bring a view to the front; False, and said, where something is in its way."""
    for _ in range(_ATTEMPTS):
        try:
            go(desk.window)
        except (AssertionError, StopIteration) as error:
            said = error
        else:
            QApplication.processEvents()
            return True
        for _ in range(_ATTEMPTS):
            desk.do(partial(desk.press, Qt.Key.Key_Escape))
    sys.stderr.write(f"{name}: not reached, {said!r}\n")
    return False


def _open_nothing() -> None:
    """Let nobody choose a file to read, and no other program be opened."""
    for name, answer in (
        ("getOpenFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getExistingDirectory", ""),
    ):
        setattr(QFileDialog, name, lambda *_, _answer=answer, **__: _answer)
    QDesktopServices.openUrl = lambda *_: True  # type: ignore[method-assign]


if __name__ == "__main__":
    done = main(*sys.argv[1:])
    sys.stdout.flush()
    # As the program ends: see `gap_jobs`.
    os._exit(done)
