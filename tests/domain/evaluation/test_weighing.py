"""The arithmetic of one site: by example, and against a pocket calculator's."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given

from inspector.domain.evaluation.evaluation_facts import (
    ComplaintFact,
    PatrolFact,
    PlanFact,
    SiteFacts,
    SurveyFact,
)
from inspector.domain.evaluation.part_sums import part_sum
from inspector.domain.evaluation.scheme import (
    Missing,
    Part,
    Scheme,
    scheme_problems,
)
from inspector.domain.evaluation.weighing import part_scores, total_of
from inspector.domain.faults import Fault
from tests.domain.evaluation.facts import schemes, site, site_facts


def _scores(facts: SiteFacts, scheme: Scheme | None = None) -> dict[Part, int | None]:
    return {line.part: line.score for line in part_scores(facts, scheme or Scheme())}


def test_every_part_with_a_figure_counts_by_its_weight() -> None:
    facts = site(
        score=9327,
        raised=8,
        closed=7,
        overdue=1,
        survey=SurveyFact(40, 9250),
        complaints=ComplaintFact(3, 1, 1),
        patrols=PatrolFact(33, 92),
    )

    lines = part_scores(facts, Scheme())

    assert _scores(facts) == {
        Part.SCORE: 9327,
        Part.RECTIFIED: 8550,  # 87.50 less 2
        Part.SATISFACTION: 9250,
        Part.COMPLAINTS: 7000,  # 100 less 20 and 10
        Part.PATROLS: 5022,  # 33 of 92 × 5 ÷ 7 = 65.714… days
    }
    assert [line.product for line in lines] == [466350, 171000, 138750, 70000, 25110]
    assert total_of(lines) == 8712  # 46.6350 + 17.1000 + 13.8750 + 7.0000 + 2.5110 = 87.1210


def test_what_is_missing_is_spread_over_the_rest_or_counts_in_full_or_as_nothing() -> None:
    facts = site(score=9000, raised=4, closed=2)

    spread = part_scores(facts, Scheme())
    full = part_scores(facts, Scheme(missing=Missing.FULL))
    zero = part_scores(facts, Scheme(missing=Missing.ZERO))

    # (90 × 50 + 50 × 20) ÷ 70 = 78.571…; 45 + 10 + 15 + 10 + 5 = 85; 45 + 10 = 55
    assert [total_of(each) for each in (spread, full, zero)] == [7857, 8500, 5500]
    assert [line.is_missing for line in spread] == [False, False, True, True, True]
    assert [line.counted for line in spread] == [50, 20, 0, 0, 0]


def test_a_site_that_nobody_scored_comes_to_nothing() -> None:
    for missing in Missing:
        assert total_of(part_scores(site(score=None), Scheme(missing=missing))) is None


@pytest.mark.parametrize(
    ("facts", "part", "score"),
    [
        (site(raised=0, closed=0), Part.RECTIFIED, None),
        (site(raised=90, closed=2, overdue=88), Part.RECTIFIED, 0),
        (site(survey=SurveyFact(3, 10_000, enough=False)), Part.SATISFACTION, None),
        (site(complaints=ComplaintFact()), Part.COMPLAINTS, 10_000),
        (site(complaints=ComplaintFact(9, 9, 9)), Part.COMPLAINTS, 0),
        (site(patrols=PatrolFact(92, 92)), Part.PATROLS, 10_000),
        (site(patrols=PatrolFact(0, 92)), Part.PATROLS, 0),
        (site(plan=PlanFact(3, 2)), Part.PLAN, 6667),
        (site(plan=PlanFact(3, 5)), Part.PLAN, 10_000),
        (site(plan=PlanFact(0, 5)), Part.PLAN, None),
    ],
)
def test_each_part_has_its_bounds(facts: SiteFacts, part: Part, score: int | None) -> None:
    weights = {Part.SCORE: 1, part: 99}
    assert _scores(facts, Scheme(weights=weights))[part] == score


@given(site_facts(), schemes())
def test_the_total_is_what_a_calculator_says(facts: SiteFacts, scheme: Scheme) -> None:
    lines = part_scores(facts, scheme)
    total = total_of(lines)
    if facts.score is None:
        assert total is None
        return
    counted = [line for line in lines if line.score is not None]
    added = sum((Decimal(line.score or 0) / 100 * line.weight for line in counted), Decimal())
    exact = added / sum(line.weight for line in counted)
    assert total is not None
    assert Decimal(total) / 100 == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert min(line.score or 0 for line in counted) <= total
    assert total <= max(line.score or 0 for line in counted)
    if scheme.missing is not Missing.SPREAD:
        assert sum(line.counted for line in lines) == 100


@given(schemes())
def test_drawn_tables_are_sound(scheme: Scheme) -> None:
    assert scheme_problems(scheme) == []


def test_what_is_wrong_with_a_table_is_named_by_its_field() -> None:
    assert scheme_problems(Scheme()) == []
    bad = Scheme(weights={Part.SCORE: 0, Part.PLAN: 90}, good=95, least_visits=0)

    assert {(each.place, each.fault, each.found) for each in scheme_problems(bad)} == {
        ("weights", Fault.WEIGHTS_NOT_100, "90"),
        ("weight-score", Fault.OUT_OF_RANGE, "0"),
        ("good", Fault.GRADES_NOT_DESCENDING, "95"),
        ("least_visits", Fault.OUT_OF_RANGE, "0"),
    }


def test_what_is_taken_off_is_shown_with_what_it_is_taken_from() -> None:
    facts = site(raised=28, closed=13, overdue=9, complaints=ComplaintFact(4, 1, 2))
    assert part_sum(Part.RECTIFIED, facts, Scheme()) == "46.43−9×2"
    assert part_sum(Part.COMPLAINTS, facts, Scheme()) == "100.00−1×20−2×10"
    assert part_sum(Part.RECTIFIED, site(), Scheme()) == ""  # nothing is overdue
    assert part_sum(Part.COMPLAINTS, site(), Scheme()) == ""
    assert part_sum(Part.SCORE, facts, Scheme()) == ""
