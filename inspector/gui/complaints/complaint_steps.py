"""The steps of a complaint: a form for each, refused where it does not allow it; taking back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.complaint.complaint_life import refused_kind, revertible_step
from inspector.domain.errors import InspectorError
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.complaints.forms.arrival_form import ArrivalForm
from inspector.gui.complaints.forms.beside_forms import LinkForm, NoteFilesForm
from inspector.gui.complaints.forms.closing_forms import (
    AnswerForm,
    ArchiveForm,
    FollowUpForm,
    ReopenComplaintForm,
    VoidForm,
)
from inspector.gui.complaints.forms.complaint_form import ComplaintForm, ComplaintSubject
from inspector.gui.complaints.forms.handling_forms import (
    AcceptForm,
    ExtendDeadlineForm,
    RaiseForm,
    VerifyForm,
)
from inspector.gui.editor_draft import Dropped
from inspector.gui.session import Session
from inspector.gui.steps.nothing_to_undo import nothing_to_undo
from inspector.gui.steps.step_confirming import is_done, refuse_all
from inspector.translation import tr
from inspector.workspace.stories.complaint_words import step_to_take

FORMS: dict[ComplaintStep, Callable[[Session], ComplaintForm]] = {
    ComplaintStep.RECEIVED: ArrivalForm,
    ComplaintStep.ACCEPTED: AcceptForm,
    ComplaintStep.EXTENDED: ExtendDeadlineForm,
    ComplaintStep.VERIFIED: VerifyForm,
    ComplaintStep.RAISED: RaiseForm,
    ComplaintStep.ANSWERED: AnswerForm,
    ComplaintStep.FOLLOWED_UP: FollowUpForm,
    ComplaintStep.ARCHIVED: ArchiveForm,
    ComplaintStep.REOPENED: ReopenComplaintForm,
    ComplaintStep.VOIDED: VoidForm,
    ComplaintStep.NOTED: NoteFilesForm,
    ComplaintStep.LINKED: LinkForm,
}
_FINAL = (ComplaintStep.RECEIVED, ComplaintStep.RAISED)
"""What is not taken back: a number was given out."""

_ONE_BY_ONE = (ComplaintStep.RAISED, ComplaintStep.LINKED)
"""What belongs to a single complaint."""


@dataclass(frozen=True, slots=True)
class _Done:
    """A step that was taken here and can be taken back."""

    ids: tuple[str, ...]
    by: str
    said: str


class ComplaintSteps(QObject):
    """`opened` brings a form to the front, `closed` lets it go."""

    opened = Signal(object)
    closed = Signal()
    succeeded = Signal()
    faulty = Signal(str)
    """What was typed cannot be read, in a sentence."""

    arrived = Signal(str)
    """A complaint was taken down: its id."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._forms: dict[ComplaintStep, ComplaintForm] = {}
        self._done: list[_Done] = []
        self._put_away: tuple[ComplaintStep, tuple[str, ...], Dropped] | None = None

    def begin(self, step: ComplaintStep, ids: Sequence[str]) -> None:
        """Open the form of a step, unless one of the complaints does not allow it."""
        workspace = self._session.workspace
        found = self._session.attempt(lambda: workspace.complaints.all_of(ids))
        if found is None:
            return
        refused = [why for each in found if (why := refused_kind(each, step)) is not None]
        if refused:
            refuse_all(self._session, refused)
            return
        if len(found) > 1 and step in _ONE_BY_ONE:
            self._session.hinted.emit(tr("This is done for one complaint at a time."))
            return
        form = self._form(step)
        form.open_for(ComplaintSubject(tuple(ids), workspace.now().date(), found))
        self.opened.emit(form)

    def confirm(self, step: ComplaintStep, form: ComplaintForm) -> None:
        """Do what is in a form; refused, it stays open with the focus on what is wrong."""
        if not is_done(self._session, form, self.faulty.emit):
            return
        self._put_away = None
        form.drop()
        with suppress(InspectorError):  # the step matters more
            form.remember_by()
        self.closed.emit()
        self.succeeded.emit()
        if isinstance(form, ArrivalForm):
            self.arrived.emit(form.made)
        about = form.subjects.words
        if isinstance(form, ArrivalForm):  # its number was given out just now
            about = self._session.workspace.complaints.get(form.made).number
        said = " · ".join(filter(None, (form.title, about)))
        if step in _FINAL:
            self._session.told.emit(tr("Done: {step}.", step=said), "")
            return
        done = _Done(tuple(form.subjects.ids), form.who, said)
        self._done.append(done)
        undo = press(UNDO)  # as the button beside it says
        self._session.told_undoable.emit(
            tr("Done: {step}. {undo} takes it back.", step=said, undo=undo),
            lambda: self._take_back_this(done),
        )

    def give_up(self, step: ComplaintStep, form: ComplaintForm) -> None:
        """Leave a form with Esc: what is in it goes, and Ctrl+Z brings it back."""
        dropped = form.let_go()
        self.closed.emit()
        if dropped is not None:
            self._put_away = (step, tuple(form.subjects.ids), dropped)
            undo = press(UNDO, tr("Take the last step back"))
            self._session.hinted.emit(
                tr("What was written is put away. {undo} brings it back.", undo=undo)
            )

    @property
    def can_take_back(self) -> bool:
        """Something was done here, or written and put away, that can be taken back."""
        return bool(self._put_away or self._done)

    def take_back(self, current: str, ask: Callable[[Callable[[], None], str, str], None]) -> None:
        """Take back the last step taken here; else ask whether to take back the current's."""
        if self._put_away is not None:
            (step, ids, dropped), self._put_away = self._put_away, None
            self.begin(step, ids)
            self._form(step).bring_back(dropped)
        elif self._done:
            self._revert(self._done.pop())
        elif current:
            complaints = self._session.workspace.complaints
            number = complaints.get(current).number
            last = complaints.revertible(current, self._session.workspace.ledger_desk.by)
            if last is None:
                self._session.hinted.emit(self._why_none(current, number))
                return
            done = _Done((current,), last.by, f"{step_to_take(last.kind)} · {number}")
            question = tr(
                "Take back “{step}” of {number}? {undo} again takes it back.",
                step=step_to_take(last.kind),
                number=number,
                undo=press(UNDO, tr("Take the last step back")),
            )
            ask(lambda: self._revert(done), question, tr("Restore it"))

    def _why_none(self, current: str, number: str) -> str:
        """Say why the last step of a complaint is not taken back."""
        complaints = self._session.workspace.complaints
        counting = [each.event for each in complaints.history(current) if each.counts]
        last = [each for each in counting if each.kind is not ComplaintStep.REVERTED][-1]
        return nothing_to_undo(
            number,
            step_to_take(last.kind),
            last.by,
            last.at.date(),
            complaints.today(),
            is_first=last.kind is ComplaintStep.RECEIVED,
            stays=revertible_step(counting) is None,
        )

    def _take_back_this(self, done: _Done) -> None:
        if done in self._done:
            self._done.remove(done)
            self._revert(done)

    def _revert(self, done: _Done) -> None:
        complaints = self._session.workspace.complaints
        changes = self._session.attempt(lambda: complaints.revert_last(done.ids, by=done.by))
        if changes is not None:
            self._session.told.emit(tr("Taken back: {step}.", step=done.said), "")

    def _form(self, step: ComplaintStep) -> ComplaintForm:
        if step not in self._forms:
            form = self._forms[step] = FORMS[step](self._session)
            form.confirmed.connect(lambda: self.confirm(step, form))
            form.left.connect(lambda: self.give_up(step, form))
        return self._forms[step]
