"""What the ledger says in words, whatever the colours."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.finding.finding import FindingState, RectificationType
from inspector.domain.finding.ledger import LedgerRow
from inspector.gui.rectify.ledger.ledger_words import (
    deadline_text,
    deduction_text,
    state_text,
    window_text,
)
from inspector.translation import use_language

TODAY = date(2026, 11, 24)
ROW = LedgerRow(
    id="1", number="2611-001", day=TODAY, site_id="east", site_name="城东", window_number="1号窗口",
    staff_number="1001", category=Category.ETIQUETTE, text="未起身", deduction=150,
    reviewed_deduction=None, veto=False, department="综合部", owner="1001", leader="王经理",
    type=RectificationType.TIMED, deadline=TODAY, state=FindingState.OPEN, round=1,
    is_appealed=False, done_on=None, times_at_window=1, times_at_site=1,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _english(tmp_path: Path) -> None:
    use_language("en", tmp_path)


@pytest.mark.parametrize(
    ("days", "state", "said"),
    [
        (0, FindingState.OPEN, "Nov 24 · due today"),
        (1, FindingState.OPEN, "Nov 25"),
        (-1, FindingState.RECTIFYING, "Nov 23 · 1 day overdue"),
        (-12, FindingState.REPORTED, "Nov 12 · 12 days overdue"),
        (-12, FindingState.CLOSED, "Nov 12"),
        (-400, FindingState.OPEN, "400 days overdue · Oct 20, 2025"),
    ],
)
def test_a_deadline_says_that_it_has_passed(days: int, state: FindingState, said: str) -> None:
    row = replace(ROW, deadline=TODAY + timedelta(days=days), state=state)
    assert deadline_text(row, TODAY) == said


def test_a_state_says_what_else_stands_out() -> None:
    assert state_text(ROW, TODAY) == "Open"
    other = replace(ROW, is_appealed=True, round=2)
    assert state_text(other, TODAY) == "Open · appealed · round 2"


def test_what_is_asked_for_is_said_with_its_day_and_reason() -> None:
    row = replace(ROW, asked_until=date(2026, 12, 3), asked_reason="no parts")
    assert state_text(row, TODAY) == "asked until Dec 3"  # nothing that would hide the day
    reported = replace(row, state=FindingState.REPORTED)
    assert state_text(reported, TODAY).startswith("asked until Dec 3 · ")
    assert state_text(row, TODAY, why=True) == "extension asked until Dec 3 (no parts) · Open"
    assert state_text(replace(row, asked_until=date(2027, 1, 8)), TODAY) == "asked until Jan 8"
    later = replace(row, asked_until=date(2027, 11, 8))
    assert state_text(later, TODAY) == "asked until Nov 8, 2027"
    assert "Jan 8, 2027" in state_text(replace(row, asked_until=date(2027, 1, 8)), TODAY, why=True)


def test_points_are_those_after_review_and_a_veto_has_its_star() -> None:
    assert deduction_text(ROW) == "1.5"
    assert deduction_text(replace(ROW, reviewed_deduction=50, veto=True)) == "★ 0.5"


def test_a_window_goes_with_the_staff_number() -> None:
    assert window_text(ROW) == "1号窗口 · 1001"
    assert window_text(replace(ROW, staff_number="")) == "1号窗口"
