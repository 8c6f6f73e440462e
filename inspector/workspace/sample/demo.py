"""A sample data folder: made-up sites, inspected over the past months by the real operations.

The same folder for the same seed, number of inspections and last day.
"""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from inspector.domain.checklist.checklist import BonusRule, ChoiceRule, Item, MeasureRule
from inspector.domain.finding.finding_number import draw_code
from inspector.domain.visit.answer_changes import (
    chosen,
    deducted,
    measured,
    not_applicable,
    passed,
)
from inspector.domain.visit.inspection import Answer, InspectionKind, Scorecard, Verdict
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.storage.files.laptop_code_files import SampleLaptop
from inspector.workspace.sample.demo_lives import live
from inspector.workspace.sample.demo_walks import add_walks
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace

PER_TRANSACTION = 100
"""Inspections written at a time: few enough for memory, enough not to wait for the disk."""

_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class _Hall:
    """A made-up site. `care` is how seldom its clerks slip, from 0 to 1."""

    name: str
    pack: str
    windows: tuple[tuple[str, str, int], ...]  # sign, window kind, how many
    department: str
    first_number: int
    care: float


_HALLS = (
    _Hall(
        "城东营业厅", "telecom-hall",
        (("{}号窗口", "comprehensive", 6), ("收费{}号", "cashier", 2)), "综合部", 1001, 0.91,
    ),
    _Hall(
        "城西营业厅", "telecom-hall",
        (("{}号窗口", "comprehensive", 5), ("投诉{}号", "complaint", 1)), "综合部", 1101, 0.8,
    ),
    _Hall(
        "高新区营业厅", "telecom-hall",
        (("{}号窗口", "comprehensive", 7), ("收费{}号", "cashier", 2)), "市场部", 1201, 0.87,
    ),
    _Hall(
        "市政务大厅", "government-hall",
        (("咨询{}号", "reception", 2), ("受理{}号", "acceptance", 6)), "综合窗口科", 3001, 0.94,
    ),
    _Hall(
        "市第二医院", "hospital",
        (("挂号收费{}号", "registration", 4), ("西药房{}号", "western-pharmacy", 3),
         ("中药房{}号", "herbal-pharmacy", 2)), "门诊部", 4001, 0.68,
    ),
    _Hall(
        "南湾收费站", "toll-station", (("{}道", "manual-toll", 6),), "征费班", 2001, 0.75,
    ),
    _Hall(
        "客运总站", "coach-station",
        (("售票{}号", "ticketing", 5), ("问询{}号", "inquiry", 1)), "站务科", 5001, 0.84,
    ),
)  # fmt: skip

_NOTES = (
    "两位顾客走近时低头看手机", "当班人员解释为系统升级", "高峰时段，排队约二十人",
    "提醒后当场整理", "与上次检查同一位置", "", "", "", "", "",
)  # fmt: skip


_DAYS = (0.5, 0.8, 1, 1, 1.3, 1.8)
"""A hall has good and bad days, too: how much more often its clerks slip."""


class _Clock:
    """The moment that the operations take for now."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        """Let it be `moment`."""
        self.moment = moment


def write_demo(
    folder: Path,
    inspections: int,
    seed: int,
    last_day: date,
    progress: Callable[[int, int], None] = lambda done, total: None,
    *,
    rounds: bool = False,
    times: int = 1,
) -> None:
    """Fill `folder`, which must hold no database yet, with `inspections` completed visits.

    One more visit stays unfinished, for resuming; with `rounds` there are patrols and rechecks,
    too. There are the same halls so many `times`, with 52 windows each time. `progress` is told
    (done, total).
    """
    halls = [
        replace(hall, name=f"{hall.name}{copy}" if copy > 1 else hall.name)
        for copy in range(1, times + 1)
        for hall in _HALLS
    ]
    rng = random.Random(seed)
    clock = _Clock(datetime.combine(last_day, time(9, 30)).astimezone())
    workspace = Workspace(folder, clock, lambda: str(UUID(int=rng.getrandbits(128), version=4)))
    with closing(workspace):
        workspace.finding_numbers.laptop = SampleLaptop(draw_code(random.Random(f"laptop {seed}")))
        sites = [_add_hall(workspace, hall) for hall in halls]
        days = _visit_days(rng, last_day, inspections)
        visits: list[str] = []
        for begin in range(0, inspections, PER_TRANSACTION):
            with workspace.database.transaction():
                for index in range(begin, min(begin + PER_TRANSACTION, inspections)):
                    turn = index % len(halls)
                    minute = rng.randrange(0, 420)
                    start = datetime.combine(days[index], time(9)) + timedelta(minutes=minute)
                    clock.moment = start.astimezone()
                    inspection_id = _visit(workspace, rng, halls[turn], sites[turn])
                    clock.moment += timedelta(minutes=rng.randrange(15, 40))
                    workspace.inspections.complete(inspection_id)
                    visits.append(inspection_id)
            progress(min(begin + PER_TRANSACTION, inspections), inspections)
        clock.moment = datetime.combine(last_day, time(9, 32)).astimezone()
        _visit(workspace, rng, _HALLS[0], sites[0], answered=170)
        _let_live(workspace, rng, clock, visits, last_day)
        if rounds:
            add_walks(workspace, rng, sites, clock.set, last_day)


def _let_live(
    workspace: Workspace, rng: random.Random, clock: _Clock, visits: list[str], last_day: date
) -> None:
    """Tell what became of the findings of `visits`, which are in the order of their days."""

    for begin in range(0, len(visits), PER_TRANSACTION):
        with workspace.database.transaction():
            for inspection_id in visits[begin : begin + PER_TRANSACTION]:
                findings = workspace.inspections.findings(inspection_id)
                live(workspace, rng, findings, clock.set, last_day)


def _visit_days(rng: random.Random, last_day: date, count: int) -> list[date]:
    """Return workdays before `last_day` in ascending order: about seven visits each."""
    days: list[date] = []
    day = last_day
    while len(days) < count:
        day -= timedelta(days=1)
        if day.weekday() < _WORKDAYS:
            days.extend([day] * rng.randrange(1, 14))
    return sorted(days[:count])


def _add_hall(workspace: Workspace, hall: _Hall) -> Site:
    site = Site(workspace.new_id(), hall.name)
    windows: list[Window] = []
    for sign, kind, count in hall.windows:
        for index in range(1, count + 1):
            number = str(hall.first_number + len(windows))
            staff = Staff(workspace.new_id(), number, team="早班" if index % 2 else "晚班")
            windows.append(
                Window(
                    id=workspace.new_id(),
                    site_id=site.id,
                    number=sign.format(index),
                    kind=kind,
                    department=hall.department,
                    leader="值班经理",
                    staff=(staff,),
                )
            )
    workspace.roster_store.put([site], windows)
    return site


def _visit(
    workspace: Workspace,
    rng: random.Random,
    hall: _Hall,
    site: Site,
    answered: int | None = None,
) -> str:
    """Start a visit and answer all of it, or its first items; return its id."""
    windows = workspace.rosters.windows(site.id)
    inspection_id, _ = workspace.inspections.start(
        site,
        rng.choice((InspectionKind.COVERT, InspectionKind.COVERT, InspectionKind.OPEN)),
        [rng.choice(("检查一组", "检查二组"))],
        hall.pack,
        [Duty(window, window.staff[0]) for window in windows],
    )
    care = 1 - (1 - hall.care) * rng.choice(_DAYS)
    sheet = workspace.inspections.sheet(inspection_id)
    last_card, last_item = sheet.scorecards[0], ""
    left = answered
    for card in sheet.scorecards:
        items = [item for item in sheet.items(card) if not item.is_bonus or rng.random() < 0.03]
        answers = [_answer(rng, item, card, care) for item in items[:left]]
        if not answers:
            break
        if left is not None:
            left -= len(answers)
        workspace.inspections.record(inspection_id, card.id, answers)
        last_card, last_item = card, answers[-1].item_id
    workspace.inspections.stand_at(inspection_id, last_card.id, last_item)
    return inspection_id


def _answer(rng: random.Random, item: Item, card: Scorecard, care: float) -> Answer:
    if isinstance(item.rule, BonusRule):
        return Answer(item.id, Verdict.PASS, count=1, phrases=item.phrases[:1])
    # Each window has its good and bad days; a veto stays a rare thing.
    slips = (1 - care) * (0.3 + (_spread(card.window_number) % 10) / 10)
    slips = slips / 40 if item.veto else slips
    chance = rng.random()
    if chance > 1 - 0.03:
        return not_applicable(item)
    if chance > slips:
        return passed(item)
    answer = deducted(item)
    if isinstance(item.rule, MeasureRule):
        limit = item.rule.limit or 0
        answer = measured(item, answer, limit + 100 * rng.randrange(1, 12))
    elif isinstance(item.rule, ChoiceRule):
        answer = chosen(item, answer, rng.randrange(1, len(item.rule.options)))
    phrases = rng.sample(item.phrases, min(len(item.phrases), rng.choice((1, 1, 1, 2))))
    return Answer(
        item.id,
        answer.verdict,
        count=rng.choice((1, 1, 1, 2, 3)),
        option=answer.option,
        measured=answer.measured,
        phrases=tuple(phrases) if answer.verdict is Verdict.DEDUCT else (),
        note=rng.choice(_NOTES) if answer.verdict is Verdict.DEDUCT else "",
    )


def _spread(text: str) -> int:
    """Return a number for a text that is the same in every process, as hash() is not."""
    return sum(map(ord, text))
