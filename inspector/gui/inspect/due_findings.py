"""What a recheck would look at: the findings due at a site, instead of its windows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.finding import Finding
from inspector.domain.roster import Site
from inspector.gui.inspect.finding_list_columns import due_columns
from inspector.gui.labels import label, wrapped
from inspector.gui.session import Session
from inspector.gui.table import TableModel, TableView
from inspector.translation import tr, tr_count


class DueFindings(QWidget):
    """Number, window, text, deadline and state of each; a sentence when there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.model: TableModel[Finding] = TableModel(due_columns(session))
        self.table = TableView(self.model, "dueFindings", tr("Findings to recheck"))
        self._title = label("", "section")
        self._title.setObjectName("dueTitle")
        self._nothing = wrapped("", "secondary")
        self._nothing.setObjectName("nothingDue")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        column.addStretch()

    def show_site(self, site: Site | None) -> None:
        """Show what is due at a site today."""
        due = self._session.workspace.rechecks.due(site) if site is not None else []
        self.model.set_rows(due)
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
                    site=site.name,
                )
            )
        self._nothing.setVisible(not due)
        self.table.setVisible(bool(due))

    @property
    def count(self) -> int:
        """How many findings are due."""
        return self.model.rowCount()
