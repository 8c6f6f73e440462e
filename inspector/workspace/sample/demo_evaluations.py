"""Evaluations of the sample data: what its office weighs, and the quarters that it published."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.errors import NothingToExportError
from inspector.domain.evaluation.scheme import Scheme
from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace

_OFFICE = "示例文明办"
_AT = time(9, 45)
_PATROLS_A_WEEK = 3
_WAITING_COST = 15
_AFTERWARDS = timedelta(days=8)


def publish_quarters(
    workspace: Workspace, set_now: Callable[[datetime], None], last_day: date
) -> None:
    """Publish the last two quarters that are over, each some days after its end.

    What the office weighs changes between them. Findings stand as they do at the end of the sample.
    """
    newest = span_of(SpanKind.QUARTER, last_day).before
    first = replace(Scheme(), patrols_a_week=_PATROLS_A_WEEK)
    second = replace(first, waiting_cost=_WAITING_COST)
    for quarter, scheme in ((newest.before, first), (newest, second)):
        day = min(quarter.last + _AFTERWARDS, last_day)
        set_now(datetime.combine(day, _AT).astimezone())
        workspace.evaluations.set_scheme(scheme)
        with suppress(NothingToExportError):  # of few visits none may lie there
            workspace.evaluations.publish(_extent(quarter), _OFFICE)
    set_now(datetime.combine(last_day, _AT).astimezone())


def _extent(span: Span) -> Extent:
    return Extent(Period(span.first, span.last))
