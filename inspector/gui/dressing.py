"""Another dress while the window is open: what is seen has it at once, the rest in short steps.

From sheet to sheet Qt dresses every widget there is before it answers again: 2 s for the 3,900 of
a window with all its pages, of which a hundred are seen. So it is left nothing to dress: what its
style knows of the widgets is forgotten before it is told the new sheet. Then each widget is given
to the style by itself, parents first, as the font comes from them.
"""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import createdByPython, isValid

LONGEST = 0.01
"""Seconds of a step in which what is not seen is dressed."""

PAUSE = 15
"""Milliseconds between two steps, for keys."""

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Dressing(QObject):
    """Dresses the widgets of an application anew, as often as its dress changes.

    `fit` gives a widget the width and height that go with the text. What is shown before it was
    dressed is dressed then, before it is painted.
    """

    def __init__(self, app: QApplication, fit: Callable[[QWidget], None]) -> None:
        super().__init__(app)
        self._app, self._fit = app, fit
        self._fits = False
        self._waiting = set[QWidget]()
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Everything is dressed, also what is not seen."""
        return not self._timer.isActive()

    def change(self, font: QFont, palette: QPalette, sheet: str, is_other_text: bool) -> None:
        """Give the application, which has a dress, another one; for `is_other_text` it is fitted.

        Returns when what is seen has it.
        """
        # A change before this one may have left something to be fitted.
        self._fits = is_other_text or (self._fits and not self.is_done)
        self._forget()
        self._app.style().unpolish(self._app)  # its knowledge of the widgets, not the widgets
        if self._app.font() != font:
            self._app.setFont(font)
        self._app.setPalette(palette)
        self._app.setStyleSheet(sheet)
        for window in self._app.topLevelWidgets():
            if window.parentWidget() is None:
                self._dress_seen(window)
        self._steps = self._hidden(list(self._waiting))
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what waited and is shown."""
        if event.type() is QEvent.Type.Show and watched in self._waiting:
            assert isinstance(watched, QWidget)
            self._waiting.discard(watched)
            self._dress_seen(watched)
        return False

    def _go_on(self) -> None:
        until = perf_counter() + LONGEST
        for _ in self._steps:
            if perf_counter() > until:
                self._timer.start()
                return
        self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        for each in self._waiting:
            if isValid(each):
                each.removeEventFilter(self)
        self._waiting.clear()
        self._steps = iter(())

    def _dress_seen(self, top: QWidget) -> None:
        """Dress what is seen of a widget and all in it, and let what is not seen wait."""
        seen, hidden = list[QWidget](), list[QWidget]()
        _look_through(top, seen, hidden)
        for act in self._acts():
            for each in seen:
                act(each)
        for each in hidden:
            if each not in self._waiting:
                self._waiting.add(each)
                each.installEventFilter(self)

    def _acts(self) -> list[Callable[[QWidget], object]]:
        """Return what is done to each widget, one thing to all before the next: as Qt does it."""
        return [_polish, _tell, *([self._fit, _lay_out] if self._fits else [])]

    def _hidden(self, waiting: list[QWidget]) -> Iterator[None]:
        """Dress what waits, a small part each time."""
        for each in waiting:
            for act in self._acts():
                yield from _through(each, act)
            if each in self._waiting:
                self._waiting.discard(each)
                if isValid(each):
                    each.removeEventFilter(self)


def _polish(widget: QWidget) -> None:
    """Give a widget to its style; what Qt never gave it, Qt will, once it is shown."""
    if widget.testAttribute(_POLISHED):
        widget.style().polish(widget)


def _tell(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _lay_out(widget: QWidget) -> None:
    """Let what was laid out for another text be laid out for this one."""
    if not widget.isWindow() or widget.isVisible():
        QApplication.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))


def _look_through(top: QWidget, seen: list[QWidget], hidden: list[QWidget]) -> None:
    """Sort out what is seen of a widget and all in it, parents first.

    What Qt made for itself, as a scroll bar, never waits: nobody could tell that it is gone.
    """
    if not top.isVisible() and createdByPython(top):
        hidden.append(top)
        return
    seen.append(top)
    for each in _children(top):
        _look_through(each, seen, hidden)


def _through(top: QWidget, act: Callable[[QWidget], object]) -> Iterator[None]:
    """Do something to a widget and all in it, parents first, a few each time.

    Between two steps only what Python made is kept hold of: PySide knows when it is gone.
    """
    if not isValid(top):
        return
    kept, now = list[QWidget](), [top]
    while now:
        each = now.pop()
        act(each)
        for child in _children(each):
            (kept if createdByPython(child) else now).append(child)
    del each
    yield
    for child in kept:
        yield from _through(child, act)


def _children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=_DIRECT)
