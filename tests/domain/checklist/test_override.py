"""A site's own numbers: what they make of a pack, and which are refused."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    BonusRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Override,
)
from inspector.domain.checklist.override import Unfit, adapted, problems_of, unfit
from inspector.domain.faults import Fault, Problem
from tests.domain.packs import bonus, choice, deduct, measure, pack

WHY = "本厅规定"
GREET = deduct("greet", 400, 100)
FLOOR = choice("floor", (300, 150, 0))
WAIT = measure("wait")  # ≤10 minutes 4 points, ≤15 minutes 2, above 0
PRAISE = bonus("praise", 50)
HALL = pack(GREET, FLOOR, WAIT, PRAISE)


def with_one(override: Override) -> Item:
    """The item that an override of the hall is about, as it is asked then."""
    return adapted(HALL, [override]).item_by_id[override.item_id]


# By example


def test_without_overrides_it_is_the_very_same_pack() -> None:
    assert adapted(HALL, []) is HALL


def test_those_of_unknown_items_are_ignored() -> None:
    gone = Override("gone", WHY, full=500)
    assert adapted(HALL, [gone]) is HALL
    both = adapted(HALL, [gone, Override("greet", WHY, full=500)])
    assert [override.item_id for override in both.overrides] == ["greet"]


def test_those_that_do_not_fit_are_named_with_the_reason() -> None:
    gone, shorter = Override("gone", WHY, full=500), Override("wait", WHY, limit=500)
    longer, kind = Override("wait", WHY, limit=-1), Override("floor", WHY, each=100)
    assert unfit(HALL, [shorter]) == []
    (first, second, third) = unfit(HALL, [gone, longer, shorter, kind])
    assert first == Unfit(gone, None)
    assert (second.override, second.item) == (longer, WAIT)
    assert [problem.fault for problem in second.problems] == [Fault.OUT_OF_RANGE]
    assert (third.override, third.item) == (kind, FLOOR)
    assert [problem.fault for problem in third.problems] == [Fault.NOT_HERE]


def test_an_item_switched_off_is_not_asked() -> None:
    site = adapted(HALL, [Override("floor", "没有公共区域", off=True)])
    assert [item.id for item in site.items()] == ["greet", "praise", "wait"]
    assert site.checklists[3].items == ()
    assert [c.category for c in site.checklists] == list(Category)
    assert site.overrides == (Override("floor", "没有公共区域", off=True),)


def test_everything_may_be_switched_off() -> None:
    site = adapted(HALL, [Override(item.id, WHY, off=True) for item in HALL.items()])
    assert list(site.items()) == []


def test_nothing_else_changes() -> None:
    site = adapted(HALL, [Override("greet", WHY, full=500)])
    assert replace(site, checklists=HALL.checklists, overrides=()) == HALL
    assert site.checklists[1:] == HALL.checklists[1:]
    assert with_one(Override("greet", WHY, full=500)) == replace(GREET, full=500)


def test_a_deduction_has_its_own_full_marks_and_step() -> None:
    item = with_one(Override("greet", WHY, full=600, each=150))
    assert (item.full, item.rule) == (600, DeductRule(150, "人次"))


def test_a_bonus_has_its_own_step() -> None:
    item = with_one(Override("praise", WHY, each=200))
    assert (item.full, item.rule) == (0, BonusRule(200, "次"))


def test_options_keep_their_part_of_the_full_marks() -> None:
    item = with_one(Override("floor", WHY, full=500))
    assert isinstance(item.rule, ChoiceRule)
    assert [option.points for option in item.rule.options] == [500, 250, 0]
    assert [option.title for option in item.rule.options] == ["选项0", "选项1", "选项2"]


def test_parts_are_rounded_half_up_to_hundredths() -> None:
    thirds = pack(choice("a", (300, 200, 100, 0)))
    rule = adapted(thirds, [Override("a", WHY, full=100)]).item_by_id["a"].rule
    assert isinstance(rule, ChoiceRule)
    assert [option.points for option in rule.options] == [100, 67, 33, 0]
    halves = pack(choice("a", (200, 100, 0)))
    rule = adapted(halves, [Override("a", WHY, full=101)]).item_by_id["a"].rule
    assert isinstance(rule, ChoiceRule)
    assert [option.points for option in rule.options] == [101, 51, 0]


def test_a_measure_has_its_own_full_marks_and_limit() -> None:
    item = with_one(Override("wait", WHY, full=200, limit=500))
    assert isinstance(item.rule, MeasureRule)
    assert [(b.upto, b.points) for b in item.rule.bands] == [(500, 200), (1500, 100), (None, 0)]
    assert (item.rule.limit, item.rule.unit) == (500, "分钟")


@pytest.mark.parametrize(
    ("limit", "bands"),
    [
        (1499, [(1499, 400), (1500, 200), (None, 0)]),
        (1500, [(1500, 400), (None, 0)]),
        (2000, [(2000, 400), (None, 0)]),
    ],
)
def test_a_looser_limit_swallows_the_bands_it_reaches_over(
    limit: int, bands: list[tuple[int | None, int]]
) -> None:
    rule = with_one(Override("wait", WHY, limit=limit)).rule
    assert isinstance(rule, MeasureRule)
    assert [(band.upto, band.points) for band in rule.bands] == bands


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("排队等候不超过10分钟", "排队等候不超过5.5分钟"),
        ("排队等候不超过 10 分钟", "排队等候不超过 5.5 分钟"),
        ("10人以上排队时，等候不超过10分钟", "10人以上排队时，等候不超过5.5分钟"),
        ("每110分钟巡查", "每110分钟巡查"),
        ("排队等候不超时", "排队等候不超时"),
    ],
)
def test_the_text_of_an_item_says_the_limit_that_counts(text: str, said: str) -> None:
    hall = pack(replace(WAIT, text=text))
    assert adapted(hall, [Override("wait", WHY, limit=550)]).item_by_id["wait"].text == said
    assert adapted(hall, [Override("wait", WHY, full=100)]).item_by_id["wait"].text == text


def test_the_last_of_two_overrides_of_an_item_counts() -> None:
    site = adapted(HALL, [Override("greet", WHY, full=500), Override("greet", WHY, full=600)])
    assert site.item_by_id["greet"].full == 600
    assert len(site.overrides) == 1


@pytest.mark.parametrize(
    "override",
    [
        Override("greet", WHY, limit=500),  # no longer measured
        Override("floor", WHY, each=100),  # no longer counted
        Override("praise", WHY, full=500),  # a bonus now
    ],
)
def test_what_a_newer_version_has_no_place_for_is_left_out(override: Override) -> None:
    assert adapted(HALL, [override]) is HALL


# What is refused


@pytest.mark.parametrize(
    ("item", "override", "problem"),
    [
        (GREET, Override("", "", full=500), Problem("reason", Fault.MISSING, "", "reason")),
        (GREET, Override("", " \n", off=True), Problem("reason", Fault.MISSING, "", "reason")),
        (GREET, Override("", WHY), Problem("", Fault.MISSING, "", "off / full / each / limit")),
        (GREET, Override("", WHY, full=0), Problem("full", Fault.OUT_OF_RANGE, "0", "> 0")),
        (GREET, Override("", WHY, full=-100), Problem("full", Fault.OUT_OF_RANGE, "-1", "> 0")),
        (
            GREET,
            Override("", WHY, full=100_000_001),
            Problem("full", Fault.OUT_OF_RANGE, "1000000.01", "≤ 1000000"),
        ),
        (GREET, Override("", WHY, each=0), Problem("each", Fault.OUT_OF_RANGE, "0", "> 0")),
        (
            GREET,
            Override("", WHY, each=100_000_001),
            Problem("each", Fault.OUT_OF_RANGE, "1000000.01", "≤ 1000000"),
        ),
        (GREET, Override("", WHY, limit=1), Problem("limit", Fault.NOT_HERE, "limit", "measure")),
        (
            PRAISE,
            Override("", WHY, full=100),
            Problem("full", Fault.NOT_HERE, "full", 'rule kind = "bonus"'),
        ),
        (PRAISE, Override("", WHY, each=-50), Problem("each", Fault.OUT_OF_RANGE, "-0.5", "> 0")),
        (
            FLOOR,
            Override("", WHY, each=100),
            Problem("each", Fault.NOT_HERE, "each", "deduct, bonus"),
        ),
        (FLOOR, Override("", WHY, full=1), Problem("full", Fault.OUT_OF_RANGE, "0.01", "≥ 0.02")),
        (FLOOR, Override("", WHY, full=0), Problem("full", Fault.OUT_OF_RANGE, "0", "> 0")),
        (
            WAIT,
            Override("", WHY, each=100),
            Problem("each", Fault.NOT_HERE, "each", "deduct, bonus"),
        ),
        (WAIT, Override("", WHY, limit=-1), Problem("limit", Fault.OUT_OF_RANGE, "-0.01", "≥ 0")),
        (
            measure("two", ((100, 400), (None, 0))),
            Override("", WHY, limit=100_000_001),
            Problem("limit", Fault.OUT_OF_RANGE, "1000000.01", "≤ 1000000"),
        ),
    ],
)
def test_what_could_not_work_is_refused(item: Item, override: Override, problem: Problem) -> None:
    assert problems_of(item, override) == [problem]


def test_everything_wrong_is_told_at_once() -> None:
    wrong = Override("wait", "", full=-1, each=1, limit=-1)
    assert [(p.place, p.fault) for p in problems_of(WAIT, wrong)] == [
        ("reason", Fault.MISSING),
        ("full", Fault.OUT_OF_RANGE),
        ("each", Fault.NOT_HERE),
        ("limit", Fault.OUT_OF_RANGE),
    ]


@pytest.mark.parametrize(
    ("item", "override"),
    [
        (GREET, Override("greet", WHY, off=True)),
        (GREET, Override("greet", WHY, full=1)),
        (GREET, Override("greet", WHY, full=100, each=400)),  # one takes it all
        (PRAISE, Override("praise", WHY, each=1)),
        (FLOOR, Override("floor", WHY, full=2)),
        (WAIT, Override("wait", WHY, limit=0)),  # a count of mistakes: none
        (WAIT, Override("wait", WHY, limit=1499)),
        (WAIT, Override("wait", WHY, limit=9900)),
        (measure("two", ((100, 400), (None, 0))), Override("two", WHY, limit=100_000_000)),
    ],
)
def test_what_can_work_is_kept(item: Item, override: Override) -> None:
    assert problems_of(item, override) == []
