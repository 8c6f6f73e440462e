"""The steps that are a few words: corrected, note, appeal, reopen."""

from PySide6.QtWidgets import QWidget

from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.widgets.day_field import DayField
from inspector.translation import tr


class CorrectForm(StepForm):
    """已当场纠正: closes findings; how is optional."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "correctForm", tr("Close as corrected"))
        self.title = tr("Corrected on the spot")
        self.words = self.add_words("correctWords", tr("How (optional)"))
        self.add_by(tr("Seen by"))

    def begin(self, subjects: Subjects) -> QWidget:
        self.words.clear()
        return self.words

    def operation(self) -> Operation:
        ids, said, by = list(self.subjects.ids), self.words.text, self.who
        return lambda: self.session.workspace.findings.correct(ids, said, by=by)


class NoteForm(StepForm):
    """Something to remember; changes nothing else."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "noteForm", tr("Add note"))
        self.title = tr("Note")
        self.words = self.add_words("noteWords", tr("Note"))
        self.faults.words["note"] = self.words
        self.add_by(tr("Written by"))

    def begin(self, subjects: Subjects) -> QWidget:
        self.words.clear()
        return self.words

    def operation(self) -> Operation:
        ids, said, by = list(self.subjects.ids), self.words.text, self.who
        return lambda: self.session.workspace.findings.note(ids, said, by=by)


class AppealForm(StepForm):
    """申诉: the inspected say that the deduction is wrong."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "appealForm", tr("Keep appeal"))
        self.title = tr("Appeal")
        self.words = self.add_words("appealReason", tr("Their reason"))
        self.faults.words["reason"] = self.words
        self.add_by(tr("Appealed by"))

    def begin(self, subjects: Subjects) -> QWidget:
        self.words.clear()
        return self.words

    def operation(self) -> Operation:
        ids, said, by = list(self.subjects.ids), self.words.text, self.who
        return lambda: self.session.workspace.findings.appeal(ids, said, by=by)


class ReopenForm(StepForm):
    """重启: a new round of what was closed; the past stays as it was."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "reopenForm", tr("Reopen"))
        self.title = tr("Reopen")
        self.words = self.add_words("reopenReason", tr("Reason"))
        self.deadline = DayField(
            "reopenDeadline",
            tr("Deadline"),
            lambda: session.workspace.now().date(),
            session.workspace.holidays.calendar,
        )
        self.add(tr("Deadline (blank: as the item says)"), self.deadline)
        self.faults.words["reason"] = self.words
        self.add_by(tr("Reopened by"))

    def begin(self, subjects: Subjects) -> QWidget:
        self.words.clear()
        self.deadline.start = subjects.today
        self.deadline.show_day(None)
        return self.words

    def operation(self) -> Operation:
        ids, said, by = list(self.subjects.ids), self.words.text, self.who
        day = self.deadline.day()
        return lambda: self.session.workspace.findings.reopen(ids, said, day, by=by)
