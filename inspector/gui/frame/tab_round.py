"""The way of Tab: through what is in front, in the order in which one reads it, and round again."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLayout,
    QWidget,
)

from inspector.gui.widgets.scrolling import bring_into_sight

_WHOLE = QAbstractSpinBox | QComboBox | QCalendarWidget | QAbstractItemView
"""What is one stop, whatever it is made of."""

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def go_round(room: QWidget, forward: bool, without: Collection[QWidget]) -> bool:
    """Give the keyboard to the next stop of a room, or to the one before; False: there is none."""
    stops = [each for each in _stops(room, without) if not _is_covered(each)]
    if not stops:
        return False
    now = QApplication.focusWidget()
    at = next((at for at, each in enumerate(stops) if each is now), None)
    if at is None:
        to = 0 if forward else len(stops) - 1
    else:
        to = (at + (1 if forward else -1)) % len(stops)
    reason = Qt.FocusReason
    stops[to].setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    bring_into_sight(stops[to])
    return True


def _stops(widget: QWidget, without: Collection[QWidget]) -> Iterator[QWidget]:
    """Yield what takes the keyboard in a widget, itself first."""
    if widget in without or not widget.isVisible():
        return
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if wanted and widget.isEnabled() and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, _WHOLE):
        return
    # Not by `children`: for what of Qt's own is no widget PySide makes every kind of object first.
    inside = widget.findChildren(QWidget, options=_DIRECT)
    for each in _read(inside, widget.layout()):
        yield from _stops(each, without)


def _read(widgets: Sequence[QWidget], layout: QLayout | None) -> Iterator[QWidget]:
    """Yield widgets row by row, each row from the left; what one layout holds stays together."""
    # Without `itemAt`: PySide keeps what that returns longer than the layout does.
    parts: list[tuple[QRect, list[QWidget], QLayout | None]] = []
    left = list(widgets)
    for each in layout.children() if layout is not None else ():
        if isinstance(each, QLayout):
            held = [widget for widget in left if _holds(each, widget)]
            left = [widget for widget in left if widget not in held]
            parts.append((each.geometry(), held, each))
    parts += [(widget.geometry(), [widget], None) for widget in left]
    rows: list[list[tuple[QRect, list[QWidget], QLayout | None]]] = []
    for part in sorted(parts, key=lambda each: each[0].top()):
        # What begins above the middle of the first stands beside it.
        if rows and part[0].top() < rows[-1][0][0].center().y():
            rows[-1].append(part)
        else:
            rows.append([part])
    for row in rows:
        for _, held, inner in sorted(row, key=lambda each: each[0].left()):
            if inner is None:
                yield from held
            else:
                yield from _read(held, inner)


def _holds(layout: QLayout, widget: QWidget) -> bool:
    return layout.indexOf(widget) >= 0 or any(
        isinstance(each, QLayout) and _holds(each, widget) for each in layout.children()
    )


def _is_covered(stop: QWidget) -> bool:
    """Tell whether something lies over it; what one has to scroll to is not covered."""
    window, place = stop.window(), stop.rect()
    at: QWidget = stop
    while at is not window:
        above = at.parentWidget()
        assert above is not None
        place = place.translated(at.pos()) & above.rect()
        at = above
    if place.isEmpty():
        return False
    over = window.childAt(place.center())
    return over is not None and not (
        over is stop or stop.isAncestorOf(over) or over.isAncestorOf(stop)
    )
