"""The red and the black list of each checklist."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.figures.summary import SiteSummary
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine
from inspector.gui.summary.sections.figure_target import Nothing, Opened
from inspector.gui.summary.sections.figure_words import DOT, NONE, change_text, sites_text
from inspector.gui.summary.sections.ranked_basis import adapted_note
from inspector.gui.summary.sections.site_words import grade_text, rank_remark, rank_text
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.words import found_text
from inspector.translation import join_sentences, tr
from inspector.workspace.papers.period_figures import SummaryFigures

_FOUND = 4
"""The column of the score before appeals: shown where it is different anywhere."""

_REMARK = 5
"""The column of what was observed and adapted: shown where there is anything."""


@dataclass(frozen=True, slots=True)
class ListedSite:
    """A site on a list, and where it stands among the sites of its checklist."""

    line: SiteSummary
    compared: int


class ListSection(FigureSection):
    """Best first on the red list, worst first on the black one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "lists", tr("Red, black"), self._columns())
        self.table.shrinking, self.table.giving_way = (_REMARK,), (_FOUND,)

    def _columns(self) -> list[FigureColumn[ListedSite]]:
        return [
            FigureColumn(tr("Site"), lambda row: row.line.site_name),
            FigureColumn(
                tr("Rank"), lambda row: f"{rank_text(row.line)}/{row.compared}", 72, number=True
            ),
            FigureColumn(
                tr("Total"), lambda row: format_score(row.line.total), 88, number=True,
                opens=self._visits, bold=True,
            ),
            FigureColumn(
                tr("Grade"), lambda row: grade_text(row.line), 104,
                copied=lambda row: row.line.grade or NONE,
            ),
            FigureColumn(tr("At visit"), lambda row: found_text(row.line.found), 128),
            FigureColumn(tr("Remark"), lambda row: rank_remark(row.line), 200),
            FigureColumn(
                tr("On before"), lambda row: change_text(row.line.change), 88, number=True
            ),
            FigureColumn(
                tr("Findings"), lambda row: str(row.line.findings.raised), 88, number=True,
                opens=self._findings,
            ),
        ]  # fmt: skip

    def show_figures(self, figures: SummaryFigures) -> None:
        super().show_figures(figures)
        listed = [line for lists in figures.lists for line in (*lists.red, *lists.black)]
        self.table.want(_FOUND, any(line.found for line in listed))
        self.table.want(_REMARK, any(map(rank_remark, listed)))
        self.table.fit_names()

    def lines(self, figures: SummaryFigures) -> list[FigureLine[ListedSite]]:
        lines: list[FigureLine[ListedSite]] = []
        for lists in figures.lists:
            of = f"{DOT}{lists.pack.name}{DOT}{sites_text(lists.compared)}"
            for title, sites in ((tr("Red list"), lists.red), (tr("Black list"), lists.black)):
                if sites:
                    lines.append(FigureLine(None, f"{title}{of}"))
                    lines.extend(FigureLine(ListedSite(site, lists.compared)) for site in sites)
        return lines

    def remark(self, figures: SummaryFigures) -> str:
        rule = tr(
            "The best and the worst five sites of a checklist; with fewer than ten, the better and"
            " the worse half. Sites with equal scores are on a list together or not at all; a"
            " vetoed site is never on the red one."
        )
        alone = [each.pack.name for each in figures.lists if not each.red and not each.black]
        if alone:
            names = tr(", ").join(alone)
            rule = join_sentences((tr("Nothing to compare: {checklists}.", checklists=names), rule))
        if any(line.overrides and line.coverage for line in figures.lines):
            rule = join_sentences((adapted_note(), rule))
        return rule

    def _visits(self, row: ListedSite) -> Opened:
        line = row.line
        return self.at.visits(line.site_name, site_id=line.site_id, pack=line.pack)

    def _findings(self, row: ListedSite) -> Opened:
        line = row.line
        if not line.findings.raised:
            return Nothing(f"{line.site_name}{DOT}{tr('Findings')}")
        return self.at.findings(line.site_name, site_id=line.site_id, pack=line.pack)
