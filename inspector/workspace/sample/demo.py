"""A sample data folder: made-up sites, inspected over the past months by the real operations.

The same folder for the same seed, number of inspections and last day, once that day is well begun:
before, what it holds of its last day lies earlier in the day, as none of it is still to come.
"""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from inspector.domain.finding.finding_number import draw_code
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.storage.files.laptop_code_files import SampleLaptop
from inspector.workspace.sample.demo_answers import Looker
from inspector.workspace.sample.demo_complaints import add_complaints
from inspector.workspace.sample.demo_draws import DRAWN, draw_visit
from inspector.workspace.sample.demo_evaluations import publish_quarters
from inspector.workspace.sample.demo_halls import HALLS, Hall
from inspector.workspace.sample.demo_identities import Identities
from inspector.workspace.sample.demo_inspectors import add_inspectors, party_drawn
from inspector.workspace.sample.demo_lives import live
from inspector.workspace.sample.demo_meetings import meet
from inspector.workspace.sample.demo_photos import Photographer
from inspector.workspace.sample.demo_plans import add_plans
from inspector.workspace.sample.demo_signatures import let_sign
from inspector.workspace.sample.demo_surveys import Interviewer
from inspector.workspace.sample.demo_trainings import hold_trainings
from inspector.workspace.sample.demo_walks import add_walks
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace

PER_TRANSACTION = 100
"""Inspections written at a time: few enough for memory, enough not to wait for the disk."""

_WORKDAYS = 5

HALF_A_YEAR = 182
"""Days over which the visits lie, unless they are so many that no team could make them."""

_YESTERDAY, _FEWEST_A_DAY, _MOST_A_DAY = 3, 0.5, 7

_WITH_MEETING = 30
"""Of the newest visits the minutes of a meeting tell."""

_WITH_PHOTOS = 12
"""Of the newest visits there are photos: some weeks, which is what one looks at."""

_BEFORE_A_VISIT = timedelta(minutes=20)  # it is drawn where to go

_ENOUGH_FOR_A_HURRY = 10
"""Visits from which on one of them saw too little to be ranked."""


_DONE = timedelta(hours=9, minutes=45)
"""Of the last day: when all that a sample holds of it has happened."""


class _Clock:
    """The moment that the operations take for now, which is never after `now`.

    Somebody who has a sample written before 9:45 gets all of its last day as well, each thing as
    much earlier as it takes; one comes after the other as ever.
    """

    def __init__(self, moment: datetime, last_day: date, now: datetime) -> None:
        self.moment = moment
        self._midnight = datetime.combine(last_day, time()).astimezone()
        gone = now - self._midnight
        self._part = gone / _DONE if timedelta() < gone < _DONE else 1.0

    def __call__(self) -> datetime:
        if self._part == 1 or self.moment <= self._midnight:
            return self.moment
        passed = (self.moment - self._midnight) * self._part
        return self._midnight + timedelta(seconds=int(passed.total_seconds()))

    def set(self, moment: datetime) -> None:
        """Let it be `moment`."""
        self.moment = moment


def write_half_a_year(folder: Path, last_day: date) -> None:
    """Fill `folder` with what the window's sample holds."""
    write_demo(folder, inspections=59, seed=1, last_day=last_day, rounds=True, photos=True)


def write_demo(
    folder: Path,
    inspections: int,
    seed: int,
    last_day: date,
    progress: Callable[[int, int], None] = lambda done, total: None,
    *,
    rounds: bool = False,
    photos: bool = False,
    times: int = 1,
    now: datetime | None = None,
) -> None:
    """Fill `folder`, which must hold no database yet, with `inspections` completed visits.

    One more visit stays unfinished, for resuming; with `rounds` there are patrols and rechecks,
    too, with `photos` the newest visits took some. There are the same halls so many `times`, with
    52 windows each time. `progress` is told (done, total).
    """
    halls = [
        replace(hall, name=f"{hall.name}{copy}" if copy > 1 else hall.name)
        for copy in range(1, times + 1)
        for hall in HALLS
    ]
    rng = random.Random(seed)
    opened = datetime.combine(last_day, time(9, 30)).astimezone()
    clock = _Clock(opened, last_day, now or datetime.now().astimezone())
    identities = Identities(rng)
    workspace = Workspace(folder, clock, identities)
    interviewer = Interviewer(workspace, identities, seed)
    photographer = Photographer(workspace, identities, seed, takes=photos)
    with closing(workspace):
        workspace.finding_numbers.laptop = SampleLaptop(draw_code(random.Random(f"laptop {seed}")))
        sites = [_add_hall(workspace, hall) for hall in halls]
        add_inspectors(workspace, identities, last_day)
        days = _visit_days(rng, last_day, inspections)
        ages = [min(1.0, (last_day - day).days / HALF_A_YEAR) for day in days]
        earliest = min([last_day - timedelta(days=HALF_A_YEAR), *days[:1]])
        met = max(0, inspections - _WITH_MEETING)
        visits: list[tuple[str, Hall]] = []
        for begin in range(0, max(1, inspections), PER_TRANSACTION):
            with workspace.database.transaction():
                if not begin:  # entered with the first visits: else they would seem dated back
                    with identities.of(random.Random(f"plans {seed}")):
                        add_plans(workspace, sites, clock.set, earliest, last_day)
                for index in range(begin, min(begin + PER_TRANSACTION, inspections)):
                    if index == met:
                        _let_live(workspace, rng, clock, visits, last_day)
                    turn = index % len(halls)
                    minute = rng.randrange(0, 420)
                    start = datetime.combine(days[index], time(9)) + timedelta(minutes=minute)
                    if rounds and (newest := inspections - index) <= DRAWN:
                        clock.moment = (start - _BEFORE_A_VISIT).astimezone()
                        with identities.of(random.Random(f"draw {seed} {index}")):
                            draw_visit(workspace, sites[turn], days[index], twice=newest == DRAWN)
                    clock.moment = start.astimezone()
                    hurried = index == inspections // 2 and inspections >= _ENOUGH_FOR_A_HURRY
                    inspection_id = _visit(
                        workspace, rng, halls[turn], sites[turn], ages[index], hurried=hurried
                    )
                    clock.moment += timedelta(minutes=rng.randrange(15, 40))
                    if index >= inspections - _WITH_PHOTOS:
                        photographer.visit(inspection_id)
                    if index >= met:
                        interviewer.ask(sites[turn], halls[turn], inspection_id)
                    workspace.inspections.complete(inspection_id)
                    visits.append((inspection_id, halls[turn]))
                    if index >= met:
                        _meet_about(
                            workspace, rng, clock, visits[-1], sites[turn], days[index], last_day,
                            photographer,
                        )  # fmt: skip
            if inspections:
                progress(min(begin + PER_TRANSACTION, inspections), inspections)
        for inspection_id, hall in visits[met:]:
            let_sign(workspace, rng, inspection_id, hall.head, clock.set)
        clock.moment = datetime.combine(last_day, time(9, 32)).astimezone()
        begun = _visit(workspace, rng, HALLS[0], sites[0], 0.0, answered=170)
        photographer.visit(begun)
        if rounds:
            add_walks(workspace, rng, sites, clock.set, last_day, photographer)
            with identities.of(random.Random(f"complaints {seed}")):
                add_complaints(workspace, sites, clock.set, last_day, seed)
            with identities.of(random.Random(f"evaluations {seed}")):
                publish_quarters(workspace, clock.set, last_day)  # once all that it weighs is there
            hold_trainings(workspace, last_day)


def _meet_about(
    workspace: Workspace,
    rng: random.Random,
    clock: _Clock,
    visit: tuple[str, Hall],
    site: Site,
    day: date,
    last_day: date,
    photographer: Photographer,
) -> None:
    """Hold the meeting after a visit, and tell what became of its findings."""
    inspection_id, hall = visit
    findings = workspace.inspections.findings(inspection_id)
    meet(
        workspace, rng, site, day, clock.set, last_day,
        lambda source: live(
            workspace, rng, findings, clock.set, last_day, hall.late, source, photographer.reported
        ),
    )  # fmt: skip


def _let_live(
    workspace: Workspace,
    rng: random.Random,
    clock: _Clock,
    visits: list[tuple[str, Hall]],
    last_day: date,
) -> None:
    """Tell what became of the findings of `visits`, which are in the order of their days."""

    for begin in range(0, len(visits), PER_TRANSACTION):
        with workspace.database.transaction():
            for inspection_id, hall in visits[begin : begin + PER_TRANSACTION]:
                findings = workspace.inspections.findings(inspection_id)
                live(workspace, rng, findings, clock.set, last_day, hall.late)


def _visit_days(rng: random.Random, last_day: date, count: int) -> list[date]:
    """Return workdays before `last_day` in ascending order, over half a year where that will do.

    A few visits are of the day before, so that there is something to go through today.
    """
    usual = max(_FEWEST_A_DAY, min(count / (HALF_A_YEAR * _WORKDAYS / 7), _MOST_A_DAY))
    days: list[date] = []
    day, due = last_day, float(_YESTERDAY)
    while len(days) < count:
        day -= timedelta(days=1)
        if day.weekday() < _WORKDAYS:
            days.extend([day] * int(due))
            due += usual * rng.uniform(0.4, 1.6) - int(due)
    return sorted(days[:count])


def _add_hall(workspace: Workspace, hall: Hall) -> Site:
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
    hall: Hall,
    site: Site,
    age: float,
    answered: int | None = None,
    *,
    hurried: bool = False,
) -> str:
    """Start a visit and answer all of it, or its first items; return its id.

    A `hurried` one leaves too much unobserved to be ranked.
    """
    windows = workspace.rosters.windows(site.id)
    kind = rng.choice((InspectionKind.COVERT, InspectionKind.COVERT, InspectionKind.OPEN))
    blind = rng.uniform(0.25, 0.3) if hurried else rng.uniform(0.005, 0.09)
    looker = Looker(rng, hall, age, blind, kind is InspectionKind.COVERT)
    inspection_id, _ = workspace.inspections.start(
        site,
        kind,
        party_drawn(rng, workspace.now().date()),
        hall.pack,
        [Duty(window, window.staff[0]) for window in windows],
        phase=workspace.plans.phase_on(workspace.now().date()),
    )
    sheet = workspace.inspections.sheet(inspection_id)
    last_card, last_item = sheet.scorecards[0], ""
    left = answered
    for card in sheet.scorecards:
        items = [item for item in sheet.items(card) if not item.is_bonus or rng.random() < 0.01]
        answers = [looker.answer(item, card) for item in items[:left]]
        if not answers:
            break
        if left is not None:
            left -= len(answers)
        workspace.inspections.record(inspection_id, card.id, answers)
        last_card, last_item = card, answers[-1].item_id
    workspace.inspections.stand_at(inspection_id, last_card.id, last_item)
    return inspection_id
