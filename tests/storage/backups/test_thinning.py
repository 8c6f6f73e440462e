"""Which snapshots stay."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector.storage.backups.thinning import moments_kept

NOW = datetime(2026, 11, 27, 9, 15)
MOMENTS = st.lists(
    st.integers(-800 * 24, 24).map(lambda hours: NOW + timedelta(hours=hours)), unique=True
)


def test_two_years_of_days_leave_some_twenty() -> None:
    days = [NOW - timedelta(days=day) for day in range(730)]
    kept = sorted(moments_kept(days, NOW.date()))
    assert len(kept) == 20
    assert kept[-7:] == sorted(days[:7])
    assert f"{kept[0]:%Y-%m-%d}" == "2025-12-31"


def test_one_day_after_the_other_leaves_what_thinning_at_once_leaves() -> None:
    kept: set[datetime] = set()
    for day in range(400, -1, -1):
        moment = NOW - timedelta(days=day)
        kept = moments_kept([*kept, moment], moment.date())
    assert kept == moments_kept([NOW - timedelta(days=day) for day in range(401)], NOW.date())


def test_a_clock_that_was_ahead_takes_no_place() -> None:
    ahead = [NOW + timedelta(days=300 + day) for day in range(10)]
    days = [NOW - timedelta(days=day) for day in range(7)]
    assert set(days) <= moments_kept([*ahead, *days], NOW.date())


@given(MOMENTS)
def test_the_newest_and_all_of_today_stay(moments: list[datetime]) -> None:
    kept = moments_kept(moments, NOW.date())
    assert kept <= set(moments)
    assert {moment for moment in moments if moment.date() == NOW.date()} <= kept
    assert not moments or max(moments) in kept
    assert moments_kept(sorted(kept), NOW.date()) == kept
