"""The heat map: the mean rate of each category at each window, lowest darkest."""

from collections.abc import Sequence
from itertools import groupby

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.points import Hundredths, format_score
from inspector.gui.summary.sections.figure_table import FigureColumn, FigureLine, grouped
from inspector.gui.summary.sections.figure_target import Leads, Opened
from inspector.gui.summary.sections.figure_words import DOT, observed_text
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.papers.period_figures import SummaryFigures, WindowLine


class HeatSection(FigureSection):
    """A line a window. It is read when it is looked at: there are many."""

    def __init__(self) -> None:
        super().__init__("heat", tr("Heat map"), self._columns())

    def _columns(self) -> list[FigureColumn[WindowLine]]:
        return [
            FigureColumn(tr("Window"), lambda line: line.window_number),
            FigureColumn(tr("Site"), lambda line: line.site_name),
            FigureColumn(
                tr("Coverage"), lambda line: observed_text(line.coverage), 80, number=True
            ),
            *map(self._rate, Category),
        ]

    def _rate(self, category: Category) -> FigureColumn[WindowLine]:
        def rate(line: WindowLine) -> Hundredths | None:
            return line.rates.get(category)

        def found(line: WindowLine) -> Opened:
            return self.at.findings(
                f"{line.window_number}{DOT}{category_word(category)}",
                site_id=line.site_id, pack=line.pack, window_number=line.window_number,
                category=category,
            )  # fmt: skip

        return FigureColumn(
            category_word(category), lambda line: format_score(rate(line)), 112, number=True,
            opens=found, shade=rate,
        )  # fmt: skip

    def show_figures(self, figures: SummaryFigures) -> None:
        self.at = Leads(figures.scope)

    def lines(self, figures: SummaryFigures) -> Sequence[FigureLine[WindowLine]]:
        return ()

    def show_windows(self, windows: Sequence[WindowLine]) -> None:
        """Show other windows, by site and checklist."""
        groups = [
            (title, list(group))
            for title, group in groupby(
                windows, lambda line: f"{line.site_name}{DOT}{line.pack.name}"
            )
        ]
        self.table.show_lines(grouped(groups))
        self.say(tr("Percent of the points that could be had; the lower, the darker."))
