"""Notices to units: which sites get one, then one file each into a folder.

Standalone: `offer` shows the sites of a filter, Space leaves one out, Enter writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.finding.ledger import LedgerFilter
from inspector.excel.sheet.written_papers import WrittenPapers, papers_heard
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import remember_papers, with_cut_texts
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import folder_to_write
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.papers.notices import NoticeDraft
from inspector.workspace.preferences import NOTICE_LETTER


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A site that could get a notice."""

    draft: NoticeDraft
    chosen: bool = True


@dataclass(slots=True)
class _Written:
    """What was written until now, by the thread that does."""

    folder: Path
    letter: bool
    drafts: list[NoticeDraft] = field(default_factory=list)  # the last may not be whole
    files: list[Path] = field(default_factory=list)
    papers: WrittenPapers = field(default_factory=WrittenPapers)

    @property
    def whole(self) -> Sequence[NoticeDraft]:
        """The notices that were written and noted."""
        return self.drafts[: len(self.files) // (2 if self.letter else 1)]


def _last_due(row: NoticeRow) -> str:
    return day_text(max(each.deadline for each in row.draft.findings))


def notice_model() -> TableModel[NoticeRow]:
    """Return a model of sites."""
    return TableModel(
        [
            Column(tr("Write"), lambda row: "✓" if row.chosen else "—", 88),
            Column(tr("Site"), lambda row: row.draft.site_name),
            Column(tr("Findings"), lambda row: str(len(row.draft.findings)), 88, number=True),
            Column(tr("Last due"), _last_due, 168),
            Column(tr("Notice no."), lambda row: row.draft.number or tr("a new one"), 184),
        ]
    )


class NoticePanel(QWidget):
    """A heading with the two answers, and the sites."""

    opened = Signal()
    """Sites are shown, and wait for an answer."""

    closed = Signal()
    """The notices were written, or none was wanted."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: list[NoticeRow] = []
        self._busy = False
        self._heading = wrapped("", "title")
        self._note = wrapped(
            tr(
                "Findings still to be put right. The same set keeps the number it went out with;"
                " another set gets a new one."
            ),
            "secondary",
        )
        self._letters = QCheckBox(tr("Also as official letters (.docx)"))
        self._letters.setObjectName("noticeLetters")
        self._letters.clicked.connect(self._keep_letters)
        self._model = notice_model()
        self._table = TableView(self._model, "noticeSites", tr("Sites that get a notice"))
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.commands = CommandTable(self)
        words = tr("With or without")
        self.commands.add("choose", words, "Space", self._toggle, short=words, at=self._table)
        words = tr("Letters")
        self.commands.add("letters", words, "L", self._letters.click, short=words, at=self._table)
        self.commands.hear_letters(self._table)
        write, cancel = self.commands.add_answers(
            (tr("Write notices…"), self._choose_folder), (tr("Cancel"), self.cancel)
        )
        write.set_why_not(self._why_not)
        give_context_menu(self._table, list(self.commands))
        answers = (
            command_button(cancel, "cancelNotices"),
            command_button(write, "writeNotices", "primary"),
        )
        lay_out_question(self, self._heading, answers, (self._note, self._letters), self._table)
        self._table.answered.connect(lambda _: self._choose_folder())

    # What the page asks

    @property
    def is_open(self) -> bool:
        """Sites wait for an answer."""
        return bool(self._rows)

    def take_focus(self) -> None:
        """Go to the sites."""
        self._table.setFocus()

    def offer(self, asked: LedgerFilter) -> None:
        """Show which sites of a filter would get a notice; say so where none would."""
        drafts = self._session.attempt(lambda: self._session.workspace.notices.drafts(asked))
        if drafts is None:
            return
        self._rows = [NoticeRow(draft) for draft in drafts]
        self._letters.setChecked(self._session.workspace.preferences.get(NOTICE_LETTER) == "yes")
        self._redraw(0)
        self.opened.emit()

    def cancel(self) -> None:
        """Write none; stop what is being written."""
        if self._busy:
            self._session.runner.stop()
        else:
            self._close()

    # What happens

    def _redraw(self, position: int) -> None:
        self._model.set_rows(self._rows)
        self._table.selectRow(position)
        count = len(self._chosen)
        self._heading.setText(tr_count(count, "1 notice", "{count} notices"))
        self.commands.look_again()

    def _why_not(self) -> str:
        if self._busy:
            return tr("The notices are being written.")
        return "" if self._chosen else tr("No site is chosen for a notice.")

    @property
    def _chosen(self) -> Sequence[NoticeDraft]:
        return [row.draft for row in self._rows if row.chosen]

    def _toggle(self) -> None:
        position = self._table.currentIndex().row()
        if 0 <= position < len(self._rows) and not self._busy:
            row = self._rows[position]
            self._rows[position] = replace(row, chosen=not row.chosen)
            self._redraw(position)

    def _keep_letters(self, wanted: bool) -> None:
        """Write letters next time, too: an office either signs notices or sends letters."""
        preferences = self._session.workspace.preferences
        self._session.attempt(lambda: preferences.set(NOTICE_LETTER, "yes" if wanted else "no"))

    def _choose_folder(self) -> None:
        chosen = self._chosen
        if self._why_not() or not self._session.runner.require_free():
            return
        folder = folder_to_write(self._session, self, tr("Folder for the notices"))
        if folder is None:
            return

        workspace, letter = self._session.workspace, self._letters.isChecked()
        folder = workspace.notices.folder_for(folder, len(chosen))
        written = _Written(folder, letter)

        def write(hear: Hear) -> None:
            for done, draft in enumerate(chosen):
                hear(done, 2 * len(chosen))
                draft.make_pictures()
            with workspace.writing_apart() as apart:
                for done, draft in enumerate(chosen, len(chosen)):
                    hear(done, 2 * len(chosen))
                    written.drafts.append(draft)
                    written.files += apart.notices.write_files(draft, folder, letter=letter)[0]

        def work(hear: Hear) -> None:
            with papers_heard() as written.papers:
                write(hear)

        self._busy = self._session.runner.run(
            Job(
                said=tr("Writing the notices"),
                work=work,
                done=lambda _: None,
                stopped=tr("Stopped; no notice was written."),
                failed=tr(
                    "Not every notice was written, by a fault of the program. Those still listed"
                    " were not."
                ),
                ended=lambda outcome, error: self._release(written),
            )
        )
        self._redraw(self._table.currentIndex().row())

    def _release(self, written: "_Written") -> None:
        """Tell what was written, however it ended, and list what was not."""
        self._busy = False
        done = {id(draft) for draft in written.whole}
        self._rows = [row for row in self._rows if id(row.draft) not in done]
        if done:
            self._session.changed.emit(Changes(findings=True))
            self._tell(written)
        if self._chosen:  # it may be tried again
            self._redraw(max(self._table.currentIndex().row(), 0))
        else:
            self._close()

    def _tell(self, written: "_Written") -> None:
        from inspector.workspace.papers.paper_words import blanks_sentence

        remember_papers(self._session, *written.files)
        said = tr_count(
            len(written.whole),
            "1 notice written into {folder}",
            "{count} notices written into {folder}",
            folder=written.folder,
        )
        preferences = self._session.workspace.preferences
        blank = blanks_sentence(preferences, "notice", of_one_site=False, letter=written.letter)
        if blank:
            said = tr("{sentence}. {next}", sentence=said, next=blank)
        # A letter lies beside its notice.
        where = written.files[0] if len(written.whole) == 1 else written.folder
        self._session.told.emit(with_cut_texts(said, written.papers), str(where))

    def _close(self) -> None:
        self._rows = []
        self._model.set_rows([])
        self.closed.emit()
