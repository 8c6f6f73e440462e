"""Who is proposed stands beside a finding only where it can be assigned."""

from datetime import date

from PySide6.QtWidgets import QLabel

from inspector.domain.finding.finding import FindingState
from tests.gui.rectify.clerk import Clerk, at_the_ledger


@at_the_ledger
def test_what_is_reported_done_is_proposed_to_nobody(clerk: Clerk) -> None:
    number = clerk.some(FindingState.OPEN)
    clerk.go(number)
    assert "proposes" in clerk.find(QLabel, "findingSuggestion").text()
    findings, session = clerk.workspace.findings, clerk.page._session
    session.attempt(lambda: findings.report_done(clerk.current.id, "已改", date.today()))
    clerk.settle()
    assert (clerk.current.number, clerk.current.assigned_at) == (number, None)
    assert clerk.current.state is FindingState.REPORTED
    assert clerk.page.panel._suggestion.text() == ""
