"""The schema is the one that is written down, whatever way it was reached."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database.database import Database
from inspector.storage.schema.migrations import STEPS
from inspector.storage.schema.step_names import STEP_NAMES
from tests.storage.expected_schema import EXPECTED, schema_of

PUBLIC_VIEWS = {
    "scorecard_score": [
        "scorecard_id", "inspection_id", "day", "site", "kind", "pack", "pack_version", "scope",
        "window", "window_kind", "staff_number", "score", "bonus", "vetoes", "grade",
    ],
    "finding_status": [
        "number", "day", "site", "window", "staff_number", "category", "text", "deduction", "veto",
        "requirement", "department", "owner", "leader", "type", "deadline", "state", "closed_at",
        "overdue", "round", "extensions", "correction", "reported_text", "done_on", "rechecked_at",
        "rechecked_by", "recheck_passed", "recheck_note", "appealed_at", "review",
        "reviewed_deduction", "notice", "times_at_window", "times_at_site",
    ],
}  # fmt: skip
"""Columns that other people's queries name; they may be added to, never taken away."""


def test_an_empty_database_gets_the_expected_schema(path: Path) -> None:
    assert schema_of(path) == EXPECTED.read_text("utf-8"), (
        "if this is meant: ./run python -m tests.storage.expected_schema"
    )


def test_every_step_is_recorded(opened: Database) -> None:
    rows = opened.rows("SELECT name, migration_set FROM _sqlite_migrations ORDER BY id")
    assert [tuple(row) for row in rows] == [(name, "inspector") for name in STEP_NAMES]


def test_steps_are_in_the_order_of_their_numbers() -> None:
    assert tuple(step.__name__ for step in STEPS) == STEP_NAMES
    numbers = [int(step.__name__[1:4]) for step in STEPS]
    assert numbers == sorted(set(numbers))


def test_every_table_checks_its_types(opened: Database) -> None:
    rows = opened.rows("PRAGMA table_list")
    loose = {
        row["name"]
        for row in rows
        if row["type"] == "table" and not row["strict"] and "sqlite_" not in row["name"]
    }
    assert loose == set()


def test_every_reference_leads_to_a_key(opened: Database) -> None:
    assert opened.rows("PRAGMA foreign_key_check") == []
    tables = [row["name"] for row in opened.rows("PRAGMA table_list") if row["type"] == "table"]
    for table in tables:
        for row in opened.rows(f'PRAGMA foreign_key_list("{table}")'):
            columns = opened.rows(f'PRAGMA table_info("{row["table"]}")')
            assert row["to"] in {column["name"] for column in columns}


@pytest.mark.parametrize("view", PUBLIC_VIEWS)
def test_the_public_views_keep_their_columns(path: Path, view: str) -> None:
    with closing(sqlite3.connect(path)) as other:  # as Datasette would
        columns = [column[0] for column in other.execute(f"SELECT * FROM {view}").description]
    assert [column for column in columns if column in PUBLIC_VIEWS[view]] == PUBLIC_VIEWS[view]
