"""The history of a finding or complaint as a story: who did what, when, from where.

What was taken back is struck out, and says so.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.theme import GRID, colours_of
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.words import moment_text
from inspector.translation import tr
from inspector.workspace.stories.story_line import StoryLine


class _Dot(QWidget):
    """A ring at the head of a step; a filled one for what counts last."""

    def __init__(self, filled: bool) -> None:
        super().__init__()
        self._filled = filled
        self.setFixedWidth(2 * GRID)

    def sizeHint(self) -> QSize:
        return QSize(2 * GRID, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(5, 18, 5, self.height())
        painter.setPen(colours.colour("accent"))
        if self._filled:
            painter.setBrush(colours.colour("accent"))
        painter.drawEllipse(QRect(1, 6, GRID, GRID))


class StoryView(QWidget):
    """The newest step first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("story")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._rows: list[QWidget] = []
        self.lines: Sequence[StoryLine] = ()

    def show_story(self, lines: Sequence[StoryLine]) -> None:
        """Show other steps, given oldest first."""
        self.lines = lines
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        rounds = {line.round for line in lines}
        shown = 0
        for line in reversed(lines):
            if len(rounds) > 1 and line.round != shown:
                shown = line.round
                self._put(label(tr("Round {number}", number=shown), "section"))
            self._put(_step(line, line is lines[-1]))

    def _put(self, row: QWidget) -> None:
        self._rows.append(row)
        self._column.addWidget(row)


def story_text(line: StoryLine) -> str:
    """Return a step in one line, for those who cannot see it."""
    parts = (line.title, line.text, moment_text(line.at.astimezone()), line.origin)
    return " · ".join(part for part in parts if part)


def _step(line: StoryLine, latest: bool) -> QWidget:
    row = QWidget()
    outside = QHBoxLayout(row)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.setSpacing(GRID // 2)
    column = QVBoxLayout()
    column.setSpacing(0)
    title = line.title if line.counts else tr("{step} (taken back)", step=line.title)
    heading = wrapped(title, "section" if line.counts else "secondary")
    said = wrapped(line.text, "" if line.counts else "secondary")
    for each in (heading, said):
        if not line.counts:
            font = each.font()
            font.setStrikeOut(True)
            each.setFont(font)
    when = " · ".join(part for part in (moment_text(line.at.astimezone()), line.origin) if part)
    column.addWidget(heading)
    if line.text:
        column.addWidget(said)
    column.addWidget(wrapped(when, "small"))
    outside.addWidget(_Dot(latest))
    outside.addLayout(column, 1)
    row.setAccessibleName(story_text(line))
    return row
