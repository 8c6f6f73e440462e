"""The roster as it is: the sites on the left, the windows of the chosen one on the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.visit.roster import Site, Window
from inspector.gui.data.roster.roster_words import people_text
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.pinyin import matches

WIDE = 1000
"""Pixels from which columns and list have the width they want."""

_LIST_WIDTH = 280
_NARROW_LIST = 208
_NARROW_COLUMNS = {0: 112, 1: 112, 3: 112, 4: 96}


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site with its windows."""

    site: Site
    windows: tuple[Window, ...]


def site_model() -> TableModel[SiteRow]:
    """Return a model of sites."""
    return TableModel(
        [
            Column(tr("Site"), lambda row: row.site.name),
            Column(tr("Windows"), lambda row: str(len(row.windows)), 80, number=True),
        ]
    )


def window_model(kind_title: Callable[[str], str]) -> TableModel[Window]:
    """Return a model of the windows of a site."""
    return TableModel(
        [
            Column(tr("Window"), lambda window: window.number, 144),
            Column(tr("Kind"), lambda window: kind_title(window.kind) if window.kind else "", 128),
            Column(tr("People on duty"), lambda window: people_text(window.staff)),
            Column(tr("Department"), lambda window: window.department, 160),
            Column(tr("Leader"), lambda window: window.leader, 128),
        ]
    )


class RosterView(QWidget):
    """Shows what it is given; the search narrows the sites by part, pinyin or initials."""

    def __init__(self, kind_title: Callable[[str], str]) -> None:
        super().__init__()
        self._all: Sequence[SiteRow] = ()
        self._sites, self._windows = site_model(), window_model(kind_title)
        self.search = SearchField("siteSearch", tr("Site or pinyin initials"))
        self.sites = TableView(self._sites, "sites", tr("Sites"))
        self.sites.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.windows = TableView(self._windows, "windows", tr("Windows of the site"))
        fit_rows(self.sites)
        fit_rows(self.windows)
        self._name = wrapped("", "section")
        self._count = label("", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._list = self._left()
        row.addWidget(self._list)
        row.addWidget(self._right(), 1)
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.sites.setFocus)
        self.sites.selectionModel().currentRowChanged.connect(self._show_windows)
        self.sites.opened.connect(lambda _: self.windows.setFocus())

    @property
    def rows(self) -> Sequence[SiteRow]:
        """Every site, whatever the search hides."""
        return self._all

    def show_rows(self, rows: Sequence[SiteRow]) -> None:
        """Show these sites, the chosen one still chosen."""
        self._all = rows
        self._narrow()

    def choose(self, name: str) -> None:
        """Choose a site by its name, giving up a search that hides it."""
        if all(row.site.name != name for row in self._shown()):
            self.search.clear()
        for position, row in enumerate(self._shown()):
            if row.site.name == name:
                self.sites.selectRow(position)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self._list.setFixedWidth(_LIST_WIDTH if wide else _NARROW_LIST)
        for column, narrow in _NARROW_COLUMNS.items():
            self.windows.setColumnWidth(
                column, self._windows.columns[column].width if wide else narrow
            )

    def _left(self) -> QWidget:
        left = surface()
        field = QHBoxLayout()
        field.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        field.addWidget(self.search)
        stack(left, (field, hairline(), (self.sites, 1)))
        return left

    def _right(self) -> QWidget:
        right = surface("panel")
        heading = QHBoxLayout()
        heading.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        heading.setSpacing(2 * GRID)
        heading.addWidget(self._name, 1)
        heading.addWidget(self._count)
        stack(right, (heading, hairline(), (self.windows, 1)), margin=(1, 0, 0, 0))
        return right

    def _shown(self) -> list[SiteRow]:
        return [self._sites.row_at(position) for position in range(self._sites.rowCount())]

    def _chosen(self) -> SiteRow | None:
        index = self.sites.currentIndex()
        return self._sites.row_at(index.row()) if index.isValid() else None

    def _narrow(self) -> None:
        before = self._chosen()
        query = self.search.text()
        rows = [row for row in self._all if matches(row.site.name, query)]
        self._sites.set_rows(rows)
        ids = [row.site.id for row in rows]
        position = ids.index(before.site.id) if before and before.site.id in ids else 0
        if rows:
            self.sites.selectRow(position)
        self._show_windows()

    def _show_windows(self, _: QModelIndex | None = None) -> None:
        row = self._chosen()
        windows = row.windows if row else ()
        self._windows.set_rows(windows)
        if row:
            self._name.setText(row.site.name)
            self._count.setText(tr_count(len(windows), "1 window", "{count} windows"))
        else:
            self._name.setText(tr("No site matches “{query}”", query=self.search.text().strip()))
            self._count.setText("")
