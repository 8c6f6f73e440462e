"""How somebody looks at the ledger: a quick filter, what narrows it, a period, an order.

A period is kept by its name (this month), so that a view saved in November is of use in December.
"""

from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import (
    UNFINISHED,
    LedgerColumn,
    LedgerCounts,
    LedgerFilter,
    LedgerOrder,
    LedgerSource,
)
from inspector.typed_values import typed


class Quick(StrEnum):
    """The filters that are one key away; exactly one is on."""

    UNFINISHED = "unfinished"
    ALL = "all"
    OPEN = "open"
    RECTIFYING = "rectifying"
    REPORTED = "reported"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    OVERDUE = "overdue"
    DUE_TODAY = "due-today"
    REPEATS = "repeats"
    APPEALED = "appealed"
    ASKED = "asked"  # more time


_STATES = {Quick(state.value): frozenset({state}) for state in FindingState} | {
    Quick.UNFINISHED: UNFINISHED
}


class Period(StrEnum):
    """When a finding was raised, as seen from today."""

    ALL = "all"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    DAYS_30 = "30-days"
    DAYS_90 = "90-days"
    THIS_YEAR = "this-year"
    OWN = "own"  # from `first` to `last`


_FALLING = (
    LedgerColumn.DAY, LedgerColumn.DEDUCTION, LedgerColumn.TIMES, LedgerColumn.CHANGED,
)  # fmt: skip
"""Columns that begin with the largest."""


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A way to look at the ledger. Blank fields narrow nothing."""

    quick: Quick = Quick.UNFINISHED
    text: str = ""
    site_id: str = ""
    window_number: str = ""
    category: Category | None = None
    department: str = ""
    owner: str = ""
    period: Period = Period.ALL
    first: date | None = None
    last: date | None = None
    round: int | None = None
    source: LedgerSource | None = None  # the figure that led here
    order: LedgerOrder = field(default_factory=LedgerOrder)

    def base(self, today: date) -> LedgerFilter:
        """Return what is asked besides the quick filter; the counts of all of them are of it."""
        first, last = _days(self, today)
        return LedgerFilter(
            site_id=self.site_id,
            window_number=self.window_number,
            category=self.category,
            department=self.department,
            owner=self.owner,
            text=self.text,
            first=first,
            last=last,
            round=self.round,
            source=self.source,
        )

    def asked(self, today: date) -> LedgerFilter:
        """Return all that is asked."""
        return replace(
            self.base(today),
            states=_STATES.get(self.quick, frozenset()),
            overdue=self.quick is Quick.OVERDUE,
            due_today=self.quick is Quick.DUE_TODAY,
            repeats=self.quick is Quick.REPEATS,
            appealed=self.quick is Quick.APPEALED,
            asked=self.quick is Quick.ASKED,
        )

    def ordered_by(self, column: LedgerColumn) -> "LedgerView":
        """Return it in the order of a column; the column it has already turns the order round."""
        same = self.order.column is column
        falling = not self.order.descending if same else column in _FALLING
        return replace(self, order=LedgerOrder(column, falling))

    @property
    def narrowing(self) -> int:
        """How many fields narrow it besides the quick filter and the text."""
        fields = (self.site_id, self.window_number, self.category, self.department, self.owner)
        return sum(bool(field) for field in fields) + (
            (self.period is not Period.ALL) + (self.round is not None) + (self.source is not None)
        )

    def widened(self) -> "LedgerView":
        """Return the same quick filter and order with nothing else asked."""
        return LedgerView(quick=self.quick, order=self.order)


def counted(counts: LedgerCounts, quick: Quick) -> int:
    """Return how many findings a quick filter shows."""
    match quick:
        case Quick.ALL:
            return counts.total
        case Quick.OVERDUE:
            return counts.overdue
        case Quick.DUE_TODAY:
            return counts.due_today
        case Quick.REPEATS:
            return counts.repeats
        case Quick.APPEALED:
            return counts.appealed
        case Quick.ASKED:
            return counts.asked
    return sum(counts.of(state) for state in _STATES[quick])


def _days(view: LedgerView, today: date) -> tuple[date | None, date | None]:
    month = today.replace(day=1)
    match view.period:
        case Period.THIS_MONTH:
            return month, None
        case Period.LAST_MONTH:
            last = month - timedelta(days=1)
            return last.replace(day=1), last
        case Period.DAYS_30:
            return today - timedelta(days=29), None
        case Period.DAYS_90:
            return today - timedelta(days=89), None
        case Period.THIS_YEAR:
            return today.replace(month=1, day=1), None
        case Period.OWN:
            return view.first, view.last
    return None, None


def view_to_plain(view: LedgerView) -> dict[str, Any]:
    """Return a view as texts and numbers; what is blank is left out."""
    plain: dict[str, Any] = {
        "quick": view.quick.value,
        "text": view.text,
        "site": view.site_id,
        "window": view.window_number,
        "category": view.category.value if view.category else "",
        "department": view.department,
        "owner": view.owner,
        "period": "" if view.period is Period.ALL else view.period.value,
        "first": view.first.isoformat() if view.first else "",
        "last": view.last.isoformat() if view.last else "",
        "round": view.round or 0,
        "column": view.order.column.value,
        "descending": view.order.descending,
        "source": asdict(view.source) if view.source else "",
    }
    return {key: value for key, value in plain.items() if value not in ("", 0) or value is False}


_SPELT = {"site": "site_id", "window": "window_number"}
"""The fields that are kept under a shorter name."""


def view_from_plain(plain: dict[str, Any]) -> LedgerView:
    """Return the view that was kept; raises ValueError for what is none."""
    kept = {_SPELT.get(name, name): value for name, value in plain.items()}
    source = _source(kept.pop("source", None))
    order = LedgerOrder(
        LedgerColumn(plain.get("column", LedgerColumn.DAY)), plain.get("descending") is not False
    )
    return replace(typed(kept, LedgerView), source=source, order=order)


def _source(plain: object) -> LedgerSource | None:
    """Return the figure that was kept; raises ValueError for what is none."""
    if plain is None:
        return None
    try:
        if isinstance(plain, dict) and plain.keys() <= {
            field.name for field in fields(LedgerSource)
        }:
            return typed(plain, LedgerSource)
    except ValueError as error:
        raise ValueError(f"not a figure: {error}") from error
    raise ValueError("not a figure")
