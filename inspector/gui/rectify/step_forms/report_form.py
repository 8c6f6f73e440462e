"""报完成: what was done, when, and a photo of it; a recheck is next."""

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import MissingWordError
from inspector.domain.visit.evidence import EvidenceRole
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.widgets.day_field import DayField
from inspector.translation import tr


class ReportForm(StepForm):
    """For several findings the same words, day and photos."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "reportForm", tr("Report done"))
        self.title = tr("Report done")
        self.words = self.add_words("reportWords", tr("What was done"))
        self.done_on = DayField(
            "reportDoneOn", tr("Done on"), lambda: session.workspace.now().date()
        )
        self.add(tr("Done on (blank: today)"), self.done_on)
        self.tray = self.add_photos(self.words, EvidenceRole.REPORTED)
        self.faults.words["note"] = self.words
        self.add_by(tr("Reported by"))

    def begin(self, subjects: Subjects) -> QWidget:
        self.words.clear()
        self.done_on.show_day(None)
        self.tray.clear()
        return self.words

    def operation(self) -> Operation:
        said, by, ids = self.words.text, self.who, list(self.subjects.ids)
        if not said:
            raise MissingWordError("note")
        day = self.done_on.day() or self.subjects.today
        photos = list(self.tray.shown)
        return lambda: self.session.workspace.close_out.report_done(ids, said, day, photos, by=by)
