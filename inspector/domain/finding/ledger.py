"""The ledger of findings (整改台账) as it is searched: what to show, in which order, how many."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.points import Hundredths
from inspector.domain.finding.finding import FindingState, OnLedger, RectificationType

UNFINISHED = frozenset({FindingState.OPEN, FindingState.RECTIFYING, FindingState.REPORTED})
"""The states in which something has still to be done."""


class LedgerColumn(StrEnum):
    """What the ledger can be ordered by."""

    NUMBER = "number"
    DAY = "day"
    SITE = "site"
    WINDOW = "window"
    TEXT = "text"
    CATEGORY = "category"
    DEDUCTION = "deduction"
    DEPARTMENT = "department"
    OWNER = "owner"
    LEADER = "leader"
    DEADLINE = "deadline"
    STATE = "state"
    TIMES = "times"  # 第N次 at the window
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class LedgerOrder:
    """An order of the ledger; what is equal in it stands newest first."""

    column: LedgerColumn = LedgerColumn.DAY
    descending: bool = True


class FoundBy(StrEnum):
    """Who found something: a round with a score, one without, or the public (群众反映)."""

    VISITS = "visits"
    PATROLS = "patrols"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class LedgerSource:
    """What a figure of the summary counted, besides days and site; blank fields narrow nothing.

    What was withdrawn is never counted, what patrols found and what the public said only by the
    figure that says so.
    """

    title: str  # what the figure is called
    pack_id: str = ""
    pack_weighing: str = ""  # with `pack_id`: the family of packs
    phase: str = ""
    item_id: str = ""
    staff_number: str = ""
    veto: bool = False
    found_by: FoundBy = FoundBy.VISITS
    site_ids: tuple[str, ...] = ()  # of several sites; of one, the ledger's own filter says so
    form: Form | None = None  # with `pack_id`; None: asked in whatever form


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What to show of the ledger. Every field that is set narrows it; blank fields do not."""

    site_id: str = ""
    window_number: str = ""
    category: Category | None = None
    department: str = ""
    owner: str = ""
    states: frozenset[FindingState] = frozenset()  # empty: all
    overdue: bool = False  # 逾期
    due_today: bool = False  # unfinished, and the deadline is today
    repeats: bool = False  # 第2次 and on at its window
    appealed: bool = False  # 申诉待核
    asked: bool = False  # 已申请延期, and nobody has answered
    text: str = ""  # in number, problem, item, window, owner or department
    first: date | None = None  # raised on this day or later
    last: date | None = None
    closed_first: date | None = None  # closed or withdrawn on this day or later
    closed_last: date | None = None
    round: int | None = None
    inspection_id: str = ""
    source: LedgerSource | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow(OnLedger):
    """A finding as a line of the ledger."""

    id: str
    number: str
    day: date
    site_id: str
    site_name: str
    window_number: str
    staff_number: str
    category: Category
    text: str
    deduction: Hundredths
    reviewed_deduction: Hundredths | None
    veto: bool
    department: str
    owner: str
    leader: str
    type: RectificationType
    deadline: date
    state: FindingState
    round: int
    is_appealed: bool
    done_on: date | None
    times_at_window: int
    times_at_site: int
    asked_until: date | None = None
    asked_reason: str = ""


@dataclass(frozen=True, slots=True)
class LedgerCounts:
    """How many findings of a filter stand where."""

    by_state: Mapping[FindingState, int] = field(default_factory=dict)
    overdue: int = 0
    due_today: int = 0
    repeats: int = 0
    appealed: int = 0
    asked: int = 0

    @property
    def total(self) -> int:
        """All of them, those withdrawn as well."""
        return sum(self.by_state.values())

    def of(self, state: FindingState) -> int:
        """How many stand in a state."""
        return self.by_state.get(state, 0)


@dataclass(frozen=True, slots=True)
class LedgerChoices:
    """What there is to choose from in a filter, each in order."""

    windows: tuple[str, ...]
    departments: tuple[str, ...]
    owners: tuple[str, ...]
