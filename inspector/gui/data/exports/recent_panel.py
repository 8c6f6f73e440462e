"""最近导出: the papers that were written last, where each lies, and whether it still does."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.shared_keys import CONFIRM
from inspector.gui.frame.panel import Panel, add_table_keys
from inspector.gui.jobs.background import Background
from inspector.gui.session import Session
from inspector.gui.widgets.banner import open_outside
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.words import moment_text
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.papers.recent_papers import RecentPaper


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in the list; None: nobody looked yet whether it is there."""

    paper: RecentPaper
    is_there: bool | None = None


def recent_model() -> TableModel[PaperRow]:
    """Return a model of papers."""
    return TableModel(
        [
            Column(tr("File"), lambda row: row.paper.path.name),
            Column(tr("Folder"), lambda row: str(row.paper.path.parent), 304),
            Column(tr("Written"), lambda row: moment_text(row.paper.written_at), 184),
            Column(tr("State"), _state, 136),
        ]
    )


class RecentPanel(Panel):
    """The newest paper first. Whether it is still there is asked beside the window: a disk of the
    network may not answer."""

    chapter = "month-end"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._looking = Background(self)
        self._model = recent_model()
        self.table = TableView(self._model, "recentExports", tr("Recent exports"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        words, folder = tr("Open file"), tr("Open folder")
        opens = self.commands.add(
            "open", words, CONFIRM, self.open_file, short=words, at=self.table
        )
        shows = self.commands.add(
            "folder", folder, "O", self.open_folder, short=folder, at=self.table
        )
        printed = tr("Print…")
        prints = self.commands.add(
            "print", printed, "Ctrl+P", self.print_out, short=printed,
            why_not=self._why_not_printed,
        )  # fmt: skip
        add_table_keys(self.commands, self.table)
        give_context_menu(self.table, [opens, prints, shows, self.commands["copy"]])
        self.table.selectionModel().currentRowChanged.connect(self.commands.look_again)
        self.head_buttons = (
            command_button(shows, "openPaperFolder"),
            command_button(prints, "printPaper"),
            command_button(opens, "openPaper", "primary"),
        )
        self._empty = EmptyNote(
            tr("Nothing was exported yet"),
            tr("Every workbook and backup stands here once it is written, with its folder."),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.table.opened.connect(lambda _: self.open_file())

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.papers

    def redraw(self) -> None:
        papers = self.session.workspace.recent_papers.listed()
        self._show([PaperRow(paper) for paper in papers])
        self._look()

    @property
    def subtitle(self) -> str:
        count = self._model.rowCount()
        return tr_count(count, "1 file", "{count} files") if count else ""

    @property
    def shows_head_buttons(self) -> bool:
        return bool(self._model.rowCount())

    def enter(self) -> None:
        self._stale = True  # a file may have been moved, or a command may have written one
        self.draw()
        if self._model.rowCount():
            self.table.setFocus()
        else:
            self.nothing_left.emit()

    # What happens

    def _look(self) -> None:
        """See which papers are still where they were written."""
        papers = [self._model.row_at(row).paper for row in range(self._model.rowCount())]
        self._looking.do(partial(_looked_at, papers), self._show_looked_at)

    def _show_looked_at(self, rows: Sequence[PaperRow]) -> None:
        shown = [self._model.row_at(row).paper for row in range(self._model.rowCount())]
        if shown == [row.paper for row in rows]:  # and not written anew since
            self._show(rows)

    def _show(self, rows: Sequence[PaperRow]) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self._model.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        self.commands.set_mode("" if rows else "empty")
        if rows:
            self.table.selectRow(min(row, len(rows) - 1))
        self.keys_changed.emit()

    def open_file(self) -> None:
        """Open the chosen paper; tell when it is no longer where it was written."""
        path = self._chosen
        if path is None:
            return
        if not os.path.isfile(path):
            self.session.hinted.emit(
                tr(
                    "“{name}” is no longer in {folder}: it was moved, renamed or deleted. If you"
                    " need it, export it again.",
                    name=path.name,
                    folder=path.parent,
                )
            )
            self._look()
        elif not open_outside(path):
            self.session.hinted.emit(tr("Nothing on this computer opens {name}.", name=path.name))

    def print_out(self) -> None:
        """Show the chosen paper as it is printed."""
        if path := self._chosen:
            self.session.preview_wanted.emit(path, None)

    def _why_not_printed(self) -> str:
        path = self._chosen
        is_workbook = path is not None and path.suffix.lower() == ".xlsx"
        return "" if is_workbook else tr("Only workbooks are printed here.")

    def open_folder(self) -> None:
        """Open the folder of the chosen paper; tell when it is gone."""
        path = self._chosen
        if path is not None and not open_outside(path.parent):
            self.session.hinted.emit(tr("The folder {folder} is gone.", folder=path.parent))

    @property
    def _chosen(self) -> Path | None:
        row = self.table.currentIndex().row()
        return self._model.row_at(row).paper.path if 0 <= row < self._model.rowCount() else None


def _state(row: PaperRow) -> str:
    if row.is_there is None:
        return ""
    return tr("still there") if row.is_there else tr("no longer there")


def _looked_at(papers: Sequence[RecentPaper]) -> list[PaperRow]:
    return [PaperRow(paper, os.path.isfile(paper.path)) for paper in papers]
