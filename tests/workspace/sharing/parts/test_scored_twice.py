"""A window that two parts of a shared visit scored (分头检查): whose score counts is chosen."""

from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.figures.summary import SiteSummary
from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.sharing.manifest import SHARED_VISITS_FORMAT, Scope
from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.conflicts import Conflicts
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.visits.shared_words import shared_words
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.parts.test_shared_visits_meet import EXTENT
from tests.workspace.sharing.test_choices_travel import Pair, meet, waiting
from tests.workspace.visiting import PACK, Clock, add_site, answer_all

pytestmark = pytest.mark.ci


def part(laptop: LaptopFolder, windows: slice, inspector: str, wrong: int) -> str:
    """A part, sealed on a laptop, with so many items found wrong at each window."""
    workspace, site = laptop.workspace, hall(laptop)
    duties = [Duty(each, each.staff[0]) for each in workspace.rosters.windows(site.id)[windows]]
    visit, _ = workspace.inspections.start(
        site, InspectionKind.COVERT, [inspector], PACK, duties, False, shared_by="第二组"
    )
    sheet = workspace.inspections.sheet(visit)
    asked = [
        item.id for item in sheet.items(sheet.scorecards[0]) if not (item.is_bonus or item.veto)
    ]
    answer_all(workspace, visit, {card.position: asked[:wrong] for card in sheet.scorecards})
    workspace.inspections.complete(visit)
    return visit


@pytest.fixture
def parts(laptop: Bought) -> tuple[Pair, tuple[str, str]]:
    """Two laptops that met; the second of three windows was scored on both."""
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL, windows=3)
    visits = part(first, slice(0, 2), "甲", 1), part(second, slice(1, 3), "乙", 4)
    meet((first, second))
    return (first, second), visits


@pytest.fixture
def pair(parts: tuple[Pair, tuple[str, str]]) -> Pair:
    return parts[0]


def summary(laptop: LaptopFolder) -> SiteSummary:
    (line,) = laptop.workspace.reports.summary(EXTENT)
    return line


def settle(each: LaptopFolder, whose: str) -> None:
    """Choose by the name in the way: `whose` inspected, or mean."""
    conflicts = each.workspace.of(Conflicts)
    (waits,) = conflicts.waiting()
    conflict = conflicts.look_at(waits)
    assert conflict is not None
    (way,) = [number for number, said in enumerate(conflict.ways) if whose in said]
    changes = conflicts.settle(waits, way, by="王")
    assert (changes.inspections, changes.laptops) == (True, True)
    assert conflicts.look_at(waits) is None
    conflicts.settle(waits, way)  # once more, from an old list: nothing happens


def test_it_waits_with_both_sides_and_counts_with_the_mean_so_long(pair: Pair) -> None:
    for each, other in (pair, pair[::-1]):
        conflicts = each.workspace.of(Conflicts)
        (waits,) = conflicts.waiting()
        assert (waits.kind, conflicts.count()) == (ConflictKind.TWICE, 1)
        assert HALL in waits.title
        assert other.name in waits.laptops[0]
        conflict = conflicts.look_at(waits)
        assert conflict is not None
        assert sorted(side.name for side in conflict.sides) == ["乙", "甲"]
        assert conflict.sides[0].laptop == ""  # mine first
        scores = [side.said[0].text for side in conflict.sides]
        assert len(set(scores)) == 2
        assert len(conflict.ways) == 3
    assert summary(pair[0]).total == summary(pair[1]).total
    assert [summary(each).undecided for each in pair] == [1, 1]


@pytest.mark.parametrize("whose", ["甲", "乙", "mean"])
def test_what_is_chosen_counts_travels_and_is_told(
    parts: tuple[Pair, tuple[str, str]], whose: str
) -> None:
    pair, (one, _) = parts
    undecided = summary(pair[0])
    settle(pair[0], whose)
    assert [waiting(each) for each in pair] == [0, 1]
    meet(pair)
    assert [waiting(each) for each in pair] == [0, 0]
    first, second = (summary(each) for each in pair)
    assert (first.total, first.windows, first.visits) == (second.total, 3, 1)
    assert (first.undecided, second.undecided) == (0, 0)
    assert first.total is not None
    assert undecided.total is not None
    less = {"甲": first.total > undecided.total, "乙": first.total < undecided.total}
    assert less.get(whose, first.total == undecided.total)
    for each in pair:
        assert each.troubles() == []
        visit = each.workspace.inspections.sheet(one).inspection
        said = shared_words(each.workspace, visit)
        told = "once with the mean" if whose == "mean" else f"only what {whose} scored"
        assert f"as was chosen {told}" in said or f"as was chosen counts {told}" in said


def test_two_who_choose_alike_agree(pair: Pair) -> None:
    for each in pair:
        settle(each, "甲")
    meet(pair)
    assert [waiting(each) for each in pair] == [0, 0]


def test_chosen_differently_it_waits_again_with_the_mean_until_they_agree(
    pair: Pair, clock: Clock
) -> None:
    mean = summary(pair[0]).total
    for each, whose in zip(pair, "甲乙", strict=True):
        clock.moment += timedelta(hours=1)
        settle(each, whose)
    meet(pair)
    assert [waiting(each) for each in pair] == [1, 1]
    assert [summary(each).total for each in pair] == [mean, mean]
    conflicts = pair[0].workspace.of(Conflicts)
    conflict = conflicts.look_at(conflicts.waiting()[0])
    assert conflict is not None
    assert [side.said[1].text for side in conflict.sides] == ["王", "王"]  # who chose each
    settle(pair[1], "甲")
    meet(pair)
    assert [waiting(each) for each in pair] == [0, 0]
    assert summary(pair[0]).total == summary(pair[1]).total != mean


def test_a_bundle_with_such_a_choice_is_of_the_newer_format(pair: Pair, tmp_path: Path) -> None:
    settle(pair[0], "甲")
    path = tmp_path / "a.inspx"
    known = pair[0].workspace.database.row("SELECT max(number) AS last FROM journal")
    assert known is not None
    pair[0].workspace.of(Sharing).share(path, Scope(since=known["last"] - 1))
    with opened_bundle(path, work=tmp_path) as bundle:
        assert bundle.manifest.format == SHARED_VISITS_FORMAT
