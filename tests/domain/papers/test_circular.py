"""What a circular tells: counts that agree with each other, the most frequent first."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.papers.circular import Circular, count_of, problems_by_category, told_apart
from tests.excel.reports import TODAY, finding

STATES = st.sampled_from(FindingState)
FINDINGS = st.lists(
    st.builds(
        lambda category, item, points, veto, state, days: finding(
            category=category,
            item_id=item,
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
        finding(category=Category.CLEANLINESS, item_id="a"),
        finding(category=Category.ETIQUETTE, item_id="b", item_text="起身", deduction=900),
        finding(category=Category.ETIQUETTE, item_id="c", item_text="着装"),
        finding(category=Category.ETIQUETTE, item_id="c", item_text="着装", deduction=200),
    ]
    first, second = problems_by_category(findings)
    assert (first.category, first.count, first.share) == (Category.ETIQUETTE, 3, 7500)
    assert [(item.text, item.count) for item in first.items] == [("着装", 2), ("起身", 1)]
    assert first.items[0].example is findings[3]  # of that very item
    assert (second.count, second.share) == (1, 2500)


def test_the_example_is_the_worst() -> None:
    small, large = finding(deduction=100), finding(deduction=300, reviewed_deduction=50)
    veto = finding(deduction=10, veto=True)
    (problems,) = problems_by_category([large, small])
    assert problems.items[0].example is small  # what is left after review counts
    (problems,) = problems_by_category([large, small, veto])
    assert problems.items[0].example is veto


def test_an_item_is_one_of_its_checklist() -> None:
    """Two checklists may have the same words for an item; they are counted apart all the same."""
    packs = {"i1": PackFamily("hall", ("1",), "厅"), "i2": PackFamily("toll", ("1",), "站")}
    both = [finding(), finding(inspection_id="i2"), finding(inspection_id="i2")]
    (problems,) = problems_by_category(both, packs)
    assert [(item.pack, item.count) for item in problems.items] == [
        (packs["i2"], 2), (packs["i1"], 1),
    ]  # fmt: skip


def test_findings_are_told_apart_as_the_summary_counts_them() -> None:
    hall = PackFamily("hall", ("1",), "厅")
    scored, patrol = finding(), finding(inspection_id="i2")
    gone = finding(state=FindingState.WITHDRAWN)
    other = finding(inspection_id="i3")  # for another phase
    apart = told_apart([scored, patrol, gone, other], {"i1": hall, "i2": hall}, {"i2"})
    assert (apart.scored, apart.by_patrols, apart.withdrawn) == ((scored,), (patrol,), (gone,))
    assert apart.withdrawn_by_pack == {hall: 1}


def test_nothing_found_is_no_category() -> None:
    assert problems_by_category([]) == []


@given(FINDINGS)
def test_the_parts_add_up(findings: list[Finding]) -> None:
    problems = problems_by_category(findings)
    assert sum(each.count for each in problems) == len(findings)
    assert all(sum(item.count for item in each.items) == each.count for each in problems)
    counts = [each.count for each in problems]
    assert counts == sorted(counts, reverse=True)
    count = count_of(findings, TODAY)
    assert count.raised == sum(f.state is not FindingState.WITHDRAWN for f in findings)
    assert count.closed == sum(f.state is FindingState.CLOSED for f in findings)
    assert count.overdue <= count.raised - count.closed


def test_what_is_still_to_be_done() -> None:
    late = finding(deadline=TODAY - timedelta(1))
    done = replace(late, state=FindingState.CLOSED)
    circular = Circular((), (late, done, finding(times_at_window=2)), (), (), TODAY, 3)
    assert circular.count == FindingCount(3, 1, 1)
    assert len(circular.unfinished) == 2
    assert circular.overdue == (late,)
    assert {*circular.in_time, *circular.overdue} == {*circular.unfinished}
    assert late not in circular.in_time
    assert (circular.repeats, circular.outside_ranking) == (1, 3)
    assert circular.as_of == date(2026, 11, 24)
