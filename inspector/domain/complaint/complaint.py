"""One complaint, report or suggestion as it stands now (DESIGN §13, DOMAIN §1.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.finding.urgency import Urgency, urgency
from inspector.domain.survey.survey_sheet import Satisfaction


class Channel(StrEnum):
    """By which way it came."""

    LETTER = "letter"  # 来信
    CALL = "call"  # 来电
    CALLER = "caller"  # 来访
    BOX = "box"  # 意见箱
    CODE = "code"  # 二维码
    HOTLINE = "hotline"  # 12345 转办
    WEB = "web"  # 网络


class ComplaintKind(StrEnum):
    """What it is."""

    COMPLAINT = "complaint"  # 投诉
    REPORT = "report"  # 举报
    SUGGESTION = "suggestion"  # 建议
    OTHER = "other"  # 其他

    @property
    def accuses(self) -> bool:
        """It says that something was wrong: such are counted of a site."""
        return self in (ComplaintKind.COMPLAINT, ComplaintKind.REPORT)


class ComplaintState(StrEnum):
    """Where a complaint stands; 逾期 is derived, never stored."""

    RECEIVED = "received"  # 待受理
    ACCEPTED = "accepted"  # 核实中
    UNFOUNDED = "unfounded"  # 不属实, 待反馈
    UPHELD = "upheld"  # 属实, 待反馈
    ANSWERED = "answered"  # 已反馈, 待回访
    FOLLOWED_UP = "followed-up"  # 已回访, 待归档
    ARCHIVED = "archived"  # 已归档
    VOID = "void"  # 作废: entered twice or by mistake; it counts nowhere

    @property
    def is_answered(self) -> bool:
        """What the deadline asks for is done (办结)."""
        return self in ANSWERED

    @property
    def is_ended(self) -> bool:
        """Nothing has to be done any more."""
        return self in (ComplaintState.ARCHIVED, ComplaintState.VOID)

    @property
    def is_unanswered(self) -> bool:
        """Somebody waits for an answer (未办结)."""
        return self in UNANSWERED


UNANSWERED = frozenset(
    {
        ComplaintState.RECEIVED,
        ComplaintState.ACCEPTED,
        ComplaintState.UNFOUNDED,
        ComplaintState.UPHELD,
    }
)
ANSWERED = frozenset({ComplaintState.ANSWERED, ComplaintState.FOLLOWED_UP, ComplaintState.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Complaint:
    """What was said down to `first_asked`, which never changes, and what its events came to.

    An anonymous one has neither name nor telephone number, here or anywhere.
    """

    id: str
    number: str  # printed, such as 2611-K7M-T0012
    channel: Channel
    kind: ComplaintKind
    received_at: datetime
    site_id: str
    site_name: str
    window_number: str  # '' when it is about no window in particular
    content: str
    anonymous: bool
    complainant: str
    phone: str
    first_asked: str  # 首问责任人
    deadline: date
    department: str = ""  # 责任部门
    owner: str = ""  # 责任人
    inspection_id: str | None = None  # the visit it has to do with
    state: ComplaintState = ComplaintState.RECEIVED
    round: int = 1  # 2 and on: reopened
    extensions: int = 0  # of this round
    accepted_at: datetime | None = None
    verified_at: datetime | None = None
    verified_by: str = ""
    upheld: bool | None = None  # 属实; None: not verified yet
    verification: str = ""  # 核实情况
    finding_ids: tuple[str, ...] = ()  # raised from it, in every round
    evidence_ids: tuple[str, ...] = ()
    answered_at: datetime | None = None
    answer: str = ""  # 反馈
    followed_up_at: datetime | None = None
    grade: Satisfaction | None = None
    follow_up: str = ""  # what was said when called back
    archived_at: datetime | None = None
    changed_at: datetime | None = None  # its last event

    def overdue_on(self, today: date) -> bool:
        """逾期: not answered and the deadline is before `today`; due today is not overdue."""
        return self.state.is_unanswered and self.deadline < today

    def urgency_on(self, today: date) -> Urgency:
        """How much its deadline wants to be seen."""
        return urgency(not self.state.is_unanswered, self.deadline, today)

    @property
    def answered_in_time(self) -> bool:
        """Answered on its deadline or before, as both stand in its last round."""
        return self.answered_at is not None and self.answered_at.date() <= self.deadline
