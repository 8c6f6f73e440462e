"""What compares: one form, one scale or percent, and only what was observed enough."""

from dataclasses import replace
from datetime import date

import pytest

from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_family import PackFamily, families_of
from inspector.domain.days.span import Span
from inspector.domain.figures.figure_awards import Award, candidates
from inspector.domain.figures.figure_facts import CardFact, VisitFact
from inspector.domain.figures.figure_lists import red_black
from inspector.domain.figures.figures import key_figures, site_tallies
from inspector.domain.figures.summary import site_lines
from inspector.domain.visit.coverage import Coverage
from tests.domain.packs import GRADES

DAY = date(2026, 11, 20)
HALL = PackFamily("hall", ("1",), "厅", "deduct 25/25/25/25")
MINISTRY = PackFamily("ministry", ("1",), "部", "deduct 300/300/200/200 of 1000")


def fact(site: str, total: int, pack: PackFamily = HALL, coverage: int = 100) -> VisitFact:
    """A visit on which so many percent of a hundred items were observed."""
    return VisitFact(
        site, site, site, pack, "hash", DAY, True, 0, 0, total, None, coverage >= 80,
        Coverage(coverage, 100),
    )  # fmt: skip


def test_a_form_is_a_family_of_its_own_and_named_so() -> None:
    packs = {
        (version, form): PackFamily("hall", (version,), "营业厅", "rate", form)
        for version in ("2026.1", "2026.2")
        for form in Form
    }
    named = families_of(packs, packs)
    assert len(set(named.values())) == len(Form)
    assert {pack.name for pack in named.values()} == {
        "营业厅 2026.1、2026.2",
        "营业厅 2026.1、2026.2（必查）",
        "营业厅 2026.1、2026.2（抽查）",
    }


@pytest.mark.parametrize(
    ("pack", "score", "percent"), [(HALL, 9610, 9610), (MINISTRY, 95_855, 9586)]
)
def test_percent_is_of_the_scale(pack: PackFamily, score: int, percent: int) -> None:
    assert pack.percent(score) == percent


@pytest.mark.parametrize(
    "other",
    [
        MINISTRY,
        replace(HALL, weighing="rate 25/25/25/25"),
        replace(HALL, weighing=""),  # as packs were before they could take points off
        replace(HALL, form=Form.MUST),
        replace(HALL, form=Form.DRAWN),
    ],
)
def test_what_was_totalled_in_different_ways_has_no_mean(other: PackFamily) -> None:
    both = key_figures([fact("甲", 9000), fact("乙", 8000, other)], (), {})
    assert (both.mean, both.is_mixed, both.visits) == (None, True, 2)
    alone = key_figures([fact("乙", 8000, other)], (), {})
    assert (alone.mean, alone.is_mixed) == (8000, False)
    # Nor are they ranked together, or on a list together, or compared with the period before.
    lines = site_lines(
        site_tallies([fact("甲", 9000), fact("乙", 8000, other)]),
        site_tallies([fact("甲", 7000, other), fact("乙", 7000)]),
        {},
        {HALL: GRADES, other: GRADES},
    )
    assert [(line.rank, line.change, line.rank_before) for line in lines] == [(1, None, None)] * 2
    assert all(not each.red and not each.black for each in red_black(lines))


def test_checklists_that_total_alike_have_a_mean_together_as_they_always_had() -> None:
    other = replace(HALL, id="other")
    both = key_figures([fact("甲", 9000), fact("乙", 8000, other)], (), {})
    assert (both.mean, both.is_mixed) == (8500, False)


def test_what_was_hardly_observed_is_shown_and_nothing_else() -> None:
    visits = [
        fact("甲", 9000), fact("乙", 8000), fact("丙", 10_000, coverage=6),
        fact("甲", 10_000, coverage=79),
    ]  # fmt: skip
    lines = site_lines(site_tallies(visits), {}, {}, {HALL: GRADES})
    assert [(line.site_name, line.rank, line.total, line.grade) for line in lines] == [
        ("甲", 1, 9000, "优秀"), ("乙", 2, 8000, "良好"), ("丙", None, 10_000, ""),
    ]  # fmt: skip
    assert [(line.visits, line.unranked, line.is_ranked) for line in lines] == [
        (2, 1, True), (1, 0, True), (1, 1, False),
    ]  # fmt: skip
    assert lines[0].coverage == Coverage(179, 200)
    assert key_figures(visits, (), {}).mean == 8500
    (lists,) = red_black(lines)
    assert lists.compared == 2
    assert [line.site_name for line in (*lists.red, *lists.black)] == ["甲", "乙"]


def test_a_window_hardly_observed_is_no_best_window() -> None:
    def cards(name: str, times: int, unranked: int) -> CardFact:
        total = 9900 * times
        return CardFact("s", "厅", HALL, name, name, "1", times, total, times, 0, total, unranked)

    found = candidates(
        Award.WINDOW,
        [cards("seen", 2, 1), cards("once", 1, 3), cards("never", 0, 2)],
        (),
        Span(date(2026, 11, 1), date(2026, 11, 30)),
    )
    assert [(each.window_id, each.rank, each.eligible) for each in found] == [
        ("seen", 1, True), ("once", None, False), ("never", None, False),
    ]  # fmt: skip
