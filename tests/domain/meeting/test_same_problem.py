"""The same problem at several windows is one; what is grave comes first."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.finding.finding import FindingState
from inspector.domain.meeting.meeting import AgendaItem, Part
from inspector.domain.meeting.same_problem import grave_first, problems
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 27)


def at(name: str, item: str = "greet", text: str = "未起身", **more: Any) -> AgendaItem:  # noqa: ANN401 -- any field
    """A finding due next week; its name is its id."""
    facts: dict[str, Any] = {"item_id": item, "text": text, "deadline": date(2026, 12, 4)} | more
    return AgendaItem(replace(FOUND, id=name, number=name, **facts), Part.NEW)


def names(items: Any) -> list[str]:  # noqa: ANN401 -- a problem or an agenda
    return [item.finding.id for item in items]


def test_it_is_the_same_where_site_item_and_words_are() -> None:
    found = [
        at("a", window_number="1号窗口"), at("b", "uniform", "未戴工牌"),
        at("c", window_number="3号窗口"), at("d", text="未起身；低头看手机"),
        at("e", "rise"), at("f", site_id="another"), at("g", text="未起身 "),
    ]  # fmt: skip
    assert [names(each) for each in problems(found)] == [
        ["a", "c", "g"], ["b"], ["d"], ["e"], ["f"],
    ]  # fmt: skip


def test_red_lines_first_then_overdue_then_found_again_then_points() -> None:
    found = [
        at("light", "i1", deduction=50),
        at("at two, one", "i2", deduction=100), at("other", "i3", deduction=150),
        at("at two, two", "i2", deduction=100),
        at("again", "i4", times_at_window=3, deduction=50),
        at("late", "i5", deadline=date(2026, 11, 26)),
        at("later", "i6", deadline=date(2026, 11, 20)),
        at("red", "i7", veto=True), at("as light", "i8", deduction=50),
        at("taken back", "i9", deduction=50, veto=True, state=FindingState.WITHDRAWN),
    ]  # fmt: skip
    assert names(grave_first(found, TODAY)) == [
        "red", "later", "late", "again", "at two, one", "at two, two", "other",
        "light", "as light", "taken back",
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(18, 30), st.integers(1, 3)), max_size=12))
def test_nothing_is_lost_and_a_problem_stays_together(drawn: list[tuple[int, int, int]]) -> None:
    found = [
        at(str(n), f"i{item}", deadline=date(2026, 11, day), times_at_window=times)
        for n, (item, day, times) in enumerate(drawn)
    ]
    ordered = grave_first(found, TODAY)
    assert sorted(names(ordered)) == sorted(names(found))
    assert names(item for problem in problems(ordered) for item in problem) == names(ordered)
