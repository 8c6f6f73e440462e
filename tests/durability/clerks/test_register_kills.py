"""The program is killed in the middle of steps on its registers: each was done, or was not."""

import os
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.domain.complaint.complaint import ComplaintState
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.durability.clerks.clerk_runs import work
from tests.durability.clerks.register_clerk import NAME, quarter_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


def kills(folder: Path, count: int) -> None:
    """Let somebody work and be killed so often; what was told is there, the rest whole or not."""
    write_demo(folder, 3, 1, date.today() - timedelta(days=1))
    told: set[int] = set()
    for kill in range(1, count + 1):
        told.update(work("register_clerk", folder, 1 + kill % 2, 0.017 * kill))
        with closing(Workspace(folder)) as workspace:
            whole = look_at(workspace)
        assert {number for number, is_whole in whole.items() if is_whole} >= told
        assert sum(not each for each in whole.values()) <= kill  # what was in flight at each
    assert len(told) >= count


def look_at(workspace: Workspace) -> dict[int, bool]:
    """Return which rounds are there whole; each has its first steps, and none behind a gap."""
    assert workspace.database.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert workspace.database.rows("PRAGMA foreign_key_check") == []
    assert discrepancies_of(workspace.database) == []  # every row has its entry
    assert workspace.complaints.differing() == []
    today = workspace.now().date()
    complaints = {each.content: each.state for each in workspace.complaints.found()}
    sheets = {each.sheet.reason for each in workspace.surveys.between(today, today)}
    plans = {each.name: each for each in workspace.plans.all()}
    notes = {each.note for each in workspace.evaluations.published(quarter_of(today))}
    found: dict[int, bool] = {}
    for each in workspace.inspectors.all():
        if not each.name.startswith(NAME):
            continue
        number = int(each.name.removeprefix(NAME))
        plan = plans.get(f"计划{number}")
        steps = [
            f"第{number}件" in complaints,
            complaints.get(f"第{number}件") is ComplaintState.ANSWERED,
            f"第{number}份" in sheets,
            plan is not None and len(plan.sites) == len(workspace.plans.usual_sites()),
            plan is not None and plan.version == 2,
            plan is not None and workspace.draws.newest(plan) is not None,
            f"第{number}次" in notes,
            each.ended,
        ]
        assert steps == sorted(steps, reverse=True), (number, steps)
        found[number] = all(steps)
    return found


@pytest.mark.ci
def test_each_step_on_a_register_is_whole(tmp_path: Path) -> None:
    kills(tmp_path / "data", 2)


@pytest.mark.ci
def test_many_kills_of_the_registers(tmp_path: Path) -> None:
    kills(tmp_path / "data", 12)
