"""Packs whose texts are hard on a file: quotes, backslashes, line ends, signs of TOML."""

from dataclasses import replace

from hypothesis import strategies as st

from inspector.domain.checklist.category import Category, Scope
from inspector.domain.checklist.checklist import (
    ChoiceRule,
    Grade,
    MeasureRule,
    Option,
    Pack,
    PhotoPolicy,
    Responsible,
    SamplePolicy,
    WindowKind,
)
from tests.domain.packs import bonus, choice, deduct, measure, pack

HARD = (
    "# 不是注释", "#", '"', "'", '"""', "'''", '""""', '说"您好"', "it's",
    "\\", "\\\\n", "C:\\检查\\u00e9",
    "第一行\n第二行", "\r\n中\r间", "a\tb", "[[item]]\nid = 1", "[item.rule]", "= 3", "{ a = 1 }",
    "a,]}", "\x01\x1b[31m", "\x7f", "甲\x85乙", "甲\u2028乙\u2029", "\ufeff甲", "👩‍👧🏽", "𠮷", "é",
    "true", "3.50", "2026-11-30", "inf", "\u200b甲", "\U000e0001甲",
)  # fmt: skip
"""Texts that have been, or could be, mistaken for something else."""

texts = (
    (st.sampled_from(HARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
    .map(str.strip)
    .filter(bool)
)


@st.composite
def hard_packs(draw: st.DrawFn) -> Pack:
    """A pack with every kind of rule and every switch, and texts as hard as they come."""
    words = draw(st.lists(texts, min_size=8, max_size=8))
    numbers = draw(st.lists(st.integers(1, 99_999_999), min_size=3, max_size=3))
    return hard_pack(words, numbers)


def hard_pack(words: list[str], numbers: list[int]) -> Pack:
    """The pack of these eight texts and three numbers, each of them used all over."""
    a, b, c, d, e, f, g, h = words
    limit = numbers[2]
    each, full = sorted(numbers[:2])  # one deduction takes no more than there is
    # What has to be different has its number behind it.
    long = "很长的一档" * 20
    chosen = ChoiceRule(
        (Option(f"{a}1", full), Option(f"{b}2{long}", full // 2, f"（{a}）={b}"), Option("0", 0))
    )
    if full // 2 == 0:
        chosen = ChoiceRule((chosen.options[0], chosen.options[2]))
    bands = measure("", ((limit, full), (limit + 1, full - 1), (None, 0))).rule
    assert isinstance(bands, MeasureRule)
    if full == 1:
        bands = replace(bands, bands=(bands.bands[0], bands.bands[2]))
    items = [
        replace(
            deduct(f"{c}1", full, each),
            text=d,
            window_kinds=(f"{e}1", f"{f}2"),
            veto=True,
            photo=PhotoPolicy.ON_FAIL,
            responsible=Responsible.SITE,
            requirement=g,
            deadline=0,
            phrases=(f"{h}1", f"{a}2", f"{b}3"),
            basis=c,
        ),
        replace(bonus(f"{d}2", each), text=f"{e}2"),
        replace(deduct(f"{e}3", full, each, Category.CIVIL_LANGUAGE), text=f, phrases=(g,)),
        replace(measure(f"{f}4"), text=g, full=full, rule=replace(bands, unit=h)),
        replace(choice(f"{g}5"), text=h, full=full, rule=chosen, scope=Scope.PUBLIC),
    ]
    made = pack(
        *items,
        grades=(Grade(f"{a}1", 9000), Grade(f"{b}2", min(full, 8999)), Grade(f"{c}3", 0)),
        window_kinds=(
            WindowKind(f"{e}1", f"{d}1", (f"{c}2", f"{b}3")),
            WindowKind(f"{f}2", "没有"),
        ),
    )
    return replace(
        made,
        id=a,
        title=b,
        version=c,
        summary=d,
        policy=replace(made.policy, samples=SamplePolicy.MEAN, bonus_cap=each),
    )
