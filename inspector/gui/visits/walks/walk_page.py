"""The page of a patrol and of a recheck: stops on the left, the one in front on the right.

What is written and not kept, undo and completion are the same for both; it must not know either.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent

from inspector.domain.visit.draft import DraftKey
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import WRITING, CommandTable
from inspector.gui.editor_draft import Dropped, Field, not_handed_in
from inspector.gui.frame.page_head import PageHead
from inspector.gui.photos.photo_visit import Target
from inspector.gui.photos.visit_photos import VisitPhotos
from inspector.gui.session import Session
from inspector.gui.theme import NARROW
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.gui.visits.parts.walk_rows import WalkDelegate, WalkModel, WalkRow
from inspector.gui.visits.walks.open_walk import OpenWalk, Stop
from inspector.gui.visits.walks.walk_drafts import WalkDrafts, as_new, stop_of
from inspector.gui.visits.walks.walk_panel import WalkPanel
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import unsaved_word, visit_words
from inspector.translation import tr

A = TypeVar("A", bound=Stop)
R = TypeVar("R", bound=OpenWalk[Any])


class WalkPage(VisitPart, Generic[R, A]):
    """The keyboard stays in the list on the left."""

    commands: CommandTable

    widths = (0, 0)
    """Pixels of the list on the left: where there is room, and on a narrow window."""

    def __init__(
        self,
        session: Session,
        stops: tuple[str, str],
        panel: WalkPanel,
        lines: Mapping[str, Mapping[str, Field]],
    ) -> None:
        """`stops` are the name and title of the list; `lines` is as in RoundDrafts."""
        super().__init__()
        self._session = session
        self._walk: R | None = None
        self._unkept: frozenset[str] = frozenset()  # the stops where something is not kept yet
        self.head = PageHead()
        self._figures = label("", "secondary")
        self._figures.setObjectName("figures")
        self.head.add(self._figures)
        self.model = WalkModel()
        self.stops = CommandList(*stops, self.model, WalkDelegate())
        self.panel = panel
        self.drafts = WalkDrafts(session, lines, self)
        self.line = AskLine()
        self.line.setObjectName("roundLine")
        self.photos = VisitPhotos(
            session, self, self.line, lambda: self._walk, self._target, self._travel_photos
        )
        self.photos.viewer.turned.connect(self._on_viewer)
        self.photos.viewer.closed.connect(self._on_viewer_closed)
        self.names = NamesBar(session, self.line, self.stops)
        self.commands = CommandTable(self)
        self._add_commands(self.commands)
        self.commands.hear_letters(self.stops)
        self.head.add(command_button(self.commands["complete"], "completeRound", "primary"))
        self._lay_out()
        self.stops.selectionModel().currentChanged.connect(self._on_stop)
        self.stops.pressed_other.connect(self.line.stop)
        self.stops.clicked.connect(lambda index: self.line.stop())
        self.line.left.connect(self.stops.setFocus)
        self.panel.left.connect(self._back)
        self.panel.given_up.connect(self._give_up)
        self.names.named.connect(self._on_named)
        session.unsaved.changed.connect(self._on_unsaved)
        self.commands.changed.connect(self.keys_changed)
        self._hear_lines(self.names.commands, *panel.tables)

    def _lay_out(self) -> None:
        # The hairline between the columns is the window behind them.
        middle = stack(None, (self.stops, (self.panel, 1)), spacing=1, across=True)
        stack(self, (self.head, self.names, (middle, 1), self.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        self.stops.setFixedWidth(self.widths[is_narrow])
        self.panel.give_way(is_narrow)

    def _add_photo_commands(self, table: CommandTable, view: str) -> None:
        photos, paste = tr("Photos or files"), tr("Photo or file from the clipboard")
        table.add("photo", photos, "P", self.photos.intake.choose, short=tr("Photo"))
        table.add("paste", paste, "Ctrl+V", self.photos.intake.paste)
        table.add("view", view, "V", self._view)

    def _add_next(self, table: CommandTable, words: str) -> None:
        table.add("next", words, ("Return", "Enter"), self._confirm_or_next, at=self.stops)

    def _add_last(self, table: CommandTable, complete: str) -> None:
        """Add undo, how the visit is completed, and the way back."""
        table.add("undo", tr("Undo"), "Ctrl+Z", lambda: self._travel(self.walk.undo))
        table.add("redo", tr("Redo"), "Ctrl+Y", lambda: self._travel(self.walk.redo))
        keys = ("Ctrl+Return", "Ctrl+Enter")
        modes = ("", WRITING)
        table.add("complete", complete, keys, self._ask_completion, short=complete, modes=modes)
        table.add("back", tr("Back"), "Esc", self._escape, at=self.stops)

    # What a patrol and a recheck do in their own ways

    @abstractmethod
    def _add_commands(self, table: CommandTable) -> None:
        """Add what the page can do."""

    @abstractmethod
    def _made(self, sheet: InspectionSheet) -> R:
        """Return the walk of a visit."""

    @abstractmethod
    def _first_stop(self, unkept: list[DraftKey]) -> str:
        """Return the id of the stop at which a walk that is opened goes on."""

    @abstractmethod
    def _open_line(self, key: DraftKey) -> None:
        """Open the line of a draft, with what it begins with, and give it the keyboard."""

    @abstractmethod
    def _target(self) -> Target | None:
        """Return what a photo belongs to that comes now; None, after it was said why none does."""

    @abstractmethod
    def _view(self) -> None:
        """Show the photos of the stop in front large."""

    @abstractmethod
    def _why_not_complete(self) -> str:
        """Return why the walk cannot be completed yet; ''."""

    @abstractmethod
    def _completion(self) -> tuple[str, str]:
        """Return the question before the walk is completed, and the word of its button."""

    @abstractmethod
    def _complete_visit(self, visit: str) -> object:
        """Complete the visit, an operation of the workspace."""

    @abstractmethod
    def _all_done(self) -> str:
        """Return what is told when no stop is left."""

    @abstractmethod
    def _row(self, stop: A) -> WalkRow:
        """Return what the list says of a stop."""

    @abstractmethod
    def _show_stop(self) -> None:
        """Show the figures, and the stop in front."""

    # Opening and closing

    def open(self, sheet: InspectionSheet) -> None:
        """Show a walk where whoever makes it stood."""
        self.close_visit()
        walk = self._walk = self._made(sheet)
        walk.changed.connect(self._show)
        self.head.set_texts(sheet.inspection.site_name, visit_words(sheet.inspection))
        self.line.stop()
        self.panel.close_lines()
        unkept = self._show_unkept()
        self._go_to(self._first_stop(unkept))
        self._show_stop()
        self.take_focus()
        if here := self._unkept_here():
            self._go_on_with(here)

    def close_visit(self) -> None:
        """Let go of the walk; everything of it is on disk, or waits in the session to be."""
        if self._walk is not None:
            self.photos.finish()
            self.names.hide()
            self.drafts.leave()
            self._walk.deleteLater()
            self._walk = None

    def take_focus(self) -> None:
        (self.photos.viewer if self.photos.viewer.is_open else self.stops).setFocus()

    def tables(self) -> Sequence[CommandTable]:
        return (self.photos.viewer.commands, *self._written, self.commands)

    def _mode(self) -> str:
        return "photo" if self.photos.viewer.is_open else super()._mode()

    def _on_viewer(self) -> None:
        self._follow_keyboard()
        self.keys_changed.emit()

    def _on_viewer_closed(self) -> None:
        self.stops.setFocus()
        self._on_viewer()

    def _travel_photos(self, back: bool) -> None:
        if back:
            self.walk.undo()
        else:
            self.walk.redo()

    @property
    def walk(self) -> R:
        """The walk in front."""
        assert self._walk is not None
        return self._walk

    @property
    def _stop(self) -> A:
        """The stop in front."""
        stops: Sequence[A] = self.walk.stops
        return stops[max(self.stops.currentIndex().row(), 0)]

    # Moving

    def _next(self, said: str = "") -> None:
        """Go to the next stop that is left; say so when there is none, unless else is said."""
        following = self.walk.next_left(self._stop.id)
        if following is not None:
            self._go_to(following.id)
        if said or not self.walk.left:
            self.line.tell(said or self._all_done())

    def _go_to(self, stop_id: str) -> None:
        self.stops.go_to(self.model.position(stop_id))

    def _confirm_or_next(self) -> None:
        if self.line.waiting:
            self.line.confirm()
            return
        self.line.stop()
        if here := self._unkept_here():
            self._go_on_with(here)
        else:
            self._next()

    def _on_stop(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._walk is not None and current.isValid():
            self.drafts.leave()
            if self.panel.is_writing:
                self._show_unkept()
            self.panel.close_lines()
            self._show_stop()

    def _back(self) -> None:
        """Close the line that is open, and give the list the keyboard."""
        self.stops.setFocus()
        self.drafts.leave()
        self.panel.close_lines()
        self._show_unkept()
        self._show_stop()

    def _escape(self) -> None:
        if self.line.isVisible():
            self.line.stop()
        else:
            self.left.emit()

    def _travel(self, through: Callable[[], str | None]) -> None:
        self.line.stop()
        if stop := through():
            self._go_to(stop)

    # Written and not kept

    def _write_in(self, key: DraftKey) -> None:
        """Open a line at the stop in front; what was left of it goes on."""
        self.drafts.leave()
        self._open_line(key)
        self.drafts.begin(key)
        self._show_stop()

    def _kept(self) -> None:
        """What was written in the line is on disk."""
        self.line.stop()
        self.drafts.drop()
        self._back()

    def _show_unkept(self) -> list[DraftKey]:
        unkept = self.drafts.unkept(self.walk)
        self._unkept = frozenset(map(stop_of, unkept))
        self.model.show(self._rows())
        return unkept

    def _unkept_here(self) -> DraftKey | None:
        if self._stop.id not in self._unkept:
            return None
        unkept = self.drafts.unkept(self.walk)
        return next((key for key in unkept if stop_of(key) == self._stop.id), None)

    def _go_on_with(self, key: DraftKey) -> None:
        """Go to where something is written, with the keyboard in its line."""
        self._go_to(stop_of(key))
        self._write_in(as_new(key, self.walk))

    def _give_up(self) -> None:
        """Esc in a line: what is in it goes, and Ctrl+Z brings it back."""
        if dropped := self.drafts.let_go():
            self.walk.add_step(stop_of(dropped.key), dropped, None, self._let_be_written)
            self.line.tell(tr("What was written is put away. Ctrl+Z brings it back."))
        self._back()

    def _let_be_written(self, dropped: Dropped | None) -> bool:
        if dropped is None:
            self.drafts.drop()
            self._back()
        else:
            self._go_on_with(dropped.key)
            self.drafts.bring_back(dropped)
        return True

    def _stops_at_unkept(self) -> bool:
        """Go to the first that is written and not kept; False when there is none."""
        unkept = self._show_unkept()
        if unkept:
            self._go_on_with(unkept[0])
            self.line.ask(not_handed_in(len(unkept)))
        return bool(unkept)

    # Completing

    def _ask_completion(self) -> None:
        if self._walk is None:
            return
        if self.line.waits_for(self._complete):
            self.line.confirm()
            return
        if self._stops_at_unkept():
            return
        if self.panel.is_writing:
            self._back()
        if why := self._why_not_complete():
            self.line.ask(why)
        elif not self.names.stops(self.walk.sheet.inspection):
            self._wait(self._complete, *self._completion())

    def _on_named(self, inspection: Inspection) -> None:
        if self._walk is not None:
            self._walk.take_named(inspection)
            self._ask_completion()

    def _complete(self) -> None:
        self.photos.finish()  # one may have been pasted since the question
        visit = self.walk.id
        if self._stops_at_unkept() or not self._session.settle():
            return
        if self._session.attempt(lambda: self._complete_visit(visit)) is not None:
            self.close_visit()
            self.completed.emit(visit)

    def _wait(self, action: Callable[[], None], question: str, word: str) -> None:
        self.line.wait(action, question, word)
        self.stops.setFocus()

    # Showing

    def _on_unsaved(self) -> None:
        if self._walk is not None:
            self._show()

    def _show(self) -> None:
        self.model.show(self._rows())
        self._show_stop()
        self.photos.viewer.refresh()

    def _rows(self) -> list[WalkRow]:
        unsaved = self.walk.unsaved
        rows = map(self._row, self.walk.stops)
        return [self._with_warnings(row, row.id in unsaved) for row in rows]

    def _with_warnings(self, row: WalkRow, is_unsaved: bool) -> WalkRow:
        if row.id in self._unkept:
            row = replace(row, standing=tr("Not kept yet"), role="unsaved")
        return replace(row, standing=f"{unsaved_word()} · {row.standing}") if is_unsaved else row
