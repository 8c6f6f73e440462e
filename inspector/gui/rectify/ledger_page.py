"""整改: the ledger, what narrows it, and beside it the current finding or the form of a step."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.errors import InspectorError
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.ledger import LedgerColumn
from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.gui.commands.command_button import CommandButton, command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.conflict_line import ConflictLine
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.rectify.exchange.paper_buttons import Papers
from inspector.gui.rectify.ledger.filter_bar import FilterBar
from inspector.gui.rectify.ledger.ledger_columns import ledger_places
from inspector.gui.rectify.ledger.ledger_model import LedgerModel
from inspector.gui.rectify.ledger.ledger_query import LedgerQuery
from inspector.gui.rectify.ledger.ledger_table import LedgerTable
from inspector.gui.rectify.ledger.ledger_words import rows_text
from inspector.gui.rectify.ledger.quick_filters import quick_chips
from inspector.gui.rectify.ledger.saved_bar import SavedBar
from inspector.gui.rectify.ledger.saved_filters import SavedFilters
from inspector.gui.rectify.ledger.shown_rows import ShownRows
from inspector.gui.rectify.ledger_commands import (
    COVERED,
    ledger_commands,
    mark_bar,
    row_menu,
    step_buttons,
)
from inspector.gui.rectify.ledger_side import LedgerSide
from inspector.gui.rectify.step_forms.step_form import StepForm
from inspector.gui.rectify.step_forms.steps import Steps
from inspector.gui.session import Session
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.gui.photos.photo_viewer import PhotoViewer

TYPING = 120
"""Milliseconds without a key before a text is searched for."""

_SEARCH, _NARROW_SEARCH = 184, 168


class RectifyPage(Page):
    """The page; `head` has room for what takes the ledger out and in."""

    chapter = "rectify"
    commands: CommandTable

    complaints_wanted, conflicts_wanted = Signal(), Signal()
    """Somebody wants to see the complaints, or what laptops say differently."""

    summary_wanted = Signal()
    """Esc in what a figure of the summary opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rectifyPage")
        self._session = session
        self._view, self._led_by = LedgerView(), ""  # the number another page wanted seen
        self._loaded = False  # the last view was read
        self._was_seen, self._stale = False, True

    def build(self) -> Iterator[None]:
        session = self._session
        self.query = LedgerQuery(session, self)
        self.steps = Steps(session, self)
        # Inside each other from the first: what gets another parent is dressed anew.
        self.head = PageHead(tr("Rectification ledger"), self)
        self.papers = Papers(
            session, lambda: (self._view.asked(self._today()), self._view.order), self
        )
        yield
        self.chips = quick_chips()
        self.search = SearchField("ledgerSearch", tr("Find number, problem, window, owner"))
        self.saved = SavedBar()
        self.kept = SavedFilters(session, self.saved, self._searched, self)
        self._filter_button = CommandButton("showFilters")
        self.filters = FilterBar(
            (self.chips, self.search, self._filter_button, self.saved), self._today
        )
        yield
        places = ledger_places(self._today)
        self.model = LedgerModel(places, session.workspace.findings.lines_of, self._today)
        self._columns = [place.by for place in places if place.by is not None]
        self.table = LedgerTable(self.model, places, session)
        self.rows = ShownRows(session, self.query, self.table, self.chips, lambda: self._view)
        yield
        self.side = LedgerSide(session, self.table.current_id, self._today, self.papers.ledger)
        self.panel = self.side.panel
        yield
        self.line = AskLine()
        self.top = QWidget()
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self.commands = ledger_commands(self)
        yield
        self._lay_out()
        yield
        self._connect()

    def _lay_out(self) -> None:
        self.top.setObjectName("surface")
        rows = QVBoxLayout(self.top)
        rows.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        rows.setSpacing(GRID)
        rows.addWidget(self.filters)
        body = QHBoxLayout()
        body.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        body.addLayout(left, 1)
        body.addWidget(self.side)
        column = QVBoxLayout(self.papers.ledger)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(hairline())
        column.addLayout(body, 1)
        column.addWidget(self.line)
        made = self.commands
        column.insertWidget(2, ConflictLine(self._session, made["conflicts"]))
        self.bar = mark_bar(made)
        left.addWidget(self.bar)
        self.side.give_steps(step_buttons(made))
        give_context_menu(self.table, partial(row_menu, self))
        self._filter_button.give(made["filters"])
        said = tr("Complaints…")
        self.head.add(command_button(made["complaints"], "toComplaints", "quiet", text=said))
        self.head.add(menu_button(tr("Export"), "exportMenu", [made["export"], made["notices"]]))
        self.head.add(command_button(made["take-in"], "importReturned", text=tr("Returned…")))
        stack(self, (self.head, (self.papers, 1)))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda: self.row_changed.emit())
        self.chips.chosen.connect(lambda quick: self._look(replace(self._view, quick=quick)))
        self.chips.clicked.connect(self.table.setFocus)
        self.search.textChanged.connect(self._typing.start)
        self.search.left.connect(self._leave_search)
        self._typing.timeout.connect(self._search_now)
        self.filters.changed.connect(lambda: self._look(self.filters.narrowed(self._view)))
        self.filters.site_changed.connect(lambda: self.query.ask_choices(self.filters.site_id))
        self.filters.left.connect(self._leave_filters)
        self.filters.settled.connect(self.table.setFocus)
        self.kept.wanted.connect(self.look_at)
        self.kept.settled.connect(self.table.setFocus)
        self.rows.begun.connect(self._tell_where)
        self.rows.known.connect(self._show_known)
        self.query.choices.connect(self.filters.offer_choices)
        self.table.selectionModel().currentRowChanged.connect(lambda: self.side.rest())
        self.table.marked.connect(self._tell_where)
        self.table.box.clicked.connect(self.mark_all_or_none)
        self.table.order_wanted.connect(self._order_by)
        self.table.opened.connect(lambda _: self.go_to_panel())
        self.rows.note.widened.connect(self._widen)
        self.panel.left.connect(self._leave_panel)
        self.panel.photos_wanted.connect(self.show_photos)
        self.side.photos_wanted.connect(lambda *wanted: self.viewer.open(*wanted))
        self.side.rested.connect(self._follow)
        self.table.marked.connect(self._follow)
        self.steps.opened.connect(self._open_form)
        self.steps.opened.connect(lambda form: self.table.go_to(form.subjects.ids))
        self.steps.closed.connect(self._close_form)
        self.steps.succeeded.connect(lambda: self.model.set_marks(()))
        self.steps.succeeded.connect(self._tell_where)
        self.steps.faulty.connect(self.line.ask)
        self.line.left.connect(self.enter)
        self.papers.moved.connect(self._turn)
        self.papers.read.connect(self.turned)
        self.papers.entered.connect(self.enter)
        self._session.changed.connect(self._on_changed)
        self.commands.changed.connect(self.keys_changed)

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
        if self.papers.in_front:
            return (self.papers.commands,)
        if self._shows_photos:
            return (self.viewer.commands, *super().tables())
        return (self.side.form.commands,) if self.side.form else super().tables()

    def enter(self) -> None:
        self._draw()
        if self.papers.in_front:
            self.papers.take_focus()
        elif self._shows_photos:
            self.viewer.setFocus()
        elif self.side.form is not None:
            self.side.form.take_focus()
        else:
            self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    @property
    def view(self) -> LedgerView:
        """How one looks at the ledger now."""
        return self._view

    def _draw(self) -> None:
        self._load()
        if self._stale:
            self._stale = False
            self.filters.offer_sites(self._session.workspace.rosters.every_site())
            if self._was_seen:
                self.query.ask(self._view)
            else:
                self.rows.ask_first()
            self.query.ask_choices(self._view.site_id)
        self._was_seen = True

    def _load(self) -> None:
        """Show how one looked at the ledger last."""
        if self._loaded:
            return
        view = self._session.workspace.ledger_desk.last()
        self.filters.offer_sites(self._session.workspace.rosters.every_site())
        self._loaded, self._view = True, view
        self.filters.show_view(self._view)
        self.kept.offer()
        self.chips.show_counts(dict.fromkeys(Quick))
        self._show_view()

    def get_ready(self) -> Iterator[None]:
        self._load()
        yield

    def _look(self, view: LedgerView, saved_name: str = "") -> None:
        """Look at the ledger in another way, from the top; marks are taken off."""
        if view == self._view:
            return
        turned = (view.source is None) != (self._view.source is None)
        only_order = replace(view, order=self._view.order) == self._view
        counts_stay = replace(view, order=self._view.order, quick=self._view.quick) == self._view
        self._view = view
        self.rows.begin_anew(same_counts=counts_stay)
        if not only_order and self.model.marked:
            self.model.set_marks(())
        self._show_view()
        if turned:
            self.commands["back"].set_short(tr("Back to the summary") if view.source else "")
            self.keys_changed.emit()
        self.saved.show_name(saved_name)
        self.query.ask(view)
        if not only_order:
            self.rows.cover()
            if self.query.is_reading:
                self.head.set_texts(tr("Rectification ledger"), tr("Reading…"))
        if not self._is_for_now:  # where another page led is not how one begins the day
            with suppress(InspectorError):  # what one looks at matters more
                self._session.workspace.ledger_desk.remember(view)

    def _show_view(self) -> None:
        self.chips.show_quick(self._view.quick)
        self.table.show_order(self._view.order)
        self.filters.show_narrowing(self._view.narrowing)
        narrowing = self._view.narrowing
        said = tr("Filters ({count})", count=narrowing) if narrowing else tr("Filters")
        self.commands["filters"].set_words(said)

    def _searched(self) -> LedgerView:
        """Return the view with what was typed just now."""
        self._search_now()
        return self._view

    def _search_now(self) -> None:
        self._typing.stop()
        self._look(replace(self._view, text=self.search.text().strip()))

    def _widen(self) -> None:
        self.search.clear()
        self._typing.stop()
        view = self._view.widened()
        self.filters.show_view(view)
        self._look(view)
        self.query.ask_choices("")

    def back(self) -> None:
        """Take the marks off; without any go back to the summary, or show what is hidden."""
        if self.papers.cancel_export():
            return
        if self.model.marked:
            self.table.mark(())
        elif self._view.source is not None and (self.model.ids or not self._view.text):
            self.summary_wanted.emit()
        elif not self.model.ids:
            self._widen()

    def mark_all_or_none(self) -> None:
        """Mark all of the filter; where that is so already, none."""
        self.table.setFocus()
        if self.model.ids and self.model.marked == len(self.model.ids):
            self.table.mark(())
        else:
            self.rows.mark_all()

    def turn_quick(self, way: int) -> None:
        """Look through the quick filter before (0) or after (1) this one."""
        self._look(replace(self._view, quick=self.chips.beside(self._view.quick, 2 * way - 1)))

    def _order_by(self, column: LedgerColumn) -> None:
        self._look(self._view.ordered_by(column))

    def turn_order(self) -> None:
        """Order by the same column the other way round."""
        self._order_by(self._view.order.column)

    def next_order(self) -> None:
        """Order by the next column."""
        at = self._columns.index(self._view.order.column)
        self._order_by(self._columns[(at + 1) % len(self._columns)])

    def look_at(self, view: LedgerView, saved_name: str = "", *, for_now: bool = False) -> None:
        """Look in a way that was chosen elsewhere; `for_now`: until one comes by the rail."""
        self._draw()
        self._led_by = view.text if for_now else ""
        self.search.setText(view.text)
        self._typing.stop()
        self.filters.show_view(view)
        self._look(view, saved_name)
        self.query.ask_choices(view.site_id)

    @property
    def _is_for_now(self) -> bool:
        return self._view.source is not None or "" != self._led_by == self._view.text

    def begin_anew(self) -> None:
        """Look as before another page led here; a form that is open keeps what it is for."""
        if self._is_for_now and not self.side.form and not self.papers.in_front:
            self.look_at(self._session.workspace.ledger_desk.last())

    # What is shown

    def _show_known(self) -> None:
        self.side.rest()
        self._tell_where()
        self.commands.look_again()

    def _tell_where(self) -> None:
        total, marks, source = len(self.model.ids), self.model.marked, self._view.source
        self.table.box.show_marks(marks, total)
        self.side.show_marks(marks)
        self._show_bar()
        figure, has_begun = source.title if source else "", self.model.has_begun
        said = rows_text(total, marks, self._view.order, figure=figure, more=has_begun)
        self.head.set_texts(tr("Rectification ledger"), said)

    def _show_bar(self) -> None:
        """Offer what can be done with marked findings, but where a form is for them already."""
        self.bar.show_marks(0 if self.side.form else self.model.marked)

    def show_now(self) -> None:
        """Show at once what would be shown after a rest."""
        if self._typing.isActive():
            self._search_now()
        self.query.finish()
        self.side.show_now()

    # Where the keyboard goes

    def begin(self, kind: EventKind) -> None:
        """Begin a step for the marked findings, else for the current one."""
        self.papers.put_away()
        self.line.stop()
        self.steps.begin(kind, self.table.subjects())

    def go_to_search(self) -> None:
        """Type what is searched for."""
        self.top.show()  # where a form has taken its room
        self.search.setFocus()
        self.search.selectAll()

    def _leave_search(self) -> None:
        self._search_now()
        self._make_room()
        self.table.setFocus()

    def go_to_filters(self) -> None:
        """Narrow the ledger by fields; once more puts those away."""
        if self.filters.is_expanded:
            self._leave_filters()
        else:
            self.filters.expand(True)
            self.filters.take_focus()

    def _leave_filters(self) -> None:
        self.filters.expand(False)
        self.table.setFocus()

    def go_to_panel(self) -> None:
        """Go to the finding beside the ledger, with its history."""
        if self.table.current_id():
            self.side.show()
            self.side.show_current()
            self.panel.setFocus()

    def _leave_panel(self) -> None:
        self.side.setVisible(not lacks_width(self))
        self.table.setFocus()

    def show_photos(self) -> None:
        """Show the photos of the current finding over the window."""
        self.line.stop()
        self.side.show_current()
        finding, evidence = self.panel.finding, self.panel.evidence
        if finding is None or not any(each.is_photo for each in evidence):
            self._session.hinted.emit(tr("This finding has no photo."))
            return
        title = f"{finding.number} · {finding.text or finding.item_text}"
        self.viewer.open(Subject(title, lambda: evidence))

    def _turn(self) -> None:
        """Something else is in front, and other keys work."""
        self.commands.set_mode(COVERED if self.papers.is_covered or self._shows_photos else "")
        self.commands.look_again()
        self.keys_changed.emit()

    def _open_form(self, form: StepForm) -> None:
        self.side.open_form(form)
        self._make_room()
        self._show_bar()
        form.take_focus()
        self._turn()

    def _follow(self) -> None:
        """An open form and what a person chooses in the list are one."""
        if self.side.form is not None and self.rows.is_chosen:
            self.steps.follow(self.side.form, self.table.subjects())

    def _close_form(self) -> None:
        self.side.close_form()
        self.line.stop()
        self._make_room()
        self._show_bar()
        self.table.setFocus()
        self._turn()

    def take_back(self) -> None:
        """Take the last step back; a question that waits is answered."""
        if self.line.waiting:
            self.line.confirm()
        elif self.side.form is None:
            self.steps.take_back(self.table.current_id(), self.line.wait)

    def _today(self) -> date:
        return self._session.workspace.now().date()

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.findings or changes.roster or changes.evidence or changes.inspections
        if touched or changes.day:
            self._stale = True
            if self.isVisible():
                self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.setFixedWidth(sized(_NARROW_SEARCH if lacks_width(self) else _SEARCH))
        self._make_room()

    def _make_room(self) -> None:
        """On a narrow page a form or the finding beside the rows comes when it is wanted."""
        narrow, filling_in = lacks_width(self), self.side.form is not None
        self.side.setVisible(not narrow or filling_in)
        self.top.setVisible(not (narrow and filling_in))
