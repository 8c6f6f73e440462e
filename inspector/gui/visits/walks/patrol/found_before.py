"""What was found at a place the last times: in which words, when, how it stands, with its photo."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.widgets.labels import breakable, hairline, label, set_role, wrapped
from inspector.gui.widgets.lists.deadline_role import deadline_role
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import short_day_text
from inspector.translation import tr
from inspector.workspace.finding_state_words import state_word

MOST = 3
"""Findings of a place that are shown."""

_PHOTO = QSize(144, 96)


class _Found(QWidget):
    """One finding; made once, for whichever finding stands in its row."""

    opened = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self._photo = PhotoStrip(f"foundBefore-{number}", _PHOTO, 1)
        self._photo.setFixedWidth(_PHOTO.width())
        self._text = wrapped("", "title")
        self._text.setObjectName(f"foundText-{number}")
        self._state, self._when = label(), wrapped("", "secondary")
        self._when.setObjectName(f"foundWhen-{number}")
        facts = stack(None, (self._state, (self._when, 1)), spacing=2 * GRID, across=True)
        facts.setAlignment(self._state, Qt.AlignmentFlag.AlignTop)
        words = stack(None, (self._text, facts), spacing=GRID // 2)
        words.addStretch(1)
        row = stack(None, (self._photo, (words, 1)), spacing=2 * GRID, across=True)
        row.setAlignment(self._photo, Qt.AlignmentFlag.AlignTop)
        stack(self, (hairline(), row), spacing=GRID)
        self._photo.opened.connect(lambda _: self.opened.emit())
        self.left = self._photo.left

    def use(self, session: Session) -> None:
        self._photo.use(session)

    def show_finding(self, finding: Finding, photos: Sequence[Evidence], today: date) -> None:
        self._text.setText(breakable(problem_text(finding)))
        overdue = finding.overdue_on(today)
        state = state_word(finding.state)
        self._state.setText(tr("{state}, overdue", state=state) if overdue else state)
        set_role(self._state, deadline_role(finding.urgency_on(today)) or "secondary")
        said = [tr("Found {day}", day=short_day_text(finding.raised_at.date()))]
        if finding.is_repeat:
            said.append(tr("Occurrence {times}", times=finding.times_at_window))
        if finding.requirement:
            said.append(tr("To do: {requirement}", requirement=finding.requirement))
        self._when.setText(breakable(" · ".join(said)))
        self._photo.show_evidence(photos[:1])
        self.setVisible(True)


class FoundBefore(QWidget):
    """The last findings of the place in front, under a title; or that there are none."""

    opened = Signal(Finding)
    """The photos of a finding are to be seen large."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foundBefore")
        self._title = label("", "section")
        self._title.setObjectName("foundBeforeTitle")
        self._rows = [_Found(number) for number in range(1, MOST + 1)]
        self._shown: Sequence[Finding] = ()
        stack(self, (self._title, *self._rows), spacing=GRID)
        for at, row in enumerate(self._rows):
            row.opened.connect(lambda at=at: self.opened.emit(self._shown[at]))
            row.left.connect(self.left)

    def use(self, session: Session) -> None:
        """Say where the photos come from."""
        for row in self._rows:
            row.use(session)

    def show_findings(
        self,
        findings: Sequence[Finding],
        photos: Mapping[str, Sequence[Evidence]],
        today: date,
        days: int,
    ) -> None:
        """Show the findings of a place of the last `days`, each with its photos as found."""
        self._shown = findings
        self._title.setText(
            tr("Found here last")
            if findings
            else tr("Nothing was found here in the last {days} days.", days=days)
        )
        set_role(self._title, "section" if findings else "secondary")
        for row, finding in zip(self._rows, findings, strict=False):
            row.show_finding(finding, photos.get(finding.id, ()), today)
        for row in self._rows[len(findings) :]:
            row.hide()
