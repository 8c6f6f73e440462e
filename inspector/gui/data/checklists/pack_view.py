"""One pack as an inspector reads it: how it scores, its items by category, the chosen item."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.visit.roster import Site
from inspector.gui.data.checklists.item_strip import ItemStrip
from inspector.gui.data.checklists.lost_overrides import LostOverrides
from inspector.gui.data.checklists.pack_filter import PackFilter
from inspector.gui.data.checklists.pack_model import (
    MARK_COLUMN,
    PLACE_COLUMNS,
    RULE_COLUMN,
    ItemRow,
    item_matches,
    item_model,
)
from inspector.gui.data.checklists.pack_summary import PackSummary
from inspector.gui.measures import measures, sized
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import surface
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word, short_category_word

WIDE = 880
"""Pixels from which there is room for every column."""

_LEAST = 376
"""Pixels that the items and what narrows them have at least."""

DETAILS_FROM = 320
"""Pixels of height, without the summary, from which the chosen item has room, too."""


class PackView(QWidget):
    """Shows the pack it is given; site, place, category and search narrow its items."""

    keys_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface("panel", self)
        self._session = session
        self._pack: Pack | None = None
        self._rows: list[ItemRow] = []
        self._categories: list[Category | None] = [None, *Category]
        self._counts = [0] * len(self._categories)
        self._model = item_model(lambda: self._pack)
        self.summary = PackSummary(self)
        self.filter = PackFilter(self)
        self.tabs = TabRow(
            [(f"category-{category or 'all'}", "") for category in self._categories],
            tr("Category"),
        )
        self.items = TableView(self._model, "packItems", tr("Items"), self)
        self._nothing = wrapped("", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.strip = ItemStrip(session, self)
        self.lost = LostOverrides(self)
        self._build()
        self.tabs.chosen.connect(self._narrow)
        self.filter.changed.connect(self._narrow)
        self.filter.site_changed.connect(self.read_numbers)
        self.filter.search.left.connect(self.items.setFocus)
        self.items.selectionModel().currentRowChanged.connect(self._show_item)
        self.items.opened.connect(lambda _: self.adapt())
        self.lost.dropped.connect(self._drop_lost)
        self.strip.closed.connect(self.items.setFocus)
        self.strip.keys_changed.connect(self.keys_changed)

    def _build(self) -> None:
        narrowing = QVBoxLayout()
        narrowing.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        narrowing.addWidget(self.filter)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(GRID // 2, 0, 2 * GRID, 0)
        tabs.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addLayout(narrowing)
        column.addWidget(hairline())
        column.addWidget(self.lost)
        column.addLayout(tabs)
        column.addWidget(hairline())
        column.addWidget(self.items, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.strip)

    @property
    def site(self) -> Site | None:
        """The site whose numbers are shown."""
        return self.filter.site

    @property
    def asked(self) -> list[Item]:
        """The items that are shown and asked, in their order."""
        rows = (self._model.row_at(row) for row in range(self._model.rowCount()))
        return [row.item for row in rows if not row.off]

    def row_at(self, index: QModelIndex) -> ItemRow:
        """Return the item of a row that is shown."""
        return self._model.row_at(index.row())

    @property
    def narrowed(self) -> str:
        """What the shown items were chosen by, in words."""
        query = self.filter.search.text().strip()
        words = (self.site.name if self.site else "", self.filter.place, query and f"“{query}”")
        return " · ".join(word for word in words if word)

    def show_pack(self, pack: Pack | None, other_versions: Sequence[str] = ()) -> None:
        """Show a pack, of which there are other versions, or none."""
        self._pack = pack
        if pack is not None:
            self.summary.show_pack(pack, other_versions)
            self.filter.offer_kinds(pack)
        self.read_numbers()

    def read_numbers(self) -> None:
        """Read what the chosen site changes of the pack, and show it."""
        pack, site = self._pack, self.site
        self._rows = []
        if pack is not None:
            overrides = self._session.workspace.overrides
            used = overrides.pack_for(site, pack.id) if site else pack
            own = {override.item_id: override for override in used.overrides}
            self._rows = [
                ItemRow(used.item_by_id.get(item.id, item), own.get(item.id))
                for item in pack.items()
            ]
        lost = self._session.workspace.overrides.lost(site, pack.id) if site and pack else []
        self.lost.show_lost(lost)
        self.items.setColumnHidden(MARK_COLUMN, site is None)
        self._narrow()
        self.keys_changed.emit()

    def _drop_lost(self, item_id: str) -> None:
        pack, site = self._pack, self.site
        if pack is None or site is None:
            return
        overrides = self._session.workspace.overrides
        self._session.attempt(lambda: overrides.drop(site, pack.id, item_id))
        if self.lost.isHidden():
            self.items.setFocus()

    def why_not_adapt(self) -> str:
        """Return why no item can be adapted; '' when one can."""
        return "" if self._model.rowCount() else tr("No item is listed.")

    def adapt(self) -> None:
        """Let the numbers of the chosen item be adapted: the site comes first."""
        index = self.items.currentIndex()
        if self.site is None or self._pack is None:
            self.filter.site_choice.setFocus()
        elif index.isValid():
            self.strip.open_form(self._model.row_at(index.row()), self._pack, self.site)
            self._make_room()
            QTimer.singleShot(0, self._keep_in_sight)  # once it has taken its room from the items

    def _keep_in_sight(self) -> None:
        """Keep the chosen item in sight."""
        self.items.scrollTo(self.items.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= sized(WIDE)
        self.filter.make_room(wide, self.width())
        self.items.setColumnWidth(
            RULE_COLUMN, sized(self._model.columns[RULE_COLUMN].width if wide else 160)
        )
        for column in PLACE_COLUMNS:
            self.items.setColumnHidden(column, not wide)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        # What has no room is hidden and never sets the minimum; but a form that is open is whole.
        layout = self.layout()
        whole = layout.minimumSize().height() if layout is not None and self.strip.is_open else 0
        return QSize(sized(_LEAST), max(160, whole))

    def _make_room(self) -> None:
        for counted, words in ((True, category_word), (False, category_word),
                               (False, short_category_word)):  # fmt: skip
            self._label_tabs(words, counted)
            if self.tabs.least_width() <= self.width() - 3 * GRID:
                break
        self.tabs.setFixedWidth(self.tabs.least_width())  # now: its layout may come to it later
        height = self.height()
        self.summary.make_room(0 if self.strip.is_open and measures().by_finger else height)
        self.strip.details.be_short(height < self.summary.MEASURES_FROM)
        left = height - (0 if self.summary.isHidden() else self.summary.sizeHint().height())
        self.strip.make_room(left >= DETAILS_FROM, bool(self._model.rowCount()))

    def _narrow(self) -> None:
        index = self.items.currentIndex()
        before = self._model.row_at(index.row()).item.id if index.isValid() else ""
        query = self.filter.search.text()
        found = [
            row
            for row in self._rows
            if self.filter.lets_through(row.item) and item_matches(row.item, query)
        ]
        self._counts = [
            sum(category in (None, row.item.category) for row in found)
            for category in self._categories
        ]
        wanted = self._categories[self.tabs.current]
        rows = [row for row in found if wanted in (None, row.item.category)]
        self._model.set_rows(rows)
        off = sum(row.off for row in rows)
        self.filter.show_count(len(rows) - off, off)
        self.items.setVisible(bool(rows))
        self._make_room()
        self._nothing.setVisible(not rows)
        self._nothing.setText(
            tr("No item matches “{query}”", query=query.strip())
            if query.strip()
            else tr("Nothing is asked here.")
        )
        if rows:
            ids = [row.item.id for row in rows]
            self.items.selectRow(ids.index(before) if before in ids else 0)
            self.items.scrollTo(self.items.currentIndex())

    def _label_tabs(self, words: Callable[[Category], str], counted: bool) -> None:
        for position, category in enumerate(self._categories):
            title = words(category) if category else tr("All")
            self.tabs.set_text(position, f"{title} {self._counts[position]}" if counted else title)

    def _show_item(self, index: QModelIndex) -> None:
        if self._pack is not None and index.isValid():
            self.strip.show_row(self._model.row_at(index.row()), self._pack)
