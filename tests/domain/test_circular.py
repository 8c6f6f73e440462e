"""What a circular tells: counts that agree with each other, the most frequent first."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist import Category
from inspector.domain.circular import Circular, count_of, problems_by_category
from inspector.domain.finding import Finding, FindingState
from inspector.domain.summary import FindingCount
from tests.excel.reports import TODAY, finding

STATES = st.sampled_from(FindingState)
FINDINGS = st.lists(
    st.builds(
        lambda category, item, points, veto, state, days: finding(
            category=category,
            item_text=item,
            deduction=points,
            veto=veto,
            state=state,
            deadline=TODAY + timedelta(days),
        ),
        st.sampled_from(Category),
        st.sampled_from("甲乙丙"),
        st.integers(0, 900),
        st.booleans(),
        STATES,
        st.integers(-3, 3),
    ),
    max_size=12,
)


def test_the_most_frequent_category_and_item_come_first() -> None:
    findings = [
        finding(category=Category.CLEANLINESS, item_text="台面"),
        finding(category=Category.ETIQUETTE, item_text="起身"),
        finding(category=Category.ETIQUETTE, item_text="着装"),
        finding(category=Category.ETIQUETTE, item_text="着装"),
    ]
    first, second = problems_by_category(findings)
    assert (first.category, first.count, first.share) == (Category.ETIQUETTE, 3, 7500)
    assert first.items == (("着装", 2), ("起身", 1))
    assert (second.count, second.share) == (1, 2500)


def test_the_example_is_the_worst() -> None:
    small, large = finding(deduction=100), finding(deduction=300, reviewed_deduction=50)
    veto = finding(deduction=10, veto=True)
    (problems,) = problems_by_category([large, small])
    assert problems.example is small  # what is left after review counts
    (problems,) = problems_by_category([large, small, veto])
    assert problems.example is veto


def test_nothing_found_is_no_category() -> None:
    assert problems_by_category([]) == []


@given(FINDINGS)
def test_the_parts_add_up(findings: list[Finding]) -> None:
    problems = problems_by_category(findings)
    assert sum(each.count for each in problems) == len(findings)
    assert all(sum(n for _, n in each.items) == each.count for each in problems)
    counts = [each.count for each in problems]
    assert counts == sorted(counts, reverse=True)
    count = count_of(findings, TODAY)
    assert count.raised == sum(f.state is not FindingState.WITHDRAWN for f in findings)
    assert count.closed == sum(f.state is FindingState.CLOSED for f in findings)
    assert count.overdue <= count.raised - count.closed


def test_what_is_still_to_be_done() -> None:
    late = finding(deadline=TODAY - timedelta(1))
    done = replace(late, state=FindingState.CLOSED)
    circular = Circular((), (late, done, finding(times_at_window=2)), (), (), TODAY)
    assert circular.count == FindingCount(3, 1, 1)
    assert len(circular.unfinished) == 2
    assert circular.overdue == (late,)
    assert (circular.repeats, circular.outside_ranking) == (1, 3)
    assert circular.as_of == date(2026, 11, 24)
