"""Looking at a window as a person does: what is cut, what is lost, what lies over what."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.dressing import Dressing
from inspector.gui.frame.page_room import PageRoom
from inspector.gui.photos.viewer_frame import ViewerFrame
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.overlay import Overlay
from tests.gui.waiting import rest, wait_for

_SEEN = QLabel | QPushButton | QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit


LAPTOP, LARGER, SCALED = QSize(1366, 768), QSize(1093, 550), QSize(911, 440)
"""A laptop at 100 %, 125 % and 150 %: 1366×768 at 150 % are 911×512, less title and task bar."""
QUARTER = QSize(683, 312)
"""At 200 %: a page may be larger, and is scrolled to as a whole."""

SIZES = {"100 %": LAPTOP, "125 %": LARGER, "150 %": SCALED}
SMALL_AND_LARGE = {"100 %": LAPTOP, "150 %": SCALED}
LANGUAGES = ("zh_CN", "en")


def settle() -> None:
    """Let the layouts come to rest, also after what a timer of the program does just now."""
    wait_for(is_dressed_in_sight)
    rest(1)
    QCoreApplication.sendPostedEvents()


def is_dressed_in_sight() -> bool:
    """Tell whether what is seen has the dress that was chosen last, as it has after some turns."""
    app = QApplication.instance()
    dressing = app.findChild(Dressing) if app is not None else None
    return dressing is None or dressing.is_seen


def in_sight(root: QWidget) -> Iterator[QWidget]:
    """What is visible below a widget, in the order of `findChildren`.

    What is hidden is not gone into: after a walk through all pages that is nearly all there is.
    """
    for widget in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if widget.isVisible():
            yield widget
            yield from in_sight(widget)


def _shown(window: QWidget) -> list[QWidget]:
    """What a person can see: texts, buttons and fields, not the inside of a field."""
    seen = [*in_sight(window)]
    covers = [each for kind in (ViewerFrame, Overlay) for each in seen if isinstance(each, kind)]
    return [
        widget
        for widget in (in_sight(covers[-1]) if covers else seen)
        if isinstance(widget, _SEEN)
        and not isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        and not _of_calendar(widget)
    ]


def _of_calendar(widget: QWidget) -> bool:
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QCalendarWidget):
        at = at.parentWidget()
    return at is not None


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} {text[:30]}"


def _place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is in the window, as far as a scrolling area around it shows it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    area = widget.parentWidget()
    while area is not None and area is not window:
        if isinstance(area.parentWidget(), QAbstractScrollArea):
            place &= QRect(area.mapTo(window, QPoint(0, 0)), area.size())
        area = area.parentWidget()
    return place


_SQUARE = QStyle.PixelMetric.PM_IndicatorHeight


def cut(window: QWidget) -> list[str]:
    """Texts on one line narrower than they have to be, without saying so by “…”; cut squares."""
    return [
        f"{_name(widget)}: {widget.width()} < {widget.sizeHint().width()}"
        for widget in _shown(window)
        if isinstance(widget, QLabel | QPushButton)
        and not isinstance(widget, ElidedLabel)
        and not (isinstance(widget, QLabel) and widget.wordWrap())
        and (widget.width() < widget.sizeHint().width() or _pushes_letters_off(widget))
    ] + [
        f"{_name(widget)}: {widget.size()} for a square of {side}"
        for widget in in_sight(window)
        if isinstance(widget, QCheckBox)
        and (side := widget.style().pixelMetric(_SQUARE, None, widget))
        and min(widget.height(), widget.width()) < side
    ]


def lines_short(window: QWidget) -> list[str]:
    """Texts on several lines that miss one of them."""
    return [
        f"{_name(widget)}: {widget.height()} high, not {widget.heightForWidth(widget.width())}"
        for widget in _shown(window)
        if isinstance(widget, QLabel)
        and widget.wordWrap()
        and widget.height() < widget.heightForWidth(widget.width()) - 2  # pixels of rounding
    ]


def _pushes_letters_off(widget: QWidget) -> bool:
    """Tell whether the words of a button and its key are drawn wider than there is room."""
    if type(widget) is not CommandButton:  # what derives from it draws its words itself
        return False
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    inside = QStyle.SubElement.SE_PushButtonContents
    room = widget.style().subElementRect(inside, option, widget).width()
    return room < widget.fontMetrics().horizontalAdvance(option.text)


def lost(window: QWidget, *, scrolls: bool = False) -> list[str]:
    """What is partly outside of the window; what can be scrolled to is not lost.

    As a whole a page may scroll where the screen is smaller than is promised without that, and
    where it `scrolls`: its names are longer than any that there are.
    """
    whole = window.rect()
    return [
        f"{_name(widget)}: {_place(widget, window)}"
        for widget in _shown(window)
        if not _can_be_scrolled_to(widget, window, scrolls)
        and not whole.contains(_place(widget, window))
    ]


def _can_be_scrolled_to(widget: QWidget, window: QWidget, scrolls: bool) -> bool:
    at = widget.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    as_a_whole = isinstance(at, PageRoom)  # a last resort
    return at is not None and not (as_a_whole and not scrolls and window.width() >= SCALED.width())


def overlapping(window: QWidget) -> list[str]:
    """Pairs that lie over each other."""
    places = [(widget, _place(widget, window)) for widget in _shown(window)]
    return [
        f"{_name(one)} and {_name(other)}"
        for (one, here), (other, there) in combinations(places, 2)
        if here.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def wrong(window: QWidget) -> list[str]:
    """What is cut, lost or covered of what is seen."""
    return [*cut(window), *lost(window), *overlapping(window)]


def primaries(window: QWidget) -> list[QPushButton]:
    """The buttons in sight that say what to do next."""
    return [
        button
        for button in in_sight(window)
        if isinstance(button, QPushButton) and button.property("role") == "primary"
    ]


def nameless(page: QWidget) -> list[str]:
    """What a person uses and a screen reader cannot name."""
    return [
        f"{type(widget).__name__} “{widget.objectName()}”"
        for widget in in_sight(page)
        if takes_keyboard(widget) and not (widget.objectName() and widget.accessibleName())
    ]


def reachable(page: QWidget) -> set[str]:
    """The names of what Tab has to come to."""
    return {
        widget.objectName()
        for widget in in_sight(page)
        if widget.isEnabled() and takes_keyboard(widget)
    }


def takes_keyboard(widget: QWidget) -> bool:
    """Tell whether Tab comes to it; the inside of a field is not meant."""
    own = widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), QAbstractSpinBox | QComboBox
    )
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wanted) and not own and not _of_calendar(widget)
