"""Deciding an appeal: 维持, 减轻 or 撤销, with a reason."""

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.checklist.points import format_points
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding import AppealOutcome
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.commands.shared_keys import UP_DOWN, by_hand, key_name
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.measured_text import measured_value
from inspector.translation import tr
from inspector.workspace.finding_state_words import outcome_word


class DecideForm(StepForm):
    """The points left are asked of a deduction that is lowered only."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "decideForm", tr("Decide"))
        self.title = tr("Decide the appeal")
        self._said = wrapped("", "secondary")
        self.fields.addWidget(self._said)
        self.outcome = Choice("decideOutcome", tr("Outcome"))
        self.outcome.offer([(outcome_word(each), each.value) for each in AppealOutcome])
        with_arrows = tr("Outcome: {arrows}", arrows=key_name(UP_DOWN))
        name = self.add(tr("Outcome"), self.outcome)
        hand_label(name, lambda: by_hand(with_arrows, tr("Outcome")))
        self.left_over = QLineEdit()
        TextLimit(self.left_over, NAME)
        self.left_over.setObjectName("decidePoints")
        self.left_over.setAccessibleName(tr("Points left"))
        self._points = label(tr("Points left"), "secondary")
        for each in (self._points, self.left_over):
            self.fields.addWidget(each)
        self.drafted["points"] = self.left_over
        self.reason = self.add_words("decideReason", tr("Reason"))
        self.approver = self.add_line("decideApprover", tr("Approved by (optional)"))
        self.faults.words["reason"] = self.reason
        self.faults.value = self.left_over
        self.add_by(tr("Decided by"))
        self.outcome.currentIndexChanged.connect(self._dress)

    def begin(self, subjects: Subjects) -> QWidget:
        only = subjects.only
        self._said.setText(tr("They say: {words}", words=only.appeal) if only else "")
        self._said.setVisible(only is not None)
        costs = format_points(only.counted_deduction) if only else ""
        self.left_over.setPlaceholderText(tr("less than {points}", points=costs) if costs else "")
        self.outcome.setCurrentIndex(0)
        self.left_over.clear()
        self.reason.clear()
        self.approver.clear()
        self._dress()
        return self.outcome

    def operation(self) -> Operation:
        outcome = AppealOutcome(self.outcome.currentData())
        points = None
        if outcome is AppealOutcome.DOWNGRADED:
            points = measured_value(self.left_over.text())
            if points is None:
                found = self.left_over.text()
                raise RefusedInputError([Problem(tr("Points left"), Fault.NOT_A_NUMBER, found)])
        ids, by = list(self.subjects.ids), self.who
        reason, approver = self.reason.text, self.approver.text()
        findings = self.session.workspace.findings
        return lambda: findings.decide_appeal(ids, outcome, reason, approver, points, by=by)

    def _dress(self) -> None:
        is_lowered = self.outcome.currentData() == AppealOutcome.DOWNGRADED.value
        for each in (self._points, self.left_over):
            each.setVisible(is_lowered)
