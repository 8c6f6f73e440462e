"""Sheets on disk: what replaced one is found by its index, however many there are."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from inspector.storage.database.database import Database
from inspector.storage.registers.survey_store import SurveyStore

DAY = date(2026, 11, 27)

ASKED: dict[str, Callable[[SurveyStore], object]] = {
    "newest": lambda store: store.newest("site", 200),
    "between": lambda store: store.between(DAY, DAY, "城东厅"),
    "counts": lambda store: store.counts(DAY, DAY),
    "last slip": lambda store: store.last_slip("site", DAY),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_replaced_a_sheet_is_looked_up(opened: Database, name: str) -> None:
    sent: list[str] = []
    opened._connection.set_trace_callback(sent.append)
    ASKED[name](SurveyStore(opened))
    opened._connection.set_trace_callback(None)
    with closing(sqlite3.connect(opened.path)) as other:
        plan = [row[3] for each in sent for row in other.execute(f"EXPLAIN QUERY PLAN {each}")]
    assert any("later USING" in step and "survey_sheet_by_replaced" in step for step in plan)
    assert not any(step.startswith("SCAN later") for step in plan)
