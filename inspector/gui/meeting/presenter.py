"""Holding a meeting: one thing a screen, everything by keys, nothing modal."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes
from inspector.domain.visit.draft import DraftKey
from inspector.gui.commands.key_line import Keys, KeyStrip
from inspector.gui.editor_draft import not_handed_in
from inspector.gui.meeting.deciding.decisions import Decisions
from inspector.gui.meeting.deciding.trays import Trays
from inspector.gui.meeting.screens.slides import (
    ClosingSlide,
    DrillSlide,
    FindingSlide,
    Slide,
    key_of,
    resumed,
    slides_of,
)
from inspector.gui.meeting.screens.stage import Stage, place_text
from inspector.gui.meeting.screens.stage_head import StageHead
from inspector.gui.meeting.screens.stage_keys import all_keys, next_keys
from inspector.gui.meeting.screens.stage_look import stage_sheet, text_size
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.pending import MeetingPlacePending

_TICK = 1000
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown)  # PgDn: of a remote control
_BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = {
    "correct": "c", "appeal": "r", "decide": "r", "note": "n", "assign": "t", "extend": "e",
    "attendance": "a", "tasks": "t",
}  # fmt: skip
"""What opens each tray at its screen."""
DRILL = "drill"
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Presenter(QWidget):
    """The screens of one meeting. It has the keyboard itself; a tray takes it to write."""

    left = Signal()
    ended = Signal(str)  # the meeting's id
    full_screen_wanted = Signal(bool)
    keys_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
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
        self._strip = KeyStrip()
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
        self.trays.drafts.meeting_id = meeting_id
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
        """Put the keyboard where work goes on: into the tray that is open, else on the screen."""
        if self.trays.is_open:
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

    def keys(self) -> Keys:
        """Return the keys of the screen in front."""
        if self.trays.is_multiline:
            return (("Ctrl+↵", tr("Keep")), ("Esc", tr("Keep and go back")))
        if self.trays.is_open or self._minutes is None:
            return (("↵", tr("Take over")), ("Tab", tr("Next field")), ("Esc", tr("Back")))
        return next_keys(self.slide, self._finding, self._full_screen)

    def all_keys(self) -> Keys:
        """Return every key of the stage."""
        return all_keys()

    def set_full_screen(self, full: bool) -> None:
        """Know whether the window shows nothing else: then the keys are at its foot."""
        self._full_screen = full
        self._foot.setVisible(full)
        self._tell_keys()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._minutes is None or self.trays.is_open:
            super().keyPressEvent(event)
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in _ENTER:
            if not event.isAutoRepeat():  # held down since the meeting began, it ends nothing
                self._end()
        elif control and event.key() == Qt.Key.Key_Z:
            self._undo()
        elif event.key() == Qt.Key.Key_F11:
            self.full_screen_wanted.emit(not self._full_screen)
        elif event.modifiers() & _HELD or not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key without Ctrl or Alt does; tell whether it does anything."""
        key, letter = event.key(), event.text().lower()
        if letter.isdecimal() and letter.isascii():
            self._digits = (self._digits + letter)[-3:]
            self.line.tell(tr("To finding {number}: ↵", number=self._digits))
            return True
        if key in _ENTER:
            if not (event.isAutoRepeat() and self.line.waiting):  # one press is one answer
                self._jump()
            return True
        self._digits = ""
        self.line.stop()
        if key in _NEXT:
            self._next()
        elif key in _BEFORE:
            self._go(max(0, self._index - 1))
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._slides) - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stage.view.scroll_by(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return self._decide(letter)
        return True

    def _decide(self, letter: str) -> bool:
        if letter == "a":
            self.trays.open_attendance(self.meeting)
        elif letter == "p":
            self.stage.view.turn_photo()
        elif letter == "t" and isinstance(self.slide, ClosingSlide):
            self.trays.open_tasks(self.meeting, round(1.6 * self.stage.text_size))
        elif letter == "n" and isinstance(self.slide, DrillSlide):
            self.trays.open_note(
                tr("How did the drill go?"), self.meeting.drill_note, DRILL, self._note_drill
            )
        elif letter in ("c", "t", "e", "r", "n"):
            finding = self._finding
            if finding is None:
                return False
            self._open_tray(letter, finding)
        else:
            return False
        self._tell_keys()
        return True

    def _open_tray(self, letter: str, finding: Finding) -> None:
        ended = finding.state.is_ended
        if ended and letter in ("c", "t", "e"):
            self.line.ask(tr("Nothing has to be done about it any more. Ctrl+Z takes back."))
        elif letter == "c":
            self.trays.open_correct(finding, self._decisions)
        elif letter == "t":
            self.trays.open_assign(finding, self._decisions)
        elif letter == "e":
            self.trays.open_extend(finding, self._decisions, self.meeting)
        elif letter == "r":
            self.trays.open_appeal(finding, self._decisions, self.meeting)
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

    def _escape(self) -> None:
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
        places = [self._place_of(slide) for slide in self._slides]
        return places.index(place) if place and place in places else len(self._slides) - 1

    def stops_at_written(self) -> bool:
        """Go to the first that is written and not taken, and say so; False when there is none."""
        written = self.trays.drafts.waiting()
        stops = self._go_on_with(written)
        if stops:
            self.line.ask(not_handed_in(len(written)))
        return stops

    def _go_on_with(self, waiting: list[DraftKey]) -> bool:
        """Open the tray of the first draft that can still be taken; False when none can."""
        for key in waiting:
            self._go(self._slide_at(key.place))
            name = self.trays.drafts.tray_of(key)
            self._decide(_LETTERS[name])
            if self.trays.open_name == name:
                return True
            self.trays.close_all()
            self.trays.drafts.forget(key)  # its finding was settled meanwhile
        return False

    def _on_given_up(self) -> None:
        self.line.tell(tr("What was written is put away. Ctrl+Z brings it back."))

    def _undo(self) -> None:
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

    def _end(self) -> None:
        assert self._minutes is not None
        if self.line.waits_for(self._end_now):
            self.line.confirm()
            return
        if self.stops_at_written():
            return
        waiting = sum(line.is_waiting for line in self._minutes.lines)
        question = (
            tr_count(
                waiting,
                "1 finding was not shown yet. Ctrl+↵ again ends the meeting.",
                "{count} findings were not shown yet. Ctrl+↵ again ends the meeting.",
            )
            if waiting
            else tr("Ctrl+↵ again ends the meeting; its minutes are fixed then.")
        )
        self.line.wait(self._end_now, question, tr("End the meeting"))
        self.setFocus()

    def _end_now(self) -> None:
        meetings, meeting_id = self._session.workspace.meetings, self.meeting.id
        if self._session.attempt(lambda: meetings.end(meeting_id)) is not None:
            self.close_meeting()
            self.ended.emit(meeting_id)

    # From screen to screen

    def _next(self) -> None:
        slide = self.slide
        if isinstance(slide, FindingSlide):
            self._decisions.discuss(slide.finding_id)
        self._go(min(self._index + 1, len(self._slides) - 1))

    def _jump(self) -> None:
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
        self._strip.show_keys([*self.keys(), ("?", tr("All keys"))])
        self.keys_changed.emit()

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
