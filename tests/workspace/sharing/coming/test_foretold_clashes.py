"""A preview foretells what will wait: steps side by side, visits that are set aside."""

from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.finding.assignment import Assignment
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.roster_meeting import Placed
from inspector.domain.sharing.travelling import Kind
from inspector.domain.visit.roster import Staff, Window
from inspector.workspace.sharing.conflicts import Conflicts
from inspector.workspace.sharing.receipt_words import decided_sentence, warnings
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.hall_exchange import looked_at, taken, written
from tests.workspace.visiting import Clock, add_site, answer_all, start


def test_what_both_went_on_with_is_told_before_and_what_was_decided_comes_along(
    laptop: Bought, tmp_path: Path, clock: Clock
) -> None:
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    found = inspects(first, wrong=5)
    written(first, path := tmp_path / "1.inspx", Scope())
    assert looked_at(second, path).clashing == ()
    taken(second, first, path)
    clock.moment += timedelta(minutes=5)
    for own in found[:4]:
        second.workspace.findings.correct([own.id], "已改", by="乙")
    first.workspace.findings.assign([each.id for each in found], Assignment(owner="1001"), by="甲")
    written(first, path := tmp_path / "2.inspx", Scope())
    told = looked_at(second, path)
    assert set(told.clashing) == {each.number for each in found[:4]}
    (said,) = [each for each in warnings(told) if "To be chosen" in each]
    assert said.startswith("4 findings were dealt with differently")
    assert "and 1 more" in said
    assert decided_sentence(told) == ""
    taken(second, first, path)
    assert looked_at(second, path).clashing == ()  # it is known now
    conflicts = second.workspace.of(Conflicts)
    assert conflicts.count() == 4
    clock.moment += timedelta(minutes=5)
    for waiting in conflicts.waiting():
        conflicts.settle(waiting, 1, by="乙")
    written(second, path := tmp_path / "3.inspx", Scope())
    told = looked_at(first, path)
    assert told.clashing == ()
    assert decided_sentence(told) == "4 decisions that were made there come along."
    taken(first, second, path)
    assert first.workspace.of(Conflicts).count() == 0


@pytest.mark.ci
def test_a_visit_whose_windows_are_one_here_is_told_as_set_aside(laptop: Bought) -> None:
    first, second = laptop("A"), laptop("B")
    add_site(first.workspace, HALL, windows=1)
    site = add_site(second.workspace, HALL, windows=1)
    (own,) = first.workspace.rosters.windows(hall(first).id)
    ids = second.workspace.new_id
    person = Staff(ids(), "1009")
    other = Window(ids(), site.id, "01号窗口", "comprehensive", "综合部", "", (person,))
    second.workspace.roster_store.put([], [other])
    answer_all(second.workspace, visit := start(second.workspace, site))
    second.workspace.inspections.complete(visit)
    answers = {(Placed.WINDOW, other.id): own.id}
    taking = first.take(second.objects(), answers)  # which looks first: both count the same
    assert taking.counts[Kind.VISIT, Fate.SET_ASIDE] == 1
    assert taking.counts[Kind.VISIT, Fate.NEW] == 0
