"""受理, 延期, 核实, 转整改: what is done about a complaint until it can be answered."""

from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import Window
from inspector.gui.complaints.forms.complaint_form import ComplaintForm, ComplaintSubject
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import Operation
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.name_field import NameField
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.packs.pack_scoring_words import category_word
from inspector.workspace.stories.complaint_words import complaint_kind_word, upheld_word
from inspector.workspace.visits.voiced_findings import Voiced

_UPHELD, _UNFOUNDED = "upheld", "unfounded"


class AcceptForm(ComplaintForm):
    """受理: which department, and who in it, sees to the complaint."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "acceptForm", tr("Accept"))
        self.title = tr("Accept")
        self.department = NameField("acceptDepartment", tr("Department"))
        self.owner = NameField("acceptOwner", tr("Owner"))
        self.add_pair((tr("Department"), self.department), (tr("Owner"), self.owner))
        self.faults.words["owner"] = self.department
        self.add_by(tr("Accepted by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        own, workspace = subjects.own, self.session.workspace
        windows = workspace.rosters.windows(own.site_id)
        there = [each for each in windows if each.number == own.window_number]
        before = workspace.complaints.said_before("department", own.site_id)
        usual = own.department or (there[0].department if there else (before or [""])[0])
        if len({each.site_id for each in subjects.complaints}) > 1:
            usual = ""  # of several sites nothing is usual
        self.department.propose(usual, [*before, *(each.department for each in windows)])
        people = [person.name for window in windows for person in window.staff]
        said = workspace.complaints.said_before("owner", own.site_id)
        self.owner.propose(own.owner if usual else "", [*said, *people])
        return self.department

    def operation(self) -> Operation:
        ids, by = list(self.subjects.ids), self.who
        department, owner = self.department.text, self.owner.text
        return lambda: self.session.workspace.complaints.accept(ids, department, owner, by=by)


class ExtendDeadlineForm(ComplaintForm):
    """延期: until a day, or by workdays from the deadline (from today where that has passed)."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "extendComplaintForm", tr("Extend"))
        self.title = tr("Extend")
        self.until = DayField(
            "complaintUntil",
            tr("New deadline"),
            lambda: session.workspace.now().date(),
            session.workspace.holidays.calendar,
        )
        self.add(tr("Workdays more, or the new deadline"), self.until)
        self.reason = self.add_words("complaintReason", tr("Reason"))
        self.approver = self.add_line("complaintApprover", tr("Approved by"))
        self.faults.words = {"reason": self.reason, "approver": self.approver}
        self.faults.value = self.until
        self.add_by(tr("Entered by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.until.start = (
            max(subjects.own.deadline, subjects.today) if len(subjects.ids) == 1 else None
        )
        self.until.show_day(None)
        self.reason.clear()
        self.approver.clear()
        return self.until

    def operation(self) -> Operation:
        until = self.until.value()
        if until is None:
            expected = tr("a day, or workdays")
            raise RefusedInputError([Problem(tr("New deadline"), Fault.MISSING, expected=expected)])
        ids, by = list(self.subjects.ids), self.who
        reason, approver = self.reason.text, self.approver.text()
        complaints = self.session.workspace.complaints
        return lambda: complaints.extend(ids, until, reason, approver, by=by)


class VerifyForm(ComplaintForm):
    """核实: 属实 or 不属实, and what was found."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "verifyForm", tr("Keep"))
        self.title = tr("Verify")
        self.outcome = Choice("verifyOutcome", tr("Upheld or not"))
        self.outcome.offer([(upheld_word(True), _UPHELD), (upheld_word(False), _UNFOUNDED)])
        self.add(tr("Upheld or not"), self.outcome)
        self.words = self.add_words("verifyWords", tr("What verifying found"))
        self.faults.words["note"] = self.words
        self.add_by(tr("Verified by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.outcome.choose(_UPHELD)
        self.words.clear()
        return self.outcome

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        upheld = self.outcome.currentData() == _UPHELD
        return lambda: self.session.workspace.complaints.verify(ids, upheld, said, by=by)


class RaiseForm(ComplaintForm):
    """转整改: what was wrong goes on the ledger, assigned to who sees to the complaint."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "raiseForm", tr("Put on the ledger"))
        self.title = tr("Put on the ledger")
        self._windows: list[Window] = []
        self.words = self.add_words("raiseWords", tr("What has to be put right"))
        self.place = Choice("raiseWindow", tr("Window"))
        self.category = Choice("raiseCategory", tr("Category"))
        self.category.offer([(category_word(each), each.value) for each in Category])
        self.add_pair((tr("Window"), self.place), (tr("Category"), self.category))
        self.requirement = self.add_words("raiseRequirement", tr("Requirement (optional)"))
        self.owner = NameField("raiseOwner", tr("Owner"))
        self.add(tr("Owner"), self.owner)
        self.photos = QCheckBox()
        self.photos.setObjectName("raisePhotos")
        self.fields.addWidget(self.photos)
        self.drafted["photos"] = self.photos
        self.faults.words["note"] = self.words
        self.add_by(tr("Entered by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        own = subjects.own
        self._dress_photos(own)
        self._windows = self.session.workspace.rosters.windows(own.site_id)
        self.place.clear()
        self.place.offer(
            [(tr("Public area"), ""), *((each.number, each.id) for each in self._windows)]
        )
        there = [each.id for each in self._windows if each.number == own.window_number]
        self.place.choose(there[0] if there else "")
        self.category.choose(Category.OPERATING_NORMS.value)
        # What was said has to be put right; who reported is not told by their own words.
        guarded = own.kind is ComplaintKind.REPORT
        self.words.setPlainText(own.verification if guarded else own.content)
        self.requirement.clear()
        said = self.session.workspace.complaints.said_before("owner", own.site_id)
        self.owner.propose(own.owner, said)
        return self.words

    def operation(self) -> Operation:
        own, by, owner = self.subjects.own, self.who, self.owner.text
        photos = self.photos.isChecked()
        voiced = Voiced(
            self.words.text,
            complaint_kind_word(own.kind),
            Category(self.category.currentData()),
            self.requirement.text,
            window=next((w for w in self._windows if w.id == self.place.currentData()), None),
        )

        def put() -> Changes:
            complaints = self.session.workspace.complaints
            return complaints.raise_finding(own.id, voiced, owner, photos=photos, by=by)[1]

        return put

    def _dress_photos(self, own: Complaint) -> None:
        """Offer its photos; a letter, or who wants to be nobody, is not shown around unasked."""
        evidence = self.session.workspace.complaints.evidence(own)
        count = sum(each.is_photo for each in evidence)
        self.photos.setText(tr_count(count, "With its photo", "With its {count} photos"))
        self.photos.setVisible(count > 0)
        guarded = own.anonymous or own.kind is ComplaintKind.REPORT
        self.photos.setChecked(count > 0 and not guarded and own.channel is not Channel.LETTER)
