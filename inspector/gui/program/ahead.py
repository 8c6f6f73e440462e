"""The checklists, and the code of the other pages, loaded while nobody presses a key.

The window opens with the code of its first page only. What a key leads to next would wait for
its own, a tenth of a second and more: it is loaded before, in steps that no key notices. To
understand all the checklists takes a quarter of a second, so each is a step of its own; they are
first, as a new visit and 晨会 both want them. Last come the kinds of widgets that Qt has: PySide
makes all of them at once, as soon as it is handed one that it does not know, so for the first Tab.
"""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer

from inspector.gui.jobs.in_turns import InTurns

if TYPE_CHECKING:
    from inspector.gui.session import Session

AFTER = 300
"""Milliseconds that the first page has for itself."""

PAUSE = 15
"""Milliseconds between two steps, for keys."""

KINDS = 12
"""How many kinds of widgets are made in a step, which takes some 5 ms."""

STEPS = (
    "inspector.gui.visits.scoring.panel.facts_section",
    "inspector.gui.visits.scoring.panel.answer_panel",
    "inspector.gui.visits.scoring.judging.answering",
    "inspector.workspace.sentences",
    "inspector.gui.visits.scoring.position_in_visit",
    "inspector.gui.photos.inbox_bar",
    "inspector.gui.visits.scoring.photos.photo_desk",
    "inspector.gui.visits.scoring.scoring_page",
    "inspector.workspace.findings.finding_reading",
    "inspector.workspace.findings.findings",
    "inspector.gui.visits.starting.new_page",
    "inspector.workspace.visits.record_parts",
    "inspector.gui.visits.record.result_page",
    "inspector.gui.rectify.step_forms.steps",
    "inspector.domain.papers.circular",
    "inspector.excel.papers.ledger_cells",
    "inspector.excel.papers.circular_workbook",
    "inspector.workspace.papers.circular.circulars",
    "inspector.workspace.papers.ledger_papers",
    "inspector.workspace.papers.summary_papers",
    "inspector.workspace.papers.circular.circular_papers",
    "inspector.excel.papers.evaluation_workbook",
    "inspector.workspace.papers.evaluation_papers",
    "inspector.excel.forms.form_dressing",
    "inspector.workspace.papers.form_papers",
    "inspector.workspace.papers.registers.training_papers",
    "inspector.workspace.papers.reports",
    "inspector.workspace.findings.returned_intake",
    "inspector.gui.rectify.exchange.paper_buttons",
    "inspector.gui.frame.conflict_line",
    "inspector.gui.rectify.ledger_page",
    "msgspec",
    "inspector.gui.meeting.presenter",
    "inspector.gui.meeting.meeting_page",
    "inspector.gui.summary.filled_period",
    "inspector.gui.summary.summary_board",
    "inspector.gui.summary.summary_page",
    "inspector.gui.summary.circular.circular_pane",
    "inspector.gui.data.roster.roster_panel",
    "inspector.gui.data.checklists.editing.pack_editor",
    "inspector.gui.data.checklists.pack_panel",
    "inspector.gui.data.backups.backup_panel",
    "inspector.gui.data.inspectors.inspectors_panel",
    "inspector.gui.data.personal.personal_panel",
    "inspector.gui.data.sharing.bundle_question",
    "inspector.gui.data.sharing.sharing_in",
    "inspector.gui.data.sharing.sharing_panel",
    "inspector.gui.data.data_page",
    "inspector.gui.visits.walks.patrol.patrol_page",
    "inspector.gui.visits.walks.recheck.recheck_page",
)
"""Each with what it needs and the ones before did not, which are some 30 modules at most:
each takes a millisecond, more where it has many dataclasses. What comes first in a day is first."""


OF_PAGE = {
    "meeting": (
        "inspector.domain.checklist.pack_difference",
        "inspector.workspace.packs.packs",
        "inspector.domain.meeting.topic",
        "inspector.gui.editor_draft",
        "inspector.gui.meeting.meeting_page",
    ),
    "rectify": (
        "inspector.domain.checklist.pack_difference",
        "inspector.workspace.packs.packs",
        "inspector.domain.finding.finding_event",
        "inspector.workspace.evidence.evidence_book",
        "inspector.workspace.findings.close_out",
        "inspector.gui.frame.conflict_line",
        "inspector.gui.photos.photo_viewer",
        "inspector.workspace.visits.records",
        "inspector.excel.papers.ledger.ledger_edition",
        "inspector.workspace.papers.ledger_exports",
        "inspector.workspace.papers.notices",
        "inspector.gui.rectify.exchange.returned_panel",
        "inspector.gui.rectify.exchange.paper_buttons",
        "inspector.gui.rectify.ledger_commands",
        "inspector.gui.rectify.ledger_page",
    ),
    "summary": (
        "inspector.domain.checklist.pack_difference",
        "inspector.workspace.packs.packs",
        "inspector.domain.finding.ledger_view",
        "inspector.storage.figures.finding_figures",
        "inspector.workspace.papers.period_figures",
        "inspector.gui.summary.filled_period",
        "inspector.gui.summary.summary_board",
        "inspector.gui.summary.summary_page",
    ),
    "data": (
        "inspector.workspace.keeping.room_words",
        "inspector.gui.data.backups.backup_panel",
        "inspector.gui.data.checklists.editing.edited_model",
        "inspector.gui.data.checklists.editing.pack_editor",
        "inspector.domain.complaint.complaint_event",
        "inspector.gui.data.checklists.pack_panel",
        "inspector.workspace.findings.finding_reading",
        "inspector.workspace.findings.findings",
        "inspector.gui.data.inspectors.inspectors_panel",
        "inspector.gui.data.personal.personal_panel",
        "inspector.gui.data.preferences.preference_panel",
        "inspector.gui.data.sharing.bundle_question",
        "inspector.gui.data.sharing.sharing_in",
        "inspector.gui.data.sharing.sharing_panel",
        "inspector.gui.data.data_page",
    ),
}
"""The same of one page alone, by its name on the rail: for who goes there before its turn."""


class Ahead(QObject):
    """Does one step after the other, `first` and then the code; gone with its `parent`."""

    def __init__(self, parent: QObject, first: Iterable[None] = ()) -> None:
        super().__init__(parent)
        self._steps = chain(first, _loaded(), _kinds())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._load)
        self._timer.start(AFTER)

    def _load(self) -> None:
        if InTurns.under_way:  # somebody goes to a page, which loads what it needs itself
            self._timer.start(PAUSE)
            return
        for _ in self._steps:
            self._timer.start(PAUSE)
            return


def _loaded() -> Iterator[None]:
    """Load the code, a step each time."""
    for step in STEPS:
        import_module(step)
        yield


def code_of(page: str) -> Iterator[None]:
    """Load the code of a page that is not loaded yet, a step each time."""
    for step in OF_PAGE[page]:
        if step not in sys.modules:
            import_module(step)
            yield


def _kinds() -> Iterator[None]:
    """Have the kinds of widgets made, a few each time: all at once they take 100 ms."""
    names = [name for name in dir(QtWidgets) if name.startswith("Q")]
    for at in range(0, len(names), KINDS):
        for name in names[at : at + KINDS]:
            getattr(QtWidgets, name)
        yield


def checklists(session: "Session") -> Iterator[None]:
    """Understand the checklists, one each time, and beside the window those of past visits."""
    import_module("inspector.domain.checklist.pack_difference")
    yield
    packs = session.workspace.packs  # its code comes with it
    yield
    yield from packs.read_ahead()
    session.runner.beside(packs.thaw_ahead)
    yield
