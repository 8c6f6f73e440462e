"""Today's patrols of the sites that are patrolled daily: a line each.

Enter begins a patrol of the chosen site; a double click opens one that goes on, or the form of a
new one, and begins nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.people.typed_names import names_in
from inspector.domain.visit.inspection import InspectionKind, Slot
from inspector.domain.visit.patrol import Standing, slot_of
from inspector.domain.visit.roster import Site
from inspector.gui.commands.shared_keys import CONFIRM, by_hand, key_name
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.inspection_columns import room_for
from inspector.gui.visits.parts.patrol_standing import longest_standing, slot_standing
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.visits.patrols import SitePatrols

_TALLEST = 3  # sites before the list scrolls


class _Patrols(TableView):
    """Enter begins, as the menu does; a double click only opens."""

    entered = Signal(int)

    def open_row(self) -> None:
        if self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())


class TodayPatrols(QWidget):
    """Not to be seen where no site is patrolled."""

    begun = Signal(str)  # the id of a patrol, new or resumed

    form_wanted = Signal(str)
    """The form of a new patrol of a site, by its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model: TableModel[SitePatrols] = TableModel(_columns())
        self.table = _Patrols(self.model, "todayPatrols", tr("Today's patrols"), self)
        self.table.horizontalHeader().hide()
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        stack(self, [self.table], margin=(0, GRID, 0, 0))
        self.table.entered.connect(self._begin)
        self.table.opened.connect(self._open)

    def refresh(self) -> None:
        """Show how today's patrols stand now."""
        row = self.table.currentIndex().row()
        patrols = self._session.workspace.patrols.habitual()
        self.model.set_rows(patrols)
        self.setVisible(bool(patrols))
        self.table.show_at_most(min(len(patrols), _TALLEST), no_less=True)
        if patrols and row >= 0:
            self.table.selectRow(min(row, len(patrols) - 1))

    def begin_chosen(self) -> None:
        """Start a patrol of the chosen site, or go on with it, as Enter does."""
        self.table.open_row()

    def begin_due(self) -> None:
        """Start the patrol that is due, at the site chosen when the list has the keyboard."""
        chosen = self.table.currentIndex().row() if self.table.hasFocus() else -1
        row = chosen if chosen >= 0 else self._first_due
        if row is not None:
            self._begin(row)
        elif self.model.rowCount():
            self._session.hinted.emit(
                by_hand(
                    tr(
                        "No patrol is due now. {enter} on a site begins another, a double click"
                        " opens its form.",
                        enter=key_name(CONFIRM),
                    ),
                    tr("No patrol is due now. Two taps on a site open the form of another."),
                )
            )

    @property
    def _first_due(self) -> int | None:
        for row in range(self.model.rowCount()):
            if any(slot.standing is Standing.DUE for slot in self.model.row_at(row).slots):
                return row
        return None

    def _of_this_shift(self, site: Site) -> str:
        """Return the id of the patrol of this shift that was begun at a site, else ''."""
        workspace = self._session.workspace
        now = workspace.now()
        wanted = InspectionKind.PATROL, site.id, slot_of(now), now.date()
        for line in workspace.inspections.unfinished(with_progress=False):
            begun = line.inspection
            if (begun.kind, begun.site_id, begun.slot, begun.started_at.date()) == wanted:
                return begun.id
        return ""

    def _open(self, row: int) -> None:
        """Go on with the patrol of this shift; where there is none, ask for the form of one."""
        site = self.model.row_at(row).site
        if begun := self._of_this_shift(site):
            self.begun.emit(begun)
        else:
            self.form_wanted.emit(site.id)

    def _begin(self, row: int) -> None:
        """Start a patrol of this shift, or go on with the one that was begun."""
        workspace, site = self._session.workspace, self.model.row_at(row).site
        if begun := self._of_this_shift(site):
            self.begun.emit(begun)
            return
        names = names_in(workspace.preferences.get(INSPECTORS))
        done = self._session.attempt(lambda: workspace.patrols.start(site, names))
        if done is not None:
            self.begun.emit(done[0])


def _columns() -> list[Column[SitePatrols]]:
    return [Column(tr("Site"), _site), *map(_slot_column, range(len(Slot)))]


def _site(patrols: SitePatrols) -> str:
    return tr("Patrols today: {site}", site=patrols.site.name)


def _slot_column(at: int) -> Column[SitePatrols]:
    width = room_for(*longest_standing())
    return Column("", lambda patrols: slot_standing(patrols.slots[at]), width)
