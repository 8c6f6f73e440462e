"""Ranks, levels, who is named, and what differs from what was published."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.evaluation.evaluation import Evaluation, evaluate
from inspector.domain.evaluation.evaluation_facts import CandidateFact, ComplaintFact, SiteFacts
from inspector.domain.evaluation.honours import Honour
from inspector.domain.evaluation.publication import Changed, differences
from inspector.domain.evaluation.reasons import Reason, ReasonKind
from inspector.domain.evaluation.scheme import Level, Missing, Part, RedLine, Scheme
from tests.domain.evaluation.facts import period, schemes, site, site_facts

ONLY_SCORE = Scheme(weights={Part.SCORE: 100})


def _ranks(evaluation: Evaluation) -> list[tuple[str, int | None]]:
    return [(each.facts.site_name, each.rank) for each in evaluation.sites]


def _named(evaluation: Evaluation, honour: Honour) -> list[str]:
    return [
        each.staff_number or each.window_number or each.site_name
        for each in evaluation.named_for(honour)
    ]


def test_equal_totals_share_a_rank_within_their_family() -> None:
    told = evaluate(
        period(
            site("甲", 8000), site("乙", 9000), site("丙", 8000), site("丁", 7000),
            site("戊", 6000, family_key="hospital"),
        ),
        ONLY_SCORE,
    )  # fmt: skip

    assert _ranks(told) == [("乙", 1), ("甲", 2), ("丙", 2), ("丁", 4), ("戊", 1)]
    assert [each.ranked_of for each in told.sites] == [4, 4, 4, 4, 1]
    assert [each.level for each in told.sites] == [
        Level.EXCELLENT, Level.GOOD, Level.GOOD, Level.PASS, Level.PASS,
    ]  # fmt: skip


def test_a_red_line_ranks_last_and_bars_from_awards() -> None:
    facts = period(site("甲", 9900, vetoes=1), site("乙", 8000), site("丙", 7000))

    told = evaluate(facts, ONLY_SCORE)
    kept = evaluate(facts, replace(ONLY_SCORE, red_line=RedLine.NO_AWARD))

    assert _ranks(told) == [("乙", 1), ("丙", 2), ("甲", 3)]
    assert told.sites[2].level is Level.FAIL
    assert kept.sites[2].level is Level.EXCELLENT
    for each in (told, kept):
        assert each.sites[2].barred == (Reason(ReasonKind.RED_LINE, 1),)
        assert _named(each, Honour.YELLOW) == ["甲"]
        assert _named(each, Honour.BLACK) == ["甲"]
        assert _named(each, Honour.FLAG) == ["乙"]


def test_who_was_seen_too_little_gets_no_rank_and_no_card() -> None:
    told = evaluate(
        period(
            site("甲", 3000, visits=2, unranked=1), site("乙", None, visits=0), site("丙", 9000)
        ),
        ONLY_SCORE,
    )

    few = Reason(ReasonKind.FEW_VISITS, 1, 2)
    assert [(each.rank, each.unranked, each.level) for each in told.sites] == [
        (1, None, Level.EXCELLENT),
        (None, few, None),
        (None, Reason(ReasonKind.NOT_SCORED), None),
    ]
    assert told.sites[1].total == 3000  # shown, and not ranked
    assert not told.named  # of one ranked site nobody is first


def test_overdue_and_upheld_cases_bar_and_warn_from_their_number_on() -> None:
    facts = period(
        site("甲", 9900, raised=9, closed=8, overdue=1),
        site("乙", 9800, complaints=ComplaintFact(3, 2, 0)),
        site("丙", 9700),
        site("丁", 4000),
    )

    told = evaluate(facts, ONLY_SCORE)
    loose = evaluate(facts, replace(ONLY_SCORE, bar_overdue=0, bar_upheld=0, yellow_upheld=0))

    assert _named(told, Honour.FLAG) == []
    assert _named(told, Honour.RED) == []  # its two places are barred, and nobody moves up
    assert _named(told, Honour.YELLOW) == ["乙", "丁"]
    assert told.named_for(Honour.YELLOW)[1].reasons == (Reason(ReasonKind.BELOW, 4000, 60),)
    assert _named(loose, Honour.FLAG) == ["甲"]
    assert _named(loose, Honour.RED) == ["甲", "乙"]
    assert _named(loose, Honour.YELLOW) == ["丁"]


def test_windows_and_people_are_named_by_their_means_unless_their_site_is_barred() -> None:
    def one(site_name: str, number: str, rank: int, mean: int, staff: str = "") -> CandidateFact:
        return CandidateFact(site_name, site_name, "通信", "t", number, 3, mean, rank, staff)

    told = evaluate(
        period(
            site("甲"),
            site("乙", vetoes=1),
            windows=(
                one("甲", "1号", 1, 9900),
                one("乙", "2号", 2, 9800),
                one("甲", "3号", 3, 8999),
            ),
            staff=(one("甲", "1号", 1, 9500, "1001"), one("甲", "3号", 4, 9400, "1003")),
        ),
        ONLY_SCORE,
    )

    assert _named(told, Honour.WINDOW) == ["1号"]
    assert _named(told, Honour.STAFF) == ["1001"]
    assert told.named_for(Honour.STAFF)[0].reasons == (Reason(ReasonKind.MEAN, 9500, 3),)


def test_what_differs_today_is_told_by_site() -> None:
    before = evaluate(period(site("甲", 9000), site("乙", 8000), site("丙", 7000)), ONLY_SCORE)
    now = evaluate(period(site("甲", 7500), site("乙", 8000), site("丁", 6500)), ONLY_SCORE)

    told = {each.site_name: set(each.kinds) for each in differences(before, now)}

    assert told == {
        "甲": {Changed.TOTAL, Changed.RANK, Changed.LEVEL, Changed.HONOURS},
        "乙": {Changed.RANK, Changed.HONOURS},
        "丙": {Changed.GONE, Changed.HONOURS},
        "丁": {Changed.NEW, Changed.HONOURS},
    }


@given(st.lists(site_facts(), max_size=8), schemes(), st.randoms())
def test_the_order_of_the_facts_makes_no_difference(
    sites: list[SiteFacts], scheme: Scheme, shuffled: Random
) -> None:
    other = list(sites)
    shuffled.shuffle(other)

    one, two = evaluate(period(*sites), scheme), evaluate(period(*other), scheme)

    assert differences(one, two) == ()


@pytest.mark.ci
@given(st.lists(site_facts(), max_size=8), schemes())
def test_ranks_follow_from_totals_and_nobody_is_named_wrongly(
    sites: list[SiteFacts], scheme: Scheme
) -> None:
    told = evaluate(period(*sites), scheme)

    assert {each.site_id for each in told.sites} == {each.site_id for each in sites}
    for each in told.sites:
        rivals = [
            other
            for other in told.sites
            if other.rank is not None and other.facts.family_key == each.facts.family_key
        ]
        if each.rank is None:
            assert each.unranked is not None
            continue
        assert each.total is not None
        better = [
            other
            for other in rivals
            if (other.vetoes == 0, other.total or 0) > (each.vetoes == 0, each.total)
        ]
        assert each.rank == len(better) + 1
    by_site = {each.site_id: each for each in told.sites}
    red = {each.site_id for each in told.named_for(Honour.RED)}
    assert not red & {each.site_id for each in told.named_for(Honour.BLACK)}
    for one in told.named:
        own = by_site[one.site_id]
        assert one.reasons
        if one.honour in (Honour.RED, Honour.FLAG):
            assert not own.barred
            assert own.rank is not None
        if one.honour is Honour.YELLOW:
            assert own.yellow == one.reasons


@given(site_facts(), schemes(), st.integers(1, 5000))
def test_a_better_score_is_never_a_worse_total(facts: SiteFacts, scheme: Scheme, more: int) -> None:
    if facts.score is None or scheme.missing is Missing.FULL:
        return
    better = replace(facts, score=min(10_000, facts.score + more))
    one, two = evaluate(period(facts), scheme), evaluate(period(better), scheme)
    assert (two.sites[0].total or 0) >= (one.sites[0].total or 0)
