"""A hall the morning after a visit: fifteen findings for its meeting, some with photos.

new       2号窗口 and 3号窗口: five each; 1号窗口: two
due today 1号窗口 uniform, reported done
overdue   1号窗口 desk, assigned
repeats   1号窗口 greet, found three weeks before as well
"""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from inspector.domain.days.workdays import DayKind, add_workdays, last_workday_before
from inspector.domain.finding.assignment import Assignment
from inspector.domain.visit.answer_changes import deducted, passed, praised, with_phrase
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Answer, InspectionKind
from inspector.domain.visit.roster import Staff
from inspector.workspace.preferences import HOST
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.visits.folder import EAST, EAST_WINDOWS, PACK, PACK_ID, WEST, window
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach

NAMES = {"1001": "张敏", "1002": "李娜", "1003": "王小红", "1004": "赵强"}
WINDOWS = [
    replace(w, staff=tuple(Staff(s.id, s.number, NAMES[s.number]) for s in w.staff))
    for w in EAST_WINDOWS
]
FIVE = ("greet", "uniform", "polite", "notice", "desk")
PARTS = {"new": 12, "due": 1, "overdue": 1, "repeats": 1}


class MorningClock:
    """A clock that is set by hand."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def set(self, day: date, at: time) -> None:
        self.moment = datetime.combine(day, at).astimezone()


def write_hall(
    folder: Path, photos: bool = True, today: date | None = None, alike: bool = False
) -> None:
    """Fill `folder` with the hall, its visits, and photos unless told otherwise.

    Each window has its own words, unless what was found is to be `alike` at all of them.
    """
    today = today or date.today()
    shutil.copytree(PACK, folder / "packs" / PACK_ID)
    clock = MorningClock(datetime.now().astimezone())
    with closing(Workspace(folder, clock)) as workspace:
        workspace.roster_store.put([EAST, WEST], [*WINDOWS, window(WEST, "1号窗口", "2001")])
        workspace.preferences.set(HOST, "刘班长")
        workspace.holidays.set(today, DayKind.WORK)  # the tests hold a meeting on Saturdays, too
        yesterday = last_workday_before(today, workspace.holidays.calendar())
        clock.set(today - timedelta(days=21), time(10))
        _first_visit(workspace, clock, today, photos)
        clock.set(yesterday, time(9, 30))
        _second_visit(workspace, photos, alike)


def write_alike(folder: Path) -> None:
    """The hall where the same was found at several windows: five problems."""
    write_hall(folder, alike=True)


def _first_visit(workspace: Workspace, clock: MorningClock, today: date, photos: bool) -> None:
    """Three findings at 1号窗口: closed since, overdue, reported done and due today."""
    inspection = _visit(workspace, {1: ("greet", "uniform", "desk")}, photos)
    by_item = {each.item_id: each for each in workspace.inspections.findings(inspection)}
    workspace.findings.correct([by_item["greet"].id], "已复训", by="复查组")
    due = add_workdays(clock().date(), 3, workspace.holidays.calendar())
    workspace.findings.assign(
        [by_item["desk"].id], Assignment(owner="1001", deadline=due), by="值班经理"
    )
    uniform = by_item["uniform"].id
    workspace.findings.assign([uniform], Assignment(owner="1001", deadline=today), by="值班经理")
    workspace.findings.report_done(uniform, "已补发工牌", clock().date())
    if photos:
        shown = workspace.evidence.prepare(jpeg("#5d8a6f"), "整改后.jpg")
        workspace.evidence.attach_to_finding(
            shown, uniform, EvidenceOrigin.CHOSEN, EvidenceRole.REPORTED
        )


def _second_visit(workspace: Workspace, photos: bool, alike: bool) -> None:
    wrong = {1: ("greet", "polite", "notice"), 2: FIVE, 3: FIVE}
    _visit(workspace, wrong, photos, highlight="desk", alike=alike)


def _visit(
    workspace: Workspace,
    wrong: dict[int, tuple[str, ...]],
    photos: bool,
    highlight: str = "",
    alike: bool = True,
) -> str:
    """Make a whole visit; `wrong` are items by the number of their window, 0 the public area."""
    duties = [Duty(each, each.staff[0]) for each in WINDOWS]
    inspection, _ = workspace.inspections.start(
        EAST, InspectionKind.COVERT, ["检查一组"], PACK_ID, duties
    )
    sheet = workspace.inspections.sheet(inspection)
    for number, card in enumerate(sheet.scorecards):
        answers: list[Answer] = []
        for item in sheet.items(card):
            if item.id in wrong.get(number, ()):
                answer = deducted(item)
                phrase = item.phrases[0] if item.phrases else ""
                answer = with_phrase(item, answer, phrase) if phrase else answer
                answers.append(answer if alike else replace(answer, note=f"共{number}次"))
            elif number == 1 and item.id == highlight:
                answers.append(replace(praised(item), note="台面整洁，物品摆放有序"))
            elif not item.is_bonus:
                answers.append(passed(item))
        workspace.inspections.record(inspection, card.id, answers)
        for item_id in ("greet", highlight) if photos and number == 1 else ():
            if item_id:
                colour = "#7d8fa8" if item_id == "greet" else "#a8987d"
                prepared = workspace.evidence.prepare(jpeg(colour), f"{item_id}.jpg")
                attach(
                    workspace.evidence,
                    prepared,
                    inspection,
                    card.id,
                    item_id,
                    EvidenceOrigin.CHOSEN,
                )
    workspace.inspections.complete(inspection)
    return inspection
