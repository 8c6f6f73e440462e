"""The checklists, and the code of the other pages, loaded while nobody presses a key.

The window opens with the code of its first page only. What a key leads to next would wait for
its own, a tenth of a second and more: it is loaded before, in steps that no key notices. To
understand all the checklists takes a quarter of a second, so each is a step of its own; they are
first, as a new visit and 晨会 both want them. Last come the kinds of widgets that Qt has: PySide
makes all of them at once, as soon as it is handed one that it does not know, so for the first Tab.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from inspector.gui.session import Session

AFTER = 300
"""Milliseconds that the first page has for itself."""

PAUSE = 15
"""Milliseconds between two steps, for keys."""

KINDS = 12
"""How many kinds of widgets are made in a step, which takes some 5 ms."""

STEPS = (
    "inspector.gui.visits.scoring.panel.answer_panel",
    "inspector.gui.visits.scoring.position_in_visit",
    "inspector.gui.visits.scoring.photos.photo_desk",
    "inspector.gui.visits.scoring.scoring_page",
    "inspector.workspace.findings.findings",
    "inspector.gui.spoken_event",
    "inspector.gui.visits.starting.new_page",
    "inspector.gui.visits.record.result_page",
    "inspector.gui.rectify.ledger.filter_bar",
    "inspector.gui.rectify.step_forms.steps",
    "inspector.workspace.papers.reports",
    "inspector.workspace.findings.returned_intake",
    "inspector.gui.rectify.exchange.paper_buttons",
    "inspector.gui.rectify.ledger_page",
    "msgspec",
    "inspector.gui.meeting.opening_page",
    "inspector.gui.meeting.presenter",
    "inspector.gui.meeting.meeting_page",
    "inspector.workspace.papers.period_figures",
    "inspector.gui.summary.summary_board",
    "inspector.gui.summary.summary_page",
    "inspector.gui.data.roster.roster_panel",
    "inspector.gui.data.checklists.pack_panel",
    "inspector.gui.data.data_page",
    "inspector.gui.visits.walks.patrol.patrol_page",
    "inspector.gui.visits.walks.recheck.recheck_page",
)
"""Each with what it needs and the ones before did not; what comes first in a day is first."""


class Ahead(QObject):
    """Does one step after the other, `first` and then the code; gone with its `parent`."""

    def __init__(self, parent: QObject, first: Iterable[None] = ()) -> None:
        super().__init__(parent)
        self._steps = chain(first, _loaded(), _kinds())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._load)
        self._timer.start(AFTER)

    def _load(self) -> None:
        for _ in self._steps:
            self._timer.start(PAUSE)
            return


def _loaded() -> Iterator[None]:
    """Load the code, a step each time."""
    for step in STEPS:
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
    packs = session.workspace.packs
    yield from packs.read_ahead()
    session.runner.beside(packs.thaw_ahead)
    yield
