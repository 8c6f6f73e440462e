"""A clock that was set back: what comes later stays later, and one sentence says so."""

from datetime import timedelta

from inspector.domain.finding.finding import FindingState
from inspector.workspace.clock import clock_sentence, odd_times
from inspector.workspace.keeping.backups import back_up, backups_of
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, items, start


def test_a_visit_does_not_end_before_it_began(workspace: Workspace, clock: Clock) -> None:
    visit = start(workspace, add_site(workspace))
    clock.moment -= timedelta(days=2)
    answer_all(workspace, visit)
    workspace.inspections.complete(visit)
    inspection = workspace.inspection_store.get(visit)
    assert inspection.completed_at == inspection.started_at
    clock.moment += timedelta(minutes=1)
    workspace.records.refuse(visit, "王主任", "不认可")
    for text in ("先写的", "后写的", "再后写的"):
        workspace.records.amend(visit, text, "笔误", "甲")
        clock.moment -= timedelta(minutes=10)
    record = workspace.records.record(visit)
    assert record.signature is not None
    assert record.signature.signed_at >= inspection.started_at
    assert [each.text for each in record.amendments] == ["先写的", "后写的", "再后写的"]
    assert all(each.at >= inspection.started_at for each in record.amendments)


def test_the_later_step_of_a_finding_counts(workspace: Workspace, clock: Clock) -> None:
    visit = start(workspace, add_site(workspace))
    answer_all(workspace, visit, {0: [items(workspace, visit)[0].id]})
    workspace.inspections.complete(visit)
    (finding,) = workspace.inspections.findings(visit)
    workspace.findings.report_done(finding.id, "已改", clock().date())
    clock.moment -= timedelta(days=3)
    workspace.findings.recheck([finding.id], False, "没改好")
    workspace.findings.recheck([finding.id], True, "改好了")
    (finding,) = workspace.inspections.findings(visit)
    assert finding.state is FindingState.CLOSED
    workspace.findings.revert_last(finding.id)
    (finding,) = workspace.inspections.findings(visit)
    assert finding.recheck_note == "没改好"


def test_the_sentence_says_what_is_and_what_was(workspace: Workspace, clock: Clock) -> None:
    def said() -> str:
        return clock_sentence(odd_times(workspace), clock())

    assert said() == ""
    start(workspace, add_site(workspace))
    assert said() == ""
    clock.moment -= timedelta(hours=9)  # the day is right
    assert said() == ""
    clock.set("2026-11-20")
    assert said() == (
        "The visit to 城东厅 bears the time 2026-11-27 09:30, which has not come: the clock of this"
        " computer says 2026-11-20 09:30. If the clock is wrong, set it right. If it is right, say"
        " that the time of this record is wrong; everything is kept all the same."
    )


def test_a_day_has_one_backup_though_there_is_one_of_tomorrow(
    workspace: Workspace, clock: Clock
) -> None:
    for hours in (0, 1, -48, -47, -46):
        back_up(workspace.folder, clock() + timedelta(hours=hours), only_if_due=True)
    days = [backup.moment.day for backup in backups_of(workspace.folder)]
    assert days == [27, 25]


def test_a_stopwatch_of_the_future_is_lost_in_words(workspace: Workspace, clock: Clock) -> None:
    visit = start(workspace, add_site(workspace))
    card = workspace.inspection_store.scorecards(visit)[0]
    assert not workspace.stopwatches.is_lost(visit)
    workspace.stopwatches.start(visit, card.id, "wait")
    assert not workspace.stopwatches.is_lost(visit)
    clock.moment -= timedelta(hours=1)
    assert workspace.stopwatches.is_lost(visit)
    workspace.stopwatches.forget(visit)
    assert not workspace.stopwatches.is_lost(visit)
