"""Answers that belong to another window of the same visit: what goes there, and what stays."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet


@dataclass(frozen=True, slots=True)
class AnswersMoved:
    """Answers of a window (its scorecard's id) were cleared: they were moved to another."""

    source_id: str
    target_id: str
    items: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerMove:
    """What moving answers from one window to another comes to."""

    source: Scorecard
    target: Scorecard
    answers: tuple[Answer, ...]  # that go, in the order of the items
    items: tuple[str, ...]  # those of them, and those of which only a photo goes
    over: tuple[Answer, ...]  # what was answered there, and is replaced
    staying: tuple[Item, ...]  # answered, and not asked at the target
    photos: tuple[Evidence, ...]  # that go along, as they stand now

    @property
    def moves_anything(self) -> bool:
        """Something goes."""
        return bool(self.items)

    def photos_there(self) -> tuple[Evidence, ...]:
        """Return the photos as they stand afterwards."""
        return tuple(replace(each, scorecard_id=self.target.id) for each in self.photos)


def move_between(
    sheet: InspectionSheet,
    source: Scorecard,
    target: Scorecard,
    wanted: Collection[str] | None = None,
) -> AnswerMove:
    """Return what moving the answers of the `wanted` items comes to; None: of all of them."""
    own, theirs = sheet.answers_of(source), sheet.answers_of(target)
    asked = {item.id for item in sheet.items(target)}
    used = [
        item
        for item in sheet.items(source)
        if (wanted is None or item.id in wanted)
        and (item.id in own or sheet.evidence_count(source, item.id))
    ]
    going = [item for item in used if item.id in asked]
    return AnswerMove(
        source,
        target,
        tuple(own[item.id] for item in going if item.id in own),
        tuple(item.id for item in going),
        tuple(theirs[item.id] for item in going if item.id in theirs),
        tuple(item for item in used if item.id not in asked),
        tuple(each for item in going for each in sheet.evidence_of(source, item.id)),
    )
