"""The phases of the sample's half year, and a plan of visits for each of its quarters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.plan.plan import Barred
from inspector.domain.visit.roster import Site
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.workspace import Workspace

_PHASES = ("动员部署", "全面实施", "巩固提高")
_FIRST_PHASE, _LAST_PHASE = timedelta(days=30), timedelta(days=28)
_VISITS = (4, 4, 4, 3, 4, 5, 4)
"""A quarter's visits to each hall, in their order: more where more was found."""

_COVERT, _SHARE = 60, 80
_ORDINALS = "一二三四"


def add_plans(
    workspace: Workspace, sites: Sequence[Site], set_clock: Callable[[datetime], None],
    first_day: date, last_day: date,
) -> None:  # fmt: skip
    """Add the phases from `first_day` on, and the plans of the quarters up to `last_day`."""
    newest = span_of(SpanKind.QUARTER, last_day)
    second = first_day + _FIRST_PHASE
    # The last phase begins with a quarter, as plans do, unless the sample is shorter than that.
    third = newest.first if newest.first > second else last_day - _LAST_PHASE
    days = (first_day, second, third, newest.last + timedelta(days=1))
    set_clock(datetime.combine(first_day, time(8)).astimezone())
    for name, first, behind in zip(_PHASES, days, days[1:], strict=False):
        workspace.plans.set_phase(name, first, behind - timedelta(days=1))
    # Before the first visit, each of them: what is entered later must not tell of earlier days.
    set_clock(datetime.combine(first_day, time(8, 10)).astimezone())
    quarter = span_of(SpanKind.QUARTER, first_day)
    while quarter.first <= last_day:
        _plan(workspace, sites, max(quarter.first, first_day), quarter)
        quarter = quarter.after


def _plan(workspace: Workspace, sites: Sequence[Site], first: date, quarter: Span) -> None:
    asked = tuple(
        replace(
            site,
            visits=max(
                1, _VISITS[at % len(_VISITS)] * Span(first, quarter.last).days // quarter.days
            ),
            share=_SHARE,
            group=("第一组", "第二组")[at % 2],
        )
        for at, site in enumerate(workspace.plans.usual_sites())
    )
    number = _ORDINALS[(quarter.first.month - 1) // 3]
    phases = {workspace.plans.phase_on(day) for day in (first, quarter.last)}
    draft = PlanDraft(
        f"{quarter.first.year}年第{number}季度检查计划",
        first,
        quarter.last,
        phase=phases.pop() if len(phases) == 1 else "",  # a plan of two phases is of none
        covert=_COVERT,
        sites=asked,
        barred=(Barred("市政务大厅", sites[3].id, sites[3].name),) if len(sites) > 3 else (),
    )
    workspace.plans.make(draft)
