"""Mistakes a person makes in a pack: each is noticed, and told once, without untrue company."""

from datetime import date
from decimal import Decimal

import pytest

from inspector.domain.faults import Fault
from tests.domain.checklist.raw_packs import GONE, paths, put, raw_pack, read, spoilt


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("pack.id", "  "),
        ("pack.title", " \n"),
        ("pack.grade.0.title", " "),
        ("pack.window_kind.1.title", " "),
        ("etiquette.item.0.id", " "),
        ("etiquette.item.0.text", "\u3000"),  # the full-width blank an input method types
        ("etiquette.item.0.rule.unit", " "),
        ("cleanliness.item.0.rule.options.1.title", " "),
    ],
)
def test_a_blank_text_is_a_missing_text(path: str, value: str) -> None:
    pack, problems = read(spoilt((path, value)))
    assert pack is None
    assert [(p.place, p.fault) for p in problems] == [(path, Fault.MISSING)]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        # an empty rule would deduct 0 for every nothing
        ("etiquette.item.0.rule", {}),
        # a bonus is outside the denominator: full marks mean something else was meant
        ("etiquette.item.1.full", 5),
        # the public area has no kind: such an item would be asked nowhere
        ("cleanliness.item.0.window_kinds", ["cashier"]),
        # a bonus is never deducted from: its ★ would never be seen
        ("etiquette.item.1.veto", True),
        # beyond what SQLite's integers hold
        ("etiquette.item.0.full", Decimal("1E+18")),
    ],
    ids=["empty rule", "full bonus", "public and kinds", "starred bonus", "astronomic full"],
)
def test_what_could_never_work_is_refused(path: str, value: object) -> None:
    pack, problems = read(spoilt((path, value)))
    assert pack is None
    assert all(problem.place.startswith(path.rpartition(".")[0]) for problem in problems)


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("pack.weights", GONE, Fault.MISSING),
        ("pack.weights", 100, Fault.NOT_A_TABLE),
        ("pack.grade", "优秀", Fault.NOT_A_LIST),
        ("pack.grade.1.from", GONE, Fault.MISSING),
        ("pack.grade.1.from", "sixty", Fault.NOT_A_NUMBER),
        ("etiquette.item", "x", Fault.NOT_A_LIST),
        ("etiquette.item.0.full", "four", Fault.NOT_A_NUMBER),
        ("etiquette.item.0.full", Decimal("4.005"), Fault.TOO_PRECISE),
        ("etiquette.item.0.rule.each", "one", Fault.NOT_A_NUMBER),
        ("operating-norms.item.0.full", GONE, Fault.MISSING),
        ("operating-norms.item.0.rule.bands", "x", Fault.NOT_A_LIST),
        ("operating-norms.item.0.rule.bands.0.points", GONE, Fault.MISSING),
        ("operating-norms.item.0.rule.bands.1.upto", "x", Fault.NOT_A_NUMBER),
        ("cleanliness.item.0.full", GONE, Fault.MISSING),
        ("cleanliness.item.0.rule.options", "x", Fault.NOT_A_LIST),
        ("cleanliness.item.0.rule.options.1.points", "x", Fault.NOT_A_NUMBER),
    ],
)
def test_one_mistake_is_one_problem(path: str, value: object, fault: Fault) -> None:
    pack, problems = read(spoilt((path, value)))
    assert pack is None
    assert [(p.place, p.fault) for p in problems] == [(path, fault)]


def test_two_missing_ids_are_not_each_others_duplicate() -> None:
    kinds = [{"title": "收费"}, {"title": "药房"}]
    raw = spoilt(("pack.window_kind", kinds), ("etiquette.item.0.window_kinds", GONE))
    _, problems = read(raw)
    assert [(p.place, p.fault) for p in problems] == [
        ("pack.window_kind.0.id", Fault.MISSING),
        ("pack.window_kind.1.id", Fault.MISSING),
    ]


JUNK: list[object] = [
    GONE, None, "", " ", "x", 0, 1, -1, 10**6, True, 1.5, Decimal("0.001"), Decimal("NaN"),
    Decimal("Infinity"), Decimal("1E+40"), date(2026, 1, 1), [], ["x"], [1], [[]], [{}], {},
    {"x": 1}, {"kind": ["deduct"]},
]  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=["GONE", *map(repr, JUNK[1:])])
def test_junk_anywhere_is_refused_or_read_but_never_raises(junk: object) -> None:
    raised = []
    for path in paths(raw_pack()):
        raw = raw_pack()
        put(raw, path, junk)
        if not isinstance(raw.get(path.split(".")[0], {}), dict):
            continue  # a file is always a table
        try:
            pack, problems = read(raw)
        except Exception as error:
            raised.append((path, repr(error)))
        else:
            assert (pack is None) == bool(problems), path
    assert raised == []
