"""Complaints of the sample half year: by every channel, in every state, some late, some nameless.

The same for the same seed; everybody in them is made up.
"""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from inspector.domain.checklist.category import Category
from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.domain.visit.roster import Site
from inspector.workspace.visits.voiced_findings import Voiced
from inspector.workspace.workspace import Workspace

_MANY = 30
"""Of the half year, beside the newest."""

_HALF_A_YEAR = 182

_NEWEST: Sequence[tuple[int, int, bool]] = (
    (30, 3, True), (27, 4, True), (24, 1, True), (18, 0, True), (12, 2, False), (8, 2, True),
    (5, 1, True), (3, 1, True), (2, 0, True), (1, 0, True),
)  # fmt: skip
"""Days back, steps taken by today, whether it was upheld: every state, and two that are late."""

_LATE = (24, 18)
_SATURDAY = 5

_SAID: Sequence[tuple[ComplaintKind, str, Category, bool]] = (
    (ComplaintKind.COMPLAINT, "排队四十分钟，窗口只开了两个", Category.OPERATING_NORMS, True),
    (ComplaintKind.COMPLAINT, "工作人员解释不清，让我跑了两趟", Category.CIVIL_LANGUAGE, True),
    (ComplaintKind.COMPLAINT, "办理时一直看手机，叫了几声才答应", Category.ETIQUETTE, True),
    (ComplaintKind.COMPLAINT, "公示的收费标准和实际收的不一样", Category.OPERATING_NORMS, False),
    (ComplaintKind.COMPLAINT, "卫生间没有纸，地面有水", Category.CLEANLINESS, True),
    (ComplaintKind.REPORT, "有人不取号直接到窗口办", Category.OPERATING_NORMS, False),
    (ComplaintKind.REPORT, "上班时间窗口没人，桌上也没有牌子", Category.ETIQUETTE, True),
    (ComplaintKind.SUGGESTION, "建议在门口放一台老花镜和放大镜", Category.CLEANLINESS, True),
    (ComplaintKind.SUGGESTION, "建议中午留一个窗口办急事", Category.OPERATING_NORMS, True),
    (ComplaintKind.OTHER, "上次办的证件什么时候能取", Category.OPERATING_NORMS, False),
)
_WHO = ("李女士", "王先生", "赵女士", "陈先生", "刘女士", "孙先生")
_TAKEN_BY = ("值班经理", "大堂引导员", "客服专员")
_SEES_TO_IT = ("张晓", "周宁", "吴敏")


def add_complaints(
    workspace: Workspace,
    sites: Sequence[Site],
    set_clock: Callable[[datetime], None],
    last_day: date,
    seed: int,
) -> None:
    """Take complaints down over half a year, and see to most of them."""
    rng = random.Random(f"complaints of {seed}")
    days = sorted((rng.randrange(31, _HALF_A_YEAR) for _ in range(_MANY)), reverse=True)
    with workspace.database.transaction():
        for number, back in enumerate(days):
            day = last_day - timedelta(days=back)
            _live(workspace, rng, rng.choice(list(sites)), set_clock, day, last_day, number)
        for back, most, upheld in _NEWEST:
            day = last_day - timedelta(days=back)
            _live(
                workspace, rng, rng.choice(list(sites)), set_clock, day, last_day, 0, most, upheld,
                is_late=back in _LATE,
            )  # fmt: skip


def _live(
    workspace: Workspace,
    rng: random.Random,
    site: Site,
    set_clock: Callable[[datetime], None],
    day: date,
    last_day: date,
    number: int,
    most: int = 5,
    is_upheld: bool | None = None,
    *,
    is_late: bool = False,
) -> None:
    """Let one complaint come on a day, and become what it is by the last day.

    `most` steps are taken of it; `is_late`: its limit was short, and nobody saw to it.
    """
    steps = workspace.complaints
    moment = datetime.combine(day, time(8 + rng.randrange(9), rng.randrange(60))).astimezone()

    def later(least: int, most_days: int) -> bool:
        """Let some workdays pass; tell whether that is still before the last day."""
        nonlocal moment, most
        most -= 1
        if most < 0:
            return False
        if is_upheld is not None:
            least, most_days = 0, 1
        for _ in range(rng.randint(least, most_days)):
            moment += timedelta(days=1)
            while moment.weekday() >= _SATURDAY:
                moment += timedelta(days=1)
        set_clock(moment)
        return moment.date() < last_day

    set_clock(moment)
    kind, content, category, upheld = rng.choice(_SAID)
    upheld = upheld if is_upheld is None else is_upheld
    nobody = is_upheld is None and (kind is ComplaintKind.REPORT or rng.random() < 0.15)
    windows = workspace.rosters.windows(site.id)
    window = rng.choice(windows) if rng.random() < 0.7 else None
    complaint, _ = steps.receive(
        Arrival(
            site,
            content,
            Channel.HOTLINE if is_late else rng.choice(list(Channel)),
            kind,
            window_number=window.number if window else "",
            anonymous=nobody,
            complainant="" if nobody else rng.choice(_WHO),
            phone="" if nobody else f"1380000{rng.randrange(10_000):04}",
            first_asked=(by := rng.choice(_TAKEN_BY)),
        ),
        by=by,
    )
    ids, owner = [complaint.id], rng.choice(_SEES_TO_IT)
    if is_upheld is None and number % 19 == 7:
        steps.void(ids, "与前一件重复", by=by)
        return
    if not later(0, 2):
        return
    steps.accept(ids, "客户服务部", owner, by=by)
    if not later(1, 3):
        return
    steps.verify(ids, upheld, _found(upheld), by=owner)
    if upheld and kind.accuses and number % 3 == 0:
        voiced = Voiced(content, "投诉举报", category, window=window)
        steps.raise_finding(complaint.id, voiced, by=owner)
    _close(workspace, rng, complaint, owner, later)


def _close(
    workspace: Workspace,
    rng: random.Random,
    complaint: Complaint,
    owner: str,
    later: Callable[[int, int], bool],
) -> None:
    steps, ids = workspace.complaints, [complaint.id]
    if rng.random() < 0.12:
        steps.extend(ids, 5, "等调取当天录像", "赵主任", by=owner)
    if not later(1, 9 if rng.random() < 0.25 else 4):
        return
    said = "已在意见箱旁公示" if complaint.anonymous else "已电话说明情况并致歉"
    steps.answer(ids, said, by=owner)
    if complaint.anonymous:
        if later(1, 3):
            steps.archive(ids, by=owner)
        return
    if not later(2, 6):
        return
    (grade,) = rng.choices(list(Satisfaction), weights=(30, 40, 15, 10, 5))
    steps.follow_up(ids, grade, by="客服专员")
    if later(1, 4):
        steps.archive(ids, by=owner)


def _found(upheld: bool) -> str:
    if upheld:
        return "调看当天录像并询问当班人员，情况属实"
    return "调看当天录像，未发现所反映的情况"
