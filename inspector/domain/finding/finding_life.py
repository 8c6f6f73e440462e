"""The life of a finding: which step is legal where it stands, and what its events come to.

Pure: no clock, no storage. The order of arrival never matters, only the times of the events.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from inspector.domain.errors import (
    DeadlineNotLaterError,
    IllegalTransitionError,
    InspectorError,
    NeedsExtensionError,
    NotLowerError,
)
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState, RectificationType
from inspector.domain.finding.finding_event import (
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    EventKind,
    Exported,
    Extended,
    ExtensionAsked,
    ExtensionRefused,
    FindingEvent,
    Raised,
    Rechecked,
    Recounted,
    Reopened,
    ReportedDone,
    Reverted,
    Settled,
)

_ALWAYS = frozenset({EventKind.NOTED, EventKind.EXPORTED, EventKind.DISCUSSED})
_RECTIFIABLE = frozenset(
    {
        EventKind.CORRECTED,
        EventKind.ASSIGNED,
        EventKind.EXTENDED,
        EventKind.EXTENSION_ASKED,
        EventKind.RECOUNTED,
        EventKind.REPORTED,
        EventKind.RECHECKED,  # a visit may look again before anybody reported
    }
)
_BY_STATE = {
    FindingState.OPEN: _RECTIFIABLE,
    FindingState.RECTIFYING: _RECTIFIABLE,
    FindingState.REPORTED: frozenset(
        {EventKind.EXTENDED, EventKind.RECOUNTED, EventKind.REPORTED, EventKind.RECHECKED}
    ),
    FindingState.CLOSED: frozenset({EventKind.REOPENED}),
    FindingState.WITHDRAWN: frozenset[EventKind](),
}
_STAYS = frozenset({EventKind.RAISED, EventKind.EXPORTED, EventKind.DISCUSSED, EventKind.SETTLED})
"""What happened outside this program, or is where it all began, is not taken back; nor is what
was settled: another laptop may know of it."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An event on the history of a finding, in the order of time.

    `counts` is False for a step that was reverted, for one that was illegal where it came to
    stand when the events of two laptops met, and for one that was left out when that was settled.
    """

    event: FindingEvent
    round: int
    counts: bool


def allowed(finding: Finding) -> frozenset[EventKind]:
    """Return what can happen to a finding as it stands.

    Taking the last step back is another matter, see `revertible`.
    """
    kinds = _BY_STATE[finding.state] | _ALWAYS
    if finding.asked_until is not None:
        kinds |= {EventKind.EXTENSION_REFUSED}
    if finding.appealed_at is not None:
        return kinds | {EventKind.APPEAL_DECIDED}
    if finding.state is not FindingState.WITHDRAWN:
        return kinds | {EventKind.APPEALED}
    return kinds


def states_of(kind: EventKind) -> frozenset[FindingState]:
    """Return the states in which alone a step can happen; none: it is not decided by the state."""
    return frozenset(state for state, kinds in _BY_STATE.items() if kind in kinds)


def refusal(finding: Finding, event: FindingEvent) -> InspectorError | None:
    """Return why `event` cannot happen to a finding as it stands; None when it can."""
    if event.kind not in allowed(finding):
        return IllegalTransitionError(finding.number, event.kind.value, finding.state.value)
    match event:
        case Extended(deadline=deadline) | ExtensionAsked(deadline=deadline) if (
            deadline <= finding.deadline
        ):
            return DeadlineNotLaterError(finding.number, finding.deadline)
        case Assigned(deadline=deadline) if (
            finding.state is FindingState.RECTIFYING and deadline > finding.deadline
        ):
            return NeedsExtensionError(finding.number, finding.deadline)
        case AppealDecided(outcome=AppealOutcome.DOWNGRADED, deduction=left) if (
            left is None or not 0 <= left < finding.counted_deduction
        ):
            return NotLowerError(finding.number, finding.counted_deduction)
    return None


def after(finding: Finding, event: FindingEvent) -> Finding:
    """Return what a finding is after a legal `event`; after an illegal one, the same.

    Of a `Reverted` or a `Settled` it cannot know what is left: `fold` does.
    """
    return finding if refusal(finding, event) else _applied(finding, event)


def _applied(finding: Finding, event: FindingEvent) -> Finding:
    now = _stepped(finding, event)
    if now.asked_until is None or not (now.state.is_ended or now.asked_until <= now.deadline):
        return now
    return replace(now, asked_until=None, asked_reason="")  # there is nothing left to grant


def _stepped(finding: Finding, event: FindingEvent) -> Finding:
    match event:
        case Corrected(note=note):
            return replace(
                finding,
                state=FindingState.CLOSED,
                closed_at=event.at,
                correction=note,
                done_on=event.at.date(),
                type=RectificationType.IMMEDIATE,
            )
        case Assigned():
            return replace(
                finding,
                state=FindingState.RECTIFYING,
                assigned_at=event.at,
                department=event.department,
                owner=event.owner,
                leader=event.leader,
                type=event.type,
                deadline=event.deadline,
                requirement=event.requirement,
            )
        case Extended(deadline=deadline):
            return replace(
                finding,
                deadline=deadline,
                extensions=finding.extensions + 1,
                asked_until=None,  # another day than the one asked for is an answer, too
                asked_reason="",
            )
        case ExtensionAsked(deadline=day, reason=reason):
            return replace(finding, asked_until=day, asked_reason=reason)
        case ExtensionRefused():
            return replace(finding, asked_until=None, asked_reason="")
        case Recounted(deadline=deadline):
            return replace(finding, deadline=deadline)
        case ReportedDone(text=text, done_on=done_on):
            return replace(
                finding, state=FindingState.REPORTED, reported_text=text, done_on=done_on
            )
        case Rechecked():
            return _rechecked(finding, event)
        case Appealed(reason=reason):
            return replace(finding, appealed_at=event.at, appeal=reason)
        case AppealDecided():
            return _decided(finding, event)
        case Reopened():
            return _reopened(finding, event)
        case Exported(notice=notice) if notice:
            return replace(finding, notice=notice)
    return finding


def _rechecked(finding: Finding, event: Rechecked) -> Finding:
    return replace(
        finding,
        state=FindingState.CLOSED if event.passed else FindingState.RECTIFYING,
        closed_at=event.at if event.passed else None,
        rechecked_at=event.at,
        rechecked_by=event.by,
        recheck_passed=event.passed,
        recheck_note=event.note,
    )


def _decided(finding: Finding, event: AppealDecided) -> Finding:
    decided = replace(finding, appealed_at=None, review=event.outcome)
    match event.outcome:
        case AppealOutcome.WITHDRAWN:
            return replace(
                decided,
                state=FindingState.WITHDRAWN,
                closed_at=event.at,
                reviewed_deduction=0,
            )
        case AppealOutcome.DOWNGRADED:
            return replace(decided, reviewed_deduction=event.deduction)
        case AppealOutcome.UPHELD:  # what an earlier appeal left stays as well
            return decided


def _reopened(finding: Finding, event: Reopened) -> Finding:
    """Begin a round with what was assigned, and without what the last one came to."""
    immediate = finding.type is RectificationType.IMMEDIATE
    return replace(
        finding,
        state=FindingState.OPEN,
        closed_at=None,
        round=finding.round + 1,
        deadline=event.deadline,
        type=RectificationType.TIMED if immediate else finding.type,
        extensions=0,
        correction="",
        reported_text="",
        done_on=None,
        rechecked_at=None,
        rechecked_by="",
        recheck_passed=None,
        recheck_note="",
    )


def history(events: Iterable[FindingEvent]) -> list[HistoryEntry]:
    """Return the events of one finding in the order of time, and which of them count."""
    return _lived(events)[1]


def fold(events: Iterable[FindingEvent]) -> Finding:
    """Return what the events of one finding come to, in whatever order they are given.

    Ordered by time, then id; the same event twice counts once; one that is illegal where it
    stands changes nothing. Raises ValueError without a `Raised`.
    """
    return _lived(events)[0]


def standings(events: Iterable[FindingEvent]) -> Iterator[Finding]:
    """Yield what a finding was after each step that counts and changed it, in the order of time.

    The same as a `fold` of the first, the first two, … of the steps, but for `changed_at`.
    """
    first, *rest = [entry.event for entry in history(events) if entry.counts]
    standing = _standing([first])
    yield standing
    for event in rest:
        if isinstance(event, Reverted | Settled):  # what they took away does not count
            continue
        before, standing = standing, _applied(standing, event)
        if standing is not before:
            yield standing


def revertible(events: Iterable[FindingEvent]) -> FindingEvent | None:
    """Return the step that can be taken back: the last that counts, unless it left the house."""
    return _revertible([entry.event for entry in _lived(events)[1] if entry.counts])


def _revertible(counting: Sequence[FindingEvent]) -> FindingEvent | None:
    for event in reversed(counting):
        if event.kind in (EventKind.DISCUSSED, EventKind.REVERTED):
            continue
        return None if event.kind in _STAYS else event
    return None


def _lived(events: Iterable[FindingEvent]) -> tuple[Finding, list[HistoryEntry]]:
    once = {event.id: event for event in events}.values()
    ordered = sorted(once, key=lambda e: (e.kind is not EventKind.RAISED, e.at, e.id))
    if not ordered or not isinstance(ordered[0], Raised):
        raise ValueError("a finding begins with being raised")
    counting: list[FindingEvent] = [ordered[0]]
    finding = _standing(counting)
    rounds: dict[str, int] = {ordered[0].id: finding.round}
    left_out = _left_out(ordered)
    for event in ordered[1:]:
        if event.id in left_out:
            pass
        elif isinstance(event, Settled):
            counting.append(event)
        elif isinstance(event, Reverted):
            last = _revertible(counting)
            if last is not None and last.id == event.event_id:
                counting = [each for each in counting if each.id != last.id]
                finding = _standing(counting)
                counting.append(event)
        elif refusal(finding, event) is None:
            finding = _applied(finding, event)
            counting.append(event)
        rounds[event.id] = finding.round
    counts = {event.id for event in counting}
    latest = max(event.at for event in ordered)
    entries = [HistoryEntry(event, rounds[event.id], event.id in counts) for event in ordered]
    return replace(finding, changed_at=latest), entries


def _left_out(ordered: Sequence[FindingEvent]) -> set[str]:
    """Return the steps that do not count since it was settled so; what begins a finding does."""
    left_out: set[str] = set()
    for event in ordered:
        if isinstance(event, Settled):
            left_out = (left_out - set(event.kept)) | set(event.left_out)
    return left_out - {each.id for each in ordered if each.kind in _UNTOUCHED}


_UNTOUCHED = frozenset({EventKind.RAISED, EventKind.SETTLED})


def _standing(counting: Sequence[FindingEvent]) -> Finding:
    first, *rest = counting
    assert isinstance(first, Raised)
    finding = first.finding
    for event in rest:
        finding = _applied(finding, event)
    return finding
