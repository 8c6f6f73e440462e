"""What can be done about a damaged database, and nothing done yet.

It stands instead of the window, or over one that only reads any more.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.errors import (
    InspectorError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.frame.ending import Ending, PutInPlace, StartEmpty
from inspector.gui.jobs.runner import Job, Runner
from inspector.gui.jobs.task import Outcome
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.fields.secret_field import SecretField
from inspector.gui.widgets.file_choice import backup_to_read
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import moment_text
from inspector.translation import tr
from inspector.workspace.keeping.damage_words import missing_sentence
from inspector.workspace.keeping.restore_from_backup import (
    Backup,
    WayBack,
    damaged_name,
    give_up,
    prepare_restore,
    way_back,
)
from inspector.workspace.sentences import sentence

_WIDTH = 720


class DamagedWindow(QDialog):
    """`ending` is what the person chose; None: quit, everything as it was."""

    def __init__(
        self,
        folder: Path,
        error: InspectorError,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("damaged")
        self.setWindowTitle(tr("Service window inspection"))
        self.ending: Ending = None
        self._folder = folder
        self._backup: Backup | None = None
        aside = damaged_name(folder, now()).name
        self._state = wrapped(tr("Looking for the newest sound backup…"))
        self._state.setObjectName("damagedState")
        self._runner = Runner(self)
        self._runner.progressed.connect(self._show_progress)
        self._runner.refused.connect(lambda error: self._state.setText(sentence(error)))
        self._runner.warned.connect(self._state.setText)
        table = CommandTable(self, of_window=True)
        restore = table.add("restore", tr("Restore the backup"), "Return")  # a dialog's own keys
        other = table.add("restore-other", tr("Restore from a file…"), "O", self._restore_other)
        empty = table.add("empty", tr("Start empty"), "E", lambda: self._end(StartEmpty()))
        self._others = (other, empty)
        self._restore = command_button(restore, "damagedRestore", "primary")
        self._other = command_button(other, "damagedOther")
        self._empty = command_button(empty, "damagedEmpty")
        leave = tr("Quit") if parent is None else tr("Go on reading")
        self._quit = command_button(table.add("quit", leave, LEAVE), "damagedQuit")
        self._locked: Path | None = None  # which waits for its passphrase
        self._words = SecretField("damagedPassphrase", tr("Passphrase of the backup"))
        self._unlock = button(tr("OK"), "damagedUnlock")
        self._unlock.clicked.connect(self._try_passphrase)
        asked = stack(None, ((self._words, 1), self._unlock), spacing=GRID, across=True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._quit)
        row.addStretch(1)
        row.addWidget(self._empty)
        row.addWidget(self._other)
        row.addWidget(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        title = tr("The data cannot be opened") if parent is None else tr("The data is damaged")
        column.addWidget(label(title, "title"))
        column.addWidget(wrapped(sentence(error)))
        column.addWidget(self._state)
        column.addLayout(asked)
        column.addWidget(
            wrapped(
                tr(
                    "Nothing is deleted: restoring keeps the whole folder beside the new one;"
                    " starting empty keeps the damaged database as {name}.",
                    name=aside,
                ),
                "secondary",
            )
        )
        column.addSpacing(GRID)
        column.addLayout(row)
        fix_width(self, _WIDTH)
        self._restore.clicked.connect(self._restore_newest)
        self._quit.clicked.connect(self.reject)
        for made in (self._quit, self._empty, self._other):
            made.setAutoDefault(False)  # Enter does nothing until there is something to restore
        self._restore.setDefault(True)
        self._restore.setEnabled(False)
        self._words.hide()
        self._unlock.hide()
        self.setFocus()
        self._runner.beside(
            lambda hear: way_back(folder),
            self._offer,
            lambda error: self._state.setText(sentence(error)),
        )

    def reject(self) -> None:
        self._runner.close()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        super().closeEvent(event)

    def _offer(self, found: WayBack | None) -> None:
        if not self._runner.is_free:  # another one was chosen meanwhile
            return
        self._state.setText(back_sentence(found))
        if found is None:
            self._other.setDefault(True)
            self._other.setFocus()
            return
        self._backup = found.backup
        self._restore.setEnabled(True)
        self._restore.setFocus()

    def _restore_newest(self) -> None:
        if self._backup is not None:
            self._prepare(self._backup.path)

    def _restore_other(self) -> None:
        path = backup_to_read(None, self, tr("Restore from a file"))
        if path is not None:
            self._prepare(path)

    def _try_passphrase(self) -> None:
        if self._locked is not None and self._words.text():
            self._prepare(self._locked, self._words.text())
            self._words.clear()

    def _ask_passphrase(self, path: Path, is_needed: bool) -> None:
        """Ask for the passphrase of a backup that is locked; Enter gives it, and nothing else."""
        self._locked = path if is_needed else None
        for each in (self._words, self._unlock):
            each.setVisible(is_needed)
        self._restore.setAutoDefault(not is_needed)
        (self._unlock if is_needed else self._restore).setDefault(True)
        if is_needed:
            self._words.setFocus()

    def _prepare(self, path: Path, passphrase: str = "") -> None:
        def ended(outcome: Outcome, error: InspectorError | None) -> None:
            self._allow()
            is_needed = isinstance(error, PassphraseNeededError | WrongPassphraseError)
            self._ask_passphrase(path, is_needed)

        self._restore.setEnabled(False)
        for each in self._others:
            each.setEnabled(False)
        self._runner.run(
            Job(
                said=tr("Checking the backup…"),
                work=lambda hear: prepare_restore(path, self._folder, hear, passphrase),
                done=lambda prepared: self._end(PutInPlace(prepared)),
                undo=give_up,
                ended=ended,
            )
        )

    def _show_progress(self, percent: int) -> None:
        self._state.setText(tr("Checking the backup… {percent} %", percent=percent))

    def _allow(self) -> None:
        """Let another way be chosen."""
        self._restore.setEnabled(self._backup is not None)
        for each in self._others:
            each.setEnabled(True)

    def _end(self, ending: Ending) -> None:
        self._runner.close()
        self.ending = ending
        self.accept()


def back_sentence(way: WayBack | None) -> str:
    """Return which backup is the way back, and what restoring it would cost."""
    if way is None:
        return tr(
            "There is no sound backup in this folder. If there is one on a USB drive, choose it"
            " there."
        )
    said = tr("The newest sound backup is of {time}.", time=moment_text(way.backup.moment))
    return tr("{sentence} {next}", sentence=said, next=missing_sentence(way.missing))
