"""What happens to a finding, as facts that are only ever added (DESIGN §7).

A finding is what its events fold to (`finding_life`). Every event says when, who and where it
came from, so that everything that enters or leaves is on the history.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from inspector.domain.checklist.points import Hundredths
from inspector.domain.finding.finding import AppealOutcome, Finding, RectificationType


class EventKind(StrEnum):
    """The kinds of event."""

    RAISED = "raised"
    CORRECTED = "corrected"  # 当场纠正, 立行立改
    ASSIGNED = "assigned"  # 转整改
    EXTENDED = "extended"  # 延期
    EXTENSION_ASKED = "extension-asked"  # 申请延期: by who is inspected; granted, it is extended
    EXTENSION_REFUSED = "extension-refused"  # 不同意延期: the deadline stays
    RECOUNTED = "recounted"  # 重算时限: a year's holidays were published
    REPORTED = "reported"  # 报完成
    RECHECKED = "rechecked"  # 复查
    APPEALED = "appealed"  # 申诉
    APPEAL_DECIDED = "appeal-decided"
    REOPENED = "reopened"  # 重启
    NOTED = "noted"
    EXPORTED = "exported"
    DISCUSSED = "discussed"  # shown at a morning meeting
    REVERTED = "reverted"  # the last step taken back
    SETTLED = "settled"  # 定夺: which of the steps count that two laptops took side by side


class SourceKind(StrEnum):
    """Where an event came from."""

    PROGRAM = "program"  # typed into this program
    INSPECTION = "inspection"  # the visit that found it
    MEETING = "meeting"
    RECHECK = "recheck"  # a visit made to look again
    IMPORT = "import"  # a workbook that came back
    SURVEY = "survey"  # a sheet of a satisfaction survey
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an event came from: the kind, and an id or a file's name.

    The id is that of the meeting, visit, sheet or complaint.
    """

    kind: SourceKind = SourceKind.PROGRAM
    reference: str = ""


PROGRAM = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEvent:
    """What every event says. `at` is aware of its offset; `by` is a name or ''."""

    kind: ClassVar[EventKind]

    id: str
    finding_id: str
    at: datetime
    by: str = ""
    source: Source = PROGRAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised(FindingEvent):
    """The finding as found; the first event of each, and its id is the finding's."""

    kind: ClassVar[EventKind] = EventKind.RAISED

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(FindingEvent):
    """Put right on the spot; closes it as 立行立改."""

    kind: ClassVar[EventKind] = EventKind.CORRECTED

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(FindingEvent):
    """Somebody has to put it right by a day."""

    kind: ClassVar[EventKind] = EventKind.ASSIGNED

    department: str
    owner: str
    leader: str
    type: RectificationType
    deadline: date
    requirement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(FindingEvent):
    """More time was granted."""

    kind: ClassVar[EventKind] = EventKind.EXTENDED

    deadline: date
    reason: str
    approver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionAsked(FindingEvent):
    """More time is asked for, until a day; the deadline stays until somebody grants it."""

    kind: ClassVar[EventKind] = EventKind.EXTENSION_ASKED

    deadline: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRefused(FindingEvent):
    """What was asked for is not granted; the deadline stays."""

    kind: ClassVar[EventKind] = EventKind.EXTENSION_REFUSED

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recounted(FindingEvent):
    """The same number of workdays ends on another day, since the holidays are known by now."""

    kind: ClassVar[EventKind] = EventKind.RECOUNTED

    deadline: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDone(FindingEvent):
    """The owner says that it is put right; said again, the later words count."""

    kind: ClassVar[EventKind] = EventKind.REPORTED

    text: str  # 整改情况
    done_on: date  # 完成时间


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecked(FindingEvent):
    """Somebody looked again: passed closes it, failed sends it back to 整改中."""

    kind: ClassVar[EventKind] = EventKind.RECHECKED

    passed: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed(FindingEvent):
    """The inspected say that the deduction is wrong."""

    kind: ClassVar[EventKind] = EventKind.APPEALED

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecided(FindingEvent):
    """An appeal was decided; `deduction` is the one left of a downgraded finding."""

    kind: ClassVar[EventKind] = EventKind.APPEAL_DECIDED

    outcome: AppealOutcome
    reason: str = ""
    approver: str = ""
    deduction: Hundredths | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(FindingEvent):
    """A closed finding came back: a new round with its own deadline; the past stays as it was."""

    kind: ClassVar[EventKind] = EventKind.REOPENED

    reason: str
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(FindingEvent):
    """Something to remember; changes nothing else."""

    kind: ClassVar[EventKind] = EventKind.NOTED

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported(FindingEvent):
    """It went out in a workbook: 整改台账, or 整改通知单 with its number."""

    kind: ClassVar[EventKind] = EventKind.EXPORTED

    workbook: str
    file_name: str
    notice: str = ""  # 示文明办〔2026〕3号


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussedAt(FindingEvent):
    """It was shown at a morning meeting, which is its source."""

    kind: ClassVar[EventKind] = EventKind.DISCUSSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reverted(FindingEvent):
    """The last step was a slip and does not count; it stays on the history."""

    kind: ClassVar[EventKind] = EventKind.REVERTED

    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(FindingEvent):
    """Of steps that laptops took side by side, which count and which do not (DESIGN §12).

    Both are ids of events. Where a step is named by several, the last one that names it holds.
    """

    kind: ClassVar[EventKind] = EventKind.SETTLED

    kept: tuple[str, ...]
    left_out: tuple[str, ...]


EVENT_TYPES: dict[EventKind, type[FindingEvent]] = {
    each.kind: each
    for each in (
        Raised, Corrected, Assigned, Extended, ExtensionAsked, ExtensionRefused, Recounted,
        ReportedDone, Rechecked, Appealed, AppealDecided, Reopened, Noted, Exported, DiscussedAt,
        Reverted, Settled,
    )
}  # fmt: skip
"""The class of each kind."""
