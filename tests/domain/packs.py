"""Short ways to write items, packs, scorecards and scores in the domain tests.

All points are hundredths, as in the domain: 400 is 4 points.
"""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    Band,
    BonusRule,
    Case,
    CasesRule,
    Checklist,
    ChoiceRule,
    DeductRule,
    Grade,
    Item,
    MeasureRule,
    Option,
    Pack,
    Policy,
    RangeRule,
    WindowKind,
)
from inspector.domain.checklist.points import Hundredths
from inspector.domain.visit import scoring
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.inspection import (
    Answer,
    Inspection,
    InspectionKind,
    InspectionState,
    Scorecard,
    Verdict,
)
from inspector.domain.visit.scoring import ScorecardScore, SiteScore, standing_of

GRADES = (Grade("优秀", 9000), Grade("良好", 8000), Grade("合格", 6000), Grade("不合格", 0))
WEIGHTS = (25, 20, 35, 20)


def deduct(
    item_id: str, full: int = 400, each: int = 100, category: Category = Category.ETIQUETTE
) -> Item:
    """An item that loses `each` for every 人次."""
    return Item(item_id, category, f"{item_id}的要求", full, DeductRule(each, "人次"))


def choice(
    item_id: str,
    points: Sequence[int] = (300, 150, 0),
    category: Category = Category.CLEANLINESS,
) -> Item:
    """An item with one option for each of `points`, titled 选项0, 选项1 …"""
    options = tuple(Option(f"选项{n}", value) for n, value in enumerate(points))
    return Item(item_id, category, f"{item_id}的要求", points[0], ChoiceRule(options))


def measure(
    item_id: str,
    bands: Sequence[tuple[int | None, int]] = ((1000, 400), (1500, 200), (None, 0)),
    category: Category = Category.OPERATING_NORMS,
) -> Item:
    """An item timed in 分钟: by default ≤10 gives 4, ≤15 gives 2, above gives 0."""
    rule = MeasureRule("分钟", tuple(Band(upto, points) for upto, points in bands))
    return Item(item_id, category, f"{item_id}的要求", bands[0][1], rule)


def cases(
    item_id: str,
    points: Sequence[int] = (100, 200, 50),
    full: int = 500,
    category: Category = Category.ETIQUETTE,
) -> Item:
    """An item with a named deduction for each of `points`, titled 情形0, 情形1 …, under `full`."""
    named = tuple(Case(f"情形{n}", value, "人次") for n, value in enumerate(points))
    return Item(item_id, category, f"{item_id}的要求", full, CasesRule(named))


def judged(
    item_id: str,
    least: int = 100,
    most: int = 300,
    full: int = 500,
    category: Category = Category.OPERATING_NORMS,
) -> Item:
    """An item of which an inspector takes `least` to `most` off."""
    return Item(item_id, category, f"{item_id}的要求", full, RangeRule(least, most, "次"))


def bonus(item_id: str, each: int = 50, category: Category = Category.ETIQUETTE) -> Item:
    """An item that adds `each` for every 次."""
    return Item(item_id, category, f"{item_id}的要求", 0, BonusRule(each, "次"))


def pack(
    *items: Item,
    weights: Sequence[int] = WEIGHTS,
    policy: Policy | None = None,
    grades: tuple[Grade, ...] = GRADES,
    window_kinds: tuple[WindowKind, ...] = (),
) -> Pack:
    """A pack of `items`, each put into the checklist of its category."""
    return Pack(
        id="hall",
        title="营业厅",
        version="1",
        summary="",
        weights=dict(zip(Category, weights, strict=True)),
        policy=policy or Policy(),
        grades=grades,
        window_kinds=window_kinds,
        checklists=tuple(
            Checklist(category, tuple(item for item in items if item.category is category))
            for category in Category
        ),
    )


def answers(*given: Answer) -> dict[str, Answer]:
    """Answers by item id."""
    return {answer.item_id: answer for answer in given}


def unseen(item_id: str) -> Answer:
    """未观察."""
    return Answer(item_id, Verdict.UNSEEN)


def ok(item_id: str, count: int = 0) -> Answer:
    """合格; for a bonus item `count` awards."""
    return Answer(item_id, Verdict.PASS, count)


def bad(
    item_id: str,
    count: int = 1,
    option: int | None = None,
    measured: Hundredths | None = None,
    phrases: tuple[str, ...] = (),
    note: str = "",
) -> Answer:
    """扣分."""
    return Answer(item_id, Verdict.DEDUCT, count, option, measured, phrases, note)


def na(item_id: str) -> Answer:
    """不适用."""
    return Answer(item_id, Verdict.NOT_APPLICABLE)


def inspection(started_at: datetime = datetime(2026, 11, 27, 9)) -> Inspection:
    """A visit to 城东厅, on a Friday unless said otherwise."""
    return Inspection(
        id="visit",
        site_id="east",
        site_name="城东厅",
        kind=InspectionKind.COVERT,
        inspectors=("甲",),
        pack_hash="",
        state=InspectionState.OPEN,
        started_at=started_at,
    )


def window_card(number: str = "1号窗口", left_out: bool = False) -> Scorecard:
    """The scorecard of a window, staffed by 工号 023; its number is its id."""
    return Scorecard(
        id=number,
        inspection_id="visit",
        position=1,
        scope=Scope.WINDOW,
        window_id=number,
        window_number=number,
        staff_number="023",
        department="营业部",
        leader="王主任",
        left_out=left_out,
    )


def public_card() -> Scorecard:
    """The scorecard of the public area, with the id `public`."""
    return Scorecard("public", "visit", 0, Scope.PUBLIC, department="后勤部", leader="李主任")


def scored(
    total: Hundredths | None,
    *,
    bonus: Hundredths = 0,
    rates: Sequence[int | None] = (None, None, None, None),
    vetoes: tuple[Item, ...] = (),
) -> ScorecardScore:
    """A scorecard's score with `total` and, in percent, the `rates` of its categories."""
    categories = tuple(
        CategoryScore(category, 0, 0, 25, None if rate is None else Fraction(rate), Fraction(25))
        for category, rate in zip(Category, rates, strict=True)
    )
    return ScorecardScore((), categories, bonus, bonus, total, total, vetoes, None)


def score_site(
    rules: Pack,
    windows: Sequence[ScorecardScore],
    public: ScorecardScore | None,
    *,
    enough: bool = True,
) -> SiteScore:
    """The score of a visit with these scorecards."""
    of_public = None if public is None else standing_of(public)
    return scoring.score_site(rules, [*map(standing_of, windows)], of_public, enough=enough)
