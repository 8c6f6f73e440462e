"""More time that was asked for: seen in the ledger, granted as asked, or not, with a reason."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.ledger import LedgerColumn
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.rectify.ledger.ledger_columns import PROBLEM
from tests.gui.rectify.clerk import ENTER, SHIFT, Clerk, at_the_ledger

G = Qt.Key.Key_G


def asked(clerk: Clerk) -> Finding:
    """The finding in front, for which more time was asked."""
    clerk.look(Quick.RECTIFYING)
    finding = clerk.current
    day = finding.deadline + timedelta(days=60)
    findings = clerk.workspace.findings
    clerk.page._session.attempt(lambda: findings.ask_extension([finding.id], day, "等配件"))
    clerk.look(Quick.ASKED)
    assert clerk.numbers == [finding.number]
    return clerk.current


@pytest.mark.ci
@at_the_ledger
def test_it_is_seen_and_granted_as_it_was_asked(clerk: Clerk) -> None:
    clerk.press("g")
    assert clerk.form == ""  # nothing was asked for yet
    finding = asked(clerk)
    day = finding.asked_until
    assert day is not None
    assert clerk.chip(Quick.ASKED) == "Extensions asked for 1"
    said = clerk.find(QLabel, "findingStanding").text()
    assert "extension asked until" in said
    assert said.endswith("(等配件)")
    clerk.push("step-grant")
    assert clerk.find(QPushButton, "confirmStep").text().startswith("Grant extension")
    assert (clerk.form, clerk.focus) == ("extendForm", "extendApprover")
    assert clerk.find(QLineEdit, "extendUntil").text() == day.isoformat()
    clerk.write("分管主任")
    clerk.press(ENTER)
    now = clerk.workspace.findings.get(finding.id)
    assert (now.deadline, now.asked_until, now.extensions) == (day, None, finding.extensions + 1)
    assert clerk.numbers == []
    clerk.press("z", ctrl=True)
    assert clerk.workspace.findings.get(finding.id).asked_until == day
    assert clerk.numbers == [finding.number]


@pytest.mark.ci
@at_the_ledger
def test_its_day_is_whole_in_the_list_on_small_and_enlarged_screens(clerk: Clerk) -> None:
    page, state = clerk.page, clerk.page._columns.index(LedgerColumn.STATE) + 1  # after the box
    asked(clerk)
    for size in ((1366, 768), (911, 512), (1366, 768)):
        clerk.window.resize(*size)
        for quick in (Quick.UNFINISHED, Quick.ASKED):
            clerk.look(quick)
            texts = [str(page.model.index(row, state).data()) for row in range(len(clerk.numbers))]
            (said,) = (text for text in texts if text.startswith("asked until "))
            assert not page.table.isColumnHidden(state)
            room = page.table.columnWidth(state)
            assert room >= page.table.fontMetrics().horizontalAdvance(said) + 16
            assert page.table.columnWidth(PROBLEM) >= 200


@pytest.mark.ci
@at_the_ledger
def test_it_is_not_granted_with_a_reason(clerk: Clerk) -> None:
    finding = asked(clerk)
    clerk.press_with(SHIFT, G)
    assert clerk.form == "refuseExtensionForm"
    clerk.press(ENTER)
    assert clerk.form == "refuseExtensionForm"
    assert clerk.focus == "refuseExtensionReason"
    clerk.write("配件已到货")
    clerk.press(ENTER)
    now = clerk.workspace.findings.get(finding.id)
    assert (now.deadline, now.asked_until) == (finding.deadline, None)
    assert clerk.numbers == []
    clerk.go(finding.number)
    assert clerk.story[-2:] == ["Extension asked for", "Extension not granted"]


@pytest.mark.ci
@at_the_ledger
def test_several_are_granted_each_as_it_was_asked(clerk: Clerk) -> None:
    findings = clerk.workspace.findings
    clerk.look(Quick.OPEN)
    numbers = clerk.numbers[:2]
    ids = [findings.get(number).id for number in numbers]
    session = clerk.page._session
    session.attempt(lambda: findings.assign(ids, Assignment(owner="1001")))
    for at, each in enumerate(findings.all_of(ids)):
        day = each.deadline + timedelta(days=60 + at)
        session.attempt(partial(findings.ask_extension, [each.id], day, each.id))
    asked = {each.id: each.asked_until for each in findings.all_of(ids)}
    clerk.look(Quick.ASKED)
    clerk.press("a", ctrl=True)
    clerk.press("g")
    until = clerk.find(QLineEdit, "extendUntil")
    assert (clerk.focus, until.text()) == ("extendApprover", "")
    assert until.placeholderText() == "each as it was asked"
    clerk.write("分管主任")
    clerk.press(ENTER)
    assert {each.id: each.deadline for each in findings.all_of(ids)} == asked
    clerk.press("z", ctrl=True)
    assert {each.id: each.asked_until for each in findings.all_of(ids)} == asked
