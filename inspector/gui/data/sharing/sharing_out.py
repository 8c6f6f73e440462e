"""Handing on, beside the lists: the form, what it would hold, the file, the work."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from inspector.domain.errors import (
    InspectorError,
    RefusedInputError,
    RuledError,
    ShortPassphraseError,
)
from inspector.domain.sharing.bundle_contents import Contents
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.excel.sheet.file_names import legal_file_name
from inspector.gui.data.sharing.contents_query import ContentsQuery
from inspector.gui.data.sharing.share_form import ShareForm
from inspector.gui.data.sharing.when_wanted import WhenWanted
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.papers.file_writer import remember_papers
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.file_choice import bundle_to_write
from inspector.storage.sharing.bundle_writing import BundleWritten
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.policy.policy import LOCKED, OFF, SHARING
from inspector.workspace.policy.ruling_words import ruled_sentence
from inspector.workspace.sentences import problem_sentences, sentence
from inspector.workspace.sharing.contact_words import backwards_sentence
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.laptop_roles import LaptopRoles
from inspector.workspace.sharing.sharing import Sharing

_LONGEST_SENDER, _LONGEST_NAME = 45, 75
"""Bytes in the name of a file; a Chinese character has three."""

_PAUSE = 250
"""Milliseconds without a change before what it would hold is counted anew."""


class SharingOut(QObject):
    """`turned` hears that the form was opened or left."""

    def __init__(
        self,
        session: Session,
        make: Callable[[], ShareForm],
        line: AskLine,
        turned: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._line, self._turned = session, line, turned
        self.form = WhenWanted(make, self._hear)
        self._query = ContentsQuery(session, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._count)
        self._query.found.connect(self._tell)

    def _hear(self, form: ShareForm) -> None:
        form.changed.connect(self._wait)
        form.confirmed.connect(self._write)
        form.left.connect(self.leave)

    @property
    def reads(self) -> bool:
        """What the bundle would hold is being counted."""
        return self._pause.isActive() or self._query.reads

    def why_not(self) -> str:
        """Return why nothing may be handed on; '' when it may."""
        ruled = self._session.workspace.preferences.policy
        return ruled_sentence(SHARING, OFF) if ruled.sharing == OFF else ""

    def begin(self) -> None:
        """Let a bundle be put together."""
        self._line.stop()
        workspace = self._session.workspace
        sharing = workspace.of(Sharing)
        sites = [(site.name, site.id) for site in workspace.rosters.sites()]
        needs = workspace.preferences.policy.sharing == LOCKED
        known = [each.laptop.name for each in workspace.of(Contacts).all()]
        names, ticked = sharing.names(), {aim: sharing.ticked(aim) for aim in Aim}
        form = self.form()
        form.offer_aims(is_halls=sharing.is_halls())
        form.open_for(sites, names, known, ticked, needs_passphrase=needs)
        self._wait()
        self._turned()

    def leave(self) -> None:
        """Put the form away; a passphrase that was typed is forgotten."""
        self._line.stop()
        self._pause.stop()
        self._query.forget()
        self.form().forget()
        self.form().hide()
        self._turned()

    def _wait(self) -> None:
        if (form := self.form.in_sight) is not None:
            form.show_contents(None, tr("Being counted…"))
            self._pause.start()

    def _count(self) -> None:
        form = self.form()
        try:
            scope = form.scope()
        except RefusedInputError as error:
            self._query.forget()
            form.show_contents(None, problem_sentences(error)[0])
            return
        if scope.is_backwards:
            self._query.forget()
            form.show_contents(None, backwards_sentence())
            return
        self._query.ask(scope, form.name, form.ticked, only_new=form.only_new)

    def _tell(self, contents: Contents, is_behind: bool) -> None:
        from inspector.workspace.sharing.contents_words import contents_lines, whole_sentence

        form = self.form.in_sight
        if form is not None and not self._pause.isActive():
            lines = contents_lines(contents, form.ticked)
            if form.only_new and not is_behind:
                lines = [whole_sentence(), *lines]
            form.show_contents(contents, join_sentences(lines))

    def _write(self) -> None:
        form, session = self.form(), self._session
        try:
            scope = form.scope()
            self._require_allowed()
        except RefusedInputError as error:
            self._line.ask(problem_sentences(error)[0])
            return
        except (RuledError, ShortPassphraseError) as error:
            self._line.ask(sentence(error))
            form.go_to_passphrase()
            return
        if scope.is_backwards:
            self._line.ask(backwards_sentence())
            return
        self._line.stop()
        if not session.runner.require_free():
            return
        proposed = _proposed(session.workspace.now(), self._own_name(), self._for_whom(scope))
        path = bundle_to_write(session, form.window(), tr("Write the bundle"), proposed)
        if path is None:
            return
        name, ticked, phrase, only_new = form.name, form.ticked, form.passphrase, form.only_new

        def work(hear: Hear) -> tuple[BundleWritten, Changes]:
            with session.workspace.writing_apart() as apart:
                sharing = apart.of(Sharing)
                sharing.tick(ticked, scope.aim)
                part = sharing.behind_last(name, scope, ticked) if only_new else scope
                return sharing.share(path, part, ticked, name, phrase, hear)

        session.runner.run(
            Job(
                said=tr("Writing the bundle “{name}” …", name=path.name),
                work=work,
                done=lambda done: self._done(*done, is_locked=bool(phrase)),
                stopped=tr("Stopped; no file was written."),
                failed=tr(
                    "{name} was not written, by a fault of the program. What was there before is"
                    " unchanged.",
                    name=path.name,
                ),
                ended=self._ended,
            )
        )

    def _require_allowed(self) -> None:
        """Raise RuledError, ShortPassphraseError before anybody chooses a place in vain."""
        from inspector.storage.locked.guarded_key import require_long

        ruled, phrase = self._session.workspace.preferences.policy, self.form().passphrase
        if phrase:
            require_long(phrase)
        elif ruled.sharing == LOCKED:
            raise RuledError(SHARING, LOCKED)

    def _own_name(self) -> str:
        known = self._session.workspace.of(LaptopHere).known()
        return known.name if known else ""

    def _for_whom(self, scope: Scope) -> str:
        """Return whom the file is for: of what is for a site alone, the site, whoever brings it."""
        if scope.aim is not Aim.HALL:
            return self.form().name
        first, *others = self._session.workspace.of(LaptopRoles).names(scope.sites)
        if not others:
            return first
        return tr_count(
            len(others), "{site} and 1 other site", "{site} and {count} other sites", site=first
        )

    def _done(self, written: BundleWritten, changes: Changes, *, is_locked: bool) -> None:
        from inspector.workspace.sharing.contents_words import unread_lines, written_lines

        session = self._session
        session.workspace.preferences.read_again()
        session.changed.emit(changes)
        self.leave()
        remember_papers(session, *written.paths[:1])
        said = join_sentences(written_lines(written, is_locked=is_locked))
        if unread := unread_lines(written):
            session.warned.emit(join_sentences((said, *unread)))
        else:
            session.told.emit(said, str(written.paths[0]))

    def _ended(self, outcome: Outcome, error: InspectorError | None) -> None:
        form = self.form.in_sight
        if form is not None and form.isVisible():
            form.take_focus()


def _proposed(now: datetime, sender: str, name: str) -> str:
    """Return a name for the file: of whom it is from and for, the day and the minute.

    Who gets many tells them apart, and a second one of a day does not take the first one's place.
    """
    sender, name = _cut(sender, _LONGEST_SENDER), _cut(name, _LONGEST_NAME)
    words = tr("{sender} to {name}", sender=sender, name=name) if name else sender
    said = " ".join(filter(None, (tr("bundle"), words.strip(), f"{now:%Y-%m-%d %H%M}")))
    return legal_file_name(f"{said}.inspx")


def _cut(words: str, most: int) -> str:
    """Return the beginning of words: `most` bytes of UTF-8, so that the minute has room behind."""
    return words.strip().encode()[:most].decode(errors="ignore").strip()
