"""Another dress while the window is open: what is seen has it soon, the rest in short steps.

From sheet to sheet Qt dresses every widget there is before it answers again: 2 s for the 3,900 of
a window with all its pages, of which a hundred are seen. So it is left nothing to dress: what its
style knows of the widgets is forgotten before it is told the new sheet. Then each widget is given
to the style by itself, parents first, as the font comes from them.

What is seen comes first, over a few turns of the event loop, and is painted when all of it is
dressed: keys come between, and nobody sees one half of a window light and the other dark.
"""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import createdByPython, isValid

LONGEST_SEEN = 0.02
"""Seconds of a turn in which what is seen is dressed; Qt lays out what changed besides."""

LONGEST = 0.01
"""Seconds of a step in which what is not seen is dressed."""

PAUSE = 15
"""Milliseconds between two of those, for keys."""

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
        self._held = set[QWidget]()  # windows that are not painted before they are dressed
        self._seen: Iterator[None] | None = None
        self._hidden: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Everything is dressed, also what is not seen."""
        return not self._timer.isActive()

    @property
    def is_seen(self) -> bool:
        """What is seen is dressed, and painted from now on."""
        return not self._held

    def change(self, font: QFont, palette: QPalette, sheet: str, is_other_text: bool) -> None:
        """Give the application, which has a dress, another one; for `is_other_text` it is fitted.

        What is seen has it some turns of the event loop later, and is not painted until then.
        """
        # A change before this one may have left something to be fitted.
        self._fits = is_other_text or (self._fits and not self.is_done)
        self._forget()
        self._app.style().unpolish(self._app)  # its knowledge of the widgets, not the widgets
        if self._app.font() != font:
            self._app.setFont(font)
        self._app.setPalette(palette)
        self._app.setStyleSheet(sheet)
        seen = list[QWidget]()
        for window in self._app.topLevelWidgets():
            if window.parentWidget() is None:
                seen += self._hold(window)
        self._seen, self._hidden = self._dress(seen), self._dress_hidden(list(self._waiting))
        self._timer.start(0 if self._held else PAUSE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what waited and is shown."""
        if event.type() is QEvent.Type.Show and watched in self._waiting:
            assert isinstance(watched, QWidget)
            self._waiting.discard(watched)
            self._dress_at_once(watched)
        return False

    def _hold(self, window: QWidget) -> list[QWidget]:
        """Return what is seen of a window, which is not painted until that is dressed."""
        if not window.isVisible() or not createdByPython(window):  # as a tip: it may go any time
            self._dress_at_once(window)
            return []
        seen = self._look_through(window)
        for each in seen:
            if each.isWindow():  # a form in a window of its own, too
                self._held.add(each)
                each.setUpdatesEnabled(False)
        return seen

    def _go_on(self) -> None:
        if not self._held:
            if _goes_on(self._hidden, LONGEST):
                self._timer.start(PAUSE)
            else:
                self._forget()
        elif self._seen is not None:
            if not _goes_on(self._seen, LONGEST_SEEN):
                self._seen = None
            self._timer.start(0)  # painting has a turn of its own, too
        else:
            self._let_paint()
            self._timer.start(PAUSE)

    def _let_paint(self) -> None:
        for each in self._held:
            if isValid(each):
                each.setUpdatesEnabled(True)
                # Where a list that lay over it closed meanwhile, Qt takes its request to paint for
                # one that is still to come, and makes no other (seen on X11).
                each.repaint()
        self._held.clear()

    def _forget(self) -> None:
        """Leave what is not dressed yet, but for what is held: it is seen, and dressed again."""
        self._timer.stop()
        for each in self._waiting:
            if isValid(each):
                each.removeEventFilter(self)
        self._waiting.clear()
        self._seen, self._hidden = None, iter(())

    def _look_through(self, top: QWidget) -> list[QWidget]:
        """Return what is seen of a widget and all in it, and let what is not seen wait."""
        seen, hidden = list[QWidget](), list[QWidget]()
        _sort_out(top, seen, hidden)
        for each in hidden:
            if each not in self._waiting:
                self._waiting.add(each)
                each.installEventFilter(self)
        return seen

    def _dress_at_once(self, top: QWidget) -> None:
        for _ in self._dress(self._look_through(top)):
            pass

    def _acts(self) -> list[Callable[[QWidget], object]]:
        """Return what is done to each widget, one thing to all before the next: as Qt does it."""
        return [_polish, _tell, *([self._fit, _lay_out] if self._fits else [])]

    def _dress(self, seen: list[QWidget]) -> Iterator[None]:
        """Dress what is seen, a widget each time."""
        for act in self._acts():
            for each in seen:
                if isValid(each):
                    _do(each, act)
                    yield

    def _dress_hidden(self, waiting: list[QWidget]) -> Iterator[None]:
        """Dress what waits, a small part each time."""
        for each in waiting:
            for act in self._acts():
                yield from _through(each, act)
            if each in self._waiting:
                self._waiting.discard(each)
                if isValid(each):
                    each.removeEventFilter(self)


def _goes_on(steps: Iterator[None], longest: float) -> bool:
    """Do steps for so many seconds; tell whether there are more."""
    until = perf_counter() + longest
    return any(perf_counter() > until for _ in steps)


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


def _sort_out(top: QWidget, seen: list[QWidget], hidden: list[QWidget]) -> None:
    """Sort out what is seen of a widget and all in it, parents first.

    What Qt made for itself, as a scroll bar, is not told: it goes with what it was made for.
    """
    is_ours = createdByPython(top)
    if is_ours and not top.isVisible():
        hidden.append(top)
        return
    if is_ours or not seen:
        seen.append(top)
    for each in _children(top):
        _sort_out(each, seen, hidden)


def _do(top: QWidget, act: Callable[[QWidget], object]) -> list[QWidget]:
    """Do something to a widget and to what Qt made in it; return what Python made in them.

    Between two steps only that is kept hold of: PySide knows when it is gone.
    """
    kept, now = list[QWidget](), [top]
    while now:
        each = now.pop()
        act(each)
        for child in _children(each):
            (kept if createdByPython(child) else now).append(child)
    return kept


def _through(top: QWidget, act: Callable[[QWidget], object]) -> Iterator[None]:
    """Do something to a widget and all in it, parents first, a few each time."""
    if not isValid(top):
        return
    kept = _do(top, act)
    yield
    for child in kept:
        yield from _through(child, act)


def _children(widget: QWidget) -> list[QWidget]:
    return widget.findChildren(QWidget, options=_DIRECT)
