"""What each inspector found and how strictly, for the office: gone into, and left again."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.points import Hundredths, format_score
from inspector.domain.errors import InspectorError
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import SIDEWAYS
from inspector.gui.data.inspectors.strictness_query import StrictnessQuery
from inspector.gui.frame.panel import add_table_keys
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.reading_veil import ReadingVeil
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.inspectors.inspector_figures import InspectorFigure

_NONE = "—"
_YEAR = timedelta(days=365)


class StrictnessView(QWidget):
    """A row for each inspector of a period; Esc goes back."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._session = session
        self._model = TableModel[InspectorFigure](
            [
                Column(tr("Person's name"), lambda each: each.inspector.name, 128),
                Column(tr("Group"), lambda each: each.inspector.group),
                Column(tr("Visits"), lambda each: str(each.visits), 80, True),
                Column(tr("Windows"), lambda each: str(each.windows), 80, True),
                Column(tr("Findings"), lambda each: str(each.findings), 80, True),
                Column(tr("Off per window"), _of(lambda each: each.strictness.own_mean), 120, True),
                Column(tr("Others there"), _of(lambda each: each.strictness.other_mean), 120, True),
                Column(tr("Difference"), _difference, 104, True),
                Column(tr("Windows compared"), _compared, 128, True),
            ]
        )
        self.table = TableView(self._model, "strictness", tr("What inspectors found"), self)
        fit_rows(self.table)
        self._veil = ReadingVeil(self.table)
        self._query = StrictnessQuery(session, self._refuse, self)
        self._room = GivingWay(self.table, 1, 80, (3, 2, 4, 6, 5))
        self._period = Choice("strictnessPeriod", tr("Period"))
        fix_width(self._period, 144)
        self._period.offer(
            [(tr("Last 12 months"), "year"), (tr("This year"), "calendar"), (tr("All"), "all")]
        )
        self._period.activated.connect(lambda _: self.show_figures())
        self.commands = CommandTable(self)
        back = self.commands.add(
            "leave", tr("Back to the inspectors"), "Esc", self.left.emit, short=tr("Back")
        )
        self.commands.add(
            "period", tr("Period"), SIDEWAYS, self._step, short=tr("Period"), at=self.table,
            numbered=True, choices=(tr("Period before"), tr("Period after")),
        )  # fmt: skip
        add_table_keys(self.commands, self.table)
        give_context_menu(self.table, [self.commands["copy"], back])
        title = ElidedLabel("section")
        title.setText(tr("What inspectors found"))
        made = command_button(back, "leaveStrictness", text=f"← {tr('Back')}")
        head = stack(
            None,
            (made, (title, 1), label(tr("Period"), "secondary"), self._period),
            margin=(2 * GRID, GRID, 2 * GRID, GRID),
            spacing=2 * GRID,
            across=True,
        )
        self._back = made
        self._how = wrapped("", "small")
        self._how.setObjectName("strictnessHow")
        words = stack(None, (self._how,), margin=(2 * GRID, 0, 2 * GRID, GRID))
        self._empty = EmptyNote(
            tr("No figures yet"),
            tr(
                "Once inspectors on the list have completed scored visits, what they found stands"
                " here. Visits with names that were typed alone are not among them."
            ),
        )
        stack(self, (head, words, hairline(), (self.table, 1), (self._empty, 1)))

    def show_figures(self) -> None:
        """Read the figures of the period that is chosen, and show them; none meanwhile."""
        self._show([])
        self.commands.set_there("period", True)
        self.table.show()
        self._empty.hide()
        self._veil.fall()
        self.table.setFocus()
        self._query.ask(*self._days(), self._on_read)

    def _on_read(self, rows: Sequence[InspectorFigure]) -> None:
        has_keyboard = self.table.hasFocus()
        self._veil.lift()
        self._show(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.commands.set_there("period", bool(rows))
        if rows:
            self.table.selectRow(0)
        if has_keyboard:
            self.take_focus()

    def _show(self, rows: Sequence[InspectorFigure]) -> None:
        figures = self._session.workspace.inspector_figures
        self._how.setText(
            tr(
                "For the office only; on no paper. Points off per window in percent, as found, set"
                " against what the others took off at the same halls with the same checklists;"
                " above 0 is stricter. Where either side has fewer windows than {least} there is"
                " none.",
                least=figures.least,
            )
        )
        self._model.set_rows(rows)
        for name in ("choose", "copy"):  # of rows, of which there are none
            self.commands.set_there(name, bool(rows))

    def _refuse(self, error: InspectorError) -> None:
        self._veil.stay()
        self._session.refused.emit(error)

    def take_focus(self) -> None:
        """Take the keyboard: into the list, or where one goes back."""
        (self.table if self._model.rowCount() else self._back).setFocus()

    def _step(self, way: int) -> None:
        place = self._period.currentIndex() + 2 * way - 1
        if 0 <= place < self._period.count():
            self._period.setCurrentIndex(place)
            self.show_figures()

    def _days(self) -> tuple[date, date]:
        today = self._session.workspace.now().date()
        match self._period.currentData():
            case "year":
                return today - _YEAR, today
            case "calendar":
                return today.replace(month=1, day=1), today
        return date.min, date.max


def _of(
    value: Callable[[InspectorFigure], Hundredths | None],
) -> Callable[[InspectorFigure], str]:
    def text(figure: InspectorFigure) -> str:
        number = value(figure)
        return _NONE if number is None else format_score(number)

    return text


def _difference(figure: InspectorFigure) -> str:
    spread = figure.strictness.spread
    if spread is None:
        return tr("too few")
    sign = "+" if spread > 0 else "-" if spread < 0 else ""
    return f"{sign}{format_score(abs(spread))}"


def _compared(figure: InspectorFigure) -> str:
    return f"{figure.strictness.windows} : {figure.strictness.others}"
