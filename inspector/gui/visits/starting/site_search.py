"""Choosing a site: by a part of its name, its pinyin or its initials, or by the arrow keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector.domain.visit.roster import Site
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.lists.text_list import NarrowedList
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr

SITES_WIDTH, NARROW_SITES_WIDTH = 280, 216


class _SearchEdit(QLineEdit):
    """The arrow keys leave it for the list below; Esc empties it before it leaves the page."""

    down = Signal()
    entered = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            marks = event.matches(QKeySequence.StandardKey.SelectAll)
            if not self.text() and (marks or event.text() == "?"):
                return False  # Ctrl+A ticks the windows, ? opens the keys: no text, no search
            if self.text() and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
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
        self.sites = NarrowedList[Site]("sites", tr("Sites"), spacing=2)
        # Halls of one city begin alike: what tells them apart stands at the end.
        self.sites.setTextElideMode(Qt.TextElideMode.ElideMiddle)
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
        return self.sites.value

    def draft_text(self) -> str:
        """Return which site is chosen, as a draft keeps it."""
        return self.site.id if self.site is not None else ""

    def show_draft(self, text: str) -> None:
        """Choose the site that was chosen when a draft was kept, if it is still there."""
        self.sites.stand_on(lambda site: site.id == text)

    def show_sites(self, sites: list[Site]) -> None:
        """Offer `sites`, with an empty field; the first of them is chosen."""
        self.search.clear()
        self.sites.texts.clear()
        for site in sites:
            self.sites.add(site.name, site)
        self._on_search("")

    def _on_search(self, text: str) -> None:
        self.sites.narrow(text)
        self.changed.emit()
