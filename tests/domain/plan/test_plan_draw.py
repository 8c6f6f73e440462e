"""The draw: what comes first by each way, and that a seed draws the same again."""

import hashlib
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.plan.plan_draw import (
    Draw,
    DrawWay,
    SiteLot,
    ToldDraw,
    WindowLot,
    drawn_site,
    drawn_windows,
    random_site,
    told_draws,
    visited_since,
    windows_to_take,
)

DAY = date(2026, 11, 3)


def lot(name: str, seen: date | None = DAY, score: int | None = 9000, take: int = 0) -> SiteLot:
    return SiteLot(name, name, seen, score, take, ())


def test_what_was_never_seen_comes_first_then_what_was_unseen_longest() -> None:
    lots = [lot("甲"), lot("乙", DAY - timedelta(days=1)), lot("丙", None, None)]
    assert drawn_site(lots, DrawWay.LONGEST, "S") is lots[2]
    assert drawn_site(lots[:2], DrawWay.LONGEST, "S") is lots[1]


def test_the_worst_comes_first() -> None:
    lots = [lot("甲", score=9000), lot("乙", score=8999), lot("丙", score=9001)]
    assert drawn_site(lots, DrawWay.WORST, "S") is lots[1]


def test_nothing_is_drawn_from_nothing() -> None:
    assert drawn_site([], DrawWay.RANDOM, "S") is None


names = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=9, unique=True)
seeds = st.text("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=6, max_size=6)
lots = names.flatmap(
    lambda each: st.tuples(
        *(
            st.builds(
                SiteLot,
                st.just(name),
                st.just(name),
                st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
                st.none() | st.integers(0, 10500),
                st.integers(0, 9),
                st.lists(
                    st.builds(
                        WindowLot,
                        st.uuids().map(str),
                        st.text(max_size=4),
                        st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
                        st.none() | st.integers(0, 10500),
                    ),
                    max_size=8,
                    unique_by=(lambda window: window.id, lambda window: window.number),
                ).map(tuple),
            )
            for name in each
        )
    ).map(list)
)


@pytest.mark.ci
@given(lots, st.sampled_from(DrawWay), seeds, st.randoms(use_true_random=False))
def test_the_same_seed_draws_the_same_in_whatever_order(
    some: list[SiteLot], way: DrawWay, seed: str, rng: "object"
) -> None:
    drawn = drawn_site(some, way, seed)
    assert drawn is not None
    mixed = list(some)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert drawn_site(mixed, way, seed) == drawn
    windows = drawn_windows(drawn, way, seed)
    assert len(windows) == min(drawn.take, len(drawn.windows))
    assert [each for each in drawn.windows if each in windows] == list(windows)
    turned = SiteLot(
        drawn.id, drawn.name, drawn.seen, drawn.score, drawn.take, tuple(reversed(drawn.windows))
    )
    assert set(drawn_windows(turned, way, seed)) == set(windows)


@given(names, seeds)
def test_a_random_draw_is_checked_by_names_and_seed_alone(some: list[str], seed: str) -> None:
    drawn = drawn_site([lot(name) for name in some], DrawWay.RANDOM, seed)
    assert drawn is not None
    digests = {hashlib.sha256(f"{seed}/{name}".encode()).hexdigest(): name for name in some}
    assert drawn.name == digests[min(digests)] == random_site(some, seed)


@given(st.integers(0, 20), st.data())
def test_the_visits_that_are_left_can_see_every_window_that_is_missing(
    windows: int, data: st.DataObject
) -> None:
    wanted = data.draw(st.integers(0, windows))
    seen = data.draw(st.integers(0, wanted))
    visits = data.draw(st.integers(1, 9))
    left = data.draw(st.integers(1, visits))
    take = windows_to_take(windows, wanted, seen, visits, left)
    assert 0 <= take <= windows
    assert not wanted or take * left >= wanted - seen
    assert take == windows or wanted


AT = datetime.fromisoformat("2026-11-03T09:00:00+08:00")


def told(site: str, visited: date | None) -> ToldDraw:
    """A draw of a site."""
    return ToldDraw(Draw("d", "p", AT, DrawWay.RANDOM, "S", (site,), site, site, (), ()), visited)


def test_a_draw_was_followed_only_by_a_visit_that_began_since() -> None:
    draw = told("甲", None).draw
    assert visited_since(draw, []) is None
    assert visited_since(draw, [AT - timedelta(minutes=1)]) is None
    assert visited_since(draw, [AT - timedelta(days=1), AT]) == AT.date()


def test_whoever_draws_again_has_every_draw_printed_once_one_is_followed() -> None:
    day = AT.date()
    drawn = [told("甲", None), told("乙", None), told("丙", day), told("丁", None)]
    assert told_draws(drawn[:2], over=False) == []
    assert told_draws(drawn, over=False) == drawn[:3]
    assert told_draws(drawn, over=True) == drawn
    # The site that waits for its visit is not told by a draw before, either.
    assert told_draws([*drawn, told("甲", None)], over=False) == drawn[1:3]
