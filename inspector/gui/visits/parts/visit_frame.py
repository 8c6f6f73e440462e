"""The frame of a visit under way: a list and what is in front of it, a line below that asks.

What scoring, a patrol and a recheck share: opening and leaving, undo, what is written and not
kept, completion. It must not know any of them.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector.domain.visit.draft import DraftKey
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_table import WRITING, CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, UNDO, press
from inspector.gui.editor_draft import Dropped, not_handed_in
from inspector.gui.frame.page_head import PageHead
from inspector.gui.photos.visit_photos import VisitPhotos
from inspector.gui.session import Session
from inspector.gui.theme import lacks_width
from inspector.gui.visits.parts.field_bar import Bar
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.parts.undoable_visit import UndoableVisit
from inspector.gui.visits.parts.visit_drafts import Lines, VisitDrafts, as_new, stop_of
from inspector.gui.visits.parts.visits_part import VisitPart
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.gui.widgets.stacked import Part, stack
from inspector.translation import tr

VIEWER = "viewer"
"""The mode of the commands while a photo is seen large."""

V = TypeVar("V", bound=UndoableVisit)
B = TypeVar("B", bound=Bar)


class VisitFrame(VisitPart, Generic[V]):
    """The keyboard stays in one list, `rows`. Whoever makes one makes its photos and commands."""

    commands: CommandTable
    photos: VisitPhotos
    _is_laid_out = False

    def __init__(
        self,
        session: Session,
        head: PageHead,
        rows: CommandList,
        lines: Lines,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._visit: V | None = None
        self.head, self.rows = head, rows
        self.figures = ElidedLabel("secondary")
        self.figures.setObjectName("figures")
        head.add(self.figures)
        self.line = AskLine()
        self.line.undo_by_button(lambda said: press(UNDO) in said, lambda: self.undo())
        self.drafts = VisitDrafts(session, lines, self)
        rows.pressed_other.connect(self.line.stop)
        rows.clicked.connect(self.line.stop)
        self.line.left.connect(rows.setFocus)
        session.unsaved.changed.connect(self._on_unsaved)

    def _lay_out(
        self,
        columns: Iterable[Part],
        writing: Sequence[CommandTable] = (),
    ) -> None:
        """Put columns side by side as in `stack`; what comes and goes is above and below them.

        `writing` is what can be done in the lines to write in.
        """
        # The hairline between the columns is the window behind them.
        self._middle = stack(None, columns, spacing=1, across=True)
        self._above, self._below = stack(None, ()), stack(None, ())
        stack(self, (self.head, self._above, (self._middle, 1), self._below, self.line))
        self._is_laid_out = True
        self._written: list[CommandTable] = []
        self._told: list[CommandTable] = []  # in the line of keys, of those
        for table in writing:
            self._write_with(table)
        self.commands.changed.connect(self.keys_changed)
        photos, application = self.photos, QApplication.instance()
        assert isinstance(application, QApplication)
        photos.closed.connect(self.rows.setFocus)
        for seen in (photos.turned, photos.closed):
            seen.connect(self._follow_keyboard)
            seen.connect(self.keys_changed)
        application.focusChanged.connect(self._follow_keyboard)

    def _write_with(self, table: CommandTable) -> None:
        """Know what can be done in a line to write in."""
        self._written.append(table)
        table.changed.connect(self.keys_changed)

    # What comes and goes is made when it comes for the first time.

    @cached_property
    def names(self) -> NamesBar:
        """Asks who inspects."""
        made = self._put_above(NamesBar(self._session, self.line, self.rows), -1)
        made.named.connect(self._on_named)
        return made

    def _put_above(self, bar: B, at: int = 0) -> B:
        self._above.insertWidget(at, bar)
        self._write_with(bar.commands)
        return bar

    def _hide_made(self, *names: str) -> None:
        """Hide those of the bars that were made."""
        for each in names:
            if each in self.__dict__:
                getattr(self, each).hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_laid_out:
            self._give_way(lacks_width(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_laid_out:  # another hand
            self._give_way(lacks_width(self))

    # What has the keyboard

    def tables(self) -> Sequence[CommandTable]:
        large = (self.photos.viewer.commands,) if self.photos.are_large else ()
        return (*large, *self._writing(), self.commands)

    def _writing(self) -> list[CommandTable]:
        """Return what can be done in the line that has the keyboard, if one has."""
        return [each for each in self._written if each.has_keyboard]

    def _follow_keyboard(self) -> None:
        """Let those commands work that fit what has the keyboard."""
        self.commands.set_mode(VIEWER if self.photos.are_large else self._mode())
        if (writing := self._writing()) != self._told:
            self._told = writing
            self.keys_changed.emit()

    def _mode(self) -> str:
        """Return the mode of the commands, while no photo is seen large."""
        return WRITING if self._writing() else ""

    def take_focus(self) -> None:
        (self.photos.viewer if self.photos.are_large else self.rows).setFocus()

    # What each kind of visit does in its own way

    @abstractmethod
    def _give_way(self, is_narrow: bool) -> None:
        """The window is narrow, or wide enough again."""

    @abstractmethod
    def _made(self, sheet: InspectionSheet) -> V:
        """Return the visit of a sheet, with its history."""

    @abstractmethod
    def _opened(self) -> None:
        """Show the visit that is in front now where whoever makes it stood."""

    def _closing(self) -> None:
        """The visit is about to be let go of."""

    @abstractmethod
    def _go_to(self, stop_id: str) -> None:
        """Go to a window, place or finding."""

    @abstractmethod
    def _open_line(self, key: DraftKey) -> None:
        """Open the line of a draft, with what it begins with, and give it the keyboard."""

    @abstractmethod
    def _close_lines(self) -> None:
        """Close the lines to write in; the keyboard is elsewhere by now."""

    @abstractmethod
    def _why_not_complete(self) -> str:
        """Return why the visit cannot be completed yet, standing on the first of it; ''."""

    @abstractmethod
    def _completion(self) -> tuple[str, str]:
        """Return the question before the visit is completed, and the word of its button."""

    @abstractmethod
    def _complete_visit(self, visit: str) -> object:
        """Complete the visit, an operation of the workspace."""

    @abstractmethod
    def _show_unsaved(self) -> None:
        """Show what is not on the disk, which is something else now."""

    # Opening and leaving

    def open(self, sheet: InspectionSheet) -> None:
        """Show a visit where whoever makes it stood."""
        self.close_visit()
        self._visit = self._made(sheet)
        self.line.stop()
        self._opened()
        self._visit.history_turned.connect(self.commands.look_again)
        self.commands.look_again()

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk, or waits in the session to be.

        What is still being read of photos is attached all the same.
        """
        if self._visit is not None:
            self.photos.close_viewer()
            self._hide_made("names")
            self.drafts.leave()
            self._closing()
            self._visit.deleteLater()
            self._visit = None

    @property
    def is_open(self) -> bool:
        """A visit is in front."""
        return self._visit is not None

    @property
    def in_front(self) -> V:
        """The visit in front."""
        assert self._visit is not None
        return self._visit

    def escape(self) -> None:
        """Take a question back, go back to the list, or leave the visit."""
        if self.line.isVisible():
            self.line.stop()
        elif not self.rows.hasFocus():
            self.rows.setFocus()
        else:
            self.left.emit()

    # Undo

    def why_no_undo(self) -> str:
        """Return why nothing can be taken back; '' when something can."""
        return self._visit.why_no_undo() if self._visit is not None else ""

    def why_no_redo(self) -> str:
        """Return why nothing can be done again; '' when something can."""
        return self._visit.why_no_redo() if self._visit is not None else ""

    def undo(self) -> None:
        """Take the last change back."""
        self.travel(back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.travel(back=False)

    def travel(self, back: bool) -> str | None:
        """Undo or redo; return the id of where that changed something, None for nowhere."""
        self.line.stop()
        return self.in_front.undo() if back else self.in_front.redo()

    # Written and not kept

    def _write_in(self, key: DraftKey) -> None:
        """Open a line at the stop in front; what was left of it goes on."""
        self.drafts.leave()
        self._open_line(key)
        self.drafts.begin(key)

    def _go_on_with(self, key: DraftKey) -> None:
        """Go to where something is written, with the keyboard in its line."""
        self._go_to(stop_of(key))
        self._write_in(as_new(key, self.in_front))

    def _back(self) -> None:
        """Close the line that is open, and give the list the keyboard."""
        self.rows.setFocus()
        self.drafts.leave()
        self._close_lines()

    def _give_up(self) -> None:
        """Esc in a line: what is in it goes, and Ctrl+Z brings it back."""
        if dropped := self.drafts.let_go():
            place = stop_of(dropped.key)
            self.in_front.add_step(place, dropped, None, self._let_be_written)
            self.line.tell(
                tr("What was written is put away. {undo} brings it back.", undo=press(UNDO))
            )
        self._back()

    def _let_be_written(self, dropped: Dropped | None) -> bool:
        """Let it be in its line again, or (None) be put away again."""
        if dropped is None:
            self.drafts.drop()
            self._back()
        else:
            self._go_on_with(dropped.key)
            self.drafts.bring_back(dropped)
        return True

    def _stops_at_unkept(self) -> bool:
        """Go to the first that is written and not kept; False when there is none."""
        unkept = self.drafts.unkept(self.in_front)
        if unkept:
            self._go_on_with(unkept[0])
            self.line.ask(
                not_handed_in(len(unkept), press(CONFIRM, tr("Keep")), press(LEAVE, tr("Back")))
            )
        return bool(unkept)

    # Completing

    def ask_completion(self) -> None:
        """Ask whether the visit is complete, or complete it."""
        if self._visit is None or self.line.asked_again(self._complete):
            return
        self.photos.finish()  # what is still being read counts
        if self._stops_at_unkept():
            return
        self._back()  # what is typed beside the list is written
        if why := self._why_not_complete():
            self.line.ask(why)
        elif (now := self._visit.sheet.inspection).inspectors or not self.names.stops(now):
            self.line.wait(self._complete, *self._completion())

    def _on_named(self, inspection: Inspection) -> None:
        if self._visit is not None:
            self._visit.take_named(inspection)
            self.ask_completion()

    def _complete(self) -> None:
        self.photos.finish()  # one may have been pasted since the question
        visit = self.in_front.id
        if self._stops_at_unkept() or not self._session.settle():
            return
        if self._session.attempt(lambda: self._complete_visit(visit)) is not None:
            self.close_visit()
            self.completed.emit(visit)

    def _on_unsaved(self) -> None:
        if self._visit is not None:
            self._show_unsaved()
