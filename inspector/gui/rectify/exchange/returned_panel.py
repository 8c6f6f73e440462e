"""What a ledger or reply slip that came back would do, before anything is done.

Standalone: `propose` shows a file, Enter takes it in, Esc leaves everything as it is. `opened`
and `closed` say when the panel wants to be in front.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.runner import Job
from inspector.gui.papers.file_reader import read_file
from inspector.gui.rectify.exchange.returned_preview import lines_of, returned_model
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr, tr_count
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.findings.returned_intake import ReturnedPreview
from inspector.workspace.findings.returned_words import notice_sentences, summary_sentence
from inspector.workspace.last_folders import Purpose


class ReturnedPanel(QWidget):
    """A heading with the two answers, the summary, and a line for everything that matters."""

    opened = Signal()
    """A file is shown, and waits for an answer."""

    closed = Signal()
    """It was taken in or left alone."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._preview: ReturnedPreview | None = None
        self._busy = False
        self._heading = wrapped("", "title")
        self.commands = CommandTable(self)
        confirm, discard = self.commands.add_answers(
            (tr("Import it"), self._take_in), (tr("Cancel"), self.discard)
        )
        confirm.set_why_not(self._why_not)
        self._confirm = command_button(confirm, "confirmReturned", "primary")
        self._discard = command_button(discard, "discardReturned")
        self._summary = TextBox("returnedSummary", tr("What importing it would change"))
        self._replacing = QCheckBox()
        self._replacing.setObjectName("replaceReports")
        self._model = returned_model()
        self._table = TableView(self._model, "returnedLines", tr("What the file says"))
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        lay_out_question(
            self, self._heading, (self._discard, self._confirm),
            (self._summary, self._replacing), self._table,
        )  # fmt: skip
        self._table.answered.connect(lambda _: self._take_in())
        self._replacing.toggled.connect(lambda _: self._dress())

    # What the page asks

    @property
    def is_open(self) -> bool:
        """A file waits for an answer."""
        return self._preview is not None

    def take_focus(self) -> None:
        """Go where Enter and the arrow keys mean something."""
        if self._model.rowCount():
            self._table.setFocus()
        else:
            self._confirm.setFocus()

    def choose(self) -> None:
        """Ask for a file and show what it would do."""
        path = workbook_to_read(
            self._session, self, Purpose.RETURNED, tr("Import a returned ledger or slip")
        )
        if path is not None:
            self.propose(path)

    def propose(self, path: Path) -> None:
        """Show what taking a file in would do; its photos are read beside the window."""
        read_file(
            self._session,
            path,
            lambda apart, hear: apart.returned.preview(apart.returned.read(path, hear)),
            self._show,
        )

    def discard(self) -> None:
        """Leave everything as it is; stop what is being taken in."""
        if self._busy:
            self._session.runner.stop()
        else:
            self._close()

    # What happens

    def _show(self, preview: ReturnedPreview) -> None:
        self._preview = preview
        self._heading.setText(tr("Import “{name}”?", name=preview.name))
        otherwise = len(preview.reported_otherwise)
        self._replacing.setText(
            tr_count(
                otherwise,
                "Let this file count for the 1 finding that was reported differently",
                "Let this file count for the {count} findings that were reported differently",
            )
        )
        self._replacing.setChecked(False)
        self._replacing.setVisible(otherwise > 0)
        self._model.set_rows(lines_of(preview))
        self._dress()
        self.opened.emit()

    def _dress(self) -> None:
        preview = self._preview
        if preview is None:
            return
        lines = [summary_sentence(preview)]
        if not self._changes_anything(preview):
            lines.append(tr("Nothing in it is new; there is nothing to import."))
        lines += notice_sentences(preview)
        self._summary.set_text("\n".join(lines))
        self.commands.look_again()

    def _why_not(self) -> str:
        if self._busy:
            return tr("It is being imported.")
        is_new = self._preview is None or self._changes_anything(self._preview)
        return "" if is_new else tr("Nothing in it is new; there is nothing to import.")

    def _changes_anything(self, preview: ReturnedPreview) -> bool:
        replaced = self._replacing.isChecked() and preview.reported_otherwise
        return bool(preview.changes or replaced)

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None or self._why_not():
            return
        returned, replacing = self._session.workspace.returned, self._replacing.isChecked()

        def write(photos: Mapping[str, Prepared]) -> None:
            done = self._session.attempt(
                lambda: returned.take_in(preview, photos, replacing=replacing)
            )
            if done is None:
                return  # the preview stays, to try again
            self._close()
            line = summary_sentence(preview)
            self._session.told.emit(
                tr("Imported “{name}”: {line}", name=preview.name, line=line), ""
            )

        self._hold(
            self._session.runner.run(
                Job(
                    said=tr("Importing “{name}” …", name=preview.name),
                    work=lambda hear: returned.prepare(preview, hear),
                    done=write,
                    undo=lambda _: None,  # its photos are kept by nothing, as where it was refused
                    ended=lambda outcome, error: self._hold(False),
                )
            )
        )

    def _hold(self, busy: bool) -> None:
        self._busy = busy
        self._dress()

    def _close(self) -> None:
        self._preview = None
        self._model.set_rows([])
        self.closed.emit()
