"""Plain tables to a pack: what is read, and that a faulty pack is refused whole."""

from decimal import Decimal

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    Band,
    BonusRule,
    Checklist,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Grade,
    Item,
    MeasureRule,
    NotApplicablePolicy,
    Option,
    Pack,
    PhotoPolicy,
    Policy,
    Responsible,
    VetoPolicy,
    WindowKind,
)
from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.faults import Fault, Problem
from tests.domain.checklist.raw_packs import GONE, Raw, raw_pack, read, spoilt

TELECOM = Pack(
    id="telecom-hall",
    title="通信营业厅",
    version="2026.1",
    summary="示例",
    weights={
        Category.ETIQUETTE: 25,
        Category.CIVIL_LANGUAGE: 20,
        Category.OPERATING_NORMS: 35,
        Category.CLEANLINESS: 20,
    },
    policy=Policy(
        not_applicable=NotApplicablePolicy.FULL,
        floor=FloorPolicy.NONE,
        bonus_cap=300,
        veto=VetoPolicy.ZERO,
        public_area_share=30,
    ),
    grades=(Grade("优秀", 9000), Grade("合格", 6000), Grade("不合格", 0)),
    window_kinds=(
        WindowKind("cashier", "收费", ("收银",), usual=True),
        WindowKind("pharmacy", "药房"),
    ),
    checklists=(
        Checklist(
            Category.ETIQUETTE,
            (
                Item(
                    id="rise-to-greet",
                    category=Category.ETIQUETTE,
                    text="起身、微笑、主动问候",
                    full=400,
                    rule=DeductRule(100, "人次"),
                    scope=Scope.WINDOW,
                    window_kinds=("cashier",),
                    veto=True,
                    photo=PhotoPolicy.ON_FAIL,
                    responsible=Responsible.TEAM,
                    requirement="晨会复训",
                    deadline=0,
                    phrases=("未起身迎接", "未微笑"),
                    basis="礼仪规范",
                ),
                Item("praise", Category.ETIQUETTE, "收到表扬", 0, BonusRule(200, "次")),
            ),
        ),
        Checklist(
            Category.CIVIL_LANGUAGE,
            (
                Item(
                    "polite-words", Category.CIVIL_LANGUAGE, "使用文明用语", 500,
                    DeductRule(100, "次"),
                ),
            ),
        ),
        Checklist(
            Category.OPERATING_NORMS,
            (
                Item(
                    "wait", Category.OPERATING_NORMS, "等候时间", 400,
                    MeasureRule("分钟", (Band(1000, 400), Band(1500, 200), Band(None, 0))),
                ),
            ),
        ),
        Checklist(
            Category.CLEANLINESS,
            (
                Item(
                    "floor", Category.CLEANLINESS, "地面干净", 300,
                    ChoiceRule((Option("干净", 300), Option("少量纸屑", 100), Option("脏", 0))),
                    scope=Scope.PUBLIC,
                ),
            ),
        ),
    ),
)  # fmt: skip


def test_a_valid_pack_is_read_whole() -> None:
    assert read(raw_pack()) == (TELECOM, [])


def test_what_is_left_out_has_its_default() -> None:
    pack, problems = read(
        spoilt(
            ("pack.policy", GONE),
            ("pack.summary", GONE),
            ("pack.window_kind", GONE),
            ("etiquette.item.0.window_kinds", GONE),
        )
    )
    assert problems == []
    assert pack is not None
    assert (pack.policy, pack.summary, pack.window_kinds) == (Policy(), "", ())
    polite = pack.item_by_id["polite-words"]
    assert (polite.scope, polite.window_kinds, polite.veto) == (Scope.WINDOW, (), False)
    assert (polite.photo, polite.responsible) == (PhotoPolicy.OPTIONAL, Responsible.PERSON)
    assert (polite.requirement, polite.deadline, polite.phrases, polite.basis) == ("", 1, (), "")


def test_half_a_policy_keeps_the_other_defaults() -> None:
    pack, _ = read(spoilt(("pack.policy", {"floor": "none"})))
    assert pack is not None
    assert pack.policy == Policy(floor=FloorPolicy.NONE)


def test_points_may_have_two_decimals() -> None:
    pack, problems = read(
        spoilt(
            ("civil-language.item.0.full", Decimal("2.50")),
            ("civil-language.item.0.rule.each", Decimal("0.25")),
        )
    )
    assert problems == []
    assert pack is not None
    polite = pack.item_by_id["polite-words"]
    assert (polite.full, polite.rule) == (250, DeductRule(25, "次"))


def test_blanks_around_a_text_are_not_part_of_it() -> None:
    raw = spoilt(("pack.title", " 营业厅\n"), ("etiquette.item.0.phrases", [" 未微笑 "]))
    pack, _ = read(raw)
    assert pack is not None
    assert pack.title == "营业厅"
    assert pack.item_by_id["rise-to-greet"].phrases == ("未微笑",)


def test_several_problems_are_listed_in_one_pass() -> None:
    pack, problems = read(
        spoilt(
            ("pack.title", GONE),
            ("pack.weights.etiquette", 26),
            ("etiquette.item.0.veto", "yes"),
            ("etiquette.item.0.deadline", 400),
            ("operating-norms.item.0.rule.bands.1.upto", 9),
            ("cleanliness", {}),
        )
    )
    assert pack is None
    assert {problem.place: problem.fault for problem in problems} == {
        "pack.title": Fault.MISSING,
        "pack.weights": Fault.WEIGHTS_NOT_100,
        "etiquette.item.0.veto": Fault.NOT_YES_OR_NO,
        "etiquette.item.0.deadline": Fault.OUT_OF_RANGE,
        "operating-norms.item.0.rule.bands.1.upto": Fault.BANDS_NOT_ASCENDING,
        "cleanliness": Fault.NO_ITEMS,
    }
    assert len(problems) == 6


def test_nothing_at_all_is_nothing_but_problems() -> None:
    pack, problems = read({})
    assert pack is None
    assert {"pack.id", "pack.grade", "etiquette", "cleanliness"} <= {p.place for p in problems}


def test_a_pack_that_was_accepted_once_is_rebuilt_whatever_the_rules_are_today() -> None:
    assert rebuild_pack(raw_pack()) == TELECOM
    odd: Raw = spoilt(("pack.weights.etiquette", 45))  # 120 in all
    assert read(odd) == (None, [Problem("pack.weights", Fault.WEIGHTS_NOT_100, "120", "100")])
    assert rebuild_pack(odd).weights[Category.ETIQUETTE] == 45
