"""A checklist that totals by rates is brought over to direct deduction in one step."""

from dataclasses import replace

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import DeductRule, Totalling
from inspector.domain.checklist.gravity import Gravity, GravityPoints
from inspector.domain.checklist.gravity_cost import without_cost
from inspector.domain.checklist.method import Method
from inspector.domain.checklist.pack_difference import differences
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.errors import NotBroughtOverError
from inspector.domain.faults import Fault
from inspector.workspace.packs.conversion import (
    conversion_of,
    converts,
    cost_rows,
    mistakes_compared,
)
from inspector.workspace.packs.pack_difference_words import difference_sentence
from inspector.workspace.packs.pack_scoring_words import item_facts
from tests.excel.packs.pack_books import SHIPPED, sample_pack, shipped_pack


@pytest.mark.ci
@pytest.mark.parametrize("name", SHIPPED)
def test_each_pack_that_ships_comes_over_and_can_be_taken_in(name: str) -> None:
    before = shipped_pack(name)
    made = conversion_of(before)
    assert made.after.policy.total is Totalling.DEDUCT
    assert not converts(made.after)
    again, problems = read_pack(pack_tables(made.after), str)
    assert (again, problems) == (made.after, [])
    shown = {row[0]: row[1:] for row in cost_rows(made)}
    assert shown.keys() == {item.text for item in before.items() if not item.is_bonus}
    places = len(before.window_kinds) + 1
    assert len(mistakes_compared(made)) == 2 * places


def test_an_item_keeps_what_it_takes_off_and_a_red_line_loses_its_points() -> None:
    made = conversion_of(sample_pack())
    items = made.after.item_by_id
    assert items["rise-to-greet"].rule == DeductRule(0, "人次")  # ★
    polite, was = items["polite-words"], sample_pack().item_by_id["polite-words"]
    assert polite.rule == was.rule
    assert polite.gravity is Gravity.MINOR
    bare = without_cost(polite, made.after.policy).rule
    assert isinstance(bare, DeductRule)
    assert bare.each == 0  # its gravity says it


def test_every_change_of_it_can_be_said() -> None:
    made = conversion_of(sample_pack())
    policy = replace(made.after.policy, points=GravityPoints(50, 300, 800), scale=200)
    greet = replace(made.after.item_by_id["rise-to-greet"], method=(Method.LOOK, Method.ASK))
    first, *rest = made.after.checklists
    checklists = (replace(first, items=(greet, *first.items[1:])), *rest)
    after = replace(made.after, policy=policy, checklists=checklists, columns=("考核办法",))
    said = [difference_sentence(e, made.before, after) for e in differences(made.before, after)]
    assert "How it is totalled: scored by weighted rates → points are taken off directly" in said
    assert "Points of a severe fault: 5 → 8" in said
    assert "起身、微笑、主动问候 · How it is found out: — → look、ask" in said
    bare = replace(greet, veto=False, gravity=Gravity.SEVERE, must=True)
    assert "severe · Always asked · look、ask" in item_facts(bare, after)
    assert any(line.startswith("起身、微笑、主动问候 · Scoring: ") for line in said)


def test_what_the_checker_would_refuse_is_not_brought_over() -> None:
    pack = sample_pack()
    weights = dict.fromkeys(Category, 0) | {Category.CIVIL_LANGUAGE: 100}
    polite = replace(pack.item_by_id["polite-words"], full=500, rule=DeductRule(100, "次"))
    wait = replace(pack.item_by_id["wait"], full=500, rule=DeductRule(300, "次"))
    own = {Category.CIVIL_LANGUAGE: (polite,), Category.OPERATING_NORMS: (wait,)}
    checklists = tuple(
        replace(each, items=own.get(each.category, each.items)) for each in pack.checklists
    )
    with pytest.raises(NotBroughtOverError) as refusal:
        conversion_of(replace(pack, weights=weights, checklists=checklists))
    (problem,) = refusal.value.problems
    assert problem.fault is Fault.GRAVER_COSTS_LESS
    assert problem.expected == polite.text
