"""What a walk shows of the stop in front, with the lines to write in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.visits.parts.side_column import SideColumn
from inspector.gui.visits.parts.verdict_segment import VerdictSegment


class WalkPanel(QWidget):
    """At most one line to write in is open at a time."""

    left = Signal()
    """The keyboard goes back to the list."""

    given_up = Signal()
    """Esc in the line that is open: what is in it is not wanted."""

    lines: Sequence[QWidget] = ()

    verdicts: VerdictSegment

    large_verdict = False
    """What can be said is most of what there is to do."""

    _column: SideColumn

    bars: Sequence[QWidget] = ()
    """What comes and goes above the list and the panel."""

    tables: Sequence[CommandTable] = ()
    """What can be done in each of the lines."""

    @property
    def is_writing(self) -> bool:
        """A line to write in is open."""
        return any(not each.isHidden() for each in self.lines)

    def give_verdicts(self, segment: VerdictSegment) -> None:
        """Let what can be said of the stop in front stand above it, always in sight."""
        self.verdicts = segment
        self._column.keep_above(segment)

    def close_lines(self) -> None:
        """Close the lines to write in; the keyboard is elsewhere by now."""
        for each in (*self.lines, *self.bars):
            each.hide()

    def give_way(self, is_narrow: bool) -> None:
        """The window is narrow, or wide enough again."""
