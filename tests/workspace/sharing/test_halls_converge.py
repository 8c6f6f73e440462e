"""Bundles to a hall and back, in any order, any number of times: both come to the same."""

from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from inspector.domain.finding.assignment import Assignment
from inspector.domain.sharing.manifest import Scope
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.hall_exchange import standing, taken, written
from tests.workspace.visiting import Clock, add_site

DAY = date(2026, 11, 27)


@pytest.mark.ci
def test_four_bundles_in_any_order_come_to_the_same(
    laptop: Bought, clock: Clock, tmp_path: Path
) -> None:
    """What a colleague of the group takes in: findings, what two laptops of the hall did, and the
    rechecks. In all 24 orders, one of them twice, everybody knows the same in the end."""
    group, theirs, second = laptop("A"), laptop("H"), laptop("S")
    add_site(group.workspace, HALL)
    found = inspects(group, wrong=3)
    for each in (theirs, second):
        taken(each, group, written(group, tmp_path / f"to-{each.name}.inspx"))
    first = written(group, tmp_path / "first.inspx", Scope())
    clock.moment += timedelta(hours=1)
    theirs.workspace.findings.assign([found[0].id], Assignment(owner="1001"))
    theirs.workspace.findings.report_done(found[0].id, "已改", DAY)
    clock.moment += timedelta(hours=1)
    second.workspace.findings.assign([found[1].id], Assignment(owner="1002"))
    second.workspace.findings.appeal([found[2].id], "不属实")
    one, two = (
        written(theirs, tmp_path / "one.inspx"),
        written(second, tmp_path / "two.inspx"),
    )
    taken(group, theirs, one)
    taken(group, second, two)
    clock.moment += timedelta(hours=1)
    group.workspace.findings.recheck([found[0].id], passed=True)
    later = written(group, tmp_path / "later.inspx", Scope())
    givers = {first: group, one: theirs, two: second, later: group}
    expected = standing(group, *found)
    for number, order in enumerate(permutations(givers)):
        colleague = laptop(chr(ord("a") + number))
        add_site(colleague.workspace, HALL)
        for path in (*order, order[0]):
            giver = givers[path]
            taken(colleague, giver, path, None if giver is group else [hall(colleague).id])
        now = colleague.workspace.finding_store.all_of(each.id for each in found).values()
        assert [(each.state, each.owner, each.appeal) for each in now] == [
            (each.state, each.owner, each.appeal) for each in expected
        ], order
        assert colleague.workspace.database.rows("SELECT 1 FROM unsettled") == []
