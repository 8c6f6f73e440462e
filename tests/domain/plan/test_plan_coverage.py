"""应查, 已查, 缺口: by example, and for any plan and any visits."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.plan.phase import Phase, phase_on
from inspector.domain.plan.plan import Barred, Plan, PlannedSite, barred_from, in_force
from inspector.domain.plan.plan_coverage import (
    PlanCoverage,
    PlannedVisit,
    coverage_of,
    joined,
    narrowed_to,
)

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
MADE = datetime.fromisoformat("2026-09-30T09:00:00+08:00")


def plan(*sites: PlannedSite, covert: int = 0, family: str = "f", version: int = 1) -> Plan:
    """A plan of the fourth quarter."""
    return Plan(
        f"{family}{version}",
        family,
        version,
        "四季度",
        "",
        FIRST,
        LAST,
        covert,
        sites,
        (),
        "",
        MADE,
    )


def visit(number: int, site: str, day: date, *windows: str, covert: bool = False) -> PlannedVisit:
    """A sealed visit."""
    return PlannedVisit(f"v{number}", site, day, covert, frozenset(windows))


def test_what_is_due_what_was_made_and_what_is_to_go() -> None:
    asked = plan(PlannedSite("a", "甲厅", 2, 50, 4), PlannedSite("b", "乙厅", 1), covert=50)
    visits = [
        visit(1, "a", date(2026, 10, 9), "1", "2", covert=True),
        visit(2, "b", date(2026, 10, 10)),
        visit(3, "b", date(2026, 12, 31)),  # beyond what was asked
        visit(4, "a", date(2027, 1, 1)),  # another quarter
        visit(5, "c", date(2026, 10, 10)),  # not in the plan
    ]
    covered = coverage_of(asked, visits)
    assert (covered.wanted, covered.done, covered.gap, covered.extra) == (3, 2, 1, 1)
    assert (covered.covert_wanted, covered.covert_done, covered.covert_gap) == (2, 1, 1)
    assert (covered.windows_wanted, covered.windows_done) == (2, 2)
    assert covered.rate == 6667
    first, second = covered.sites
    assert (first.gap, first.windows_gap, first.is_done) == (1, 0, False)
    assert (second.done, second.counted, second.is_done) == (2, 1, True)
    assert second.last_day == LAST


def test_a_visit_counts_from_its_own_day_on() -> None:
    asked = plan(PlannedSite("a", "甲厅", 1))
    visits = [visit(1, "a", date(2026, 11, 3))]
    assert coverage_of(asked, visits, date(2026, 11, 2)).gap == 1
    assert coverage_of(asked, visits, date(2026, 11, 3)).gap == 0


def test_several_plans_are_one_line_a_site() -> None:
    one = coverage_of(plan(PlannedSite("a", "甲厅", 1)), [
        visit(1, "a", FIRST), visit(2, "a", FIRST),
    ])  # fmt: skip
    other = coverage_of(plan(PlannedSite("a", "甲厅", 2), PlannedSite("b", "乙厅", 1)), [])
    both = joined([one, other])
    assert both is not None
    assert (both.wanted, both.done, both.gap, both.extra) == (4, 1, 3, 1)
    assert [site.wanted for site in both.sites] == [3, 1]
    of_one = narrowed_to(both, ["乙厅"])
    assert of_one is not None
    assert of_one.wanted == 1
    assert narrowed_to(both, ["丙厅"]) is None
    assert joined([]) is None


sites = st.lists(
    st.builds(
        PlannedSite,
        st.sampled_from("abcdefg"),
        st.just("厅"),
        st.integers(0, 9),
        st.integers(0, 100),
        st.integers(0, 20),
    ),
    max_size=7,
    unique_by=lambda site: site.site_id,
)
visits = st.lists(
    st.builds(
        PlannedVisit,
        st.uuids().map(str),
        st.sampled_from("abcdefgh"),
        st.dates(FIRST - timedelta(days=9), LAST + timedelta(days=9)),
        st.booleans(),
        st.frozensets(st.sampled_from("123456789")),
    ),
    max_size=30,
)


def sums_agree(covered: PlanCoverage) -> None:
    """Whoever adds the columns up comes to the sums."""
    assert covered.wanted == covered.done + covered.gap
    assert covered.windows_wanted == covered.windows_done + covered.windows_gap
    assert covered.covert_gap >= covered.covert_wanted - covered.covert_done
    assert covered.covert_done == sum(site.covert_counted for site in covered.sites)
    assert sum(site.done for site in covered.sites) == covered.done + covered.extra
    for site in covered.sites:
        assert 0 <= site.counted <= min(site.done, site.wanted)
        assert 0 <= site.covert_share <= site.wanted * 100
        assert site.covert_counted == min(site.covert_done, site.wanted)
        assert site.gap >= 0
    assert covered.rate is None or 0 <= covered.rate <= 10000
    assert (covered.rate == 10000) is (covered.gap == 0 and covered.wanted > 0)


@given(sites, visits, st.integers(0, 100))
def test_the_sums_of_any_plan_agree(
    asked: list[PlannedSite], made: list[PlannedVisit], percent: int
) -> None:
    covered = coverage_of(plan(*asked, covert=percent), made)
    sums_agree(covered)
    assert covered.covert_wanted == -(-covered.wanted * percent // 100)
    both = joined([covered, coverage_of(plan(*asked[:2]), made)])
    assert both is not None
    sums_agree(both)


@given(sites, visits, visits)
def test_another_visit_never_widens_a_gap(
    asked: list[PlannedSite], made: list[PlannedVisit], more: list[PlannedVisit]
) -> None:
    before, after = coverage_of(plan(*asked), made), coverage_of(plan(*asked), [*made, *more])
    assert after.gap <= before.gap
    assert after.windows_gap <= before.windows_gap


@given(sites, visits, st.randoms(use_true_random=False))
def test_the_order_of_visits_tells_nothing(
    asked: list[PlannedSite], made: list[PlannedVisit], rng: "object"
) -> None:
    mixed = list(made)
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert coverage_of(plan(*asked), mixed) == coverage_of(plan(*asked), made)


@given(sites, visits, st.integers(0, 100), st.integers(1, 9))
def test_what_is_asked_of_one_site_changes_nothing_said_of_the_others(
    asked: list[PlannedSite], made: list[PlannedVisit], percent: int, more: int
) -> None:
    if not asked:
        return
    first, *others = asked
    before = coverage_of(plan(*asked, covert=percent), made)
    raised = replace(first, visits=first.visits + more)
    after = coverage_of(plan(raised, *others, covert=percent), made)
    assert after.sites[1:] == before.sites[1:]
    assert after.covert_wanted == -(-after.wanted * percent // 100)


def test_every_covert_visit_counts_up_to_the_visits_of_its_site() -> None:
    asked = plan(PlannedSite("a", "甲厅", 3), PlannedSite("b", "乙厅", 1), covert=50)
    made = [visit(n, "a", FIRST, covert=True) for n in range(3)]
    made += [visit(n, "b", FIRST, covert=True) for n in (4, 5)]  # one of them beyond the plan
    covered = coverage_of(asked, made)
    assert [site.covert_counted for site in covered.sites] == [3, 1]
    assert (covered.covert_wanted, covered.covert_done, covered.covert_gap) == (2, 4, 0)


def test_the_newest_version_counts_until_it_is_given_up() -> None:
    first, second = plan(version=1), plan(version=2)
    other = plan(family="g")
    assert in_force([second, first, other]) == (second, other)
    gone = Plan(**{**_facts(second), "version": 3, "withdrawn": True})  # type: ignore[arg-type]
    assert in_force([first, second, gone, other]) == (other,)


def _facts(of: Plan) -> dict[str, object]:
    return {name: getattr(of, name) for name in Plan.__slots__}


@pytest.mark.parametrize(
    ("names", "units", "kept"),
    [
        (("周敏", "吴刚"), (), ("周敏",)),
        (("吴刚", " 周敏 "), (), (" 周敏 ",)),
        (("吴刚",), ("市政务大厅",), ("吴刚",)),
        (("吴刚",), ("城管局",), ()),
        (("",), ("",), ()),
    ],
)
def test_who_must_not_go_is_known_by_name_or_unit(
    names: tuple[str, ...], units: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    bars = tuple(Barred(who, "a", "甲厅") for who in ("周敏", "市政务大厅"))
    barred = Plan(**{**_facts(plan()), "barred": bars})  # type: ignore[arg-type]
    assert barred_from(barred, "a", names, units) == kept
    assert barred_from(barred, "b", names, units) == ()


def test_of_phases_that_overlap_the_later_one_is_the_phase_of_a_day() -> None:
    whole = Phase("1", "全面实施", FIRST, LAST)
    last = Phase("2", "巩固提高", date(2026, 12, 1), LAST)
    assert phase_on([last, whole], date(2026, 11, 30)) is whole
    assert phase_on([last, whole], date(2026, 12, 1)) is last
    assert phase_on([last, whole], date(2027, 1, 1)) is None
