"""Ways to look at the ledger: what they ask, what their chips count, how they are kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import (
    UNFINISHED,
    LedgerColumn,
    LedgerCounts,
    LedgerFilter,
    LedgerOrder,
)
from inspector.domain.finding.ledger_view import (
    LedgerView,
    Period,
    Quick,
    counted,
    view_from_plain,
    view_to_plain,
)

TODAY = date(2026, 3, 15)
VIEWS = st.builds(
    LedgerView,
    quick=st.sampled_from(Quick),
    text=st.text(max_size=8),
    site_id=st.text(max_size=4),
    window_number=st.text(max_size=4),
    category=st.none() | st.sampled_from(Category),
    department=st.text(max_size=4),
    owner=st.text(max_size=4),
    period=st.sampled_from(Period),
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    round=st.none() | st.integers(1, 4),
    order=st.builds(LedgerOrder, st.sampled_from(LedgerColumn), st.booleans()),
)


@given(VIEWS)
def test_what_is_kept_comes_back(view: LedgerView) -> None:
    assert view_from_plain(view_to_plain(view)) == view


@pytest.mark.parametrize(
    "plain", [{"quick": "slow"}, {"period": "1"}, {"first": "x"}, {"round": "two"}, {"column": ""}]
)
def test_what_is_no_view_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        view_from_plain(plain)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.ALL, None, None),
        (Period.THIS_MONTH, date(2026, 3, 1), None),
        (Period.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (Period.DAYS_30, date(2026, 2, 14), None),
        (Period.DAYS_90, date(2025, 12, 16), None),
        (Period.THIS_YEAR, date(2026, 1, 1), None),
        (Period.OWN, date(2026, 2, 3), date(2026, 2, 4)),
    ],
)
def test_a_period_is_reckoned_from_today(
    period: Period, first: date | None, last: date | None
) -> None:
    view = LedgerView(period=period, first=date(2026, 2, 3), last=date(2026, 2, 4))
    asked = view.asked(TODAY)
    assert (asked.first, asked.last) == (first, last)


def test_a_quick_filter_is_a_filter() -> None:
    asked = {quick: LedgerView(quick=quick, owner="a").asked(TODAY) for quick in Quick}
    assert asked[Quick.ALL] == LedgerFilter(owner="a")
    assert asked[Quick.UNFINISHED] == LedgerFilter(owner="a", states=UNFINISHED)
    assert asked[Quick.CLOSED].states == {FindingState.CLOSED}
    assert asked[Quick.OVERDUE] == LedgerFilter(owner="a", overdue=True)
    assert asked[Quick.DUE_TODAY] == LedgerFilter(owner="a", due_today=True)
    assert asked[Quick.REPEATS] == LedgerFilter(owner="a", repeats=True)
    assert asked[Quick.APPEALED] == LedgerFilter(owner="a", appealed=True)
    assert asked[Quick.ASKED] == LedgerFilter(owner="a", asked=True)


def test_a_chip_counts_what_its_filter_shows() -> None:
    counts = LedgerCounts(
        {FindingState.OPEN: 1, FindingState.RECTIFYING: 2, FindingState.CLOSED: 4}, 8, 16, 32, 64, 5
    )
    assert [counted(counts, quick) for quick in Quick] == [3, 7, 1, 2, 0, 4, 0, 8, 16, 32, 64, 5]


def test_what_narrows_is_counted_and_can_be_taken_off() -> None:
    order = LedgerOrder(LedgerColumn.OWNER, False)
    view = LedgerView(
        quick=Quick.CLOSED, text="x", site_id="s", period=Period.DAYS_30, round=2, order=order
    )
    assert view.narrowing == 3
    assert view.widened() == LedgerView(quick=Quick.CLOSED, order=order)
