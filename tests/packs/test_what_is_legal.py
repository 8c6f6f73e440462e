"""Packs that look odd and are meant: what the reader lets pass, and what it tells only once."""

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.faults import Fault
from tests.domain.checklist.raw_packs import GONE, read, spoilt

GREET, PRAISE = "etiquette.item.0", "etiquette.item.1"
NO_CLEANLINESS = ("pack.weights.cleanliness", 0), ("pack.weights.etiquette", 45)


@pytest.mark.parametrize(
    "changes",
    [
        NO_CLEANLINESS,  # looked at without a score: its findings count, and its ★
        (*NO_CLEANLINESS, ("cleanliness.item", [])),
        (("cleanliness.item", []),),  # its weight goes to the others (DESIGN §6)
        ((f"{GREET}.rule", {"kind": "bonus", "each": 1, "unit": "次"}),
         (f"{GREET}.full", GONE), (f"{GREET}.veto", GONE)),  # a category of bonuses only
        ((f"{GREET}.phrases", [f"说法{number}" for number in range(20)]),),  # 1 to 9 are keys
        ((f"{GREET}.phrases", []),),
        ((f"{GREET}.window_kinds", ["cashier", "pharmacy"]),),  # every kind there is
        ((f"{GREET}.window_kinds", []),),
        ((f"{GREET}.rule.each", 100),),  # one takes the item
        (("pack.grade.0.from", 103),),  # with every bonus
        (("pack.window_kind.0.title", "cashier"),),  # a kind may be called what its id is
        (("operating-norms.item.0.rule.bands.0.upto", 0),),  # a count of mistakes: none
    ],
    ids=lambda changes: changes[0][0],
)  # fmt: skip
def test_what_is_odd_and_meant_is_read(changes: tuple[tuple[str, object], ...]) -> None:
    pack, problems = read(spoilt(*changes))
    assert problems == []
    assert pack is not None
    assert rebuild_pack(pack_tables(pack)) == pack


def faults(*changes: tuple[str, object]) -> list[tuple[str, Fault]]:
    """What is told of a pack, with places."""
    pack, problems = read(spoilt(*changes))
    assert (pack is None) == bool(problems)
    return [(problem.place, problem.fault) for problem in problems]


def test_a_kind_that_could_not_be_read_makes_no_item_wrong() -> None:
    assert faults(("pack.window_kind.0.id", GONE)) == [("pack.window_kind.0.id", Fault.MISSING)]
    assert faults(("pack.window_kind.0", "收费")) == [("pack.window_kind.0", Fault.NOT_A_TABLE)]
    assert faults(("pack.window_kind", "收费")) == [("pack.window_kind", Fault.NOT_A_LIST)]


def test_a_kind_with_another_fault_is_known_all_the_same() -> None:
    assert faults(
        ("pack.window_kind.1.title", "收银"), (f"{GREET}.window_kinds", ["pharmacy", "toll"])
    ) == [
        ("pack.window_kind.1.title", Fault.DUPLICATE),
        (f"{GREET}.window_kinds.1", Fault.NOT_ONE_OF),
    ]


def test_a_kind_copied_whole_is_told_once() -> None:
    kind = {"id": "cashier", "title": "收费", "aliases": ["收银"]}
    assert faults(("pack.window_kind.1", kind)) == [("pack.window_kind.1.id", Fault.DUPLICATE)]


@pytest.mark.parametrize("alike", ["收 费", "收费 ", "收\u3000费"])
def test_names_are_compared_as_rosters_compare_them(alike: str) -> None:
    assert faults(("pack.window_kind.1.title", alike)) == [
        ("pack.window_kind.1.title", Fault.DUPLICATE)
    ]


def test_an_entry_of_a_list_is_told_where_it_stands() -> None:
    phrases = ["甲", "乙", "甲", "", 7, "乙"]
    assert faults((f"{GREET}.phrases", phrases)) == [
        (f"{GREET}.phrases.2", Fault.DUPLICATE),
        (f"{GREET}.phrases.3", Fault.BLANK_ENTRY),
        (f"{GREET}.phrases.4", Fault.NOT_TEXT),
        (f"{GREET}.phrases.5", Fault.DUPLICATE),
    ]


def test_nothing_counts_is_not_told_where_something_else_is_wrong() -> None:
    nothing: list[tuple[str, object]] = [(f"{category.value}.item", []) for category in Category]
    assert faults(*nothing) == [("pack", Fault.NOTHING_COUNTS)]
    assert faults(*nothing, ("pack.weights.etiquette", 30)) == [
        ("pack.weights", Fault.WEIGHTS_NOT_100)
    ]
    assert faults(*nothing[1:], ("etiquette.item.0.full", "四"), (PRAISE, GONE)) == [
        ("etiquette.item.0.full", Fault.NOT_A_NUMBER)
    ]


def test_a_visit_of_old_is_reprinted_whatever_is_refused_today() -> None:
    odd = spoilt(
        (f"{GREET}.phrases", ["未微笑", "未微笑", ""]),
        (f"{GREET}.window_kinds", ["cashier", "cashier", "gone"]),
        ("pack.grade", [{"title": "合格", "from": 0}]),
        ("pack.window_kind.1.title", "收费"),
        *((f"{category.value}.item", []) for category in list(Category)[1:]),
    )
    assert read(odd)[0] is None
    pack = rebuild_pack(odd)
    greet = pack.item_by_id["rise-to-greet"]
    assert greet.phrases == ("未微笑", "未微笑", "")
    assert greet.window_kinds == ("cashier", "cashier", "gone")
    assert [grade.title for grade in pack.grades] == ["合格"]
    assert [kind.title for kind in pack.window_kinds] == ["收费", "收费"]
