"""What an author is warned of, and what a pack in use may keep; one word wrong in many places."""

from decimal import Decimal

import pytest

from inspector.domain.faults import Fault, Problem
from tests.domain.checklist.raw_packs import Raw, read, spoilt

EACH = "civil-language.item.0.rule.each"
FLOOR = ("pack.policy.floor", "item")
WARNINGS = [
    pytest.param(
        spoilt(FLOOR, (EACH, Decimal("5.01"))),
        Problem(EACH, Fault.EACH_ABOVE_FULL, "5.01", "5"),
        id="one deduction above full marks",
    ),
    pytest.param(
        spoilt(("cleanliness.item.0.phrases", ["脏"])),
        Problem("cleanliness.item.0.phrases", Fault.NOT_HERE, "phrases", 'rule kind = "choice"'),
        id="phrases of a choice",
    ),
    pytest.param(
        spoilt(
            ("pack.policy.total", "deduct"),
            ("etiquette.item.0.veto", False),
            ("civil-language.item.0.gravity", "severe"),
        ),
        Problem(
            "civil-language.item.0.gravity",
            Fault.GRAVER_COSTS_LESS,
            "收费 1 < 2",  # a wait beyond its limit, a minor fault, costs 2
            "等候时间",
        ),
        id="a graver item that costs less",
    ),
    pytest.param(
        spoilt(("etiquette.item.1.text", "起身、微笑、\n主动问候")),
        Problem(
            "etiquette.item.1.text",
            Fault.SAME_TEXT,
            "起身、微笑、 主动问候",
            "etiquette.item.0.text",
        ),
        id="the text of another item",
    ),
]


@pytest.mark.parametrize(("raw", "problem"), WARNINGS)
def test_an_author_is_told_and_a_pack_in_use_goes_on(raw: Raw, problem: Problem) -> None:
    assert read(raw) == (None, [problem])
    pack, problems = read(raw, accepted=True)
    assert pack is not None
    assert problems == []


@pytest.mark.parametrize(("floor", "each"), [("item", 5), ("none", 9), ("item", Decimal("4.99"))])
def test_one_deduction_may_take_the_whole_item(floor: str, each: object) -> None:
    pack, problems = read(spoilt(("pack.policy.floor", floor), (EACH, each)))
    assert problems == []
    assert pack is not None


def test_nothing_is_said_of_a_floor_that_could_not_be_read() -> None:
    _, problems = read(spoilt(("pack.policy.floor", "items"), (EACH, 9)))
    assert [problem.fault for problem in problems] == [Fault.NOT_ONE_OF]


def test_an_item_copied_whole_is_one_mistake() -> None:
    raw = spoilt()
    rows = raw["civil-language"]["item"]
    assert isinstance(rows, list)
    rows.append(dict(rows[0]))
    _, problems = read(raw)
    assert [(p.place, p.fault) for p in problems] == [("civil-language.item.1.id", Fault.DUPLICATE)]


def test_the_same_text_in_two_categories_is_two_questions() -> None:
    pack, problems = read(spoilt(("civil-language.item.0.text", "起身、微笑、主动问候")))
    assert problems == []
    assert pack is not None


def at_all_windows(raw: Raw, kinds: list[str]) -> Raw:
    """The pack with every window item asked at these kinds."""
    for category in ("etiquette", "civil-language", "operating-norms"):
        rows = raw[category]["item"]
        assert isinstance(rows, list)
        for row in rows:
            row["window_kinds"] = kinds
    return raw


def test_a_renamed_kind_is_one_problem_at_the_first_place() -> None:
    raw = at_all_windows(spoilt(("pack.window_kind.1.id", "drugs")), ["cashier", "pharmacy"])
    _, problems = read(raw)
    place = "etiquette.item.0.window_kinds.1"
    assert problems == [Problem(place, Fault.NOT_ONE_OF, "pharmacy", "cashier, drugs", more=3)]


def test_a_kind_twice_is_one_problem() -> None:
    raw = at_all_windows(spoilt(("pack.window_kind.1.id", "cashier")), ["cashier", "pharmacy"])
    _, problems = read(raw)
    first = "pack.window_kind.0.id"
    assert problems == [Problem("pack.window_kind.1.id", Fault.DUPLICATE, "cashier", first)]
