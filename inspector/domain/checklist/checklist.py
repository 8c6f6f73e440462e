"""What can be asked: packs, checklists, items and the four kinds of rule (DESIGN §5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.gravity import USUAL_POINTS, Gravity, GravityPoints
from inspector.domain.checklist.kind_recognition import TakenKind, taken_kind
from inspector.domain.checklist.method import TAKES_TIME, Method
from inspector.domain.checklist.points import Hundredths


class PhotoPolicy(StrEnum):
    """Whether a deduction wants a photo."""

    OPTIONAL = "optional"
    ON_FAIL = "on-fail"


class Responsible(StrEnum):
    """Who has to put a deduction right (DOMAIN §4.3)."""

    PERSON = "person"
    TEAM = "team"
    SITE = "site"


class Totalling(StrEnum):
    """How the answers of a scorecard come to its score (DESIGN §6)."""

    RATE = "rate"  # 按得分率: each category's got ÷ applicable full, by its weight
    DEDUCT = "deduct"  # 直接扣分: what is lost comes off the category's points


class NotApplicablePolicy(StrEnum):
    """What 不适用 does to the score, where it is totalled by rates."""

    EXCLUDE = "exclude"  # out of both sides
    FULL = "full"  # full marks


class FloorPolicy(StrEnum):
    """How far deductions go."""

    ITEM = "item"  # 扣完为止
    NONE = "none"  # 扣分不封顶


class SamplePolicy(StrEnum):
    """Which value counts when something is measured several times."""

    WORST = "worst"
    MEAN = "mean"


class VetoPolicy(StrEnum):
    """What 一票否决 does."""

    FAIL = "fail"  # grade 不合格, score kept
    ZERO = "zero"  # grade 不合格, score 0


@dataclass(frozen=True, slots=True)
class DeductRule:
    """`each` points off for every `unit` (次, 人次, 处 …) counted; of a red line that is scored
    by direct deduction: none."""

    each: Hundredths
    unit: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way a `ChoiceRule` item can be found, its points, and how a finding of it reads."""

    title: str
    points: Hundredths
    finding: str = ""  # 评价器故障未报修; empty: the item's text and the title


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    """The points of the option found; the first option is full marks."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Points for a measured value up to and including `upto`; None: whatever is above."""

    upto: Hundredths | None
    points: Hundredths


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """The points of the band a measured value, in `unit`, falls into."""

    unit: str
    bands: tuple[Band, ...]

    def band_of(self, value: Hundredths) -> Band:
        """Return the band of `value`; bands ascend and the last one is open."""
        for band in self.bands:
            if band.upto is None or value <= band.upto:
                return band
        return self.bands[-1]

    @property
    def limit(self) -> Hundredths | None:
        """The largest value that still gives full marks."""
        return self.bands[0].upto


@dataclass(frozen=True, slots=True)
class Case:
    """One of the named deductions of a `CasesRule` item: 未戴工牌, 1 point each 人次."""

    title: str
    each: Hundredths
    unit: str


@dataclass(frozen=True, slots=True)
class CasesRule:
    """Several named deductions, each counted with points and unit of its own, under one limit."""

    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class RangeRule:
    """As many points off as the inspector judges, `least` to `most` for every `unit`."""

    least: Hundredths
    most: Hundredths
    unit: str


@dataclass(frozen=True, slots=True)
class BonusRule:
    """`each` points on top for every `unit` counted, outside the denominator."""

    each: Hundredths
    unit: str


Rule: TypeAlias = DeductRule | ChoiceRule | MeasureRule | CasesRule | RangeRule | BonusRule


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at, what it is worth and what follows when it is wrong.

    `full` is what it is worth; under direct deduction the most that it can cost, 0: its category's
    points are the only limit. A bonus item has none.
    """

    id: str
    category: Category
    text: str
    full: Hundredths
    rule: Rule
    scope: Scope = Scope.WINDOW
    window_kinds: tuple[str, ...] = ()  # ids; empty: every kind
    veto: bool = False  # ★, a red line
    gravity: Gravity = Gravity.MINOR
    photo: PhotoPolicy = PhotoPolicy.OPTIONAL
    responsible: Responsible = Responsible.PERSON
    requirement: str = ""
    deadline: int = 1  # workdays; 0: 立行立改
    phrases: tuple[str, ...] = ()
    basis: str = ""
    short: str = ""  # what a circular calls it
    method: tuple[Method, ...] = ()  # empty: not said
    must: bool = False  # 必查
    penalty: bool = False  # it has no full marks, and comes off the total (有责投诉每起扣5分)
    accumulates: bool = False  # ※, as sheets mark it: what is counted adds up to the full marks
    heading: str = ""  # of a sheet with headings of its own, within the category
    cells: tuple[str, ...] = ()  # what stands in `Pack.columns`

    @property
    def best(self) -> Hundredths:
        """What is had when nothing is wrong."""
        match self.rule:
            case ChoiceRule(options=cases) | MeasureRule(bands=cases) if cases:
                return cases[0].points
        return self.full

    @property
    def is_bonus(self) -> bool:
        """A bonus item adds points and never has to be answered."""
        return isinstance(self.rule, BonusRule)

    @property
    def at_a_glance(self) -> bool:
        """It can be judged by a look, without a whole transaction, a question or records."""
        return TAKES_TIME.isdisjoint(self.method)

    @property
    def of_records(self) -> bool:
        """It is found out from records alone: asked once, of the site."""
        return self.method == (Method.RECORDS,)

    def applies_to(self, scope: Scope, window_kind: str | None) -> bool:
        """Tell whether the item is asked at a window of this kind, or in the public area."""
        if (Scope.PUBLIC if self.of_records else self.scope) is not scope:
            return False
        if self.of_records:
            return True
        return not self.window_kinds or window_kind in self.window_kinds


@dataclass(frozen=True, slots=True)
class Checklist:
    """The items of one category, in the order they are asked."""

    category: Category
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WindowKind:
    """A kind of window a pack knows, with other spellings seen in rosters.

    The `usual` one is what a window is taken for that neither roster nor name gives a kind.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade and its inclusive lower bound, in hundredths of a point."""

    title: str
    lower: Hundredths


@dataclass(frozen=True, slots=True)
class Policy:
    """The switches on which real score sheets differ (DOMAIN §2.1)."""

    total: Totalling = Totalling.RATE
    scale: int = 100  # points of a whole scorecard
    points: GravityPoints = USUAL_POINTS
    not_applicable: NotApplicablePolicy = NotApplicablePolicy.EXCLUDE
    floor: FloorPolicy = FloorPolicy.ITEM
    bonus_cap: Hundredths = 500
    veto: VetoPolicy = VetoPolicy.FAIL
    public_area_share: int = 20  # percent of the site score
    samples: SamplePolicy = SamplePolicy.WORST
    drawn: int = 10  # items of a window that 抽查 asks besides 必查
    ranked_from: int = 0  # percent of the asked items that have to be observed to be ranked


@dataclass(frozen=True, slots=True)
class Override:
    """What a site changes of an item, and why; None leaves a number as it is."""

    item_id: str
    reason: str
    off: bool = False  # the item is not asked at this site
    full: Hundredths | None = None
    each: Hundredths | None = None
    limit: Hundredths | None = None  # of a measure: the largest value with full marks
    red_line: bool = False  # it was said a second time that a red line is off


@dataclass(frozen=True)
class Pack:
    """A sector's set of checklists with the rules they are scored by."""

    id: str
    title: str
    version: str
    summary: str
    weights: Mapping[Category, int]  # of 100
    policy: Policy
    grades: tuple[Grade, ...]  # best first; the last one reaches down without a bound
    window_kinds: tuple[WindowKind, ...]
    checklists: tuple[Checklist, ...]  # one for each category, in Category order
    columns: tuple[str, ...] = ()  # titles of text columns that only print (考核办法)
    overrides: tuple[Override, ...] = ()  # of the site it was adapted to, for the record

    @property
    def weighing(self) -> str:
        """How it totals and weighs its categories; versions in which both are alike compare."""
        weights = "/".join(str(self.weights[category]) for category in Category)
        scale = "" if self.policy.scale == 100 else f" of {self.policy.scale}"
        return f"{self.policy.total.value} {weights}{scale}"

    def items(self) -> Iterator[Item]:
        """Yield every item in sheet order."""
        for checklist in self.checklists:
            yield from checklist.items

    def items_for(self, scope: Scope, window_kind: str | None = None) -> tuple[Item, ...]:
        """Return what is asked at a window of this kind, or in the public area.

        Of a kind that is not said, or not known to the pack, everything is asked: nothing is left
        out in silence, and what does not apply is one key away.
        """
        asked = self._asked.get((scope, window_kind))
        if asked is None:
            unknown = all(kind.id != window_kind for kind in self.window_kinds)
            if scope is Scope.WINDOW and unknown:
                every = (item for item in self.items() if not item.of_records)
                asked = tuple(item for item in every if item.scope is scope)
            else:
                asked = tuple(item for item in self.items() if item.applies_to(scope, window_kind))
            self._asked[scope, window_kind] = asked
        return asked

    @cached_property
    def _asked(self) -> dict[tuple[Scope, str | None], tuple[Item, ...]]:
        """What `items_for` said: it is asked for every window at every key."""
        return {}

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items()}

    def taken_kind(self, said: str, name: str) -> TakenKind:
        """Return which kind a window is taken for: `said` by the roster, or by its name."""
        return taken_kind(said, name, self.window_kinds)

    def kind_title(self, kind_id: str) -> str:
        """Return what a window kind is called; one the pack does not know is its own title."""
        return next((kind.title for kind in self.window_kinds if kind.id == kind_id), kind_id)

    def grade_of(self, score: Hundredths) -> Grade:
        """Return the grade of a rounded score; lower bounds are inclusive."""
        for grade in self.grades:
            if score >= grade.lower:
                return grade
        return self.grades[-1]

    @property
    def failing_grade(self) -> Grade:
        """The grade a veto leads to."""
        return self.grades[-1]
