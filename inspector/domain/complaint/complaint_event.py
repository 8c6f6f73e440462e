"""What happens to a complaint, as facts that are only ever added.

A complaint is what its events fold to (`complaint_life`), as a finding is.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.finding.finding_event import PROGRAM, Source
from inspector.domain.survey.survey_sheet import Satisfaction


class ComplaintStep(StrEnum):
    """The kinds of event."""

    RECEIVED = "received"  # 收到
    ACCEPTED = "accepted"  # 受理, 分派; said again, the later words count
    EXTENDED = "extended"  # 延期
    VERIFIED = "verified"  # 核实: 属实 or 不属实
    RAISED = "raised"  # 转整改
    ANSWERED = "answered"  # 反馈
    FOLLOWED_UP = "followed-up"  # 回访
    ARCHIVED = "archived"  # 归档
    REOPENED = "reopened"  # 重新办理
    VOIDED = "voided"  # 作废
    LINKED = "linked"  # to a visit
    ATTACHED = "attached"  # a photo or file
    NOTED = "noted"
    EXPORTED = "exported"
    REVERTED = "reverted"  # the last step taken back
    SETTLED = "settled"  # 定夺: which of the steps count that two laptops took side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintEvent:
    """What every event says. `at` is aware of its offset; `by` is a name or ''."""

    kind: ClassVar[ComplaintStep]

    id: str
    complaint_id: str
    at: datetime
    by: str = ""
    source: Source = PROGRAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(ComplaintEvent):
    """The complaint as it came; the first event of each, and its id is the complaint's."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.RECEIVED

    complaint: Complaint


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(ComplaintEvent):
    """Somebody has to see to it."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.ACCEPTED

    department: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExtended(ComplaintEvent):
    """More time was granted."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.EXTENDED

    deadline: date
    reason: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified(ComplaintEvent):
    """Somebody looked into it; `by` is who did."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.VERIFIED

    upheld: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRaised(ComplaintEvent):
    """What was wrong has to be put right: a finding on the ledger, and its number there."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.RAISED

    finding_id: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(ComplaintEvent):
    """Who complained was told, or, where nobody can be, what was made public."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.ANSWERED

    text: str
    on: date | None = None  # the day, where it is entered later; None: when it is entered


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp(ComplaintEvent):
    """Who complained was asked how content they are."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.FOLLOWED_UP

    grade: Satisfaction
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived(ComplaintEvent):
    """Its file is closed; `note` says why nobody was called back, where nobody was."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.ARCHIVED

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintReopened(ComplaintEvent):
    """It has to be looked into again: a new round with its own deadline."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.REOPENED

    reason: str
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided(ComplaintEvent):
    """It was entered twice, or by mistake; it stays, and counts nowhere."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.VOIDED

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(ComplaintEvent):
    """A visit has to do with it; None: none has after all."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.LINKED

    inspection_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached(ComplaintEvent):
    """A photo or file shows something of it."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.ATTACHED

    evidence_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintNoted(ComplaintEvent):
    """Something to remember; changes nothing else."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.NOTED

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintExported(ComplaintEvent):
    """It went out in a workbook."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.EXPORTED

    workbook: str
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintReverted(ComplaintEvent):
    """The last step was a slip and does not count; it stays on the history."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.REVERTED

    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintSettled(ComplaintEvent):
    """Of steps that laptops took side by side, which count and which do not, as of findings."""

    kind: ClassVar[ComplaintStep] = ComplaintStep.SETTLED

    kept: tuple[str, ...]
    left_out: tuple[str, ...]


STEP_TYPES: dict[ComplaintStep, type[ComplaintEvent]] = {
    each.kind: each
    for each in (
        Received, Accepted, DeadlineExtended, Verified, FindingRaised, Answered, FollowedUp,
        Archived, ComplaintReopened, Voided, Linked, Attached, ComplaintNoted, ComplaintExported,
        ComplaintReverted, ComplaintSettled,
    )
}  # fmt: skip
"""The class of each kind."""
