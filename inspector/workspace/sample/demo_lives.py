"""What became of the findings of the sample data, by the real operations and at likely times.

Most are corrected at the next meeting; others are assigned, reported and rechecked over the days
that follow, some late, some not at all; a few are contested or come back.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from inspector.domain.checklist.checklist import Responsible
from inspector.domain.days.workdays import add_workdays
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState, RectificationType
from inspector.domain.finding.finding_event import PROGRAM, Source
from inspector.workspace.workspace import Workspace

_SHARED = "后勤保障部"
_HOST, _RECHECKER, _SUPERIOR = "值班经理", "复查组", "分管主任"
_MEETING, _RECHECK, _DESK = time(8, 20), time(10, 10), time(15, 30)

_CORRECTIONS = {
    Responsible.PERSON: (
        "晨会点评，当事人已改正并示范",
        "当事人已说明原因并改正",
        "班组长跟班半天，已改正",
    ),
    Responsible.TEAM: ("班组当日整改到位，现场确认", "已重新分工，值班经理复看合格"),
    Responsible.SITE: ("已安排补齐，现场确认", "当日整改到位，值班经理复看合格"),
}
_REPORTS = {
    Responsible.PERSON: (
        "已对当事人提醒谈话，本周跟班督促",
        "已组织班组复训，次日起逐窗口抽查",
        "已在班前会示范，连续三天抽查合格",
    ),
    Responsible.TEAM: ("已调整排班和顶岗安排", "已组织班组复训，次日起逐窗口抽查"),
    Responsible.SITE: (
        "已报后勤修复，现可正常使用",
        "已补齐更换，纳入班前检查",
        "已完成清理，明确专人每日检查",
    ),
}
_STILL_WRONG = ("抽查仍有一处未改到位", "高峰时段仍出现同样情况")
_DELAYS = ("配件未到货", "需与物业协调工期", "当事人休假，返岗后复训")


class _NotYetError(Exception):
    """The sample ends before this step."""


class _Group:
    """Findings of one visit that share a fate. Days are workdays after the visit."""

    def __init__(
        self,
        workspace: Workspace,
        rng: random.Random,
        findings: Sequence[Finding],
        set_now: Callable[[datetime], None],
        last_day: date,
        source: Source,
        shown: Callable[[Sequence[Finding]], None],
    ) -> None:
        self._source, self._shown = source, shown
        self._workspace, self._findings = workspace, workspace.findings
        self._rng, self._set_now, self._last_day = rng, set_now, last_day
        self._own = findings
        self._ids = [finding.id for finding in findings]
        self._visited = findings[0].raised_at.date()
        self._deadline = max(finding.deadline for finding in findings)

    def correct(self, days: int) -> None:
        self._at(days, _MEETING)
        for finding in self._own:
            said = self._one_of(_CORRECTIONS[finding.responsible])
            self._findings.correct([finding.id], said, by=_HOST, source=self._of(days))

    def assign(self, days: int, *, by_day: int) -> None:
        self._at(days, _MEETING)
        sustained = self._rng.random() < 0.1
        kind = RectificationType.SUSTAINED if sustained else RectificationType.TIMED
        deadline = max(self._deadline, self._day(by_day))
        wanted = Assignment(leader=_HOST, type=kind, deadline=deadline)
        for finding in self._own:
            whose = replace(wanted, department=finding.department or _SHARED, owner=_owner(finding))
            self._findings.assign([finding.id], whose, by=_HOST, source=self._of(days))

    def extend(self, days: int, more: int) -> None:
        self._at(days, _DESK)
        self._findings.extend(self._ids, more, self._one_of(_DELAYS), _SUPERIOR, by=_HOST)

    def report(self, days: int) -> None:
        done_on = self._at(days, _DESK)
        for finding in self._own:
            self._findings.report_done(
                finding.id, self._one_of(_REPORTS[finding.responsible]), done_on, by=_HOST
            )
        self._shown(self._own)

    def recheck(self, days: int, passed: bool = True) -> None:
        self._at(days, _RECHECK)
        note = "" if passed else self._one_of(_STILL_WRONG)
        self._findings.recheck(self._ids, passed, note, by=_RECHECKER)

    def appeal(self, days: int) -> None:
        self._at(days, _MEETING)
        reason = "当时正在协助老人办理，请调监控核实"
        self._findings.appeal(self._ids, reason, by=_HOST, source=self._of(days))

    def decide(self, days: int, outcome: AppealOutcome, reason: str) -> None:
        self._at(days, _DESK)
        for finding in self._findings.all_of(self._ids):
            if outcome is AppealOutcome.DOWNGRADED and not finding.deduction:
                continue
            self._findings.decide_appeal(
                [finding.id], outcome, reason, _SUPERIOR, finding.deduction // 2, by=_SUPERIOR
            )

    def reopen(self, days: int) -> None:
        self._at(days, _DESK)
        self._findings.reopen(self._ids, "回访发现同一问题反弹", by=_SUPERIOR)

    def note(self, days: int) -> None:
        self._at(days, _DESK)
        self._findings.note(self._ids, "已电话催办一次", by=_SUPERIOR)

    def _of(self, days: int) -> Source:
        """What was decided on the morning after the visit was decided at its meeting."""
        return self._source if days == 1 else PROGRAM

    def _day(self, days: int) -> date:
        return add_workdays(self._visited, days, self._workspace.holidays.calendar())

    def _at(self, days: int, moment: time) -> date:
        """Let it be that day; the sample ends before the first meeting of its last day."""
        day = self._day(days)
        if day >= self._last_day:
            raise _NotYetError
        self._set_now(datetime.combine(day, moment).astimezone())
        return day

    def _one_of(self, said: Sequence[str]) -> str:
        return self._rng.choice(said)


def _owner(finding: Finding) -> str:
    """Return who puts it right: the clerk, or whoever sees to what is everybody's."""
    if finding.responsible is Responsible.PERSON and finding.staff_number:
        return finding.staff_number
    return "班组长" if finding.responsible is Responsible.TEAM else "后勤专员"


def _corrected(group: _Group) -> None:
    group.correct(1)


def _done(group: _Group) -> None:
    group.assign(1, by_day=3)
    group.report(2)
    group.recheck(3)


def _failed_once(group: _Group) -> None:
    group.assign(1, by_day=4)
    group.report(3)
    group.recheck(4, passed=False)
    group.report(6)
    group.recheck(7)


def _extended(group: _Group) -> None:
    group.assign(1, by_day=3)
    group.extend(3, more=5)
    group.report(7)
    group.recheck(8)


def _came_back(group: _Group) -> None:
    group.correct(1)
    group.reopen(9)
    group.assign(10, by_day=12)
    group.report(12)
    group.recheck(13)


def _withdrawn(group: _Group) -> None:
    group.appeal(1)
    group.decide(3, AppealOutcome.WITHDRAWN, "监控显示情况属实，予以撤销")


def _downgraded(group: _Group) -> None:
    group.appeal(1)
    group.decide(3, AppealOutcome.DOWNGRADED, "情节较轻且已改正，减半扣分")
    group.correct(4)


def _upheld(group: _Group) -> None:
    group.appeal(1)
    group.decide(2, AppealOutcome.UPHELD, "监控与记录一致，维持扣分")
    group.assign(3, by_day=5)
    group.report(4)
    group.recheck(5)


def _waits_for_recheck(group: _Group) -> None:
    group.assign(1, by_day=5)
    group.report(3)
    group.recheck(15)


def _slow(group: _Group) -> None:
    group.assign(1, by_day=3)
    group.note(6)
    group.report(18)
    group.recheck(20)


def _forgotten(group: _Group) -> None:
    group.correct(30)


_FATES: dict[Callable[[_Group], None], int] = {
    _corrected: 500,
    _done: 330,
    _failed_once: 45,
    _extended: 35,
    _came_back: 12,
    _withdrawn: 8,
    _downgraded: 8,
    _upheld: 6,
    _waits_for_recheck: 16,
    _slow: 25,
    _forgotten: 15,
}
"""How often each, of a thousand."""

_LATE = (_failed_once, _extended, _came_back, _waits_for_recheck, _slow, _forgotten)


def live(
    workspace: Workspace,
    rng: random.Random,
    findings: Sequence[Finding],
    set_now: Callable[[datetime], None],
    last_day: date,
    late: float = 1.0,
    source: Source = PROGRAM,
    shown: Callable[[Sequence[Finding]], None] = lambda findings: None,
) -> None:
    """Let the findings of one visit live until the morning of `last_day`, before its meeting.

    `late` is how many times as often as elsewhere they are not put right in time; `source` is
    what decided on the morning after the visit. `shown` is told of findings reported done.
    """
    open_ones = [finding for finding in findings if finding.state is FindingState.OPEN]
    weights = [often * (late if fate in _LATE else 1) for fate, often in _FATES.items()]
    fates = rng.choices(list(_FATES), weights, k=len(open_ones))
    for fate in _FATES:
        own = [finding for finding, given in zip(open_ones, fates, strict=True) if given is fate]
        if own:
            try:
                fate(_Group(workspace, rng, own, set_now, last_day, source, shown))
            except _NotYetError:
                continue
