"""Short ways to complaints, their events, and random lives."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind
from inspector.domain.complaint.complaint_event import (
    Accepted,
    Answered,
    Archived,
    Attached,
    ComplaintEvent,
    ComplaintExported,
    ComplaintNoted,
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
from inspector.domain.complaint.complaint_life import (
    allowed_steps,
    complaint_history,
    folded,
    refused_step,
    revertible_step,
)
from inspector.domain.survey.survey_sheet import Satisfaction

CAME_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LAST_DAY = date(2026, 12, 4)
GOOD = Satisfaction.SATISFIED
SAID = Complaint(
    id="c1",
    number="2611-K7M-T0001",
    channel=Channel.CALL,
    kind=ComplaintKind.COMPLAINT,
    received_at=CAME_AT,
    site_id="site",
    site_name="城东厅",
    window_number="1号窗口",
    content="解释不清，让我跑了两趟",
    anonymous=False,
    complainant="李女士",
    phone="13800000000",
    first_asked="王主任",
    deadline=LAST_DAY,
    changed_at=CAME_AT,
)
NOBODY = replace(SAID, anonymous=True, complainant="", phone="")


def event_of(step: ComplaintStep, number: int, last: str = "") -> ComplaintEvent:
    """Return an event of a kind, an hour after the one before it."""
    head: dict[str, Any] = {
        "id": f"e{number:03}",
        "complaint_id": "c1",
        "at": CAME_AT + timedelta(hours=number),
    }
    made: dict[ComplaintStep, Callable[[], ComplaintEvent]] = {
        ComplaintStep.ACCEPTED: lambda: Accepted(**head, department="客服部", owner="张三"),
        ComplaintStep.EXTENDED: lambda: DeadlineExtended(
            **head, deadline=LAST_DAY + timedelta(days=number), reason="待调录像", approver="赵"
        ),
        ComplaintStep.VERIFIED: lambda: Verified(
            **head, by="张三", upheld=number % 2 == 0, text="已调看录像"
        ),
        ComplaintStep.RAISED: lambda: FindingRaised(
            **head, finding_id=f"f{number}", number="2611-K7M-0041"
        ),
        ComplaintStep.ANSWERED: lambda: Answered(**head, text="已致歉并说明"),
        ComplaintStep.FOLLOWED_UP: lambda: FollowedUp(
            **head, grade=Satisfaction.SATISFIED, note="好"
        ),
        ComplaintStep.ARCHIVED: lambda: Archived(**head, note="电话无人接听"),
        ComplaintStep.REOPENED: lambda: ComplaintReopened(
            **head, reason="仍不满意", deadline=LAST_DAY + timedelta(days=9)
        ),
        ComplaintStep.VOIDED: lambda: Voided(**head, reason="重复登记"),
        ComplaintStep.LINKED: lambda: Linked(**head, inspection_id="visit"),
        ComplaintStep.ATTACHED: lambda: Attached(**head, evidence_id=f"p{number}", name="来信.jpg"),
        ComplaintStep.NOTED: lambda: ComplaintNoted(**head, text="再打一次"),
        ComplaintStep.EXPORTED: lambda: ComplaintExported(
            **head, workbook="投诉举报台账", file_name="台账.xlsx"
        ),
        ComplaintStep.REVERTED: lambda: ComplaintReverted(**head, event_id=last),
        ComplaintStep.SETTLED: lambda: ComplaintSettled(**head, kept=(), left_out=(last,)),
    }
    return made[step]()


def arrived(complaint: Complaint = SAID) -> Received:
    """Return the first event of a complaint."""
    return Received(id=complaint.id, complaint_id=complaint.id, at=CAME_AT, complaint=complaint)


def life(*steps: ComplaintStep, complaint: Complaint = SAID) -> list[ComplaintEvent]:
    """Return the events of steps, each an hour after the one before."""
    return [arrived(complaint), *(event_of(step, n) for n, step in enumerate(steps, 1))]


@st.composite
def legal_lives(draw: st.DrawFn) -> list[ComplaintEvent]:
    """Draw a life in which every step was legal when it happened."""
    events: list[ComplaintEvent] = [arrived(draw(st.sampled_from((SAID, NOBODY))))]
    for number in range(1, draw(st.integers(0, 12)) + 1):
        steps = sorted(allowed_steps(folded(events)))
        last = revertible_step(events)
        if last is not None:
            steps.append(ComplaintStep.REVERTED)
        event = event_of(draw(st.sampled_from(steps)), number, last.id if last else "")
        if event.kind is ComplaintStep.REVERTED or refused_step(folded(events), event) is None:
            events.append(event)
    assert all(
        entry.counts or _was_taken_back(entry.event, events) for entry in complaint_history(events)
    )
    return events


def _was_taken_back(event: ComplaintEvent, events: list[ComplaintEvent]) -> bool:
    return any(isinstance(e, ComplaintReverted) and e.event_id == event.id for e in events)
