"""备份: the snapshots of the last month, the second copy, everything in one file, looking over."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.errors import (
    InspectorError,
    PassphraseNeededError,
    WrongPassphraseError,
)
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, press
from inspector.gui.data.backups.backup_commands import add_backup_commands
from inspector.gui.data.backups.backup_foot import BackupFoot
from inspector.gui.data.backups.passphrase_form import OPENS, PassphraseForm
from inspector.gui.data.backups.passphrase_steps import PassphraseSteps
from inspector.gui.frame.ending import PutInPlace
from inspector.gui.frame.panel import Panel
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.papers.file_writer import remember_papers
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.file_choice import backup_to_read, backup_to_write, folder_to_choose
from inspector.gui.widgets.labels import breakable, hairline, wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import moment_text
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.keeping.room_words import bytes_text
from inspector.workspace.preferences import BACKUP_FOLDER

if TYPE_CHECKING:  # loaded when first needed: no start pays for them
    from inspector.storage.backups.daily_backups import Backup
    from inspector.workspace.keeping.backups import BackupOutcome
    from inspector.workspace.keeping.doctor import Report
    from inspector.workspace.keeping.restore_from_backup import Prepared


def backup_model() -> TableModel["Backup"]:
    """Return a model of snapshots."""
    return TableModel(
        [
            Column(tr("Backup of"), _when, 304),
            Column(tr("Size"), lambda backup: bytes_text(backup.size), 120, number=True),
            Column(tr("File"), lambda backup: backup.path.name),
        ]
    )


def _when(backup: "Backup") -> str:
    moment = moment_text(backup.moment)
    return tr("{time} (before an update)", time=moment) if backup.before_update else moment


def _restore_question(backup: "Backup") -> str:
    """Return what is asked before a snapshot is restored: its moment, and what it holds."""
    from inspector.storage.backups.packed_snapshot import holds

    time, held = moment_text(backup.moment), holds(backup.path)
    if held is None or held.visits is None or held.findings is None:
        return tr("Restore the backup of {time}?", time=time)
    return tr(
        "Restore the backup of {time} (visits: {visits}, findings: {findings})?",
        time=time,
        visits=held.visits,
        findings=held.findings,
    )


class BackupPanel(Panel):
    """What takes long runs on a thread of its own; one thing at a time."""

    chapter = "keeping"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._model = backup_model()
        self.table = TableView(self._model, "backups", tr("Backups"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        self.line = AskLine()
        self.line.setObjectName("backupLine")
        self.form = PassphraseForm()
        self._shown_locked = False
        self.passphrase = PassphraseSteps(session, self.form, self.line, self._on_passphrase)
        add_backup_commands(self)
        made = self.commands
        give_context_menu(
            self.table, [made[each] for each in ("restore", "back-up", "one-file", "copy")]
        )
        self.head_buttons = (
            command_button(made["restore-file"], "restoreFile"),
            command_button(made["one-file"], "backUpToFile"),
            command_button(made["back-up"], "backUpNow", "primary"),
        )
        self._empty = EmptyNote(
            tr("No backup yet"),
            tr(
                "One is made every day by itself, shortly after the window opens; of 7 days,"
                " 4 weeks and 12 months one is kept."
            ),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        self._trouble = wrapped("", "caution")
        self._trouble.setObjectName("backupTrouble")
        self._trouble.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._trouble.hide()
        self._foot = BackupFoot()
        self._foot.look_button.give(made["look-over"])
        self._foot.passphrase_button.give(made["passphrase"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self._stack, 1)
        column.addWidget(self.line)
        column.addWidget(self.form)
        column.addWidget(hairline())
        column.addWidget(self._foot)
        self.table.answered.connect(lambda _: self.ask_to_restore())
        # Another row, another question.
        self.table.selectionModel().currentRowChanged.connect(self._line_of_other_row)
        self._foot.chosen.connect(self._choose_folder)
        self._foot.cleared.connect(lambda: self._set_folder(None))
        self.line.left.connect(self.enter)
        self.form.removal_wanted.connect(self.passphrase.ask_to_remove)
        self.form.opened.connect(self.keys_changed)
        self.form.opened.connect(lambda: self._foot.leave_room(True))
        self.form.left.connect(lambda: self._foot.leave_room(False))
        self.form.left.connect(self._on_form_left)
        session.backed_up.connect(lambda _: self._on_changed(Changes(preferences=True)))

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.preferences or changes.inspections or changes.findings or changes.records

    def redraw(self) -> None:
        from inspector.gui.frame.backup_words import backup_trouble
        from inspector.workspace.keeping.backup_passphrase import key_of
        from inspector.workspace.keeping.backups import backups_of, copies_sentence, usb_rule

        workspace = self.session.workspace
        row = max(self.table.currentIndex().row(), 0)
        found = self.session.attempt(lambda: backups_of(workspace.folder))
        self._model.set_rows(found or [])
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self.table if count else self._empty)
        self.commands.set_mode("" if count else "empty")
        if count:
            self.table.selectRow(min(row, count - 1))
        trouble = backup_trouble(self.session.last_backup, workspace.now().date())
        self._trouble.setText(breakable(trouble))
        self._trouble.setVisible(bool(trouble))
        chosen = workspace.preferences.get(BACKUP_FOLDER)
        self._shown_locked = key_of(workspace) is not None
        self._foot.show_folder(chosen, copies_sentence(workspace), usb_rule(workspace))
        self._show_room()
        self._foot.show_code(workspace.records.code())

    def _show_room(self) -> None:
        from inspector.workspace.keeping.room_words import rooms_sentence

        outcome = self.session.last_backup
        if outcome is None:  # it is measured beside the first backup, seconds after the start
            self._foot.show_room(tr("Being measured…"), is_short=False)
        else:
            rooms = outcome.rooms
            self._foot.show_room(rooms_sentence(rooms), is_short=rooms.is_short)

    @property
    def subtitle(self) -> str:
        count = self._model.rowCount()
        if not count:
            return ""
        return tr_count(count, "1 backup", "{count} backups, by day, week and month")

    def tables(self) -> Sequence[CommandTable]:
        return (self.commands if self.form.isHidden() else self.form.commands,)

    def enter(self) -> None:
        self.draw()
        if not self.form.isHidden():
            self.form.take_focus()
            return
        (self.table if self._model.rowCount() else self._foot.look_button).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True  # a command beside the window may have set or removed the passphrase
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.line.stop()
        self.form.stop()
        super().hideEvent(event)

    def _on_form_left(self) -> None:
        self.keys_changed.emit()
        if self.isVisible():
            self.enter()

    def _on_passphrase(self) -> None:
        """Let the second copy be locked as was chosen just now."""
        self.draw()
        if self.session.workspace.preferences.get(BACKUP_FOLDER):
            QTimer.singleShot(0, self, self.back_up)  # when the runner is free again

    # Backing up

    def _stands_as_shown(self) -> bool:
        """Tell whether copies are locked, or open, as the page says; else say how they are now."""
        from inspector.workspace.keeping.backup_passphrase import key_of

        is_locked = key_of(self.session.workspace) is not None
        if is_locked == self._shown_locked:
            return True
        self._stale = True
        self.draw()
        self.session.warned.emit(
            tr("Copies are locked now: the passphrase was set elsewhere. Nothing was written yet.")
            if is_locked
            else tr(
                "Copies are not locked any more: the passphrase was removed elsewhere. Nothing was"
                " written yet."
            )
        )
        return False

    def back_up(self) -> None:
        """Take a snapshot now, and the second copy."""
        from inspector.workspace.keeping.backups import (
            back_up,
            backed_up_sentence,
            second_target,
        )

        if not self._stands_as_shown():
            return
        workspace = self.session.workspace
        target, now = second_target(workspace), workspace.now()

        def done(outcome: "BackupOutcome") -> None:
            self.session.backed_up.emit(outcome)
            error = outcome.error or outcome.copy_error
            if error is not None:
                self.session.refused.emit(error)
            elif outcome.newest is not None:
                self.session.told.emit(
                    backed_up_sentence(outcome.newest, target),
                    str(outcome.newest.path),
                )

        self._start(
            tr("Backing up…"),
            lambda hear: back_up(workspace.folder, now, target, hear),
            done,
        )

    def save_file(self) -> None:
        from inspector.storage.files.volumes import volumes_written
        from inspector.workspace.keeping.backups import full_backup_sentence, write_full_backup

        if not self._stands_as_shown():
            return
        workspace = self.session.workspace
        now = workspace.now()
        name = f"{tr('inspection backup')} {now:%Y-%m-%d}.zip"
        path = backup_to_write(self.session, self, tr("Write everything into one file"), name)
        if path is None:
            return

        def done(unsound: list[str]) -> None:
            first = volumes_written(path)[0]
            remember_papers(self.session, first)
            said = full_backup_sentence(path, unsound)
            if unsound:
                self.session.warned.emit(said)
            else:
                self.session.told.emit(said, str(first))

        self._start(
            tr("Writing everything into one file…"),
            lambda hear: write_full_backup(workspace.folder, path, now, hear),
            done,
        )

    def _choose_folder(self) -> None:
        if not self._stands_as_shown():
            return
        folder = folder_to_choose(self, tr("Where the second copy goes"))
        if folder is not None:
            self._set_folder(folder)

    def _set_folder(self, folder: Path | None) -> None:
        from inspector.workspace.keeping.backups import choose_second_target

        workspace = self.session.workspace
        if (
            self.session.attempt(lambda: choose_second_target(workspace, folder)) is not None
            and folder is not None
        ):
            self.back_up()

    # Restoring

    def open_file(self) -> None:
        path = backup_to_read(self.session, self, tr("Restore from a file"))
        if path is not None:
            self._ask(path, tr("Restore “{name}”?", name=path.name))

    def ask_to_restore(self) -> None:
        """Ask whether to restore the current backup, or restore it."""
        row = self.table.currentIndex().row()
        if not 0 <= row < self._model.rowCount():
            return
        backup = self._model.row_at(row)
        if self.line.waiting:
            self.line.confirm()
            return
        self._ask(backup.path, _restore_question(backup))

    def _line_of_other_row(self) -> None:
        if self.line.waiting:
            self.line.stop()

    def _ask(self, path: Path, question: str) -> None:
        kept = tr(
            "What is here now is set aside and kept. {enter} again restores.",
            enter=press(CONFIRM, tr("Restore")),
        )
        self.line.wait(lambda: self._prepare(path), join_sentences((question, kept)), tr("Restore"))

    def _prepare(self, path: Path, passphrase: str = "") -> None:
        from inspector.workspace.keeping.restore_from_backup import give_up, prepare_restore
        from inspector.workspace.sentences import sentence

        def ask_again(outcome: Outcome, error: InspectorError | None) -> None:
            if isinstance(error, PassphraseNeededError | WrongPassphraseError):
                self.form.ask(
                    sentence(error), [OPENS], lambda typed: self._prepare(path, typed[OPENS])
                )
            else:
                self._on_ended(outcome, error)

        folder = self.session.workspace.folder

        def done(prepared: "Prepared") -> None:
            if self.window().isVisible():
                self.session.ended.emit(PutInPlace(prepared))
            else:
                give_up(prepared)

        self._start(
            tr("Checking the backup…"),
            lambda hear: prepare_restore(path, folder, hear, passphrase),
            done,
            undo=give_up,
            ended=ask_again,
            asks=(PassphraseNeededError,),
        )

    # Looking over

    def look_over(self) -> None:
        """Let the doctor look at everything; the answer stays at the foot of the page."""
        from inspector.workspace.keeping.doctor import examine_apart

        workspace = self.session.workspace
        now = workspace.now()

        def done(report: "Report") -> None:
            self._foot.show_report(report)
            if (damage := report.damage_of(workspace.database.path)) is not None:
                self.session.refused.emit(damage)  # from the first sign nothing is written

        self._start(
            tr("Checking the data…"), lambda hear: examine_apart(workspace.folder, now, hear), done
        )

    def _start(
        self,
        said: str,
        work: Callable[[Hear], object],
        then: Callable[[Any], None],
        undo: Callable[[Any], object] | None = None,
        ended: Callable[[Outcome, InspectorError | None], object] | None = None,
        asks: tuple[type[InspectorError], ...] = (),
    ) -> None:
        self.session.reads_all.emit()
        self.session.runner.run(
            Job(
                said=said,
                work=work,
                done=then,
                undo=undo,
                ended=ended or self._on_ended,
                asks=asks,
            )
        )

    def _on_ended(self, outcome: Outcome, error: InspectorError | None) -> None:
        if self.isVisible():
            self.enter()
