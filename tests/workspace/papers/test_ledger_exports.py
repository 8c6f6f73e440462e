"""A ledger that went out stands on the history of its findings, and touches none of them."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.domain.errors import NothingToRevertError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding_event import EventKind, Exported
from inspector.domain.finding.ledger import LedgerColumn, LedgerFilter, LedgerOrder
from inspector.domain.record.journal import Flaw, Subject
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.registers.ledger_export_store import LedgerExportStore
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.workspace import Workspace
from tests.storage.raw_files import run_sql
from tests.storage.released import unpack

OCTOBER = LedgerFilter(last=date(2026, 10, 31))
NOW = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return unpack("v5", tmp_path / "data").parent


@pytest.fixture
def at(folder: Path) -> Iterator[Callable[[datetime], Workspace]]:
    """Opens the folder at a moment."""
    opened: list[Workspace] = []

    def open_at(moment: datetime) -> Workspace:
        for each in opened:
            each.close()
        opened[:] = [Workspace(folder, now=lambda: moment)]
        return opened[0]

    yield open_at
    opened[0].close()


def _rows(workspace: Workspace, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in workspace.database.rows(f"SELECT * FROM {table}")]


def _send(workspace: Workspace, path: Path, asked: LedgerFilter = LedgerFilter()) -> list[str]:  # noqa: B008 -- frozen
    draft = workspace.ledger_exports.draft(asked, fill_in=False)
    workspace.ledger_exports.write(draft, path, by="周敏")
    return [finding.id for finding in draft.findings]


def test_it_touches_no_finding_and_stands_on_their_history(
    at: Callable[[datetime], Workspace], tmp_path: Path
) -> None:
    workspace = at(NOW)
    before = {table: _rows(workspace, table) for table in ("finding", "finding_event")}
    entries = len(list(JournalStore(workspace.database).entries()))
    sent = _send(workspace, tmp_path / "台账.xlsx")
    assert {table: _rows(workspace, table) for table in before} == before
    assert len(sent) > 5
    assert len(_rows(workspace, "ledger_export")) == 1
    assert len(_rows(workspace, "ledger_export_run")) < len(sent)
    assert len(list(JournalStore(workspace.database).entries())) == entries + 1
    for finding_id in sent:
        last = workspace.findings.history(finding_id)[-1].event
        assert isinstance(last, Exported)
        assert (last.workbook, last.file_name, last.by) == ("整改台账", "台账.xlsx", "周敏")


def test_what_was_not_in_it_does_not_say_so(
    at: Callable[[datetime], Workspace], tmp_path: Path
) -> None:
    workspace = at(NOW)
    everything = [row.id for row in workspace.findings.ledger()]
    sent = set(_send(workspace, tmp_path / "october.xlsx", OCTOBER))
    assert sent < set(everything)
    store = LedgerExportStore(workspace.database)
    assert {key for key in everything if store.of(key)} == sent
    assert store.of_all(everything) == {key: store.of(key) for key in sent}


def test_a_step_before_it_left_the_house_and_is_not_taken_back(
    at: Callable[[datetime], Workspace], tmp_path: Path
) -> None:
    workspace = at(NOW)
    finding = next(row.id for row in workspace.findings.ledger() if not row.state.is_ended)
    workspace.findings.assign([finding], Assignment(owner="李四"))
    assert workspace.findings.revertible(finding) is not None
    # The clock is set back: still it came after the step.
    workspace = at(NOW - timedelta(hours=1))
    _send(workspace, tmp_path / "sent.xlsx")
    assert workspace.findings.history(finding)[-1].event.kind is EventKind.EXPORTED
    with pytest.raises(NothingToRevertError):
        workspace.findings.revert_last(finding)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE ledger_export_run SET first = first + 1 WHERE last > first",
        "DELETE FROM ledger_export_run WHERE first = (SELECT min(first) FROM ledger_export_run)",
        "UPDATE ledger_export SET file_name = 'other.xlsx'",
    ],
)
def test_who_changes_it_behind_the_program_is_found_out(
    at: Callable[[datetime], Workspace], folder: Path, tmp_path: Path, harm: str
) -> None:
    workspace = at(NOW)
    _send(workspace, tmp_path / "sent.xlsx", OCTOBER)
    assert discrepancies_of(workspace.database) == []
    workspace.close()
    run_sql(folder / "inspector.db", harm)
    with closing(Workspace(folder)) as again:
        (found,) = discrepancies_of(again.database)
    assert (found.flaw, found.kind) == (Flaw.SUBJECT_CHANGED, Subject.LEDGER_EXPORT)


def test_to_fill_in_reads_only_what_is_open_and_tells_of_the_rest(
    at: Callable[[datetime], Workspace],
) -> None:
    workspace = at(NOW)
    exports = workspace.ledger_exports
    order = LedgerOrder(LedgerColumn.DAY, descending=False)
    everything = [row.id for row in workspace.findings.ledger(order=order)]
    read = exports.draft(LedgerFilter(), fill_in=True)
    of_all = exports.draft_of(
        workspace.findings.all_of(everything), read.heading, photos=False, fill_in=True
    )
    assert read.ended > 0
    assert read.closed <= read.ended
    told = (read.findings, read.ended, read.closed, read.tally, read.headers)
    assert told == (of_all.findings, of_all.ended, of_all.closed, of_all.tally, of_all.headers)
