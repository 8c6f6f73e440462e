"""A hall of five windows that several inspectors of one group visit, each some of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Window
from inspector.workspace.evaluation.fact_gathering import period_facts
from inspector.workspace.extent import Extent, Period
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, answer_all, identifiers

DAY = date(2026, 11, 24)
SPAN = Span(DAY, DAY)
SCOPE = FigureScope(SPAN)
EXTENT = Extent(Period(DAY, DAY))


class Hall:
    """A folder with one hall of five windows, on the day of the visit."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(datetime.fromisoformat("2026-11-24T09:00:00+08:00"))
        ids = identifiers()
        self.workspace = Workspace(folder, self.clock, lambda: next(ids))
        self.site: Site = add_site(self.workspace, windows=5)
        self.windows: list[Window] = self.workspace.rosters.windows(self.site.id)

    def part(
        self,
        numbers: Sequence[int],
        *,
        group: str = "第二组",
        public: bool = False,
        inspectors: Sequence[str] = ("甲",),
        kind: InspectionKind = InspectionKind.COVERT,
        shift: int = 0,
    ) -> str:
        """A part of some windows (from 1), sealed; the window's number in slips is found wrong."""
        duties = [Duty(self.windows[n - 1], self.windows[n - 1].staff[0]) for n in numbers]
        visit, _ = self.workspace.inspections.start(
            self.site, kind, inspectors, PACK, duties, public, shared_by=group
        )
        sheet = self.workspace.inspections.sheet(visit)
        wrong = {}
        for card in sheet.scorecards:
            asked = [item.id for item in sheet.items(card) if not (item.is_bonus or item.veto)]
            slips = next((n for n in numbers if self.windows[n - 1].id == card.window_id), 2)
            wrong[card.position] = asked[: slips + shift]
        answer_all(self.workspace, visit, wrong)
        self.workspace.inspections.complete(visit)
        return visit

    def said(self) -> dict[str, object]:
        """Everything that figures and papers count of the day, but for ids."""
        workspace = self.workspace
        today = workspace.now().date()
        figures = workspace.figures.read(SCOPE, today, workspace.holidays.calendar())
        facts = period_facts(workspace, SCOPE, today)
        return {
            "key": figures.key,
            "lines": figures.lines,
            "parts": figures.parts,
            "items": [replace(each.item, last_visit="") for each in figures.items],
            "lists": figures.lists,
            "windows": figures.windows,
            "rectification": figures.rectification,
            "ageing": figures.ageing,
            "own": figures.own_lines,
            "summary": workspace.reports.summary(EXTENT),
            "sites": facts.sites,
            "rows": [
                (row.windows, row.total, row.grade, row.vetoes, row.findings, row.coverage)
                for row in workspace.figures.visits(SCOPE)
            ],
        }
