"""The trays of the stage: which one is open, and what it does when it is accepted."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Unpack

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from inspector.domain.days.workdays import Calendar
from inspector.domain.errors import InspectorError, RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import Dropped, Field, stand_behind
from inspector.gui.meeting.deciding.assign_tray import AssignTray
from inspector.gui.meeting.deciding.attendance import AttendanceTray
from inspector.gui.meeting.deciding.decide_tray import DecideTray
from inspector.gui.meeting.deciding.decisions import Decisions, Findings
from inspector.gui.meeting.deciding.extend_tray import AskTray, ExtendTray, asked_days
from inspector.gui.meeting.deciding.tasks_tray import TasksTray
from inspector.gui.meeting.deciding.tray import Tray, nothing_to_propose
from inspector.gui.meeting.deciding.tray_drafts import TrayDrafts
from inspector.gui.meeting.deciding.window_choice import named
from inspector.gui.meeting.deciding.words_tray import WordsTray
from inspector.gui.meeting.screens.meeting_words import places_word
from inspector.gui.session import Session
from inspector.gui.steps.deadline_words import asked_words, asked_words_of
from inspector.gui.widgets.measured_text import measured_value
from inspector.translation import tr
from inspector.workspace.meeting.meetings import MeetingWords


class Trays(QWidget):
    """At most one tray is open; it closes when what it says was done, or on Esc."""

    closed = Signal()

    turned = Signal()
    """A tray is open now, or none."""

    given_up = Signal()
    """Esc: what was in the tray is gone, and `bring_back` brings it back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.correct = WordsTray("correct", tr("Corrected"))
        self.appeal = WordsTray("appeal", tr("Appeal"))
        self.note = WordsTray("note", tr("Keep"))
        self.assign = AssignTray()
        self.extend, self.ask = ExtendTray(), AskTray()
        self.refuse = WordsTray("refuse", tr("Do not grant it"))
        self.decide = DecideTray()
        self.attendance = AttendanceTray()
        self.tasks = TasksTray()
        self._all: tuple[Tray, ...] = (
            self.correct, self.appeal, self.note, self.assign, self.extend, self.ask, self.refuse,
            self.decide, self.attendance, self.tasks,
        )  # fmt: skip
        self.drafts = TrayDrafts(session, self._fields(), self)
        self._take: Callable[[], bool] = lambda: True
        self._front: Tray | None = None
        self._again: Callable[[], None] = lambda: None  # opens what is in front once more
        self._put_away: tuple[Callable[[], None], Dropped] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for tray in self._all:
            column.addWidget(tray)
            tray.hide()
            tray.accepted.connect(self._accept)
            tray.left.connect(self._leave)
        self.hide()
        session.refused.connect(self._point_at)

    def take_focus(self) -> None:
        """Give the keyboard to the tray that is open, behind what is typed already."""
        if self._front is not None:
            self._front.begin()
            stand_behind(QApplication.focusWidget())

    @property
    def is_open(self) -> bool:
        """A tray has the keyboard."""
        return self._front is not None

    @property
    def open_name(self) -> str:
        """The name of the tray that is open, or ''."""
        return self._front.name if self._front is not None else ""

    @property
    def commands(self) -> CommandTable | None:
        """The commands of the tray that is open."""
        return self._front.commands if self._front is not None else None

    @property
    def answers(self) -> tuple[str, str]:
        """What keeps the tray that is open, and what leaves it, as a sentence names them."""
        table = self.commands
        return (table["confirm"].said, table["leave"].said) if table is not None else ("", "")

    def _fields(self) -> dict[Tray, Mapping[str, Field]]:
        """Return what is typed into each tray, in the order it is filled in again."""
        assign, extend, decide = self.assign, self.extend, self.decide
        return {
            self.correct: {"words": self.correct.words},
            self.appeal: {"words": self.appeal.words},
            self.note: {"words": self.note.words},
            assign: {
                "owner": assign.owner,
                "department": assign.department,
                "leader": assign.leader,
                "type": assign.type,
                "deadline": assign.deadline,
            },
            extend: {
                "reason": extend.reason,
                "approver": extend.approver,
                "deadline": extend.deadline,
            },
            self.ask: {"reason": self.ask.reason, "deadline": self.ask.deadline},
            self.refuse: {"words": self.refuse.words},
            decide: {
                "outcome": decide.outcome,
                "points": decide.points,
                "reason": decide.reason,
                "approver": decide.approver,
            },
            self.attendance: {"absent": self.attendance.list},
            self.tasks: {"words": self.tasks.words},
        }

    @property
    def place_put_away(self) -> str | None:
        """The finding whose tray was left with Esc, with something in it; None: there is none."""
        return self._put_away[1].key.place if self._put_away is not None else None

    def bring_back(self) -> None:
        """Open the tray that was left with Esc, with what was in it."""
        if self._put_away is not None:
            (again, dropped), self._put_away = self._put_away, None
            again()
            if self._front is not None:
                self.drafts.bring_back(self._front, dropped)

    # A tray for each key

    def hold(self, decisions: Decisions, meeting_id: str) -> None:
        """Write down what a meeting decides from now on."""
        self._decisions, self.drafts.meeting_id = decisions, meeting_id

    def open_correct(self, findings: Findings, place: str) -> None:
        """C: put right on the spot, or found put right. `place` is that of the screen's draft."""
        tray = self.correct
        tray.propose = lambda: _ask_how_corrected(tray)
        self._open(
            tray,
            lambda: tray.open("", tr("How it was corrected")),
            lambda: self._decisions.correct(tray.windows.chosen, tray.words.text()),
            place,
            findings,
        )

    def open_appeal(self, findings: Findings, place: str) -> None:
        """R: contested, or the decision about those that are."""
        contested = [each for each in findings if each.appealed_at is not None]
        if contested:
            self._open(
                self.decide,
                lambda: self.decide.open(contested, self._decisions.host),
                lambda: self._decide(self.decide.windows.chosen),
                place,
                contested,
            )
            return
        tray = self.appeal
        tray.propose = lambda: tray.ask(
            tr("Why is {number} contested?", number=named(tray.windows.chosen))
        )
        self._open(
            tray,
            lambda: tray.open("", tr("Reason")),
            lambda: self._decisions.appeal(tray.windows.chosen, tray.words.text()),
            place,
            findings,
        )

    def open_note(self, findings: Findings, place: str) -> None:
        """N: something to remember of findings."""
        tray = self.note
        tray.propose = lambda: tray.ask(
            tr("Note about {number}", number=named(tray.windows.chosen))
        )
        tray.hint(
            tr(
                "With a note it counts as talked about. What is to wait for the next meeting is"
                " left out in the list before."
            )
        )
        self._open(
            tray,
            lambda: tray.open("", tr("What there is to remember")),
            lambda: self._decisions.note(tray.windows.chosen, tray.words.text()),
            place,
            findings,
        )

    def open_drill_note(
        self, title: str, words: str, place: str, take: Callable[[str], bool]
    ) -> None:
        """N at the drill: how it went."""
        self.note.propose = nothing_to_propose
        self.note.hint("")
        self._open(
            self.note,
            lambda: self.note.open(title, tr("What there is to remember"), words),
            lambda: take(self.note.words.text()),
            place,
        )

    def open_assign(self, findings: Findings, place: str) -> None:
        """T: who puts it right, and by when."""
        workspace, tray = self._session.workspace, self.assign
        proposed = {each.id: workspace.findings.suggestion(each) for each in findings}
        people = workspace.minutes.people(findings[0].site_id)
        tray.propose = lambda: tray.show_proposed(proposed, people, *self._days())
        self._open(
            tray,
            lambda: None,
            lambda: self._decisions.assign(tray.windows.chosen, tray.assignments),
            place,
            findings,
        )

    def open_extend(self, findings: Findings, place: str) -> None:
        """E: more time, as it is asked for where it is."""
        tray = self.extend
        tray.propose = lambda: tray.show_proposed(*self._days())
        self._open(tray, lambda: tray.open(self._decisions.host), self._extend, place, findings)

    def _extend(self) -> bool:
        tray, chosen = self.extend, self.extend.windows.chosen
        reason, approver = tray.reason.text(), tray.approver.text()
        if tray.grants:
            return self._decisions.grant(chosen, tray.until, reason, approver)
        return self._decisions.extend(chosen, tray.deadline.day, reason, approver)

    def open_ask(self, findings: Findings, place: str) -> None:
        """E on a site's own laptop: more time is asked for."""
        tray = self.ask
        tray.propose = lambda: tray.show_proposed(*self._days())
        self._open(
            tray,
            tray.open,
            lambda: self._decisions.ask(tray.windows.chosen, tray.deadline.day, tray.reason.text()),
            place,
            findings,
        )

    def open_refuse(self, findings: Findings, place: str) -> None:
        """Shift+G: more time that is asked for is not given."""
        tray, today = self.refuse, self._days()[0]
        tray.propose = lambda: tray.ask(_refused_title(tray.windows.chosen, today))
        self._open(
            tray,
            lambda: tray.open("", tr("Reason")),
            lambda: self._decisions.refuse(tray.windows.chosen, tray.words.text()),
            place,
            findings,
        )

    def _days(self) -> tuple[date, Calendar]:
        """Return today, and which days are workdays."""
        workspace = self._session.workspace
        return workspace.now().date(), workspace.holidays.calendar()

    def open_attendance(self, meeting: Meeting) -> None:
        """A: who is here."""
        people, there = (
            self._session.workspace.minutes.people(meeting.site_id),
            self.attendance.list,
        )
        self._open(
            self.attendance,
            lambda: there.show_people(people, meeting.absent),
            lambda: self._write(meeting, present=there.present, absent=there.absent),
        )

    def open_tasks(self, meeting: Meeting, line_height: int) -> None:
        """T on the last screen: today's tasks."""
        self._open(
            self.tasks,
            lambda: self.tasks.open(meeting.tasks, line_height, self._suggested(meeting)),
            lambda: self._write(meeting, tasks=self.tasks.words.toPlainText().strip()),
        )

    def _suggested(self, meeting: Meeting) -> tuple[str, ...]:
        """Return the lines of training that a meeting may put among the day's work."""
        site, training = Site(meeting.site_id, meeting.site_name), self._session.workspace.training
        return self._session.attempt(lambda: training.for_meeting(site)) or ()

    def close_all(self) -> None:
        """Close what is open, without a word; what is typed waits."""
        self.drafts.leave()
        for tray in self._all:
            tray.hide()
        self._front = None
        self.hide()
        self.turned.emit()

    # How one opens and closes

    def _open(
        self,
        tray: Tray,
        fill_in: Callable[[], None],
        take: Callable[[], bool],
        place: str = "",
        findings: Findings = (),
    ) -> None:
        self.close_all()
        tray.windows.offer(findings)
        fill_in()
        if findings:
            tray.propose()
        self._front, self._take = tray, take
        self._again = partial(self._open, tray, fill_in, take, place, findings)
        goes_on = self.drafts.begin(tray, place)
        tray.show()
        self.show()
        self.turned.emit()
        tray.begin()
        if goes_on:
            stand_behind(QApplication.focusWidget())

    def _accept(self) -> None:
        if self._front is not None and self._take():
            self.drafts.drop(self._front)
            self._put_away = None  # an undo is of what came last
            self._close()

    def _point_at(self, error: InspectorError) -> None:
        """Put the keyboard where a refusal can be made good."""
        field = self._front.faults.of(error) if self._front else None
        if field is not None:
            field.setFocus()

    def _leave(self) -> None:
        if self._front is self.tasks:
            self._accept()  # what was typed is never thrown away
            return
        dropped = self.drafts.let_go(self._front) if self._front is not None else None
        self._close()
        if dropped is not None:
            self._put_away = (self._again, dropped)
            self.given_up.emit()

    def _close(self) -> None:
        self.close_all()
        self.closed.emit()

    def _decide(self, findings: Findings) -> bool:
        tray = self.decide
        left = measured_value(tray.points.text())
        if tray.chosen is AppealOutcome.DOWNGRADED and left is None:
            problem = Problem("", Fault.NOT_A_NUMBER, tray.points.text(), "")
            self._session.refused.emit(RefusedInputError([problem]))
            return False
        return self._decisions.decide(
            findings, tray.chosen, tray.reason.text(), tray.approver.text(), left
        )

    def _write(self, meeting: Meeting, **words: Unpack[MeetingWords]) -> bool:
        meetings = self._session.workspace.meetings
        return self._session.attempt(lambda: meetings.write(meeting.id, **words)) is not None


def _refused_title(findings: Findings, today: date) -> str:
    if len(findings) == 1:
        asked = asked_words(findings[0].asked_until, today, findings[0].asked_reason)
    else:
        asked = asked_words_of(asked_days(findings), today)
    return tr("{number}: {asked}. Why is it not granted?", number=named(findings), asked=asked)


def corrected_word(findings: Findings) -> str:
    """Return what C does with findings, in few words: what was reported done is rechecked."""
    if not (reported := _reported(findings)):
        return tr("Corrected")
    if len(reported) == len(findings):
        return tr("Recheck passed")
    return tr("Corrected, recheck passed")


def _reported(findings: Findings) -> list[Finding]:
    return [each for each in findings if each.state is FindingState.REPORTED]


def _ask_how_corrected(tray: Tray) -> None:
    """Ask about the windows that are chosen, and say what becomes of each before it does."""
    findings = tray.windows.chosen
    reported = _reported(findings)
    is_mixed = 0 < len(reported) < len(findings)
    if is_mixed:
        said = tr("Are {number} put right? How; may stay empty", number=named(findings))
    elif reported:
        said = tr("Was {number} put right, as reported?", number=named(findings))
    else:
        said = tr("{number} was corrected on the spot. How? May stay empty", number=named(findings))
    tray.ask(said)
    tray.hint(
        tr(
            "{windows} reported done: recheck passed; the others: corrected on the spot.",
            windows=places_word(each.window_number for each in reported),
        )
        if is_mixed
        else ""
    )
    tray.call_accept(corrected_word(findings))
