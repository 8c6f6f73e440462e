"""晨会: what is in front on it — the next meeting, its screens, past meetings, minutes."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_room import PageStack
from inspector.gui.meeting.opening_page import OpeningPage
from inspector.gui.session import Session
from inspector.workspace.changes import Changes

if TYPE_CHECKING:
    from inspector.gui.meeting.minutes_page import MinutesPage
    from inspector.gui.meeting.past_page import PastPage
    from inspector.gui.meeting.presenter import Presenter


class MeetingPage(Page):
    """The second page of the rail. What comes after its first look is built when that is wanted."""

    chapter = "meeting"

    roster_wanted = Signal()
    finding_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingPage")
        self._session, self._stale, self._is_held = session, True, False
        self._stack = PageStack(self)

    def build(self) -> Iterator[None]:
        self.opening = OpeningPage(self._session, self._stack)
        yield from self.opening.build()
        self._after_minutes: OpeningPage | PastPage = self.opening
        self._stack.addWidget(self.opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.opening.commands.changed.connect(self.keys_changed)
        self.opening.started.connect(self._hold)
        self.opening.ended.connect(self._show_ended)
        self.opening.written_at.connect(self._stop_at_written)
        self.opening.past_wanted.connect(self.show_past)
        self.opening.roster_wanted.connect(self.roster_wanted)
        self.opening.finding_wanted.connect(self.finding_wanted)
        self._session.changed.connect(self._on_changed)

    @cached_property
    def presenter(self) -> "Presenter":
        """The screens of a meeting."""
        from inspector.gui.meeting.presenter import Presenter

        made = Presenter(self._session, self._stack)
        self._stack.addWidget(made)
        made.left.connect(self.show_opening)
        made.ended.connect(self._show_ended)
        made.keys_changed.connect(self.keys_changed)
        made.full_screen_wanted.connect(self.full_screen_wanted)
        return made

    @cached_property
    def past(self) -> "PastPage":
        """The meetings that were held."""
        from inspector.gui.meeting.past_page import PastPage

        made = PastPage(self._session)
        self._stack.addWidget(made)
        made.commands.changed.connect(self.keys_changed)
        made.left.connect(self.show_opening)
        made.opened.connect(self._show_past_minutes)
        return made

    @cached_property
    def minutes(self) -> "MinutesPage":
        """The minutes of one."""
        from inspector.gui.meeting.minutes_page import MinutesPage

        made = MinutesPage(self._session)
        self._stack.addWidget(made)
        made.left.connect(self._leave_minutes)
        return made

    def tables(self) -> Sequence[CommandTable]:
        front = self._front
        if self._is_held and front is self.presenter:
            return (self.presenter.front_commands,)
        return (front.commands,)

    def enter(self) -> None:
        front = self._front
        if front is self.opening:
            if self._stale:
                self._refresh()
            self.opening.take_focus()
        else:
            front.take_focus()

    def get_ready(self) -> Iterator[None]:
        if self._stale and self._front is self.opening:
            self._stale = False
            for _ in self.opening.refreshing():
                yield
                if self._stale:
                    return  # something changed meanwhile: all of it is read as it is entered
            self.keys_changed.emit()

    def set_full_screen(self, of_window: CommandTable | None) -> None:
        if self._is_held:
            self.presenter.set_full_screen(of_window)

    def show_opening(self) -> None:
        """Show what the next meeting needs; a meeting that was in front goes on."""
        if self._is_held:
            self.presenter.close_meeting()
        self._refresh()
        self._bring_forward(self.opening)
        self.opening.take_focus()

    def show_past(self) -> None:
        """Show the meetings that were held."""
        self._bring_forward(self.past)
        self.past.open()
        self.keys_changed.emit()

    @property
    def _front(self) -> "OpeningPage | Presenter | PastPage | MinutesPage":
        return cast("OpeningPage | Presenter | PastPage | MinutesPage", self._stack.currentWidget())

    def _hold(self, meeting_id: str) -> None:
        self._is_held = True
        self._bring_forward(self.presenter)
        self.presenter.open(meeting_id)
        self.presenter.take_focus()
        self.keys_changed.emit()

    def _stop_at_written(self, meeting_id: str) -> None:
        self._hold(meeting_id)
        self.presenter.stops_at_written()

    def _show_ended(self, meeting_id: str) -> None:
        self.full_screen_wanted.emit(False)
        self._after_minutes = self.opening
        self._show_minutes(meeting_id)

    def _show_past_minutes(self, meeting_id: str) -> None:
        self._after_minutes = self.past
        self._show_minutes(meeting_id)

    def _show_minutes(self, meeting_id: str) -> None:
        self._bring_forward(self.minutes)
        self.minutes.open(meeting_id)

    def _leave_minutes(self) -> None:
        if self._after_minutes is self.past:
            self.show_past()
        else:
            self.show_opening()

    def _bring_forward(self, page: "OpeningPage | Presenter | PastPage | MinutesPage") -> None:
        self._stack.setCurrentWidget(page)
        self.keys_changed.emit()

    def _refresh(self) -> None:
        self._stale = False
        self.opening.refresh()
        self.keys_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        self._stale = self._stale or any(
            (changes.roster, changes.inspections, changes.findings, changes.meetings,
             changes.preferences, changes.packs, changes.holidays, changes.day)
        )  # fmt: skip
        if self._stale and self._front is self.opening and self.isVisible():
            self._refresh()
