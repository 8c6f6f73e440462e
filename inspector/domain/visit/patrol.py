"""日常巡视: a light walk of a hall, twice in each shift (DOMAIN §2.2, telecom practice)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum, auto
from typing import NamedTuple

from inspector.domain.checklist.category import Category
from inspector.domain.visit.inspection import Slot

PATROLS_PER_SLOT = 2
"""Common practice: the duty manager goes walk at least twice in each shift."""

HABIT = 14
"""Days: a site that was patrolled in them is patrolled daily, and asked for."""

NOON = time(12, 30)
"""A patrol that starts later belongs to the afternoon, unless its patroller says otherwise."""


SUB_PLACES = ("入口", "等候区", "卫生间", "自助区", "电梯")
"""Where in the public area things are usually wrong."""

USUAL_HANDLING = ("已提醒，当场改正", "已清理", "已报修")
"""What is usually done at once about what was wrong."""


@dataclass(frozen=True, slots=True)
class PatrolEntry:
    """What was seen at one place of a walk. Without `text`: 未发现问题.

    `place` says where in the public area; `item_id` is the item it breaks, '' when none was
    named; `handled` is what was done about it at once, None when nothing was.
    """

    id: str
    inspection_id: str
    scorecard_id: str
    at: datetime
    place: str = ""
    category: Category | None = None
    item_id: str = ""
    text: str = ""
    handled: str | None = None
    to_meeting: bool = False

    @property
    def clean(self) -> bool:
        """Nothing was wrong there."""
        return not self.text


def with_entry(entries: Iterable[PatrolEntry], entry: PatrolEntry) -> list[PatrolEntry]:
    """Return the entries of a walk with one put, in its place when it is there already.

    A place where something is wrong is no longer 未发现问题.
    """
    kept = [
        each
        for each in entries
        if each.id == entry.id or not (each.clean and each.scorecard_id == entry.scorecard_id)
    ]
    if any(each.id == entry.id for each in kept):
        return [entry if each.id == entry.id else each for each in kept]
    return [*kept, entry]


class Standing(Enum):
    """How the patrols of one shift stand."""

    DONE = auto()
    DUE = auto()
    MISSED = auto()  # the shift is over
    LATER = auto()  # it has not begun
    BEFORE = auto()  # it was over before the site was patrolled for the first time


class SlotStanding(NamedTuple):
    """The patrols made of those that a shift asks for."""

    slot: Slot
    made: int
    wanted: int
    standing: Standing


def slot_of(moment: datetime) -> Slot:
    """Return the shift that a moment falls into."""
    return Slot.MORNING if moment.time() < NOON else Slot.AFTERNOON


def standings(
    made: Mapping[Slot, int], now: datetime, *, begun: bool = True
) -> tuple[SlotStanding, ...]:
    """Return how today's shifts stand at `now`, with `made` patrols in each.

    Was it `begun` before today? Else nobody missed a shift before the first of today's.
    """
    present = slot_of(now)

    def standing(slot: Slot) -> Standing:
        stands = _standing(slot, made.get(slot, 0), present)
        first = begun or made.get(slot, 0)
        return stands if first or stands is not Standing.MISSED else Standing.BEFORE

    return tuple(
        SlotStanding(slot, made.get(slot, 0), PATROLS_PER_SLOT, standing(slot)) for slot in Slot
    )


def _standing(slot: Slot, made: int, present: Slot) -> Standing:
    if made >= PATROLS_PER_SLOT:
        return Standing.DONE
    if slot is present:
        return Standing.DUE
    return Standing.MISSED if slot is Slot.MORNING else Standing.LATER


def unexplained_entries(entries: Iterable[PatrolEntry]) -> list[PatrolEntry]:
    """Return the entries said to be handled on the spot without a word on how."""
    return [e for e in entries if e.handled is not None and not e.handled.strip()]
