"""Where a figure leads: to findings in the ledger, to visits, to another section of the page."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TypeAlias

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.days.span import Span
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.finding.ledger import FoundBy, LedgerSource
from inspector.domain.finding.ledger_view import LedgerView, Period, Quick


class Section(IntEnum):
    """The sections of the page, in the order of their keys from 1."""

    RANKING = 0
    HEAT = 1
    TREND = 2
    ITEMS = 3
    LISTS = 4
    WINDOWS = 5
    STAFF = 6
    RECTIFICATION = 7


@dataclass(frozen=True, slots=True)
class VisitsOf:
    """The visits that a figure was computed from."""

    title: str
    scope: FigureScope
    window_id: str = ""
    staff_number: str = ""
    by_itself: bool = False  # those that sites paid themselves instead


@dataclass(frozen=True, slots=True)
class Nothing:
    """A figure that is 0: there is nothing to open, and that is said."""

    title: str


Opened: TypeAlias = LedgerView | VisitsOf | Section | Nothing


class Leads:
    """Where the figures of one scope lead."""

    def __init__(self, scope: FigureScope) -> None:
        self.scope = scope

    def visits(
        self,
        title: str,
        site_id: str = "",
        pack: PackFamily | None = None,
        span: Span | None = None,
        window_id: str = "",
        staff_number: str = "",
        *,
        by_itself: bool = False,
    ) -> VisitsOf:
        """Return the visits of a site, with a pack, over other days."""
        own = self.scope
        scope = replace(
            own,
            site_ids=(site_id,) if site_id else own.site_ids,
            pack=pack or own.pack,
            span=span or own.span,
        )
        return VisitsOf(title, scope, window_id, staff_number, by_itself)

    def findings(
        self,
        title: str,
        quick: Quick = Quick.ALL,
        site_id: str = "",
        pack: PackFamily | None = None,
        span: Span | None = None,
        window_number: str = "",
        item_id: str = "",
        staff_number: str = "",
        veto: bool = False,
        category: Category | None = None,
        found_by: FoundBy = FoundBy.VISITS,
    ) -> LedgerView:
        """Return the ledger with what a figure counted."""
        own, pack = self.scope, pack or self.scope.pack
        days = span or own.span
        return LedgerView(
            quick=quick,
            site_id=site_id or (own.site_ids[0] if len(own.site_ids) == 1 else ""),
            window_number=window_number,
            category=category,
            period=Period.OWN,
            first=days.first,
            last=days.last,
            source=LedgerSource(
                title=title,
                pack_id=pack.id if pack else "",
                pack_weighing=pack.weighing if pack else "",
                form=pack.form if pack else None,
                phase=own.phase,
                item_id=item_id,
                staff_number=staff_number,
                veto=veto,
                found_by=found_by,
                site_ids=() if site_id or len(own.site_ids) < 2 else own.site_ids,
            ),
        )
