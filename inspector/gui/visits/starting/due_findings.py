"""What a recheck would look at: the findings due at a site, instead of its windows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.roster import Site
from inspector.gui.session import Session
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.parts.walk_rows import WalkDelegate, WalkModel, WalkRow
from inspector.gui.widgets.labels import breakable, label, wrapped
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.gui.widgets.lists.deadline_role import deadline_role
from inspector.gui.words import short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import state_word


class DueFindings(QWidget):
    """Text, window, number, deadline and state of each; a sentence when there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.model = WalkModel()
        title = tr("Findings to recheck")
        self.list = CommandList("dueFindings", title, self.model, WalkDelegate())
        self._title = label("", "section")
        self._title.setObjectName("dueTitle")
        self._nothing = wrapped("", "secondary")
        self._nothing.setObjectName("nothingDue")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addStretch()

    def show_site(self, site: Site | None) -> None:
        """Show what is due at a site today."""
        due = self._session.workspace.rechecks.due(site) if site is not None else []
        self.model.show([self._row(finding) for finding in due])
        self._title.setText(
            tr_count(len(due), "To recheck  1 finding", "To recheck  {count} findings")
        )
        if site is None:
            self._nothing.setText(tr("No site has this in its name."))
        else:
            self._nothing.setText(
                tr(
                    "Nothing is due at {site}. A finding is, as soon as it is reported done or its"
                    " deadline has come.",
                    site=breakable(site.name),
                )
            )
        self._nothing.setVisible(not due)
        self.list.setVisible(bool(due))

    @property
    def count(self) -> int:
        """How many findings are due."""
        return self.model.rowCount()

    def _row(self, finding: Finding) -> WalkRow:
        today = self._session.workspace.now().date()
        overdue = finding.overdue_on(today)
        state = state_word(finding.state)
        state = tr("{state}, overdue", state=state) if overdue else state
        return WalkRow(
            finding.id,
            "!" if overdue else "·",
            problem_text(finding),
            f"{finding.window_number} · {finding.number}",
            f"{short_day_text(finding.deadline)} · {state}",
            deadline_role(finding.urgency_on(today)) or "secondary",
        )
