"""复查: passed closes findings, failed sends them back; the photos stand beside each other."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from inspector.domain.errors import MissingWordError, RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.evidence import EvidenceRole
from inspector.gui.commands.command import Command
from inspector.gui.commands.keyed_button import KeyedButton
from inspector.gui.photos.before_after import BeforeAfter
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.rectify.step_forms.step_form import Operation, StepForm, Subjects
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr


class _Verdict(QWidget):
    """Passed or not, nothing at first."""

    chosen = Signal(bool)
    changed = Signal()

    def __init__(self, passed: Command, failed: Command) -> None:
        super().__init__()
        self.setObjectName("recheckVerdict")
        self.setAccessibleName(tr("Passed, or not"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for at, command, text, name in (
            (1, passed, tr("passed, close"), "recheckPassed"),
            (0, failed, tr("failed, back"), "recheckFailed"),
        ):
            made = KeyedButton(text, command.key, name, "choice")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(made, at)
            row.addWidget(made, 1)
        self._group.idClicked.connect(lambda passed: self.chosen.emit(bool(passed)))
        self.chosen.connect(lambda passed: self.changed.emit())

    @property
    def passed(self) -> bool | None:
        """What was chosen."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else bool(chosen)

    def clear(self) -> None:
        """Choose nothing."""
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(False)
        self._group.setExclusive(True)

    def choose(self, passed: bool) -> None:
        """Choose one."""
        self._group.button(int(passed)).setChecked(True)
        self.chosen.emit(passed)

    def draft_text(self) -> str:
        """Return what was chosen, as a draft keeps it."""
        return "" if self.passed is None else str(int(self.passed))

    def show_draft(self, text: str) -> None:
        """Choose what was chosen when a draft was kept."""
        if text in ("0", "1"):
            self.choose(text == "1")
        else:
            self.clear()


class RecheckForm(StepForm):
    """Y closes, N asks what is still wrong; then the note has the keyboard."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "recheckForm", tr("Keep recheck"))
        self.title = tr("Recheck")
        self.pair = BeforeAfter(session)
        self._reported = wrapped("", "secondary")
        self.verdict = _Verdict(self.commands["pass"], self.commands["fail"])
        self.fields.addWidget(self.pair)
        self.fields.addWidget(self._reported)
        self.fields.addWidget(self.verdict)
        self.drafted["verdict"] = self.verdict
        self.words = self.add_words("recheckWords", tr("Note (needed when failed)"))
        self.tray = self.add_photos(self.words, EvidenceRole.RECHECKED)
        self.faults.words |= {"note": self.words, "rechecker": self.by}
        self.faults.value = self.verdict
        self.add_by(tr("Rechecked by"))
        self.verdict.chosen.connect(self._on_chosen)
        self.pair.opened.connect(lambda _: self._look_closer())
        self.pair.left.connect(self.verdict.setFocus)

    def add_commands(self, confirm: str) -> None:
        for name, words, key, passed in (
            ("pass", tr("Passed"), "Y", True), ("fail", tr("Failed"), "N", False),
        ):  # fmt: skip
            self.commands.add(name, words, key, partial(self._choose, passed), short=words)
        super().add_commands(confirm)

    def begin(self, subjects: Subjects) -> QWidget:
        only = subjects.only
        self.pair.show_finding(subjects.evidence)
        said = only.reported_text if only else ""
        self._reported.setText(tr("They say: {words}", words=said))
        self._reported.setVisible(bool(said))
        self.verdict.clear()
        self.words.clear()
        self.tray.clear()
        return self.verdict

    def usual_by(self) -> str:
        return self.session.workspace.ledger_desk.rechecked_by

    def remember_by(self) -> None:
        self.session.workspace.ledger_desk.remember_rechecked_by(self.who)

    def take_focus(self) -> None:
        super().take_focus()
        if self.verdict.passed is not None:  # a draft: what is left to write is the note
            self.words.setFocus()

    def operation(self) -> Operation:
        passed = self.verdict.passed
        if passed is None:
            expected = tr(
                "{passes} passed or {fails} failed",
                passes=self.commands["pass"].key,
                fails=self.commands["fail"].key,
            )
            raise RefusedInputError([Problem(tr("Recheck"), Fault.MISSING, expected=expected)])
        ids, said, by, photos = (
            list(self.subjects.ids), self.words.text, self.who, list(self.tray.shown),
        )  # fmt: skip
        if not by and (passed or said.strip()):  # the ledger has a column for it
            raise MissingWordError("rechecker")
        return lambda: self.session.workspace.close_out.recheck(ids, passed, said, photos, by=by)

    def _look_closer(self) -> None:
        evidence = self.subjects.evidence
        self.photos_wanted.emit(Subject(self.subjects.words, lambda: evidence), None)

    def _choose(self, passed: bool) -> None:
        self.verdict.choose(passed)

    def _on_chosen(self, passed: bool) -> None:
        self.words.setFocus()  # what is typed or pasted next is the note
