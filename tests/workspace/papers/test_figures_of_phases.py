"""The figures of a phase are of its own visits; a window is one, whatever number it has."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.figures.figure_facts import FigureScope, Phase
from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.period_figures import SummaryFigures
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, answer_all

TODAY = date(2026, 11, 27)


def read(workspace: Workspace, scope: FigureScope, compared: Phase | None = None) -> SummaryFigures:
    calendar = workspace.holidays.calendar()
    return workspace.figures.read(scope, TODAY, calendar, compared)


def phase_visit(workspace: Workspace, site_name: str, phase: str, wrong: list[str]) -> None:
    site = next(s for s in workspace.rosters.sites() if s.name == site_name)
    duties = [Duty(window, window.staff[0]) for window in workspace.rosters.windows(site.id)]
    inspection_id, _ = workspace.inspections.start(
        site, InspectionKind.COVERT, ["甲"], PACK, duties, False, phase
    )
    answer_all(workspace, inspection_id, {0: wrong})
    workspace.inspections.complete(inspection_id)


def test_a_phase_is_of_its_own_visits_and_compared_with_the_phase_before(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 9, 1, 9).astimezone())
    with closing(Workspace(tmp_path / "data", clock)) as workspace:
        add_site(workspace)
        assert workspace.figures.phases() == []
        for day, phase, wrong in (
            ("2026-09-01", "第一阶段", ["desk-tidy"]),
            ("2026-10-10", "第二阶段", []),
            ("2026-10-12", "", ["desk-tidy"]),
            ("2026-10-20", "第二阶段", []),
        ):
            clock.set(day)
            phase_visit(workspace, "城东厅", phase, wrong)
        first, second = workspace.figures.phases()
        assert first == Phase("第一阶段", Span(date(2026, 9, 1), date(2026, 9, 1)))
        assert second == Phase("第二阶段", Span(date(2026, 10, 10), date(2026, 10, 20)))
        figures = read(workspace, FigureScope(second.span, phase=second.title), first)
        assert (figures.key.visits, figures.key.mean, figures.key.findings.raised) == (2, 10000, 0)
        assert figures.before is not None
        assert figures.before.findings.raised == 1
        (line,) = figures.lines
        assert line.change == 10000 - (figures.before.mean or 0)
        assert [part.visits for part in figures.parts] == [1] + [0] * 9 + [1]
        # Of the same days, what was found outside the phase is in no paper of it either.
        days = Period(second.span.first, second.span.last)
        told = workspace.reports.circular(Extent(days, phase=second.title))
        assert told.findings == ()
        assert len(workspace.reports.circular(Extent(days)).findings) == 1
        extent = Extent(Period(second.span.first, second.span.last), phase=second.title)
        (of_workbook,) = workspace.reports.summary(extent)
        assert (of_workbook.visits, of_workbook.total, of_workbook.findings) == (
            line.visits, line.total, line.findings,
        )  # fmt: skip
        alone = read(workspace, FigureScope(first.span, phase=first.title))
        assert alone.before is None


def test_a_window_that_got_another_number_is_one_window(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 11, 2, 9).astimezone())
    with closing(Workspace(tmp_path / "data", clock)) as workspace:
        site = add_site(workspace, windows=1)
        phase_visit(workspace, site.name, "", [])
        (window,) = workspace.rosters.windows(site.id)
        workspace.database.write(
            'UPDATE "window" SET number = ? WHERE id = ?', ("贵宾窗口", window.id)
        )
        clock.set("2026-11-20")
        phase_visit(workspace, site.name, "", ["desk-tidy"])
        (line,) = read(workspace, FigureScope(span_of(SpanKind.MONTH, TODAY))).windows
        assert (line.window_number, line.times) == ("贵宾窗口", 2)
