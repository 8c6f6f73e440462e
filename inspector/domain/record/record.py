"""A sealed record with everything that is printed of it, and its photos in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from inspector.domain.checklist.checklist import Item
from inspector.domain.finding.reviewed_score import ReviewedScore, Reviews
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.signature import Signature
from inspector.domain.visit.answer_move import AnswersMoved
from inspector.domain.visit.clock_remark import ClockRemark
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet

_ROLES = tuple(EvidenceRole)


@dataclass(frozen=True, slots=True)
class CameInPart:
    """What did not come along with a record of the laptop that people call `laptop`.

    `photos` counts photos and files of which only the row is here.
    """

    laptop: str
    names: bool = False
    strokes: bool = False
    photos: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A completed visit as it is signed, amended and printed.

    `unchanged` is False when it no longer is what was sealed. `reviews` and `reviewed` are what
    appeals left of it; the scores as found stand on the record for good. `item_texts` are the
    words of the items that the site has switched off, which its pack no longer has.
    """

    sheet: InspectionSheet
    signature: Signature | None = None
    amendments: tuple[Amendment, ...] = ()
    unchanged: bool = True
    reviews: Reviews = field(default_factory=dict)
    code: str = ""  # of the journal's head, as it is printed
    reviewed: ReviewedScore | None = None
    item_texts: Mapping[str, str] = field(default_factory=dict)
    clock_remark: ClockRemark | None = None  # its time is wrong
    moves: tuple[AnswersMoved, ...] = ()  # before it was sealed, from one window to another
    came: CameInPart | None = None  # from another laptop, and not all of it
    others: tuple[Signature, ...] = ()  # that were put under it on other laptops, without strokes
    parts: tuple["Record", ...] = ()  # of a shared visit (分头检查) in several; else none
    chosen: Mapping[str, str] = field(default_factory=dict)
    """Of windows that several parts scored, the scorecard that counts ('': the mean), by
    `matter_of`."""

    def subject_of(self, amendment: Amendment) -> tuple[Scorecard | None, Item | None]:
        """Return what an amendment is about; of the whole record: neither."""
        sheet = self.sheet
        cards = [card for card in sheet.scorecards if card.id == amendment.scorecard_id]
        return (
            cards[0] if cards else None,
            sheet.pack.item_by_id.get(amendment.item_id) if amendment.item_id else None,
        )


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A visit (or meeting) whose record no longer is what was sealed, as papers name it."""

    inspection_id: str
    site_name: str
    started_at: datetime  # a site may have two visits a day
    gone: bool = False  # it was sealed, and is there no more

    @property
    def title(self) -> str:
        """The site, the day and the time: 城东营业厅 2026-10-12 09:30."""
        return f"{self.site_name} {self.started_at:%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class NumberedPhoto:
    """A photo of a record under the number that the rows refer to it by."""

    number: int
    evidence: Evidence
    card: Scorecard
    item: Item


def evidence_in_order(sheet: InspectionSheet, card: Scorecard, item: Item) -> list[Evidence]:
    """Return what shows an answer: as found first, then corrected."""
    found = sheet.evidence_of(card, item.id)
    return sorted(found, key=lambda each: _ROLES.index(each.role))


def numbered_photos(sheet: InspectionSheet) -> list[NumberedPhoto]:
    """Return the photos of a visit in sheet order, numbered from 1; of windows inspected only."""
    shown = [
        (evidence, card, item)
        for card in sheet.inspected
        for item in sheet.items(card)
        for evidence in evidence_in_order(sheet, card, item)
        if evidence.is_photo
    ]
    return [NumberedPhoto(number, *each) for number, each in enumerate(shown, 1)]
