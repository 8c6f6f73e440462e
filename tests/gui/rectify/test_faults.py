"""The machine is at fault at the ledger: refused with the way out, and what was typed stays."""

import pytest

from inspector.domain.finding.finding import FindingState
from inspector.gui import unsaved
from tests.faults import locked
from tests.gui.rectify.clerk import ENTER, TAB, Clerk, at_the_ledger


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved, "PATIENCE", 1)


@pytest.mark.ci
@at_the_ledger
def test_a_step_that_is_refused_stays_in_its_form(clerk: Clerk) -> None:
    clerk.go(clerk.some(FindingState.OPEN))
    steps = len(clerk.story)
    clerk.press("n", "words", TAB, "Wang")
    form = clerk.form
    with locked(clerk.workspace.folder):
        clerk.press(ENTER)
        assert "another program holds it. Nothing was changed." in clerk.banner
        assert "Close the other program and try again." in clerk.banner
        assert clerk.form == form
        assert len(clerk.story) == steps
    clerk.press(ENTER)
    assert clerk.form == ""
    assert len(clerk.story) == steps + 1
