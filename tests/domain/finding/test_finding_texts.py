"""存在问题: what a finding says was wrong."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.checklist import ChoiceRule, Item, Option
from inspector.domain.finding.finding import describe
from inspector.domain.visit.inspection import Answer
from tests.domain.packs import bad, choice, deduct, measure

GREET, FLOOR, WAIT = deduct("a"), choice("a"), measure("a")
BOX = replace(
    choice("a"), rule=ChoiceRule((Option("能用", 300), Option("没有", 0, "未设投诉信箱")))
)
UNLIMITED = measure("a", ((None, 400), (None, 0)))

CASES = [
    (GREET, bad("a", phrases=("未起身迎接", "未微笑")), "未起身迎接、未微笑"),
    (GREET, bad("a", note=" 靠窗一侧 "), "靠窗一侧"),
    (GREET, bad("a", phrases=("未微笑",), note="靠窗一侧"), "未微笑；靠窗一侧"),
    (GREET, bad("a"), "不符合“a的要求”"),
    (GREET, bad("a", note="   "), "不符合“a的要求”"),
    (FLOOR, bad("a", option=1), "a的要求：选项1"),
    (FLOOR, bad("a", option=2, note="门口"), "a的要求：选项2；门口"),
    (FLOOR, bad("a", option=2, phrases=("有烟头",)), "有烟头"),  # said more exactly
    (BOX, bad("a", option=1, note="二楼"), "未设投诉信箱；二楼"),
    (FLOOR, bad("a"), "不符合“a的要求”"),
    (WAIT, bad("a", measured=1250), "a的要求：实测12.5分钟，超过10分钟"),
    (WAIT, bad("a", measured=1600, note="午间"), "a的要求：实测16分钟，超过10分钟；午间"),
    (WAIT, bad("a", measured=1600, phrases=("排长队",)), "排长队（实测16分钟，超过10分钟）"),
    (WAIT, bad("a"), "不符合“a的要求”"),
    (WAIT, bad("a", phrases=("排长队",)), "排长队"),
    (UNLIMITED, bad("a", measured=1600), "a的要求：实测16分钟"),
]


@pytest.mark.parametrize(("item", "answer", "text"), CASES, ids=[case[2] for case in CASES])
def test_a_finding_is_described_by_what_was_written(item: Item, answer: Answer, text: str) -> None:
    assert describe(item, answer) == text
