"""A person who looks at 汇总."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.summary.sections.figure_table import FigureTable
from inspector.gui.summary.summary_board import SummaryBoard
from inspector.gui.summary.summary_page import SummaryPage
from tests.conftest import Key, Keyboard, RunMain
from tests.gui.visits.visit import SHIFT, Person
from tests.lengths import marks_of

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


class Reader:
    """Opens the page; every key is pressed when the answer to the one before is there."""

    def __init__(self, person: Person) -> None:
        self.person = person
        person.press("4", ctrl=True)
        assert isinstance(person.window.page, SummaryPage)
        self.page = person.window.page
        self.wait()

    @property
    def board(self) -> SummaryBoard:
        """What is on the page."""
        return self.page.board

    def wait(self) -> None:
        """Wait for what is being read."""
        self.board.show_now()

    def press(self, *keys: Key, ctrl: bool = False) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.person.press(key, ctrl=ctrl)
            self.wait()

    def step(self, by: int) -> None:
        """Choose another figure of the row."""
        for _ in range(abs(by)):
            self.person.press_with(SHIFT, RIGHT if by > 0 else LEFT)

    @property
    def table(self) -> FigureTable:
        """The table of the section in front."""
        return self.board.sections[self.board.tabs.current].table

    @property
    def rows(self) -> list[list[str]]:
        """What stands in it."""
        model = self.table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    @property
    def titles(self) -> list[str]:
        """What stands above its columns."""
        model = self.table.model()
        return [
            str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())
        ]

    def column(self, title: str) -> list[str]:
        """What stands under a title."""
        place = self.titles.index(title)
        return [row[place] for row in self.rows]

    def card(self, name: str) -> str:
        """What a key figure says."""
        return next(c.face.value for c in self.board.cards.cards if c.objectName() == name)

    @property
    def note(self) -> str:
        """What is said below the table."""
        return self.board.sections[self.board.tabs.current].note.text()

    @property
    def copied(self) -> str:
        """The text on the clipboard."""
        return QGuiApplication.clipboard().text()


def in_chinese(test: Callable[[Person], None]) -> Callable[[RunMain, Keyboard, Path], None]:
    """Run a test with a person at the window, which speaks Chinese."""

    def run(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
        def drive(window: MainWindow) -> None:
            test(Person(window, keyboard, folder))

        assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0

    run.__name__, run.__doc__, run.__module__ = test.__name__, test.__doc__, test.__module__
    run.pytestmark = marks_of(test)  # type: ignore[attr-defined]
    return run
