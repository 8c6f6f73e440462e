"""The line that says which figures rest on a window that was scored twice; gone where none do."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.figures.summary import SiteSummary
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count

_NAMED = 2
"""Sites that are named; of more the number is said."""


class UndecidedLine(QWidget):
    """Says it of the lines it is given, with the way to where it is chosen."""

    wanted = Signal()
    """It is to be chosen now."""

    def __init__(self) -> None:
        super().__init__()
        self.said = wrapped("", "caution")
        self.said.setObjectName("undecidedCount")
        self._button = CommandButton("chooseScores", "quiet")
        row = surface()
        margin = (2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        stack(row, ((self.said, 1), self._button), margin=margin, across=True)
        stack(self, (row, hairline()))
        self.hide()

    def give(self, shows: Command) -> None:
        """Let a command lead to where it is chosen."""
        self._button.give(shows)

    def show_lines(self, lines: Iterable[SiteSummary]) -> None:
        """Count of how many places nobody has chosen whose score counts."""
        told = [line for line in lines if line.undecided]
        sites = list(dict.fromkeys(line.site_name for line in told))
        self.said.setText(
            tr_count(
                sum(line.undecided for line in told),
                "{sites}: 1 place was scored twice and nobody chose yet, so the mean counts.",
                "{sites}: {count} places were scored twice and nobody chose yet, so the mean"
                " counts.",
                sites="、".join(sites[:_NAMED]) if len(sites) <= _NAMED else _several(sites),
            )
        )
        self.setVisible(bool(told))


def _several(sites: list[str]) -> str:
    return tr(
        "{names} and others, in all {count}", names="、".join(sites[:_NAMED]), count=len(sites)
    )
