"""Packs that no person would write, to be written to a workbook and read back."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Grade,
    Item,
    MeasureRule,
    Pack,
    PhotoPolicy,
    RangeRule,
    Responsible,
    Rule,
    SamplePolicy,
    Totalling,
    WindowKind,
)
from inspector.domain.checklist.gravity import Gravity, GravityPoints
from inspector.domain.checklist.kind_recognition import without_place
from inspector.domain.checklist.method import Method
from inspector.domain.checklist.slip_costs import wrong_order
from tests.domain.strategies import packs

_NASTY = (
    "=1+1", "@SUM(A1)", "-1", "+微笑", "a=b", "＝", "a=3", "≤10", "以上", "以上=0", "、", "甲、乙",
    "甲；乙", "甲,乙", "第一行\n第二行", "\\n", "\\", "C:\\new", "_x0041_", "_x005F_", "#N/A", "'",
    "0123", "1.50", "2026.10", "TRUE", "是", "扣分", "全部", "收费", "<b>&amp;", "ＡＢ１", "a  b",
    "你 好", "\tx",
)  # fmt: skip
gravities = st.sampled_from((Gravity.MINOR, Gravity.MINOR, Gravity.MAJOR))
_LETTERS = "\n\t =＝≤、；;,，/\\-+@'\"<&>“”（）()A1x_字收费★①𠮷é"
_MARKS = ("/", "-", "—", "——", "–")  # say nothing where a form has them

texts = (
    (st.sampled_from(_NASTY) | st.text(_LETTERS, max_size=8))
    .map(str.strip)
    .filter(lambda text: text and text not in _MARKS)
)
blank_or_texts = st.just("") | texts
lists = st.lists(texts, max_size=3, unique=True).map(tuple)


def alike(text: str) -> str:
    """What two texts have in common that differ in spaces and case only."""
    return "".join(text.split()).casefold()


def unlike_as_kinds(name: str) -> str:
    """What two names of window kinds must not have in common: signs say 窗口, 台 or a number."""
    return without_place(name) or alike(name)


def titles(
    size: int, least: int | None = None, key: Callable[[str], str] = alike
) -> st.SearchStrategy[list[str]]:
    """So many titles (or at least `least`) that nobody takes for one another."""
    smallest = size if least is None else least
    return st.lists(
        texts,
        min_size=smallest,
        max_size=size,
        unique_by=key,
    )


@st.composite
def window_kinds(draw: st.DrawFn) -> tuple[WindowKind, ...]:
    """Up to four kinds; their ids are unlike, and so are their titles and aliases."""
    ids = draw(
        st.lists(st.from_regex(r"[aAb1][a1-]{0,2}", fullmatch=True), max_size=4, unique=True)
    )
    names = draw(titles(3 * len(ids), len(ids), unlike_as_kinds))
    own = [names[index :: len(ids)] for index in range(len(ids))]
    return tuple(
        WindowKind(each, title, tuple(aliases))
        for each, (title, *aliases) in zip(ids, own, strict=True)
    )


def _worded(draw: st.DrawFn, rule: Rule) -> Rule:
    match rule:
        case DeductRule() | BonusRule() | MeasureRule() | RangeRule():
            return replace(rule, unit=draw(texts))
        case CasesRule(cases=cases):
            said = draw(titles(len(cases)))
            named = zip(cases, said, strict=True)
            return CasesRule(
                tuple(replace(each, title=title, unit=draw(texts)) for each, title in named)
            )
        case ChoiceRule(options=options):
            said = draw(titles(len(options)))
            pairs = zip(options, said, strict=True)
            return ChoiceRule(tuple(replace(option, title=title) for option, title in pairs))


@st.composite
def hostile_packs(draw: st.DrawFn) -> Pack:
    """Any pack that the reader of packs accepts, with texts that are hard on a workbook."""
    pack = draw(packs(total=draw(st.sampled_from(Totalling))))
    columns = tuple(draw(st.lists(texts, max_size=2, unique=True)))
    kinds = draw(window_kinds())
    ids = st.permutations([kind.id for kind in kinds])
    numbers = iter(range(1000))
    said: set[tuple[Category, str]] = set()

    def worded(item: Item) -> Item:
        scope = draw(st.sampled_from(Scope))
        number, text, rule = next(numbers), draw(texts), _worded(draw, item.rule)
        if (item.category, alike(text)) in said:
            text = f"{text}；{number}"
        said.add((item.category, alike(text)))
        if isinstance(rule, DeductRule):  # one deduction takes no more than there is
            rule = replace(rule, each=min(rule.each, item.full))
        return replace(
            item,
            id=f"{number}{draw(texts)}",
            text=text,
            rule=rule,
            scope=scope,
            window_kinds=tuple(draw(ids)[: draw(st.integers(0, 4))])
            if scope is Scope.WINDOW
            else (),
            veto=draw(st.booleans()) and not item.is_bonus,
            photo=draw(st.sampled_from(PhotoPolicy)),
            responsible=draw(st.sampled_from(Responsible)),
            requirement=draw(blank_or_texts),
            deadline=draw(st.integers(0, 365)),
            phrases=() if isinstance(rule, ChoiceRule) else draw(lists),
            basis=draw(blank_or_texts),
            gravity=draw(gravities) if not item.is_bonus else Gravity.MINOR,
            method=tuple(each for each in Method if draw(st.booleans())),
            must=draw(st.booleans()) and not item.is_bonus,
            accumulates=draw(st.booleans()) and not item.is_bonus,
            short=draw(blank_or_texts),
            heading=draw(blank_or_texts),
            cells=tuple(draw(st.lists(texts, max_size=len(columns)))),
        )

    def weighed(item: Item) -> Item:
        """Some are penalties off the total; a red line that deducts directly has no points."""
        penalty = isinstance(item.rule, DeductRule) and draw(st.integers(0, 4)) == 0
        item = replace(item, full=0, penalty=True) if penalty else item
        if (
            pack.policy.total is Totalling.DEDUCT
            and item.veto
            and isinstance(item.rule, DeductRule)
        ):
            return replace(item, rule=replace(item.rule, each=0))
        return item

    bounds = draw(st.lists(st.integers(1, 10000), min_size=1, max_size=3, unique=True))
    bounds = [*sorted(bounds, reverse=True), 0]
    grades = zip(draw(titles(len(bounds))), bounds, strict=True)
    # A pack in which nothing can earn points is refused.
    assume(any(pack.weights[item.category] for item in pack.items() if not item.is_bonus))
    made = replace(
        pack,
        id=draw(texts),
        title=draw(texts),
        version=draw(texts),
        summary=draw(blank_or_texts),
        policy=replace(
            pack.policy,
            samples=draw(st.sampled_from(SamplePolicy)),
            points=GravityPoints(*draw(st.tuples(*[st.integers(1, 900)] * 3))),
            drawn=draw(st.integers(0, 200)),
            ranked_from=draw(st.integers(0, 100)),
        ),
        columns=columns,
        grades=tuple(Grade(title, bound) for title, bound in grades),
        window_kinds=kinds,
        checklists=tuple(
            replace(checklist, items=tuple(weighed(worded(item)) for item in checklist.items))
            for checklist in pack.checklists
        ),
    )
    # A graver item that costs less is refused.
    return made if wrong_order(made) is None else of_one_gravity(made, draw(gravities))


def of_one_gravity(pack: Pack, gravity: Gravity) -> Pack:
    """The same pack, all of whose items are as grave as each other."""
    return replace(
        pack,
        checklists=tuple(
            replace(
                each,
                items=tuple(i if i.is_bonus else replace(i, gravity=gravity) for i in each.items),
            )
            for each in pack.checklists
        ),
    )
