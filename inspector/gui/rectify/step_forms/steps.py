"""The steps of a finding: a form for each, refused at once where a finding does not allow it;
and taking back what was done."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import (
    IllegalTransitionError,
    InspectorError,
)
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.finding_life import allowed, revertible
from inspector.domain.sharing.hall_rules import HALL_STEPS
from inspector.domain.sharing.sharing_errors import HallStepError
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.editor_draft import Dropped
from inspector.gui.rectify.step_forms.assign_form import AssignForm
from inspector.gui.rectify.step_forms.decide_form import DecideForm
from inspector.gui.rectify.step_forms.extend_form import (
    AskExtensionForm,
    ExtendForm,
    RefuseExtensionForm,
)
from inspector.gui.rectify.step_forms.recheck_form import RecheckForm
from inspector.gui.rectify.step_forms.report_form import ReportForm
from inspector.gui.rectify.step_forms.step_form import StepForm, Subjects
from inspector.gui.rectify.step_forms.word_forms import (
    AppealForm,
    CorrectForm,
    NoteForm,
    ReopenForm,
)
from inspector.gui.session import Session
from inspector.gui.steps.nothing_to_undo import nothing_to_undo
from inspector.gui.steps.step_confirming import is_done, refuse_all
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import event_word

MOST_LOOKED_AT = 500
"""Findings that are looked at one by one before a form opens."""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was taken here and can be taken back."""

    ids: tuple[str, ...]
    by: str
    title: str
    words: str


class Steps(QObject):
    """`opened` brings a form to the front, `closed` lets it go."""

    opened = Signal(object)
    closed = Signal()
    succeeded = Signal()
    faulty = Signal(str)
    """What was typed cannot be read, in a sentence."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._forms: dict[EventKind, StepForm] = {}
        self._done: list[Done] = []
        self._asked: tuple[tuple[str, ...], bool] | None = None  # of which it was asked last
        session.changed.connect(lambda _: self._forget_asked())
        self._begun: tuple[EventKind, tuple[str, ...]] = (EventKind.NOTED, ())  # and for which
        self._put_away: tuple[EventKind, tuple[str, ...], Dropped] | None = None

    def asks(self, ids: Sequence[str]) -> bool:
        """Tell whether more time for findings is asked for here, and answered elsewhere."""
        first = tuple(ids[:MOST_LOOKED_AT])
        if self._asked is None or self._asked[0] != first:
            self._asked = first, self._session.workspace.findings.asks(first)
        return self._asked[1]

    def why_not(self, kind: EventKind, ids: Sequence[str]) -> str:
        """Return why a step of findings is not for this laptop; '' where it is.

        For more time is asked where it cannot be given.
        """
        if kind in HALL_STEPS or kind is EventKind.EXTENDED or not self.asks(ids):
            return ""
        return tr("Those who inspect do that.")

    def _forget_asked(self) -> None:
        self._asked = None

    def begin(self, kind: EventKind, ids: Sequence[str]) -> None:
        """Open the form of a step for findings, unless one of them does not allow it."""
        findings = self._session.workspace.findings
        if not ids:
            return
        few = len(ids) <= MOST_LOOKED_AT
        looked = self._session.attempt(lambda: findings.all_of(ids if few else ids[:1]))
        if looked is None:
            return
        if kind is EventKind.APPEALED and all(f.appealed_at is not None for f in looked):
            kind = EventKind.APPEAL_DECIDED
        if kind is EventKind.EXTENDED and self.asks(ids):
            kind = EventKind.EXTENSION_ASKED
        if kind not in HALL_STEPS and self.asks(ids):
            refuse_all(self._session, [HallStepError(each.number, kind.value) for each in looked])
            return
        if few and (refused := _refusals(looked, kind)):
            refuse_all(self._session, refused)
            return
        if not few and (count := self._session.attempt(lambda: findings.refusing(kind, ids))):
            self._session.warned.emit(_too_many(kind, count, len(ids)))
            return
        only = looked[0] if len(ids) == 1 else None
        suggestion = None
        if only is not None and kind is EventKind.ASSIGNED:
            suggestion = self._session.attempt(lambda: findings.suggestion(only))
        evidence = self._session.workspace.evidence.of_finding(only.id) if only else ()
        today = self._session.workspace.now().date()
        self._begun = (kind, tuple(ids))
        form = self._form(kind)
        form.open_for(Subjects(ids, today, looked if few else (), suggestion, evidence))
        self.opened.emit(form)

    def follow(self, form: StepForm, ids: Sequence[str]) -> None:
        """Let the open form be for other findings: what was written for several goes with it.

        What was written for one finding stays with that finding. Where the step is refused for
        the others the form goes.
        """
        kind, before = self._begun
        if not ids or (
            len(ids) == len(before) and (tuple(ids) == before or set(ids) == set(before))
        ):
            return
        goes_along = len(ids) > 1 or len(before) > 1
        dropped = form.let_go() if goes_along else None
        opened: list[StepForm] = []
        self.opened.connect(opened.append)
        try:
            self.begin(EventKind.APPEALED if kind is EventKind.APPEAL_DECIDED else kind, ids)
        finally:
            self.opened.disconnect(opened.append)
        if not opened:
            self.give_up(form)
        elif dropped is not None and opened == [form]:
            form.bring_back(dropped)

    def confirm(self, form: StepForm) -> None:
        """Do what is in a form; refused, it stays open with the focus on what is wrong."""
        if not is_done(self._session, form, self.faulty.emit):
            return
        done = Done(tuple(form.subjects.ids), form.who, form.title, form.subjects.words)
        self._done.append(done)
        self._put_away = None
        form.drop()
        with suppress(InspectorError):  # the step matters more
            form.remember_by()
        self.closed.emit()
        self.succeeded.emit()
        self._session.told_undoable.emit(
            tr(
                "{step}: {words}. {undo} takes it back.",
                step=done.title,
                words=done.words,
                undo=press(UNDO),  # as the button beside it says
            ),
            lambda: self._take_back_this(done),
        )

    def give_up(self, form: StepForm) -> None:
        """Leave a form with Esc: what is in it goes, and Ctrl+Z brings it back."""
        dropped = form.let_go()
        self.closed.emit()
        if dropped is not None:
            self._put_away = (*self._begun, dropped)
            said = tr(
                "What was written is put away. {undo} brings it back.",
                undo=press(UNDO, tr("Take the last step back")),
            )
            self._session.hinted.emit(said)

    def _bring_back(self, kind: EventKind, ids: Sequence[str], dropped: Dropped) -> None:
        opened: list[StepForm] = []
        self.opened.connect(opened.append)
        try:
            self.begin(kind, ids)
        finally:
            self.opened.disconnect(opened.append)
        for form in opened:
            form.bring_back(dropped)

    @property
    def can_take_back(self) -> bool:
        """Something was done here, or written and put away, that can be taken back."""
        return bool(self._put_away or self._done)

    def take_back(self, current: str, ask: Callable[[Callable[[], None], str, str], None]) -> None:
        """Take back the last step taken here; else ask whether to take back the current's.

        What a form was left with comes back before.
        """
        if self._put_away is not None:
            put_away, self._put_away = self._put_away, None
            self._bring_back(*put_away)
        elif self._done:
            self._revert(self._done.pop())
        elif current:
            desk, findings = self._session.workspace.ledger_desk, self._session.workspace.findings
            last = findings.revertible(current, desk.by)
            recheck = findings.revertible(current, desk.rechecked_by)
            if last is None and recheck is not None and recheck.kind is EventKind.RECHECKED:
                last = recheck
            number = findings.get(current).number
            if last is None:
                self._session.hinted.emit(self._why_none(current, number))
                return
            done = Done((current,), last.by, event_word(last.kind), number)
            question = tr(
                "Take back “{step}” of {number}? {undo} again takes it back.",
                step=done.title,
                number=number,
                undo=press(UNDO, tr("Take the last step back")),
            )
            ask(lambda: self._revert(done), question, tr("Restore it"))

    def _why_none(self, current: str, number: str) -> str:
        """Say why the last step of a finding is not taken back."""
        workspace = self._session.workspace
        counting = [each.event for each in workspace.findings.history(current) if each.counts]
        no_steps = (EventKind.DISCUSSED, EventKind.REVERTED)
        last = [each for each in counting if each.kind not in no_steps][-1]
        return nothing_to_undo(
            number,
            event_word(last.kind),
            last.by,
            last.at.date(),
            workspace.now().date(),
            is_first=last.kind is EventKind.RAISED,
            stays=revertible(counting) is None,
        )

    def _take_back_this(self, done: Done) -> None:
        """Take back a step that was told of just now, unless it was by another way."""
        if done in self._done:
            self._done.remove(done)
            self._revert(done)

    def _revert(self, done: Done) -> None:
        findings = self._session.workspace.findings
        if self._session.attempt(lambda: findings.revert_last_of(done.ids, by=done.by)) is None:
            return
        self._session.told.emit(
            tr("Taken back: {step}, {words}.", step=done.title, words=done.words), ""
        )

    def _form(self, kind: EventKind) -> StepForm:
        if kind not in self._forms:
            form = self._made(kind)
            form.confirmed.connect(lambda: self.confirm(form))
            form.left.connect(lambda: self.give_up(form))
            self._forms[kind] = form
        return self._forms[kind]

    def _made(self, kind: EventKind) -> StepForm:
        made: dict[EventKind, Callable[[Session], StepForm]] = {
            EventKind.ASSIGNED: AssignForm,
            EventKind.EXTENDED: ExtendForm,
            EventKind.EXTENSION_ASKED: AskExtensionForm,
            EventKind.EXTENSION_REFUSED: RefuseExtensionForm,
            EventKind.CORRECTED: CorrectForm,
            EventKind.REPORTED: ReportForm,
            EventKind.RECHECKED: RecheckForm,
            EventKind.APPEALED: AppealForm,
            EventKind.APPEAL_DECIDED: DecideForm,
            EventKind.REOPENED: ReopenForm,
            EventKind.NOTED: NoteForm,
        }
        return made[kind](self._session)


def _too_many(kind: EventKind, count: int, marked: int) -> str:
    """Say how many of many findings do not allow a step, and what to mark instead."""
    return tr_count(
        count,
        "Of {marked} marked findings 1 does not allow “{step}” as it stands. Choose a quick"
        " filter first, then mark all of it.",
        "Of {marked} marked findings {count} do not allow “{step}” as they stand. Choose a quick"
        " filter first, then mark all of it.",
        marked=marked,
        step=event_word(kind),
    )


def _refusals(findings: Sequence[Finding], kind: EventKind) -> list[InspectorError]:
    """Return why a step is not possible, of each of several findings that refuses it."""
    return [
        IllegalTransitionError(finding.number, kind.value, finding.state.value)
        for finding in findings
        if kind not in allowed(finding)
    ]
