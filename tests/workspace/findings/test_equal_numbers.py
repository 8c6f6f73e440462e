"""Two laptops gave one number: pages and papers tell the findings apart, sheets find their own."""

from pathlib import Path

import pytest

from inspector.domain.faults import Fault
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_number import as_given, told_apart
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.sharing.sharing_errors import SeveralNumberedError
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.workspace.meeting.minutes_book import MinutesBook
from inspector.workspace.workspace import Workspace
from tests.excel.returned.returned_books import edit
from tests.workspace.findings.test_returned_matching import (
    fill_every_row,
    found_at,
    ledger,
    looked_at,
    refused,
)
from tests.workspace.visiting import Clock


@pytest.fixture
def both(workspace: Workspace) -> tuple[Finding, Finding]:
    """A finding of this laptop, and one that came from K7M and has the same number."""
    own, theirs = found_at(workspace, "城东厅")[0], found_at(workspace, "城西厅")[1]
    database = workspace.database
    with database.transaction():
        database.write("UPDATE finding SET number = ? WHERE id = ?", (own.number, theirs.id))
        database.insert(
            "laptop",
            {
                "id": "other", "code": "K7M", "name": "城西", "key": "", "met_at": "",
                "confirmed_by": "",
            },
        )  # fmt: skip
        database.insert(
            "received_object",
            {
                "kind": "visit", "subject": theirs.inspection_id, "laptop": "other", "bundle": "b",
                "digest": "", "places": "", "left_out": "[]",
            },
        )  # fmt: skip
        FindingSearch(database).rebuild()
    return own, theirs


def test_a_number_with_the_code_of_a_laptop_behind_it_is_read_again() -> None:
    assert as_given(told_apart("2611-041", "K7M")) == ("2611-041", "K7M")
    assert as_given("2611-K7M-0041") == ("2611-K7M-0041", "")
    assert as_given("·K7M") == ("·K7M", "")


def test_the_ledger_tells_them_apart(workspace: Workspace, both: tuple[Finding, Finding]) -> None:
    own, theirs = both
    shown = {row.id: row.number for row in workspace.findings.ledger()}
    assert shown[own.id] == own.number
    assert shown[theirs.id] == f"{own.number}·K7M"
    assert len(set(shown.values())) == len(shown)
    again = workspace.findings.lines_of([theirs.id, own.id])
    assert [row.number for row in again] == [shown[theirs.id], shown[own.id]]
    assert {row.id for row in workspace.findings.ledger(LedgerFilter(text=own.number))} == {
        own.id, theirs.id,
    }  # fmt: skip


def test_the_detail_pane_and_the_minutes_tell_them_apart(
    workspace: Workspace, both: tuple[Finding, Finding]
) -> None:
    own, theirs = both
    findings = workspace.findings
    assert findings.as_shown(findings.get(own.id)).number == own.number
    assert findings.as_shown(findings.get(theirs.id)).number == f"{own.number}·K7M"
    for each, number in ((own, own.number), (theirs, f"{own.number}·K7M")):
        (site,) = [site for site in workspace.rosters.sites() if site.id == each.site_id]
        meeting, _ = workspace.meetings.start(site, host="刘班长", present=(), absent=())
        lines = workspace.of(MinutesBook).of(meeting).lines
        assert number in {line.finding.number for line in lines}


def test_asked_for_by_its_number_alone_both_are_named(
    workspace: Workspace, both: tuple[Finding, Finding]
) -> None:
    own, theirs = both
    assert [each.id for each in workspace.finding_store.numbered(own.number)] == [own.id, theirs.id]
    with pytest.raises(SeveralNumberedError) as caught:
        workspace.findings.get(own.number)
    assert caught.value.places == tuple(f"{each.site_name} {each.window_number}" for each in both)
    assert workspace.findings.get(theirs.id).id == theirs.id


def test_each_row_of_a_ledger_comes_back_to_its_own(
    workspace: Workspace, both: tuple[Finding, Finding], clock: Clock, tmp_path: Path
) -> None:
    path = ledger(workspace, clock, tmp_path / "ledger.xlsx")
    edit(path, fill_every_row)
    preview = looked_at(workspace, path)
    assert preview.problems == ()
    workspace.returned.take_in(preview)
    assert {each.state for each in workspace.findings.ledger()} == {FindingState.REPORTED}


def test_a_row_says_which_is_meant_where_the_code_is_gone(
    workspace: Workspace, both: tuple[Finding, Finding], clock: Clock, tmp_path: Path
) -> None:
    own, theirs = both
    path = ledger(workspace, clock, tmp_path / "ledger.xlsx")
    edit(path, fill_every_row)
    shown = f"{own.number}·K7M"

    def without_code(sheet) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == own.number:
                    cell.value = "2601-999"
                elif cell.value == shown:
                    cell.value = own.number

    edit(path, without_code)
    workspace.returned.take_in(looked_at(workspace, path))
    assert workspace.findings.get(theirs.id).state is FindingState.REPORTED
    assert workspace.findings.get(own.id).state is FindingState.OPEN


def test_where_both_say_the_same_a_row_is_nobodys(
    workspace: Workspace, both: tuple[Finding, Finding], clock: Clock, tmp_path: Path
) -> None:
    own, theirs = both
    with workspace.database.transaction():
        workspace.database.write(
            "UPDATE finding SET (site_id, site_name, window_number, text, item_text, deduction) ="
            " (SELECT site_id, site_name, window_number, text, item_text, deduction FROM finding"
            " WHERE id = ?) WHERE id = ?",
            (own.id, theirs.id),
        )
    path = ledger(workspace, clock, tmp_path / "ledger.xlsx")
    edit(path, fill_every_row)
    faults = [fault for _, fault in refused(looked_at(workspace, path))]
    assert faults == [Fault.SEVERAL_NUMBERED, Fault.SEVERAL_NUMBERED]
