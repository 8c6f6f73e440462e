"""Taking in, beside the lists: the file, what it would change, what is asked first, the work."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError
from inspector.domain.sharing.receipt import Preview, Received
from inspector.domain.sharing.roster_meeting import Answers, Question
from inspector.domain.sharing.sharing_errors import BundlePassphraseError, LockedBundleError
from inspector.gui.data.sharing.bundle_question import BundleQuestion
from inspector.gui.data.sharing.opening_form import OpeningForm
from inspector.gui.data.sharing.when_wanted import WhenWanted
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.file_choice import bundle_to_read
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.sentences import sentence
from inspector.workspace.sharing.contact_words import clash_sentence
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.receipt_words import ended_sentence
from inspector.workspace.sharing.receiving import Receiving

_ASKS = (LockedBundleError, BundlePassphraseError)


class SharingIn(QObject):
    """`turned` hears that a question or a form was opened or left."""

    def __init__(
        self,
        session: Session,
        make_question: Callable[[], BundleQuestion],
        make_form: Callable[[], OpeningForm],
        line: AskLine,
        turned: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.question = WhenWanted(make_question, self._hear_question)
        self.form = WhenWanted(make_form, self._hear_form)
        self._line, self._turned = line, turned
        self._path: Path | None = None
        self._passphrase = ""
        self._answers: Answers = {}
        self._takes = False
        self._halls: tuple[str, ...] | None = None  # whose the laptop was said to be

    def _hear_question(self, question: BundleQuestion) -> None:
        question.confirmed.connect(self._take_in)
        question.discarded.connect(self._discard)
        question.placed.connect(self._place)
        question.whose_said.connect(self._say_whose)

    def _hear_form(self, form: OpeningForm) -> None:
        form.confirmed.connect(self._open)
        form.left.connect(self.leave)

    def choose(self) -> None:
        """Let a bundle be chosen, and show what it would change."""
        path = bundle_to_read(self._session, self._line.window(), tr("Take in a bundle"))
        if path is not None:
            self.propose(path)

    def propose(self, path: Path) -> bool:
        """Show what a bundle would change; nothing is changed yet. False while work goes on."""
        self._answers, self._passphrase, self._halls = {}, "", None
        return self._look(path)

    def leave(self) -> None:
        """Put everything away; a passphrase that was typed is forgotten."""
        self._line.stop()
        self._path, self._answers, self._passphrase, self._halls = None, {}, "", None
        self._put_form_away()
        self._hide_question()
        self._turned()

    def _hide_question(self) -> None:
        if self.question.made is not None:
            self.question.made.hide()

    def _put_form_away(self) -> None:
        if self.form.made is not None:
            self.form.made.stop()

    def _discard(self) -> None:
        """Leave it; while it is being taken in, that is stopped instead."""
        if self._takes:
            self._session.runner.stop()
        else:
            self.leave()

    def _look(self, path: Path) -> bool:
        session, answers, passphrase = self._session, dict(self._answers), self._passphrase
        halls = self._halls

        def work(hear: Hear) -> Preview:
            with session.workspace.reading_apart() as apart:
                return apart.of(Receiving).preview(path, answers, passphrase, hear, halls)

        def ended(outcome: Outcome, error: InspectorError | None) -> None:
            if isinstance(error, _ASKS):
                self._ask_passphrase(path, error)

        return session.runner.run(
            Job(
                said=tr("Reading “{name}” …", name=path.name),
                work=work,
                done=lambda preview: self._show(path, preview),
                failed=tr("“{name}” was not read, by a fault of the program.", name=path.name),
                undo=lambda _: None,
                asks=_ASKS,
                ended=ended,
            )
        )

    def _ask_passphrase(self, path: Path, error: InspectorError) -> None:
        self._path = path
        self._hide_question()
        self.form().ask(sentence(error))
        self._turned()

    def _open(self) -> None:
        path, self._passphrase = self._path, self.form().passphrase
        self._put_form_away()
        self._turned()
        if path is not None:
            self._look(path)

    def _show(self, path: Path, preview: Preview) -> None:
        self._path = path
        self._line.stop()
        self._put_form_away()
        rosters = self._session.workspace.rosters
        sites = [(site.name, site.id) for site in rosters.sites()]
        question = self.question()
        question.show_preview(path.name, preview, self._odd(preview), self._answers, sites)
        question.show()
        self._turned()
        question.take_focus()

    def _odd(self, preview: Preview) -> list[str]:
        """Return what is to be told of the laptop that made it."""
        sender, workspace = preview.manifest.sender, self._session.workspace
        own = workspace.of(LaptopHere).known()
        said = []
        for other in workspace.of(Contacts).clashes(sender):
            is_here = other.id == (own.id if own else "")
            said.append(clash_sentence(sender, other, is_here=is_here))
        return said

    def _place(self, question: Question, own_id: str) -> None:
        self._answers[question.kind, question.foreign_id] = own_id
        if self._path is not None:
            self._look(self._path)

    def _say_whose(self, halls: tuple[str, ...]) -> None:
        self._halls = halls
        if self._path is not None:
            self._look(self._path)

    def _take_in(self) -> None:
        path, session, question = self._path, self._session, self.question()
        if path is None or question.why_not():
            return
        answers, passphrase = dict(self._answers), self._passphrase
        trust, halls = question.trust, self._halls

        def work(hear: Hear) -> tuple[Received, Changes]:
            with session.workspace.writing_apart() as apart:
                receiving = apart.of(Receiving)
                return receiving.take_in(path, answers, passphrase, trust, hear, halls)

        def ended(outcome: Outcome, error: InspectorError | None) -> None:
            self._takes = False

        session.reads_all.emit()
        begun = session.runner.run(
            Job(
                said=tr("Taking in “{name}” …", name=path.name),
                work=work,
                done=lambda done: self._done(*done),
                stopped=tr("Stopped; nothing was taken in."),
                failed=tr("“{name}” was not taken in, by a fault of the program.", name=path.name),
                ended=ended,
            )
        )
        self._takes = self._takes or begun

    def _done(self, received: Received, changes: Changes) -> None:
        self._session.changed.emit(changes)
        self.leave()
        self._session.told.emit(ended_sentence(received), "")
