"""Lists, awards, ageing, frequent items and trends, worked out by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.days.workdays import Calendar, workdays_between
from inspector.domain.figures.figure_ageing import LIMITS, age_groups, ageing
from inspector.domain.figures.figure_awards import Award, candidates, least_inspections
from inspector.domain.figures.figure_facts import CardFact, FindingFact, LateFact, VisitFact
from inspector.domain.figures.figure_items import frequent_items
from inspector.domain.figures.figure_lists import LONGEST, red_black
from inspector.domain.figures.figures import PartFigures, key_figures, site_tallies, trend
from inspector.domain.figures.summary import FindingCount, SiteSummary, site_lines
from tests.domain.packs import GRADES

HALL, CLINIC = PackFamily("hall", ("1",), "厅"), PackFamily("clinic", ("1",), "院")
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
FRIDAY = date(2026, 11, 27)


def visit(
    site: str = "东",
    total: int | None = 9000,
    *,
    vetoes: int = 0,
    day: date = FRIDAY,
    pack: PackFamily = HALL,
    scored: bool = True,
    name: str = "v",
) -> VisitFact:
    return VisitFact(name, site, f"{site}厅", pack, "", day, scored, 0, vetoes, total)


def summary(visits: Sequence[VisitFact]) -> list[SiteSummary]:
    return site_lines(site_tallies(visits), {}, {}, {HALL: GRADES, CLINIC: GRADES})


def lists(*scores: int, vetoed: Sequence[int] = ()) -> tuple[list[int], list[int]]:
    """The scores on the red and on the black list; those at the places of `vetoed` are vetoed."""
    visits = [visit(str(n), score, vetoes=n in vetoed) for n, score in enumerate(scores)]
    (both,) = red_black(summary(visits))
    return [s.total or 0 for s in both.red], [s.total or 0 for s in both.black]


# Red and black


@pytest.mark.parametrize(
    ("scores", "red", "black"),
    [
        ([90], [], []),  # nothing to compare with
        ([90, 80], [90], [80]),
        ([90, 80, 70], [90], [70]),
        ([90, 90], [], []),  # equal: nobody is better
        ([90, 80, 80, 70], [90], [70]),  # the two in the middle would be on both
        ([90, 90, 80, 70], [90, 90], [70, 80]),
        (list(range(99, 88, -1)), [99, 98, 97, 96, 95], [89, 90, 91, 92, 93]),
        ([99, 98, 97, 96, 95, 95, 90, 89, 88, 87, 86, 85], [99, 98, 97, 96, 95, 95],
         [85, 86, 87, 88, 89]),
    ],
)  # fmt: skip
def test_the_best_and_the_worst(scores: list[int], red: list[int], black: list[int]) -> None:
    assert lists(*scores) == (red, black)


def test_a_veto_is_the_end_of_praise() -> None:
    assert lists(99, 80, 70, 60, vetoed=[0]) == ([80, 70], [99, 60])
    assert lists(99, 98, vetoed=[0, 1]) == ([], [98])


@given(st.lists(st.integers(0, 100), min_size=1, max_size=24), st.data())
def test_nobody_is_on_both_lists_and_equals_stand_together(
    scores: list[int], data: st.DataObject
) -> None:
    vetoed = data.draw(st.sets(st.integers(0, len(scores) - 1)))
    own = summary([visit(str(n), score, vetoes=n in vetoed) for n, score in enumerate(scores)])
    (both,) = red_black(own)
    red, black = {s.site_id for s in both.red}, {s.site_id for s in both.black}
    assert not red & black
    assert not any(s.vetoes for s in both.red)
    standing = {s.site_id: (bool(s.vetoes), -(s.total or 0)) for s in own}
    for chosen in (red, black):
        of_chosen = {standing[site] for site in chosen}
        assert {site for site, place in standing.items() if place in of_chosen} == chosen
    if len(set(standing.values())) == len(standing):
        assert len(black) == min(LONGEST, len(scores) // 2)
    for site in red:
        assert all(standing[site] < standing[other] for other in set(standing) - red)
    for site in black:
        assert all(standing[site] > standing[other] for other in set(standing) - black)


def test_packs_have_lists_of_their_own() -> None:
    visits = [visit("东", 9000), visit("西", 8000), visit("院", 7000, pack=CLINIC)]
    found = red_black(summary(visits))
    assert [(each.pack, each.compared, len(each.red)) for each in found] == [
        (CLINIC, 1, 0), (HALL, 2, 1),
    ]  # fmt: skip


# Awards


def card(
    window: str, total: int, times: int = 2, *, vetoes: int = 0, staff: str = "", site: str = "东",
    pack: PackFamily = HALL,
) -> CardFact:  # fmt: skip
    return CardFact(
        site, f"{site}厅", pack, f"{site}{window}", window, staff or f"10{window}", times,
        total * times, times, vetoes, total * times,
    )  # fmt: skip


def test_a_window_with_a_veto_something_overdue_or_too_few_visits_is_not_the_best() -> None:
    found = candidates(
        Award.WINDOW,
        [card("1", 9900, vetoes=1), card("2", 9800), card("3", 9700, times=1), card("4", 9000),
         card("5", 9000), card("6", 8000)],
        [LateFact("东", "东2", "102"), LateFact("东", "", "")],
        NOVEMBER,
    )  # fmt: skip
    assert [(c.window_number, c.rank, c.eligible) for c in found] == [
        ("1", None, False), ("2", None, False), ("3", None, False),
        ("4", 1, True), ("5", 1, True), ("6", 3, True),
    ]  # fmt: skip


def test_two_people_at_a_window_are_one_window_and_a_person_at_two_windows_is_one_person() -> None:
    cards = [
        card("1", 9000, 1, staff="甲"), card("1", 8001, 2, staff="乙"), card("2", 9500, staff="甲"),
    ]  # fmt: skip
    by_window = candidates(Award.WINDOW, cards, [], NOVEMBER)
    assert [(c.window_number, c.times, c.mean) for c in by_window] == [
        ("2", 2, 9500), ("1", 3, 8334),
    ]  # fmt: skip
    by_staff = candidates(Award.STAFF, cards, [], NOVEMBER)
    assert [(c.staff_number, c.times, c.mean) for c in by_staff] == [
        ("甲", 3, 9333),
        ("乙", 2, 8001),
    ]


def test_staff_without_a_number_are_nobody_and_packs_are_apart() -> None:
    cards = [card("1", 9000), card("1", 9900, site="院", pack=CLINIC)]
    nobody = card("2", 9000)._replace(staff_number="")
    found = candidates(Award.STAFF, [*cards, nobody], [], NOVEMBER)
    assert [(c.pack, c.rank) for c in found] == [(CLINIC, 1), (HALL, 1)]


def test_once_is_enough_in_a_week() -> None:
    assert least_inspections(span_of(SpanKind.WEEK, FRIDAY)) == 1
    assert least_inspections(NOVEMBER) == 2


# Ageing

PLAIN = Calendar()


def test_the_ages_are_workdays() -> None:
    assert [(g.upto, g.first, g.last) for g in age_groups(FRIDAY, PLAIN)] == [
        (3, date(2026, 11, 24), FRIDAY),
        (7, date(2026, 11, 18), date(2026, 11, 23)),
        (15, date(2026, 11, 6), date(2026, 11, 17)),
        (None, None, date(2026, 11, 5)),
    ]


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.sets(st.integers(0, 40)),
    st.lists(st.tuples(st.sampled_from("东西"), st.integers(-2, 60)), max_size=30),
)
def test_every_finding_is_in_the_group_of_its_age(
    today: date, holidays: set[int], found: list[tuple[str, int]]
) -> None:
    calendar = Calendar(frozenset(today - timedelta(n) for n in holidays))
    expected = {site: [0] * len(LIMITS) for site, _ in found}
    for site, days in found:
        age = workdays_between(today - timedelta(days), today, calendar)
        place = next(n for n, limit in enumerate(LIMITS) if limit is None or age <= limit)
        expected[site][place] += 1
    result = ageing([(s, today - timedelta(n), 1) for s, n in found], today, calendar)
    assert {site: list(counts) for site, counts in result.by_site.items()} == expected
    assert sum(result.totals) == len(found)


# Items, trend, key figures


def found(name: str, *items: str, closed: int = 0) -> FindingFact:
    return FindingFact(name, len(items), closed, 0, 0, 0, items)


def test_frequent_items_count_findings_and_visits() -> None:
    visits = [visit(name="a"), visit(name="b"), visit(name="c"), visit(name="p", scored=False)]
    facts = {
        "a": found("a", "greet", "greet", "desk"),
        "b": found("b", "desk", "wait", ""),
        "p": found("p", "wait"),
    }
    items = frequent_items(visits, facts, 3)
    assert [(i.item_id, i.findings, i.visits, i.of, i.share, i.last_visit) for i in items] == [
        ("desk", 2, 2, 3, 6667, "b"),
        ("greet", 2, 1, 3, 3333, "a"),
        ("wait", 1, 1, 3, 3333, "b"),  # what a patrol found is counted apart
    ]
    assert len(frequent_items(visits, facts, 1)) == 1


def test_a_trend_has_a_mean_by_part_and_pack() -> None:
    parts = NOVEMBER.parts()
    visits = [
        visit(total=9000, day=date(2026, 11, 2), name="a"),
        visit(total=9001, day=date(2026, 11, 8), name="b"),
        visit(total=7000, day=date(2026, 11, 3), pack=CLINIC),
        visit(total=None, day=date(2026, 11, 30)),
        visit(total=None, day=date(2026, 11, 30), name="p", scored=False),
    ]
    points = trend(parts, visits, {"a": found("a", "x"), "p": found("p", "x", "y")})
    assert [(dict(p.means), p.visits, p.findings) for p in points] == [
        ({}, 0, 0),
        ({HALL: 9001, CLINIC: 7000}, 3, 1),
        ({}, 0, 0),
        ({}, 0, 0),
        ({}, 0, 0),
        ({}, 1, 0),
    ]
    assert points[1].packs[HALL] == PartFigures(9001, 2, 1)


def test_key_figures_count_a_window_once_and_findings_of_patrols_apart() -> None:
    visits = [visit(total=9000, name="a"), visit(total=8001, name="b", vetoes=2),
              visit(total=None, name="p", scored=False)]  # fmt: skip
    key = key_figures(
        visits, [card("1", 9000), card("1", 8000, staff="x"), card("2", 9000)],
        {"a": found("a", "x", "y", "z", closed=2), "p": found("p", "")}, 5,
    )  # fmt: skip
    assert (key.visits, key.windows, key.roster, key.mean, key.vetoes) == (2, 2, 5, 8501, 2)
    assert (key.findings, key.rectification_rate) == (FindingCount(3, 2, 0), 6667)
    assert key.patrol_findings == 1
    assert key_figures([], [], {}).rectification_rate is None
