"""Parts of a shared visit (分头检查) in the city's ledger: one visit, as every folder counts it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.checklist.points import ONE
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.plan.plan import PlannedSite
from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.city.publishing import Publishing
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.workspace import Workspace
from tests.workspace.city.ledgers import rows, unheard
from tests.workspace.sharing.parts.test_shared_visits_meet import part, summary
from tests.workspace.sharing.test_convergence import group
from tests.workspace.visits.shared_hall import DAY, EXTENT, Hall
from tests.written_once import Written

pytestmark = pytest.mark.ci

COUNTED = "visits, covert, windows, ranked_visits, score, findings, unfinished"


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(tmp_path / "shared")
    with closing(hall.workspace):
        yield hall


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def publish(workspace: Workspace, ledger: Path) -> None:
    done, _ = workspace.of(Publishing).publish(str(ledger), unheard)
    assert done.contradicting == 0


def city(ledger: Path) -> list[tuple[object, ...]]:
    return rows(ledger, f"SELECT {COUNTED} FROM city_month")


def as_counted(line: SiteSummary) -> tuple[object, ...]:
    """What the folder's own summary says, as the ledger tells it."""
    found = line.findings
    score = None if line.total is None else round(line.total / ONE, 2)
    ranked = line.visits - line.unranked
    left = found.raised - found.closed
    return (line.visits, line.visits, line.windows, ranked, score, found.raised, left)


@pytest.mark.parametrize(
    ("one", "other", "public"),
    [([1, 2], [3, 5], False), ([1], [4, 5], True), ([], [4], True), ([1, 2], [2, 3, 4], True)],
)
def test_the_city_counts_what_the_folder_counts(
    shared: Hall, ledger: Path, one: list[int], other: list[int], public: bool
) -> None:
    shared.part(one, public=public)
    shared.part(other, shift=3)
    publish(shared.workspace, ledger)
    (line,) = shared.workspace.reports.summary(EXTENT)
    assert line.visits == 1
    assert city(ledger) == [as_counted(line)]


def test_a_place_that_two_parts_scored_is_one_with_the_mean(shared: Hall, ledger: Path) -> None:
    shared.part([1, 2], public=True)
    shared.part([2, 3], public=True, shift=3)
    publish(shared.workspace, ledger)
    (line,) = shared.workspace.reports.summary(EXTENT)
    assert line.windows == 3
    assert city(ledger) == [as_counted(line)]


def test_other_groups_and_kinds_are_visits_of_their_own(shared: Hall, ledger: Path) -> None:
    shared.part([1])
    shared.part([2], group="第三组")
    shared.part([3], kind=InspectionKind.OPEN)
    shared.part([4], group="")
    publish(shared.workspace, ledger)
    assert rows(ledger, "SELECT visits, covert, windows FROM city_month") == [(4, 3, 4)]
    told = rows(ledger, "SELECT count(DISTINCT shared_by), count(shared_by) FROM visit")
    assert told == [(3, 3)]


def test_an_appeal_against_one_part_changes_the_whole(shared: Hall, ledger: Path) -> None:
    shared.part([1, 2], public=True)
    visit = shared.part([4, 5])
    publish(shared.workspace, ledger)
    before = city(ledger)
    (finding, *_) = shared.workspace.inspections.findings(visit)
    shared.workspace.findings.appeal([finding.id], "不属实")
    shared.workspace.findings.decide_appeal([finding.id], AppealOutcome.WITHDRAWN, "属实")
    publish(shared.workspace, ledger)
    (line,) = shared.workspace.reports.summary(EXTENT)
    score = rows(ledger, "SELECT score FROM city_month")
    assert score == [(round((line.total or 0) / ONE, 2),)]
    assert city(ledger) != before


def test_a_plan_counts_the_parts_once(shared: Hall, ledger: Path) -> None:
    planned = PlannedSite(shared.site.id, shared.site.name, 2, 100)
    shared.workspace.plans.make(PlanDraft("计划", DAY, DAY, covert=50, sites=(planned,)))
    shared.part([1, 2], public=True)
    shared.part([2, 3])
    publish(shared.workspace, ledger)
    asked = "SELECT wanted, done, gap, covert_done, windows_done FROM coverage"
    assert rows(ledger, asked) == [(2, 1, 1, 1, 3)]


def test_parts_of_laptops_that_never_met_are_one_visit_in_the_city(
    written: Written, ledger: Path
) -> None:
    with group(written, 2) as (_, laptops):
        for each in laptops:
            part(each, slice(0, 1), each.name)
            publish(each.workspace, ledger)
        first, second = (summary(each) for each in laptops)
        assert (first.visits, second.visits) == (1, 1)
        assert first.total is not None
        told = rows(ledger, "SELECT visits, windows, score FROM city_month")
        assert told == [(1, 1, round(first.total / ONE, 2))]  # both looked at the same window
        assert rows(ledger, "SELECT count(*), count(DISTINCT shared_by) FROM visit") == [(2, 1)]
        for giver, taker in (laptops, laptops[::-1]):
            taker.take(giver.objects())
            publish(taker.workspace, ledger)
        assert rows(ledger, "SELECT visits, windows, score FROM city_month") == told
