"""晨会: what is in front on it — the next meeting, its screens, past meetings, minutes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_room import PageStack
from inspector.gui.meeting.minutes_page import MinutesPage
from inspector.gui.meeting.opening_page import OpeningPage
from inspector.gui.meeting.past_page import PastPage
from inspector.gui.meeting.presenter import Presenter
from inspector.gui.session import Session
from inspector.workspace.changes import Changes


class MeetingPage(Page):
    """The second page of the rail."""

    chapter = "meeting"

    roster_wanted = Signal()
    finding_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetingPage")
        self._stale = True
        self._stack = PageStack(self)
        self.opening = OpeningPage(session, self._stack)
        self.presenter = Presenter(session, self._stack)
        self.past = PastPage(session)
        self.minutes = MinutesPage(session)
        self._after_minutes: OpeningPage | PastPage = self.opening
        for page in (self.opening, self.presenter, self.past, self.minutes):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.opening.commands.changed.connect(self.keys_changed)
        self.past.commands.changed.connect(self.keys_changed)
        self.opening.started.connect(self._hold)
        self.opening.ended.connect(self._show_ended)
        self.opening.written_at.connect(self._stop_at_written)
        self.opening.past_wanted.connect(self.show_past)
        self.opening.roster_wanted.connect(self.roster_wanted)
        self.opening.finding_wanted.connect(self.finding_wanted)
        self.presenter.left.connect(self.show_opening)
        self.presenter.ended.connect(self._show_ended)
        self.presenter.keys_changed.connect(self.keys_changed)
        self.presenter.full_screen_wanted.connect(self.full_screen_wanted)
        self.past.left.connect(self.show_opening)
        self.past.opened.connect(self._show_past_minutes)
        self.minutes.left.connect(self._leave_minutes)
        session.changed.connect(self._on_changed)

    def tables(self) -> Sequence[CommandTable]:
        front = self._front
        return (front.front_commands if isinstance(front, Presenter) else front.commands,)

    def enter(self) -> None:
        front = self._front
        if front is self.opening:
            if self._stale:
                self._refresh()
            self.opening.take_focus()
        else:
            front.take_focus()

    def get_ready(self) -> None:
        if self._stale and self._front is self.opening:
            self._refresh()

    def set_full_screen(self, of_window: CommandTable | None) -> None:
        self.presenter.set_full_screen(of_window)

    def show_opening(self) -> None:
        """Show what the next meeting needs; a meeting that was in front goes on."""
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
    def _front(self) -> OpeningPage | Presenter | PastPage | MinutesPage:
        front = self._stack.currentWidget()
        assert isinstance(front, OpeningPage | Presenter | PastPage | MinutesPage)
        return front

    def _hold(self, meeting_id: str) -> None:
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

    def _bring_forward(self, page: OpeningPage | Presenter | PastPage | MinutesPage) -> None:
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
