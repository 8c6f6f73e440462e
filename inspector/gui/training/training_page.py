"""培训建议 of a period: whom to train in what, what that rests on, and what came of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.days.span import Span
from inspector.domain.errors import InspectorError
from inspector.domain.training.suggestion import Suggestion
from inspector.domain.training.training_facts import Grouping
from inspector.excel.papers.training_words import meeting_line
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.jobs.keys_wait import KeysWait
from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import TRAINING, save_paper
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.training.outcome_words import grouping_word
from inspector.gui.training.training_commands import FORM, HELD, training_commands
from inspector.gui.training.training_form import TrainingForm
from inspector.gui.training.training_query import TrainingQuery
from inspector.gui.training.training_tables import held_model, item_model, suggestion_model
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.giving_way import GivingWay
from inspector.gui.widgets.lists.reading_veil import ReadingVeil
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.widgets.tab_row import TabRow
from inspector.gui.widgets.text_box import TextBox
from inspector.gui.words import day_text, span_text
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent, Period
from inspector.workspace.training.training_report import HeldLine, TrainingReport

_VIEWS = (Grouping.TEAM, Grouping.KIND)


class TrainingPage(Page):
    """One goes into it from 汇总; Esc leads back there."""

    left = Signal()

    commands: CommandTable
    chapter = "training"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trainingPage")
        self._session = session
        self._query = TrainingQuery(session, self._refuse, self)
        self._keys = KeysWait(self._query, lambda: self._reads)
        today = session.workspace.now().date()
        self._extent = Extent(Period(today, today))
        self.report = _nothing(self._extent, session)
        self._reads = False  # what stands in the tables is not known yet

    def build(self) -> Iterator[None]:
        session = self._session
        told = lambda: self.report  # noqa: E731
        # Inside each other from the first: what gets another parent is dressed anew.
        self.head = PageHead(parent=self)
        self._stack = QStackedWidget(self)
        self.line = AskLine()
        self.line.setObjectName("trainingLine")
        tabs = [(f"training-{each.value}", grouping_word(each)) for each in _VIEWS]
        self.tabs = TabRow([*tabs, ("training-held", tr("Held"))], tr("Views"))
        self._model = suggestion_model(told)
        self.table = TableView(self._model, "trainingSuggestions", tr("Training suggestions"))
        self._items = item_model()
        self.items = TableView(self._items, "trainingItems", tr("Items that it rests on"))
        self._held = held_model(told)
        self.held = TableView(self._held, "trainingsHeld", tr("Trainings held"))
        for view in (self.table, self.items, self.held):
            view.setSelectionMode(TableView.SelectionMode.SingleSelection)
            fit_rows(view)
        yield
        self._room = GivingWay(self.held, 3, 160, (8, 7, 1))
        self._drill = TextBox("trainingDrill", tr("Drill"), "secondary")
        self.form = TrainingForm(lambda: session.workspace.now().date())
        self._empty = EmptyNote(
            tr("Nothing to train"),
            tr(
                "No team and no kind of window got the same thing wrong often enough in this"
                " period. A longer period or all sites may show more."
            ),
        )
        self._none_held = EmptyNote(
            tr("No training was entered yet"),
            tr(
                "Choose a suggestion and enter that its training was held; the next inspections"
                " show here whether it helped."
            ),
        )
        yield
        self.commands = training_commands(self)
        self.head.lead_back(self.commands["leave"])
        self.head.add(command_button(self.commands["print"], "printTraining", text=tr("Print…")))
        self.head.add(command_button(self.commands["export"], "exportTraining", text=tr("Export")))
        self._enter = command_button(self.commands["enter"], "enterTraining", "primary")
        self._take_back = command_button(self.commands["take-back"], "takeBackTraining")
        self.head.add(self._take_back)
        self.head.add(self._enter)
        yield
        self._lay_out()
        yield
        self._connect()
        self._on_tab(0)

    def _lay_out(self) -> None:
        strip = surface()
        stack(strip, (self.tabs,), margin=(GRID // 2, 0, 0, 0), across=True).addStretch(1)
        below = surface()
        stack(below, (self._drill,), margin=(2 * GRID, GRID, 2 * GRID, GRID))
        suggested = QWidget()
        parts = ((self.table, 3), hairline(), below, hairline(), (self.items, 2))
        stack(suggested, parts)
        for widget in (suggested, self.held, self._empty, self._none_held):
            self._stack.addWidget(widget)
        stack(self, (self.head, strip, hairline(), (self._stack, 1), self.form, self.line))
        self._veil = ReadingVeil(self._stack)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.doubleClicked.connect(lambda _: self.items.setFocus())
        self._query.found.connect(self._show)
        self.form.confirmed.connect(self._keep)
        self.form.left.connect(self._leave_form)
        self.line.left.connect(self.enter)
        self.commands.changed.connect(self.keys_changed)
        self._session.changed.connect(self._on_changed)
        names = ("enter", "copy", "export", "print")
        for of_suggestions in (self.table, self.items):
            give_context_menu(of_suggestions, [self.commands[name] for name in names])
        give_context_menu(self.held, [self.commands[name] for name in ("take-back", "export")])

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        if not self.form.isHidden():
            return (self.form.commands, self.commands)
        return super().tables()

    def enter(self) -> None:
        front = self._stack.currentWidget()
        if not self.form.isHidden():
            self.form.held_on.setFocus()
        elif front is self.held:
            self.held.setFocus()
        elif front in (self._empty, self._none_held):
            self.tabs.take_focus()
        else:
            self.table.setFocus()

    def open(self, extent: Extent) -> None:
        """Show what an extent shows should be trained; it is worked out beside the window."""
        self._extent = extent
        self.report, self._reads = _nothing(extent, self._session), True
        self._on_tab(self.tabs.current)
        self._veil.fall()
        self._query.ask(self._extent)
        self._keys.listen()

    def show_now(self) -> None:
        """Wait for what is being read."""
        self._query.finish()

    def _refuse(self, error: InspectorError) -> None:
        self._veil.stay()
        self._session.refused.emit(error)

    # What is shown

    def _show(self, report: TrainingReport) -> None:
        had_focus = self.isVisible() and self.isAncestorOf(self.focusWidget() or self)
        self.report, self._reads = report, False
        self._veil.lift()
        self._on_tab(self.tabs.current)
        if had_focus and self.form.isHidden():
            self.enter()

    def _on_tab(self, place: int) -> None:
        self.turned.emit()
        self.line.stop()
        self._leave_form()
        of_held = place == len(_VIEWS)
        if of_held:
            self._held.set_rows(self.report.held)
            count = tr_count(len(self.report.held), "1 training", "{count} trainings")
            has_any = self._reads or bool(self.report.held)
            self._stack.setCurrentWidget(self.held if has_any else self._none_held)
            self.held.selectRow(0)
        else:
            rows = self.report.suggested.get(_VIEWS[place], ())
            before = self._identity
            self._model.set_rows(rows)
            count = tr_count(len(rows), "1 suggestion", "{count} suggestions")
            self._stack.setCurrentIndex(0 if rows or self._reads else 2)
            known = [each.key.identity for each in rows]
            self.table.selectRow(known.index(before) if before in known else 0)
            self._on_row()
        self._enter.setVisible(not of_held)
        self._take_back.setVisible(of_held)
        # At 150 % there is no room for all of it: the period comes first and is whole.
        if self._reads:
            count = tr("Reading the figures …")
        said = " · ".join((span_text(self.report.span), *self._extent.named, count))
        self.head.set_texts(tr("What to train"), said)
        self.commands.set_mode(HELD if of_held else "")
        self.commands.look_again()

    def _on_row(self, *_: QModelIndex) -> None:
        suggestion = self.suggestion
        self._items.set_rows(suggestion.items if suggestion else ())
        steps = suggestion.steps if suggestion else ()
        said = tr("Show the standard, practise item by item.") if not steps else "  ".join(
            f"{number}. {step}" for number, step in enumerate(steps, 1)
        )  # fmt: skip
        self._drill.set_text(tr("Drill: {title}", title=said))
        self.row_changed.emit()
        self.commands.look_again()

    @property
    def suggestion(self) -> Suggestion | None:
        """The suggestion in front."""
        row = self.table.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    @property
    def _identity(self) -> tuple[str, ...] | None:
        return self.suggestion.key.identity if self.suggestion else None

    # What can be done

    def begin(self) -> None:
        """Open the line that a training is entered in."""
        suggestion = self.suggestion
        if suggestion is not None:
            self.form.open_for(self.report.group_name(suggestion.key.group))
            self.commands.set_mode(FORM)
            self.keys_changed.emit()

    def _keep(self) -> None:
        suggestion, training = self.suggestion, self._session.workspace.training
        if suggestion is None:
            return
        span = Span(self.report.span.first, self.report.span.last)
        done = self._session.attempt(lambda: training.hold(suggestion, span, *self.form.entry()))
        if done is not None:
            self._leave_form()
            self.enter()
            self._session.told.emit(tr("The training is entered."), "")

    def _leave_form(self) -> None:
        had_focus = self.form.isAncestorOf(self.focusWidget() or self)
        if not self.form.isHidden():
            self.form.hide()
            self.commands.set_mode("")
            self.keys_changed.emit()
        if had_focus:
            self.enter()

    def take_back(self) -> None:
        """Take back the entry in front, asked once; both entries are kept."""
        if self.line.asked_again(self._take_back_now):
            return
        held = self._in_front()
        if held is not None:
            question = tr(
                "Take back that “{topic}” was practised on {day}? Both entries are kept.",
                topic=held.held.key.practised,
                day=day_text(held.held.held_on),
            )
            self.line.wait(self._take_back_now, question, tr("Take back the entry"))

    def _take_back_now(self) -> None:
        held, training = self._in_front(), self._session.workspace.training
        if held is not None:
            self._session.attempt(lambda: training.take_back(held.held.id))

    def _in_front(self) -> HeldLine | None:
        row = self.held.currentIndex().row()
        return self._held.row_at(row) if 0 <= row < self._held.rowCount() else None

    def copy_line(self) -> None:
        """Put the line for the day's work of a meeting on the clipboard."""
        suggestion = self.suggestion
        if suggestion is not None:
            name = self.report.group_name(suggestion.key.group)
            QGuiApplication.clipboard().setText(meeting_line(suggestion, name))
            self._session.hinted.emit(tr("The line is on the clipboard."))

    def export(self) -> None:
        """Ask where to, and write the suggestions."""
        save_paper(self, self._session, TRAINING, self._extent)

    def print_out(self) -> None:
        """Show the suggestions as they are printed."""
        preview_paper(self._session, TRAINING, self._extent)

    def why_no_suggestion(self) -> str:
        """Return why nothing can be done with a suggestion; '' when one is in front."""
        if self.suggestion:
            return ""
        return self._why_reading() or tr("There is no suggestion in front.")

    def why_no_training(self) -> str:
        """Return why nothing can be taken back; '' when a training is in front."""
        if self._in_front():
            return ""
        return self._why_reading() or tr("There is no training in front.")

    def why_empty(self) -> str:
        """Return why nothing can be printed; '' when there is something."""
        if not self.report.is_empty:
            return ""
        return self._why_reading() or tr("There is nothing to train in this period.")

    def _why_reading(self) -> str:
        return tr("The figures are still being read.") if self._reads else ""

    def _on_changed(self, changes: Changes) -> None:
        if changes.trainings and self.isVisible():
            self._query.ask(self._extent)


def _nothing(extent: Extent, session: Session) -> TrainingReport:
    span = Span(extent.period.first, extent.period.last)
    today = session.workspace.now().date()
    return TrainingReport(span, today, dict.fromkeys(Grouping, ()), (), {})
