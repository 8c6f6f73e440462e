"""The columns of a workbook as a list: Space shows or hides one, Alt with an arrow moves it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector.domain.papers.column_choice import ColumnChoice
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.commands.shared_keys import MOVE, TICK, by_hand, key_name
from inspector.gui.measures import measures
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_height, fix_width
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.lists.table import EdgeDelegate
from inspector.translation import tr
from inspector.workspace.papers.column_choices import LEDGER_COLUMNS, SUMMARY_COLUMNS, ColumnSet

_WIDTH, _HEIGHT = 260, 240
_ROW = 3 * GRID + GRID // 2


class ColumnLists(QWidget):
    """A list for each workbook whose columns can be chosen, side by side."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = [
            _Section(session, LEDGER_COLUMNS, tr("Rectification list"), "ledgerColumns", self),
            _Section(session, SUMMARY_COLUMNS, tr("Summary"), "summaryColumns", self),
        ]
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for section in self._sections:
            row.addWidget(section)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(hand_label(wrapped("", "small"), _how_to_choose))
        column.addLayout(row)

    def refresh(self) -> None:
        """Show what is wanted now."""
        for section in self._sections:
            section.refresh()


def _how_to_choose() -> str:
    return by_hand(
        tr(
            "A click on its box or {tick} shows or hides a column; {up} and {down},"
            " or its menu, move it.",
            tick=key_name(TICK),
            up=key_name(MOVE),
            down=key_name(MOVE[1:]),
        ),
        tr("A tap on its box shows or hides a column; its menu moves it."),
    )


class _Section(QWidget):
    """The list of one workbook, and the way back to the usual columns."""

    def __init__(
        self, session: Session, columns: ColumnSet, title: str, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._columns = session, columns
        self.list = ColumnList(title, name, self)
        self.list.changed.connect(self._keep)
        usual = button(tr("Back to the usual"), f"{name}Usual", "quiet")
        usual.setAccessibleName(tr("Usual columns: {what}", what=title))
        usual.clicked.connect(self._reset)
        head = QHBoxLayout()
        head.addWidget(label(title, "secondary"), 1)
        head.addWidget(usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.list)

    def refresh(self) -> None:
        self.list.show_choice(self._session.workspace.column_choices.of(self._columns))

    def _reset(self) -> None:
        self._keep(self._session.workspace.column_choices.usual(self._columns))

    def _keep(self, choice: ColumnChoice) -> None:
        choices = self._session.workspace.column_choices
        self._session.attempt(lambda: choices.put(self._columns, choice))
        self.refresh()


class ColumnList(QListWidget):
    """The columns in order, with a box each; of those that have to be there it stays ticked."""

    changed = Signal(ColumnChoice)

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(EdgeDelegate(self))
        self.setObjectName(name)
        self.setAccessibleName(tr("Columns: {what}", what=title))
        fix_width(self, _WIDTH)
        fix_height(self, _HEIGHT)
        self._choice = ColumnChoice(())
        table, move = CommandTable(self), tr("Move the column")
        tick = tr("Show or hide the column")
        shown = table.add("tick", tick, TICK, self._toggle, left_over=True)
        table.add("move", move, MOVE, self._move, repeats=True, numbered=True, left_over=True)
        up = table.add("move-up", tr("Move up"), (), lambda: self._move(0))
        down = table.add("move-down", tr("Move down"), (), lambda: self._move(1))
        give_context_menu(self, [shown, up, down])

    def show_choice(self, choice: ColumnChoice) -> None:
        """Show a choice; the row in front stays in front."""
        at = max(0, self.currentRow())
        self._choice = choice
        self.clear()
        for column in choice.columns:
            fixed = column.header in choice.fixed
            text = tr("{column} (always)", column=column.header) if fixed else column.header
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, measures().row_of(_ROW)))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            checked = Qt.CheckState.Checked if column.shown else Qt.CheckState.Unchecked
            item.setCheckState(checked)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{text}, {tr('shown') if column.shown else tr('hidden')}",
            )
            self.addItem(item)
        self.setCurrentRow(min(at, self.count() - 1))

    def _toggle(self) -> None:
        if self.currentRow() >= 0:
            self.changed.emit(self._choice.toggled(self.currentRow()))

    def _move(self, down: int) -> None:
        at = self.currentRow()
        to = at + (-1, 1)[down]
        if at >= 0 and 0 <= to < self.count():
            self.changed.emit(self._choice.moved(at, to - at))
            self.setCurrentRow(to)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint()).row()
        if at >= 0 and event.position().x() < measures().row_of(_ROW):  # on the box
            self.changed.emit(self._choice.toggled(at))
