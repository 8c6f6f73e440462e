"""What score sheets say of deductions is understood as it is meant, or given back."""

from decimal import Decimal

import pytest

from inspector.excel.packs.scoring_words import Part, rule_of, scoring_of, told_apart


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("扣1分", [Part("", 1)]),
        ("-1分/处", [Part("", 1, unit="处")]),
        ("未戴工牌每人次扣１分", [Part("未戴工牌", 1, unit="人次")]),
        ("未戴工牌扣1分/人次", [Part("未戴工牌", 1, unit="人次")]),
        ("未唱收唱付，每次扣2分，扣完为止。", [Part("未唱收唱付", 2, unit="次")]),
        ("发现1人次未佩戴工牌扣1分", [Part("未佩戴工牌", 1, unit="人次")]),
        ("一处不整洁扣0.5分", [Part("不整洁", Decimal("0.5"), unit="处")]),
        ("未一次性告知每次扣1分", [Part("未一次性告知", 1, unit="次")]),
        ("便民设施每缺一项扣1分", [Part("便民设施缺项", 1, unit="项")]),
        ("超期每个工作日扣2分", [Part("超期", 2, unit="个工作日")]),
        ("首次扣1分，再次扣3分", [Part("首次", 1), Part("再次", 3)]),
        ("迟到1，旷工半天5", [Part("迟到", 1), Part("旷工半天", 5)]),
        ("迟到、早退1分；旷工半天5分", [Part("迟到、早退", 1), Part("旷工半天", 5)]),
        ("缺少扣6分，不完好扣3分", [Part("缺少", 6), Part("不完好", 3)]),
        ("态度冷淡的扣1—3分", [Part("态度冷淡", 1, 3, judged=True)]),
        ("视情节每次扣5至20分", [Part("", 5, 20, "次", judged=True)]),
        ("酌情扣分", [Part("", None, judged=True)]),
        ("发现不得分", [Part("发现", None)]),
        ("每次加1分", [Part("", 1, unit="次", bonus=True)]),
    ],
)  # fmt: skip
def test_deductions(text: str, parts: list[Part]) -> None:
    scoring = scoring_of(text)
    assert (list(scoring.parts), scoring.unclear) == (parts, "")


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("每人次扣2分，可补查录像", "可补查录像"),
        ("视情况处理", "处理"),
        ("按规定执行", "按规定执行"),
        ("好5分，中5分", ""),  # two deductions without a verb, not options: none is better
    ],
)
def test_what_is_not_understood_is_given_back(text: str, unclear: str) -> None:
    scoring = scoring_of(text)
    assert (scoring.unclear, scoring.steps) == (unclear, ())


def test_options_and_bands() -> None:
    assert scoring_of("好5分、较好3分、差0分").steps == (("好", 5), ("较好", 3), ("差", 0))
    bands = scoring_of("10分钟以内得10分，15分钟以内得5分，超过15分钟不得分")
    assert (bands.bands, bands.unit) == (((10, 10), (15, 5), (None, 0)), "分钟")


def test_what_else_the_words_say() -> None:
    assert scoring_of("收受红包的，一票否决").veto
    assert scoring_of("手势不规范每车次扣2分，累计扣分").adds_up
    assert scoring_of("每起从总分中扣5分").from_total
    assert scoring_of("每次加1分，最多加5分").at_most == 5


def test_fixed_and_judged_deductions_are_no_rule_together() -> None:
    assert rule_of(scoring_of("未戴工牌扣1分；态度冷淡扣1—3分").parts, 5) is None
    assert rule_of(scoring_of("扣1分；未起身扣2分").parts, 5) is None  # what for?
    same = rule_of(scoring_of("态度冷淡扣1—3分，推诿扣1—3分").parts, 5)
    assert same is not None
    assert (same[0]["kind"], same[1]) == ("range", ["态度冷淡", "推诿"])


def test_a_demand_is_no_phrase_of_a_fault() -> None:
    made = rule_of(scoring_of("着装统一、佩戴工牌，每人次不符扣1分").parts, 5)
    assert made == ({"kind": "deduct", "each": 1, "unit": "人次"}, [])


def test_a_text_that_says_its_deduction_itself() -> None:
    assert told_apart("台面整洁，无杂物，一处不符扣1分") == ("台面整洁，无杂物", "一处不符扣1分")
    assert told_apart("台面整洁") == ("台面整洁", "")
