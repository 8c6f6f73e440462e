"""Packs that no person would write, to be written to a workbook and read back."""

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from inspector.domain.checklist import (
    BonusRule,
    ChoiceRule,
    DeductRule,
    Grade,
    Item,
    MeasureRule,
    Pack,
    PhotoPolicy,
    Responsible,
    Rule,
    SamplePolicy,
    Scope,
    WindowKind,
)
from inspector.domain.pack_reading import read_pack
from inspector.domain.pack_writing import pack_tables
from tests.domain.strategies import packs

_NASTY = (
    "=1+1", "@SUM(A1)", "-1", "+微笑", "a=b", "＝", "a=3", "≤10", "以上", "以上=0", "、", "甲、乙",
    "甲；乙", "甲,乙", "第一行\n第二行", "\\n", "\\", "C:\\new", "_x0041_", "_x005F_", "#N/A", "'",
    "0123", "1.50", "2026.10", "TRUE", "是", "扣分", "全部", "收费", "<b>&amp;", "ＡＢ１", "a  b",
    "你 好", "\tx",
)  # fmt: skip
_LETTERS = "\n\t =＝≤、；;,，/\\-+@'\"<&>“”（）()A1x_字收费★①𠮷é"
_MARKS = ("/", "-", "—", "——", "–")  # say nothing where a form has them

texts = (
    (st.sampled_from(_NASTY) | st.text(_LETTERS, max_size=8))
    .map(str.strip)
    .filter(lambda text: text and text not in _MARKS)
)
blank_or_texts = st.just("") | texts
lists = st.lists(texts, max_size=3, unique=True).map(tuple)


@st.composite
def window_kinds(draw: st.DrawFn) -> tuple[WindowKind, ...]:
    """Up to four kinds; their ids are unlike, and so are their names."""
    ids = draw(
        st.lists(st.from_regex(r"[aAb1][a1-]{0,2}", fullmatch=True), max_size=4, unique=True)
    )
    names = draw(st.lists(texts, min_size=3 * len(ids), max_size=3 * len(ids), unique=True))
    return tuple(
        WindowKind(each, names[3 * index], tuple(names[3 * index + 1 : 3 * index + 3]))
        for index, each in enumerate(ids)
    )


def _worded(draw: st.DrawFn, rule: Rule) -> Rule:
    match rule:
        case DeductRule() | BonusRule() | MeasureRule():
            return replace(rule, unit=draw(texts))
        case ChoiceRule(options=options):
            return ChoiceRule(tuple(replace(option, title=draw(texts)) for option in options))


@st.composite
def hostile_packs(draw: st.DrawFn) -> Pack:
    """Any pack that the reader of packs accepts, with texts that are hard on a workbook."""
    pack = draw(packs())
    kinds = draw(window_kinds())
    ids = (
        st.lists(st.sampled_from([kind.id for kind in kinds]), max_size=4, unique=True)
        if kinds
        else st.just([])
    )
    numbers = iter(range(1000))

    def worded(item: Item) -> Item:
        scope = draw(st.sampled_from(Scope))
        return replace(
            item,
            id=f"{next(numbers)}{draw(texts)}",
            text=draw(texts),
            rule=_worded(draw, item.rule),
            scope=scope,
            window_kinds=tuple(draw(ids)) if scope is Scope.WINDOW else (),
            veto=draw(st.booleans()) and not item.is_bonus,
            photo=draw(st.sampled_from(PhotoPolicy)),
            responsible=draw(st.sampled_from(Responsible)),
            requirement=draw(blank_or_texts),
            deadline=draw(st.integers(0, 365)),
            phrases=draw(lists),
            basis=draw(blank_or_texts),
        )

    bounds = draw(st.lists(st.integers(1, 10000), min_size=1, max_size=3, unique=True))
    titles = draw(st.lists(texts, min_size=4, max_size=4, unique=True))
    ladder = [*sorted(bounds, reverse=True), 0]
    made = replace(
        pack,
        id=draw(texts),
        title=draw(texts),
        version=draw(texts),
        summary=draw(blank_or_texts),
        policy=replace(pack.policy, samples=draw(st.sampled_from(SamplePolicy))),
        grades=tuple(map(Grade, titles, ladder)),
        window_kinds=kinds,
        checklists=tuple(
            replace(checklist, items=tuple(worded(item) for item in checklist.items))
            for checklist in pack.checklists
        ),
    )
    # What the reader of packs refuses, no workbook has to carry.
    assume(read_pack(pack_tables(made), lambda path: "")[0] is not None)
    return made
