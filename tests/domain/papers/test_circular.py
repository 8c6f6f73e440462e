"""What a circular tells: counts that agree with each other, the most frequent first."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, Outside
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.papers.circular import Circular, count_of, told_apart
from inspector.domain.papers.circular_problems import problems_by_category
from tests.excel.circulars import item
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


def test_findings_are_told_apart_as_the_summary_counts_them() -> None:
    hall = PackFamily("hall", ("1",), "厅")
    scored, patrol = finding(), finding(inspection_id="i2")
    gone = finding(state=FindingState.WITHDRAWN)
    other = finding(inspection_id="i3")  # for another phase
    apart = told_apart([scored, patrol, gone, other], {"i1": hall, "i2": hall}, {"i2"})
    assert (apart.scored, apart.by_patrols, apart.withdrawn) == ((scored,), (patrol,), (gone,))
    assert apart.withdrawn_by_pack == {hall: 1}


def told(*findings: Finding, items: Mapping[str, Item] = MappingProxyType({})) -> Circular:
    """A circular of findings; `items` of its only checklist, by their ids."""
    own = {("i1", key): item for key, item in items.items()}
    return Circular((), findings, (), (), TODAY, items=own)


def test_the_gravest_then_the_most_frequent_come_first() -> None:
    items = {
        "a": item("不洁"), "b": item("争吵", Gravity.SEVERE), "c": item("着装"), "d": item("着装"),
    }  # fmt: skip
    first, second = problems_by_category(
        told(
            *[finding(category=Category.CLEANLINESS, item_id="a") for _ in range(5)],
            finding(item_id="c"), finding(item_id="c", deduction=200), finding(item_id="d"),
            finding(item_id="b", deduction=50), finding(item_id="z", veto=True),
            items=items,
        )
    )  # fmt: skip
    assert (first.category, first.count, first.red_lines, first.share) == (
        Category.ETIQUETTE, 5, 1, 5000,
    )  # fmt: skip
    # What is called alike is one, whatever checklist asked it.
    assert [(each.name, each.count) for each in first.items] == [("争吵", 1), ("着装", 3)]
    assert first.items[1].example.deduction == 200
    assert (second.category, second.count) == (Category.CLEANLINESS, 5)


def test_nothing_found_is_no_category() -> None:
    assert problems_by_category(told()) == []


@given(FINDINGS)
def test_the_parts_add_up(findings: list[Finding]) -> None:
    problems = problems_by_category(told(*findings))
    assert sum(each.count for each in problems) == len(findings)
    for each in problems:
        assert sum(item.count for item in each.items) + each.red_lines == each.count
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
    assert (len(circular.repeats), circular.outside_ranking) == (1, Outside(3))
    assert circular.as_of == date(2026, 11, 24)
