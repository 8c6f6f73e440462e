"""Which training is suggested, and whether one helped: examples and properties."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.days.span import Span
from inspector.domain.training.lesson import Lesson
from inspector.domain.training.suggestion import (
    LEAST,
    Counted,
    Suggestion,
    TrainingKey,
    suggestions,
)
from inspector.domain.training.training_entry import (
    Effect,
    Outcome,
    TrainingHeld,
    TrainingTakenBack,
    standing,
)
from inspector.domain.training.training_facts import (
    AskedFact,
    Group,
    Grouping,
    Place,
    WrongFact,
    group_of,
)

DAY = date(2026, 11, 2)
EARLY = Place("s1", "城东厅", "cashier", "综合部", "早班")
LATE = Place("s1", "城东厅", "cashier", "综合部", "晚班")
NOBODY = Place("s1", "城东厅", "", "", "")


def lesson(item_id: str, topic: str = "文明用语", place: int = 0) -> Lesson:
    return Lesson(
        "p", item_id, place, topic, ("甲", "乙"), f"标准{item_id}", item_id, "当场纠正", ""
    )


LESSONS = {
    ("p", "a"): lesson("a"),
    ("p", "b"): lesson("b", place=1),
    ("p", "c"): lesson("c", "操作规范", 2),
}


def wrong(
    item: str, card: str, place: Place = EARLY, *, again: bool = False, n: int = 0
) -> WrongFact:
    return WrongFact(place, "p", item, card, f"{card}号", DAY + timedelta(days=n), "没问好", again)


def test_what_fails_is_put_together_by_the_drill_that_fits() -> None:
    facts = [
        wrong("a", "1"),
        wrong("b", "1", n=1),
        wrong("a", "2", again=True, n=2),
        wrong("c", "2"),
    ]
    asked = [AskedFact(EARLY, "p", item, 10) for item in "abc"]
    (only,) = suggestions(asked, facts, Grouping.TEAM, LESSONS)
    assert only.key == TrainingKey(
        Group(Grouping.TEAM, "城东厅", "综合部", "早班", "s1"), "p", "文明用语"
    )
    assert [item.lesson.item_id for item in only.items] == ["a", "b"]
    assert (only.counted, only.again, only.weight) == (Counted(20, 3), 1, 4)
    assert only.counted.rate == 1500
    assert [each.day for each in only.items[0].examples] == [DAY + timedelta(days=2), DAY]
    assert only.steps == ("甲", "乙")


def test_one_mistake_is_put_right_and_not_trained() -> None:
    asked = [AskedFact(EARLY, "p", "a", 10)]
    assert suggestions(asked, [wrong("a", "1")], Grouping.TEAM, LESSONS) == ()
    twice = [wrong("a", "1"), wrong("a", "2", again=True)]
    assert len(suggestions(asked, twice, Grouping.TEAM, LESSONS)) == 1


def test_who_belongs_to_no_group_is_trained_in_none() -> None:
    assert group_of(NOBODY, Grouping.TEAM) is None
    assert group_of(NOBODY, Grouping.KIND) is None
    kind = group_of(LATE, Grouping.KIND)
    assert kind == group_of(EARLY, Grouping.KIND)
    assert kind is not None
    assert (kind.name, kind.team) == ("cashier", "")
    renamed = LATE._replace(site_name="城东大厅")
    both = [group_of(each, Grouping.TEAM) for each in (LATE, renamed)]
    assert both[0] != both[1]
    assert len({each.identity for each in both if each}) == 1


PLACES = st.builds(
    Place,
    st.sampled_from(["s1", "s2"]),
    st.just("厅"),
    st.sampled_from(["", "cashier", "complaint"]),
    st.sampled_from(["", "综合部"]),
    st.sampled_from(["", "早班", "晚班"]),
)
FACTS = st.builds(
    WrongFact,
    PLACES,
    st.just("p"),
    st.sampled_from(["a", "b", "c", "unknown"]),
    st.integers(0, 9).map(str),
    st.sampled_from(["1号", "2号"]),
    st.integers(0, 20).map(lambda n: DAY + timedelta(days=n)),
    st.just("没问好"),
    st.booleans(),
)


@given(facts=st.lists(FACTS, max_size=40), grouping=st.sampled_from(Grouping), data=st.data())
def test_it_counts_as_separate_arithmetic_does_and_in_any_order(
    facts: list[WrongFact], grouping: Grouping, data: st.DataObject
) -> None:
    asked = [
        AskedFact(fact.place, "p", fact.item_id, data.draw(st.integers(1, 5))) for fact in facts
    ]
    made = suggestions(asked, facts, grouping, LESSONS)
    again = suggestions(
        data.draw(st.permutations(asked)), data.draw(st.permutations(facts)), grouping, LESSONS
    )
    assert [(s.key, s.counted, s.again, s.weight) for s in made] == [
        (s.key, s.counted, s.again, s.weight) for s in again
    ]
    # Separately: by plain tuples and counters.
    cells: dict[tuple[str, ...], dict[str, bool]] = defaultdict(dict)
    for fact in facts:
        place = fact.place
        who = (
            (place.department, place.team) if grouping is Grouping.TEAM else (place.window_kind, "")
        )
        if any(who) and fact.item_id in "abc":
            own = cells[place.site_id, *who, fact.item_id]
            own[fact.scorecard_id] = own.get(fact.scorecard_id, False) or fact.is_again
    weights: Counter[tuple[str, ...]] = Counter()
    for (site, name, team, item), own in cells.items():
        topic = "操作规范" if item == "c" else "文明用语"
        weights[site, name, team, topic] += len(own) + sum(own.values())
    expected = {key: weight for key, weight in weights.items() if weight >= LEAST}
    found = {
        (s.key.group.site_id, s.key.group.name, s.key.group.team, s.key.topic): s.weight
        for s in made
    }
    assert found == expected
    assert [s.weight for s in made] == sorted(found.values(), reverse=True)
    for s in made:
        assert s.counted.wrong <= s.counted.judged
        assert s.again <= s.counted.wrong
        assert s.counted == sum((item.counted for item in s.items), Counted())


# Whether it helped


def held(key: str = "h", on: date = date(2026, 10, 9)) -> TrainingHeld:
    group = Group(Grouping.TEAM, "城东厅", "综合部", "早班", "s1")
    return TrainingHeld(
        key, datetime(2026, 10, 9, 10), TrainingKey(group, "p", "文明用语"), ("a",),
        Span(date(2026, 9, 1), date(2026, 9, 30)), on, 8, "综合部",
    )  # fmt: skip


def test_the_days_before_and_after_do_not_overlap_and_are_as_many() -> None:
    training = held()
    assert training.before == training.span
    assert training.after(date(2026, 12, 31)) == Span(date(2026, 10, 10), date(2026, 11, 8))
    assert training.after(date(2026, 10, 20)) == Span(date(2026, 10, 10), date(2026, 10, 20))
    assert training.after(date(2026, 10, 9)) is None
    within = held(on=date(2026, 9, 15))
    assert within.before == Span(date(2026, 9, 1), date(2026, 9, 15))


def test_whether_it_helped_is_said_in_three_words() -> None:
    def said(before: tuple[int, int], after: tuple[int, int]) -> Outcome:
        return Effect(Counted(*before), Counted(*after)).outcome

    assert said((10, 5), (10, 4)) is Outcome.BETTER  # by a fifth exactly
    assert said((100, 50), (100, 41)) is Outcome.NOT_BETTER
    assert said((10, 0), (10, 0)) is Outcome.NOT_BETTER
    assert said((9, 9), (100, 0)) is Outcome.TOO_FEW
    assert said((100, 90), (9, 0)) is Outcome.TOO_FEW


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_better_is_never_said_of_a_rate_that_did_not_fall(
    right: int, wrong_before: int, right_after: int, wrong_after: int
) -> None:
    before = Counted(right + wrong_before, wrong_before)
    after = Counted(right_after + wrong_after, wrong_after)
    outcome = Effect(before, after).outcome
    if outcome is Outcome.BETTER:
        was, now = Fraction(before.wrong, before.judged), Fraction(after.wrong, after.judged)
        assert now <= was * Fraction(4, 5) < was
    if outcome is Outcome.TOO_FEW:
        assert min(before.judged, after.judged) < 10


def test_what_was_taken_back_does_not_stand() -> None:
    taken = [TrainingTakenBack("t", datetime(2026, 10, 10), "h2")]
    kept = standing([held("h1"), held("h2"), held("h3", date(2026, 10, 12))], taken)
    assert [each.id for each in kept] == ["h3", "h1"]


# What there is to teach


def test_a_suggestion_of_a_category_has_no_steps() -> None:
    plain = Lesson("p", "d", 3, "环境卫生", (), "台面整洁", "台面乱", "", "")
    facts = [wrong("d", str(n)) for n in range(LEAST)]
    (only,) = suggestions([], facts, Grouping.KIND, {("p", "d"): plain})
    assert isinstance(only, Suggestion)
    assert only.steps == ()
    assert only.counted == Counted(LEAST, LEAST)  # never wrong more often than judged
