"""Publishing to the city's ledger, beside the lists: which ledger, and the work."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from inspector.domain.errors import InspectorError
from inspector.gui.data.sharing.city_ledger_form import CityLedgerForm
from inspector.gui.data.sharing.when_wanted import WhenWanted
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.file_choice import city_ledger_to_write
from inspector.translation import join_sentences, tr
from inspector.workspace.changes import Changes
from inspector.workspace.city.publishing import Published, Publishing
from inspector.workspace.city.publishing_words import published_sentences, reached_sentences
from inspector.workspace.sentences import sentence


class SharingPublish(QObject):
    """`turned` hears that the form was opened or left."""

    def __init__(
        self,
        session: Session,
        make: Callable[[], CityLedgerForm],
        line: AskLine,
        turned: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._line, self._turned = session, line, turned
        self.form = WhenWanted(make, self._hear)

    def _hear(self, form: CityLedgerForm) -> None:
        form.confirmed.connect(self._publish)
        form.file_wanted.connect(self._choose_file)
        form.left.connect(self.leave)

    def begin(self) -> None:
        """Ask where the ledger is; the one published to last is proposed."""
        self._line.stop()
        reached = self._session.workspace.of(Publishing).reached()
        said = join_sentences(
            (
                tr("What was entered since the last time goes into the city's ledger."),
                *reached_sentences(reached[:1]),
            )
        )
        self.form().open_for(reached[0].target if reached else "", said)
        self._turned()

    def leave(self) -> None:
        """Put the form away."""
        self._line.stop()
        self.form().hide()
        self._turned()

    def _choose_file(self) -> None:
        title = tr("File of the city's ledger")
        path = city_ledger_to_write(self._session, self.form().window(), title)
        if path is not None:
            self.form().put(str(path))

    def _publish(self) -> None:
        session, target = self._session, self.form().target
        try:  # before an address with a password is shown anywhere
            session.workspace.of(Publishing).require_target(target)
        except InspectorError as error:
            self._line.ask(sentence(error))
            self.form().take_focus()
            return
        if not session.runner.require_free():
            return

        def work(hear: Hear) -> tuple[Published, Changes]:
            with session.workspace.writing_apart() as apart:
                return apart.of(Publishing).publish(target, hear)

        session.runner.run(
            Job(
                said=tr("Publishing to {target} …", target=target),
                work=work,
                done=lambda done: self._done(*done),
                stopped=tr("Stopped; what was published until then stays in the ledger."),
                failed=tr(
                    "Publishing ended by a fault of the program; what was published until then"
                    " stays in the ledger."
                ),
                undo=lambda _: None,  # nothing is ever taken out of the ledger
                ended=self._ended,
            )
        )

    def _done(self, published: Published, changes: Changes) -> None:
        session = self._session
        session.changed.emit(changes)
        self.leave()
        said = join_sentences(published_sentences(published))
        if published.contradicting or published.gone_back is not None:
            session.warned.emit(said)
        else:
            session.told.emit(said, "")

    def _ended(self, outcome: Outcome, error: InspectorError | None) -> None:
        form = self.form.in_sight
        if form is not None and form.isVisible():
            form.take_focus()
