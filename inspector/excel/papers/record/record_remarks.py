"""What is remarked of an item on a record: its reckoning, corrections, reviews, photos, files."""

from collections.abc import Mapping

from inspector.domain.checklist.checklist import Item, Totalling
from inspector.domain.record.record import Record, evidence_in_order
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.item_scoring import ItemScore
from inspector.excel.papers.record.record_words import reckoning, review_words
from inspector.excel.sheet.terms import VETO

PhotoNumbers = Mapping[tuple[str, str], list[int]]
"""The numbers of the photos of an answer, by scorecard and item id."""


def remark_words(record: Record, card: Scorecard, score: ItemScore, photos: PhotoNumbers) -> str:
    """Return what stands under 备注 for an item of a scorecard."""
    item, answer = score.item, score.answer
    said = [reckoning(score, direct=record.sheet.pack.policy.total is Totalling.DEDUCT)]
    if answer is not None:
        said.append(VETO if score.vetoed else "")
        said.append("亮点" if answer.praised else "")
        said.append(f"当场纠正：{answer.correction}" if answer.correction is not None else "")
    said.append(review_words(record.reviews.get((card.id, item.id))))
    numbers = photos.get((card.id, item.id), [])
    said.append(f"照片{'、'.join(map(str, numbers))}" if numbers else "")
    said.append(_files(record, card, item))
    said += [
        f"更正{number}"
        for number, each in enumerate(record.amendments, 1)
        if (each.scorecard_id, each.item_id) == (card.id, item.id)
    ]
    return "；".join(part for part in said if part)


def _files(record: Record, card: Scorecard, item: Item) -> str:
    names = [each.name for each in evidence_in_order(record.sheet, card, item) if not each.is_photo]
    return f"附件：{'、'.join(names)}" if names else ""
