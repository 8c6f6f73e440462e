"""Beside the ranking: the trend, the most frequent items, the red and the black list."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.figures.figure_lists import RedBlack
from inspector.domain.figures.summary import SiteSummary
from inspector.gui.measures import sized
from inspector.gui.summary.sections.ranked_basis import adapted_text
from inspector.gui.summary.sections.trend_chart import TrendChart
from inspector.gui.summary.sections.trend_painting import trend_of
from inspector.gui.theme import GRID, TEXT_SIZE, colours_of, fix_height, fix_width, text_font
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr
from inspector.workspace.papers.period_figures import ItemLine, SummaryFigures

WIDTH = 320
_ITEMS = 5
_ROW = 24


class SidePanel(QWidget):
    """A look at the other sections; their keys lead to them."""

    leads = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        surface("panel", self)
        fix_width(self, WIDTH)
        self.chart = TrendChart("sideTrend")
        fix_height(self.chart, 152)
        self.bars = ItemBars()
        self._omission = wrapped("", "small")
        self._omission.setObjectName("sideOmission")
        middle = Qt.TextElideMode.ElideMiddle
        self.red, self.black = ElidedLabel("secondary", middle), ElidedLabel("secondary", middle)
        self.red.setObjectName("sideRed")
        self.black.setObjectName("sideBlack")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        for title, widget in (
            (tr("Mean score"), self.chart),
            (tr("Found most often"), self.bars),
            (tr("Red list"), self.red),
            (tr("Black list"), self.black),
        ):
            column.addWidget(label(title, "section"))
            column.addWidget(widget)
            if widget is self.chart:
                column.addWidget(self._omission)
        column.addStretch(1)

    def show_figures(self, figures: SummaryFigures) -> None:
        """Show other figures."""
        trend = trend_of(figures.parts)
        self.chart.show_trend(trend)
        self._omission.setText(trend.omission)
        self._omission.setVisible(bool(trend.omission))
        self.bars.show_items(figures.items[:_ITEMS])
        self.red.setText(_names(figures.lists, red=True))
        self.black.setText(_names(figures.lists, red=False))


def _names(lists: Sequence[RedBlack], red: bool) -> str:
    sites: list[SiteSummary] = [s for each in lists for s in (each.red if red else each.black)]
    if not sites:
        return tr("Fewer than two sites that compare.")
    return "\n".join(map(_name, sites))


def _name(site: SiteSummary) -> str:
    """Return a site with its veto, and how many items of the checklist it adapted."""
    name = f"{'★ ' if site.vetoes else ''}{site.site_name}"
    if not site.overrides or site.coverage is None:
        return name
    return tr("{site} ({adapted})", site=name, adapted=adapted_text(site.overrides))


class ItemBars(QWidget):
    """Items with a bar each, the count at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("itemBars")
        self.setAccessibleName(tr("Found most often"))
        self._items: Sequence[ItemLine] = ()

    def show_items(self, items: Sequence[ItemLine]) -> None:
        """Show other items."""
        self._items = items
        said = [f"{each.example.short} {each.item.findings}" for each in items]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        fix_height(self, max(len(items), 1) * _ROW)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sized(WIDTH), max(len(self._items), 1) * sized(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        painter.setFont(text_font(TEXT_SIZE - 1))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if not self._items:
            painter.setPen(colours.colour("secondary"))
            painter.drawText(self.rect(), left, tr("No finding in this period"))
        most = max((each.item.findings for each in self._items), default=1)
        text_width, number_width = self.width() * 5 // 9, 40
        longest = self.width() - text_width - number_width - GRID
        for place, each in enumerate(self._items):
            top = place * sized(_ROW)
            room = QRect(0, top, text_width, sized(_ROW))
            painter.setPen(colours.colour("text"))
            shown = painter.fontMetrics().elidedText(
                each.example.short, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, left, shown)
            length = max(longest * each.item.findings // most, 2)
            painter.fillRect(text_width + GRID, top + 8, length, 10, colours.colour("accent"))
            end = QRect(self.width() - number_width, top, number_width, sized(_ROW))
            painter.drawText(end, right, str(each.item.findings))
        painter.end()
