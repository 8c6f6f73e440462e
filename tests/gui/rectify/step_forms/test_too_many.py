"""Of more findings than are looked at one by one, those that do not allow a step are counted."""

import pytest

from inspector.domain.finding.ledger_view import Quick
from inspector.gui.rectify.step_forms import steps
from tests.gui.rectify.clerk import ESC, Clerk, at_the_ledger


@pytest.mark.ci
@at_the_ledger
def test_how_many_do_not_allow_it_is_said_before_the_form(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MOST_LOOKED_AT", 1)
    counts = {}
    for quick in (Quick.CLOSED, Quick.UNFINISHED, Quick.ALL):
        clerk.look(quick)
        counts[quick] = len(clerk.page.model.ids)
    closed, unfinished, of_all = counts.values()
    assert closed
    assert unfinished
    clerk.press("a", ctrl=True)
    clerk.press("d")
    assert clerk.form == ""
    said = f"Of {of_all} marked findings {of_all - unfinished} do not allow “Reported done”"
    assert clerk.banner.startswith(said)
    clerk.press("o")
    assert clerk.form == ""
    assert clerk.banner.startswith(f"Of {of_all} marked findings {of_all - closed} do not allow")
    clerk.press("n")  # of every finding
    assert clerk.form == "noteForm"
    clerk.press(ESC)

    clerk.look(Quick.UNFINISHED)
    clerk.press("a", ctrl=True)
    clerk.press("d")
    assert clerk.form == "reportForm"
    clerk.press(ESC)
    assert clerk.focus == "ledger"
