"""Evaluations of the sample data: what its office weighs, and the quarters that it published."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.errors import NothingToExportError
from inspector.domain.evaluation.scheme import Scheme
from inspector.workspace.extent import Extent, Period
from inspector.workspace.workspace import Workspace

_OFFICE = "示例文明办"
_AT = time(9, 45)
_PATROLS_A_WEEK = 3


def publish_quarters(
    workspace: Workspace, set_now: Callable[[datetime], None], last_day: date
) -> None:
    """Publish the last two quarters that are over, the earlier one first.

    All of it on the last day: what became of findings is told as of then.
    """
    set_now(datetime.combine(last_day, _AT).astimezone())
    workspace.evaluations.set_scheme(replace(Scheme(), patrols_a_week=_PATROLS_A_WEEK))
    newest = span_of(SpanKind.QUARTER, last_day).before
    for quarter in (newest.before, newest):
        with suppress(NothingToExportError):  # of few visits none may lie there
            workspace.evaluations.publish(_extent(quarter), _OFFICE)


def _extent(span: Span) -> Extent:
    return Extent(Period(span.first, span.last))
