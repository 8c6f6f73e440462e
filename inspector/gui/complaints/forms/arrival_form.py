"""A complaint that comes in: where, by which way, what is said, who says it."""

from datetime import date, datetime, time

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from inspector.domain.complaint.arrival import Arrival
from inspector.domain.complaint.complaint import Channel, ComplaintKind
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import Site
from inspector.gui.complaints.forms.complaint_form import ComplaintForm, ComplaintSubject
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import Operation
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.day_field import DayField
from inspector.gui.widgets.fields.name_field import NameField
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.stories.complaint_words import channel_word, complaint_kind_word

_NOON = time(12)
"""The hour of one that came on an earlier day, which nobody wrote down."""


class ArrivalForm(ComplaintForm):
    """`made` is the id of what was taken down last."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "arrivalForm", tr("Take it down"))
        self.title = tr("New complaint")
        self.made = ""
        self._sites: list[Site] = []
        self.site = Choice("complaintSite", tr("Site"))
        self.add(tr("Site"), self.site)
        self.channel = Choice("complaintChannel", tr("By which way"))
        self.channel.offer([(channel_word(each), each.value) for each in Channel])
        self.kind = Choice("complaintKind", tr("Kind"))
        self.kind.offer([(complaint_kind_word(each), each.value) for each in ComplaintKind])
        self.add_pair((tr("By which way"), self.channel), (tr("Kind"), self.kind))
        self.content = self.add_words("complaintContent", tr("What is said"))
        self.window_number = NameField("complaintWindow", tr("Window (optional)"))
        self.came_on = DayField(
            "complaintCame", tr("Came on (blank: now)"), lambda: session.workspace.now().date()
        )
        self.add_pair(
            (tr("Window (optional)"), self.window_number),
            (tr("Came on (blank: now)"), self.came_on),
        )
        self.anonymous = QCheckBox(tr("Anonymous: no name is kept"))
        self.anonymous.setObjectName("complaintAnonymous")
        self.fields.addWidget(self.anonymous)
        self.drafted["anonymous"] = self.anonymous
        self.complainant = _line("complainant", tr("Name (optional)"))
        self.phone = _line("complainantPhone", tr("Phone (optional)"))
        self.add_pair(
            (tr("Name (optional)"), self.complainant), (tr("Phone (optional)"), self.phone)
        )
        self.faults.words["content"] = self.content
        self.faults.value = self.came_on
        self.add_by(tr("Asked first"))
        self.site.currentIndexChanged.connect(self._offer_windows)
        self.anonymous.toggled.connect(self._dress)

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self._sites = self.session.workspace.rosters.sites()
        self.site.clear()
        self.site.offer([(site.name, site.id) for site in self._sites])
        self.channel.choose(Channel.CALL.value)
        self.kind.choose(ComplaintKind.COMPLAINT.value)
        self.content.clear()
        self.came_on.show_day(None)
        self.anonymous.setChecked(False)
        self.complainant.clear()
        self.phone.clear()
        self._offer_windows()
        self._dress()
        return self.site

    def operation(self) -> Operation:
        arrival, by = self._arrival(), self.who

        def receive() -> Changes:
            complaint, changes = self.session.workspace.complaints.receive(arrival, by=by)
            self.made = complaint.id
            return changes

        return receive

    def _arrival(self) -> Arrival:
        at = self.site.currentIndex()
        if not 0 <= at < len(self._sites):
            raise RefusedInputError([Problem(tr("Site"), Fault.MISSING, expected=tr("a site"))])
        nobody = self.anonymous.isChecked()
        return Arrival(
            self._sites[at],
            self.content.text,
            Channel(self.channel.currentData()),
            ComplaintKind(self.kind.currentData()),
            received_at=self._moment(self.came_on.day()),
            window_number=self.window_number.text,
            anonymous=nobody,
            complainant="" if nobody else self.complainant.text(),
            phone="" if nobody else self.phone.text(),
            first_asked=self.who,
        )

    def _moment(self, day: date | None) -> datetime | None:
        now = self.session.workspace.now()
        if day is None or day == now.date():
            return None
        return datetime.combine(day, _NOON, now.tzinfo)

    def _offer_windows(self) -> None:
        site = self.site.currentData()
        windows = self.session.workspace.rosters.windows(str(site)) if site else []
        self.window_number.propose("", [window.number for window in windows])

    def _dress(self) -> None:
        """What is typed of a name while it is anonymous is emptied, not hidden away."""
        nobody = self.anonymous.isChecked()
        for field in (self.complainant, self.phone):
            if nobody:
                field.clear()
            field.setEnabled(not nobody)


def _line(name: str, title: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(title)
    TextLimit(line, NAME)
    return line
