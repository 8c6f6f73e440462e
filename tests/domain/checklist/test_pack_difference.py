"""What changed between two versions of a pack: all of it, and nothing else."""

from dataclasses import replace
from typing import Any

import pytest

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    DeductRule,
    FloorPolicy,
    Grade,
    Item,
    NotApplicablePolicy,
    Override,
    Pack,
    PhotoPolicy,
    Policy,
    Responsible,
    SamplePolicy,
    VetoPolicy,
    WindowKind,
)
from inspector.domain.checklist.pack_difference import Change, Difference, differences
from tests.domain.packs import bonus, choice, deduct, measure, pack

KINDS = (WindowKind("cashier", "收费", ("收银",)), WindowKind("pharmacy", "药房"))
GREET = deduct("greet")
FLOOR = choice("floor", (300, 0))
WAIT = measure("wait", ((1000, 400), (None, 0)))
PRAISE = bonus("praise")
HALL = pack(GREET, FLOOR, WAIT, PRAISE, window_kinds=KINDS)

CHANGED, ADDED, REMOVED, MOVED = Change.CHANGED, Change.ADDED, Change.REMOVED, Change.MOVED


def with_items(*items: Item) -> Pack:
    """The hall with other items."""
    return replace(HALL, checklists=pack(*items).checklists)


def greet(**changes: Any) -> Pack:  # noqa: ANN401
    """The hall with its first item changed."""
    return with_items(replace(GREET, **changes), FLOOR, WAIT, PRAISE)


def setting(key: str, before: str, after: str, change: Change = CHANGED) -> Difference:
    """A difference of the pack's settings."""
    return Difference(change, "", "", key, before, after)


def of_greet(key: str, before: str, after: str, text: str = GREET.text) -> Difference:
    """A difference of the first item."""
    return Difference(CHANGED, "greet", text, key, before, after)


# One change, one difference


@pytest.mark.parametrize(
    ("after", "difference"),
    [
        (replace(HALL, title="新营业厅"), setting("title", "营业厅", "新营业厅")),
        (replace(HALL, summary="说明"), setting("summary", "", "说明")),
        (replace(HALL, policy=Policy(bonus_cap=350)), setting("policy.bonus_cap", "5", "3.5")),
        (
            replace(HALL, policy=Policy(not_applicable=NotApplicablePolicy.FULL)),
            setting("policy.not_applicable", "exclude", "full"),
        ),
        (
            replace(HALL, policy=Policy(floor=FloorPolicy.NONE)),
            setting("policy.floor", "item", "none"),
        ),
        (
            replace(HALL, policy=Policy(veto=VetoPolicy.ZERO)),
            setting("policy.veto", "fail", "zero"),
        ),
        (
            replace(HALL, policy=Policy(public_area_share=30)),
            setting("policy.public_area_share", "20", "30"),
        ),
        (
            replace(HALL, policy=Policy(samples=SamplePolicy.MEAN)),
            setting("policy.samples", "worst", "mean"),
        ),
        (
            replace(HALL, grades=(Grade("优秀", 9500), *HALL.grades[1:])),
            setting("grade.优秀", "title = 优秀, from = 90", "title = 优秀, from = 95"),
        ),
        (
            replace(HALL, grades=(HALL.grades[0], *HALL.grades[2:])),
            setting("grade.良好", "title = 良好, from = 80", "", REMOVED),
        ),
        (
            replace(HALL, window_kinds=(*KINDS, WindowKind("vip", "贵宾"))),
            setting("window_kind.vip", "", "title = 贵宾", ADDED),
        ),
        (
            replace(HALL, window_kinds=(KINDS[0], WindowKind("pharmacy", "西药房"))),
            setting("window_kind.pharmacy", "title = 药房", "title = 西药房"),
        ),
        (
            replace(HALL, window_kinds=(WindowKind("cashier", "收费", ("收银", "缴费")), KINDS[1])),
            setting(
                "window_kind.cashier",
                "title = 收费, aliases = 收银",
                "title = 收费, aliases = 收银 / 缴费",
            ),
        ),
        (
            replace(HALL, window_kinds=KINDS[::-1]),
            setting("window_kind", "收费 / 药房", "药房 / 收费"),
        ),
        (
            replace(HALL, overrides=(Override("greet", "本厅规定", full=500),)),
            setting("override.greet", "", "item = greet, reason = 本厅规定, full = 5", ADDED),
        ),
        (greet(text="站起来"), of_greet("text", GREET.text, "站起来", "站起来")),
        (greet(full=450), of_greet("full", "4", "4.5")),
        (
            greet(rule=DeductRule(50, "次")),
            of_greet(
                "rule",
                "kind = deduct, each = 1, unit = 人次",
                "kind = deduct, each = 0.5, unit = 次",
            ),
        ),
        (
            greet(rule=FLOOR.rule),
            of_greet(
                "rule",
                "kind = deduct, each = 1, unit = 人次",
                "kind = choice, options = title = 选项0, points = 3 / title = 选项1, points = 0",
            ),
        ),
        (greet(scope=Scope.PUBLIC), of_greet("scope", "", "public")),
        (greet(window_kinds=("cashier",)), of_greet("window_kinds", "", "cashier")),
        (greet(veto=True), of_greet("veto", "", "true")),
        (greet(photo=PhotoPolicy.ON_FAIL), of_greet("photo", "", "on-fail")),
        (greet(responsible=Responsible.SITE), of_greet("responsible", "", "site")),
        (greet(requirement="晨会复训"), of_greet("requirement", "", "晨会复训")),
        (greet(deadline=0), of_greet("deadline", "1", "0")),
        (greet(phrases=("未起身", "未微笑")), of_greet("phrases", "", "未起身 / 未微笑")),
        (greet(basis="礼仪规范"), of_greet("basis", "", "礼仪规范")),
    ],
    ids=lambda value: value.key if isinstance(value, Difference) else "",
)
def test_one_change_is_one_difference(after: Pack, difference: Difference) -> None:
    assert differences(HALL, after) == [difference]
    turned = {ADDED: REMOVED, REMOVED: ADDED}.get(difference.change, difference.change)
    back = replace(difference, change=turned, before=difference.after, after=difference.before)
    if difference.key == "text":
        back = replace(back, text=GREET.text)  # of the newer version
    assert differences(after, HALL) == [back]


def test_weights_change_in_pairs() -> None:
    after = replace(HALL, weights=dict(zip(Category, (30, 20, 30, 20), strict=True)))
    assert differences(HALL, after) == [
        setting("weights.etiquette", "25", "30"),
        setting("weights.operating-norms", "35", "30"),
    ]


def test_an_id_and_a_version_are_not_differences() -> None:
    assert differences(HALL, replace(HALL, id="own", version="2")) == []


def test_the_first_window_kind_is_added_and_nothing_else() -> None:
    bare = replace(HALL, window_kinds=())
    assert [d.key for d in differences(bare, HALL)] == [
        "window_kind.cashier",
        "window_kind.pharmacy",
    ]
    assert {d.change for d in differences(HALL, bare)} == {REMOVED}


def test_lists_that_look_the_same_on_one_line_are_told_apart() -> None:
    one, two = greet(phrases=("未起身 / 未微笑",)), greet(phrases=("未起身", "未微笑"))
    assert differences(one, two) == [
        of_greet("phrases", "“未起身 / 未微笑”", "未起身 / 未微笑"),
    ]


# Items that come, go and move


def test_an_item_added_and_one_removed() -> None:
    smile = deduct("smile")
    after = with_items(smile, FLOOR, WAIT, PRAISE)
    assert differences(HALL, after) == [
        Difference(ADDED, "smile", smile.text, after=smile.text),
        Difference(REMOVED, "greet", GREET.text, before=GREET.text),
    ]


def test_an_item_in_another_category_is_moved_and_what_else_changed_is_told() -> None:
    there = replace(GREET, category=Category.CLEANLINESS, full=500)
    assert differences(HALL, with_items(FLOOR, WAIT, PRAISE, there)) == [
        Difference(MOVED, "greet", GREET.text, "category", "etiquette", "cleanliness"),
        of_greet("full", "4", "5"),
    ]


def letters(order: str, category: Category = Category.ETIQUETTE) -> list[Item]:
    """An item for each letter."""
    return [deduct(letter, category=category) for letter in order]


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("abcde", "bcdea", "a"),
        ("abcde", "eabcd", "e"),
        ("abcde", "abxcde", ""),  # behind what was added everything stands as before
        ("abcde", "ade", ""),
        ("abcdef", "abfcde", "f"),
    ],
)
def test_only_what_was_moved_is_told(before: str, after: str, moved: str) -> None:
    found = differences(pack(*letters(before)), pack(*letters(after)))
    told = [d for d in found if d.change is MOVED]
    assert told == [Difference(MOVED, item, f"{item}的要求") for item in moved]


def test_of_two_that_changed_places_one_was_moved() -> None:
    (one,) = differences(pack(*letters("abcd")), pack(*letters("acbd")))
    assert one.change is MOVED
    assert one.subject in "bc"


def test_an_item_that_left_the_category_moves_no_other() -> None:
    # Counting it among the run that stayed would leave two others as moved.
    before = pack(*letters("ab"), *letters("cd", Category.CIVIL_LANGUAGE))
    after = pack(*letters("bd"), *letters("ac", Category.CIVIL_LANGUAGE))
    assert {(d.subject, d.key) for d in differences(before, after)} == {
        ("a", "category"),
        ("d", "category"),
    }
