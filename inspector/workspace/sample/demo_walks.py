"""Patrols and rechecks of the sample data: a week of walks at one hall, what is due looked at.

By the real operations; what the walks found is corrected at the next meeting.
"""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from inspector.domain.checklist.category import Category
from inspector.domain.days.workdays import last_workday_before
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.inspection import Slot
from inspector.domain.visit.roster import Site
from inspector.workspace.sample.demo_photos import Photographer
from inspector.workspace.workspace import Workspace

DAYS = 5
"""Workdays of walks before the last day."""

_ROUNDS = (
    (Slot.MORNING, time(8, 50)), (Slot.MORNING, time(10, 40)),
    (Slot.AFTERNOON, time(14, 10)), (Slot.AFTERNOON, time(16, 20)),
)  # fmt: skip
_MEETING, _RECHECK = time(8, 20), time(8, 40)
_PATROLLER, _RECHECKERS = "值班经理", ("复查组",)

_IN_PUBLIC = (
    ("卫生间", "地面有水渍", Category.CLEANLINESS, "已通知保洁，当场拖干"),
    ("等候区", "座椅上有杂物", Category.CLEANLINESS, "已清理"),
    ("自助区", "一台终端缺纸", Category.OPERATING_NORMS, "已补纸"),
    ("入口", "宣传架上有过期单页", Category.OPERATING_NORMS, None),
)
_AT_WINDOWS = (
    ("台面有水杯", Category.CLEANLINESS, "已提醒，当场改正"),
    ("未佩戴工牌", Category.ETIQUETTE, "已提醒，当场改正"),
    ("离岗未放暂停服务牌", Category.OPERATING_NORMS, None),
    ("接待顾客时未使用“您好”", Category.CIVIL_LANGUAGE, None),
)
_LESSONS = ("已在晨会提醒并示范", "当事人已说明原因并改正")


def add_walks(
    workspace: Workspace,
    rng: random.Random,
    sites: Sequence[Site],
    set_now: Callable[[datetime], None],
    last_day: date,
    photographer: Photographer,
) -> None:
    """Let the first site be patrolled daily, and recheck what is due where most of it waits.

    On the last day one site's recheck is completed, then one patrol made, as the page of the
    meeting begins with the site that was visited last; another site's recheck is begun.
    """
    calendar = workspace.holidays.calendar()
    days = [last_day]
    while len(days) <= DAYS:
        days.append(last_workday_before(days[-1], calendar))
    found: list[str] = []
    for day in reversed(days):
        with workspace.database.transaction():  # the journal tells when each day was
            _meet(workspace, rng, found, _moment(day, _MEETING), set_now)
            if day == last_day:
                set_now(_moment(day, _RECHECK))
                _recheck(workspace, photographer, _busiest(workspace, sites)[1], looked_at=None)
            for slot, start in _ROUNDS[:1] if day == last_day else _ROUNDS:
                set_now(_moment(day, start))
                found += _patrol(workspace, rng, sites[0], slot, photographer)
    with workspace.database.transaction():
        set_now(_moment(last_day, time(9, 5)))
        _recheck(workspace, photographer, _most_shown(workspace, photographer, sites), looked_at=1)


def _busiest(workspace: Workspace, sites: Sequence[Site]) -> list[Site]:
    """Return the sites in the order of how much waits to be rechecked there."""
    return sorted(sites, key=lambda site: len(workspace.rechecks.due(site)), reverse=True)


def _most_shown(workspace: Workspace, photographer: Photographer, sites: Sequence[Site]) -> Site:
    """Return where most photos are of what waits to be rechecked; of several where most waits."""

    def shown(site: Site) -> tuple[int, int]:
        due = workspace.rechecks.due(site)
        return sum(map(photographer.has_shown, due)), len(due)

    return max(sites, key=shown)


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone()


def _patrol(
    workspace: Workspace, rng: random.Random, site: Site, slot: Slot, photographer: Photographer
) -> list[str]:
    """Make a whole patrol; return the findings that go to the next meeting."""
    inspection_id, _ = workspace.patrols.start(site, [_PATROLLER], slot)
    area, *windows = workspace.inspection_store.scorecards(inspection_id)
    if rng.random() < 0.4:
        place, text, category, handled = rng.choice(_IN_PUBLIC)
        entry_id, _ = workspace.patrols.note(
            inspection_id, area.id, text, place=place, category=category, handled=handled,
            to_meeting=handled is None,
        )  # fmt: skip
        photographer.patrolled(inspection_id, area.id, entry_id, text, handled=handled is not None)
    if rng.random() < 0.5:
        text, category, handled = rng.choice(_AT_WINDOWS)
        card = rng.choice(windows)
        entry_id, _ = workspace.patrols.note(
            inspection_id, card.id, text, category=category, handled=handled
        )
        photographer.patrolled(inspection_id, card.id, entry_id, text, handled=handled is not None)
    workspace.patrols.mark_clean(inspection_id, [area.id, *[card.id for card in windows]])
    workspace.patrols.complete(inspection_id)
    return [
        finding.id
        for finding in workspace.inspections.findings(inspection_id)
        if not finding.state.is_ended
    ]


def _meet(
    workspace: Workspace,
    rng: random.Random,
    found: list[str],
    at: datetime,
    set_now: Callable[[datetime], None],
) -> None:
    """Correct at the morning meeting what the walks of the day before found."""
    if found:
        set_now(at)
        source = Source(SourceKind.MEETING)
        workspace.findings.correct(found, rng.choice(_LESSONS), by=_PATROLLER, source=source)
        found.clear()


def _recheck(
    workspace: Workspace, photographer: Photographer, site: Site, looked_at: int | None
) -> None:
    """Recheck what is due at a site, all of it (None) or the first few findings."""
    if not workspace.rechecks.due(site):
        return
    inspection_id, _ = workspace.rechecks.start(site, _RECHECKERS)
    waiting = [
        workspace.findings.get(e.finding_id) for e in workspace.rechecks.entries(inspection_id)
    ]
    waiting.sort(key=photographer.has_shown, reverse=True)
    for number, finding in enumerate(waiting[:looked_at], 1):
        failed = number % 4 == 0
        outcome = RecheckOutcome.FAILED if failed else RecheckOutcome.PASSED
        note = "抽查仍有一处未改到位" if failed else ""
        workspace.rechecks.decide(inspection_id, finding.id, outcome, note)
        if not failed:
            photographer.rechecked(finding, inspection_id)
    if looked_at is None:
        workspace.rechecks.complete(inspection_id)
