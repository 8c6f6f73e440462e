"""Visits that several inspectors of one group share (分头检查): wherever visits count, one."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.checklist.points import mean, round_half_up
from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.registers.plan_store import PlanStore
from tests.workspace.visits.shared_hall import DAY, EXTENT, SCOPE, Hall

pytestmark = pytest.mark.ci


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(tmp_path / "whole")
    with closing(hall.workspace):
        yield hall


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Hall]:
    hall = Hall(tmp_path / "shared")
    with closing(hall.workspace):
        yield hall


@pytest.mark.parametrize("public", [True, False])
def test_parts_come_to_what_one_visit_to_all_windows_comes_to(
    whole: Hall, shared: Hall, public: bool
) -> None:
    whole.part([1, 2, 3, 4, 5], group="", public=public)
    shared.part([4, 5])
    shared.part([1], public=public)
    shared.part([2, 3])
    assert shared.said() == whole.said()


def test_other_groups_and_other_kinds_are_visits_of_their_own(shared: Hall) -> None:
    shared.part([1])
    shared.part([2], group="第三组")
    shared.part([3], kind=InspectionKind.OPEN)
    shared.part([4], group="")
    (line,) = shared.workspace.reports.summary(EXTENT)
    assert line.visits == 4


def test_a_window_that_two_parts_scored_is_one_window_with_the_mean(shared: Hall) -> None:
    first = shared.part([1, 2])
    one = [
        row.own and row.own.score
        for row in shared.workspace.figures.visits(SCOPE, shared.windows[1].id)
    ]
    second = shared.part([2, 3], shift=3)
    (line,) = shared.workspace.reports.summary(EXTENT)
    sheets = [shared.workspace.inspections.sheet(each) for each in (first, second)]
    totals = [sheet.score(card).total or 0 for sheet in sheets for card in sheet.scorecards]
    window = round_half_up(mean([totals[1], totals[2]]))
    assert totals[1] == one[0] != totals[2]
    assert (line.visits, line.windows) == (1, 3)
    assert line.total == round_half_up(mean([totals[0], window, totals[3]]))


def test_a_plan_counts_the_parts_as_one_visit_to_all_their_windows(shared: Hall) -> None:
    shared.part([1, 2])
    shared.part([3], public=True)
    (visit,) = PlanStore(shared.workspace.database).visits(DAY, DAY)
    assert len(visit.windows) == 3


def test_an_appeal_against_one_part_changes_the_whole(whole: Hall, shared: Hall) -> None:
    def withdraw(hall: Hall, visit: str) -> None:
        found = hall.workspace.inspections.findings(visit)
        (finding, *_) = [each for each in found if each.window_number == "5号窗口"]
        hall.workspace.findings.appeal([finding.id], "不属实")
        hall.workspace.findings.decide_appeal([finding.id], AppealOutcome.WITHDRAWN, "属实")

    withdraw(whole, whole.part([1, 2, 3, 4, 5], group=""))
    shared.part([1, 2, 3])
    withdraw(shared, shared.part([4, 5]))
    assert shared.said() == whole.said()


def test_lists_tell_which_part_one_is_and_the_joined_line_of_how_many(shared: Hall) -> None:
    first = shared.part([1, 2], inspectors=["甲"])
    ((_, alone),) = [(row.id, row.part) for row in shared.workspace.figures.visits(SCOPE)]
    assert alone == (1, 1)
    second = shared.part([3], inspectors=["乙", "丙"])
    (row,) = shared.workspace.figures.visits(SCOPE)
    assert (row.part, row.inspectors) == ((0, 2), ("甲", "乙", "丙"))
    (own,) = shared.workspace.figures.visits(SCOPE, shared.windows[2].id)
    lines = shared.workspace.inspections.completed()
    told = {line.inspection.id: line.part for line in lines}
    assert sorted(told) == sorted([first, second])
    assert sorted(told.values()) == [(1, 2), (2, 2)]
    assert told[second] == own.part


def test_a_whole_visit_is_no_part(shared: Hall) -> None:
    shared.part([1], group="")
    (line,) = shared.workspace.inspections.completed()
    (row,) = shared.workspace.figures.visits(SCOPE)
    assert line.part == row.part == (0, 0)


def test_what_two_parts_find_is_no_repeat_and_a_month_later_one_time_before(shared: Hall) -> None:
    found = shared.workspace.inspections.findings
    parts = [shared.part([1, 2])]
    shared.clock.moment += timedelta(hours=1)
    parts.append(shared.part([2, 3]))
    times = [(f.times_at_window, f.times_at_site) for part in parts for f in found(part)]
    assert set(times) == {(1, 1)}
    shared.clock.moment += timedelta(days=30)
    later = found(shared.part([2], group=""))
    assert {(f.times_at_window, f.times_at_site) for f in later} == {(2, 2)}
