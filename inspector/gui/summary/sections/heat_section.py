"""The heat map: how much of its points each site, then each window got, the worst first.

Rates of checklists that total in different ways are not put in one order.
"""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import ONE, Hundredths, format_score
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.figures.score_scale import grade_bounds
from inspector.domain.figures.summary import SiteSummary
from inspector.gui.summary.sections.figure_legend import LegendEntry
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine, grouped
from inspector.gui.summary.sections.figure_target import Leads, Opened
from inspector.gui.summary.sections.figure_words import DOT, observed_text
from inspector.gui.summary.sections.shade import Shaded, shade_step
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.widgets.lists.reading_veil import ReadingVeil
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.papers.period_figures import SummaryFigures, WindowLine


class HeatSection(FigureSection):
    """A line a site and a line a window. Windows are read when they are looked at: there are many.

    Tinted is what lies below the best grade.
    """

    def __init__(self, parent: QWidget) -> None:
        self._bounds: Mapping[PackFamily, Sequence[Hundredths]] = {}
        self._sites: Sequence[WindowLine] = ()
        super().__init__(parent, "heat", tr("Heat map"), self._columns())
        self.table.giving_way = (_CHECKLIST,)
        self.veil = ReadingVeil(self)
        self._of: FigureScope | None = None  # the windows

    def _columns(self) -> list[FigureColumn[WindowLine]]:
        return [
            FigureColumn(tr("Site"), lambda line: line.site_name),
            FigureColumn(tr("Window"), _window_text),
            FigureColumn(tr("Checklist"), lambda line: line.pack.short_name),
            FigureColumn(
                tr("Coverage"), lambda line: observed_text(line.coverage), 56, number=True
            ),
            *map(self._rate, Category),
        ]

    def _rate(self, category: Category) -> FigureColumn[WindowLine]:
        def shaded(line: WindowLine) -> Shaded | None:
            rate = line.rates.get(category)
            return None if rate is None else Shaded(rate, self._bounds.get(line.pack, ()))

        def found(line: WindowLine) -> Opened:
            return self.at.findings(
                DOT.join((line.window_number or line.site_name, category_word(category))),
                site_id=line.site_id, pack=line.pack, window_number=line.window_number,
                category=category,
            )  # fmt: skip

        return FigureColumn(
            category_word(category), lambda line: format_score(line.rates.get(category)), 80,
            number=True, opens=found, shade=shaded,
        )  # fmt: skip

    def make_small(self, narrow: bool, low: bool) -> None:
        super().make_small(narrow, low)
        for place, category in enumerate(Category, _FIRST_RATE):
            self.model.set_title(place, _short(category) if narrow else category_word(category))
            self.table.fit_column(place)
        self.table.fit_names()

    def show_figures(self, figures: SummaryFigures) -> None:
        self.at = Leads(figures.scope)
        self._bounds = {pack: grade_bounds(pack, own) for pack, own in figures.grades.items()}
        self._sites = [_of_site(line) for line in figures.lines if line.is_ranked]

    def lines(self, figures: SummaryFigures) -> Sequence[FigureLine[WindowLine]]:
        return ()

    def await_windows(self, scope: FigureScope) -> None:
        """Show none while those of a scope are read, unless they are there."""
        if scope != self._of:
            self.table.show_lines([])
            self.say("")
            self.veil.fall()

    def show_windows(self, windows: Sequence[WindowLine]) -> None:
        """Show other windows, below the sites."""
        self.veil.lift()
        self._of = self.at.scope
        ways = sorted({line.pack.way for line in windows}, key=str)
        groups: list[tuple[str, Sequence[WindowLine]]] = []
        for way in ways:
            of = ""
            if len(ways) > 1:
                packs = {line.pack.name for line in windows if line.pack.way == way}
                of = DOT + tr(", ").join(sorted(packs))
            for title, lines in ((tr("Sites"), self._sites), (tr("Windows"), windows)):
                own = _worst_first(line for line in lines if line.pack.way == way)
                if own:
                    groups.append((f"{title}{of}", own))
        self.table.show_lines(grouped(groups))
        several = len({line.pack for line in windows}) > 1
        self.table.want(_CHECKLIST, several)
        self.table.fit_names()
        self.say(
            tr("Percent of the points that could be had, the worst first. Tinted is what lies below"
               " the best grade of its checklist; windows on which too little was observed are not"
               " here.")
        )  # fmt: skip

    def legend(self) -> Sequence[LegendEntry]:
        own = {tuple(bounds) for bounds in self._bounds.values()}
        if len(own) != 1:
            return [LegendEntry(tr("the lower its grade, the darker"), tint=3)]
        said, above = [], 0
        for bound in (*own.pop(), 0):
            if above:
                words = (
                    tr("{low} to {high}", low=bound // ONE, high=above // ONE)
                    if bound
                    else tr("below {high}", high=above // ONE)
                )
                step = shade_step(Shaded(above - 1, self._any_bounds))
                said.append(LegendEntry(words, tint=step))
            above = bound
        return said[::-1]

    @property
    def _any_bounds(self) -> Sequence[Hundredths]:
        return next(iter(self._bounds.values()), ())


_CHECKLIST, _FIRST_RATE = 2, 4


def _short(category: Category) -> str:
    """Return the name of a category where there is little room."""
    return {
        Category.ETIQUETTE: tr("Etiquette"),
        Category.CIVIL_LANGUAGE: tr("Civil words"),
        Category.OPERATING_NORMS: tr("Norms"),
        Category.CLEANLINESS: tr("Clean"),
    }[category]


def _window_text(line: WindowLine) -> str:
    return line.window_number or tr("All windows")


def _of_site(line: SiteSummary) -> WindowLine:
    rates = {category: rate for category, rate in line.rates.items() if rate is not None}
    return WindowLine(line.site_id, line.site_name, line.pack, "", "", rates, line.coverage)


def _worst_first(lines: Iterable[WindowLine]) -> list[WindowLine]:
    """Return lines by their lowest rate, then by all of them together."""

    def badness(line: WindowLine) -> tuple[Hundredths, int, str, str]:
        rates = line.rates.values()
        lowest, together = min(rates, default=100 * ONE), sum(rates)
        return (lowest, together, line.site_name, line.window_number)

    return sorted(lines, key=badness)
