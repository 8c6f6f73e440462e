"""Random packs and answers for the property tests."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    FloorPolicy,
    Item,
    MeasureRule,
    NotApplicablePolicy,
    Pack,
    Policy,
    RangeRule,
    Totalling,
    VetoPolicy,
)
from inspector.domain.visit.inspection import Answer, Answers, Verdict
from inspector.domain.visit.scoring import ScorecardScore, score_scorecard
from tests.domain.packs import bonus, cases, choice, deduct, judged, measure, pack

full_marks = st.sampled_from((50, 100, 200, 300, 400, 500, 1000)) | st.integers(1, 2000)
"""Mostly what real sheets say, which meets exact halves; sometimes anything."""


@dataclass(frozen=True)
class Sheet:
    """A pack and the answers of one scorecard on which all its items are asked."""

    pack: Pack
    answers: Answers

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the pack."""
        return tuple(self.pack.items())

    def score(self) -> ScorecardScore:
        """The score as the domain computes it."""
        return score_scorecard(self.pack, self.items, self.answers)

    def but(self, answer: Answer) -> "Sheet":
        """The same sheet with one answer replaced or added."""
        return replace(self, answers={**self.answers, answer.item_id: answer})


@st.composite
def descending(draw: st.DrawFn, best: int) -> list[int]:
    """`best` and one to three smaller numbers of points, descending."""
    lower = draw(st.lists(st.integers(0, best - 1), min_size=1, max_size=3, unique=True))
    return [best, *sorted(lower, reverse=True)]


@st.composite
def items(draw: st.DrawFn, item_id: str, category: Category) -> Item:
    """One item of any kind."""
    full = draw(full_marks)
    match draw(
        st.sampled_from(("deduct", "deduct", "cases", "range", "choice", "measure", "bonus"))
    ):
        case "choice":
            item = choice(item_id, draw(descending(full)), category)
        case "measure":
            points = draw(descending(full))
            limits = st.integers(0, 6000)
            size = len(points) - 1
            upto = sorted(draw(st.lists(limits, min_size=size, max_size=size, unique=True)))
            item = measure(item_id, list(zip([*upto, None], points, strict=True)), category)
        case "cases":
            named = draw(st.lists(st.integers(1, 600), min_size=1, max_size=4))
            item = cases(item_id, named, full, category)
        case "range":
            least = draw(st.integers(1, 300))
            item = judged(item_id, least, least + draw(st.integers(1, 300)), full, category)
        case "bonus":
            return bonus(item_id, draw(st.integers(1, 300)), category)
        case _:
            item = deduct(item_id, full, draw(st.integers(1, 600)), category)
    return replace(item, veto=draw(st.integers(0, 9)) == 0)


@st.composite
def weights(draw: st.DrawFn) -> list[int]:
    """Four weights that sum to 100; a weight may be 0."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=3, max_size=3)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]


def policies(
    floor: FloorPolicy | None = None, total: Totalling = Totalling.RATE
) -> st.SearchStrategy[Policy]:
    """Any policy that totals so, or any with this floor."""
    return st.builds(
        Policy,
        total=st.just(total),
        not_applicable=st.sampled_from(NotApplicablePolicy),
        floor=st.sampled_from(FloorPolicy) if floor is None else st.just(floor),
        bonus_cap=st.integers(0, 1000),
        veto=st.sampled_from(VetoPolicy),
        public_area_share=st.integers(0, 100),
    )


@st.composite
def packs(
    draw: st.DrawFn, floor: FloorPolicy | None = None, total: Totalling = Totalling.RATE
) -> Pack:
    """A pack with up to three items in each category."""
    chosen = [
        draw(items(f"{category.value}-{number}", category))
        for category in Category
        for number in range(draw(st.integers(0, 3)))
    ]
    return pack(*chosen, weights=draw(weights()), policy=draw(policies(floor, total)))


def deductions(item: Item) -> st.SearchStrategy[Answer]:
    """A way to deduct from an item (or to award a bonus item)."""
    match item.rule:
        case ChoiceRule(options=options):
            worse = st.integers(1, len(options) - 1)
            return st.builds(Answer, st.just(item.id), st.just(Verdict.DEDUCT), option=worse)
        case MeasureRule() as rule:
            above = st.integers((rule.limit or 0) + 1, 7000)
            return st.builds(Answer, st.just(item.id), st.just(Verdict.DEDUCT), measured=above)
        case BonusRule():
            return st.builds(Answer, st.just(item.id), st.just(Verdict.PASS), st.integers(0, 6))
        case CasesRule(cases=named):
            counted = st.tuples(*(st.integers(0, 3) for _ in named)).filter(any)
            return st.builds(Answer, st.just(item.id), st.just(Verdict.DEDUCT), cases=counted)
        case RangeRule(least=least, most=most):
            points = st.integers(least, most)
            return st.builds(Answer, st.just(item.id), st.just(Verdict.DEDUCT), measured=points)
        case DeductRule():
            counts = st.integers(1, 12)
            return st.builds(Answer, st.just(item.id), st.just(Verdict.DEDUCT), counts)


def answered(item: Item) -> st.SearchStrategy[Answer]:
    """Any answer an inspector can give."""
    plain = st.sampled_from((Verdict.PASS, Verdict.NOT_APPLICABLE))
    return st.builds(Answer, st.just(item.id), plain) | deductions(item)


@st.composite
def sheets(
    draw: st.DrawFn, floor: FloorPolicy | None = None, total: Totalling = Totalling.RATE
) -> Sheet:
    """A pack and answers to most of its items."""
    chosen = draw(packs(floor, total))
    given: dict[str, Answer] = {}
    for item in chosen.items():
        if draw(st.integers(0, 4)):
            given[item.id] = draw(answered(item))
    return Sheet(chosen, given)
