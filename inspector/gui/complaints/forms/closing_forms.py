"""反馈, 回访, 归档, 重新办理, 作废: what becomes of a complaint once it was looked into."""

from PySide6.QtWidgets import QWidget

from inspector.domain.survey.survey_sheet import GRADES, Satisfaction
from inspector.gui.complaints.forms.complaint_form import ComplaintForm, ComplaintSubject
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import Operation
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.words_box import WordsBox
from inspector.translation import tr
from inspector.workspace.stories.complaint_words import grade_word


class AnswerForm(ComplaintForm):
    """反馈: what who complained was told; of an anonymous one what was made public."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "answerForm", tr("Keep answer"))
        self.title = tr("Answer")
        self.words = self.add_words("answerWords", tr("What was answered, and how"))
        self.faults.words["note"] = self.words
        self.add_by(tr("Answered by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.words.clear()
        return self.words

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        return lambda: self.session.workspace.complaints.answer(ids, said, by=by)


class FollowUpForm(ComplaintForm):
    """回访: how content who complained is, in five grades."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "followUpForm", tr("Keep"))
        self.title = tr("Follow up")
        self.grade = Choice("followUpGrade", tr("How content"))
        self.grade.offer([(grade_word(each), each.value) for each in GRADES])
        self.add(tr("How content"), self.grade)
        self.words = self.add_words("followUpWords", tr("What was said (optional)"))
        self.add_by(tr("Called back by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.grade.choose(Satisfaction.SATISFIED.value)
        self.words.clear()
        return self.grade

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        grade = Satisfaction(self.grade.currentData())
        return lambda: self.session.workspace.complaints.follow_up(ids, grade, said, by=by)


class ArchiveForm(ComplaintForm):
    """归档: where nobody was called back, why."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "archiveForm", tr("Archive"))
        self.title = tr("Archive")
        self.words = WordsBox("archiveWords", tr("Note (optional)"))
        self.words.finished.connect(self.confirmed)
        self._asked = self.add(tr("Note (optional)"), self.words)
        self.open_findings = wrapped("", "caution")
        self.open_findings.setObjectName("archiveOpenFindings")
        self.fields.addWidget(self.open_findings)
        self.faults.words["reason"] = self.words
        self.add_by(tr("Archived by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        owes_reason = not all(each.grade or each.anonymous for each in subjects.complaints)
        asked = tr("Why nobody was called back") if owes_reason else tr("Note (optional)")
        self._asked.setText(asked)
        self.words.setAccessibleName(asked)
        self.words.clear()
        self._say_open(subjects)
        return self.words

    def _say_open(self, subjects: ComplaintSubject) -> None:
        """Say what was raised and is still being put right: the archive would not wait for it."""
        complaints = self.session.workspace.complaints
        raised = (each for own in subjects.complaints for each in complaints.findings(own))
        numbers = [each.number for each in raised if not each.state.is_ended]
        said = tr(
            "Still being put right: {numbers}. Archive it all the same?", numbers="、".join(numbers)
        )
        self.open_findings.setText(said)
        self.open_findings.setVisible(bool(numbers))

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        return lambda: self.session.workspace.complaints.archive(ids, said, by=by)


class ReopenComplaintForm(ComplaintForm):
    """重新办理: a new round with its own deadline."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "reopenComplaintForm", tr("Take it up again"))
        self.title = tr("Take it up again")
        self.words = self.add_words("reopenComplaintReason", tr("Reason"))
        self.deadline = DayField(
            "reopenComplaintDeadline",
            tr("Deadline"),
            lambda: session.workspace.now().date(),
            session.workspace.holidays.calendar,
        )
        self.add(tr("Deadline (blank: the usual workdays)"), self.deadline)
        self.faults.words["reason"] = self.words
        self.faults.value = self.deadline
        self.add_by(tr("Entered by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.words.clear()
        self.deadline.start = subjects.today
        self.deadline.show_day(None)
        return self.words

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        day = self.deadline.day()
        return lambda: self.session.workspace.complaints.reopen(ids, said, day, by=by)


class VoidForm(ComplaintForm):
    """作废: entered twice or by mistake; it stays on the register and counts nowhere."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "voidForm", tr("Make it void"))
        self.title = tr("Make it void")
        self.words = self.add_words("voidReason", tr("Reason"))
        self.faults.words["reason"] = self.words
        self.add_by(tr("Entered by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.words.clear()
        return self.words

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        return lambda: self.session.workspace.complaints.void(ids, said, by=by)
