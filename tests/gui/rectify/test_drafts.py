"""What is typed into the form of a step waits at its findings until the step is taken."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from inspector.domain.finding.finding_event import Noted
from inspector.domain.finding.ledger_view import Quick
from tests.gui.rectify.clerk import DOWN, ENTER, ESC, SPACE, TAB, UP, Clerk, at_the_ledger


def drafts(clerk: Clerk) -> list[tuple[str, str]]:
    """The drafts on the disk: owner and editor."""
    rows = clerk.workspace.database.rows("SELECT owner, editor FROM draft ORDER BY 1, 2")
    return [(row["owner"], row["editor"]) for row in rows]


@pytest.mark.ci
@at_the_ledger
def test_a_note_given_up_comes_back(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    finding = clerk.current
    clerk.press("n")
    clerk.write("等配件")
    clerk.press(ESC)
    assert clerk.form == ""
    assert (
        clerk.banner
        == "What was written is put away. “Take the last step back” (Ctrl+Z) brings it back."
    )
    assert drafts(clerk) == []
    clerk.press(DOWN)
    clerk.press("z", ctrl=True)
    assert clerk.form == "noteForm"
    assert clerk.find(QPlainTextEdit, "noteWords").toPlainText() == "等配件"
    clerk.press(ENTER)
    events = [entry.event for entry in clerk.workspace.findings.history(finding.id)]
    notes = [event for event in events if isinstance(event, Noted)]
    assert [note.text for note in notes] == ["等配件"]  # of the finding it was written for
    assert drafts(clerk) == []


@pytest.mark.ci
@at_the_ledger
def test_what_is_typed_waits_at_its_finding(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    finding = clerk.current
    clerk.press("n")
    clerk.write("等配件")
    clerk.find(QPlainTextEdit, "noteWords").clearFocus()
    assert drafts(clerk) == [(finding.id, "noteForm")]
    clerk.page.table.setFocus()
    clerk.press(DOWN, "n")  # another finding
    assert clerk.find(QPlainTextEdit, "noteWords").toPlainText() == ""
    clerk.page.table.setFocus()
    clerk.press(UP, "n")
    assert clerk.find(QPlainTextEdit, "noteWords").toPlainText() == "等配件"


@pytest.mark.ci
@at_the_ledger
def test_an_extension_waits_whole(clerk: Clerk) -> None:
    clerk.look(Quick.OVERDUE)
    clerk.press("e", "3", TAB)
    clerk.write("等配件到货")
    clerk.press(TAB)
    clerk.write("王主任")
    clerk.page.table.setFocus()
    clerk.press("e")
    assert clerk.find(QLineEdit, "extendUntil").text() == "3"
    clerk.press("0")
    assert clerk.find(QLineEdit, "extendUntil").text() == "30"  # nothing is written over
    assert clerk.find(QPlainTextEdit, "extendReason").toPlainText() == "等配件到货"
    assert clerk.find(QLineEdit, "extendApprover").text() == "王主任"


@pytest.mark.ci
@at_the_ledger
def test_several_findings_have_a_draft_of_their_own(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press(SPACE, SPACE, "n")
    clerk.write("两处一起")
    clerk.press(ESC)
    assert drafts(clerk) == []
    clerk.press("z", ctrl=True)
    assert clerk.find(QPlainTextEdit, "noteWords").toPlainText() == "两处一起"
    ((owner, _),) = drafts(clerk)
    assert owner not in clerk.page.model.marks


@pytest.mark.ci
@at_the_ledger
def test_a_choice_waits_too(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press("t")
    kind = clerk.find(QComboBox, "assignType")
    kind.setCurrentIndex(2)
    chosen = kind.currentText()
    clerk.page.table.setFocus()
    clerk.press("n")
    clerk.press(ESC)
    clerk.press("t")
    assert clerk.find(QComboBox, "assignType").currentText() == chosen
