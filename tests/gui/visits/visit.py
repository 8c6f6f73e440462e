"""A test with a person at the window: `@at_the_window` and `@in_a_visit` go through `main()`."""

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.rail import RailButton
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from inspector.gui.visits.visits_page import InspectPage
from tests.conftest import Key, Keyboard, RunMain
from tests.gui.visits.disk import Disk
from tests.lengths import marks_of

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
PAGE_UP, PAGE_DOWN = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
BACKSPACE, DELETE = Qt.Key.Key_Backspace, Qt.Key.Key_Delete
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier

W = TypeVar("W", bound=QWidget)


class Person:
    """A person at the window of a data folder."""

    def __init__(self, window: MainWindow, keyboard: Keyboard, folder: Path) -> None:
        self.window = window
        self.keyboard = keyboard
        self.folder = folder
        self.disk = Disk(folder)

    @property
    def page(self) -> InspectPage:
        """The page 检查."""
        assert isinstance(self.window.page, InspectPage)
        return self.window.page

    @property
    def scoring(self) -> ScoringPage:
        """The page where a visit is scored."""
        return self.page.scoring

    def press(self, *keys: Key, ctrl: bool = False) -> None:
        """Press keys where the focus is."""
        self.keyboard.press(*keys, ctrl=ctrl)

    def press_with(self, modifier: Qt.KeyboardModifier, *keys: Key) -> None:
        """Press keys while holding another one."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.keyboard.focus, key, modifier)
            else:
                QTest.keyClick(self.keyboard.focus, key, modifier)

    def turn_to(self, page: str) -> None:
        """Go to a page by its key; the name is that of its button on the rail."""
        self.press(key_of_page(self.window, page), ctrl=True)

    @property
    def focus(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """Return the widget of this name on the page in front, one in sight before others."""
        found = (inside or self.window.page).findChildren(kind, name)
        assert found, name
        return next((each for each in found if each.isVisible()), found[0])

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Click a widget, which must be in sight."""
        widget = self.find(QWidget, name, inside)
        assert widget.isVisible(), name
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def tap(self, name: str) -> None:
        """Click a button that is seen somewhere in the window, and can be used."""
        found = [each for each in self.window.findChildren(QPushButton, name) if each.isVisible()]
        assert len(found) == 1, (name, found)
        assert found[0].isEnabled(), name
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def menu(self, at: QWidget, where: QPoint | None = None) -> dict[str, QAction]:
        """Open the menu behind the right button; return what can be done there, by name."""
        place = where or at.rect().center()
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, place, at.mapToGlobal(place))
        QApplication.sendEvent(at, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.hide()
        return {each.objectName(): each for each in menu.actions() if each.isEnabled()}

    def text(self, name: str) -> str:
        """Return what a label says."""
        return self.find(QLabel, name).text()

    @property
    def item(self) -> str:
        """The current item."""
        row = self.scoring.model.item_row(self.scoring.items.currentIndex())
        assert row is not None
        return row.item.id

    @property
    def place(self) -> tuple[str, str]:
        """The window and the item in front."""
        return self.scoring.card.window_number, self.item

    def go(self, item: str) -> None:
        """Go to an item of the window in front by the arrow keys."""
        for key in (UP, DOWN):
            for _ in range(12):
                if self.item == item:
                    return
                self.press(key)
        assert self.item == item

    def click_item(self, item: str, twice: bool = False) -> None:
        """Click an item of the list, or double-click it."""
        click(self.scoring.items, self.scoring.model.index_of(item), twice)

    @property
    def line(self) -> str:
        """The sentence under the list; empty when there is none."""
        return self.scoring.line.text if self.scoring.line.isVisible() else ""

    @property
    def banner(self) -> str:
        """The sentence under the page; empty when there is none."""
        return self.window.banner.text if self.window.banner.isVisible() else ""


def key_of_page(window: MainWindow, page: str) -> str:
    """Return the digit that, with Ctrl, brings a page to the front; by its name on the rail."""
    names = [each.objectName() for each in window.rail.findChildren(RailButton)]
    return str(names.index(f"rail-{page}") + 1)


def click(view: QAbstractItemView, index: QModelIndex, twice: bool = False) -> None:
    """Click a row of a list or table, or double-click it."""
    place = view.visualRect(index).center()
    acts = [QTest.mouseClick, QTest.mouseDClick] if twice else [QTest.mouseClick]
    for act in acts:
        act(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)


def at_the_window(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test where the event loop of `main()` would run; its first argument is the person.

    The other arguments are fixtures. The program speaks English.
    """
    others = list(signature(test).parameters.values())[1:]

    def run(run_main: RunMain, keyboard: Keyboard, folder: Path, **fixtures: object) -> None:
        def drive(window: MainWindow) -> None:
            test(Person(window, keyboard, folder), **fixtures)

        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0

    own = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD)
           for name in ("run_main", "keyboard", "folder")]  # fmt: skip
    run.__signature__ = Signature([*own, *others])  # type: ignore[attr-defined]
    run.__name__, run.__doc__, run.__module__ = test.__name__, test.__doc__, test.__module__
    run.pytestmark = marks_of(test)  # type: ignore[attr-defined]
    return run


def in_a_visit(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test like `at_the_window`, in the open visit, at the first item of 1号窗口."""

    def inside(person: Person, **fixtures: object) -> None:
        person.press(ENTER)
        assert person.place == ("1号窗口", "greet")
        test(person, **fixtures)

    inside.__signature__ = signature(test)  # type: ignore[attr-defined]
    inside.__name__, inside.__doc__, inside.__module__ = (
        test.__name__, test.__doc__, test.__module__,
    )  # fmt: skip
    inside.pytestmark = marks_of(test)  # type: ignore[attr-defined]
    return at_the_window(inside)
