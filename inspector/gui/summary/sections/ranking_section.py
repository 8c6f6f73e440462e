"""The ranking with the rates of the categories, and beside it what stands out of it."""

from itertools import groupby

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.points import Hundredths, format_score
from inspector.domain.figures.own_lines import with_own
from inspector.domain.figures.summary import SiteSummary
from inspector.gui.measures import sized
from inspector.gui.summary.sections.figure_table import FigureColumn, FigureLine, grouped
from inspector.gui.summary.sections.figure_target import Opened, Section
from inspector.gui.summary.sections.figure_words import DOT, NONE, change_text
from inspector.gui.summary.sections.ranked_basis import adapted_note, basis_remark
from inspector.gui.summary.sections.side_panel import SidePanel
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import scrolled
from inspector.gui.widgets.lists.giving_way import room_left
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import found_mark, short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.papers.period_figures import SummaryFigures

VETO = "★"
_MOST_VETOES = 3
_FOUND = 10
"""The column of the score before appeals: shown where it is different anywhere."""

_SITE, _MOST_SITE = 1, 160
"""The column that takes what the others leave, and the pixels that a name gets of them at most."""

_REMARK = 11
"""The column of what is particular about a rank: shown where there is anything."""

_MOST_REMARK = 264
"""Pixels that it takes at most; what it says is not cut before others give way."""

_GIVING_WAY = (13, 12, 3, 2)
"""Columns that give way to the names, the first one first: 升降 in places and in points, which a
narrow page never has, then windows and visits, to which other figures lead as well."""


class RankingSection(FigureSection):
    """Ranks are within one family of packs; coverage is of the windows of the roster."""

    def __init__(self) -> None:
        self._roster: dict[str, int] = {}
        self._appealed = self._narrow = False
        self._site_width = 0  # pixels
        super().__init__("ranking", tr("Ranking"), self._columns())
        self.side = SidePanel()
        self.side.leads.connect(self.leads)
        self._area = scrolled(self.side)
        self._area.hide()  # until it has anything to say
        self._is_filled = False
        self.column.removeWidget(self.table)
        self.column.removeWidget(self.note)
        self.column.removeWidget(self.short_note)
        left = stack(None, ((self.table, 1), self.note, self.short_note))
        row = stack(None, ((left, 1), self._area), across=True)
        self.column.addLayout(row)

    def _columns(self) -> list[FigureColumn[SiteSummary]]:
        return [
            FigureColumn(tr("Rank"), rank_text, 48, number=True),
            FigureColumn(tr("Site"), lambda line: line.site_name),
            FigureColumn(
                tr("Visits"), lambda line: str(line.visits), 48, number=True, opens=self._visits
            ),
            FigureColumn(
                tr("Windows"), self._coverage, 64, number=True, opens=lambda _: Section.HEAT
            ),
            *map(self._rate, Category),
            FigureColumn(
                tr("Total"), lambda line: format_score(line.total), 72, number=True,
                opens=self._visits, bold=True,
            ),
            FigureColumn(
                tr("Grade"), grade_text, 88, opens=self._vetoes,
                copied=lambda line: line.grade or NONE,
            ),
            FigureColumn(
                tr("As found"), lambda line: found_mark(line.found), 88, number=True
            ),
            FigureColumn(tr("Remark"), rank_remark, 144),
            FigureColumn(
                tr("On before"), lambda line: change_text(line.change), 64, number=True
            ),
            FigureColumn(tr("Change in rank"), places_text, 48, number=True),
        ]  # fmt: skip

    def _rate(self, category: Category) -> FigureColumn[SiteSummary]:
        def rate(line: SiteSummary) -> Hundredths | None:
            return line.rates.get(category)

        def found(line: SiteSummary) -> Opened:
            return self.at.findings(
                f"{line.site_name}{DOT}{category_word(category)}",
                site_id=line.site_id, pack=line.pack, category=category,
            )  # fmt: skip

        return FigureColumn(
            category_word(category), lambda line: format_score(rate(line)), 72, number=True,
            opens=found, shade=rate,
        )  # fmt: skip

    def show_figures(self, figures: SummaryFigures) -> None:
        self._roster = figures.roster
        super().show_figures(figures)
        shown = shown_lines(figures)
        self._appealed = any(line.found for line in shown)
        wide = self.table.fontMetrics().horizontalAdvance
        names = max((wide(line.site_name) for line in shown), default=0)
        self._site_width = min(names + 3 * GRID, sized(_MOST_SITE))
        said = max((wide(rank_remark(line)) for line in shown), default=0)
        self.table.setColumnWidth(_REMARK, min(said + 3 * GRID, sized(_MOST_REMARK)))
        self.table.setColumnHidden(_FOUND, not self._appealed)
        self.table.setColumnHidden(_REMARK, not any(map(rank_remark, shown)))
        self.side.show_figures(figures)
        self._is_filled = True
        self._area.setVisible(not self._narrow)
        self._give_way()
        QTimer.singleShot(0, self, self._give_way_seen)  # once the table has its width beside it

    def lines(self, figures: SummaryFigures) -> list[FigureLine[SiteSummary]]:
        return grouped(by_pack(shown_lines(figures)))

    def remark(self, figures: SummaryFigures) -> str:
        said = [
            tr(
                "★ {site} {window}, {day}: {text} — a veto.",
                site=each.site_name,
                window=each.window_number,
                day=short_day_text(each.day),
                text=each.text,
            )
            for each in figures.vetoes[:_MOST_VETOES]
        ]
        if (more := len(figures.vetoes) - _MOST_VETOES) > 0:
            said.append(tr_count(more, "1 more veto.", "{count} more vetoes."))
        if any(not line.is_ranked for line in figures.lines):
            said.append(tr("Too little was observed at sites without a rank."))
        if any(line.overrides and line.coverage for line in figures.lines):
            said.append(adapted_note())
        if figures.own_lines:
            said.append(tr("Who only inspected itself is shown and not ranked."))
        if figures.uninspected:
            said.append(tr("Not inspected: {sites}.", sites=tr(", ").join(figures.uninspected)))
        said.append(tr("Scores are those after appeals. Equal scores share a rank; versions of a"
                       " checklist that weigh alike are one."))  # fmt: skip
        return " ".join(said)

    def make_small(self, narrow: bool, low: bool) -> None:
        super().make_small(narrow, low)
        self._area.setVisible(self._is_filled and not narrow)
        self._narrow = narrow
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._give_way_seen)  # once the table has its width

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._give_way_seen)  # other figures came meanwhile, maybe

    def _give_way_seen(self) -> None:
        if self.table.isVisible():  # else it has no width of its own
            self._give_way()

    def _give_way(self) -> None:
        """Leave out what there is no room for beside the names, which shrink last.

        Where not even that is enough, one scrolls to the last figures.
        """
        table, header = self.table, self.table.horizontalHeader()
        for place in _GIVING_WAY:
            table.setColumnHidden(place, self._narrow and place in _GIVING_WAY[:2])
        known = table.isVisible()  # before that it has no width of its own
        for place in _GIVING_WAY if known else _GIVING_WAY[:2]:
            if room_left(table, _SITE) < self._site_width:
                table.setColumnHidden(place, True)  # which has no width then
        table.come_into_sight()
        fits = room_left(table, _SITE) >= self._site_width
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(_SITE, mode.Stretch if fits else mode.Interactive)
        if not fits:
            table.setColumnWidth(_SITE, self._site_width)

    def _coverage(self, line: SiteSummary) -> str:
        return f"{line.windows}/{self._roster.get(line.site_id, line.windows)}"

    def _visits(self, line: SiteSummary) -> Opened:
        return self.at.visits(
            line.site_name, site_id=line.site_id, pack=line.pack, by_itself=line.by_itself
        )

    def _vetoes(self, line: SiteSummary) -> Opened | None:
        if not line.vetoes:
            return None
        title = f"{line.site_name}{DOT}{tr('vetoes')}"
        return self.at.findings(title, site_id=line.site_id, pack=line.pack, veto=True)


def by_pack(lines: tuple[SiteSummary, ...]) -> list[tuple[str, list[SiteSummary]]]:
    """Return lines in groups of one family of packs each."""
    groups = groupby(lines, lambda line: line.pack)
    return [(pack.name, list(group)) for pack, group in groups]


def rank_text(line: SiteSummary) -> str:
    """Write a rank; — without a score."""
    return NONE if line.rank is None else str(line.rank)


def grade_text(line: SiteSummary) -> str:
    """Write a grade, ★ for a veto."""
    return f"{VETO} {line.grade}" if line.vetoes else line.grade or NONE


def rank_remark(line: SiteSummary) -> str:
    """Write what a rank is of: `basis_remark`, and 自查."""
    basis = basis_remark(line.coverage, line.overrides)
    said = [basis] if basis else []
    if line.by_itself:
        said.append(tr("Self-check"))
    if line.self_checks:
        said.append(tr("of itself {score}", score=format_score(line.self_checks.mean)))
    return DOT.join(said)


def shown_lines(figures: SummaryFigures) -> tuple[SiteSummary, ...]:
    """Return the lines of a period, below each family the sites that only inspected themselves."""
    return tuple(with_own(figures.lines, figures.own_lines))


def places_text(line: SiteSummary) -> str:
    """Write how many places a site went up or down."""
    if line.rank is None or line.rank_before is None:
        return NONE
    return change_text(line.rank_before - line.rank, points=False)
