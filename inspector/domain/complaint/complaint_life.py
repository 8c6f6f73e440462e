"""The life of a complaint: which step is legal where it stands, and what its events come to.

Pure: no clock, no storage. The order of arrival never matters, only the times of the events.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from inspector.domain.complaint.complaint import Complaint, ComplaintState
from inspector.domain.complaint.complaint_errors import (
    IllegalComplaintStepError,
    NobodyToCallError,
)
from inspector.domain.complaint.complaint_event import (
    Accepted,
    Answered,
    Archived,
    Attached,
    ComplaintEvent,
    ComplaintReopened,
    ComplaintReverted,
    ComplaintSettled,
    ComplaintStep,
    DeadlineExtended,
    FindingRaised,
    FollowedUp,
    Linked,
    Received,
    Verified,
    Voided,
)
from inspector.domain.errors import DeadlineNotLaterError, InspectorError, MissingWordError

_ALWAYS = frozenset(
    {ComplaintStep.NOTED, ComplaintStep.EXPORTED, ComplaintStep.LINKED, ComplaintStep.ATTACHED}
)
_BY_STATE = {
    ComplaintState.RECEIVED: {
        ComplaintStep.ACCEPTED, ComplaintStep.EXTENDED, ComplaintStep.VOIDED,
    },
    ComplaintState.ACCEPTED: {
        ComplaintStep.ACCEPTED, ComplaintStep.EXTENDED, ComplaintStep.VERIFIED,
        ComplaintStep.VOIDED,
    },
    ComplaintState.UNFOUNDED: {ComplaintStep.EXTENDED, ComplaintStep.ANSWERED},
    ComplaintState.UPHELD: {
        ComplaintStep.EXTENDED, ComplaintStep.RAISED, ComplaintStep.ANSWERED,
    },
    ComplaintState.ANSWERED: {
        ComplaintStep.FOLLOWED_UP, ComplaintStep.ARCHIVED, ComplaintStep.REOPENED,
    },
    ComplaintState.FOLLOWED_UP: {ComplaintStep.ARCHIVED, ComplaintStep.REOPENED},
    ComplaintState.ARCHIVED: {ComplaintStep.REOPENED},
    ComplaintState.VOID: set[ComplaintStep](),
}  # fmt: skip
_STAYS = frozenset(
    {ComplaintStep.RECEIVED, ComplaintStep.EXPORTED, ComplaintStep.RAISED, ComplaintStep.SETTLED}
)
"""What happened elsewhere too, or is where it all began, is not taken back."""


@dataclass(frozen=True, slots=True)
class ComplaintHistory:
    """An event on the history of a complaint, in the order of time.

    `counts` is False for a step that was reverted, for one that was illegal where it came to
    stand when the events of two laptops met, and for one that was left out when that was settled.
    """

    event: ComplaintEvent
    round: int
    counts: bool


def allowed_steps(complaint: Complaint) -> frozenset[ComplaintStep]:
    """Return what can happen to a complaint as it stands; taking back is another matter.

    Nobody can be called back about an anonymous one: it goes from its answer to the archive.
    """
    steps = _ALWAYS | _BY_STATE[complaint.state]
    return steps - {ComplaintStep.FOLLOWED_UP} if complaint.anonymous else steps


def refused_kind(complaint: Complaint, step: ComplaintStep) -> InspectorError | None:
    """Return why no step of a kind can happen to a complaint as it stands; None when one can."""
    if step in allowed_steps(complaint):
        return None
    if step in _BY_STATE[complaint.state]:
        return NobodyToCallError(complaint.number)
    return IllegalComplaintStepError(
        complaint.number, step.value, complaint.state.value, anonymous=complaint.anonymous
    )


def refused_step(complaint: Complaint, event: ComplaintEvent) -> InspectorError | None:
    """Return why `event` cannot happen to a complaint as it stands; None when it can."""
    if (refused := refused_kind(complaint, event.kind)) is not None:
        return refused
    match event:
        case DeadlineExtended(deadline=deadline) if deadline <= complaint.deadline:
            return DeadlineNotLaterError(complaint.number, complaint.deadline)
        case Archived(note=note) if not (note or complaint.grade or complaint.anonymous):
            return MissingWordError("reason", complaint.number)  # nobody was called back
    return None


def complaint_after(complaint: Complaint, event: ComplaintEvent) -> Complaint:
    """Return what a complaint is after a legal `event`; after an illegal one, the same.

    Of a `ComplaintReverted` or `ComplaintSettled` it cannot know what is left: `folded` does.
    """
    return complaint if refused_step(complaint, event) else _applied(complaint, event)


def complaint_history(events: Iterable[ComplaintEvent]) -> list[ComplaintHistory]:
    """Return the events of one complaint in the order of time, and which of them count."""
    return _lived(events)[1]


def folded(events: Iterable[ComplaintEvent]) -> Complaint:
    """Return what the events of one complaint come to, in whatever order they are given.

    Ordered by time, then id; the same event twice counts once; one that is illegal where it
    stands changes nothing. Raises ValueError without a `Received`.
    """
    return _lived(events)[0]


def revertible_step(events: Iterable[ComplaintEvent]) -> ComplaintEvent | None:
    """Return the step that can be taken back: the last that counts, unless it left the house."""
    return _revertible([entry.event for entry in complaint_history(events) if entry.counts])


def _applied(complaint: Complaint, event: ComplaintEvent) -> Complaint:
    match event:
        case Accepted(department=department, owner=owner):
            return replace(
                complaint,
                state=ComplaintState.ACCEPTED,
                accepted_at=complaint.accepted_at or event.at,
                department=department,
                owner=owner,
            )
        case DeadlineExtended(deadline=deadline):
            return replace(complaint, deadline=deadline, extensions=complaint.extensions + 1)
        case Verified(upheld=upheld, text=text):
            return replace(
                complaint,
                state=ComplaintState.UPHELD if upheld else ComplaintState.UNFOUNDED,
                verified_at=event.at,
                verified_by=event.by,
                upheld=upheld,
                verification=text,
            )
        case FindingRaised(finding_id=finding_id):
            return replace(complaint, finding_ids=(*complaint.finding_ids, finding_id))
        case Answered(text=text, on=on):
            at = event.at if on is None else datetime.combine(on, time(), event.at.tzinfo)
            return replace(complaint, state=ComplaintState.ANSWERED, answered_at=at, answer=text)
        case FollowedUp(grade=grade, note=note):
            return replace(
                complaint,
                state=ComplaintState.FOLLOWED_UP,
                followed_up_at=event.at,
                grade=grade,
                follow_up=note,
            )
        case Archived():
            return replace(complaint, state=ComplaintState.ARCHIVED, archived_at=event.at)
        case ComplaintReopened():
            return _reopened(complaint, event)
        case Voided():
            return replace(complaint, state=ComplaintState.VOID)
        case Linked(inspection_id=inspection_id):
            return replace(complaint, inspection_id=inspection_id)
        case Attached(evidence_id=evidence_id):
            return replace(complaint, evidence_ids=(*complaint.evidence_ids, evidence_id))
    return complaint


def _reopened(complaint: Complaint, event: ComplaintReopened) -> Complaint:
    """Begin a round with who sees to it, and without what the last one came to."""
    return replace(
        complaint,
        state=ComplaintState.ACCEPTED,
        round=complaint.round + 1,
        deadline=event.deadline,
        extensions=0,
        verified_at=None,
        verified_by="",
        upheld=None,
        verification="",
        answered_at=None,
        answer="",
        followed_up_at=None,
        grade=None,
        follow_up="",
        archived_at=None,
    )


def _revertible(counting: Sequence[ComplaintEvent]) -> ComplaintEvent | None:
    for event in reversed(counting):
        if event.kind is not ComplaintStep.REVERTED:
            return None if event.kind in _STAYS else event
    return None


def _lived(events: Iterable[ComplaintEvent]) -> tuple[Complaint, list[ComplaintHistory]]:
    once = {event.id: event for event in events}.values()
    ordered = sorted(once, key=lambda e: (e.kind is not ComplaintStep.RECEIVED, e.at, e.id))
    if not ordered or not isinstance(ordered[0], Received):
        raise ValueError("a complaint begins with its arrival")
    counting: list[ComplaintEvent] = [ordered[0]]
    complaint = ordered[0].complaint
    rounds = {ordered[0].id: complaint.round}
    left_out = _left_out(ordered)
    for event in ordered[1:]:
        if event.id in left_out:
            pass
        elif isinstance(event, ComplaintSettled):
            counting.append(event)
        elif isinstance(event, ComplaintReverted):
            last = _revertible(counting)
            if last is not None and last.id == event.event_id:
                counting = [each for each in counting if each.id != last.id]
                complaint = _standing(counting)
                counting.append(event)
        elif refused_step(complaint, event) is None:
            complaint = _applied(complaint, event)
            counting.append(event)
        rounds[event.id] = complaint.round
    counts = {event.id for event in counting}
    entries = [ComplaintHistory(event, rounds[event.id], event.id in counts) for event in ordered]
    return replace(complaint, changed_at=max(event.at for event in ordered)), entries


def _left_out(ordered: Sequence[ComplaintEvent]) -> set[str]:
    """Return the steps that do not count since it was settled so; the arrival always does."""
    left_out: set[str] = set()
    for event in ordered:
        if isinstance(event, ComplaintSettled):
            left_out = (left_out - set(event.kept)) | set(event.left_out)
    return left_out - {each.id for each in ordered if each.kind in _UNTOUCHED}


_UNTOUCHED = frozenset({ComplaintStep.RECEIVED, ComplaintStep.SETTLED})


def _standing(counting: Sequence[ComplaintEvent]) -> Complaint:
    first, *rest = counting
    assert isinstance(first, Received)
    complaint = first.complaint
    for event in rest:
        complaint = _applied(complaint, event)
    return complaint
