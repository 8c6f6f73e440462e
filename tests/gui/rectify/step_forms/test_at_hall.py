"""At a site's laptop: what is for those who inspect is grey with the reason, and opens no form."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.ledger_view import Quick
from tests.gui.meeting.asked_hall import write_lent
from tests.gui.rectify.clerk import ENTER, Clerk, at_the_ledger
from tests.written_once import Written

WHOSE = "Those who inspect do that."


@pytest.fixture
def ledger(copied: Written) -> Path:
    """The laptop of a hall that got its findings."""
    return copied(write_lent)


def why_not(clerk: Clerk) -> set[str]:
    """The steps that are not for this laptop."""
    every = (clerk.page.commands[kind.value] for kind in EventKind if kind.value in STEPS)
    return {each.objectName() for each in every if each.told == WHOSE}


STEPS = ("assigned", "extended", "corrected", "reported", "rechecked", "appealed", "reopened",
         "noted")  # fmt: skip


@pytest.mark.ci
@at_the_ledger
def test_what_is_for_those_who_inspect_is_grey_and_opens_nothing(clerk: Clerk) -> None:
    clerk.go(clerk.some(FindingState.OPEN))
    assert why_not(clerk) == {"corrected", "rechecked", "reopened"}
    assert clerk.page.commands["extended"].text() == "Ask for more time"
    asks = clerk.find(QPushButton, "step-extended")
    assert asks.isEnabled()
    assert asks.text().startswith("Ask for more time")
    recheck = clerk.page.findChild(QPushButton, "step-rechecked")
    assert recheck is not None
    assert not recheck.isEnabled()
    assert WHOSE in recheck.toolTip()
    for key in ("k", "c"):
        clerk.press(key)
        assert clerk.form == ""
    assert WHOSE in clerk.banner or WHOSE in clerk.line

    clerk.page.begin(EventKind.RECHECKED)  # by whatever way
    QApplication.processEvents()
    assert clerk.form == ""
    clerk.press("e")
    assert clerk.form == "askExtensionForm"


@pytest.mark.ci
@at_the_ledger
def test_of_marked_ones_and_of_an_appeal_it_is_the_same(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press("a", ctrl=True)
    assert why_not(clerk) == {"corrected", "rechecked", "reopened"}
    assert clerk.find(QPushButton, "mark-extended").text().startswith("Ask for more time")
    assert not clerk.find(QPushButton, "mark-rechecked").isEnabled()
    clerk.press("r")
    clerk.write("不属实")
    clerk.press(ENTER)
    assert clerk.page.model.marked == 0
    assert "appealed" in why_not(clerk)  # to decide it is for those who inspect
