"""The page of a patrol and of a recheck: stops on the left, the one in front on the right.

How one goes from stop to stop is the same for both; it must not know either.
"""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.draft import DraftKey
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.photos.photo_visit import Target
from inspector.gui.photos.visit_photos import VisitPhotos
from inspector.gui.session import Session
from inspector.gui.visits.parts.verdict_segment import Given, VerdictSegment
from inspector.gui.visits.parts.visit_drafts import Lines, stop_of
from inspector.gui.visits.parts.visit_frame import VisitFrame
from inspector.gui.visits.parts.walk_rows import WalkDelegate, WalkModel, WalkRow
from inspector.gui.visits.walks.open_walk import OpenWalk, Stop
from inspector.gui.visits.walks.walk_panel import WalkPanel
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.gui.words import unsaved_word, visit_words
from inspector.translation import tr

A = TypeVar("A", bound=Stop)
R = TypeVar("R", bound=OpenWalk[Any])


class WalkPage(VisitFrame[R], Generic[R, A]):
    """The list on the left has the keyboard."""

    chapter = "rounds"

    widths = (0, 0)
    """Pixels of the list on the left: where there is room, and on a narrow window."""

    menu: Sequence[str] = ()
    """The names of the commands in the menu of a stop."""

    def __init__(
        self,
        session: Session,
        stops: tuple[str, str],
        lines: Lines,
        parent: QWidget | None = None,
    ) -> None:
        """`stops` are the name and title of the list."""
        model = WalkModel()
        rows = CommandList(*stops, model, WalkDelegate())
        super().__init__(session, PageHead(), rows, lines, parent)
        self.model, self.stops = model, self.rows
        self._unkept: frozenset[str] = frozenset()  # the stops where something is not kept yet
        self.panel = self._made_panel()
        self.line.setObjectName("roundLine")
        self.photos = VisitPhotos(
            session, self, self.line, lambda: self._visit, self._target, self.travel
        )
        self.commands = self._made_commands()
        self.commands.hear_letters(self.stops)
        self.head.lead_back(self.commands["to-start"])
        self.head.add(command_button(self.commands["complete"], "completeRound", "primary"))
        given, large = self._verdicts(), self.panel.large_verdict
        self.panel.give_verdicts(VerdictSegment("verdicts", given, self.stops, large))
        give_context_menu(self.stops, [self.commands[name] for name in self.menu])
        self._lay_out((self.stops, (self.panel, 1)), writing=self.panel.tables)
        self.stops.selectionModel().currentChanged.connect(self._on_stop)
        self.panel.left.connect(self._back)
        self.panel.given_up.connect(self._give_up)

    def _give_way(self, is_narrow: bool) -> None:
        self.stops.setFixedWidth(sized(self.widths[is_narrow]))
        self.panel.give_way(is_narrow)

    # What a patrol and a recheck do in their own ways

    @abstractmethod
    def _made_panel(self) -> WalkPanel:
        """Return what shows the stop in front."""

    @abstractmethod
    def _made_commands(self) -> CommandTable:
        """Return what the page can do."""

    @abstractmethod
    def _verdicts(self) -> Sequence[Given]:
        """Return what can be said of a stop, each by its command."""

    @abstractmethod
    def _first_stop(self, unkept: list[DraftKey]) -> str:
        """Return the id of the stop at which a walk that is opened goes on."""

    @abstractmethod
    def _target(self) -> Target | None:
        """Return what a photo belongs to that comes now; None, after it was said why none does."""

    @abstractmethod
    def view(self) -> None:
        """Show the photos of the stop in front large."""

    @abstractmethod
    def _all_done(self) -> str:
        """Return what is told when no stop is left."""

    @abstractmethod
    def _row(self, stop: A) -> WalkRow:
        """Return what the list says of a stop."""

    @abstractmethod
    def _show_stop(self) -> None:
        """Show the figures, and the stop in front."""

    # Opening

    def _opened(self) -> None:
        inspection = self.walk.sheet.inspection
        self.walk.changed.connect(self._show)
        self.head.set_texts(inspection.site_name, visit_words(inspection))
        self.panel.close_lines()
        unkept = self._show_unkept()
        self._go_to(self._first_stop(unkept))
        self._show_stop()
        self.take_focus()
        if here := self._unkept_here():
            self._go_on_with(here)

    @property
    def walk(self) -> R:
        """The walk in front."""
        return self.in_front

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

    def confirm_or_next(self) -> None:
        """Enter: yes to what is asked, else on with what is not kept here, else to the next."""
        if self.line.waiting:
            self.line.confirm()
            return
        self.line.stop()
        if here := self._unkept_here():
            self._go_on_with(here)
        else:
            self._next()

    def _on_stop(self, current: QModelIndex, before: QModelIndex) -> None:
        if self._visit is not None and current.isValid():
            self.drafts.leave()
            if self.panel.is_writing:
                self._show_unkept()
            self.panel.close_lines()
            self._show_stop()

    def travel(self, back: bool) -> str | None:
        stop = super().travel(back)
        if stop and not self.photos.are_large:
            self._go_to(stop)
        return stop

    # Written and not kept

    def _write_in(self, key: DraftKey) -> None:
        super()._write_in(key)
        self._show_stop()

    def _close_lines(self) -> None:
        self.panel.close_lines()
        self._show_unkept()
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

    # Showing

    def _show_unsaved(self) -> None:
        self._show()

    def _show(self) -> None:
        self.model.show(self._rows())
        self._show_stop()
        self.photos.refresh()

    def _rows(self) -> list[WalkRow]:
        unsaved = self.walk.unsaved
        rows = map(self._row, self.walk.stops)
        return [self._with_warnings(row, row.id in unsaved) for row in rows]

    def _with_warnings(self, row: WalkRow, is_unsaved: bool) -> WalkRow:
        if row.id in self._unkept:
            row = replace(row, standing=tr("Not kept yet"), role="unsaved")
        return replace(row, standing=f"{unsaved_word()} · {row.standing}") if is_unsaved else row
