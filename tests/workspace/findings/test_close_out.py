"""Steps with photos: both are kept or neither, for one finding or for many."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from inspector.domain.errors import IllegalTransitionError, MissingWordError, NothingToRevertError
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerFilter
from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.changes import Changes
from inspector.workspace.findings.close_out import Shown
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.photos import photo
from tests.written_once import Written

TODAY = date(2026, 11, 27)


@pytest.fixture
def demo(copied: Written) -> Iterator[Workspace]:
    moment = datetime(2026, 11, 27, 9).astimezone()
    with closing(Workspace(copied(write_demo, 8, 1, TODAY), lambda: moment)) as workspace:
        yield workspace


@pytest.fixture
def shown(demo: Workspace, tmp_path: Path) -> list[Shown]:
    return [Shown(demo.evidence.prepare(photo(tmp_path)), EvidenceOrigin.CHOSEN)]


def some(workspace: Workspace, *states: FindingState) -> list[str]:
    rows = workspace.findings.ledger(LedgerFilter(states=frozenset(states)))
    return [row.id for row in rows][:2]


def roles(workspace: Workspace, finding_id: str) -> list[EvidenceRole]:
    return [each.role for each in workspace.evidence.of_finding(finding_id)]


def test_done_and_rechecked_with_a_photo_for_each(demo: Workspace, shown: list[Shown]) -> None:
    ids = some(demo, FindingState.OPEN, FindingState.RECTIFYING)
    assert len(ids) == 2
    changes = demo.close_out.report_done(ids, "已改", TODAY, shown, by="王")
    assert changes == Changes(findings=True, evidence=ids[0])
    demo.close_out.recheck(ids, False, "仍有一处", shown, by="李")
    for finding in demo.findings.all_of(ids):
        assert finding.state is FindingState.RECTIFYING
        assert (finding.reported_text, finding.recheck_note) == ("已改", "仍有一处")
        assert roles(demo, finding.id) == [EvidenceRole.REPORTED, EvidenceRole.RECHECKED]


def test_nothing_is_kept_when_one_refuses(demo: Workspace, shown: list[Shown]) -> None:
    ids = some(demo, FindingState.OPEN)
    demo.findings.correct(ids[1:])
    with pytest.raises(IllegalTransitionError):
        demo.close_out.report_done(ids, "已改", TODAY, shown)
    with pytest.raises(MissingWordError):
        demo.close_out.recheck(ids[:1], False, "", shown)
    assert demo.findings.get(ids[0]).state is FindingState.OPEN
    assert all(EvidenceRole.REPORTED not in roles(demo, each) for each in ids)


def test_many_steps_are_taken_back_or_none(demo: Workspace) -> None:
    ids = some(demo, FindingState.OPEN)
    demo.findings.note(ids, "a", by="王")
    demo.findings.note(ids[:1], "b", by="李")
    with pytest.raises(NothingToRevertError):
        demo.findings.revert_last_of(ids, by="王")
    demo.findings.revert_last_of(ids[:1], by="李")
    demo.findings.revert_last_of(ids, by="王")
    for each in ids:
        counting = [entry for entry in demo.findings.history(each) if entry.counts]
        assert "noted" not in [entry.event.kind.value for entry in counting]


def test_lines_are_found_by_their_findings(demo: Workspace) -> None:
    asked = LedgerFilter(states=UNFINISHED)
    rows = demo.findings.ledger(asked)
    ids = demo.findings.ids(asked)
    assert ids == [row.id for row in rows]
    assert demo.findings.lines_of([*reversed(ids), "unknown"]) == list(reversed(rows))


@pytest.mark.parametrize("quick", Quick)
def test_beside_the_window_the_same_is_read(demo: Workspace, quick: Quick) -> None:
    view = LedgerView(quick=quick, text="窗口")
    reading = demo.ledger_reader.read(view, TODAY)
    assert reading.ids == demo.findings.ids(view.asked(TODAY), view.order)
    assert reading.counts == demo.findings.counts(view.base(TODAY))
    assert demo.ledger_reader.counts(view, TODAY) == reading.counts
    assert demo.ledger_reader.choices("") == demo.findings.choices()


def test_beside_the_window_what_is_kept_follows_what_is_done(demo: Workspace) -> None:
    """Steps and their being taken back are counted at once."""
    reader, view = demo.ledger_reader, LedgerView(quick=Quick.OPEN, text="窗口")
    reader.make_ready()

    def same() -> bool:
        reading = reader.read(view, TODAY, reader.written())
        again = reader.read(view, TODAY, reader.written())
        counts = demo.findings.counts(view.base(TODAY))
        return (
            reading == again
            and reading.ids == demo.findings.ids(view.asked(TODAY), view.order)
            and reading.counts == counts == reader.counts(view, TODAY, reader.written())
        )

    assert same()
    ids = demo.findings.ids(view.asked(TODAY))[:2]
    before = reader.counts(view, TODAY, reader.written())
    demo.findings.ask_extension(ids, 2, "人手不够")
    assert same()
    demo.findings.appeal(ids[:1], "当时无人")
    assert same()
    demo.findings.revert_last_of(ids[:1])
    assert same()
    demo.findings.correct(ids)
    assert same()
    assert reader.counts(view, TODAY, reader.written()) != before
