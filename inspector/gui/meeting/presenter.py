"""Holding a meeting: one thing a screen, everything by keys, nothing modal."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes
from inspector.domain.visit.draft import DraftKey
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.key_line import KeyStrip
from inspector.gui.commands.out_of_sight import out_of_sight
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, UNDO, key_name, press
from inspector.gui.editor_draft import not_handed_in
from inspector.gui.meeting.deciding.decisions import Decisions
from inspector.gui.meeting.deciding.trays import Trays
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
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.meeting.slides import (
    ClosingSlide,
    DrillSlide,
    FindingSlide,
    Slide,
    key_of,
    resumed,
    slides_of,
)
from inspector.workspace.pending import MeetingPlacePending

_TICK = 1000
_COMMANDS = {"decide": "appeal", "tasks": "assign"}
"""What opens the trays that are not named after it."""
DRILL = "drill"


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
        self._slides: list[Slide] = []
        self._index, self._digits = 0, ""
        self._full_screen = False
        self.head = StageHead()
        self.stage = Stage(session)
        self.trays = Trays(session)
        self.line = AskLine()
        self.line.setObjectName("stageLine")
        self.commands = stage_commands(self)
        doors = [self.commands[name] for name in IN_MENUS]
        self.head.give_doors(self.commands["leave"], doors)
        self.head.progress.asked.connect(self.go_to)
        StageBar(
            self.stage,
            (
                (self.commands["before"], f"‹ {tr('Screen before')}"),
                (self.commands["next"], f"{tr('Next screen')} ›"),
            ),
        )
        give_context_menu(self.stage, doors)
        self._strip = KeyStrip()
        self._of_window: CommandTable | None = None  # where the window's own line is not seen
        self._foot = QWidget()
        self._foot.setObjectName("keyLine")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        foot.addWidget(self._strip)
        self._foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stage, 1)
        column.addWidget(self.trays)
        column.addWidget(self.line)
        column.addWidget(self._foot)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._show_clock)
        self.trays.turned.connect(self._on_covered)
        self.stage.viewer.turned.connect(self._on_covered)
        self.stage.viewer.turned.connect(self._tell_keys)
        self.trays.closed.connect(self._on_tray_closed)
        self.trays.given_up.connect(self._on_given_up)
        self.line.left.connect(self.setFocus)
        session.changed.connect(self._on_changed)
        self._dress()

    # What the page asks

    def open(self, meeting_id: str) -> None:
        """Show a meeting that goes on, where it stands."""
        workspace = self._session.workspace
        minutes = workspace.minutes.of(meeting_id)
        drill = workspace.meetings.drill_of(minutes.meeting)
        self._minutes = minutes
        self._decisions = Decisions(self._session, minutes.meeting)
        self._slides = slides_of(minutes, drill)
        self._clock.start()
        self.line.stop()
        self.trays.close_all()
        self.trays.hold(self._decisions, meeting_id)
        self._go(resumed(self._slides, minutes))
        place = self._place_of(self.slide)
        self._go_on_with([key for key in self.trays.drafts.waiting() if key.place == place])

    def close_meeting(self) -> None:
        """Stop the clock and let go of the photos; everything is on disk."""
        self._clock.stop()
        self.trays.close_all()
        self.stage.forget()
        self._minutes = None

    def take_focus(self) -> None:
        """Put the keyboard where work goes on: into a tray, on a photo, else on the screen."""
        if self.stage.viewer.is_open:
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
        return self._slides[self._index]

    @property
    def front_commands(self) -> CommandTable:
        """The commands of the photo or tray that is open, else of the screens."""
        viewer = self.stage.viewer
        return viewer.commands if viewer.is_open else self.trays.commands or self.commands

    def set_full_screen(self, of_window: CommandTable | None) -> None:
        """Know whether the window shows nothing else: then the keys are at its foot.

        `of_window` is what the window can do then, and None when it shows its own line.
        """
        self._of_window = of_window
        self._full_screen = full = of_window is not None
        self._foot.setVisible(full)
        self.head.lead_back_to(full_screen=full)
        self._tell_keys()

    # Keys

    def forget_asked(self) -> None:
        """Forget the number that was begun, and what was asked."""
        self._digits = ""
        self.line.stop()

    def add_digit(self, digit: int) -> None:
        """Begin the number of a finding, or go on with it."""
        self._digits = f"{self._digits}{digit}"[-3:]
        self.line.tell(
            tr("To finding {number}: {enter}", number=self._digits, enter=key_name(CONFIRM))
        )

    def scroll_page(self, way: int) -> None:
        """Scroll the screen up (0) or down (1)."""
        self.stage.view.scroll_by(2 * way - 1)

    def zoom(self, steps: int) -> None:
        """Look closer at the photos of the screen (1), or from farther away (-1)."""
        self.stage.view.pane.zoom.step(steps)

    def turn_full_screen(self) -> None:
        """Have the whole screen, or give it back."""
        self.full_screen_wanted.emit(not self._full_screen)

    def why_no_photo(self) -> str:
        """Return why there is no photo to look at; '' when there is one."""
        has_photo = self._minutes is None or self.stage.view.evidence
        return "" if has_photo else tr("This screen has no photo.")

    def why_not(self, name: str) -> str:
        """Return why the screen in front does not have what a command opens; '' when it has."""
        if name in ("photo", "large"):
            return self.why_no_photo()
        put_away = name == "undo" and self.trays.place_put_away is not None
        if self._minutes is None or name == "attendance" or put_away:
            return ""
        others = {"assign": ClosingSlide, "note": DrillSlide}
        if isinstance(self.slide, (FindingSlide, others.get(name, FindingSlide))):
            return ""
        return tr("This screen is not about a finding.")

    def decide(self, name: str) -> None:
        """Open what a command of the screen in front opens, if it has it."""
        if self._minutes is None:
            return
        if name == "attendance":
            self.trays.open_attendance(self.meeting)
        elif name == "photo":
            self.stage.view.turn_photo()
        elif name == "large":
            self.stage.show_large()
        elif name == "assign" and isinstance(self.slide, ClosingSlide):
            self.trays.open_tasks(self.meeting, round(1.6 * self.stage.text_size))
        elif name == "note" and isinstance(self.slide, DrillSlide):
            self.trays.open_note(
                tr("How did the drill go?"), self.meeting.drill_note, DRILL, self._note_drill
            )
        elif (finding := self._finding) is not None:
            self._open_tray(name, finding)
        self._tell_keys()

    def _open_tray(self, name: str, finding: Finding) -> None:
        ended = finding.state.is_ended
        if ended and name in ("correct", "assign", "extend"):
            self.line.ask(
                tr(
                    "Nothing has to be done about it any more. {undo} takes the last step back.",
                    undo=press(UNDO),
                )
            )
        elif name == "correct":
            self.trays.open_correct(finding)
        elif name == "assign":
            self.trays.open_assign(finding)
        elif name == "extend":
            self.trays.open_extend(finding)
        elif name == "appeal":
            self.trays.open_appeal(finding)
        else:
            title = tr("Note about {number}", number=finding.number)
            self.trays.open_note(
                title, "", finding.id, lambda words: self._decisions.note(finding, words)
            )

    def _note_drill(self, words: str) -> bool:
        meetings, meeting = self._session.workspace.meetings, self.meeting
        return (
            self._session.attempt(lambda: meetings.write(meeting.id, drill_note=words.strip()))
            is not None
        )

    def escape(self) -> None:
        """Leave full screen, else the screens."""
        if self._full_screen:
            self.full_screen_wanted.emit(False)
        else:
            self.left.emit()

    # Written and not taken

    def _place_of(self, slide: Slide) -> str:
        """Return where a draft that was typed at a screen is kept."""
        if isinstance(slide, FindingSlide):
            return slide.finding_id
        return DRILL if isinstance(slide, DrillSlide) else ""

    def _slide_at(self, place: str) -> int:
        """Return the screen of a draft; what belongs to none is asked for at the end."""
        for at, slide in enumerate(self._slides):
            own = slide.finding_ids if isinstance(slide, FindingSlide) else (self._place_of(slide),)
            if place and place in own:
                return at
        return len(self._slides) - 1

    def stops_at_written(self) -> bool:
        """Go to the first that is written and not taken, and say so; False when there is none."""
        written = self.trays.drafts.waiting()
        stops = self._go_on_with(written)
        if stops:
            self.line.ask(not_handed_in(len(written), *self.trays.answers))
        return stops

    def _go_on_with(self, waiting: list[DraftKey]) -> bool:
        """Open the tray of the first draft that can still be taken; False when none can."""
        for key in waiting:
            self._go(self._slide_at(key.place))
            name = self.trays.drafts.tray_of(key)
            self.decide(_COMMANDS.get(name, name))
            if self.trays.open_name == name:
                return True
            self.trays.close_all()
            self.trays.drafts.forget(key)  # its finding was settled meanwhile
        return False

    def _on_given_up(self) -> None:
        self.line.tell(tr("What was written is put away. {undo} brings it back.", undo=press(UNDO)))

    def undo(self) -> None:
        """Take back the last decision about the finding, or what was put away."""
        if (place := self.trays.place_put_away) is not None:
            if place:
                self._go(self._slide_at(place))
            self.line.stop()
            self.trays.bring_back()
            self._tell_keys()
            return
        finding = self._finding
        if finding is None:
            return
        if self._decisions.undo(finding):
            self.line.tell(tr("Taken back."))
        else:
            self.line.ask(tr("This meeting has decided nothing about it that can be taken back."))

    def end(self) -> None:
        """End the meeting, asked once."""
        assert self._minutes is not None
        if self.line.waits_for(self._end_now):
            self.line.confirm()
            return
        if self.stops_at_written():
            return
        waiting = sum(line.is_waiting for line in self._minutes.lines)
        complete = press(COMPLETE, tr("End the meeting"))
        question = (
            tr_count(
                waiting,
                "1 finding was not shown yet. {complete} again ends the meeting.",
                "{count} findings were not shown yet. {complete} again ends the meeting.",
                complete=complete,
            )
            if waiting
            else tr(
                "{complete} again ends the meeting; its minutes are fixed then.",
                complete=complete,
            )
        )
        self.line.wait(self._end_now, question, tr("End the meeting"))
        self.setFocus()

    def _end_now(self) -> None:
        meetings, meeting_id = self._session.workspace.meetings, self.meeting.id
        if self._session.attempt(lambda: meetings.end(meeting_id)) is not None:
            self.close_meeting()
            self.ended.emit(meeting_id)

    # From screen to screen

    def go_on(self) -> None:
        """Go to the next screen; the finding counts as talked about."""
        slide = self.slide
        if isinstance(slide, FindingSlide):
            for finding_id in slide.finding_ids:
                self._decisions.discuss(finding_id)
        self._go(min(self._index + 1, len(self._slides) - 1))

    def go_back(self) -> None:
        """Go to the screen before."""
        self._go(max(0, self._index - 1))

    def go_to_end(self, end: int) -> None:
        """Go to the first screen (0) or the last (1)."""
        self._go(end * (len(self._slides) - 1))

    def go_to(self, place: int) -> None:
        """Go to the screen at a place, from 0."""
        if not (self.trays.is_open or self.stage.viewer.is_open):
            self.forget_asked()
            self._go(place)

    def jump(self) -> None:
        """Go to the finding whose number was begun, or do what was asked."""
        digits, self._digits = self._digits, ""
        if not digits:
            if self.line.waiting:
                self.line.confirm()
            return
        self.line.stop()
        for index, slide in enumerate(self._slides):
            if isinstance(slide, FindingSlide) and slide.number == int(digits):
                self._go(index)
                return
        self.line.ask(tr("There is no finding {number}.", number=digits))

    def _go(self, index: int) -> None:
        self._index = index
        self._session.keep_quietly(MeetingPlacePending(self.meeting.id, key_of(self.slide)))
        self._show()
        self.stage.view.to_top()
        if self.isVisible():
            self.setFocus()

    # Showing

    @property
    def _finding(self) -> Finding | None:
        """The finding in front, as the operations know it."""
        slide = self.slide
        if not isinstance(slide, FindingSlide):
            return None
        return self._session.workspace.findings.get(slide.finding_id)

    def _show(self) -> None:
        """Draw the screen in front as things stand now."""
        minutes = self._minutes
        if minutes is None:
            return
        following = self._slides[self._index + 1 : self._index + 2]
        self.stage.show_slide(self.slide, minutes, following)
        self.head.show_meeting(minutes.meeting)
        self.head.show_place(place_text(self.slide), self._index, len(self._slides))
        self._show_clock()
        self._tell_keys()

    def _show_clock(self) -> None:
        if self._minutes is not None:
            self.head.show_clock(self.meeting, self._session.workspace.now())

    def _tell_keys(self) -> None:
        if self._minutes is not None:
            has_photos = bool(self.stage.view.evidence)
            words = line_words(self.slide, self._finding, has_photos, self._full_screen)
            for each in self.commands:
                each.set_short(words.get(each.objectName(), ""))
        if self._of_window is not None:
            tables = (self.front_commands, self._of_window)
            line = [each for table in tables for each in table.line()]
            self._strip.show_commands(line, lambda: out_of_sight(tables, self))
        self.keys_changed.emit()

    def _on_covered(self) -> None:
        """A tray or a photo has its own keys only."""
        is_covered = self.trays.is_open or self.stage.viewer.is_open
        self.commands.set_mode(COVERED if is_covered else "")

    def _on_tray_closed(self) -> None:
        self.setFocus()
        self._tell_keys()

    def _on_changed(self, changes: Changes) -> None:
        relevant = changes.findings or changes.meetings or changes.preferences or changes.evidence
        if self._minutes is not None and relevant:
            self._minutes = self._session.workspace.minutes.of(self.meeting.id)
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if text_size(event.size()) != self.stage.text_size:
            self._dress()
            self._show()

    def _dress(self) -> None:
        self.stage.text_size = text_size(self.size())
        self.setStyleSheet(stage_sheet(self.stage.text_size))
