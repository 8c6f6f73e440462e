"""Choosing a site: by a part of its name, its pinyin or its initials, or by the arrow keys."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector.domain.visit.roster import Site
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, plain_tip
from inspector.gui.widgets.lists.text_list import VALUE, form_list
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr
from inspector.workspace.pinyin import matches

SITES_WIDTH, NARROW_SITES_WIDTH = 280, 216


class _SiteFilter(QSortFilterProxyModel):
    """Sites whose name, pinyin or initials contain what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.query = ""

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        name = self.sourceModel().index(row, 0, parent).data()
        return matches(name, self.query)

    def set_query(self, query: str) -> None:
        """Show only what contains `query`."""
        self.query = query
        self.invalidate()


class _SearchEdit(QLineEdit):
    """The arrow keys leave it for the list below."""

    down = Signal()
    entered = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.SelectAll)
            and not self.text()
        ):
            return False  # Ctrl+A ticks the windows while there is no text to mark
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class SiteSearch(QWidget):
    """A field and the sites that fit what is in it; one is always chosen where there is any."""

    changed = Signal()  # another site, or none
    entered = Signal()  # Enter: the site is the one

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self.search = _SearchEdit()
        self.search.setObjectName("siteSearch")
        self.search.setPlaceholderText(tr("Find a site: name or pinyin initials"))
        self.search.setAccessibleName(tr("Find a site"))
        self._model = QStandardItemModel()
        self._filter = _SiteFilter()
        self._filter.setSourceModel(self._model)
        self.sites = form_list("sites", tr("Sites"))
        self.sites.setModel(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.addWidget(label(tr("Site"), "section"))
        column.addWidget(self.search)
        column.addWidget(self.sites, 1)
        self.search.textChanged.connect(self._on_search)
        self.search.down.connect(self.sites.setFocus)
        self.search.entered.connect(self.entered)
        self.sites.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())
        self.sites.activated.connect(lambda index: self.entered.emit())

    @property
    def site(self) -> Site | None:
        """The site that is chosen."""
        index = self.sites.currentIndex()
        return index.data(VALUE) if index.isValid() else None

    def draft_text(self) -> str:
        """Return which site is chosen, as a draft keeps it."""
        return self.site.id if self.site is not None else ""

    def show_draft(self, text: str) -> None:
        """Choose the site that was chosen when a draft was kept, if it is still there."""
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if index.data(VALUE).id == text:
                self.sites.setCurrentIndex(index)

    def show_sites(self, sites: list[Site]) -> None:
        """Offer `sites`, with an empty field; the first of them is chosen."""
        self.search.clear()
        self._model.clear()
        for site in sites:
            item = QStandardItem(site.name)
            item.setData(site, VALUE)
            item.setToolTip(plain_tip(site.name))
            self._model.appendRow(item)
        self._choose_first()

    def _on_search(self, text: str) -> None:
        self._filter.set_query(text)
        self._choose_first()

    def _choose_first(self) -> None:
        self.sites.setCurrentIndex(self._filter.index(0, 0))
        self.changed.emit()
