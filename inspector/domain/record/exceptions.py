"""What of a scorecard has to be told item by item, and what is told as a number."""

from collections.abc import Callable
from dataclasses import dataclass

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.record.edition import Edition
from inspector.domain.record.record import NumberedPhoto, Record, numbered_photos
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.inspection import Scorecard, Verdict
from inspector.domain.visit.item_scoring import ItemScore


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The items of a scorecard, each in one of these, in the order of its sheet.

    `told` are deductions, praise, a bonus that was given, and whatever was amended or reviewed;
    a bonus that was not given is in none.
    """

    told: tuple[ItemScore, ...]
    unseen: tuple[ItemScore, ...]
    not_applicable: tuple[ItemScore, ...]
    unanswered: tuple[ItemScore, ...]  # 未查
    passed: int  # 合格
    not_found: int  # red lines that were looked for


def exceptions_of(record: Record, card: Scorecard) -> Exceptions:
    """Return what is to be told of a scorecard."""
    pack, scores = record.sheet.pack, _in_order(record, card)
    amended = {each.item_id for each in record.amendments if each.scorecard_id == card.id}
    reviewed = {item_id for card_id, item_id in record.reviews if card_id == card.id}

    def is_told(score: ItemScore) -> bool:
        answer = score.answer
        if score.item.id in amended | reviewed:
            return True
        if score.item.is_bonus:
            return bool(score.bonus)
        return answer is not None and (answer.verdict is Verdict.DEDUCT or answer.praised)

    def of(verdict: Verdict | None) -> tuple[ItemScore, ...]:
        return tuple(each for each in rest if (each.answer and each.answer.verdict) is verdict)

    told = tuple(filter(is_told, scores))
    rest = [each for each in scores if each not in told and not each.item.is_bonus]
    passed = of(Verdict.PASS)
    red_lines = sum(is_found_or_not(pack, each.item) for each in passed)
    return Exceptions(
        told,
        of(Verdict.UNSEEN),
        of(Verdict.NOT_APPLICABLE),
        of(None),
        len(passed) - red_lines,
        red_lines,
    )


def photos_shown(record: Record, edition: Edition) -> list[NumberedPhoto]:
    """Return the photos that an edition shows, under the numbers that they have on both."""
    photos = numbered_photos(record.sheet)
    if edition is Edition.WHOLE:
        return photos
    told = {
        (card.id, score.item.id)
        for card in record.sheet.inspected
        for score in exceptions_of(record, card).told
    }
    return [photo for photo in photos if (photo.card.id, photo.item.id) in told]


def _in_order(record: Record, card: Scorecard) -> list[ItemScore]:
    """Return the items as the sheet of a window has them: red lines and a bonus at the end."""
    order = _place_in(record.sheet.pack)
    return sorted(record.sheet.score(card).items, key=lambda score: order(score.item))


def _place_in(pack: Pack) -> Callable[[Item], tuple[int, int]]:
    categories = list(Category)

    def place(item: Item) -> tuple[int, int]:
        if item.is_bonus:
            return 3, 0
        if is_found_or_not(pack, item):
            return 1, 0
        return (2, 0) if item.penalty else (0, categories.index(item.category))

    return place
