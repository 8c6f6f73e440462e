"""A window on a data folder in this process, keys pressed in it, each until it is painted."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QStackedWidget, QWidget

from inspector.cli.speaking import speak
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs import in_turns
from inspector.gui.program.ahead import CODE
from inspector.gui.program.application import make_application, open_window
from inspector.workspace.workspace import Workspace
from tests.offscreen import do_at_once, go_offscreen

go_offscreen()
do_at_once()

PAUSE = 3
"""Milliseconds between two keys, in which timers run: a person is slower."""

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@contextmanager
def window_on(folder: Path) -> Iterator[tuple[MainWindow, Workspace]]:
    """Open the window on `folder`, painted; close it in the end.

    A page comes whole with its key: what is timed is what it costs. The gaps are timed elsewhere.
    """
    in_turns.AT_ONCE = True
    speak("zh_CN")
    app = make_application("zh_CN")
    with closing(Workspace(folder)) as workspace:
        window = open_window(app, workspace)
        while not set(CODE) <= set(sys.modules):  # which it loads while nobody presses a key
            QTest.qWait(PAUSE)
        settle(window)
        yield window, workspace
        window.close()
        window.deleteLater()


def settle(window: QWidget) -> None:
    """Let everything happen that waits, and a little more."""
    QTest.qWait(50)
    paint(window)


def press(window: QWidget, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """Press a key where the focus is, and paint what it changed."""
    focus = window.focusWidget() or window
    if isinstance(key, str):
        QTest.keyClicks(focus, key, modifier)
    else:
        QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()
    paint(window)


def paint(window: QWidget) -> None:
    """Paint what has changed, now: without a screen Qt would wait some milliseconds first."""
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


class BarePages(QStackedWidget):
    """The least that two pages of a list each can be: what turning a page is measured by."""

    def __init__(self, beside: QWidget, rows: int = 200) -> None:
        super().__init__()
        for page in range(2):
            view = QListView()
            view.setModel(QStringListModel([f"{page} · {row} · 未起身迎接" for row in range(rows)]))
            self.addWidget(view)
        self.resize(1366, 768)
        self.show()
        settle(self)
        beside.activateWindow()  # keys are for that
        settle(beside)

    def turn(self) -> None:
        """Turn to the other page, painted."""
        self.setCurrentIndex(1 - self.currentIndex())
        QApplication.processEvents()
        paint(self)
