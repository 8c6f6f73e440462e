"""What is known of a finding that is looked at again, in the column beside its photos."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector.domain.finding.finding import Finding
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import breakable, label, set_role, wrapped
from inspector.gui.words import day_text, short_day_text
from inspector.translation import tr
from inspector.workspace.finding_state_words import state_word


class FindingFacts(QWidget):
    """Names on the left, values on the right; a fact that is not known has no row."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        for row, (key, title) in enumerate(
            (
                ("number", tr("Number")),
                ("window", tr("Window")),
                ("item", tr("Item")),
                ("requirement", tr("Requirement")),
                ("owner", tr("Responsible")),
                ("deadline", tr("Deadline")),
                ("state", tr("State")),
                ("reported", tr("Reported done")),
                ("last", tr("Last recheck")),
            )
        ):
            value = wrapped()
            value.setObjectName(f"fact-{key}")
            name = label(title, "secondary")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._rows[key] = name, value

    def show_finding(self, finding: Finding, today: date) -> None:
        """Show a finding."""
        overdue = finding.overdue_on(today)
        state = state_word(finding.state)
        who = (finding.department, finding.owner, finding.leader)
        reported = finding.reported_text
        if finding.done_on is not None:
            reported = tr("{text} ({day})", text=reported, day=short_day_text(finding.done_on))
        seat = (finding.window_number, finding.staff_number)
        for key, text in {
            "number": finding.number,
            "window": " · ".join(part for part in seat if part),
            "item": finding.item_text,
            "requirement": finding.requirement,
            "owner": " · ".join(part for part in who if part),
            "deadline": day_text(finding.deadline),
            "state": tr("{state}, overdue", state=state) if overdue else state,
            "reported": reported,
            "last": finding.recheck_note if finding.recheck_passed is False else "",
        }.items():
            name, value = self._rows[key]
            value.setText(breakable(text))
            name.setVisible(bool(text))
            value.setVisible(bool(text))
        set_role(self._rows["state"][1], "overdue" if overdue else "")
