"""Short ways to findings, their events, and random legal lives."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.finding.finding import AppealOutcome, Finding, RectificationType
from inspector.domain.finding.finding_event import (
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    DiscussedAt,
    EventKind,
    Exported,
    Extended,
    ExtensionAsked,
    ExtensionRefused,
    FindingEvent,
    Noted,
    Raised,
    Rechecked,
    Recounted,
    Reopened,
    ReportedDone,
    Reverted,
    Settled,
    Source,
    SourceKind,
)
from inspector.domain.finding.finding_life import allowed, fold, refusal, revertible

FOUND_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DEADLINE = date(2026, 11, 23)
FOUND = Finding(
    id="f1",
    number="2611-041",
    inspection_id="visit",
    scorecard_id="card",
    item_id="rise-to-greet",
    site_id="site",
    site_name="城东厅",
    window_number="1号窗口",
    staff_number="023",
    category=Category.ETIQUETTE,
    item_text="顾客走近时起身、微笑、主动问候",
    text="未起身迎接",
    deduction=200,
    veto=False,
    requirement="晨会复训迎送动作",
    responsible=Responsible.PERSON,
    department="综合部",
    owner="023",
    leader="王主任",
    type=RectificationType.TIMED,
    deadline=DEADLINE,
    raised_at=FOUND_AT,
    changed_at=FOUND_AT,
)


def raised(finding: Finding = FOUND) -> Raised:
    """The first event of a finding."""
    return Raised(
        id=finding.id, finding_id=finding.id, at=finding.raised_at, by="甲", finding=finding
    )


class Life:
    """The events of a finding, one an hour; `life.assigned(owner="李四")` lets it go on."""

    def __init__(self, finding: Finding = FOUND) -> None:
        self.events: list[FindingEvent] = [raised(finding)]

    def copy(self) -> "Life":
        """The same events, to go on in another way."""
        other = Life()
        other.events = list(self.events)
        return other

    @property
    def now(self) -> Finding:
        """What the events come to."""
        return fold(self.events)

    def add(self, kind: type[FindingEvent], **content: Any) -> "Life":  # noqa: ANN401
        """Let an event happen, legal or not."""
        number = len(self.events)
        head = {
            "id": f"event {number:03}",
            "finding_id": self.events[0].finding_id,
            "at": FOUND_AT + timedelta(hours=number),
            "by": "乙",
        }
        self.events.append(kind(**{**head, **content}))
        return self

    def corrected(self, note: str = "当场示范") -> "Life":
        return self.add(Corrected, note=note)

    def assigned(self, **changes: Any) -> "Life":  # noqa: ANN401
        return self.add(
            Assigned,
            **{
                "department": "客服部",
                "owner": "李四",
                "leader": "赵主任",
                "type": RectificationType.TIMED,
                "deadline": DEADLINE + timedelta(days=2),
                "requirement": "复训",
                **changes,
            },
        )

    def extended(self, days: int = 7) -> "Life":
        deadline = self.now.deadline + timedelta(days=days)
        return self.add(Extended, deadline=deadline, reason="待料", approver="局长")

    def extension_asked(self, days: int = 7) -> "Life":
        deadline = self.now.deadline + timedelta(days=days)
        return self.add(ExtensionAsked, deadline=deadline, reason="待料")

    def extension_refused(self, reason: str = "配件已到") -> "Life":
        return self.add(ExtensionRefused, reason=reason)

    def recounted(self, days: int = -1) -> "Life":
        deadline = self.now.deadline + timedelta(days=days)
        return self.add(Recounted, deadline=deadline, reason="按放假安排")

    def reported(self, text: str = "已复训") -> "Life":
        return self.add(ReportedDone, text=text, done_on=date(2026, 11, 24))

    def rechecked(self, passed: bool = True, note: str = "") -> "Life":
        return self.add(Rechecked, passed=passed, note=note)

    def appealed(self, reason: str = "当时在协助老人") -> "Life":
        return self.add(Appealed, reason=reason)

    def decided(self, outcome: AppealOutcome, deduction: int | None = None) -> "Life":
        return self.add(AppealDecided, outcome=outcome, reason="已核实", deduction=deduction)

    def reopened(self, deadline: date = date(2026, 12, 1)) -> "Life":
        return self.add(Reopened, reason="反弹", deadline=deadline)

    def reverted(self) -> "Life":
        last = revertible(self.events)
        return self.add(Reverted, event_id=last.id if last else "none")

    def settled(self, kept: Iterable[int], left_out: Iterable[int]) -> "Life":
        """Settle which of the events so far count, by their places."""
        ids = [event.id for event in self.events]
        return self.add(
            Settled,
            kept=tuple(ids[each] for each in kept),
            left_out=tuple(ids[each] for each in left_out),
        )


def any_step(kind: EventKind, finding: Finding) -> st.SearchStrategy[dict[str, Any]]:
    """The content of a step of a kind that is legal where `finding` stands."""
    texts = st.text(max_size=5) | st.sampled_from(("", "已复训", "=1+1", "a\nb"))
    later = st.integers(1, 30).map(lambda days: finding.deadline + timedelta(days=days))
    earlier = st.integers(0, 30).map(lambda days: finding.deadline - timedelta(days=days))
    match kind:
        case EventKind.CORRECTED:
            return st.fixed_dictionaries({"note": texts})
        case EventKind.ASSIGNED:
            return st.fixed_dictionaries(
                {
                    "department": texts,
                    "owner": texts,
                    "leader": texts,
                    "type": st.sampled_from(RectificationType),
                    "deadline": earlier,
                    "requirement": texts,
                }
            )
        case EventKind.EXTENDED:
            return st.fixed_dictionaries({"deadline": later, "reason": texts, "approver": texts})
        case EventKind.EXTENSION_ASKED:
            return st.fixed_dictionaries({"deadline": later, "reason": texts})
        case EventKind.RECOUNTED:
            return st.fixed_dictionaries({"deadline": earlier | later, "reason": texts})
        case EventKind.REPORTED:
            return st.fixed_dictionaries({"text": texts, "done_on": earlier})
        case EventKind.RECHECKED:
            return st.fixed_dictionaries({"passed": st.booleans(), "note": texts})
        case EventKind.APPEALED | EventKind.EXTENSION_REFUSED:
            return st.fixed_dictionaries({"reason": texts})
        case EventKind.APPEAL_DECIDED:
            left = finding.counted_deduction
            outcomes: Sequence[AppealOutcome] = list(AppealOutcome)
            if not left:
                outcomes = [AppealOutcome.UPHELD, AppealOutcome.WITHDRAWN]
            return st.sampled_from(outcomes).flatmap(
                lambda outcome: st.fixed_dictionaries(
                    {
                        "outcome": st.just(outcome),
                        "reason": texts,
                        "approver": texts,
                        "deduction": st.integers(0, left - 1)
                        if outcome is AppealOutcome.DOWNGRADED
                        else st.none(),
                    }
                )
            )
        case EventKind.REOPENED:
            return st.fixed_dictionaries({"reason": texts, "deadline": later})
        case EventKind.NOTED:
            return st.fixed_dictionaries({"text": texts})
        case EventKind.EXPORTED:
            return st.fixed_dictionaries(
                {
                    "workbook": texts,
                    "file_name": texts,
                    "notice": st.sampled_from(("", "〔2026〕3号")),
                }
            )
    return st.just({})


TYPES: dict[EventKind, type[FindingEvent]] = {
    EventKind.CORRECTED: Corrected,
    EventKind.ASSIGNED: Assigned,
    EventKind.EXTENDED: Extended,
    EventKind.EXTENSION_ASKED: ExtensionAsked,
    EventKind.EXTENSION_REFUSED: ExtensionRefused,
    EventKind.RECOUNTED: Recounted,
    EventKind.REPORTED: ReportedDone,
    EventKind.RECHECKED: Rechecked,
    EventKind.APPEALED: Appealed,
    EventKind.APPEAL_DECIDED: AppealDecided,
    EventKind.REOPENED: Reopened,
    EventKind.NOTED: Noted,
    EventKind.EXPORTED: Exported,
    EventKind.DISCUSSED: DiscussedAt,
}


@st.composite
def lives(draw: st.DrawFn, finding: Finding = FOUND, most: int = 12) -> list[FindingEvent]:
    """A legal life, its first event first; two events may happen at the same moment."""
    found = replace(finding, deduction=draw(st.sampled_from((0, 50, 200))))
    events: list[FindingEvent] = [raised(found)]
    at = found.raised_at
    for _ in range(draw(st.integers(0, most))):
        standing = fold(events)
        at += timedelta(microseconds=draw(st.sampled_from((1, 10**6, 3600 * 10**6))))
        head: dict[str, Any] = {
            "id": str(draw(st.uuids(version=4))),
            "finding_id": found.id,
            "at": at,
            "by": draw(st.sampled_from(("", "甲"))),
            "source": Source(draw(st.sampled_from(SourceKind)), draw(st.sampled_from(("", "x")))),
        }
        last = revertible(events)
        if last is not None and draw(st.integers(0, 5)) == 0:
            events.append(Reverted(**head, event_id=last.id))
            continue
        kind = draw(st.sampled_from(sorted(allowed(standing))))
        event = TYPES[kind](**head, **draw(any_step(kind, standing)))
        assert refusal(standing, event) is None
        events.append(event)
    return events


@st.composite
def settled_lives(draw: st.DrawFn, finding: Finding = FOUND) -> list[FindingEvent]:
    """A life of which somebody said at any time which steps count, whatever they are."""
    events = draw(lives(finding))
    ids = [event.id for event in events]
    for _ in range(draw(st.integers(0, 3))):
        named = draw(st.lists(st.sampled_from(ids), unique=True))
        cut = draw(st.integers(0, len(named)))
        at = draw(st.sampled_from(events)).at + timedelta(
            microseconds=draw(st.integers(-1, 1)) if len(events) > 1 else 1
        )
        events.append(
            Settled(
                id=str(draw(st.uuids(version=4))),
                finding_id=events[0].finding_id,
                at=at,
                by=draw(st.sampled_from(("", "甲"))),
                kept=tuple(named[:cut]),
                left_out=tuple(named[cut:]),
            )
        )
    return events
