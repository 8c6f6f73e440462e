"""Every kind of rule in words."""

from pathlib import Path

import pytest

from inspector.domain.checklist.checklist import (
    Band,
    BonusRule,
    ChoiceRule,
    DeductRule,
    MeasureRule,
    Option,
    Rule,
)
from inspector.workspace.packs.rule_words import cost_text, rule_text
from inspector.workspace.workspace import Workspace


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (DeductRule(100, "人次"), "1 off each time (人次)"),
        (DeductRule(50, "处"), "0.5 off each time (处)"),
        (BonusRule(200, "次"), "2 added each time (次)"),
        (ChoiceRule((Option("齐全", 300), Option("没有", 0))), "齐全: 3; 没有: 0"),
        (
            MeasureRule("分钟", (Band(1500, 400), Band(2000, 250), Band(None, 0))),
            "≤15分钟: 4; ≤20分钟: 2.5; >20分钟: 0",
        ),
        (MeasureRule("分钟", (Band(None, 400),)), "分钟: 4"),
    ],
)
def test_a_rule_is_a_sentence(rule: Rule, text: str) -> None:
    assert rule_text(rule) == text


def test_where_points_are_taken_off_a_case_says_what_it_costs(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    pack = next(each for each in workspace.packs.all() if each.id == "general")
    items = {item.id: item for item in pack.items()}
    workspace.close()
    assert cost_text(items["disclose-content"]) == (
        "醒目且完整: nothing off; 有但不全或过期: 1 off; 没有: 3 off"
    )
    deducted = items["uniform"].rule
    assert cost_text(items["uniform"]) == rule_text(deducted)


def test_every_rule_that_ships_has_words(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for pack in workspace.packs.all():
        assert all(rule_text(item.rule) for item in pack.items())
    workspace.close()
