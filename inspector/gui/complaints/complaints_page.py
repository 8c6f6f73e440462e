"""投诉举报: the register, what narrows it, and beside it one complaint or the form of a step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.complaint.complaint_filter import Among, ComplaintFilter
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.complaints.complaint_commands import (
    BESIDE,
    COVERED,
    OUT,
    STEPS,
    complaint_commands,
    mark_bar,
    named,
)
from inspector.gui.complaints.complaint_exchange import ComplaintExchange
from inspector.gui.complaints.complaint_list import (
    BESIDE_FORM,
    CONTENT,
    DEADLINE,
    GIVES_WAY,
    ComplaintModel,
    among_word,
    no_complaint_yet,
)
from inspector.gui.complaints.complaint_panel import ComplaintPanel
from inspector.gui.complaints.complaint_steps import ComplaintSteps
from inspector.gui.complaints.forms.complaint_form import ComplaintForm
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.session import Session
from inspector.gui.steps.mark_table import MarkTable
from inspector.gui.steps.step_buttons import StepButtons
from inspector.gui.theme import GRID, fix_width, lacks_width
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.chip_row import ChipRow
from inspector.gui.widgets.labels import hairline, set_role, wrapped
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.stories.complaint_words import complaint_story

if TYPE_CHECKING:
    from inspector.gui.photos.photo_viewer import PhotoViewer

TYPING, RESTING = 120, 70
"""Milliseconds without a key before a text is searched for, and before a row is shown beside."""

_SIDE, _SEARCH = 328, 232
_EVERYTHING = 2000
"""Complaints that a list shows; more are found by what they say."""


class ComplaintsPage(Page):
    """One goes into it from 检查 or 整改; Esc leads back there."""

    left = Signal()

    finding_wanted = Signal(str)
    """A finding is to be seen on the ledger: its number."""

    chapter = "complaints"
    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("complaintsPage")
        self._session = session
        self._asked = ComplaintFilter(Among.UNANSWERED)
        self._stale = True
        self.form: ComplaintForm | None = None

    def build(self) -> Iterator[None]:
        session = self._session
        # Inside each other from the first: what gets another parent is dressed anew.
        self.head = PageHead(parent=self)
        self.top, body = QWidget(self), QWidget(self)
        self.top.setObjectName("surface")
        self.line = AskLine()
        self._lists, self.side = QStackedWidget(body), QStackedWidget(body)
        self.side.setObjectName("panel")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side.setContentsMargins(1, 0, 0, 0)  # the line on its left
        fix_width(self.side, _SIDE)
        stack(body, ((self._lists, 1), self.side), across=True)
        stack(self, (self.head, self.top, hairline(), (body, 1), self.line))
        self.steps = ComplaintSteps(session, self)
        self.model = ComplaintModel(self._today)
        title = tr("Complaints and tip-offs")
        self.table = MarkTable(self.model, "complaints", title, CONTENT, (DEADLINE,))
        self.table.lines_of = lambda: self.model.text_of(
            [row for row in map(self.model.row_at, range(self.model.rowCount()))
             if row.id in self.table.subjects()]
        )  # fmt: skip
        self._none = wrapped(
            tr("Nothing here. Choose another filter, or search less."), "secondary"
        )
        self._none.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        filled = QWidget()
        self._lists.addWidget(filled)
        column = stack(filled, (self._none, (self.table, 1)))
        yield
        self.chips = ChipRow(tuple(Among), (), among_word)
        self.search = SearchField("complaintSearch", tr("Find number, words, window, owner"))
        fix_width(self.search, _SEARCH)
        stack(self.top, ((self.chips, 1), self.search), margin=(2 * GRID, GRID, 2 * GRID, GRID),
              spacing=2 * GRID, across=True)  # fmt: skip
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._resting = QTimer(self, singleShot=True, interval=RESTING)
        yield
        self._front, self._nothing = surface(), QWidget()
        self.side.addWidget(self._front)
        self.side.addWidget(self._nothing)
        self.panel = ComplaintPanel(session)
        beside = stack(self._front, ((self.panel, 1), hairline()))
        yield
        self.exchange = ComplaintExchange(session, self)
        self._lists.addWidget(self.exchange)
        yield
        self.commands = complaint_commands(self)
        yield
        self.bar = mark_bar(self.commands)
        column.addWidget(self.bar)
        self._add_buttons(beside)
        yield
        self._connect()

    def _add_buttons(self, beside: QBoxLayout) -> None:
        made = self.commands
        self.head.lead_back(made["leave"])
        self.head.add(menu_button(tr("Workbooks"), "complaintWorkbooks", named(made, OUT)))
        self._new = command_button(made["new"], "newComplaint", "primary")
        self.head.add(self._new)
        self._buttons = buttons = StepButtons(
            named(made, STEPS), named(made, BESIDE), tr("What to do with this complaint")
        )
        self.panel.give_steps(buttons)
        beside.addLayout(stack(None, (buttons,), margin=(2 * GRID, GRID, 2 * GRID, GRID)))
        self._first = command_button(made["new"], "firstComplaint", "primary")
        self._empty = no_complaint_yet(self._first)
        self._lists.insertWidget(1, self._empty)
        give_context_menu(
            self.table, named(made, ("mark", *STEPS, *BESIDE, "copy", "mark-all", "new"))
        )

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda: self._resting.start())
        self.table.marked.connect(self._show_marks)
        self.table.box.clicked.connect(self._mark_all_or_none)
        self.steps.succeeded.connect(lambda: self.table.mark(()))
        self.table.opened.connect(lambda _: self.go_to_panel())
        self._resting.timeout.connect(self._show_current)
        self._typing.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._typing.start)
        self.search.left.connect(self._leave_search)
        self.chips.chosen.connect(lambda among: self._look(replace(self._asked, among=among)))
        self.chips.clicked.connect(self.enter)
        self.panel.left.connect(self._leave_panel)
        self.panel.photos_wanted.connect(self.show_photos)
        self.steps.opened.connect(self._open_form)
        self.steps.closed.connect(self._close_form)
        self.steps.faulty.connect(self.line.ask)
        self.steps.arrived.connect(
            lambda new: self.show_one(new, self._asked.among, stays=True)  # in the same filter
        )
        self.line.left.connect(self.enter)
        self.exchange.opened.connect(self._ask_import)
        self.exchange.closed.connect(self._end_import)
        self._session.changed.connect(self._on_changed)
        self.commands.changed.connect(self.keys_changed)

    # What the window asks

    @cached_property
    def viewer(self) -> "PhotoViewer":
        """Photos over the page, made when they are first wanted."""
        from inspector.gui.photos.photo_viewer import PhotoViewer

        made = PhotoViewer(self._session, self)
        made.turned.connect(self._turn)
        return made

    @property
    def _shows_photos(self) -> bool:
        return "viewer" in self.__dict__ and self.viewer.is_open

    def tables(self) -> Sequence[CommandTable]:
        if self._shows_photos:
            return (self.viewer.commands, *super().tables())
        if self._asks_import:
            return (self.exchange.commands,)
        return (self.form.commands,) if self.form else super().tables()

    def get_ready(self) -> Iterator[None]:
        self._draw()
        yield

    def enter(self) -> None:
        self._draw()
        if self._shows_photos:
            self.viewer.setFocus()
        elif self._asks_import:
            self.exchange.take_focus()
        elif self.form is not None:
            self.form.take_focus()
        elif self._lists.currentWidget() is self._empty:
            self._first.setFocus()
        else:
            self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # What is shown

    def _draw(self, *, stays: bool = False) -> None:
        if self._stale:
            self._stale = False
            self._read(stays=stays)

    def _read(self, current: str = "", *, stays: bool = False) -> None:
        """Read the register; the complaint that was current stays so where it is listed.

        With `stays` it is listed whatever became of it, in its place, until the next reading: the
        next key must not hit another one.
        """
        complaints = self._session.workspace.complaints
        read = self._session.attempt(
            lambda: (complaints.found(self._asked, _EVERYTHING), complaints.counts(self._asked))
        )
        if read is None:
            return
        found, counts = read
        before, row = current or self.current_id(), max(self.table.currentIndex().row(), 0)
        if stays and before and all(each.id != before for each in found):
            left = self._session.attempt(lambda: complaints.get(before))
            found[row:row] = [left] if left is not None else []
        ids = [each.id for each in found]
        self.model.set_rows(found)
        self.chips.show_counts({among: counts.of(among) for among in Among})
        self.chips.show_quick(self._asked.among)
        if found:
            self.table.selectRow(ids.index(before) if before in ids else min(row, len(ids) - 1))
        nothing_at_all = not self._asked.text and not counts.of(Among.ALL)
        self._none.setVisible(not found)
        if not self._asks_import:
            self._lists.setCurrentIndex(int(nothing_at_all))
            self._make_room()
        late = counts.of(Among.OVERDUE)
        said = [
            tr_count(counts.of(Among.UNANSWERED), "1 not answered", "{count} not answered"),
            tr_count(late, "1 past its deadline", "{count} past their deadlines") if late else "",
        ]
        self.head.set_texts(
            tr("Complaints and tip-offs"), " · ".join(each for each in said if each)
        )
        self.table.forget_range()
        self._show_marks()
        self._show_current()
        self.commands.look_again()

    def _show_marks(self) -> None:
        """Offer what can be done with those marked, but where a form is for them already."""
        marked = self.model.marked
        self.table.box.show_marks(marked, self.model.rowCount())
        self.bar.show_marks(0 if self.form else marked)
        self._buttons.setVisible(not marked)

    def _mark_all_or_none(self) -> None:
        self.table.setFocus()
        every = 0 < self.model.rowCount() == self.model.marked
        self.table.mark(() if every else self.model.ids)

    def current_id(self) -> str:
        """Return the complaint that is current, or ''."""
        return self.table.current_id()

    def _show_current(self) -> None:
        self._resting.stop()
        current = self.current_id()
        if self.form is None:
            self.side.setCurrentWidget(self._front if current else self._nothing)
        if not current:
            self.commands.look_again()
            return
        workspace = self._session.workspace

        def show() -> None:
            complaint = workspace.complaints.get(current)
            (shown,) = workspace.complaints.as_shown([complaint])
            linked = complaint.inspection_id
            self.panel.show_complaint(
                shown,
                workspace.complaints.findings(complaint),
                workspace.inspection_store.get(linked) if linked else None,
                workspace.complaints.evidence(complaint),
                complaint_story(workspace.complaints.history(current)),
                self._today(),
            )

        self._session.attempt(show)
        self.commands.look_again()

    def show_now(self) -> None:
        """Show at once what would be shown after a rest."""
        if self._typing.isActive():
            self._search_now()
        if self._resting.isActive():
            self._show_current()

    def _look(self, asked: ComplaintFilter) -> None:
        if asked != self._asked:
            self._asked = asked
            self.model.set_marks(())
            self._read()

    def turn_among(self, way: int) -> None:
        """Look through the filter before (0) or after (1) this one."""
        among = self.chips.beside(self._asked.among, 2 * way - 1)
        self._look(replace(self._asked, among=among))
        self.enter()

    def _search_now(self) -> None:
        self._typing.stop()
        self._look(replace(self._asked, text=self.search.text().strip()))

    def show_one(self, complaint_id: str, among: Among = Among.ALL, *, stays: bool = False) -> None:
        """Let one complaint be in front, whatever was looked for; a form that is open stays."""
        self.search.clear()
        self._typing.stop()
        self._asked = ComplaintFilter(among)
        self._stale = False
        self._read(complaint_id, stays=stays)

    # Where the keyboard goes

    def begin_new(self) -> None:
        """Take a complaint down."""
        self.line.stop()
        self.steps.begin(ComplaintStep.RECEIVED, ())

    def why_not_new(self) -> str:
        """Return why none can be taken down; '' when one can."""
        has_sites = bool(self._session.workspace.rosters.sites())
        return "" if has_sites else tr("There is no site yet: make a roster first.")

    def begin(self, step: ComplaintStep) -> None:
        """Begin a step for the marked complaints, in their order, else for the current one."""
        self.line.stop()
        wanted = set(self.table.subjects())
        if ids := [each for each in self.model.ids if each in wanted]:
            self.steps.begin(step, ids)

    def go_to_search(self) -> None:
        """Type what is searched for."""
        self.search.setFocus()
        self.search.selectAll()

    def _leave_search(self) -> None:
        self._search_now()
        self.enter()

    def go_to_panel(self) -> None:
        """Go to the complaint beside the register, with its history."""
        if self.current_id():
            self.side.show()
            self._show_current()
            self.panel.setFocus()

    def _leave_panel(self) -> None:
        self._make_room()
        self.enter()

    def show_photos(self) -> None:
        """Show the photos of the current complaint over the window."""
        self.show_now()
        complaint, evidence = self.panel.complaint, self.panel.evidence
        if complaint is None or not any(each.is_photo for each in evidence):
            self._session.hinted.emit(tr("This complaint has no photo."))
            return
        self.viewer.open(Subject(f"{complaint.number} · {complaint.content}", lambda: evidence))

    def show_findings(self) -> None:
        """Lead to the finding that was raised last, on the ledger."""
        self.show_now()
        complaint = self.panel.complaint
        if complaint is not None and complaint.finding_ids:
            number = self._session.workspace.findings.get(complaint.finding_ids[-1]).number
            self.finding_wanted.emit(number)

    def why_no_finding(self) -> str:
        """Return why there is no finding to see; '' when there is one."""
        row = self.table.currentIndex().row()
        has = 0 <= row < self.model.rowCount() and self.model.row_at(row).finding_ids
        return "" if has else tr("No finding was raised from it.")

    @property
    def _asks_import(self) -> bool:
        """A file that came back waits for an answer."""
        return self._lists.currentWidget() is self.exchange

    def _ask_import(self) -> None:
        self.line.stop()
        self._lists.setCurrentWidget(self.exchange)
        self._make_room()
        self.exchange.take_focus()
        self._turn()

    def _end_import(self) -> None:
        self._lists.setCurrentIndex(0)
        self._stale = True
        self._draw()
        self._make_room()
        self.enter()
        self._turn()

    def take_back(self) -> None:
        """Take the last step back; a question that waits is answered."""
        if self.line.waiting:
            self.line.confirm()
        elif self.form is None:
            self.steps.take_back(self.current_id(), self.line.wait)

    def go_back(self) -> None:
        """Take the marks off; without any leave the page."""
        if self.model.marked:
            self.table.mark(())
        else:
            self._stale = True  # what stayed though it is asked for no more goes
            self.left.emit()

    def _open_form(self, form: ComplaintForm) -> None:
        self.form = form
        if self.side.indexOf(form) < 0:
            form.photos_wanted.connect(lambda *wanted: self.viewer.open(*wanted))
            self.side.addWidget(form)
        self.side.setCurrentWidget(form)
        self._make_room()
        self._show_marks()
        form.take_focus()
        self._turn()

    def _close_form(self) -> None:
        self.form = None
        self.line.stop()
        self._make_room()
        self._show_marks()
        self._show_current()
        self.enter()
        self._turn()

    def _turn(self) -> None:
        """Something else is in front, and other keys work."""
        covered = self._shows_photos or self._asks_import
        self.commands.set_mode(COVERED if covered else "")
        self.commands.look_again()
        self.keys_changed.emit()

    def _make_room(self) -> None:
        """On a narrow page a form or the complaint beside the rows comes when it is wanted."""
        narrow, filling_in = lacks_width(self), self.form is not None
        is_empty = self._lists.currentWidget() is self._empty
        asks = self._asks_import
        is_first = not (filling_in or is_empty or asks)
        set_role(self._new, "primary" if is_first else "")  # one on a page
        self.side.setVisible(not asks and (filling_in or not (narrow or is_empty)))
        self.top.setVisible(not asks and not (narrow and filling_in))
        for column in GIVES_WAY:
            self.table.setColumnHidden(column, narrow)
        for column in BESIDE_FORM:
            self.table.setColumnHidden(column, narrow and filling_in)

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.complaints or changes.findings or changes.roster or changes.preferences
        if touched or changes.day:
            self._stale = True
            if self.isVisible():
                self._draw(stays=True)

    def _today(self) -> date:
        return self._session.workspace.now().date()
