"""晨会: what a morning meeting goes through, in which order, and what it leaves behind."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.finding.finding import Finding

DRILL = "drill"
"""Among what a meeting leaves out: its drill. A finding is there by its id, praise by its key."""

BUDGET = 15
"""Minutes: the quarter of an hour before opening (DOMAIN §4.1)."""


class Part(StrEnum):
    """The parts of an agenda, in their order. A finding stands in one of them."""

    NEW = "new"  # found since the last meeting
    DUE_TODAY = "due-today"
    OVERDUE = "overdue"
    REPEATS = "repeats"  # found before at the same window, and found again


class PraiseKind(StrEnum):
    """Why somebody is praised."""

    HIGHLIGHT = "highlight"  # 亮点 of a visit
    FULL_MARKS = "full-marks"
    FIXED = "fixed"  # what was found is closed


@dataclass(frozen=True, slots=True)
class Praise:
    """One word of praise. `staff_name` is shown only where names are switched on."""

    kind: PraiseKind
    window_number: str  # PUBLIC_AREA outside any window
    staff_number: str
    staff_name: str
    text: str
    scorecard_id: str = ""  # with `item_id`: whose photos show it
    item_id: str = ""
    finding_id: str = ""
    left_out: bool = False  # it was not to be shown at this meeting

    @property
    def key(self) -> str:
        """What it is about, whoever reads the names in it: what was shown is not shown again."""
        return "/".join((self.kind, self.scorecard_id, self.item_id, self.finding_id))


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A finding on the agenda and the part it stands in."""

    finding: Finding
    part: Part
    left_out: bool = False  # it is not to be shown at this meeting


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a meeting of a site goes through. `since` is where it takes over from the last one."""

    site_id: str
    site_name: str
    since: datetime
    praise: tuple[Praise, ...]
    items: tuple[AgendaItem, ...]

    def of(self, part: Part) -> tuple[Finding, ...]:
        """Return the findings of a part."""
        return tuple(item.finding for item in self.items if item.part is part)

    @property
    def found_since(self) -> tuple[Finding, ...]:
        """What was found since the last meeting, also what was found again."""
        return self.of(Part.NEW) + self.of(Part.REPEATS)

    def overdue_on(self, today: date) -> tuple[Finding, ...]:
        """Return what is overdue, in whatever part it stands: as its rows say."""
        return tuple(item.finding for item in self.items if item.finding.overdue_on(today))

    def due_on(self, today: date) -> tuple[Finding, ...]:
        """Return what is due on that day, in whatever part it stands: as its rows say."""
        return tuple(
            item.finding
            for item in self.items
            if item.finding.deadline == today and not item.finding.state.is_ended
        )


@dataclass(frozen=True, slots=True)
class Drill:
    """What was practised: a title (八步曲, 文明用语 …) and its steps."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One morning meeting. One that was ended or discarded is not changed."""

    id: str
    site_id: str
    site_name: str
    since: datetime
    started_at: datetime
    ended_at: datetime | None = None
    host: str = ""
    present: tuple[str, ...] = ()  # staff numbers or names
    absent: tuple[str, ...] = ()
    budget: int = BUDGET  # minutes
    drill: str = ""  # its title; empty: none was held
    drill_note: str = ""
    tasks: str = ""  # today's tasks and duty, as the host wrote them
    discarded_at: datetime | None = None  # begun by accident: kept, and never listed
    cursor: str = ""  # what was in front when it was last looked at; the screens know the words

    @property
    def minutes_taken(self) -> int | None:
        """Whole minutes from start to end, begun ones counted; None while it goes on.

        None as well for one that was only ended on a later day: nobody met for so long.
        """
        if self.ended_at is None or self.ended_at.date() != self.started_at.date():
            return None
        return -(-int((self.ended_at - self.started_at).total_seconds()) // 60)


def agenda_items(
    findings: Iterable[Finding], new: Collection[str], today: date
) -> list[AgendaItem]:
    """Return the findings a meeting goes through, part by part, each once.

    `new` are the ids of those found since the last meeting; they stand in the order they were
    found, the others by deadline. What is neither new nor due is left for the day it is due.
    """
    parts: dict[Part, list[Finding]] = {part: [] for part in Part}
    for finding in findings:
        part = _part_of(finding, finding.id in new, today)
        if part is not None and not finding.state.is_ended:
            parts[part].append(finding)
    for part in (Part.DUE_TODAY, Part.OVERDUE):
        parts[part].sort(key=lambda finding: (finding.deadline, finding.number))
    for part in (Part.NEW, Part.REPEATS):
        parts[part].sort(key=lambda finding: (finding.raised_at, finding.number))
    return [AgendaItem(finding, part) for part in Part for finding in parts[part]]


def _part_of(finding: Finding, is_new: bool, today: date) -> Part | None:
    if is_new:
        return Part.REPEATS if finding.is_repeat else Part.NEW
    if finding.deadline < today:
        return Part.OVERDUE
    return Part.DUE_TODAY if finding.deadline == today else None
