"""A hand that works as a clerk's does: it sees words, and clicks what bears them.

Nothing is reached that is not in sight; text is typed only into a field that was clicked.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard
from tests.gui.waiting import came, rest, wait_for

W = TypeVar("W", bound=QWidget)


class Hand:
    """Clicks with a mouse. Another hand presses, opens and draws in its own way."""

    def __init__(self, window: MainWindow, keyboard: Keyboard) -> None:
        self.window, self._keyboard = window, keyboard
        self.clicks = 0

    def press_at(self, widget: QWidget, place: QPoint) -> None:
        """Click at a place of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def point_at(self, widget: QWidget, place: QPoint) -> None:
        """Be above a place of a widget, before it is clicked."""
        QTest.mouseMove(widget, place)

    def open_at(self, widget: QWidget, place: QPoint) -> None:
        """Click twice at a place of a widget that was clicked once."""
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def click(self, words: str) -> None:
        """Click the button in sight that bears these words, in full or at its beginning."""
        if not came(lambda: any(each.isEnabled() for each in self._buttons(words))):  # or grey
            tips = [each.toolTip() for each in self._buttons(words)]
            raise AssertionError((words, tips, sorted(self.words())))
        button = next(each for each in self._buttons(words) if each.isEnabled())
        self._at(button, button.rect().center())

    def words(self) -> set[str]:
        """Return what the buttons in sight say."""
        return {each.accessibleName() or each.text() for each in self._in_sight()}

    def sees(self, words: str) -> bool:
        """Tell whether a button in sight bears these words."""
        return bool(self._buttons(words))

    def choose(self, words: str) -> None:
        """Click an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        act = next(each for each in menu.actions() if each.text().partition("\t")[0] == words)
        self._at(menu, menu.actionGeometry(act).center())

    def row(self, name: str, text: str, *, times: int = 1) -> None:
        """Click the row of a list that says a text; twice, it is opened."""
        view = self.seen(QAbstractItemView, name)
        where = self._row(view, text)
        self._at(view.viewport(), where.center())
        if times == 2:
            self.open_at(view.viewport(), where.center())

    def tick(self, name: str) -> None:
        """Click a check box."""
        box = self.seen(QCheckBox, name)
        self._at(box, QPoint(8, box.height() // 2))

    def pick(self, name: str, words: str, then: str = "") -> None:
        """Open a field of choices and click one; `then` is what it says after that, if not that."""
        field = self.seen(QComboBox, name)
        self._at(field, field.rect().center())
        view = field.view()
        wait_for(view.isVisible)
        rest(QApplication.doubleClickInterval())  # until then a list takes no release
        offered = [field.itemText(each) for each in range(field.count())]
        assert words in offered, offered
        index = view.model().index(offered.index(words), 0)
        view.scrollTo(index)
        self.point_at(view.viewport(), view.visualRect(index).center())
        self._at(view.viewport(), view.visualRect(index).center())
        wait_for(lambda: field.currentText() == (then or words))

    def write(self, name: str, text: str) -> None:
        """Click into a field and type."""
        place = self.seen(QWidget, name)
        self._at(place, place.rect().center())
        focus = QApplication.focusWidget()
        field = focus.lineEdit() if isinstance(focus, QComboBox) else focus
        assert isinstance(field, QLineEdit | QPlainTextEdit), (name, focus)
        field.selectAll()
        self._keyboard.compose(text)

    def draw(self, name: str, places: Sequence[tuple[float, float]]) -> None:
        """Draw a line through places of a widget, in parts of its width and height."""
        pad = self.seen(QWidget, name)
        points = [QPoint(int(x * pad.width()), int(y * pad.height())) for x, y in places]
        self.drag(pad, points)
        QApplication.processEvents()

    def drag(self, widget: QWidget, points: Sequence[QPoint]) -> None:
        """Press, move and let go."""
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(widget, left, pos=points[0])
        for each in points[1:]:
            QTest.mouseMove(widget, each)
        QTest.mouseRelease(widget, left, pos=points[-1])

    def seen(self, kind: type[W], name: str) -> W:
        """Return what is in sight under a name."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def _at(self, widget: QWidget, place: QPoint) -> None:
        assert not widget.visibleRegion().isEmpty(), widget
        self.clicks += 1
        self.press_at(widget, place)
        QApplication.processEvents()

    def _buttons(self, words: str) -> list[QAbstractButton]:
        """Return the buttons in sight with these words: those that say no more come first."""
        seen = self._in_sight()
        by: tuple[Callable[[QAbstractButton], bool], ...] = (
            lambda each: words in (each.accessibleName(), each.text()),
            lambda each: each.text().startswith(words) or each.accessibleName().startswith(words),
            lambda each: words in each.accessibleName().split(),
        )
        return next((found for of in by if (found := [each for each in seen if of(each)])), [])

    def _in_sight(self) -> list[QAbstractButton]:
        return [
            each
            for each in self.window.findChildren(QAbstractButton)
            if each.isVisible() and not each.visibleRegion().isEmpty()
        ]

    def _row(self, view: QAbstractItemView, text: str) -> QRect:
        model = view.model()
        columns = model.columnCount(QModelIndex()) if isinstance(view, QTableView) else 1
        for row in range(model.rowCount()):
            for column in range(columns):
                index = model.index(row, column)
                if text in str(index.data() or index.data(Qt.ItemDataRole.AccessibleTextRole)):
                    view.scrollTo(index)
                    return view.visualRect(index)
        raise AssertionError(f"{view.objectName()} has no row “{text}”")
