"""Beside the ledger: the finding in front, or the form of a step; it follows the current row."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.finding_life import allowed
from inspector.gui.rectify.ledger.finding_panel import FindingPanel
from inspector.gui.rectify.step_forms.step_form import StepForm
from inspector.gui.session import Session
from inspector.gui.steps.step_buttons import StepButtons
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.finding_state_words import story

RESTING = 70
"""Milliseconds on a row before it is shown beside the ledger: the arrow keys repeat faster."""

SIDE_WIDTH = 328
_AROUND = (2 * GRID, GRID, 2 * GRID, GRID)


class LedgerSide(QStackedWidget):
    """The panel of the current finding, the form that is open, or nothing."""

    rested = Signal()
    """The row stayed the same for a moment while a form is open."""

    turned = Signal()
    """Another finding may be shown now, or other findings are what is acted on."""

    photos_wanted = Signal(object, object)
    """From a form: a Subject, and the place of the photo to begin with, or None."""

    def __init__(
        self,
        session: Session,
        current: Callable[[], str],
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        """`current` returns the finding whose row is current, or ''."""
        super().__init__(parent)
        self._session, self._current, self._today = session, current, today
        self.form: StepForm | None = None
        self.panel = FindingPanel(session)
        self._front = surface()
        self._column = stack(self._front, ((self.panel, 1),))
        self._nothing = QWidget()
        self._resting = QTimer(self, singleShot=True, interval=RESTING)
        self._resting.timeout.connect(self.show_current)
        fix_width(self, SIDE_WIDTH)
        self.setContentsMargins(1, 0, 0, 0)  # the line on its left
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.addWidget(self._front)
        self.addWidget(self._nothing)

    def give_steps(self, steps: StepButtons) -> None:
        """Offer from now on what can be done with the current finding, always in sight."""
        self.panel.give_steps(steps)
        self._foot = (hairline(), steps)
        self._around = stack(None, (steps,), margin=_AROUND)
        self._column.addWidget(self._foot[0])
        self._column.addLayout(self._around)

    def show_marks(self, marked: int) -> None:
        """While findings are marked a step is for those: the bar below the rows offers it."""
        self.turned.emit()
        for each in self._foot:
            each.setVisible(not marked)
        self._around.setContentsMargins(*(0,) * 4 if marked else _AROUND)

    def rest(self) -> None:
        """Show the current finding once the row stays the same for a moment."""
        self._resting.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        shown = self.panel.finding  # while it was hidden, for want of room, rows went by unread
        if shown is None or shown.id != self._current():
            self.rest()

    def show_now(self) -> None:
        """Show at once what would be shown after a rest."""
        if self._resting.isActive():
            self.show_current()

    def show_current(self) -> None:
        """Show the current finding."""
        self._resting.stop()
        if self.form is not None:
            self.rested.emit()
        current = self._current()
        if self.form is None:
            self.setCurrentWidget(self._front if current else self._nothing)
        self.turned.emit()
        if not current or self.isHidden():
            return
        workspace = self._session.workspace
        findings = workspace.findings

        def show() -> None:
            finding = findings.get(current)
            proposed = None
            if EventKind.ASSIGNED in allowed(finding) and finding.assigned_at is None:
                proposed = findings.suggestion(finding)
            complaint = self._complaint()
            self.panel.show_finding(
                findings.as_shown(finding),
                workspace.evidence.of_finding(current),
                story(findings.history(current), findings.is_from_patrol(finding)),
                proposed,
                self._today(),
                workspace.complaints.as_shown([complaint])[0].number if complaint else "",
                lent=finding.asked_until is not None and findings.asks([current]),
            )

        self._session.attempt(show)
        self._column.activate()  # its buttons may take another line

    def show_complaint(self) -> None:
        """Lead to the complaint that the current finding was raised from."""
        if (complaint := self._complaint()) is not None:
            self._session.complaint_wanted.emit(complaint.id)

    def why_no_complaint(self) -> str:
        """Return why there is none to see; '' when there is one."""
        return tr("It was raised from no complaint.") if self._complaint() is None else ""

    def _complaint(self) -> Complaint | None:
        return self._session.workspace.complaints.of_finding(self._current())

    def open_form(self, form: StepForm) -> None:
        """Bring the form of a step to the front."""
        self.form = form
        if self.indexOf(form) < 0:
            form.photos_wanted.connect(self.photos_wanted)
            self.addWidget(form)
        self.setCurrentWidget(form)

    def close_form(self) -> None:
        """Let the form go, and show the current finding again."""
        self.form = None
        self.setCurrentWidget(self._front)
        self.rest()
