"""The rail on the left: the pages of the window."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui.commands.shared_keys import page_key
from inspector.gui.frame.page_frame import Page
from inspector.gui.measures import sized
from inspector.gui.theme import EDGE, GRID, TEXT_SIZE, colours_of, fix_width, text_font
from inspector.gui.widgets.icons import icon_pixmap
from inspector.gui.widgets.stacked import surface

RAIL_WIDTH = 72
_ICON = 24
_HEIGHT, _LEAST_HEIGHT = 64, 48
"""Pixels; a laptop's screen at 200 % is low."""


class RailPage(NamedTuple):
    """A place on the rail; its name is its icon's, too. `make` builds its page inside a widget.

    The last one may stand `at_foot`: one looks something up there, and goes back to where one was.
    `load` loads the code of the page, a piece each time; nothing where it is loaded.
    """

    name: str
    title: str
    make: Callable[[QWidget], Page]
    at_foot: bool = False
    load: Callable[[], Iterator[None]] = lambda: iter(())

    def pieces(self, page: Callable[[], Page]) -> Iterator[None]:
        """Load the code, and do what there is to do before the page is seen; nothing: it can be."""
        yield from self.load()
        yield from page().pieces


class RailButton(QAbstractButton):
    """A page's icon over its name, with the accent edge when it is in front."""

    def __init__(self, name: str, icon: str, text: str) -> None:
        super().__init__()
        self.setObjectName(f"rail-{name}")
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        fix_width(self, RAIL_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = icon

    def sizeHint(self) -> QSize:
        return QSize(sized(RAIL_WIDTH), sized(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(sized(RAIL_WIDTH), sized(_LEAST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        colour: QColor = colours.colour("accent" if chosen else "secondary")
        if chosen:
            painter.fillRect(0, GRID, EDGE, self.height() - 2 * GRID, colour)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(6, 2, -6, -2), 6, 6)
        left = (self.width() - _ICON) // 2
        top = GRID if self.height() >= sized(_HEIGHT) else GRID // 2
        painter.drawPixmap(left, top, icon_pixmap(self._icon, colour, _ICON))
        painter.setPen(colour)
        painter.setFont(text_font(TEXT_SIZE - 1, bold=chosen))
        below = QRect(0, top + _ICON, self.width(), self.height() - top - _ICON - top // 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(QWidget):
    """One button a page; the n-th is also Ctrl+n."""

    chosen = Signal(int)

    def __init__(
        self,
        pages: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
        at_foot: tuple[str, str, str] | None = None,
    ) -> None:
        """Make a button for each of `pages`: name, icon, text; one may stand at the foot."""
        super().__init__(parent)
        surface("rail", self)
        fix_width(self, RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        for index, (name, icon, text) in enumerate((*pages, *((at_foot,) if at_foot else ()))):
            page = RailButton(name, icon, text)
            if index < len(pages):
                page.setToolTip(f"{text}  {page_key(index)}")
            else:
                column.addStretch(1)
            self._group.addButton(page, index)
            column.addWidget(page)
        if not at_foot:
            column.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def tell_at_foot(self, tip: str) -> None:
        """Say by which key one comes to what stands at the foot."""
        self._group.buttons()[-1].setToolTip(tip)

    def check(self, index: int) -> None:
        """Show which page is in front."""
        self._group.button(index).setChecked(True)

    def choose(self, index: int) -> None:
        """Put a page in front."""
        self.check(index)
        self.chosen.emit(index)
