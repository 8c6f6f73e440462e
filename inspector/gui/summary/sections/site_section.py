"""Each site in a row: score with coverage, its change on a fixed scale, findings, overdue."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.points import ONE, Hundredths, format_score
from inspector.domain.figures.own_lines import with_own
from inspector.domain.figures.score_scale import (
    ScoreScale,
    grade_bounds,
    needs_attention,
    score_scale,
)
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.finding.ledger_view import Quick
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.gui.measures import sized
from inspector.gui.summary.sections.dot_strip import Mark, Strip, paint_scale, paint_strip
from inspector.gui.summary.sections.figure_legend import LegendEntry
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine
from inspector.gui.summary.sections.figure_table import MOST_SAID
from inspector.gui.summary.sections.figure_target import Nothing, Opened
from inspector.gui.summary.sections.figure_words import (
    DOT,
    NONE,
    before_word,
    change_text,
    observed_text,
    opening_period,
    percent_text,
)
from inspector.gui.summary.sections.ranked_basis import adapted_note
from inspector.gui.summary.sections.site_words import (
    change_said,
    grade_text,
    score_before,
    site_remark,
    spoken,
)
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.theme import GRID, Colours
from inspector.gui.widgets.lists.giving_way import room_left
from inspector.gui.words import short_day_text
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.papers.period_figures import SummaryFigures

_MOST_VETOES = 3
_SITE, _RANK, _CHANGE, _STRIP, _FOUND, _RATE, _SATISFIED, _REMARK = 0, 1, 4, 5, 7, 8, 10, 11
"""Places of columns."""

_MOST_SITE = 168
"""Pixels that a name gets at most while figures want room."""

_LEAST_STRIP, _MOST_STRIP = 112, 336
_LEAST_REMARK = 88

_GIVING_WAY = (_SATISFIED, _RATE, _FOUND, _RANK, _STRIP)
"""Columns that give way to names and scores, the first one first; other sections have them."""


class SiteSection(FigureSection):
    """Ranks are within one family of packs; where only one site has a family, there is none."""

    def __init__(self, parent: QWidget) -> None:
        self._sizes: Mapping[PackFamily, int] = {}
        self._grades: Mapping[PackFamily, tuple[Grade, ...]] = {}
        self._bounds: Mapping[PackFamily, tuple[Hundredths, ...]] = {}
        self._scale = ScoreScale(0)
        self._before = self._now = ""
        self._satisfaction: Mapping[str, SurveyRate] = {}
        self._most = -1  # overdue at a site; red is for those alone
        self._names_packs = True  # in their column; else a rank is all that it says
        super().__init__(parent, "ranking", tr("Each site"), self._columns(), tr("Sites"))
        self.table.arranges = self._give_way
        self.model.tinted = self._is_low_graded
        self.model.begins_group = self._begins_group

    def _columns(self) -> list[FigureColumn[SiteSummary]]:
        return [
            FigureColumn(tr("Site"), lambda line: line.site_name),
            FigureColumn(tr("Rank"), self._rank, 72),
            FigureColumn(
                tr("Coverage"), lambda line: observed_text(line.coverage), 56, number=True,
                role=lambda line: "" if line.is_ranked or line.by_itself else "caution",
            ),
            FigureColumn(
                tr("Score"), lambda line: format_score(line.total), 64, number=True,
                opens=self._visits, bold=True,
            ),
            FigureColumn(
                tr("On before"), change_said, 64, number=True, role=_change_role,
                copied=lambda line: change_text(line.change),
            ),
            FigureColumn(
                tr("Before, now"), lambda line: spoken(line, self._before), _LEAST_STRIP,
                paints=self._paint, paints_head=self._paint_head,
                copied=lambda line: f"{format_score(score_before(line))} → "
                                    f"{format_score(line.total)}",
            ),
            FigureColumn(
                tr("Grade"), grade_text, 72, opens=self._vetoes, role=self._grade_role,
                copied=lambda line: line.grade or NONE,
            ),
            FigureColumn(
                tr("Findings"), lambda line: str(line.findings.raised), 48, number=True,
                opens=lambda line: self._findings(line, Quick.ALL, line.findings.raised),
            ),
            FigureColumn(
                tr("Put right, %"), lambda line: percent_text(line.rectification_rate), 64,
                number=True,
            ),
            FigureColumn(
                tr("Overdue"), lambda line: str(line.findings.overdue), 48, number=True,
                opens=lambda line: self._findings(line, Quick.OVERDUE, line.findings.overdue),
                role=lambda line: "overdue" if line.findings.overdue == self._most else "",
            ),
            FigureColumn(tr("Satisfied, %"), self._satisfied, 72, number=True),
            FigureColumn(tr("Remark"), site_remark, 96),
        ]  # fmt: skip

    def show_figures(self, figures: SummaryFigures) -> None:
        shown = shown_lines(figures)
        self._sizes = Counter(line.pack for line in shown if line.rank is not None)
        self._grades = figures.grades
        self._satisfaction = figures.satisfaction
        self._bounds = {pack: grade_bounds(pack, own) for pack, own in figures.grades.items()}
        self._most = max((line.findings.overdue for line in shown), default=0) or -1
        self._scale = score_scale(self._bounds.values())
        self._before = before_word(figures.scope)
        self._now = opening_period(figures.scope, figures.today, ())
        self.model.set_title(_CHANGE, tr("On {before}", before=self._before))
        super().show_figures(figures)
        self._give_way()
        QTimer.singleShot(0, self, self._give_way_seen)  # once the table has its width

    def lines(self, figures: SummaryFigures) -> list[FigureLine[SiteSummary]]:
        return list(map(FigureLine, shown_lines(figures)))

    def legend(self) -> Sequence[LegendEntry]:
        lines = self._shown
        entries = [LegendEntry(self._now, Mark.NOW)]
        if any(line.change is not None for line in lines):
            entries.append(LegendEntry(self._before, Mark.BEFORE))
        if any(map(self._is_low_graded, lines)):
            entries.append(LegendEntry(self._tint_words(), tint=1))
        if any(line.vetoes for line in lines):
            entries.append(LegendEntry(tr("red line"), Mark.VETO))
        if any(not line.is_ranked for line in lines):
            entries.append(LegendEntry(tr("not ranked"), Mark.UNRANKED))
        if bounds := self._common_bounds:
            said = " ".join(str(bound // ONE) for bound in reversed(bounds))
            entries.append(LegendEntry(tr("grades from {bounds}", bounds=said), line=True))
        return entries

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
        if figures.satisfaction:
            said.append(_satisfaction_note(figures.satisfaction.values()))
        if figures.uninspected:
            said.append(tr("Not inspected: {sites}.", sites=tr(", ").join(figures.uninspected)))
        said.append(tr("Scores are those after appeals. Equal scores share a rank; versions of a"
                       " checklist that weigh alike are one."))  # fmt: skip
        return join_sentences(said)

    # What a cell says

    def _rank(self, line: SiteSummary) -> str:
        """Write the checklist and the rank among those inspected with it: 通信营业厅 1/3."""
        size = self._sizes.get(line.pack, 0)
        rank = f"{line.rank}/{size}" if line.rank is not None else ""
        if not self._names_packs:
            return rank or NONE
        return f"{line.pack.short_name} {rank}".rstrip()

    def _satisfied(self, line: SiteSummary) -> str:
        """Write 满意率 with the number of sheets, without which it says little: 85.25 (94).

        Of too few sheets it is not told, as on the papers.
        """
        rate = self._satisfaction.get(line.site_id)
        if rate is None:
            return ""
        return f"{percent_text(rate.percent) if rate.ranked else NONE} ({rate.n})"

    def _begins_group(self, line: SiteSummary, above: SiteSummary) -> bool:
        """Tell whether sites that are ranked together begin, or end above."""
        sizes = self._sizes
        together = max(sizes.get(line.pack, 0), sizes.get(above.pack, 0)) > 1
        return line.pack != above.pack and together

    def _is_low_graded(self, line: SiteSummary) -> bool:
        titles = [grade.title for grade in self._grades.get(line.pack, ())]
        return line.grade in titles and needs_attention(titles.index(line.grade), len(titles))

    def _grade_role(self, line: SiteSummary) -> str:
        if line.vetoes:
            return "vetoed"
        return "" if line.is_ranked else "secondary"

    def _tint_words(self) -> str:
        """Say which grades are tinted, by the best of them; they may be called differently."""
        best = {
            next((g.title for n, g in enumerate(own) if needs_attention(n, len(own))), "")
            for own in self._grades.values()
        }
        return tr("{grade} or lower", grade=best.pop()) if len(best) == 1 else tr("low grades")

    @property
    def _common_bounds(self) -> tuple[Hundredths, ...]:
        """Where the grades begin, where that is the same for every checklist."""
        own = set(self._bounds.values())
        return own.pop() if len(own) == 1 else ()

    def _paint(self, painter: QPainter, room: QRect, line: SiteSummary, colours: Colours) -> None:
        before, pack = score_before(line), line.pack
        mark = Mark.VETO if line.vetoes else Mark.NOW if line.is_ranked else Mark.UNRANKED
        strip = Strip(
            None if line.total is None else pack.percent(line.total),
            None if before is None else pack.percent(before),
            mark,
            self._bounds.get(pack, ()),
        )
        paint_strip(painter, room, strip, self._scale, colours)

    def _paint_head(self, painter: QPainter, room: QRect, colours: Colours) -> None:
        paint_scale(painter, room, self._common_bounds, self._scale, colours)

    # Where it leads

    def _visits(self, line: SiteSummary) -> Opened:
        return self.at.visits(
            line.site_name, site_id=line.site_id, pack=line.pack, by_itself=line.by_itself
        )

    def _vetoes(self, line: SiteSummary) -> Opened | None:
        if not line.vetoes:
            return None
        title = f"{line.site_name}{DOT}{tr('vetoes')}"
        return self.at.findings(title, site_id=line.site_id, pack=line.pack, veto=True)

    def _findings(self, line: SiteSummary, quick: Quick, count: int) -> Opened:
        titles = {Quick.ALL: tr("Findings"), Quick.OVERDUE: tr("Overdue")}
        said = f"{line.site_name}{DOT}{titles[quick]}"
        if not count:
            return Nothing(said)
        return self.at.findings(said, quick, site_id=line.site_id, pack=line.pack)

    # Room

    def make_small(self, narrow: bool, low: bool) -> None:
        super().make_small(narrow, low)
        self._give_way()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._give_way_seen)  # other figures came meanwhile, maybe

    def _give_way_seen(self) -> None:
        if self.table.isVisible():  # else it has no width of its own
            self._give_way()

    def _give_way(self) -> None:
        """Give names their room, the scale what is left, and leave out what does not fit.

        Where not even that is enough, one scrolls to the last figures.
        """
        table, lines = self.table, self._shown
        names = table.widest(_SITE) + 3 * GRID
        least = min(names, sized(_MOST_SITE))
        several = len({line.pack for line in lines}) > 1
        for place in range(_SITE + 1, len(self.model.columns)):
            table.setColumnHidden(place, False)
            self._fit(place)
        table.setColumnHidden(_CHANGE, not any(line.change is not None for line in lines))
        table.setColumnHidden(_SATISFIED, not any(map(self._satisfied, lines)))
        table.setColumnHidden(_REMARK, not any(map(site_remark, lines)))
        self._name_packs(several)
        if not table.isVisible():
            return  # before that it has no width of its own
        if several and room_left(table, _SITE) < least:
            self._name_packs(False)
        if room_left(table, _SITE) < least and not table.isColumnHidden(_REMARK):
            table.setColumnWidth(_REMARK, sized(_LEAST_REMARK))  # all of it is in the tip
        for place in _GIVING_WAY:
            if room_left(table, _SITE) < least:
                table.setColumnHidden(place, True)
        table.come_into_sight()
        left = room_left(table, _SITE)
        if not table.isColumnHidden(_STRIP):
            more = min(max(left - names, 0), sized(_MOST_STRIP - _LEAST_STRIP))
            table.setColumnWidth(_STRIP, table.columnWidth(_STRIP) + more)
            left -= more
        table.hold_names(_SITE, max(left, least), stretches=left >= least)

    def _name_packs(self, does: bool) -> None:
        self._names_packs = does
        self.model.set_title(_RANK, tr("Checklist, rank") if does else tr("Rank"))
        self._fit(_RANK)

    def _fit(self, place: int) -> None:
        if place == _STRIP:
            self.table.setColumnWidth(place, sized(_LEAST_STRIP))
        else:
            self.table.fit_column(place, MOST_SAID)

    @property
    def _shown(self) -> list[SiteSummary]:
        return [line.row for line in self.model.rows if line.row is not None]


def _satisfaction_note(rates: Iterable[SurveyRate]) -> str:
    """Say what stands in brackets, and of how many sheets no rate is told, if of any."""
    few = [rate.least for rate in rates if not rate.ranked]
    said = [tr("Satisfied: of so many sheets in the period, by Satisfaction survey.")]
    if few:
        said.append(tr("Of fewer than {number} it is not told.", number=few[0]))
    return join_sentences(said)


def shown_lines(figures: SummaryFigures) -> tuple[SiteSummary, ...]:
    """Return the lines of a period, below each family the sites that only inspected themselves."""
    return tuple(with_own(figures.lines, figures.own_lines))


def _change_role(line: SiteSummary) -> str:
    if not line.change:
        return "secondary"
    return "passed" if line.change > 0 else "deducted"
