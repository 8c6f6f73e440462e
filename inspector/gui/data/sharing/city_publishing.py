"""Telling the city's ledger what is new, beside the lists: it asks, works, and says what came."""

from PySide6.QtCore import QObject

from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.city.publishing import Published, Publishing
from inspector.workspace.policy.policy import OFF, SHARING
from inspector.workspace.policy.ruling_words import ruled_sentence
from inspector.workspace.preferences import SHARE_NAMES


class CityPublishing(QObject):
    """Publishes to the ledger that was published to last; the command line names the first one."""

    def __init__(self, session: Session, line: AskLine, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._line = session, line

    def why_not(self) -> str:
        """Return why nothing may be published; '' when it may."""
        workspace = self._session.workspace
        if workspace.preferences.policy.sharing == OFF:
            return ruled_sentence(SHARING, OFF)
        if not workspace.of(Publishing).reached():
            return tr("No ledger is named yet: “inspector publish --to …” does so, once.")
        return ""

    def begin(self) -> None:
        """Ask, and tell the ledger when the same is wanted again."""
        if self._line.asked_again(self._publish):
            return
        workspace = self._session.workspace
        newest = workspace.of(Publishing).reached()[0]
        go = workspace.preferences.get(SHARE_NAMES) == "yes"
        question = tr_count(
            newest.waiting,
            "Publish to {target}? 1 entry waits. {names}",
            "Publish to {target}? {count} entries wait. {names}",
            target=newest.target,
            names=tr("Names of persons go along.") if go else tr("Names of persons stay here."),
        )
        self._line.wait(self._publish, question, tr("Publish"))

    def _publish(self) -> None:
        session = self._session
        if not session.runner.require_free():
            return
        target = session.workspace.of(Publishing).usual_target()

        def work(hear: Hear) -> tuple[Published, Changes]:
            with session.workspace.writing_apart() as apart:
                return apart.of(Publishing).publish(target, hear)

        stays = tr("What was published until then stays; the rest goes with the next time.")
        session.runner.run(
            Job(
                said=tr("Publishing to {target} …", target=target),
                work=work,
                done=lambda done: self._done(*done),
                stopped=tr("Stopped. {stays}", stays=stays),
                failed=tr("It was not published, by a fault of the program. {stays}", stays=stays),
            )
        )

    def _done(self, published: Published, changes: Changes) -> None:
        from inspector.workspace.city.publishing_words import published_sentences

        self._session.changed.emit(changes)
        said = " ".join(published_sentences(published))
        if published.contradicting or published.gone_back is not None:
            self._session.warned.emit(said)
        else:
            self._session.told.emit(said, "")
