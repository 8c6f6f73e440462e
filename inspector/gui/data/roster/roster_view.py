"""The roster as it is: the sites on the left; windows, people and departments of one on the right.

Shows what it is given; every step is for the panel around it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QWidget

from inspector.domain.checklist.kind_recognition import TakenKind
from inspector.domain.visit.roster import Site, Window
from inspector.domain.visit.roster_event import RosterSubject
from inspector.gui.data.roster.roster_models import (
    DepartmentRow,
    RosterLine,
    RosterModel,
    SiteRow,
    StaffRow,
    WindowRow,
    department_model,
    site_model,
    staff_model,
    window_model,
)
from inspector.gui.measures import sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr
from inspector.workspace.pinyin import matches

WIDE = 1000
"""Pixels from which columns and list have the width they want."""

_LIST_WIDTH = 280
_NARROW_LIST = 208
_NARROW_STATE = 112
_NARROW_COLUMNS = {0: 112, 1: 112, 3: 112, 4: 96}

_PEOPLE, _LEAST_PEOPLE = 2, 136
"""The column of those on duty, and the pixels of it for which leader and kind give way."""

LISTS = (RosterSubject.WINDOW, RosterSubject.STAFF, RosterSubject.DEPARTMENT)
"""What stands behind the tabs on the right."""


class RosterView(QWidget):
    """The search narrows the sites by part, pinyin or initials; what ended is shown on request."""

    chosen = Signal()
    """Another row, site or list is in front."""

    def __init__(
        self,
        kind_title: Callable[[str], str],
        taken_kinds: Callable[[Site, Sequence[Window]], Mapping[str, TakenKind]],
        parent: QWidget,
    ) -> None:
        """`taken_kinds` says what the windows of a site are taken for, by their ids."""
        super().__init__(parent)
        self._taken_kinds = taken_kinds
        self._all: Sequence[SiteRow] = ()
        self._sites = site_model()
        self._models: dict[RosterSubject, RosterModel[Any]] = {
            RosterSubject.WINDOW: window_model(kind_title),
            RosterSubject.STAFF: staff_model(),
            RosterSubject.DEPARTMENT: department_model(),
        }
        # Inside each other from the first: what gets another parent is dressed anew.
        self._list, self._right = surface(area=QWidget(self)), surface("panel", QWidget(self))
        self._stack = inside = QStackedWidget(self._right)
        self.search = SearchField("siteSearch", tr("Site or pinyin initials"))
        self.sites = TableView(self._sites, "sites", tr("Sites"), self._list)
        self.sites.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.windows = TableView(
            self._models[RosterSubject.WINDOW], "windows", tr("Windows of the site"), inside
        )
        self.staff = TableView(
            self._models[RosterSubject.STAFF], "staff", tr("People on duty of the site"), inside
        )
        self.departments = TableView(
            self._models[RosterSubject.DEPARTMENT],
            "departments",
            tr("Departments of the site"),
            inside,
        )
        self._room = GivingWay(self.windows, _PEOPLE, _LEAST_PEOPLE, (4, 1))
        self.lists = (self.windows, self.staff, self.departments)
        for each in (self.sites, *self.lists):
            fit_rows(each)
        self._name = ElidedLabel("section")
        self.show_ended = QCheckBox(tr("Show ended"))
        self.show_ended.setObjectName("showEnded")
        self.show_ended.setAccessibleName(self.show_ended.text())
        self.show_ended.setMinimumHeight(4 * GRID)
        self.tabs = TabRow(
            (
                ("rosterWindows", tr("Windows")),
                ("rosterStaff", tr("Staff")),
                ("rosterDepartments", tr("Departments")),
            ),
            tr("What of the site is shown"),
        )
        for each in self.lists:
            inside.addWidget(each)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._list)
        self._row.addWidget(self._right, 1)
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.sites.setFocus)
        self.sites.selectionModel().currentRowChanged.connect(self._show_site)
        self.sites.opened.connect(lambda _: self.table.setFocus())
        self.tabs.chosen.connect(self._turn)
        self.show_ended.toggled.connect(lambda on: self._narrow())
        for each in self.lists:
            each.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def lay_out(
        self, of_sites: Sequence[QWidget], more: QWidget, of_lists: Sequence[QWidget]
    ) -> None:
        """Put the buttons of the steps below the sites, and below the list on the right.

        Where the window is narrow, only the first of the sites is seen, and `more`.
        """
        field = stack(None, (self.search,), margin=(2 * GRID, GRID, 2 * GRID, GRID))
        self._of_sites, self._more = of_sites, more
        self._steps = (FlowRow([*of_sites, more]), FlowRow([*of_lists, self.show_ended]))
        self._strips = (surface(), surface())
        for strip, steps in zip(self._strips, self._steps, strict=True):
            inside = stack(None, (steps,), margin=(2 * GRID, GRID, 0, GRID))
            stack(strip, (hairline(), inside))
        left, right = self._strips
        stack(self._list, (field, hairline(), (self.sites, 1), left))
        heading = stack(
            None,
            ((self._name, 1), self.tabs),
            margin=(2 * GRID, 0, 2 * GRID, 0),
            spacing=2 * GRID,
            across=True,
        )
        parts = (heading, hairline(), (self._stack, 1), right)
        stack(self._right, parts, margin=(1, 0, 0, 0))

    def show_steps(self, shown: bool) -> None:
        """Show the buttons of the steps, which may say something else now, or hide them all."""
        wide = self.width() >= sized(WIDE)
        self._more.setVisible(not wide)
        for each in self._of_sites[1:3]:
            each.setVisible(wide)
        for strip, steps in zip(self._strips, self._steps, strict=True):
            strip.setVisible(shown)
            steps.arrange()

    # What is shown

    @property
    def rows(self) -> Sequence[SiteRow]:
        """Every site, whatever the search hides."""
        return self._all

    def show_rows(self, rows: Sequence[SiteRow]) -> None:
        """Show these sites, the chosen rows still chosen."""
        self._all = rows
        self._narrow()

    def choose(self, name: str) -> None:
        """Choose a site by its name, giving up a search that hides it."""
        if all(row.name != name for row in self._shown()):
            self.search.clear()
        for position, row in enumerate(self._shown()):
            if row.name == name:
                self.sites.selectRow(position)

    def choose_site(self, site_id: str) -> bool:
        """Choose a site; False where there is none of this id."""
        row = next((each for each in self._all if each.id == site_id), None)
        if row is None:
            return False
        if row.ended_on:
            self.show_ended.setChecked(True)
        self.choose(row.name)
        return True

    def row_of(self, subject: RosterSubject, row_id: str) -> RosterLine | None:
        """Return what the chosen site has of this id, and bring its list to the front."""
        if subject is RosterSubject.SITE:
            return self.site
        self.choose_row(subject, row_id)
        return next((row for row in self.chosen_rows if row.id == row_id), None)

    def choose_row(self, subject: RosterSubject, row_id: str) -> None:
        """Bring a row of the chosen site to the front."""
        if subject is RosterSubject.SITE:
            self.choose(next(row.name for row in self._all if row.id == row_id))
            return
        self.tabs.choose(LISTS.index(subject))
        model = self._models[subject]
        for position in range(model.rowCount()):
            if model.row_at(position).id == row_id:
                self.table.selectRow(position)

    @property
    def subject(self) -> RosterSubject:
        """What the list on the right is about."""
        return LISTS[self.tabs.current]

    @property
    def table(self) -> TableView:
        """The list on the right that is in front."""
        return self.lists[self.tabs.current]

    @property
    def site(self) -> SiteRow | None:
        """The site that is chosen."""
        index = self.sites.currentIndex()
        return self._sites.row_at(index.row()) if index.isValid() else None

    @property
    def chosen_rows(self) -> list[RosterLine]:
        """The rows that are chosen in the list on the right."""
        model = self._models[self.subject]
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [model.row_at(row) for row in rows]

    def choose_all(self) -> None:
        """Choose every row of the list on the right, or none when all are."""
        count = self._models[self.subject].rowCount()
        if len(self.chosen_rows) == count:
            self.table.clearSelection()
        else:
            self.table.selectAll()

    def step(self, way: int) -> None:
        """Bring the list before or behind to the front: 0, 1."""
        self.tabs.choose((self.tabs.current + (1 if way else -1)) % len(LISTS))
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= sized(WIDE)
        self._list.setFixedWidth(sized(_LIST_WIDTH if wide else _NARROW_LIST))
        self._fit_columns()
        self.chosen.emit()

    def _fit_columns(self) -> None:
        wide = self.width() >= sized(WIDE)
        columns = self._models[RosterSubject.WINDOW].columns
        for column, narrow in _NARROW_COLUMNS.items():
            self.windows.setColumnWidth(column, sized(columns[column].width if wide else narrow))
        for table, model in zip(self.lists, self._models.values(), strict=True):
            if model.shows_state and not wide:
                table.setColumnWidth(len(model.columns) - 1, sized(_NARROW_STATE))
        self._room.arrange()

    def _shown(self) -> list[SiteRow]:
        return [self._sites.row_at(position) for position in range(self._sites.rowCount())]

    def _narrow(self) -> None:
        before = self.site
        query, ended = self.search.text(), self.show_ended.isChecked()
        rows = [
            row
            for row in self._all
            if matches(row.site.name, query) and (ended or row.ended_on is None)
        ]
        for table, model in zip(self.lists, self._models.values(), strict=True):
            if model.show_state(ended):
                table.lay_out_columns()
                self._fit_columns()
        self._sites.set_rows(rows)
        ids = [row.id for row in rows]
        position = ids.index(before.id) if before and before.id in ids else 0
        if rows:
            self.sites.selectRow(position)
        self._show_site()

    def _show_site(self, _: QModelIndex | None = None) -> None:
        row, ended = self.site, self.show_ended.isChecked()
        windows = [w for w in row.every_window if ended or w.ended_on is None] if row else []
        taken = self._taken_kinds(row.site, windows) if row else {}
        departments = row.departments if row else ()
        shown: dict[RosterSubject, list[Any]] = {
            RosterSubject.WINDOW: [WindowRow(window, taken[window.id]) for window in windows],
            RosterSubject.STAFF: [
                StaffRow(staff, window)
                for window in windows
                for staff in window.staff
                if ended or staff.ended_on is None
            ],
            RosterSubject.DEPARTMENT: [
                DepartmentRow(each, tuple(w.number for w in windows if w.department == each.name))
                for each in departments
                if ended or each.ended_on is None
            ],
        }
        titles = (tr("Windows"), tr("Staff"), tr("Departments"))
        for place, (subject, rows) in enumerate(shown.items()):
            self._refill(self.lists[place], self._models[subject], rows)
            self.tabs.set_text(place, f"{titles[place]} {len(rows)}")
        if row:
            self._name.setText(row.site.name)
        elif query := self.search.text().strip():
            self._name.setText(tr("No site matches “{query}”", query=query))
        else:
            self._name.setText(tr("Every site has ended") if self._all else "")
        self.chosen.emit()

    def _refill(self, table: TableView, model: RosterModel[Any], rows: Sequence[Any]) -> None:
        """Show other rows of a table, the one that was in front still in front."""
        before = table.currentIndex().row()
        known = model.row_at(before).id if 0 <= before < model.rowCount() else ""
        model.set_rows(rows)
        ids = [row.id for row in rows]
        if known in ids:
            table.selectRow(ids.index(known))
        elif rows and known:
            table.selectRow(min(max(before, 0), len(rows) - 1))

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.chosen.emit()
