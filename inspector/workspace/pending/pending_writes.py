"""Writes that can wait: each is a value that says what is to be written, and can be kept as text.

The hall floor goes on while the disk refuses. What was done there stays a value of this module
until it is written; in the meantime it says what a sheet looks like with it. Writing the same one
twice comes to the same. Knows the operations of a workspace; nothing of Qt, no files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from inspector.domain.finding.recheck import RecheckEntry, RecheckOutcome
from inspector.domain.visit.answer_move import AnswersMoved
from inspector.domain.visit.draft import Draft, DraftKey
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.patrol import PatrolEntry
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.pending_photos import (
    PhotoPending,
    PhotoStandsPending,
    PicturesDonePending,
    photos_upon,
)
from inspector.workspace.pending.pending_records import AmendmentPending, SignaturePending
from inspector.workspace.write_target import WriteTarget

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AnswersPending:
    """Answers of one scorecard, items turned back into 未查, and where one goes on."""

    inspection_id: str
    scorecard_id: str
    answers: tuple[Answer, ...]
    cleared: tuple[str, ...] = ()
    next_item: str | None = None

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """What is not on the disk until this is written."""
        items = (*(answer.item_id for answer in self.answers), *self.cleared)
        return frozenset((self.scorecard_id, item) for item in items)

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Inspections.record` raises."""
        return workspace.inspections.record(
            self.inspection_id, self.scorecard_id, self.answers, self.cleared, self.next_item
        )

    def upon(self, sheet: InspectionSheet) -> InspectionSheet:
        """Return a sheet of the visit as it will be."""
        sheet = sheet.with_answers(self.scorecard_id, self.answers, self.cleared)
        return _standing(sheet, self.scorecard_id, self.next_item)


@dataclass(frozen=True, slots=True)
class LeftOutPending:
    """A window left out of a visit, or taken in again."""

    inspection_id: str
    scorecard_id: str
    left_out: bool
    reason: str = ""

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The whole scorecard."""
        return frozenset({(self.scorecard_id, "")})

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Inspections.leave_out` raises."""
        return workspace.inspections.leave_out(
            self.inspection_id, self.scorecard_id, self.left_out, self.reason
        )

    def upon(self, sheet: InspectionSheet) -> InspectionSheet:
        """Return a sheet of the visit as it will be."""
        card = sheet.scorecard(self.scorecard_id)
        reason = self.reason if self.left_out else ""
        return sheet.with_scorecard(replace(card, left_out=self.left_out, left_out_reason=reason))


@dataclass(frozen=True, slots=True)
class OnDutyPending:
    """Who is on duty at a window of a visit."""

    inspection_id: str
    scorecard_id: str
    number: str
    name: str = ""

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The whole scorecard."""
        return frozenset({(self.scorecard_id, "")})

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Inspections.name_on_duty` raises."""
        return workspace.inspections.name_on_duty(
            self.inspection_id, self.scorecard_id, self.number, self.name
        )

    def upon(self, sheet: InspectionSheet) -> InspectionSheet:
        """Return a sheet of the visit as it will be."""
        card = sheet.scorecard(self.scorecard_id)
        return sheet.with_scorecard(replace(card, staff_number=self.number, staff_name=self.name))


@dataclass(frozen=True, slots=True)
class MovePending:
    """Answers moved to another window with their photos, or, `back`, as they were before."""

    inspection_id: str
    moved: AnswersMoved
    here: tuple[Answer, ...]  # afterwards, at the window they are moved from
    there: tuple[Answer, ...]
    photos: tuple[Evidence, ...]
    back: bool = False

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The items at both windows, and the photos."""
        cards = (self.moved.source_id, self.moved.target_id)
        of_items = {(card, item) for card in cards for item in self.moved.items}
        return frozenset(of_items | {(each.id, "") for each in self.photos})

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `AnswerMoves.let_move` raises."""
        return workspace.answer_moves.let_move(
            self.inspection_id, self.moved, self.here, self.there, self.photos, back=self.back
        )

    def upon(self, sheet: InspectionSheet) -> InspectionSheet:
        """Return a sheet of the visit as it will be."""
        moved, then = self.moved, {each.id: each for each in self.photos}
        sheet = sheet.with_answers(moved.source_id, self.here, moved.items)
        sheet = sheet.with_answers(moved.target_id, self.there, moved.items)
        return sheet.with_evidence(tuple(then.get(each.id, each) for each in sheet.evidence))


@dataclass(frozen=True, slots=True)
class PlacePending:
    """Where an inspector stands. Nobody misses it, so it counts as nothing unsaved."""

    inspection_id: str
    scorecard_id: str
    item_id: str | None

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """Nothing."""
        return frozenset()

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk."""
        workspace.inspections.stand_at(self.inspection_id, self.scorecard_id, self.item_id)
        return Changes()

    def upon(self, sheet: InspectionSheet) -> InspectionSheet:
        """Return a sheet of the visit as it will be."""
        return _standing(sheet, self.scorecard_id, self.item_id)


@dataclass(frozen=True, slots=True)
class PhrasePending:
    """A text of the user's own that was written for an item, to be offered again."""

    pack_id: str
    item_id: str
    text: str

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """Nothing: the text stands in its answer as well."""
        return frozenset()

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk."""
        return workspace.phrases.use(self.pack_id, self.item_id, self.text)


@dataclass(frozen=True, slots=True)
class WatchPending:
    """A stopwatch that runs since a moment, or, without one, runs no more."""

    inspection_id: str
    scorecard_id: str = ""
    item_id: str = ""
    started_at: datetime | None = None

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """Nothing: the time it takes is an answer."""
        return frozenset()

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk."""
        if self.started_at is None:
            return workspace.stopwatches.forget(self.inspection_id)
        return workspace.stopwatches.start(
            self.inspection_id, self.scorecard_id, self.item_id, self.started_at
        )


@dataclass(frozen=True, slots=True)
class PatrolPending:
    """All that was seen on a patrol, with the places that this changes."""

    inspection_id: str
    entries: tuple[PatrolEntry, ...]
    places: tuple[str, ...]

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The places."""
        return frozenset((place, "") for place in self.places)

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Patrols.let_be` raises."""
        return workspace.patrols.let_be(self.inspection_id, self.entries)


@dataclass(frozen=True, slots=True)
class RecheckPending:
    """What a finding came to on a recheck."""

    inspection_id: str
    finding_id: str
    outcome: RecheckOutcome | None
    note: str = ""

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The finding."""
        return frozenset({(self.finding_id, "")})

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Rechecks.decide` raises."""
        return workspace.rechecks.decide(
            self.inspection_id, self.finding_id, self.outcome, self.note
        )


@dataclass(frozen=True, slots=True)
class DraftPending:
    """What is typed into an editor and not handed in yet; '' for nothing any more."""

    key: DraftKey
    content: str

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """Nothing: nobody said yet that it is to be kept."""
        return frozenset()

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk."""
        return workspace.drafts.put(self.key, self.content)


@dataclass(frozen=True, slots=True)
class MeetingPlacePending:
    """What is in front at a meeting that goes on. Nobody misses it."""

    meeting_id: str
    cursor: str

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """Nothing."""
        return frozenset()

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk."""
        return workspace.meetings.stand_at(self.meeting_id, self.cursor)


Pending: TypeAlias = (
    AnswersPending
    | LeftOutPending
    | OnDutyPending
    | MovePending
    | PlacePending
    | PhrasePending
    | WatchPending
    | PatrolPending
    | RecheckPending
    | PhotoPending
    | PhotoStandsPending
    | PicturesDonePending
    | SignaturePending
    | AmendmentPending
    | DraftPending
    | MeetingPlacePending
)

KINDS: dict[str, type[Pending]] = {
    "answers": AnswersPending,
    "left-out": LeftOutPending,
    "on-duty": OnDutyPending,
    "move": MovePending,
    "place": PlacePending,
    "phrase": PhrasePending,
    "watch": WatchPending,
    "patrol": PatrolPending,
    "recheck": RecheckPending,
    "photo": PhotoPending,
    "photo-stands": PhotoStandsPending,
    "pictures-done": PicturesDonePending,
    "signature": SignaturePending,
    "amendment": AmendmentPending,
    "draft": DraftPending,
    "meeting-place": MeetingPlacePending,
}
"""What each is called in a file."""


def sheet_upon(sheet: InspectionSheet, waiting: Iterable[Pending]) -> InspectionSheet:
    """Return the sheet of a visit with what waits to be written."""
    for each in waiting:
        if isinstance(
            each, AnswersPending | LeftOutPending | OnDutyPending | MovePending | PlacePending
        ) and (each.inspection_id == sheet.inspection.id):
            sheet = each.upon(sheet)
        elif isinstance(each, PhotoPending | PhotoStandsPending):
            sheet = photos_upon(sheet, each)
    return sheet


def evidence_upon(
    evidence: Sequence[Evidence],
    waiting: Iterable[Pending],
    *,
    inspection_id: str = "",
    finding_id: str = "",
) -> tuple[Evidence, ...]:
    """Return the photos of a visit or of a finding with what waits to be written."""
    now = tuple(evidence)
    for each in waiting:
        if isinstance(each, PhotoPending | PhotoStandsPending) and (
            (each.evidence.inspection_id == inspection_id)
            if inspection_id
            else (each.evidence.finding_id == finding_id)
        ):
            now = each.upon(now)
    return now


def marked(waiting: Iterable[Pending]) -> frozenset[WriteTarget]:
    """Return everything that lists mark as unsaved: what waits, and what a photo belongs to."""
    targets: set[WriteTarget] = set()
    for each in waiting:
        targets |= each.targets
        if isinstance(each, PhotoPending | PhotoStandsPending):
            targets.add(each.place)
    return frozenset(targets)


def replaces(write: Pending, last: Pending) -> bool:
    """Tell whether a write makes the one before it needless."""
    match write, last:
        case PlacePending(), PlacePending():
            return True
        case MeetingPlacePending(), MeetingPlacePending():
            return True
        case DraftPending(), DraftPending():
            return last.key == write.key
        case AnswersPending(), AnswersPending():
            goes_on = write.next_item is not None or last.next_item is None
            return last.targets <= write.targets and goes_on
        case RecheckPending(), RecheckPending():
            return last.targets == write.targets
    return False


def patrol_upon(
    inspection_id: str, entries: Sequence[PatrolEntry], waiting: Iterable[Pending]
) -> list[PatrolEntry]:
    """Return what was seen on a patrol with what waits to be written."""
    for each in waiting:
        if isinstance(each, PatrolPending) and each.inspection_id == inspection_id:
            entries = each.entries
    return list(entries)


def recheck_upon(
    inspection_id: str, entries: Mapping[str, RecheckEntry], waiting: Iterable[Pending]
) -> dict[str, RecheckEntry]:
    """Return what findings came to, by id, with what waits to be written."""
    decided = dict(entries)
    for each in waiting:
        if isinstance(each, RecheckPending) and each.inspection_id == inspection_id:
            entry = decided[each.finding_id]
            decided[each.finding_id] = replace(entry, outcome=each.outcome, note=each.note)
    return decided


def drafts_upon(
    owner: str, drafts: Iterable[Draft], waiting: Iterable[Pending]
) -> dict[DraftKey, str]:
    """Return what was typed about something, with what waits to be written."""
    typed = {draft.key: draft.content for draft in drafts}
    for each in waiting:
        if isinstance(each, DraftPending) and each.key.owner == owner:
            typed[each.key] = each.content
    return {key: content for key, content in typed.items() if content}


def _standing(sheet: InspectionSheet, scorecard_id: str, item_id: str | None) -> InspectionSheet:
    if item_id is None:
        return sheet
    visit = replace(sheet.inspection, cursor_scorecard=scorecard_id, cursor_item=item_id)
    return replace(sheet, inspection=visit)
