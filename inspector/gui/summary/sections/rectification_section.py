"""How much was put right, and how long the rest has been open."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_ageing import Ageing
from inspector.domain.figures.figures import SiteFindings
from inspector.domain.figures.summary import FindingCount
from inspector.domain.finding.ledger import FoundBy
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine
from inspector.gui.summary.sections.figure_target import Nothing, Opened
from inspector.gui.summary.sections.figure_words import DOT, percent_text
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.papers.period_figures import SummaryFigures

_OPEN, _BY_PATROLS, _BY_PUBLIC = 4, 10, 11
"""Columns that give way: the ages add up to what is open, and patrols have papers of their own."""


@dataclass(frozen=True, slots=True)
class RectifiedLine:
    """A site, or all of them together, with what is open by age."""

    site_id: str  # "": all
    site_name: str
    findings: FindingCount
    patrol_findings: int
    voiced: FindingCount
    ages: tuple[int, ...]


class RectificationSection(FigureSection):
    """Of the findings raised in the period, as they stand today."""

    def __init__(self, parent: QWidget) -> None:
        self._ageing = Ageing((), {})
        super().__init__(parent, "rectification", tr("Rectified"), self._columns())
        self.table.giving_way = (_BY_PATROLS, _OPEN, _BY_PUBLIC)
        self.table.arranges = self._fit

    def _columns(self) -> list[FigureColumn[RectifiedLine]]:
        def figure(
            title: str,
            quick: Quick,
            count: Callable[[RectifiedLine], int],
            found_by: FoundBy = FoundBy.VISITS,
        ) -> FigureColumn[RectifiedLine]:
            def opened(line: RectifiedLine) -> Opened:
                said = f"{line.site_name}{DOT}{title}"
                if not count(line):
                    return Nothing(said)
                return self.at.findings(said, quick, site_id=line.site_id, found_by=found_by)

            return FigureColumn(title, lambda line: str(count(line)), 56, number=True, opens=opened)

        raised, closed = tr("Findings"), tr("Put right")
        still_open, overdue = tr("Not put right"), tr("Overdue")
        by_patrols, by_public = tr("By patrols"), tr("By the public")
        return [
            FigureColumn(tr("Site"), lambda line: line.site_name),
            figure(raised, Quick.ALL, lambda line: line.findings.raised),
            figure(closed, Quick.CLOSED, lambda line: line.findings.closed),
            FigureColumn(tr("Put right, %"),
                         lambda line: percent_text(line.findings.rectification_rate), 80,
                         number=True, bold=True),
            figure(still_open, Quick.UNFINISHED, lambda line: sum(line.ages)),
            figure(overdue, Quick.OVERDUE, lambda line: line.findings.overdue),
            self._age(tr("≤ 3 d"), 0),
            self._age(tr("4–7 d"), 1),
            self._age(tr("8–15 d"), 2),
            self._age(tr("> 15 d"), 3),
            figure(
                by_patrols, Quick.ALL, lambda line: line.patrol_findings, FoundBy.PATROLS
            ),
            figure(
                by_public, Quick.ALL, lambda line: line.voiced.raised, FoundBy.PUBLIC
            ),
        ]  # fmt: skip

    def _age(self, title: str, place: int) -> FigureColumn[RectifiedLine]:
        def opened(line: RectifiedLine) -> Opened:
            said = f"{line.site_name}{DOT}{title}"
            if not line.ages[place]:
                return Nothing(said)
            group, span = self._ageing.groups[place], self.at.scope.span
            # Found after today by another clock, it is as young as can be.
            last = min(group.last, span.last) if place else span.last
            days = Span(max(group.first or span.first, span.first), last)
            return self.at.findings(said, Quick.UNFINISHED, site_id=line.site_id, span=days)

        return FigureColumn(
            title, lambda line: str(line.ages[place]), 56, number=True, opens=opened
        )

    def show_figures(self, figures: SummaryFigures) -> None:
        self._ageing = figures.ageing
        super().show_figures(figures)
        self._fit()

    def _fit(self) -> None:
        """Cut no figure: a year of a city has five digits and more."""
        self.table.fit_figures()
        self.table.fit_names()

    def lines(self, figures: SummaryFigures) -> list[FigureLine[RectifiedLine]]:
        sites = [self._line(site, figures.ageing) for site in figures.rectification]
        together = RectifiedLine(
            "",
            tr("All"),
            figures.key.findings,
            figures.key.patrol_findings,
            figures.key.voiced,
            figures.ageing.totals or (0,) * 4,
        )
        return (
            [FigureLine(together), *map(FigureLine, sites)]
            if len(sites) > 1
            else list(map(FigureLine, sites))
        )

    def remark(self, figures: SummaryFigures) -> str:
        if not figures.rectification:
            return tr("No finding in this period.")
        said = tr(
            "Findings of the period's scored visits as they stand on {day}; their age is counted in"
            " workdays since they were found. Those withdrawn are not counted, what patrols found"
            " is counted apart.",
            day=day_text(figures.today),
        )
        voiced = figures.key.voiced
        if not voiced.raised:
            return said
        told = tr_count(
            voiced.raised,
            "1 more came from the public: {closed} put right ({rate}).",
            "{count} more came from the public: {closed} put right ({rate}).",
            closed=voiced.closed,
            rate=percent_text(voiced.rectification_rate),
        )
        return tr("{sentence} {next}", sentence=said, next=told)

    def _line(self, site: SiteFindings, ageing: Ageing) -> RectifiedLine:
        none = (0,) * len(ageing.groups)
        ages = ageing.by_site.get(site.site_id, none)
        return RectifiedLine(
            site.site_id, site.site_name, site.findings, site.patrol_findings, site.voiced, ages
        )
