"""Holding a meeting: one thing a screen, everything by keys, nothing modal."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.measures import sized
from inspector.gui.meeting.console.console import Console
from inspector.gui.meeting.deciding.end_question import end_question
from inspector.gui.meeting.deciding.screen_trays import ScreenTrays
from inspector.gui.meeting.deciding.trays import Trays
from inspector.gui.meeting.screens.blank import Blank
from inspector.gui.meeting.screens.course import Course
from inspector.gui.meeting.screens.mouse_rest import MouseRest
from inspector.gui.meeting.screens.stage import Stage, place_text
from inspector.gui.meeting.screens.stage_bar import StageBar
from inspector.gui.meeting.screens.stage_commands import (
    COVERED,
    IN_MENUS,
    line_words,
    stage_commands,
)
from inspector.gui.meeting.screens.stage_head import StageHead
from inspector.gui.meeting.screens.stage_look import stage_sheet, text_size
from inspector.gui.meeting.screens.whole_screen import WholeScreen
from inspector.gui.session import Session
from inspector.gui.theme import TEXT_SIZE
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.meeting.slides import (
    Slide,
    key_of,
    resumed,
    slides_of,
)
from inspector.workspace.pending.pending_writes import MeetingPlacePending

_TICK = 1000


class Presenter(QWidget):
    """The screens of one meeting. It has the keyboard itself; a tray takes it to write."""

    left = Signal()
    ended = Signal(str)  # the meeting's id
    full_screen_wanted = Signal(bool)
    keys_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Morning meeting"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._minutes: Minutes | None = None
        self._stale = False  # something changed while another page was in front
        self.words_size, self._at_desk = 0, False
        self.stage = Stage(session)
        left = stack(None, ((self.stage, 4),))
        middle = stack(None, ((left, 3),), across=True)
        self.console = Console(session, self, self.stage, left, middle)
        self.trays = Trays(session)
        self.line = AskLine()
        self.line.setObjectName("stageLine")
        self.course = Course(self.line, self)
        self.deciding = ScreenTrays(session, self, self.trays, self.line)
        self.commands = stage_commands(self)
        doors = [self.commands[name] for name in IN_MENUS]
        self.head = StageHead(self.commands["leave"], doors)
        self.mouse = mouse = MouseRest(self.stage)
        turning = (
            (self.commands["before"], f"‹ {tr('Screen before')}"),
            (self.commands["next"], f"{tr('Next screen')} ›"),
            (self.commands["large"], tr("Photos large")),
        )
        self._bar = bar = StageBar(self.stage, mouse, turning)
        give_context_menu(self.stage, doors)
        self._screen = command_button(self.commands["screen"], "stageScreen", says_key=False)
        self.head.add_door(self._screen)
        column = stack(self, (self.head, (middle, 1), self.trays, self.line))
        self.whole = WholeScreen(self, column, self.head, self.stage, mouse, bar)
        self.blank = Blank(self)
        self.blank.gone.connect(self.take_focus)
        self.stage.hand.forward.connect(partial(self._by_hand, "next"))
        self.stage.hand.back.connect(partial(self._by_hand, "before"))
        self.stage.foot.progress.asked.connect(self._on_marked)
        self.course.turned.connect(self._on_turned)
        self.course.gone_through.connect(self.deciding.discuss)
        self.console.turned.connect(self._on_console)
        self.console.said.connect(self.line.tell)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._show_clock)
        self.trays.turned.connect(self._on_covered)
        self.stage.viewer.turned.connect(self._on_covered)
        self.stage.viewer.turned.connect(self._tell_keys)
        self.trays.closed.connect(self._on_tray_closed)
        self.line.left.connect(self.setFocus)
        session.changed.connect(self._on_changed)
        self._dress()
        self._on_console()

    # What the page asks

    def open(self, meeting_id: str) -> None:
        """Show a meeting that goes on, where it stands."""
        workspace = self._session.workspace
        minutes = workspace.minutes.of(meeting_id)
        drill = workspace.meetings.drill_of(minutes.meeting)
        self._minutes, self._stale = minutes, False
        slides = slides_of(minutes, drill)
        self.course.lay_out(meeting_id, slides)
        self.stage.fit(slides, minutes)
        self._clock.start()
        self.line.stop()
        self.deciding.hold(minutes.meeting)
        self.console.begin()
        self.course.go_to(resumed(slides, minutes))
        self.deciding.go_on_at(self.slide)

    def close_meeting(self) -> None:
        """Stop the clock and let go of the photos; everything is on disk."""
        self._clock.stop()
        self.trays.close_all()
        self.stage.forget()
        self.console.stop()
        self._minutes = None

    def take_focus(self) -> None:
        """Put the keyboard where work goes on: into a tray, on a photo, else on the screen."""
        if self.blank.isVisible():
            self.blank.setFocus()
        elif self.stage.viewer.is_open:
            self.stage.viewer.setFocus()
        elif self.trays.is_open:
            self.trays.take_focus()
        else:
            self.setFocus()

    @property
    def is_open(self) -> bool:
        """A meeting is in front."""
        return self._minutes is not None

    @property
    def meeting(self) -> Meeting:
        """The meeting in front."""
        assert self._minutes is not None
        return self._minutes.meeting

    @property
    def slide(self) -> Slide:
        """The screen in front."""
        return self.course.slide

    @property
    def front_commands(self) -> CommandTable:
        """The commands of the photo or tray that is open, else of the screens."""
        viewer = self.stage.viewer
        return viewer.commands if viewer.is_open else self.trays.commands or self.commands

    def set_full_screen(self, of_window: CommandTable | None) -> None:
        """Know whether the window shows nothing else: then the keys are at its foot.

        `of_window` is what the window can do then, and None when it shows its own line.
        """
        self.whole.turn(of_window)
        self._tell_keys()

    # Keys

    def scroll_page(self, way: int) -> None:
        """Scroll the screen up (0) or down (1)."""
        self.stage.view.scroll_by(2 * way - 1)
        self.console.scroll_by(2 * way - 1)

    def zoom(self, steps: int) -> None:
        """Look closer at the photos of the screen (1), or from farther away (-1)."""
        self.stage.view.pane.zoom.step(steps)

    def turn_full_screen(self) -> None:
        """Have the whole screen, or give it back.

        With a second screen the audience gets that one, and the laptop is its console.
        """
        if self.console.can and not self.whole.is_on:
            self.console.turn()
        else:
            self.full_screen_wanted.emit(not self.whole.is_on)

    def begin_to_show(self) -> None:
        """Have the whole screen, unless it is shown already; F5 saves what waits besides."""
        if self._session.unsaved.count:
            self._session.unsaved.try_again()
        if not (self.console.is_on or self.whole.is_on):
            self.turn_full_screen()

    def why_no_photo(self) -> str:
        """Return why there is no photo to look at; '' when there is one."""
        has_photo = self._minutes is None or self.stage.view.evidence
        return "" if has_photo else tr("This screen has no photo.")

    def decide(self, name: str) -> None:
        """Open what a command of the screen in front opens, if it has it."""
        if self._minutes is None:
            return
        if name == "photo":
            self.stage.view.turn_photo()
        elif name == "large":
            self.stage.show_large()
        else:
            self.deciding.open(name)
        self._tell_keys()

    def undo(self) -> None:
        """Take back the last decision about the finding, or what was put away."""
        if self._minutes is not None:
            self.deciding.undo()
            self._tell_keys()

    def stops_at_written(self) -> bool:
        """Go to the first that is written and not taken, and say so; False when there is none."""
        return self.deciding.stops_at_written()

    def escape(self) -> None:
        """Take back what is asked, else leave full screen, else the screens."""
        asked = self.line.waiting
        self.course.forget()
        if asked:
            return
        if self.whole.is_on:
            self.full_screen_wanted.emit(False)
        elif self.console.is_on:
            self.console.turn()
        else:
            self.left.emit()

    def end(self) -> None:
        """End the meeting, asked once."""
        assert self._minutes is not None
        if self.line.waits_for(self._end_now):
            self.line.confirm()
            return
        if self.stops_at_written():
            return
        asked = end_question(self._minutes, self.course.slides)
        self.line.wait(self._end_now, asked, tr("End the meeting"))
        self.setFocus()

    def _end_now(self) -> None:
        meetings, meeting_id = self._session.workspace.meetings, self.meeting.id
        if self._session.attempt(lambda: meetings.end(meeting_id)) is not None:
            self.close_meeting()
            self.ended.emit(meeting_id)

    # From screen to screen

    def _by_hand(self, name: str) -> None:
        if not (self.trays.is_open or self.stage.viewer.is_open):
            self.commands[name].trigger()

    def darken(self) -> None:
        """Show nothing until a key or a click; of two screens the audience's is dark."""
        if not self.console.is_on:
            self.blank.come()
        elif self.console.darken():
            self.line.tell(tr("The audience's screen is dark; another one shows it again."))
        else:
            self.line.stop()

    def _on_console(self) -> None:
        """The audience has a screen of its own now, or none; then the laptop's is no stage."""
        if self.console.is_on and self.whole.is_on:
            self.full_screen_wanted.emit(False)
        for name in ("screen", "swap"):
            self.commands.set_there(name, self.console.can)
        self._screen.setVisible(self.console.can)
        self._screen.give(self.commands["screen"], f"{self.console.words()} ▾", says_key=False)
        self._dress()
        self._show()

    def _on_marked(self, place: int) -> None:
        if not (self.trays.is_open or self.stage.viewer.is_open):
            self.course.forget()
            self.course.go_to(place)

    def _on_turned(self) -> None:
        """Show the screen that came to the front, and remember that it is there."""
        self._session.keep_quietly(MeetingPlacePending(self.meeting.id, key_of(self.slide)))
        self._show()
        self.stage.view.to_top()
        if self.isVisible():
            self.setFocus()

    # Showing

    def _show(self) -> None:
        """Draw the screen in front as things stand now."""
        minutes = self._minutes
        if minutes is None:
            return
        at, slides = self.course.at, self.course.slides
        done = self.course.done(minutes)
        self.stage.show_slide(self.slide, minutes, self.course.neighbours)
        self.head.show_meeting(minutes.meeting)
        self.stage.foot.show_place(place_text(self.slide), at, len(slides), done)
        self.console.show_slide(slides, at, minutes, done)
        self._show_clock()
        self._tell_keys()

    def _show_clock(self) -> None:
        if self._minutes is not None:
            self.stage.foot.show_clock(self.meeting, self._session.workspace.now())
            self.console.show_clock(self.meeting)

    def _tell_keys(self) -> None:
        if self._minutes is not None:
            has_photos = bool(self.stage.view.evidence)
            finding = self.deciding.finding
            asks = finding is not None and self.deciding.asks([finding])
            words = line_words(
                self.slide, finding, has_photos, self.whole.is_on, asks, self.deciding.corrected
            )
            if self.console.is_on:
                words = {**words, "full-screen": tr("Audience's screen off")}
            for each in self.commands:
                each.set_short(words.get(each.objectName(), ""))
        self._bar.look_again()
        self.whole.show_keys(self.front_commands)
        self.keys_changed.emit()

    def _on_covered(self) -> None:
        """A tray or a photo has its own keys only."""
        is_covered = self.trays.is_open or self.stage.viewer.is_open
        self.commands.set_mode(COVERED if is_covered else "")
        self.whole.cover(is_covered)

    def _on_tray_closed(self) -> None:
        self.setFocus()
        self._tell_keys()

    def _on_changed(self, changes: Changes) -> None:
        relevant = changes.findings or changes.meetings or changes.preferences or changes.evidence
        if self._minutes is not None and relevant:
            if self.isVisible():
                self._read_again()
            else:  # each photo taken on another page would read the whole meeting
                self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._minutes is not None:
            self._read_again()

    def _read_again(self) -> None:
        self._stale = False
        self._minutes = self._session.workspace.minutes.of(self.meeting.id)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()
        self._show()

    def _dress(self) -> None:
        """Let what is filled in below the screens be read from afar, too: but on a console."""
        at_desk = self.console.is_on
        size = sized(TEXT_SIZE) if at_desk else text_size(self.size())
        if size != self.words_size or at_desk is not self._at_desk:
            self.words_size, self._at_desk = size, at_desk
            self.setStyleSheet("" if at_desk else stage_sheet(size))
