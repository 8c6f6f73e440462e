"""A finding of which there is no photo: its words where the photo would stand, and what it was."""

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from inspector.domain.finding.finding import Finding
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.widgets.labels import breakable, label, set_role, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import owner_word

_MOST_LARGE = 60
"""Characters. A longer note is read in a smaller size."""


class FindingWords(QScrollArea):
    """Scrolled where a long note has no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingWords")
        self._when = wrapped("", "secondary")
        self._when.setObjectName("findingWhen")
        self._text = wrapped("", "figure")
        self._text.setObjectName("findingLarge")
        self._who, self._to_do = wrapped("", "large"), wrapped("", "large")
        self._who.setObjectName("findingWho")
        self._to_do.setObjectName("findingToDo")
        self._to_do_title = label(tr("To be done"), "secondary")
        self._who_title = label(tr("Responsible"), "secondary")
        inner = surface("surface")
        self.setWidget(inner)  # before its parts, as in SideColumn
        self.setWidgetResizable(True)
        parts: tuple[QWidget, ...] = (
            self._when,
            self._text,
            self._to_do_title,
            self._to_do,
            self._who_title,
            self._who,
        )
        column = stack(inner, parts, spacing=GRID)
        column.insertSpacing(2, 2 * GRID)
        column.insertSpacing(5, GRID)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # As a photo it takes what room there is, and asks for none.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(48, 48)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_finding(self, finding: Finding, today: date) -> None:
        """Show a finding: since when, how often, what was to be done, and by whom."""
        since = (today - finding.raised_at.date()).days
        when = [
            tr("Found {day}", day=short_day_text(finding.raised_at.date())),
            tr_count(since, "1 day ago", "{count} days ago") if since > 0 else "",
            tr("Occurrence {times}", times=finding.times_at_window) if finding.is_repeat else "",
            tr("no photo was taken"),
        ]
        self._when.setText(" · ".join(filter(None, when)))
        words = problem_text(finding)
        self._text.setText(breakable(words))
        set_role(self._text, "figure" if len(words) <= _MOST_LARGE else "title")
        who = (finding.department, owner_word(finding.owner), finding.leader)
        facts = (
            (self._to_do_title, self._to_do, finding.requirement),
            (self._who_title, self._who, " · ".join(filter(None, who))),
        )
        for title, value, text in facts:
            value.setText(breakable(text))
            title.setVisible(bool(text))
            value.setVisible(bool(text))
