"""Which command a name of the handbook stands for: `ledger.assigned` is that of the ledger's table.

A page whose keys are told is built for it, behind the one in front.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow
    from inspector.gui.meeting.meeting_page import MeetingPage
    from inspector.gui.rectify.ledger_page import RectifyPage
    from inspector.gui.summary.summary_page import SummaryPage
    from inspector.gui.visits.visits_page import InspectPage


OF_VISITS = ("scoring", "new", "result", "patrol", "recheck")
"""The tables of the parts of 检查, which come in pieces."""


def find_command(window: "MainWindow", name: str) -> Command:
    """Return the command of a name, its table's and its own; raises KeyError when there is none."""
    table, _, command = name.partition(".")
    return TABLES[table](window)[command]


def parts_of_visits(window: "MainWindow", table: str) -> Iterator[None]:
    """Build the part of 检查 that a table is of, a piece each time."""
    yield from _inspect(window).parts_of(table)


def _inspect(window: "MainWindow") -> "InspectPage":
    from inspector.gui.visits.visits_page import InspectPage

    page = window.page_of("inspect")
    assert isinstance(page, InspectPage)
    return page


def _meeting(window: "MainWindow") -> "MeetingPage":
    from inspector.gui.meeting.meeting_page import MeetingPage

    page = window.page_of("meeting")
    assert isinstance(page, MeetingPage)
    return page


def _ledger(window: "MainWindow") -> "RectifyPage":
    from inspector.gui.rectify.ledger_page import RectifyPage

    page = window.page_of("rectify")
    assert isinstance(page, RectifyPage)
    return page


def _summary(window: "MainWindow") -> "SummaryPage":
    from inspector.gui.summary.summary_page import SummaryPage

    page = window.page_of("summary")
    assert isinstance(page, SummaryPage)
    return page


def _data(window: "MainWindow", panel: str) -> CommandTable:
    from inspector.gui.data.data_page import DataPage

    page = window.page_of("data")
    assert isinstance(page, DataPage)
    return page.panel(panel).commands


def _survey(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import survey_page

    return survey_page(window.session, window).commands


def _complaints(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import complaints_page

    page = complaints_page(window.session, window)
    page.be_whole()
    return page.commands


def _complaint_import(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import complaints_page

    page = complaints_page(window.session, window)
    page.be_whole()
    return page.exchange.commands


def _conflicts(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import conflicts_page

    return conflicts_page(window.session, window).commands


def _evaluation(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import evaluation_page

    page = evaluation_page(window.session, window)
    page.be_whole()
    return page.commands


def _training(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import training_page

    page = training_page(window.session, window)
    page.be_whole()
    return page.commands


def _plan(window: "MainWindow") -> CommandTable:
    from inspector.gui.program.pages import plan_page

    return plan_page(window.session, window).commands


TABLES: dict[str, Callable[["MainWindow"], CommandTable]] = {
    "window": lambda window: window.commands,
    "survey": _survey,
    "plan": _plan,
    "start": lambda window: _inspect(window).start.commands,
    "new": lambda window: _inspect(window).new.commands,
    "scoring": lambda window: _inspect(window).scoring.commands,
    "photo": lambda window: _inspect(window).scoring.photos.viewer.commands,
    "patrol": lambda window: _inspect(window).patrol.commands,
    "recheck": lambda window: _inspect(window).recheck.commands,
    "result": lambda window: _inspect(window).result.view.commands,
    "sign": lambda window: _inspect(window).result.signing.commands,
    "amend": lambda window: _inspect(window).result.amending.commands,
    "meeting": lambda window: _meeting(window).opening.commands,
    "stage": lambda window: _meeting(window).presenter.commands,
    "minutes": lambda window: _meeting(window).minutes.commands,
    "ledger": lambda window: _ledger(window).commands,
    "summary": lambda window: _summary(window).board.commands,
    "complaints": _complaints,
    "conflicts": _conflicts,
    "complaint-import": _complaint_import,
    "training": _training,
    "evaluation": _evaluation,
    "tasks": lambda window: _meeting(window).presenter.trays.tasks.commands,
    "roster": lambda window: _data(window, "roster"),
    "inspectors": lambda window: _data(window, "inspectors"),
    "personal": lambda window: _data(window, "personal"),
    "sharing": lambda window: _data(window, "sharing"),
    "checklists": lambda window: _data(window, "packs"),
    "preferences": lambda window: _data(window, "preferences"),
    "bin": lambda window: _data(window, "bin"),
    "holidays": lambda window: _data(window, "holidays"),
    "backups": lambda window: _data(window, "backups"),
    "exports": lambda window: _data(window, "exports"),
}
"""The tables that chapters tell keys of, by the names that they have there."""
