"""Shipped packs tell good from bad, and a short visit of a window is short (DESIGN §5)."""

from functools import cache

import pytest

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Item, Pack, Totalling
from inspector.domain.checklist.method import Method
from inspector.domain.checklist.points import Hundredths
from inspector.domain.checklist.slip_costs import places
from inspector.domain.visit.typical_mistakes import MistakeScores, mistake_scores
from tests.checklists.test_shipped import PACKS

SECONDS = {Method.LOOK: 6, Method.LISTEN: 15, Method.ASK: 20, Method.TEST: 60, Method.RECORDS: 60}
"""What it takes to find one item out: a glance, a sentence overheard, a question, a call made."""

FIVE_MINUTES = 300
FEWEST_MUST, MOST_MUST = 6, 24
MOST_RED_LINES = 4
"""At a window: with more of them nobody dares to look."""

KINDS = [(pack, at, place) for pack in PACKS for at, (place, _) in enumerate(places(pack))]
of_every_kind = pytest.mark.parametrize(
    ("pack", "at"),
    [(pack, at) for pack, at, _ in KINDS],
    ids=[f"{pack.id}-{place or 'public'}" for pack, _, place in KINDS],
)
of_every_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)


@cache
def all_scores(pack: str) -> list[MistakeScores]:
    """What mistakes leave by a pack: a second's work, which only those do who ask."""
    return mistake_scores(next(each for each in PACKS if each.id == pack))


@pytest.fixture
def scores(pack: Pack, at: int) -> MistakeScores:
    return all_scores(pack.id)[at]


def grade(pack: Pack, score: Hundredths) -> str:
    return next(each.title for each in pack.grades if score >= each.lower)


@of_every_pack
def test_points_are_deducted_directly_and_rank_only_what_was_seen(pack: Pack) -> None:
    assert pack.policy.total is Totalling.DEDUCT
    assert pack.policy.ranked_from == 80


@of_every_kind
def test_a_dozen_different_slips_is_never_the_best_grade(pack: Pack, scores: MistakeScores) -> None:
    many = scores.slips[12]
    assert many is None or grade(pack, many[0]) != "优秀"


@of_every_kind
def test_everything_slightly_wrong_is_the_worst_grade(pack: Pack, scores: MistakeScores) -> None:
    assert grade(pack, scores.everything) == "不合格"


@of_every_kind
def test_one_light_slip_takes_no_grade_and_one_severe_fault_does(
    pack: Pack, scores: MistakeScores
) -> None:
    one = scores.slips[1]
    assert one is not None
    assert grade(pack, one[1]) == "优秀"
    assert scores.severe is None or grade(pack, scores.severe) == "良好"


@of_every_pack
def test_the_short_form_of_a_window_takes_five_minutes(pack: Pack) -> None:
    for place, items in places(pack):
        must = [item for item in items if item.must]
        if place:
            assert FEWEST_MUST <= len(must) <= MOST_MUST, place
            assert sum(map(seconds, must)) <= FIVE_MINUTES, place


def seconds(item: Item) -> int:
    """How long the quickest way takes to find an item out."""
    return min(SECONDS[method] for method in item.method)


@of_every_pack
def test_red_lines_are_few_and_records_are_asked_of_the_site(pack: Pack) -> None:
    for place, items in places(pack):
        assert sum(item.veto for item in items) <= MOST_RED_LINES, place
    for item in pack.items():
        if item.method == (Method.RECORDS,):
            assert item.scope is Scope.PUBLIC, item.id


@of_every_pack
def test_no_finding_is_named_like_the_demand(pack: Pack) -> None:
    for item in pack.items():
        assert item.short != item.text, item.id
        assert "、".join(item.phrases).count(item.text) == 0, item.id
