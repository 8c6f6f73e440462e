"""The terms of SQL say of every finding what the domain says of it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import UNFINISHED
from inspector.storage.stores import finding_terms
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize("state", FindingState)
@pytest.mark.parametrize("ahead", [-1, 0, 1])
def test_sql_and_domain_agree(state: FindingState, ahead: int) -> None:
    finding = replace(FOUND, state=state, deadline=TODAY + timedelta(days=ahead))
    terms = finding_terms.UNFINISHED, finding_terms.OVERDUE, finding_terms.DUE_TODAY
    with closing(sqlite3.connect(":memory:")) as connection:
        said = connection.execute(
            f"SELECT {', '.join(terms)} FROM (SELECT :state AS state, :deadline AS deadline)",
            {"state": state.value, "deadline": str(finding.deadline), "today": str(TODAY)},
        ).fetchone()
    unfinished = state in UNFINISHED
    assert unfinished is not state.is_ended
    assert said == (unfinished, finding.overdue_on(TODAY), unfinished and ahead == 0)
