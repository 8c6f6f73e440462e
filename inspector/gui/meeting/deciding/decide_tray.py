"""R on a contested finding: the deduction stays, is taken back, or becomes less."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from inspector.domain.checklist.points import Hundredths, format_points
from inspector.domain.finding.finding import AppealOutcome, Finding
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.commands.shared_keys import UP_DOWN, by_hand, key_name
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.fields.text_limit import LINE, NAME, TextLimit
from inspector.translation import tr
from inspector.workspace.finding_state_words import outcome_word


class DecideTray(Tray):
    """Outcome, what is left of the deduction, reason, approver."""

    def __init__(self) -> None:
        super().__init__("decide", tr("Decide"))
        self._counted: Hundredths = 0
        self.outcome = Combo()
        self.outcome.setObjectName("decideOutcome")
        for outcome in AppealOutcome:
            self.outcome.addItem(outcome_word(outcome), outcome)
        self.points = QLineEdit()
        TextLimit(self.points, NAME)
        self.points.setObjectName("decidePoints")
        self.reason = QLineEdit()
        TextLimit(self.reason, LINE)
        self.reason.setObjectName("decideReason")
        self.approver = QLineEdit()
        TextLimit(self.approver, LINE)
        self.approver.setObjectName("decideApprover")
        with_arrows = tr("Decision ({arrows})", arrows=key_name(UP_DOWN))
        name = self.place(0, 0, tr("Decision"), self.outcome)
        hand_label(name, lambda: by_hand(with_arrows, tr("Decision")))
        self.place(0, 1, tr("Points left"), self.points)
        self.place(0, 2, tr("Reason"), self.reason)
        self.place(0, 3, tr("Approved by"), self.approver)
        self.fields.setColumnStretch(0, 0)
        self.fields.setColumnStretch(2, 3)
        self.faults.words = {"reason": self.reason, "approver": self.approver}
        self.faults.value = self.points
        self.outcome.currentIndexChanged.connect(self._show_points)

    def open(self, findings: Sequence[Finding], approver: str) -> None:
        """Ask about the appeals against findings."""
        reasons = dict.fromkeys(finding.appeal for finding in findings)
        self.ask(tr("The appeal: {reason}", reason=tr("; ").join(reasons)))
        self.outcome.setCurrentIndex(0)
        self._counted = min(finding.counted_deduction for finding in findings)
        self.reason.clear()
        self.approver.setText(approver)
        self._show_points()

    @property
    def chosen(self) -> AppealOutcome:
        """The decision."""
        return AppealOutcome(self.outcome.currentData())

    def begin(self) -> None:
        self.outcome.setFocus()

    def _show_points(self) -> None:
        lowered = self.chosen is AppealOutcome.DOWNGRADED
        self.points.setEnabled(lowered)
        if not lowered:
            self.points.clear()  # a figure in it would look like one that counts
        elif not self.points.text():
            self.points.setText(format_points(self._counted))
