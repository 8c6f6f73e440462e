"""Morning meetings of the sample data: held on the workday after a visit, with minutes."""

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from inspector.domain.days.workdays import add_workdays
from inspector.domain.finding.finding_event import PROGRAM, Source
from inspector.domain.visit.roster import Site
from inspector.workspace.meeting.meetings import source_of
from inspector.workspace.workspace import Workspace

_BEGIN = time(8, 10)

_TASKS = (
    "早班提前一刻钟到岗，引导岗加一人",
    "月末高峰，午间不减窗口；引导岗负责取号分流",
    "今日重点：班前互查着装和台面；值班经理十点、十五点各巡视一次",
    "新到材料样表上架；自助区安排专人",
)
_REMARKS = ("两人一组各练一遍，动作基本到位", "第三步容易漏，已逐人过关", "新到岗人员还需多练")


def meet(
    workspace: Workspace,
    rng: random.Random,
    site: Site,
    visited: date,
    set_now: Callable[[datetime], None],
    last_day: date,
    then: Callable[[Source], None],
) -> None:
    """Hold the meeting that goes through a visit of that day; `then` tells what became of it.

    What is decided on that morning is decided at the meeting. On the last day it is still to be
    held, and nobody decided anything.
    """
    day = add_workdays(visited, 1, workspace.holidays.calendar())
    if day >= last_day:
        then(PROGRAM)
        return
    began = datetime.combine(day, _BEGIN).astimezone()
    set_now(began)
    staff = [each.number for window in workspace.rosters.windows(site.id) for each in window.staff]
    absent = rng.sample(staff, rng.choice((0, 0, 1, 1, 2)))
    drill = workspace.meetings.drill(site)
    meeting_id, _ = workspace.meetings.start(
        site,
        host="值班经理",
        present=tuple(number for number in staff if number not in absent),
        absent=tuple(absent),
        drill=drill.title if drill else "",
        drill_note=rng.choice(_REMARKS) if drill else "",
        tasks=rng.choice(_TASKS),
    )
    for item in workspace.meetings.agenda(meeting_id).items:
        workspace.meetings.discuss(meeting_id, item.finding.id, by="值班经理")
    then(source_of(meeting_id))
    set_now(began + timedelta(minutes=rng.randrange(11, 19)))
    workspace.meetings.end(meeting_id)
