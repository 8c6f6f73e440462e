"""Complaints out and in: the register of a period, what units fill in, and what comes back.

As a widget it is the question before a file is taken in: `opened` and `closed` say when it wants
to be in front.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_returned import Fate
from inspector.excel.complaints.complaint_ledger import SENT
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_reader import read_file
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import COMPLAINTS, save_paper
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr
from inspector.workspace.cell_words import place_in_short
from inspector.workspace.complaints.complaint_intake import ComplaintPreview
from inspector.workspace.complaints.complaint_intake_words import intake_summary, taken_text
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.fault_sentences import problem_text
from inspector.workspace.last_folders import Purpose
from inspector.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Line:
    """What becomes of a row, where it stands in the file, and what it says."""

    fate: str
    number: str
    place: str
    text: str


class ComplaintExchange(QWidget):
    """A heading with the two answers, the summary, and a line for everything that matters."""

    opened = Signal()
    closed = Signal()

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._preview: ComplaintPreview | None = None
        self._heading = wrapped("", "title")
        self.commands = CommandTable(self)
        confirm, discard = self.commands.add_answers(
            (tr("Import it"), self._take_in), (tr("Cancel"), self._close)
        )
        confirm.set_why_not(self._why_not)
        self.confirm = command_button(confirm, "confirmComplaints", "primary")
        self._summary = TextBox("complaintsSummary", tr("What importing it would change"))
        self._model: TableModel[_Line] = TableModel(
            [
                Column(tr("What becomes of it"), lambda line: line.fate, 112),
                Column(tr("Number"), lambda line: line.number, 152),
                Column(tr("Cell"), lambda line: place_in_short(line.place), 136),
                Column(tr("What the file says"), lambda line: line.text),
            ]
        )
        self._table = TableView(self._model, "complaintLines", tr("What the file says"))
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        answers = (command_button(discard, "discardComplaints"), self.confirm)
        lay_out_question(self, self._heading, answers, (self._summary,), self._table)
        self._table.answered.connect(lambda _: self._take_in())

    # Out

    def save_register(self, months_ago: int) -> None:
        """Ask where to, and write the register of this month (0) or the one before (1)."""
        save_paper(self._page, self._session, COMPLAINTS, self._month(months_ago))

    def save_year(self) -> None:
        """Ask where to, and write the register of this year."""
        today = self._session.workspace.now().date()
        year = Period(today.replace(month=1, day=1), today.replace(month=12, day=31))
        save_paper(self._page, self._session, COMPLAINTS, Extent(year))

    def print_register(self) -> None:
        """Show the register of this month as it is printed."""
        preview_paper(self._session, COMPLAINTS, self._month(0))

    def save_to_fill_in(self) -> None:
        """Ask where to, and write what waits for an answer, for units to fill in."""
        session, extent, sent = self._session, self._month(0), list[Complaint]()

        def write(apart: Workspace, path: Path, hear: Hear) -> None:
            sent[:] = apart.reports.write_complaints_to_fill_in(path, extent)

        def written(path: Path) -> bool:
            ids, complaints = [each.id for each in sent], session.workspace.complaints
            return (
                session.attempt(lambda: complaints.record_export(ids, SENT, path.name)) is not None
            )

        reports = session.workspace.reports
        if session.attempt(lambda: reports.require_unanswered(extent)) is not None:
            name = reports.complaints_name(extent, fill_in=True)
            write_workbook(session, self._page, name, write, written)

    def _month(self, ago: int) -> Extent:
        day = self._session.workspace.now().date()
        for _ in range(ago):
            day = month_of(day).first - timedelta(days=1)
        return Extent(month_of(day))

    # In

    def choose(self) -> None:
        """Ask for a file that was filled in, and show what it would do."""
        title = tr("Take in what units filled in")
        path = workbook_to_read(self._session, self._page, Purpose.RETURNED, title)
        if path is not None:
            self.propose(path)

    def propose(self, path: Path) -> None:
        """Show what taking a file in would do; it is read beside the window."""
        read_file(
            self._session,
            path,
            lambda apart, hear: apart.complaint_intake.preview(path),
            self._show,
        )

    def take_focus(self) -> None:
        """Go where Enter and the arrow keys mean something."""
        (self._table if self._model.rowCount() else self.confirm).setFocus()

    def _show(self, preview: ComplaintPreview) -> None:
        self._preview = preview
        self._heading.setText(tr("Import “{name}”?", name=preview.name))
        lines = [intake_summary(preview)]
        if why := self._why_not():
            lines.append(why)
        self._summary.set_text("\n".join(lines))
        self._model.set_rows(_lines_of(preview))
        self.commands.look_again()
        self.opened.emit()

    def _why_not(self) -> str:
        if self._preview is None or self._preview.of(Fate.TAKEN):
            return ""
        return tr("Nothing in it is new; there is nothing to import.")

    def _take_in(self) -> None:
        preview, intake = self._preview, self._session.workspace.complaint_intake
        if preview is None or self._why_not():
            return
        if self._session.attempt(lambda: intake.take_in(preview)) is not None:
            self._close()
            line = intake_summary(preview)
            said = tr("Imported “{name}”: {line}", name=preview.name, line=line)
            self._session.told.emit(said, "")

    def _close(self) -> None:
        self._preview = None
        self._model.set_rows([])
        self.closed.emit()


def _lines_of(preview: ComplaintPreview) -> list[_Line]:
    """Return what is refused, cell by cell, then what is taken."""
    refused = [
        _Line(tr("Refused"), row.row.number, problem.place, problem_text(problem))
        for row in preview.of(Fate.REFUSED)
        for problem in row.row.problems
    ]
    taken = [
        _Line(tr("Taken in"), row.row.number, row.row.places.number, taken_text(row))
        for row in preview.of(Fate.TAKEN)
    ]
    return refused + taken
