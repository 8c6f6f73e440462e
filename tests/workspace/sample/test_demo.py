"""The sample data: the same for the same seed, another for another, and no error in it."""

from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.complaint.complaint import Channel, ComplaintState
from inspector.domain.visit.inspection import InspectionKind, InspectionState, Verdict
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.sample.demo import write_demo, write_half_a_year
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import dump
from tests.written_once import Written

LAST = date(2026, 11, 27)
FIRST = ("城东营业厅", "城西营业厅")


def demo(folder: Path, inspections: int = 7, seed: int = 1, last: date = LAST) -> list[str]:
    write_demo(folder, inspections, seed, last)
    return dump(folder)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder, 7, 1, LAST)
    return folder


@pytest.mark.ci
def test_the_same_seed_gives_the_same_data(usual: Path, tmp_path: Path) -> None:
    assert demo(tmp_path) == dump(usual)


@pytest.mark.ci
def test_another_seed_gives_other_data(usual: Path, tmp_path: Path) -> None:
    assert demo(tmp_path, seed=2) != dump(usual)


@pytest.mark.ci
def test_another_last_day_gives_other_data(usual: Path, tmp_path: Path) -> None:
    assert demo(tmp_path, last=LAST + timedelta(days=1)) != dump(usual)


def test_everything_but_one_visit_is_completed(usual: Path) -> None:
    with closing(Workspace(usual)) as workspace:
        completed = workspace.inspections.completed()
        assert len(completed) == 7
        assert len({line.inspection.site_name for line in completed}) == 7
        (unfinished,) = workspace.inspections.unfinished()
        assert unfinished.progress is not None
        assert 0 < unfinished.progress.done < unfinished.progress.total
        assert unfinished.inspection.started_at.date() == LAST
        for line in completed:
            assert line.inspection.started_at.date() < LAST
            assert line.inspection.started_at.weekday() < 5
            assert line.score is not None
            assert 0 < line.score <= 10500


@pytest.mark.parametrize(
    "count",
    [0, 1, pytest.param(101, marks=pytest.mark.ci)],  # more than one transaction
)
def test_any_number_of_visits_can_be_made(tmp_path: Path, count: int) -> None:
    told: list[tuple[int, int]] = []
    write_demo(tmp_path, count, 1, LAST, lambda done, total: told.append((done, total)))
    with closing(Workspace(tmp_path)) as workspace:
        states = workspace.inspection_store.in_state(InspectionState.COMPLETED, 999)
        assert len(states) == count
    assert [done for done, _ in told] == [*range(100, count, 100), *([count] if count else [])]


@pytest.mark.ci
@pytest.mark.parametrize("last", [date(1970, 1, 2), date(2000, 2, 29), date(2099, 12, 31)])
def test_any_last_day_will_do(tmp_path: Path, last: date) -> None:
    write_demo(tmp_path, 3, 1, last)
    with closing(Workspace(tmp_path)) as workspace:
        assert len(workspace.inspections.completed()) == 3


@pytest.mark.ci
def test_half_a_year_looks_like_life(tmp_path: Path) -> None:
    write_demo(tmp_path, 60, 1, LAST)
    with closing(Workspace(tmp_path)) as workspace:
        lines = workspace.inspections.completed(99)
        grades = {line.inspection.site_name: set[str]() for line in lines}
        for line in lines:
            grades[line.inspection.site_name].add(line.grade)
            sheet = workspace.inspections.sheet(line.inspection.id)
            for card in sheet.inspected:
                for answer in sheet.answers_of(card).values():
                    item = sheet.pack.item_by_id[answer.item_id]
                    assert item.is_bonus or set(answer.phrases) <= set(item.phrases)
                    assert answer.verdict is Verdict.DEDUCT or not answer.phrases or item.is_bonus
        assert grades["市政务大厅"] == {"优秀"}
        assert grades["南湾收费站"] & {"不合格", "★ 不合格"}
        assert not grades["南湾收费站"] & {"优秀", "良好"}
        thin = [line for line in lines if line.coverage and not line.coverage.enough(80)]
        assert len(thin) == 1
        span = lines[0].inspection.started_at - lines[-1].inspection.started_at
        assert 150 < span.days < 200
        found = sum(len(workspace.inspections.findings(line.inspection.id)) for line in lines)
        assert 150 < found / 6 < 300
        held = workspace.meetings.ended()
        assert len(held) > 20
        for meeting in held:
            minutes = workspace.minutes.of(meeting.id)
            assert minutes.meeting.tasks
            assert all(line.discussed for line in minutes.lines)


@pytest.mark.ci
def test_the_doctor_finds_nothing_wrong_with_half_a_year(written: Written) -> None:
    report = examine(written(write_half_a_year, LAST), datetime.now().astimezone())
    assert report.is_healthy, report.remarks


@pytest.mark.ci  # two more samples
def test_rounds_come_on_top(tmp_path: Path) -> None:
    write_demo(tmp_path / "a", 40, 1, LAST, rounds=True)
    write_demo(tmp_path / "b", 40, 1, LAST, rounds=True)
    assert dump(tmp_path / "a") == dump(tmp_path / "b")
    with closing(Workspace(tmp_path / "a")) as workspace:
        done = Counter(line.inspection.kind for line in workspace.inspections.completed(200))
        assert sum(count for kind, count in done.items() if kind.scores) == 40
        assert (done[InspectionKind.PATROL], done[InspectionKind.RECHECK]) == (21, 1)
        left = {line.inspection.kind: line.progress for line in workspace.inspections.unfinished()}
        recheck = left[InspectionKind.RECHECK]
        assert recheck is not None
        assert (recheck.done, recheck.total > 1) == (1, True)
        first, second = (site for site in workspace.rosters.sites() if site.name in FIRST)
        assert workspace.rechecks.due(first) != workspace.rechecks.due(second)


@pytest.mark.ci
def test_complaints_stand_in_every_state_and_two_are_late(tmp_path: Path) -> None:
    write_demo(tmp_path, 0, 1, LAST, rounds=True)
    with closing(Workspace(tmp_path)) as workspace:
        complaints = workspace.complaints.between(date.min, date.max)
        assert len(complaints) == 40
        assert {each.state for each in complaints} == set(ComplaintState)
        assert sum(each.overdue_on(LAST) for each in complaints) == 2
        assert {each.channel for each in complaints} == set(Channel)
        assert any(each.anonymous for each in complaints)
        assert any(each.finding_ids for each in complaints)
        assert workspace.complaints.differing() == []


@pytest.mark.ci
@pytest.mark.parametrize("count", [0, 1])
def test_rounds_need_no_visit_to_begin_with(tmp_path: Path, count: int) -> None:
    write_demo(tmp_path, count, 1, LAST, rounds=True)
    with closing(Workspace(tmp_path)) as workspace:
        kinds = [line.inspection.kind for line in workspace.inspections.completed(200)]
        assert kinds.count(InspectionKind.PATROL) == 21
