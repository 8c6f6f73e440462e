"""Setting, changing and removing the passphrase of copies, beside the list of backups."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector.gui.data.backups.passphrase_form import AGAIN, BEFORE, FRESH, PassphraseForm
from inspector.gui.jobs.runner import Job
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.storage.locked.guarded_key import GuardedKey


class PassphraseSteps:
    """`changed` hears that copies are kept in another way from now on."""

    def __init__(
        self,
        session: Session,
        form: PassphraseForm,
        line: AskLine,
        changed: Callable[[], object],
    ) -> None:
        self._session, self._form, self._line = session, form, line
        self._changed = changed

    def begin(self) -> None:
        """Ask for a passphrase, or for another one."""
        from inspector.workspace.keeping.backup_passphrase import forgotten_sentence, key_of

        self._line.stop()
        is_set = key_of(self._session.workspace) is not None
        wanted = [BEFORE, FRESH, AGAIN] if is_set else [FRESH, AGAIN]
        self._form.ask(forgotten_sentence(), wanted, self._guard, removable=is_set)

    def ask_to_remove(self) -> None:
        """Ask whether copies are to be left open; only who knows the passphrase may say so."""
        self._line.stop()
        self._form.ask(
            tr("Leave copies open from now on? Those that are locked keep their passphrase."),
            [BEFORE],
            self._remove,
        )

    def _guard(self, typed: dict[str, str]) -> None:
        from inspector.workspace.keeping.backup_passphrase import changed_key, key_of

        workspace = self._session.workspace
        key, folder = key_of(workspace), workspace.folder
        before, fresh = typed.get(BEFORE, ""), typed[FRESH]
        self._session.runner.run(
            Job(
                said=tr("Locking the key; this takes some seconds…"),
                work=lambda hear: changed_key(key, before, fresh, folder, hear),
                done=lambda made: self._keep(made, key is None),
            )
        )

    def _keep(self, key: "GuardedKey", is_first: bool) -> None:
        from inspector.workspace.keeping.backup_passphrase import keep_key

        if self._session.attempt(lambda: keep_key(self._session.workspace, key)) is None:
            return
        self._session.told.emit(
            tr("The passphrase is set: the next USB copy and backup file are locked.")
            if is_first
            else tr("The passphrase is changed; copies made before open with the one before."),
            "",
        )
        self._changed()

    def _remove(self, typed: dict[str, str]) -> None:
        from inspector.workspace.keeping.backup_passphrase import (
            key_of,
            remove_passphrase,
            removed_sentence,
            require_opens,
        )

        workspace = self._session.workspace
        key, folder = key_of(workspace), workspace.folder
        if key is None:  # a command removed it meanwhile
            self._session.told.emit(removed_sentence(), "")
            return

        def done(_: None) -> None:
            # Nothing is written by itself: the open copy is the next one that is wanted or due.
            if self._session.attempt(lambda: remove_passphrase(workspace)) is not None:
                self._session.told.emit(removed_sentence(), "")

        self._session.runner.run(
            Job(
                said=tr("Checking the passphrase…"),
                work=lambda hear: require_opens(key, typed[BEFORE], folder, hear),
                done=done,
            )
        )
