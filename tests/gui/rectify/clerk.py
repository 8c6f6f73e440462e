"""A test with somebody at the ledger: `@at_the_ledger` goes through `main()` to the page 整改."""

from collections.abc import Callable
from dataclasses import replace
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger.quick_filters import FRONT
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.workspace.workspace import Workspace
from tests.conftest import Key, Keyboard, RunMain
from tests.lengths import marks_of

ENTER, ESC, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
HOME, END = Qt.Key.Key_Home, Qt.Key.Key_End
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier

W = TypeVar("W", bound=QWidget)


class Clerk:
    """Somebody at the ledger."""

    def __init__(self, window: MainWindow, keyboard: Keyboard) -> None:
        self.window = window
        self.keyboard = keyboard
        assert isinstance(window.page, RectifyPage)
        self.page: RectifyPage = window.page
        self.settle()

    @property
    def workspace(self) -> Workspace:
        """The data folder behind the window."""
        return self.page._session.workspace

    def press(self, *keys: Key, ctrl: bool = False) -> None:
        """Press keys where the focus is, and wait for what is read beside the window."""
        self.keyboard.press(*keys, ctrl=ctrl)
        self.settle()

    def press_with(self, modifier: Qt.KeyboardModifier, *keys: Qt.Key) -> None:
        """Press keys while holding another one."""
        for key in keys:
            QTest.keyClick(self.keyboard.focus, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        """Write with an input method."""
        self.keyboard.compose(text)
        self.settle()

    def settle(self) -> None:
        """Let what is typed be searched for, and what was asked be answered."""
        self.page.show_now()
        QApplication.processEvents()

    def find(self, kind: type[W], name: str) -> W:
        """Return the visible widget of this name."""
        found = [w for w in self.page.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    @property
    def focus(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""

    @property
    def banner(self) -> str:
        """What the window says went well or was refused."""
        return self.window.banner.text if self.window.banner.isVisible() else ""

    @property
    def line(self) -> str:
        """What the page asks or cannot read."""
        return self.page.line.text if self.page.line.isVisible() else ""

    @property
    def numbers(self) -> list[str]:
        """The numbers of the rows."""
        model = self.page.model
        return [model.row_at(row).number for row in range(model.rowCount())]

    @property
    def current(self) -> Finding:
        """The current finding as it is on disk."""
        return self.workspace.findings.get(self.page.table.current_id())

    @property
    def marked(self) -> set[str]:
        """The numbers of the marked findings."""
        marks = self.page.model.marks
        return {finding.number for finding in self.workspace.findings.all_of(marks)}

    @property
    def form(self) -> str:
        """The name of the form beside the ledger, or ''."""
        return self.page.side.form.objectName() if self.page.side.form else ""

    @property
    def form_subject(self) -> str:
        """Whose form it is, as it says: a number, or how many."""
        form = self.page.side.form
        return form.subjects.words if form else ""

    @property
    def story(self) -> list[str]:
        """The titles of the history beside the ledger, oldest first."""
        return [line.title for line in self.page.panel.story.lines]

    def push(self, name: str) -> None:
        """Click a button that can be seen."""
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def look(self, quick: Quick) -> None:
        """Choose a quick filter by its chip, or from the menu of those behind it."""
        if quick in FRONT:
            QTest.mouseClick(self.find(QPushButton, f"quick-{quick}"), Qt.MouseButton.LeftButton)
        else:
            menu, act = self.behind(quick)
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(act).center())
            self.come_back()
        self.settle()

    def come_back(self) -> None:
        """Wait until the window is active again: a menu that closes leaves no window so here."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def behind(self, quick: Quick) -> tuple[QMenu, QAction]:
        """Open the menu of the quick filters that have no chip; return it and the one meant."""
        QTest.mouseClick(self.find(QPushButton, "moreFilters"), Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu, next(act for act in menu.actions() if act.objectName() == f"quick-{quick}")

    def chip(self, quick: Quick) -> str:
        """Return what a chip says, or its entry in the menu."""
        if quick not in FRONT:
            menu, act = self.behind(quick)
            said = act.text()
            menu.close()
            self.come_back()
            return said
        return self.find(QPushButton, f"quick-{quick}").text()

    def go(self, number: str) -> None:
        """Make a finding current by searching for it among all."""
        self.look(Quick.ALL)
        self.press("/")
        self.press(number)
        self.press(ENTER)
        assert self.current.number == number

    def some(self, state: FindingState, **asked: bool) -> str:
        """Return the number of a finding in a state that nobody contests."""
        wanted = replace(LedgerFilter(states=frozenset({state})), **asked)  # type: ignore[arg-type]
        rows = self.workspace.findings.ledger(wanted)
        return next(row.number for row in rows if not row.is_appealed and row.deduction)


def at_the_ledger(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test where the event loop of `main()` would run; its first argument is the clerk.

    The other arguments are fixtures. The program speaks English.
    """
    others = list(signature(test).parameters.values())[1:]

    def run(run_main: RunMain, keyboard: Keyboard, ledger: Path, **fixtures: object) -> None:
        def drive(window: MainWindow) -> None:
            QTest.keyClick(keyboard.focus, Qt.Key.Key_3, CTRL)
            test(Clerk(window, keyboard), **fixtures)
            window.close()

        assert run_main(drive, "--data", str(ledger), "--lang", "en") == 0

    own = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD)
           for name in ("run_main", "keyboard", "ledger")]  # fmt: skip
    run.__signature__ = Signature([*own, *others])  # type: ignore[attr-defined]
    run.__name__, run.__doc__, run.__module__ = test.__name__, test.__doc__, test.__module__
    run.pytestmark = marks_of(test)  # type: ignore[attr-defined]
    return run
