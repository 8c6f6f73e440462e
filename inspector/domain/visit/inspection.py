"""What was found: inspections, scorecards, answers; progress and completion (DESIGN §2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.points import Hundredths
from inspector.domain.people.party import PartyMember

if TYPE_CHECKING:  # a list of visits shows none of their items
    from inspector.domain.checklist.checklist import Item


class InspectionKind(StrEnum):
    """How a visit is made."""

    COVERT = "covert"  # 暗访: unannounced
    OPEN = "open"  # 明察
    CROSS = "cross"  # 交叉检查
    SELF = "self"  # 自查: by the hall itself with the same checklist; never ranked
    PATROL = "patrol"  # 日常巡视: by the hall itself, nothing is scored
    RECHECK = "recheck"  # 复查: only what was to be put right
    VOICE = "voice"  # 群众反映: nobody walked; it carries what the public said was wrong

    @property
    def scores(self) -> bool:
        """Windows are scored on it."""
        return self not in (InspectionKind.PATROL, InspectionKind.RECHECK, InspectionKind.VOICE)

    @property
    def judges_others(self) -> bool:
        """Who makes it should not belong to the hall; some visits are the hall's own."""
        return self not in (InspectionKind.PATROL, InspectionKind.SELF, InspectionKind.VOICE)

    @property
    def is_walked(self) -> bool:
        """Somebody walked through the hall: it stands among the visits."""
        return self is not InspectionKind.VOICE

    @property
    def ranked(self) -> bool:
        """What others found on it is ranked; what a hall found of itself is not."""
        return self.scores and self is not InspectionKind.SELF


class Slot(StrEnum):
    """The shift in which a patrol is made."""

    MORNING = "morning"  # 上午
    AFTERNOON = "afternoon"  # 下午


class InspectionState(StrEnum):
    """Where a visit stands. A completed inspection is never edited."""

    OPEN = "open"
    COMPLETED = "completed"
    DISCARDED = "discarded"  # in the bin, whole


class Verdict(StrEnum):
    """The outcome of one answered item; an item without an answer is 未查."""

    PASS = "pass"
    DEDUCT = "deduct"  # 扣分
    NOT_APPLICABLE = "na"  # 不适用
    UNSEEN = "unseen"  # 未观察: not seen on this visit; it attests nothing


@dataclass(frozen=True, slots=True)
class Answer:
    """One item on one scorecard.

    `count` is what the rule counts (deduct, bonus), `option` the index of the option found
    (choice), `measured` the value in hundredths of the rule's unit (measure), from one or
    several samples; of points that are judged (range) it is what all of them come to. `cases`
    counts each named deduction (cases), in the order of the rule. `praised` makes it a 亮点;
    `correction` is what was done about a deduction before the inspector left, None when nothing
    was.
    """

    item_id: str
    verdict: Verdict
    count: int = 0
    option: int | None = None
    measured: Hundredths | None = None
    phrases: tuple[str, ...] = ()
    note: str = ""
    samples: tuple[Hundredths, ...] = ()  # what `measured` was taken from, when several
    praised: bool = False
    correction: str | None = None
    cases: tuple[int, ...] = ()


Answers: TypeAlias = Mapping[str, Answer]
"""The answers of one scorecard by item id; an absent id is 未查."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One window and the person on duty, or the site's public area, within an inspection.

    Numbers and names are those of the day: a roster that changes later leaves them alone.
    """

    id: str
    inspection_id: str
    position: int
    scope: Scope
    window_id: str | None = None
    window_number: str = ""
    window_kind: str = ""
    staff_number: str = ""
    staff_name: str = ""
    department: str = ""
    leader: str = ""
    left_out: bool = False  # chosen at the start, not inspected after all
    left_out_reason: str = ""  # blank: nobody said why


@dataclass(frozen=True, slots=True)
class Inspection:
    """One visit to one site."""

    id: str
    site_id: str
    site_name: str
    kind: InspectionKind
    inspectors: tuple[str, ...]
    pack_hash: str  # the frozen pack it is scored with
    state: InspectionState
    started_at: datetime
    completed_at: datetime | None = None
    phase: str = ""
    cursor_scorecard: str | None = None  # where the inspector stood
    cursor_item: str | None = None
    slot: Slot | None = None  # of a patrol
    conflicts: tuple[str, ...] = ()  # inspectors who belong to the site's own team
    seal: str = ""  # of a completed one, see domain.seal
    form: Form = Form.FULL
    seed: str = ""  # what 抽查 draws its items by
    base_hash: str = ""  # the frozen pack before the site's own numbers; empty: it has none
    party: tuple[PartyMember, ...] = ()  # who of the inspectors is what; empty: it is not known
    shared_by: str = ""  # the group this is one part of a visit of (分头检查); empty: it is whole


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the items that must be answered are."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Nothing is left to answer."""
        return self.done == self.total

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(self.done + other.done, self.total + other.total)


def progress_of(items: "Iterable[Item]", answers: Answers) -> Progress:
    """Count answered items; bonus items never have to be answered."""
    required = [item for item in items if not item.is_bonus]
    return Progress(sum(item.id in answers for item in required), len(required))


def unanswered(items: "Iterable[Item]", answers: Answers) -> "list[Item]":
    """Return what blocks completion, in sheet order."""
    return [item for item in items if not item.is_bonus and item.id not in answers]


def lacks_reason(item: "Item", answer: Answer) -> bool:
    """Tell that a veto, a bonus or a correction stands without a word; each is explained."""
    if answer.correction is not None and not answer.correction.strip():
        return True
    is_veto = item.veto and answer.verdict is Verdict.DEDUCT
    is_award = item.is_bonus and answer.verdict is Verdict.PASS and answer.count > 0
    return (is_veto or is_award) and not answer.phrases and not answer.note.strip()


def next_unanswered(items: "Sequence[Item]", answers: Answers, after: int) -> int | None:
    """Return the index of the next item to answer behind index `after`, wrapping once."""
    begin = min(after + 1, len(items))
    order: list[int] = [*range(begin, len(items)), *range(begin)]
    for index in order:
        if not items[index].is_bonus and items[index].id not in answers:
            return index
    return None
