"""What was settled or chosen on one laptop holds on the other; who chooses alike agrees."""

from datetime import timedelta

import pytest

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding, FindingState
from inspector.workspace.sharing.conflicts import MINE, THEIRS, Conflicts
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import Clock, add_site

pytestmark = pytest.mark.ci

Pair = tuple[LaptopFolder, LaptopFolder]


@pytest.fixture
def pair(laptop: Bought) -> Pair:
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    return first, second


@pytest.fixture
def finding(pair: Pair, clock: Clock) -> Finding:
    """Assigned on one laptop, put right on the spot on the other, which met since."""
    first, second = pair
    found = inspects(first)[0]
    second.take(first.objects())
    clock.moment += timedelta(hours=1)
    first.workspace.findings.assign([found.id], Assignment(department="综合部", owner="李四"))
    clock.moment += timedelta(minutes=5)
    second.workspace.findings.correct([found.id], "当场示范")
    meet(pair)
    return found


def meet(pair: Pair) -> None:
    first, second = pair
    told = first.objects()
    first.take(second.objects())
    second.take(told)


def waiting(each: LaptopFolder) -> int:
    return each.workspace.of(Conflicts).count()


def settle(each: LaptopFolder, way: int) -> None:
    conflicts = each.workspace.of(Conflicts)
    for conflict in conflicts.waiting():
        conflicts.settle(conflict, way)


def test_steps_side_by_side_wait_on_both_and_one_settles_for_both(
    pair: Pair, finding: Finding, clock: Clock
) -> None:
    first, second = pair
    assert [waiting(each) for each in pair] == [1, 1]
    clock.moment += timedelta(hours=1)
    settle(first, 0)  # what was done there counts
    assert [waiting(each) for each in pair] == [0, 1]
    meet(pair)
    for each in pair:
        assert waiting(each) == 0
        assert each.workspace.findings.get(finding.id).state is FindingState.RECTIFYING
        assert each.troubles() == []
    assert first.said() == second.said()


def test_two_who_settle_alike_agree_and_otherwise_it_waits_once_more(
    pair: Pair, finding: Finding, clock: Clock
) -> None:
    first, second = pair
    clock.moment += timedelta(hours=1)
    settle(first, 0)
    settle(second, 1)  # of the same laptop: there it is the other one
    meet(pair)
    assert [waiting(each) for each in pair] == [0, 0]
    assert first.said() == second.said()


def test_settled_differently_the_later_holds_until_they_agree(
    pair: Pair, finding: Finding, clock: Clock
) -> None:
    first, second = pair
    clock.moment += timedelta(hours=1)
    settle(first, 0)
    clock.moment += timedelta(hours=1)
    settle(second, 0)
    meet(pair)
    assert [waiting(each) for each in pair] == [1, 1]
    assert {each.workspace.findings.get(finding.id).state for each in pair} == {FindingState.CLOSED}
    clock.moment += timedelta(hours=1)
    settle(first, 0)
    meet(pair)
    assert [waiting(each) for each in pair] == [0, 0]
    assert first.said() == second.said()
    assert first.workspace.findings.get(finding.id).state is FindingState.RECTIFYING


@pytest.mark.parametrize("way", [MINE, THEIRS])
def test_what_is_chosen_of_a_window_holds_on_both(pair: Pair, way: int, clock: Clock) -> None:
    first, second = pair
    meet(pair)
    for each, leader in ((first, "赵主任"), (second, "钱主任")):
        window = each.workspace.rosters.windows(hall(each).id)[0]
        each.workspace.roster_steps.change_window(
            window.id, window.number, window.kind, window.department, leader
        )
    clock.moment += timedelta(hours=1)
    meet(pair)
    assert [waiting(each) for each in pair] == [1, 1]
    settle(first, way)
    meet(pair)
    leaders = [each.workspace.rosters.windows(hall(each).id)[0].leader for each in pair]
    assert leaders == [["赵主任", "钱主任"][way]] * 2
    assert [waiting(each) for each in pair] == [0, 0]
    for each in pair:
        assert each.troubles() == []
