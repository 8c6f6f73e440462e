"""The checklists, and the code of the other pages, loaded while nobody presses a key.

The window opens with the code of its first page only. What a key leads to next would wait for
its own, a tenth of a second and more: it is loaded before, in steps that no key notices. To
understand all the checklists takes a quarter of a second, so each is a step of its own; they are
first, as a new visit and 晨会 both want them. Last come the kinds of widgets that Qt has: PySide
makes all of them at once, as soon as it is handed one that it does not know, so for the first Tab.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject

from inspector.gui.jobs.loading import load
from inspector.gui.jobs.spare_turns import SpareTurns

if TYPE_CHECKING:
    from inspector.gui.session import Session

AFTER = 300
"""Milliseconds that the first page has for itself."""

KINDS = 12
"""How many kinds of widgets are made in a step, which takes some 5 ms."""

CODE = (
    "inspector.gui.visits.scoring.scoring_page",
    "inspector.gui.photos.inbox_bar",
    "inspector.workspace.sentences",
    "inspector.storage.stores.finding_store",
    "inspector.workspace.findings.findings",
    "inspector.gui.visits.starting.new_page",
    "inspector.workspace.visits.record_parts",
    "inspector.gui.visits.record.result_page",
    "inspector.gui.rectify.ledger_page",
    "inspector.gui.rectify.exchange.ledger_export_panel",
    "inspector.gui.rectify.exchange.notice_export",
    "inspector.gui.rectify.exchange.returned_panel",
    "inspector.gui.photos.photo_viewer",
    "inspector.workspace.meeting.meetings",
    "inspector.workspace.meeting.minutes_book",
    "inspector.gui.meeting.meeting_page",
    "inspector.gui.meeting.presenter",
    "inspector.gui.summary.summary_page",
    "inspector.gui.summary.circular.circular_pane",
    "inspector.workspace.papers.circular.circular_papers",
    "inspector.workspace.papers.evaluation_papers",
    "inspector.workspace.papers.form_papers",
    "inspector.workspace.papers.registers.training_papers",
    "inspector.workspace.papers.reports",
    "inspector.workspace.findings.returned_intake",
    "inspector.gui.data.data_page",
    "inspector.gui.data.roster.roster_panel",
    "inspector.gui.data.checklists.pack_panel",
    "inspector.gui.data.backups.backup_panel",
    "inspector.gui.data.inspectors.inspectors_panel",
    "inspector.gui.data.personal.personal_panel",
    "inspector.gui.data.preferences.preference_panel",
    "inspector.gui.data.sharing.sharing_panel",
    "inspector.gui.visits.walks.patrol.patrol_page",
    "inspector.gui.visits.walks.recheck.recheck_page",
)
"""Each with what it imports; what comes first in a day is first."""

_CHECKLISTS = "inspector.domain.checklist.pack_difference", "inspector.workspace.packs.packs"
_FINDINGS = "inspector.storage.stores.finding_store", "inspector.workspace.findings.findings"

OF_PAGE = {
    "meeting": (
        *_CHECKLISTS,
        *_FINDINGS,
        "inspector.domain.meeting.meeting_drill",
        "inspector.workspace.meeting.meetings",
        "inspector.workspace.meeting.minutes_book",
        "inspector.gui.meeting.meeting_page",
    ),
    "rectify": (*_CHECKLISTS, *_FINDINGS, "inspector.gui.rectify.ledger_page"),
    "summary": (*_CHECKLISTS, "inspector.gui.summary.summary_page"),
    "data": (
        *_CHECKLISTS,
        "inspector.gui.data.data_page",
        "inspector.gui.data.roster.roster_panel",
    ),
}
"""The same of one page alone, by its name on the rail: for who goes there before its turn."""

OF_HELP = (
    "inspector.gui.handbook.handbook_page",
    "inspector.gui.program.told_commands",
    "inspector.gui.visits.scoring.scoring_page",
    "inspector.gui.visits.starting.new_page",
    "inspector.gui.visits.record.result_page",
)
"""That of the handbook, and of the pages of which its first chapter tells."""


class Ahead(SpareTurns):
    """Does one step after the other, `first` and then the code; gone with its `parent`."""

    def __init__(self, parent: QObject, first: Iterable[None] = ()) -> None:
        super().__init__(parent, chain(first, load(*CODE), _kinds()), after=AFTER)


def loaded_for(page: str, session: "Session") -> Iterator[None]:
    """Load what a page is built of and is not loaded yet, a piece each time."""
    yield from load(*OF_PAGE[page])
    if page == "data":  # of the windows on the roster it says what they are taken for
        yield from session.workspace.packs.read_ahead()


def _kinds() -> Iterator[None]:
    """Have the kinds of widgets made, a few each time: all at once they take 100 ms."""
    names = [name for name in dir(QtWidgets) if name.startswith("Q")]
    for at in range(0, len(names), KINDS):
        for name in names[at : at + KINDS]:
            getattr(QtWidgets, name)
        yield


def checklists(session: "Session") -> Iterator[None]:
    """Understand the checklists, one each time, and beside the window those of past visits."""
    yield from load(*_CHECKLISTS)
    packs = session.workspace.packs
    yield from packs.read_ahead()
    session.runner.beside(packs.thaw_ahead)
    yield
