"""What a patrol would go walk, and how today's patrols of the site stand."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.visit.roster import Site
from inspector.gui.session import Session
from inspector.gui.visits.parts.patrol_standing import standing_words
from inspector.gui.widgets.labels import label, wrapped
from inspector.translation import tr, tr_count


class WalkPreview(QWidget):
    """Two or three sentences; there is nothing to choose."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._places = wrapped()
        self._places.setObjectName("roundPlaces")
        self._today = wrapped("", "secondary")
        self._today.setObjectName("roundToday")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("Round"), "section"))
        column.addWidget(self._places)
        column.addWidget(self._today)
        column.addStretch(1)

    def show_site(self, site: Site | None) -> None:
        """Show the walk of a site."""
        self._today.setVisible(site is not None)
        if site is None:
            self._places.setText(tr("No site has this in its name."))
            return
        windows = len(self._session.workspace.rosters.windows(site.id))
        self._places.setText(
            tr_count(
                windows,
                "The public area and 1 window, one after the other; nothing is scored.",
                "The public area and {count} windows, one after the other; nothing is scored.",
            )
        )
        today = self._session.workspace.patrols.today(site)
        self._today.setText(tr("Today: {standing}", standing=standing_words(today)))
