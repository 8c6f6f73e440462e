"""One quiet line on the first page: ways to what has no place on the rail, each with what is due.

A way is a command of the page, its button here, and a few words on what is due, read once the
page stands, and beside the window: what a plan asks is told by every visit of its days. The code
for it is loaded before, in pieces: loaded on the thread it took a tenth of a second from whoever
goes to a page just then.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.loading import load
from inspector.gui.jobs.newest_answer import NewestAnswer
from inspector.gui.jobs.spare_turns import SpareTurns
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.workspace import Workspace


class Way(NamedTuple):
    """A way by the name of its command; `due` says in a few words what waits there, or ''."""

    name: str
    due: Callable[[Workspace], str]


def _plan_due(workspace: Workspace) -> str:
    from inspector.workspace.plans.plan_words import due_words

    return due_words(workspace.plans.due(workspace.now().date()))


def _survey_due(workspace: Workspace) -> str:
    today = workspace.now().date()
    count = sum(rate.n for rate in workspace.surveys.rates(today, today).values())
    return tr_count(count, "1 sheet today", "{count} sheets today") if count else ""


def _complaints_due(workspace: Workspace) -> str:
    from inspector.workspace.complaints.complaint_due import due_words

    return due_words(workspace.complaints.counts())


WAYS: Sequence[Way] = (
    Way("plan", _plan_due), Way("survey", _survey_due), Way("complaints", _complaints_due),
)  # fmt: skip


_CODE = (
    "inspector.workspace.plans.plan_words",
    "inspector.workspace.plans.plans",
    "inspector.workspace.surveys.surveys",
    "inspector.workspace.complaints.complaint_due",
    "inspector.workspace.complaints.complaints",
)


class _DueQuery(NewestAnswer):
    """Asks what is due; only the answer to the latest question is told."""

    found = Signal(object)
    """The words of each way, by the name of its command."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session.refused.emit, parent)
        self._session = session
        self._loading: SpareTurns | None = None
        """Of the code, once."""

    def ask(self) -> None:
        """Ask what is due, now or as soon as the code is there."""
        if self._loading is None:
            self._loading = SpareTurns(self, load(*_CODE), self._ask_now, pause=1)  # it is seen
        elif self._loading.are_over:
            self._ask_now()

    def _ask_now(self) -> None:
        self._begin()
        workspace = self._session.workspace

        def read() -> dict[str, str]:
            with workspace.reading_apart() as apart:
                return {way.name: way.due(apart) for way in WAYS}

        self._ask(read, self.found.emit)


class Ways(QWidget):
    """The buttons of the ways, in a row."""

    def __init__(self, session: Session, commands: CommandTable, parent: QWidget) -> None:
        super().__init__(parent)
        surface(area=self)
        self._commands = commands
        self._buttons = {
            way.name: command_button(commands[way.name], f"way-{way.name}", "quiet") for way in WAYS
        }
        self._row = FlowRow(list(self._buttons.values()))
        stack(self, (self._row,), margin=(GRID, GRID // 2, GRID, GRID // 2))
        self._query = _DueQuery(session, self)
        self._query.found.connect(self._say)

    def refresh(self) -> None:
        """Say what is due now, as soon as it is read; what was said, when it cannot be."""
        self._query.ask()

    def _say(self, due: Mapping[str, str]) -> None:
        for name, words in due.items():
            command = self._commands[name]
            said = tr("{way} · {due}", way=command.text(), due=words) if words else ""
            self._buttons[name].give(command, said)
        self._row.arrange()
