"""综合评价: the sites of a period with their arithmetic, who is named, what was published."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.errors import MissingWordError, RefusedInputError
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.evaluation.evaluation_commands import LENGTHS, evaluation_commands
from inspector.gui.evaluation.evaluation_query import EvaluationQuery
from inspector.gui.evaluation.evaluation_sections import SITES, EvaluationSections
from inspector.gui.evaluation.publish_form import PublishForm
from inspector.gui.evaluation.scheme_form import SchemeForm
from inspector.gui.evaluation.standing_sentences import stands_sentence
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.jobs.keys_wait import KeysWait
from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import EVALUATION, save_paper
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import span_text
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.evaluation.evaluations import Standing
from inspector.workspace.extent import Extent, Period
from inspector.workspace.fault_sentences import problem_text
from inspector.workspace.preferences import UNIT_NAME
from inspector.workspace.sentences import sentence

_FILLED, _EMPTY, _SCHEME = range(3)
FORM = "form"
"""The mode in which a form is open, and answers the keys."""


class EvaluationPage(Page):
    """One goes into it from 汇总; Esc leads back there."""

    left = Signal()

    chapter = "evaluation"
    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("evaluationPage")
        self._session = session
        self._stale = True
        self._sites_named: tuple[str, ...] = ()
        self._phase = ""
        self.span = span_of(SpanKind.QUARTER, session.workspace.now().date())
        self.standing: Standing | None = None

    def build(self) -> Iterator[None]:
        # Inside each other from the first: what gets another parent is dressed anew.
        self.head, self._bar = PageHead(parent=self), QWidget(self)
        self._bar.setObjectName("surface")
        self._stack, self.line = QStackedWidget(self), AskLine()
        self._column = stack(self, (self.head, self._bar, (self._stack, 1), self.line))
        self.query = EvaluationQuery(self._session, self)
        self._keys = KeysWait(self.query, lambda: self.standing is None)
        self.lengths = (tr("Month"), tr("Quarter"), tr("Year"))
        self.sections = EvaluationSections()
        self._stack.addWidget(self.sections)
        yield
        self.commands = evaluation_commands(self)
        self.commands.changed.connect(self.keys_changed)
        yield
        self._add_buttons()
        yield
        self._connect()

    def _add_buttons(self) -> None:
        self.head.lead_back(self.commands["leave"])
        out = [self.commands[name] for name in ("export", "print")]
        self._actions: tuple[QWidget, ...] = (
            command_button(self.commands["scheme"], "weighing"),
            menu_button(tr("Export"), "exportEvaluation", out),
            command_button(self.commands["publish"], "publish", "primary"),
        )
        for action in self._actions:
            self.head.add(action)
        lengths = menu_button(tr("Length"), "evaluationLength", [self.commands["length"]])
        before = command_button(self.commands["period"], "evaluationPeriod")
        self._stands = wrapped("", "secondary")
        self._stands.setObjectName("evaluationStands")
        stack(self._bar, (before, lengths, (self._stands, 1)), spacing=2 * GRID, across=True,
              margin=(2 * GRID, GRID, 2 * GRID, GRID))  # fmt: skip
        self._first = command_button(self.commands["period"], "evaluationOther", "primary")
        self._stack.addWidget(
            EmptyNote(
                tr("Nothing was scored in this period"),
                tr("An evaluation follows from completed inspections. Look at another period."),
                [self._first],
            )
        )

    @cached_property
    def publishing(self) -> PublishForm:
        """What asks by whom it is published, and why; made when it is first wanted."""
        made = PublishForm()
        self._column.insertWidget(self._column.indexOf(self.line), made)
        made.confirmed.connect(self._publish)
        made.left.connect(self._close_publishing)
        return made

    @property
    def _is_publishing(self) -> bool:
        return "publishing" in self.__dict__ and not self.publishing.isHidden()

    @cached_property
    def scheme(self) -> SchemeForm:
        """The table of what is weighed, made when it is first wanted."""
        made = SchemeForm()
        self._stack.addWidget(made)
        made.confirmed.connect(self._keep_scheme)
        made.left.connect(self._leave_scheme)
        return made

    @cached_property
    def _keeper(self) -> DraftKeeper:
        return DraftKeeper(self._session, "evaluation-scheme", self.scheme.drafted, self)

    def _connect(self) -> None:
        for table in self.sections.tables:
            is_first = table is self.sections.sites
            names = ("open", "copy", "export", "print") if is_first else ("copy",)
            give_context_menu(table, [self.commands[name] for name in names])
        self.sections.turned.connect(self.turned)
        self.query.found.connect(self._show)
        self.line.left.connect(self.enter)
        self._session.changed.connect(self._on_changed)

    # What the window asks

    def tables(self) -> Sequence[CommandTable]:
        if self._is_publishing:
            return (self.publishing.commands,)
        return (self.scheme.commands if self._edits else self.commands,)

    def enter(self) -> None:
        if self._stale:
            self._ask()
        if self._is_publishing:
            self.publishing.take_focus()
        elif self._edits:
            self.scheme.take_focus()
        elif self._stack.currentIndex() == _EMPTY:
            self._first.setFocus()
        else:
            self.sections.take_focus()
            self._keys.listen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sections.give_way(self.width())

    def open(self, extent: Extent) -> None:
        """Show an extent; days that are no month, quarter or year stay as they are."""
        self._lay_aside()
        self.span = Span(extent.period.first, extent.period.last)
        self._sites_named, self._phase = extent.named, extent.phase
        self._ask()

    def _lay_aside(self) -> None:
        """Close what is open in front; what was typed of the table stays a draft."""
        if self._edits:
            self._keeper.leave()
        self.line.stop()
        if self._is_publishing:
            self.publishing.hide()
        self._bar.show()
        self._offer_actions(True)
        if self._edits:
            self._stack.setCurrentIndex(_FILLED if self.standing is not None else _EMPTY)
        self.keys_changed.emit()

    def show_now(self) -> None:
        """Wait for what is being read."""
        self.query.finish()

    # What is asked and shown

    @property
    def extent(self) -> Extent:
        """What is in front."""
        period = Period(self.span.first, self.span.last)
        return Extent.of(period, self._sites_named, self._phase)

    def _ask(self) -> None:
        self._stale = False
        self._tell()
        self.query.ask(self.extent)

    def step(self, way: int) -> None:
        """Show the period before (0) or after (1)."""
        self._look(self.span.after if way else self.span.before)

    def turn(self, length: int) -> None:
        """Show the month, quarter or year of the last day that is in front."""
        self._look(span_of(LENGTHS[length], self.span.last))

    def _look(self, span: Span) -> None:
        self.turned.emit()
        self.line.stop()
        self.span, self._phase = span, ""
        self._ask()

    def _show(self, standing: Standing | None) -> None:
        self.standing = standing
        names = self._session.workspace.reports.names_on_paper()
        self.sections.show_standing(standing, names)
        if not self._edits:
            self._bring_to_front()
        self.sections.give_way(self.width())
        self._tell()
        self.commands.look_again()

    def _bring_to_front(self) -> None:
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        front = _FILLED if self.standing is not None else _EMPTY
        if self._stack.currentIndex() != front:
            self._stack.setCurrentIndex(front)
            if had_focus and self.isVisible():
                self.enter()

    def _tell(self) -> None:
        place = "、".join(self._sites_named) or tr("All sites")
        self.head.set_texts(tr("Evaluation"), f"{self._phase or span_text(self.span)} · {place}")
        self._stands.setText(stands_sentence(self.standing))

    def why_nothing(self) -> str:
        """Return why there is nothing to look at; '' when there is."""
        if self.query.reads:
            return tr("The figures are still being read.")
        return "" if self.standing is not None else tr("Nothing was scored in this period.")

    # Publishing

    def begin_publishing(self) -> None:
        """Ask by whom, and why it is corrected."""
        if self.standing is None:
            return
        self.line.stop()
        newest = self.standing.newest
        unit = self._session.workspace.preferences.get(UNIT_NAME)
        by, last = newest.published_by if newest else unit, self.extent.period.last
        is_over = last < self._session.workspace.now().date()
        self.publishing.open_for(by, corrects=newest is not None, ends=None if is_over else last)
        self._offer_actions(False)
        self.keys_changed.emit()

    def why_not_publish(self) -> str:
        """Return why nothing can be published; '' when something can."""
        if self.standing is None or self.query.reads:
            return self.why_nothing()
        if self.standing.newest is not None and not self.standing.differing:
            return tr("It is published, and nothing would be otherwise today.")
        return ""

    def _publish(self) -> None:
        workspace, extent = self._session.workspace, self.extent
        form = self.publishing
        try:
            changes = workspace.evaluations.publish(extent, form.who.text(), form.why.text())
        except MissingWordError as error:
            self.line.ask(sentence(error))
            (form.who if error.what == "name" else form.why).setFocus()
            return
        self._close_publishing()
        self._session.attempt(lambda: changes)
        self._session.told.emit(tr("Published: {period}.", period=span_text(self.span)), "")

    def _close_publishing(self) -> None:
        self.line.stop()
        self.publishing.hide()
        self._offer_actions(True)
        self.keys_changed.emit()
        self.enter()

    # What is weighed

    @property
    def _edits(self) -> bool:
        return self._stack.currentIndex() == _SCHEME

    def edit_scheme(self) -> None:
        """Show the table of what is weighed, to be changed."""
        version = self._session.attempt(self._session.workspace.evaluations.scheme)
        if version is None:
            return
        self._keeper.leave()
        self.scheme.open_for(version)
        self._keeper.begin("", version.id)
        self._bar.hide()
        self._offer_actions(False)
        self._stack.setCurrentIndex(_SCHEME)
        self.keys_changed.emit()
        self.scheme.take_focus()

    def _keep_scheme(self) -> None:
        evaluations = self._session.workspace.evaluations
        try:
            scheme = self.scheme.said()
            changes = evaluations.set_scheme(scheme)
        except RefusedInputError as error:
            self.line.ask(problem_text(error.problems[0]))  # the keyboard shows where
            field = self.scheme.field_at(error.problems[0].place)
            if field is not None:
                field.setFocus()
            return
        self._keeper.drop()
        self._close_scheme()
        self._session.attempt(lambda: changes)
        number = evaluations.scheme().number
        self._session.told.emit(tr("What is weighed is kept as version {number}.", number=number),
                                "")  # fmt: skip

    def _leave_scheme(self) -> None:
        self._keeper.drop()
        self._close_scheme()

    def _close_scheme(self) -> None:
        self.line.stop()
        self._bar.show()
        self._offer_actions(True)
        self._stack.setCurrentIndex(_FILLED if self.standing is not None else _EMPTY)
        self.keys_changed.emit()
        self.enter()

    def _offer_actions(self, offered: bool) -> None:
        """A form has the keys, and the only filled button, while it is open."""
        self.commands.set_mode("" if offered else FORM)
        for action in self._actions:
            action.setVisible(offered)

    # What goes out, and the rest

    def write_paper(self) -> None:
        """Ask where to, and write the evaluation."""
        save_paper(self, self._session, EVALUATION, self.extent)

    def print_paper(self) -> None:
        """Show the evaluation as it is printed."""
        preview_paper(self._session, EVALUATION, self.extent)

    def go_back(self) -> None:
        """From the arithmetic to the sites, from there out."""
        if self.sections.tabs.current == SITES or self.standing is None:
            self.left.emit()
        else:
            self.sections.tabs.choose(SITES)

    def _on_changed(self, changes: Changes) -> None:
        if any((changes.evaluations, changes.inspections, changes.findings, changes.roster,
                changes.preferences)):  # fmt: skip
            self._stale = True
            if self.isVisible():
                self._ask()
