"""Parts of a shared visit (分头检查) sealed on two laptops meet in a bundle and are one visit."""

from datetime import date
from pathlib import Path

import pytest

from inspector.domain.figures.summary import SiteSummary
from inspector.domain.sharing.manifest import FIRST_FORMAT, SHARED_VISITS_FORMAT, Scope
from inspector.domain.sharing.travelling import NAMES, Kind
from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.extent import Extent, Period
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.visits.shared_words import shared_words
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import PACK, add_site, answer_all

pytestmark = pytest.mark.ci
EXTENT = Extent(Period(date(2026, 11, 27), date(2026, 11, 27)))


def part(laptop: LaptopFolder, windows: slice, inspector: str) -> str:
    """A part of some windows, sealed on a laptop."""
    workspace, site = laptop.workspace, hall(laptop)
    duties = [Duty(each, each.staff[0]) for each in workspace.rosters.windows(site.id)[windows]]
    visit, _ = workspace.inspections.start(
        site, InspectionKind.COVERT, [inspector], PACK, duties, False, shared_by="第二组"
    )
    sheet = workspace.inspections.sheet(visit)
    asked = [item.id for item in sheet.items(sheet.scorecards[0]) if not item.is_bonus]
    answer_all(workspace, visit, {0: asked[:2]})
    workspace.inspections.complete(visit)
    return visit


def hand_over(giver: LaptopFolder, taker: LaptopFolder, path: Path) -> None:
    """A bundle as a file, from one to the other, who trusts it."""
    giver.workspace.of(Sharing).share(path, Scope(), [NAMES])
    known = giver.workspace.of(LaptopHere).known()
    assert known is not None
    taker.workspace.of(Receiving).take_in(path, trust=known.fingerprint)


def summary(laptop: LaptopFolder) -> SiteSummary:
    (line,) = laptop.workspace.reports.summary(EXTENT)
    return line


def test_parts_of_two_laptops_are_one_visit_on_both(laptop: Bought, tmp_path: Path) -> None:
    first, second = laptop("A"), laptop("B")
    for each in (first, second):  # each has a roster of its own: ids differ
        add_site(each.workspace, HALL, windows=3)
    one, two = part(first, slice(0, 2), "甲"), part(second, slice(2, 3), "乙")
    assert (summary(first).visits, summary(first).windows) == (1, 2)
    sheet = first.workspace.inspections.sheet(one)
    assert "only this part" in shared_words(first.workspace, sheet.inspection)
    hand_over(first, second, tmp_path / "a.inspx")
    hand_over(second, first, tmp_path / "b.inspx")
    for each in (first, second):
        assert (summary(each).visits, summary(each).windows) == (1, 3)
        assert each.troubles() == []
        for visit in (one, two):
            assert each.workspace.records.unchanged(visit)
            inspection = each.workspace.inspections.sheet(visit).inspection
            assert "one visit in 2 parts, 3 windows" in shared_words(each.workspace, inspection)
    assert summary(first).total == summary(second).total
    papers = [
        each.workspace.reports.write_records(tmp_path / each.name / "papers", EXTENT)
        for each in (first, second)
    ]
    assert [len(own) for own in papers] == [1, 1]


@pytest.mark.parametrize("shared", [True, False])
def test_only_a_bundle_with_a_part_is_of_the_newer_format(
    laptop: Bought, tmp_path: Path, shared: bool
) -> None:
    first = laptop("A")
    add_site(first.workspace, HALL)
    if shared:
        part(first, slice(0, 1), "甲")
    inspects(first)
    path = tmp_path / "a.inspx"
    first.workspace.of(Sharing).share(path, Scope())
    with opened_bundle(path, work=tmp_path) as bundle:
        assert bundle.manifest.format == (SHARED_VISITS_FORMAT if shared else FIRST_FORMAT)
        assert bundle.manifest.counts[Kind.VISIT] == 1 + shared
