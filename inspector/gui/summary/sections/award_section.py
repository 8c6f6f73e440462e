"""最佳服务窗口 and 服务标兵: who comes first, and what stands in the way of the others."""

from itertools import groupby

from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.figures.figure_awards import Award, Candidate, least_inspections
from inspector.gui.summary.sections.figure_model import FigureColumn, FigureLine, grouped
from inspector.gui.summary.sections.figure_target import Opened
from inspector.gui.summary.sections.figure_words import NONE
from inspector.gui.summary.sections.ranked_basis import adapted_note, basis_remark
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.papers.period_figures import SummaryFigures


class AwardSection(FigureSection):
    """Candidates by mean score within a checklist; why one is not eligible stands beside it."""

    def __init__(self, award: Award, parent: QWidget) -> None:
        self._award = award
        if award is Award.WINDOW:
            super().__init__(parent, "bestWindows", tr("Best windows"), self._columns(), tr("Best"))
        else:
            super().__init__(parent, "bestStaff", tr("Model staff"), self._columns(), tr("Models"))

        titles = [column.title for column in self.model.columns]
        self.table.shrinking = [titles.index(tr("Eligible")), titles.index(tr("Remark"))]
        self.table.giving_way = [titles.index(tr("At visit")), titles.index(tr("Inspected"))]

    def _columns(self) -> list[FigureColumn[Candidate]]:
        of_staff = self._award is Award.STAFF
        number: FigureColumn[Candidate] = FigureColumn(
            tr("Staff no."), lambda c: c.staff_number, 88
        )
        return [
            FigureColumn(tr("Rank"), lambda c: NONE if c.rank is None else str(c.rank), 48,
                         number=True),
            *([number] if of_staff else []),
            FigureColumn(tr("Window"), lambda c: c.window_number, 0 if not of_staff else 104),
            FigureColumn(tr("Site"), lambda c: c.site_name),
            FigureColumn(tr("Mean score"), lambda c: format_score(c.mean), 88, number=True,
                         opens=self._visits, bold=True),
            FigureColumn(tr("Eligible"), eligibility_text, 176, opens=self._obstacles,
                         role=lambda c: "passed" if c.eligible else ""),
            FigureColumn(tr("At visit"), _found_text, 88, number=True),
            FigureColumn(tr("Inspected"), lambda c: str(c.times), 80, number=True,
                         opens=self._visits),
            FigureColumn(tr("Remark"), _basis, 176),
        ]  # fmt: skip

    def show_figures(self, figures: SummaryFigures) -> None:
        super().show_figures(figures)
        own = figures.windows if self._award is Award.WINDOW else figures.staff
        titles = [column.title for column in self.model.columns]
        for title, said in ((tr("At visit"), _found_text), (tr("Remark"), _basis)):
            self.table.want(titles.index(title), any(map(said, own)))
        self.table.fit_names()

    def lines(self, figures: SummaryFigures) -> list[FigureLine[Candidate]]:
        own = figures.windows if self._award is Award.WINDOW else figures.staff
        groups = groupby(own, lambda candidate: candidate.pack)
        return grouped([(pack.name, list(group)) for pack, group in groups])

    def remark(self, figures: SummaryFigures) -> str:
        least = least_inspections(figures.scope.span)
        own = figures.windows if self._award is Award.WINDOW else figures.staff
        adapted = any(each.overrides and each.coverage for each in own)
        rule = tr_count(
            least,
            "Eligible: no veto at the site in the period, nothing overdue now, inspected at least"
            " once.",
            "Eligible: no veto at the site in the period, nothing overdue now, inspected at least"
            " {count} times.",
        )
        return join_sentences((adapted_note(), rule)) if adapted else rule

    def _visits(self, one: Candidate) -> Opened:
        return self.at.visits(
            one.staff_number or one.window_number, site_id=one.site_id, pack=one.pack,
            window_id="" if one.staff_number else one.window_id, staff_number=one.staff_number,
        )  # fmt: skip

    def _obstacles(self, one: Candidate) -> Opened | None:
        if not one.vetoes:
            return None
        return self.at.findings(
            f"{one.staff_number or one.window_number} {tr('vetoes')}",
            site_id=one.site_id, pack=one.pack, veto=True, staff_number=one.staff_number,
            window_number="" if one.staff_number else one.window_number,
        )  # fmt: skip


def _basis(one: Candidate) -> str:
    return basis_remark(one.coverage, one.overrides)


def _found_text(one: Candidate) -> str:
    return format_score(one.found_mean) if one.found_mean != one.mean else ""


def eligibility_text(one: Candidate) -> str:
    """Write ✓, or ✗ with everything that stands in the way."""
    if one.eligible:
        return "✓"
    said = []
    if one.vetoes:
        said.append(tr_count(one.vetoes, "1 veto", "{count} vetoes"))
    elif one.site_vetoed:
        said.append(tr("a veto at the site"))
    if one.overdue:
        said.append(tr_count(one.overdue, "1 overdue", "{count} overdue"))
    if one.times < one.least and (one.times or not one.unranked):
        said.append(tr_count(one.times, "inspected once", "inspected {count} times"))
    if one.times < one.least and one.unranked:
        said.append(
            tr_count(one.unranked, "too little observed once", "too little observed {count} times")
        )
    return "✗ " + tr(", ").join(said)
