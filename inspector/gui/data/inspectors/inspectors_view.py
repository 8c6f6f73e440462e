"""The list of inspectors with its search and its buttons; every step is for the panel around it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.people.inspector import Inspector
from inspector.gui.measures import sized
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import day_text
from inspector.translation import tr
from inspector.workspace.inspectors.inspector_words import away_word, role_word
from inspector.workspace.pinyin import matches

_STATE, _NARROW_STATE = 272, 192
_UNIT, _LEAST_UNIT = 1, 128
"""The column of units, and the pixels of it for which phone and group give way."""


class InspectorsView(QWidget):
    """The search narrows by name, unit or group, by part, pinyin or initials."""

    chosen = Signal()
    """Another row is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._all: Sequence[Inspector] = ()
        self.model = TableModel[Inspector](
            [
                Column(tr("Person's name"), lambda each: each.name, 152),
                Column(tr("Unit"), lambda each: each.unit),
                Column(tr("Role"), lambda each: role_word(each.role), 88),
                Column(tr("Group"), lambda each: each.group, 120),
                Column(tr("Phone"), lambda each: each.phone, 128),
                Column(tr("State"), _state, _STATE),
            ]
        )
        self.search = SearchField("inspectorSearch", tr("Name, unit, group or pinyin initials"))
        fix_width(self.search, 280)
        self.table = TableView(self.model, "inspectors", tr("Inspectors"), self)
        fit_rows(self.table)
        self._room = GivingWay(self.table, _UNIT, _LEAST_UNIT, (4, 3))
        self.show_ended = QCheckBox(tr("Show ended"))
        self.show_ended.setObjectName("showEndedInspectors")
        self.show_ended.setAccessibleName(self.show_ended.text())
        self.show_ended.setMinimumHeight(4 * GRID)
        self._none = wrapped("", "secondary")
        self._none.setObjectName("noInspectorMatches")
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.table.setFocus)
        self.show_ended.toggled.connect(self._narrow)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def lay_out(self, steps: Sequence[QWidget]) -> None:
        """Put the search above the list, and the buttons of the steps below it."""
        top = stack(
            None, (self.search, (self._none, 1)),
            margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=2 * GRID, across=True,
        )  # fmt: skip
        self._strip = surface()
        self._steps = FlowRow([*steps, self.show_ended])
        inside = stack(None, (self._steps,), margin=(2 * GRID, GRID, 0, GRID))
        stack(self._strip, (hairline(), inside))
        stack(self, (top, hairline(), (self.table, 1), self._strip))

    def show_steps(self, on: bool) -> None:
        """Show the buttons below the list, or leave their room to a form."""
        self._strip.setVisible(on)
        self._steps.arrange()

    def show_rows(self, inspectors: Sequence[Inspector]) -> None:
        """Show other inspectors, whoever was in front still in front."""
        self._all = inspectors
        self._narrow()

    @property
    def rows(self) -> Sequence[Inspector]:
        """Every inspector, shown or not."""
        return self._all

    @property
    def chosen_rows(self) -> list[Inspector]:
        """Those that are chosen."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self.model.row_at(row) for row in rows]

    def choose(self, inspector_id: str) -> None:
        """Bring somebody to the front, whatever is looked for."""
        if inspector_id not in self._ids() and any(e.id == inspector_id for e in self._all):
            self.search.clear()
        if inspector_id in self._ids():
            self.table.selectRow(self._ids().index(inspector_id))

    def choose_all(self) -> None:
        """Choose every row, or none when all are."""
        if len(self.chosen_rows) == self.model.rowCount():
            self.table.clearSelection()
        else:
            self.table.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnWidth(5, sized(_STATE if self.width() >= sized(900) else _NARROW_STATE))
        self._room.arrange()

    def _ids(self) -> list[str]:
        return [self.model.row_at(row).id for row in range(self.model.rowCount())]

    def _narrow(self) -> None:
        before = self.table.currentIndex().row()
        known = self._ids()[before] if 0 <= before < self.model.rowCount() else ""
        query, ended = self.search.text(), self.show_ended.isChecked()
        rows = [
            each
            for each in self._all
            if (ended or not each.ended)
            and any(matches(text, query) for text in (each.name, each.unit, each.group))
        ]
        self.model.set_rows(rows)
        ids = [each.id for each in rows]
        if rows:
            self.table.selectRow(ids.index(known) if known in ids else max(before, 0) % len(rows))
        nobody = tr("Nobody matches “{query}”", query=query.strip()) if query.strip() else ""
        everybody_ended = tr("Everybody has ended") if self._all else ""
        self._none.setText("" if rows else nobody or everybody_ended)
        self.chosen.emit()


def _state(inspector: Inspector) -> str:
    if inspector.ended_on is not None:
        return tr("ended on {day}", day=day_text(inspector.ended_on))
    return away_word(inspector)
