"""One pack as an inspector reads it: how it scores, its items by category, the chosen item."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.checklist import Category, Pack
from inspector.gui.data.item_details import ItemDetails
from inspector.gui.data.pack_model import PLACE_COLUMNS, RULE_COLUMN, item_matches, item_model
from inspector.gui.data.pack_words import grades_text, policy_text, weights_text
from inspector.gui.data.search_field import SearchField
from inspector.gui.data.tab_row import TabRow
from inspector.gui.labels import hairline, wrapped
from inspector.gui.table import TableView
from inspector.gui.theme import GRID
from inspector.gui.words import category_word
from inspector.translation import tr

WIDE = 880
"""Pixels from which there is room for every column."""

RULES_FROM, MEASURES_FROM, DETAILS_FROM = 480, 420, 280
"""Pixels of height from which these have room besides the items."""


class PackView(QWidget):
    """Shows the pack it is given; a category and a search narrow its items."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pack: Pack | None = None
        self._categories: list[Category | None] = [None, *Category]
        self._counts = [0] * len(self._categories)
        self._model = item_model(lambda: self._pack)
        self._summary = wrapped()
        self._summary.setObjectName("packSummary")
        self._measures = wrapped("", "secondary")
        self._measures.setObjectName("packMeasures")
        self._rules = wrapped("", "secondary")
        self._rules.setObjectName("packRules")
        self.tabs = TabRow(
            [(f"category-{category or 'all'}", "") for category in self._categories],
            tr("Category"),
        )
        self.search = SearchField("itemSearch", tr("Find an item"))
        self.items = TableView(self._model, "packItems", tr("Items"))
        self._nothing = wrapped("", "secondary")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._details = ItemDetails()
        self._build()
        self.tabs.chosen.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.items.setFocus)
        self.items.selectionModel().currentRowChanged.connect(self._show_item)

    def _build(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        head.setHorizontalSpacing(2 * GRID)
        head.setVerticalSpacing(GRID // 2)
        head.setColumnStretch(0, 1)
        head.addWidget(self._summary, 0, 0)
        head.addWidget(self.search, 0, 1)
        head.addWidget(self._measures, 1, 0, 1, 2)
        head.addWidget(self._rules, 2, 0, 1, 2)
        narrowing = QHBoxLayout()
        narrowing.setContentsMargins(GRID // 2, 0, 2 * GRID, 0)
        narrowing.addWidget(self.tabs)
        narrowing.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addLayout(narrowing)
        column.addWidget(hairline())
        column.addWidget(self.items, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._details)

    def show_pack(self, pack: Pack | None) -> None:
        """Show a pack, or none."""
        self._pack = pack
        if pack is not None:
            self._measures.setText(f"{weights_text(pack)}    {grades_text(pack)}")
            self._rules.setText(policy_text(pack))
        self._narrow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.search.setFixedWidth(240 if wide else 176)
        self.items.setColumnWidth(
            RULE_COLUMN, self._model.columns[RULE_COLUMN].width if wide else 160
        )
        for column in PLACE_COLUMNS:
            self.items.setColumnHidden(column, not wide)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 160)  # what has no room is hidden, so that it never sets the minimum

    def _make_room(self) -> None:
        self._label_tabs(counted=True)
        if self.tabs.minimumSizeHint().width() > self.width():
            self._label_tabs(counted=False)
        height = self.height()
        self._details.be_short(height < MEASURES_FROM)
        if self._pack is not None:
            summary = self._pack.summary if height >= MEASURES_FROM else ""
            self._summary.setText(summary or self._pack.title)
        self._rules.setVisible(height >= RULES_FROM)
        self._measures.setVisible(height >= MEASURES_FROM)
        self._details.setVisible(height >= DETAILS_FROM and bool(self._model.rowCount()))

    def _narrow(self) -> None:
        items = list(self._pack.items()) if self._pack else []
        found = [item for item in items if item_matches(item, self.search.text())]
        self._counts = [
            sum(category in (None, item.category) for item in found)
            for category in self._categories
        ]
        wanted = self._categories[self.tabs.current]
        self._model.set_rows([item for item in found if wanted in (None, item.category)])
        any_left = bool(self._model.rowCount())
        self.items.setVisible(any_left)
        self._make_room()
        self._nothing.setVisible(not any_left)
        self._nothing.setText(tr("No item matches “{query}”", query=self.search.text().strip()))
        if any_left:
            self.items.selectRow(0)
            self.items.scrollToTop()

    def _label_tabs(self, counted: bool) -> None:
        for position, category in enumerate(self._categories):
            title = category_word(category) if category else tr("All")
            self.tabs.set_text(position, f"{title} {self._counts[position]}" if counted else title)

    def _show_item(self, index: QModelIndex) -> None:
        if self._pack is not None and index.isValid():
            self._details.show_item(self._model.row_at(index.row()), self._pack)
