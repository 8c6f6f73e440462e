"""Every table and column of the schema travels, is derived, or stays at home: none is forgotten."""

import pytest

from inspector.domain.sharing.travelling import Kind
from inspector.storage.database.database import Database
from inspector.storage.sharing.travelling_tables import COLUMNS, STROKES, TABLES

AT_HOME = {
    # this laptop's own
    "setting", "draft", "own_phrase", "site_override", "sequence", "circular_text",
    "roster_event", "inspector_event",
    # what the journal says is said by each laptop of its own
    "journal", "ledger_export", "ledger_export_run",
    # not yet, as the README says
    "evaluation_scheme", "evaluation", "erasure", "erasure_change", "erased_file",
    "unfinished_erasure",
    # what is kept of others
    "laptop", "sent_bundle", "received_bundle", "received_object", "event_origin", "unsettled",
    "alias", "set_aside", "difference", "laptop_role",
    # worked out from what travels
    "finding", "complaint", "finding_searched", "survey_beside", "finding_line",
}  # fmt: skip
NOT_TOLD = {
    "pack": {"weighing", "ranked_from"},
    "inspection": {
        "cursor_scorecard", "cursor_item", "reviewed_score", "reviewed_vetoes", "reviewed_grade",
        "ranked_score", "ranked_vetoes", "ranked_grade",
    },
    "inspection_category": {"reviewed_rate", "ranked_rate"},
    "scorecard": {
        "key", "reviewed_score", "reviewed_vetoes", "reviewed_grade", "ranked_score",
        "ranked_vetoes", "ranked_grade",
    },
    "scorecard_category": {"reviewed_got", "reviewed_rate", "ranked_rate"},
    "evidence_event": {"sequence"},
    "finding_event": {"sequence"},
    "complaint_event": {"sequence"},
    "meeting": {"cursor"},
    "inspector": {"phone"},
}  # fmt: skip


def schema(opened: Database) -> dict[str, set[str]]:
    names = opened.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    ours = [
        row["name"]
        for row in names
        if not row["name"].startswith(("_", "sqlite", "finding_search_"))
    ]
    return {
        name: {row["name"] for row in opened.rows(f'PRAGMA table_info("{name}")')}
        for name in ours
    }  # fmt: skip


def test_no_table_is_forgotten(opened: Database) -> None:
    there = schema(opened).keys() - {"finding_search"}
    assert there - COLUMNS.keys() - AT_HOME == set()


def test_no_column_is_forgotten(opened: Database) -> None:
    there = schema(opened)
    for table, columns in COLUMNS.items():
        if table in there:
            assert set(columns) == there[table] - NOT_TOLD.get(table, set()), table


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_read_by_an_index(opened: Database, kind: Kind) -> None:
    for table in TABLES[kind]:
        if table.name in schema(opened):
            assert opened.rows(table.sql, ("[]",)) == []
            plan = opened.rows(f"EXPLAIN QUERY PLAN {table.sql}", ('["a"]',))
            scans = [row["detail"] for row in plan if row["detail"].startswith("SCAN")]
            assert all("asked" in scan for scan in scans), scans


def test_sketches_are_in_a_column_that_travels() -> None:
    assert STROKES in COLUMNS["signature"]
