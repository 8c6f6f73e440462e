"""What is done all day does not get slower with history: it looks rows up and reads no table.

Whole tables are read only for what a person asks of a whole period.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerFilter
from inspector.domain.visit.answer_changes import passed
from inspector.storage.stores.finding_store import FindingStore
from inspector.workspace.clock import odd_times
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import answer_all, cards, items, start
from tests.written_once import Written

GROWING = ("answer", "scorecard", "inspection", "finding", "finding_event", "scorecard_category")


class Statements:
    """The statements that a workspace sends to its database."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.sent: list[str] = []
        workspace.database._connection.set_trace_callback(self.sent.append)

    def whole_tables_read(self) -> set[str]:
        """The growing tables that some statement since the last call reads from end to end.

        An index that holds a few rows alone, as of what waits for an answer, is no whole table.
        """
        return self._read_by(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?") & set(GROWING)

    def histories_read(self) -> set[str]:
        """The tables of which some statement since the last call reads all there is of a site.

        A site holds few meetings beside what is found there.
        """
        led = r"SEARCH (\w+) USING (?:COVERING )?INDEX (\w+) \(site_id=\?\)$"
        return self._read_by(led) & {"finding", "inspection"}

    def _read_by(self, way: str) -> set[str]:
        """The tables that are read in a way: SQLite's words, with the table and its index."""
        self.workspace.database._connection.set_trace_callback(None)
        found = set()
        with closing(sqlite3.connect(self.workspace.database.path)) as other:
            partial = {
                row[0]
                for row in other.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
                )
            }
            for statement in self.sent:
                if not re.match(r"\s*(SELECT|UPDATE|DELETE|INSERT)", statement, re.IGNORECASE):
                    continue
                for row in other.execute(f"EXPLAIN QUERY PLAN {statement}"):
                    match = re.match(way, row[3])
                    if match and match[2] not in partial:
                        found.add(match[1])
        assert self.sent, "nothing was sent"
        return found


@pytest.fixture(scope="module")
def folder(written: Written, tmp_path_factory: pytest.TempPathFactory) -> Path:
    sample = written(write_demo, 12, 1, date(2026, 11, 27))
    return Path(shutil.copytree(sample, tmp_path_factory.mktemp("cost") / "data"))


@pytest.fixture
def statements(folder: Path) -> Iterator[Statements]:
    with closing(Workspace(folder)) as workspace:
        yield Statements(workspace)


def test_reading_a_whole_table_would_be_seen(statements: Statements) -> None:
    statements.workspace.database.rows("SELECT count(*) FROM answer")
    statements.workspace.database.rows("SELECT id FROM finding WHERE text = 'a'")
    assert statements.whole_tables_read() == {"answer", "finding"}


def test_the_lists_of_the_first_page_look_visits_up(statements: Statements) -> None:
    statements.workspace.inspections.unfinished()
    statements.workspace.inspections.completed()
    statements.workspace.inspections.discarded()
    assert statements.whole_tables_read() == set()


def test_a_visit_is_opened_answered_and_completed_by_looking_up(statements: Statements) -> None:
    workspace = statements.workspace
    site = workspace.rosters.sites()[0]
    workspace.packs.suggest(site)
    inspection_id = start(workspace, site)
    (card, *_), (item, *_) = cards(workspace, inspection_id), items(workspace, inspection_id)
    workspace.inspections.record(inspection_id, card.id, [passed(item)], [item.id], item.id)
    workspace.inspections.leave_out(inspection_id, card.id, False)
    answer_all(workspace, inspection_id, {0: ["desk-tidy"]})
    workspace.inspections.complete(inspection_id)
    workspace.inspections.findings(inspection_id)
    assert statements.whole_tables_read() == set()


def test_the_bin_looks_visits_up(statements: Statements) -> None:
    workspace = statements.workspace
    inspection_id = start(workspace, workspace.rosters.sites()[0])
    workspace.inspections.discard(inspection_id)
    workspace.inspections.take_back(inspection_id)
    assert statements.whole_tables_read() == set()


def test_a_month_reads_the_visits_and_findings_of_the_month(statements: Statements) -> None:
    statements.workspace.reports.summary(Extent(month_of(date(2026, 11, 1))))
    assert statements.whole_tables_read() == set()


def test_what_became_of_a_finding_is_looked_up(statements: Statements) -> None:
    findings = statements.workspace.findings
    (row, *_) = findings.ledger(LedgerFilter(states=frozenset({FindingState.OPEN})))
    finding = findings.get(row.id)
    findings.suggestion(finding)
    findings.assign([row.id], Assignment(owner="李四"))
    findings.report_done(row.id, "已改", date(2026, 11, 27))
    findings.recheck([row.id], True)
    findings.history(row.id)
    findings.revert_last(row.id)
    assert statements.whole_tables_read() == set()


def test_what_went_out_with_a_notice_is_looked_up(statements: Statements) -> None:
    FindingStore(statements.workspace.database).out_with("整改〔2026〕1号")
    assert statements.whole_tables_read() == set()


def test_what_is_new_and_what_bears_an_odd_time_is_looked_up(statements: Statements) -> None:
    workspace = statements.workspace
    for site in workspace.rosters.sites():
        workspace.meetings.next_for(site)
    odd_times(workspace)
    workspace.drafts.of("a visit")
    assert statements.whole_tables_read() == set()


def test_the_next_meeting_reads_what_is_unfinished_at_its_site(statements: Statements) -> None:
    """Not all that was ever found there: at ten years that was 0.4 s from a disk."""
    for site in statements.workspace.rosters.sites():
        statements.workspace.meetings.next_for(site)
    assert statements.histories_read() == set()


def test_what_a_meeting_shows_is_looked_up(statements: Statements) -> None:
    findings = statements.workspace.findings
    for asked in (
        LedgerFilter(states=UNFINISHED),
        LedgerFilter(overdue=True),
        LedgerFilter(due_today=True),
        LedgerFilter(first=date(2026, 11, 20)),
        LedgerFilter(closed_first=date(2026, 11, 20)),
        LedgerFilter(site_id=statements.workspace.rosters.sites()[0].id, repeats=True),
    ):
        findings.ledger(asked)
        findings.counts(asked)
    assert statements.whole_tables_read() == set()


def test_what_is_unfinished_at_a_site_is_led_to_by_the_site(statements: Statements) -> None:
    workspace = statements.workspace
    site = workspace.rosters.sites()[0].id
    for asked in (
        LedgerFilter(site_id=site, states=UNFINISHED),
        LedgerFilter(site_id=site, states=frozenset({FindingState.OPEN})),
        LedgerFilter(site_id=site, overdue=True),
    ):
        rows = workspace.findings.ledger(asked)
        everywhere = workspace.findings.ledger(replace(asked, site_id=""))
        assert rows == [each for each in everywhere if each.site_id == site]
    read = [each for each in statements.sent if "FROM finding" in each and site in each]
    with closing(sqlite3.connect(workspace.database.path)) as other:
        led = {row[3] for each in read for row in other.execute(f"EXPLAIN QUERY PLAN {each}")}
    assert "SEARCH finding USING INDEX finding_unfinished_by_site (site_id=?)" in led
    assert not any("finding_by_state" in each for each in led)
