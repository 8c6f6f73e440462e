"""The trend as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.figures import TrendPart
from inspector.gui.summary.sections.figure_words import observed_text, part_text
from inspector.gui.summary.sections.trend_lines import Trend
from inspector.gui.summary.sections.trend_painting import paint_trend
from inspector.gui.theme import GRID, colours_of
from inspector.translation import tr

LEAST_HEIGHT, LOW_HEIGHT = 112, 40


class TrendChart(QWidget):
    """Draws what it was given last; what it shows is its description as well."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Trend of the mean score"))
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.trend = Trend((), ())

    def sizeHint(self) -> QSize:
        return QSize(320, 184)

    def show_trend(self, trend: Trend) -> None:
        """Draw another trend."""
        self.trend = trend
        said = [
            f"{part_text(part.span)} {_said(trend, part, pack)}"
            for part in trend.parts
            for pack in trend.drawn
            if pack in part.means
        ]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_trend(
            painter, self.contentsRect().adjusted(GRID, 0, -GRID, 0), self.trend, colours_of(self)
        )
        painter.end()


def _said(trend: Trend, part: TrendPart, pack: PackFamily) -> str:
    """Return a mean score, with how much was observed of what it is of."""
    observed = part.packs[pack].coverage
    said = trend.said(part, pack)
    if observed is None:
        return said
    return f"{said}, {tr('{share} observed', share=observed_text(observed))}"
