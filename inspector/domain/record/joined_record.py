"""The record of a visit that a group shared (分头检查): its parts as one, each still what it was.

Scores and rows are those of all parts; the words below them, the seals and the signatures stay
with the parts, which are what was sealed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from inspector.domain.checklist.category import Scope
from inspector.domain.finding.reviewed_score import ReviewedScore
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Inspection, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.joined_visit import joined_score, place_of, placed, uncounted
from inspector.domain.visit.scoring import ScorecardScore

T = TypeVar("T")

_NOTHING: Mapping[str, str] = MappingProxyType({})


def joined_record(parts: Sequence[Record], chosen: Mapping[str, str] = _NOTHING) -> Record:
    """Return the records of all parts of a visit, in their order, as one; one part is itself.

    `chosen` is what was decided of windows that several of them scored, by `matter_of`.
    """
    lead = parts[0]
    if len(parts) == 1:
        return lead
    sheet = _sheet(parts)
    every = [(place_of(card), card.id) for card in sheet.inspected]
    sheet = replace(sheet, uncounted=uncounted(every, chosen))
    return replace(
        lead,
        sheet=sheet,
        signature=None,  # each part has its own
        amendments=tuple(
            sorted((own for part in parts for own in part.amendments), key=lambda own: own.at)
        ),
        unchanged=all(part.unchanged for part in parts),
        reviews={key: own for part in parts for key, own in part.reviews.items()},
        reviewed=_reviewed(sheet, parts),
        item_texts={key: text for part in parts for key, text in part.item_texts.items()},
        clock_remark=next((part.clock_remark for part in parts if part.clock_remark), None),
        moves=tuple(own for part in parts for own in part.moves),
        came=None,
        parts=tuple(parts),
        chosen=chosen,
    )


def _sheet(parts: Sequence[Record]) -> InspectionSheet:
    """Return the sheets of all parts as one; what each was asked and scored stays."""
    sheets = [part.sheet for part in parts]
    seen = {card.window_id for sheet in sheets for card in sheet.inspected}
    cards = [
        card
        for sheet in sheets
        for card in sheet.scorecards
        if not (card.left_out and card.window_id in seen)  # left out by one, taken by another
    ]
    return InspectionSheet(
        _visit([sheet.inspection for sheet in sheets]),
        sheets[0].pack,
        tuple(sorted(cards, key=_place)),
        {key: own for sheet in sheets for key, own in sheet.answers.items()},
        tuple(each for sheet in sheets for each in sheet.evidence),
        sheets[0].base,
        _scores={card.id: sheet.score(card) for sheet in sheets for card in sheet.inspected},
        _covered={card.id: sheet.coverage(card) for sheet in sheets for card in sheet.inspected},
        _asked={card.id: sheet.items(card) for sheet in sheets for card in sheet.scorecards},
    )


def _place(card: Scorecard) -> bool:
    """The public area first, as on every record; windows stay part by part."""
    return card.scope is not Scope.PUBLIC


def _visit(visits: Sequence[Inspection]) -> Inspection:
    done = [visit.completed_at for visit in visits if visit.completed_at]
    return replace(
        visits[0],
        inspectors=_each(name for visit in visits for name in visit.inspectors),
        conflicts=_each(name for visit in visits for name in visit.conflicts),
        party=_each(member for visit in visits for member in visit.party),
        started_at=min(visit.started_at for visit in visits),
        completed_at=max(done, default=None),
        seed="、".join(
            _each(visit.seed for visit in visits)
        ),  # several where they were drawn apart
    )


def _reviewed(sheet: InspectionSheet, parts: Sequence[Record]) -> ReviewedScore | None:
    """Return what appeals left of the whole visit; None where none changed a part of it."""
    if not any(part.reviewed for part in parts):
        return None
    scores: dict[str, ScorecardScore] = {}
    for part in parts:
        scores |= {card.id: part.sheet.score(card) for card in part.sheet.inspected}
        scores |= part.reviewed.scorecards if part.reviewed else {}
    cards = [placed(card, scores[card.id]) for card in sheet.counted]
    enough = sheet.is_enough(sheet.total_coverage())
    return ReviewedScore(joined_score(sheet.pack, cards, enough=enough), scores)


def _each(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
