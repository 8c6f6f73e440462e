"""What was wrong and has to be put right: findings raised from deductions (DESIGN §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    CasesRule,
    ChoiceRule,
    Item,
    MeasureRule,
    Pack,
    Responsible,
)
from inspector.domain.checklist.points import Hundredths, format_points
from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.domain.finding.urgency import Urgency, urgency
from inspector.domain.visit.asking import items_asked
from inspector.domain.visit.inspection import (
    Answer,
    Answers,
    Inspection,
    Scorecard,
    Verdict,
)
from inspector.domain.visit.item_scoring import score_item

PUBLIC_AREA = "公共区域"
"""What stands in the window column for a finding outside any window."""


class RectificationType(StrEnum):
    """How long putting it right may take (整改类型)."""

    IMMEDIATE = "immediate"  # 立行立改
    TIMED = "timed"  # 限期整改
    SUSTAINED = "sustained"  # 长期坚持


class FindingState(StrEnum):
    """Where a finding stands (DOMAIN §3.2); 逾期 is derived, never stored."""

    OPEN = "open"  # 待整改
    RECTIFYING = "rectifying"  # 整改中
    REPORTED = "reported"  # 待复查
    CLOSED = "closed"  # 已销号
    WITHDRAWN = "withdrawn"  # 已撤销: an appeal took it back; it never counts again

    @property
    def is_ended(self) -> bool:
        """Nothing has to be done any more."""
        return self in (FindingState.CLOSED, FindingState.WITHDRAWN)


class AppealOutcome(StrEnum):
    """What became of an appeal."""

    UPHELD = "upheld"  # 维持: the deduction stays
    WITHDRAWN = "withdrawn"  # 撤销
    DOWNGRADED = "downgraded"  # 减轻: fewer points


class OnLedger:
    """What follows from how a finding stands, on every line that tells of it."""

    __slots__ = ()
    state: FindingState
    deadline: date
    veto: bool

    def overdue_on(self, today: date) -> bool:
        """逾期: not ended and the deadline is before `today`; due today is not overdue."""
        return not self.state.is_ended and self.deadline < today

    def urgency_on(self, today: date) -> Urgency:
        """How much its deadline wants to be seen."""
        return urgency(self.state.is_ended, self.deadline, today)

    @property
    def brands(self) -> bool:
        """It is a veto that stands: one that was withdrawn brands nobody."""
        return self.veto and self.state is not FindingState.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Finding(OnLedger):
    """One deduction that has to be put right, as it stands now.

    The facts down to `raised_at` but for department, owner, leader, type, deadline and
    requirement are as found and never change; all else is what its events come to
    (`finding_life.fold`), except the counts of repeats, which other findings decide.
    """

    id: str
    number: str  # printed, such as 2611-K7M-0041
    inspection_id: str
    scorecard_id: str
    item_id: str
    site_id: str
    site_name: str
    window_number: str  # PUBLIC_AREA outside any window
    staff_number: str
    category: Category
    item_text: str
    text: str  # 存在问题
    deduction: Hundredths
    veto: bool
    requirement: str
    responsible: Responsible
    department: str
    owner: str
    leader: str
    type: RectificationType
    deadline: date
    raised_at: datetime  # the moment of the visit
    state: FindingState = FindingState.OPEN
    closed_at: datetime | None = None  # or withdrawn
    round: int = 1  # 2 and on: reopened
    assigned_at: datetime | None = None
    extensions: int = 0  # 延期 of this round
    asked_until: date | None = None  # 申请延期 to this day, while nobody has answered
    asked_reason: str = ""  # with it
    correction: str = ""  # how it was put right on the spot
    reported_text: str = ""  # 整改情况
    done_on: date | None = None  # 完成时间
    rechecked_at: datetime | None = None
    rechecked_by: str = ""
    recheck_passed: bool | None = None
    recheck_note: str = ""
    appealed_at: datetime | None = None  # 申诉待核 while it is set
    appeal: str = ""  # the reason of the last appeal
    review: AppealOutcome | None = None  # of the last appeal that was decided
    reviewed_deduction: Hundredths | None = None  # None: as found
    notice: str = ""  # number of the last 整改通知单 it went out with
    changed_at: datetime | None = None  # its last event
    times_at_window: int = 1  # 第N次: visits that found this item at this window, this included
    times_at_site: int = 1

    @property
    def is_repeat(self) -> bool:
        """Found at this window before, within the period the user set."""
        return self.times_at_window > 1

    @property
    def counted_deduction(self) -> Hundredths:
        """The deduction after review; `deduction` is the one as found."""
        return self.deduction if self.reviewed_deduction is None else self.reviewed_deduction


def describe(item: Item, answer: Answer) -> str:
    """Say what was found wrong, in the Chinese of the pack: phrases, measured value, note."""
    said = "、".join(answer.phrases)
    match item.rule:
        case MeasureRule(unit=unit) as rule if answer.measured is not None:
            limit = f"，超过{format_points(rule.limit)}{unit}" if rule.limit is not None else ""
            fact = f"实测{format_points(answer.measured)}{unit}{limit}"
            said = f"{said}（{fact}）" if said else f"{item.text}：{fact}"
        case CasesRule(cases=cases) if any(answer.cases):
            named = [(c, n) for c, n in zip(cases, answer.cases, strict=False) if n]
            own = [c.title if n == 1 else f"{c.title}（{n}{c.unit}）" for c, n in named]
            said = "、".join([*own, *([said] if said else [])])
        case ChoiceRule(options=options) if answer.option is not None and not said:
            chosen = options[answer.option]
            said = chosen.finding or f"{item.text}：{chosen.title}"
    note = answer.note.strip()
    if said and note:
        return f"{said}；{note}"
    return said or note or f"不符合“{item.text}”"


def raise_findings(
    inspection: Inspection,
    pack: Pack,
    scorecards: Iterable[Scorecard],
    answers: Mapping[str, Answers],
    numbers: Iterable[str],
    ids: Iterable[str],
    calendar: Calendar,
) -> list[Finding]:
    """Return a finding for every deduction of a visit, in the order of its sheets.

    `answers` is by scorecard id; a finding is dated by the visit, not by its completion;
    `numbers` and `ids` are drawn one for each finding. Deadlines count workdays of `calendar`.
    """
    number, identifier, raised_at = iter(numbers), iter(ids), inspection.started_at
    found: list[Finding] = []
    for card in scorecards:
        if card.left_out:
            continue
        for item in items_asked(pack, inspection, card):
            answer = answers.get(card.id, {}).get(item.id)
            if answer is None or answer.verdict is not Verdict.DEDUCT or item.is_bonus:
                continue
            found.append(
                Finding(
                    id=next(identifier),
                    number=next(number),
                    inspection_id=inspection.id,
                    scorecard_id=card.id,
                    item_id=item.id,
                    site_id=inspection.site_id,
                    site_name=inspection.site_name,
                    window_number=card.window_number or PUBLIC_AREA,
                    staff_number=card.staff_number,
                    category=item.category,
                    item_text=item.text,
                    text=describe(item, answer),
                    deduction=score_item(item, answer, pack.policy).deduction,
                    veto=item.veto,
                    requirement=item.requirement,
                    responsible=item.responsible,
                    department=card.department,
                    owner=card.staff_number if item.responsible is Responsible.PERSON else "",
                    leader=card.leader,
                    type=(
                        RectificationType.IMMEDIATE
                        if item.deadline == 0
                        else RectificationType.TIMED
                    ),
                    deadline=add_workdays(raised_at.date(), item.deadline, calendar),
                    raised_at=raised_at,
                    changed_at=raised_at,
                )
            )
    return found
