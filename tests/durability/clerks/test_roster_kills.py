"""The program is killed in the middle of steps on the roster: each was done, or was not."""

import os
from pathlib import Path

import pytest

from inspector.domain.visit.roster_event import RosterEventKind, RosterSubject
from inspector.workspace.workspace import Workspace
from tests.durability.clerks.clerk_runs import work
from tests.durability.clerks.roster_clerk import PACK

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

KILLS = 8


@pytest.mark.ci
def test_each_step_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    Workspace(folder).close()
    last = -1
    for kill in range(KILLS):
        last = max(last, *work("roster_clerk", folder, 1 + kill % 3, 0.03 * kill))
        workspace = Workspace(folder)
        assert workspace.database.rows("PRAGMA integrity_check")[0][0] == "ok"
        names = {site.name for site in workspace.rosters.every_site()}
        assert names >= {f"单位{number}" for number in range(last + 1)}
        assert look_at(workspace) <= kill + 1  # what was in flight at each kill
        assert workspace.packs.faulty == []
        summary = workspace.packs.get(PACK).summary
        if last >= 0:
            assert int(summary.removeprefix("第").removesuffix("步")) >= last
        workspace.close()
    assert last > KILLS  # it was worked in


def look_at(workspace: Workspace) -> int:
    """Look at every site; return how many of them were being filled in."""
    rosters, found = workspace.rosters, 0
    for site in rosters.every_site():
        windows, events = rosters.every_window(site.id), rosters.events(site.id)
        for window in windows:  # with its first person, or not at all
            assert [person.number for person in window.staff] == ["1001"]
        departments = rosters.departments(site.id)
        assert len(departments) == bool(windows)
        ended = bool(departments and departments[0].ended_on)
        named = {window.department for window in windows}
        if departments:
            assert named == ({""} if ended else {departments[0].name})
        done = [e.kind for e in events if e.subject is RosterSubject.DEPARTMENT]
        assert ended == (RosterEventKind.ENDED in done)
        found += not (len(windows) == 2 and ended)
    return found
