"""What mistakes cost by a checklist, and what bringing it over to direct deduction changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.checklist import Pack
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.measures import sized
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.tab_row import TabRow
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr
from inspector.workspace.packs.conversion import (
    Conversion,
    cost_heads,
    cost_rows,
    mistakes_compared,
)
from inspector.workspace.packs.mistake_words import mistake_heads, mistake_rows

MISTAKES, ITEMS = 0, 1
"""The tabs, in their order."""

_WIDTHS = {MISTAKES: (0, 64, 116, 116, 116, 120, 112, 88), ITEMS: (0, 112, 144, 144)}

WIDE, _COUNT = 900, 1
"""Pixels from which there is room for the column that counts the items."""

Row = tuple[str, ...]


class CostView(QWidget):
    """Two tables behind tabs; the second one only where a checklist is to be brought over."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = False
        self._heading = wrapped("", "title")
        self._heading.setObjectName("costHeading")
        self.commands = CommandTable(self)
        confirm, leave = self.commands.add_answers(
            (tr("Make the new version"), self.confirmed.emit), (tr("Back"), self.left.emit)
        )
        self._confirm = command_button(confirm, "confirmConversion", "primary")
        self._leave = command_button(leave, "leaveCosts")
        self._summary = TextBox("costSummary", tr("What mistakes cost"), "secondary")
        self.tabs = TabRow(
            [
                ("costs-mistakes", tr("Typical mistakes")),
                ("costs-items", tr("What each item costs")),
            ],
            tr("What mistakes cost"),
        )
        self._models = (_model(mistake_heads(), MISTAKES), _model(cost_heads(), ITEMS))
        below = QWidget(self)
        self._front = front = QStackedWidget(below)
        mistakes = TableView(self._models[MISTAKES], "mistakeCosts", tr("Typical mistakes"), front)
        items = TableView(self._models[ITEMS], "itemCosts", tr("What each item costs"), front)
        self.tables = (mistakes, items)
        for table in self.tables:
            fit_rows(table)
            give_context_menu(table, list(self.commands))
            front.addWidget(table)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(GRID // 2, 0, 2 * GRID, 0)
        tabs.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        stack(below, (tabs, (front, 1)))
        answers = (self._leave, self._confirm)
        lay_out_question(self, self._heading, answers, (self._summary,), below)
        self.tabs.chosen.connect(self._turn)

    def show_mistakes(self, pack: Pack) -> None:
        """Show what typical mistakes leave of a score, to look at."""
        heading = tr(
            "“{title}” {version}: typical mistakes", title=pack.title, version=pack.version
        )
        said = tr(
            "What is left of a score after mistakes at one window: of so many light slips the"
            " highest and the lowest score that they can leave."
        )
        self._show(heading, said, mistake_rows(pack), ())

    def ask(self, conversion: Conversion) -> None:
        """Show what bringing a pack over changes, and ask whether it should be."""
        before, after = conversion.before, conversion.after
        heading = tr("Bring “{title}” over to direct deduction?", title=after.title)
        said = tr(
            "Version {before} → {after}: every item keeps what it takes off, and its gravity"
            " follows from that. Visits that were started keep the version they were started"
            " with; scores of the two are not ranked together.",
            before=before.version,
            after=after.version,
        )
        self._show(heading, said, mistakes_compared(conversion), cost_rows(conversion))

    def take_focus(self) -> None:
        """Go to the answer, or to the rows where nothing is asked."""
        if self._asks:
            self._confirm.setFocus()
        else:
            self.tables[MISTAKES].setFocus()

    def _show(self, heading: str, said: str, mistakes: Sequence[Row], items: Sequence[Row]) -> None:
        self._asks = asks = bool(items)
        self._heading.setText(heading)
        self._summary.set_text(said)
        for model, table, rows in zip(self._models, self.tables, (mistakes, items), strict=True):
            model.set_rows(rows)
            if rows:
                table.selectRow(0)
        self.tabs.setVisible(asks)
        self.tabs.choose(ITEMS if asks else MISTAKES)
        self._turn(ITEMS if asks else MISTAKES)
        self._confirm.setVisible(asks)
        self.commands.set_there("confirm", asks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tables[MISTAKES].setColumnHidden(_COUNT, self.width() < sized(WIDE))

    def _turn(self, tab: int) -> None:
        self._front.setCurrentIndex(tab)


def _model(heads: Sequence[str], tab: int) -> TableModel[Row]:
    widths = zip(heads, _WIDTHS[tab], strict=True)
    return TableModel(
        [Column(head, _cell(at, tab), width) for at, (head, width) in enumerate(widths)]
    )


def _cell(at: int, tab: int) -> Callable[[Row], str]:
    """Return what a column says of a row; grades stand below their scores."""
    if tab == MISTAKES and at:
        return lambda row: row[at].replace(" ", "\n")
    return lambda row: row[at]
