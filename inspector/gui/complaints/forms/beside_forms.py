"""What is kept beside a complaint's own steps: a note with photos and files, and its visit."""

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import MissingWordError
from inspector.domain.visit.evidence import EvidenceRole
from inspector.domain.visit.visit_search import VisitSearch
from inspector.gui.complaints.forms.complaint_form import ComplaintForm, ComplaintSubject
from inspector.gui.session import Session
from inspector.gui.steps.step_pane import Operation
from inspector.gui.widgets.choice import Choice
from inspector.gui.words import day_text, kind_word
from inspector.translation import tr
from inspector.workspace.changes import Changes

_MOST_VISITS = 40


class NoteFilesForm(ComplaintForm):
    """A few words, photos or files, or both."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "complaintNoteForm", tr("Add"))
        self.title = tr("Note, photos")
        self.words = self.add_words("complaintNote", tr("Note"))
        self.tray = self.add_photos(self.words, EvidenceRole.FOUND)
        self.faults.words["note"] = self.words
        self.add_by(tr("Written by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        self.words.clear()
        self.tray.clear()
        return self.words

    def operation(self) -> Operation:
        ids, by, said = list(self.subjects.ids), self.who, self.words.text
        files = list(self.tray.shown)
        if not (said or files):
            raise MissingWordError("note")

        def add() -> Changes:
            workspace = self.session.workspace
            with workspace.database.transaction():
                for each in ids if files else ():
                    workspace.complaints.attach(each, files, by=by)
                if said:
                    workspace.complaints.note(ids, said, by=by)
            return Changes(complaints=True)

        return add


class LinkForm(ComplaintForm):
    """The visit that a complaint has to do with, of the last ones at its site."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "linkForm", tr("Link"))
        self.title = tr("Link to a visit")
        self.visit = Choice("linkVisit", tr("Visit"))
        self.add(tr("Visit"), self.visit)
        self.add_by(tr("Entered by"))

    def begin(self, subjects: ComplaintSubject) -> QWidget:
        own = subjects.own
        found = self.session.workspace.inspections.find(VisitSearch(), _MOST_VISITS * 5)
        here = [line.inspection for line in found if line.inspection.site_id == own.site_id]
        self.visit.clear()
        self.visit.offer(
            [
                (tr("None"), ""),
                *(
                    (f"{day_text(each.started_at.date())} {kind_word(each.kind)}", each.id)
                    for each in here[:_MOST_VISITS]
                ),
            ]
        )
        self.visit.choose(own.inspection_id or "", tr("An earlier visit"))
        return self.visit

    def operation(self) -> Operation:
        complaint_id, by = self.subjects.own.id, self.who
        visit = str(self.visit.currentData() or "") or None
        return lambda: self.session.workspace.complaints.link(complaint_id, visit, by=by)
