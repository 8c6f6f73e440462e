"""The trays of the stage: which one is open, and what it does when it is accepted."""

from collections.abc import Callable
from typing import Unpack

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.errors import Fault, InspectorError, Problem, RefusedInputError
from inspector.domain.finding import AppealOutcome, Finding, FindingState
from inspector.domain.meeting import Meeting
from inspector.gui.meeting.assign_tray import AssignTray
from inspector.gui.meeting.attendance import AttendanceTray
from inspector.gui.meeting.decide_tray import DecideTray
from inspector.gui.meeting.decisions import Decisions
from inspector.gui.meeting.extend_tray import ExtendTray
from inspector.gui.meeting.tasks_tray import TasksTray
from inspector.gui.meeting.tray import Tray
from inspector.gui.meeting.words_tray import WordsTray
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.meetings import MeetingWords


class Trays(QWidget):
    """At most one tray is open; it closes when what it says was done, or on Esc."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.correct = WordsTray("correct", tr("Corrected"))
        self.appeal = WordsTray("appeal", tr("Appeal"))
        self.note = WordsTray("note", tr("Keep"))
        self.assign = AssignTray()
        self.extend = ExtendTray()
        self.decide = DecideTray()
        self.attendance = AttendanceTray()
        self.tasks = TasksTray()
        self._all: tuple[Tray, ...] = (
            self.correct, self.appeal, self.note, self.assign, self.extend, self.decide,
            self.attendance, self.tasks,
        )  # fmt: skip
        self._take: Callable[[], bool] = lambda: True
        self._front: Tray | None = None
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

    @property
    def is_open(self) -> bool:
        """A tray has the keyboard."""
        return self._front is not None

    @property
    def is_multiline(self) -> bool:
        """The tray that is open takes several lines: Enter begins another one."""
        return self._front is self.tasks

    # A tray for each key

    def open_correct(self, finding: Finding, decisions: Decisions) -> None:
        """C: put right on the spot, or found put right."""
        reported = finding.state is FindingState.REPORTED
        title = (
            tr("Was {number} put right, as reported?")
            if reported
            else tr("{number} was corrected on the spot. How? May stay empty")
        )
        self.correct.open(title.format(number=finding.number), tr("How it was corrected"))
        self._open(self.correct, lambda: decisions.correct(finding, self.correct.words.text()))

    def open_appeal(self, finding: Finding, decisions: Decisions, meeting: Meeting) -> None:
        """R: contested, or the decision about it."""
        if finding.appealed_at is None:
            title = tr("Why is {number} contested?", number=finding.number)
            self.appeal.open(title, tr("Reason"))
            self._open(self.appeal, lambda: decisions.appeal(finding, self.appeal.words.text()))
            return
        self.decide.open(finding, meeting.host)
        self._open(self.decide, lambda: self._decide(finding, decisions))

    def open_note(self, title: str, words: str, take: Callable[[str], bool]) -> None:
        """N: something to remember."""
        self.note.open(title, tr("What there is to remember"), words)
        self._open(self.note, lambda: take(self.note.words.text()))

    def open_assign(self, finding: Finding, decisions: Decisions) -> None:
        """T: who puts it right, and by when."""
        workspace = self._session.workspace
        proposed = workspace.findings.suggestion(finding)
        today, calendar = workspace.now().date(), workspace.holidays.calendar()
        people = workspace.minutes.people(finding.site_id)
        self.assign.open(finding, proposed, people, today, calendar)
        self._open(self.assign, lambda: decisions.assign(finding, self.assign.assignment))

    def open_extend(self, finding: Finding, decisions: Decisions, meeting: Meeting) -> None:
        """E: more time."""
        workspace = self._session.workspace
        today, calendar = workspace.now().date(), workspace.holidays.calendar()
        self.extend.open(finding, meeting.host, today, calendar)
        tray = self.extend
        self._open(
            tray,
            lambda: decisions.extend(
                finding, tray.deadline.day, tray.reason.text(), tray.approver.text()
            ),
        )

    def open_attendance(self, meeting: Meeting) -> None:
        """A: who is here."""
        workspace = self._session.workspace
        people = workspace.minutes.people(meeting.site_id)
        self.attendance.list.show_people(people, meeting.absent)
        there = self.attendance.list
        self._open(
            self.attendance,
            lambda: self._write(meeting, present=there.present, absent=there.absent),
        )

    def open_tasks(self, meeting: Meeting, line_height: int) -> None:
        """T on the last screen: today's tasks."""
        self.tasks.open(meeting.tasks, line_height)
        self._open(
            self.tasks, lambda: self._write(meeting, tasks=self.tasks.words.toPlainText().strip())
        )

    def close_all(self) -> None:
        """Close what is open, without a word."""
        for tray in self._all:
            tray.hide()
        self._front = None
        self.hide()

    # How one opens and closes

    def _open(self, tray: Tray, take: Callable[[], bool]) -> None:
        self.close_all()
        self._front, self._take = tray, take
        tray.show()
        self.show()
        tray.begin()

    def _accept(self) -> None:
        if self._front is not None and self._take():
            self._close()

    def _point_at(self, error: InspectorError) -> None:
        """Put the keyboard where a refusal can be made good."""
        field = self._front.field_of(error) if self._front else None
        if field is not None:
            field.setFocus()

    def _leave(self) -> None:
        if self._front is self.tasks:
            self._accept()  # what was typed is never thrown away
        else:
            self._close()

    def _close(self) -> None:
        self.close_all()
        self.closed.emit()

    def _decide(self, finding: Finding, decisions: Decisions) -> bool:
        tray = self.decide
        left = tray.left_points
        if tray.chosen is AppealOutcome.DOWNGRADED and left is None:
            problem = Problem("", Fault.NOT_A_NUMBER, tray.points.text(), "")
            self._session.refused.emit(RefusedInputError([problem]))
            return False
        return decisions.decide(
            finding, tray.chosen, tray.reason.text(), tray.approver.text(), left
        )

    def _write(self, meeting: Meeting, **words: Unpack[MeetingWords]) -> bool:
        meetings = self._session.workspace.meetings
        return self._session.attempt(lambda: meetings.write(meeting.id, **words)) is not None
