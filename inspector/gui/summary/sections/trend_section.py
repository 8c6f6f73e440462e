"""The trend as a chart, and its parts as a table."""

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import Hundredths, format_score
from inspector.domain.days.span import Span
from inspector.domain.figures.figures import PartFigures, TrendPart
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine, grouped
from inspector.gui.summary.sections.figure_target import Nothing, Opened
from inspector.gui.summary.sections.figure_words import DOT, change_text, observed_text, part_text
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.summary.sections.trend_chart import LEAST_HEIGHT, LOW_HEIGHT, TrendChart
from inspector.gui.summary.sections.trend_lines import trend_of
from inspector.gui.theme import GRID
from inspector.translation import tr
from inspector.workspace.papers.period_figures import SummaryFigures


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the period under one pack; `change` is against the part before with a score."""

    span: Span
    pack: PackFamily
    figures: PartFigures
    change: Hundredths | None


_CHART_FROM = 208
"""Pixels of height from which there is room for a drawing beside its table."""


class TrendSection(FigureSection):
    """Parts are days, weeks, months or years, as the period has them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "trend", tr("Trend"), self._columns())
        self.chart = TrendChart("trendChart")
        self.chart.setContentsMargins(GRID, GRID, GRID, GRID)
        self.column.insertWidget(0, self.chart, 1)
        self.column.setStretchFactor(self.chart, 2)
        self.column.setStretchFactor(self.table, 1)

    def make_small(self, narrow: bool, low: bool) -> None:
        super().make_small(narrow, low)
        self.chart.setMinimumHeight(LOW_HEIGHT if low else LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.setVisible(self.height() >= _CHART_FROM)

    def _columns(self) -> list[FigureColumn[PartLine]]:
        return [
            FigureColumn(tr("Part of the period"), lambda line: part_text(line.span)),
            FigureColumn(
                tr("Visits"), lambda line: str(line.figures.visits), 96, number=True,
                opens=self._visits,
            ),
            FigureColumn(
                tr("Coverage"), lambda line: observed_text(line.figures.coverage), 80, number=True
            ),
            FigureColumn(
                tr("Mean score"), lambda line: format_score(line.figures.mean), 112,
                number=True, opens=self._visits, bold=True,
            ),
            FigureColumn(
                tr("On the part before"), lambda line: change_text(line.change), 96, number=True
            ),
            FigureColumn(
                tr("Findings"), lambda line: str(line.figures.findings), 96, number=True,
                opens=self._findings,
            ),
        ]  # fmt: skip

    def show_figures(self, figures: SummaryFigures) -> None:
        super().show_figures(figures)
        self.chart.show_trend(trend_of(figures.parts))

    def lines(self, figures: SummaryFigures) -> list[FigureLine[PartLine]]:
        packs = trend_of(figures.parts).packs
        return grouped([(pack.name, _lines_of(pack, figures.parts)) for pack in packs])

    def remark(self, figures: SummaryFigures) -> str:
        return trend_of(figures.parts).omission

    def _visits(self, line: PartLine) -> Opened:
        return self.at.visits(part_text(line.span), pack=line.pack, span=line.span)

    def _findings(self, line: PartLine) -> Opened:
        if not line.figures.findings:
            return Nothing(f"{part_text(line.span)}{DOT}{tr('Findings')}")
        return self.at.findings(part_text(line.span), pack=line.pack, span=line.span)


def _lines_of(pack: PackFamily, parts: tuple[TrendPart, ...]) -> list[PartLine]:
    lines: list[PartLine] = []
    before: Hundredths | None = None
    for part in parts:
        own = part.packs.get(pack)
        if own is None:
            continue
        change = own.mean - before if own.mean is not None and before is not None else None
        lines.append(PartLine(part.span, pack, own, change))
        before = own.mean if own.mean is not None else before
    return lines
