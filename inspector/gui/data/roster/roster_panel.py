"""花名册: the sites and their windows, and taking in a roster file with a preview first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import ALWAYS, CommandTable
from inspector.gui.data.roster.roster_preview import PreviewRow, RosterPreview
from inspector.gui.data.roster.roster_view import RosterView, SiteRow
from inspector.gui.frame.panel import Panel, tell_table_keys
from inspector.gui.papers.file_reader import read_file
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.dropped_file import FileDrop, dropped_workbook
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.gui.widgets.labels import button
from inspector.translation import tr, tr_count
from inspector.workspace import rosters
from inspector.workspace.changes import Changes
from inspector.workspace.last_folders import Purpose
from inspector.workspace.sentences import roster_sentences


class RosterPanel(Panel):
    """Shows the roster, or what to do while there is none, or what a file would bring."""

    chapter = "roster"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._preview: rosters.RosterPreview | None = None
        add, take_in, find = self.commands.add, tr("Import roster…"), tr("Find")
        add("import", take_in, "Ctrl+O", self.open_file, short=take_in, modes=ALWAYS)
        add("find", find, "/", self.go_to_search, short=find)
        add("windows", tr("To the windows"), "Return")
        tell_table_keys(self.commands)
        self._file = ""
        kind_title = session.workspace.packs.kind_title
        self._view = RosterView(kind_title)
        self._preview_view = RosterPreview(kind_title)
        self._first_import = self._import_button("importFirstRoster")
        self._empty = EmptyNote(
            tr("No site yet"),
            tr(
                "Download the template, fill in sites, windows and people on duty, then import"
                " it here."
            )
            + "\n"
            + tr("A workbook can also be dropped on this page."),
            [self._template_button("saveFirstTemplate"), self._first_import],
        )
        self.head_buttons = (
            self._template_button("saveTemplate"),
            self._import_button("importRoster"),
        )
        self._stack = QStackedWidget()
        for widget in (self._empty, self._view, self._preview_view):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        FileDrop(self, dropped_workbook, self.propose)
        self._preview_view.confirmed.connect(self._take_in)
        self._preview_view.discarded.connect(self._discard)

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.roster or changes.packs

    def redraw(self) -> None:
        workspace = self.session.workspace
        self._view.show_rows(
            [
                SiteRow(site, tuple(workspace.rosters.windows(site.id)))
                for site in workspace.rosters.sites()
            ]
        )
        if self._preview is None:
            self._bring_forward()

    @property
    def subtitle(self) -> str:
        rows = self._view.rows
        if not rows:
            return ""
        windows = sum(len(row.windows) for row in rows)
        return tr(
            "{sites}, {windows}",
            sites=tr_count(len(rows), "1 site", "{count} sites"),
            windows=tr_count(windows, "1 window", "{count} windows"),
        )

    @property
    def shows_head_buttons(self) -> bool:
        return self._stack.currentWidget() is self._view

    def tables(self) -> Sequence[CommandTable]:
        return (self._preview_view.commands,) if self._preview else (self.commands,)

    def enter(self) -> None:
        self.draw()
        if self._preview is not None:
            self._preview_view.confirm.setFocus()
        elif self._stack.currentWidget() is self._empty:
            self._first_import.setFocus()
        else:
            self._view.sites.setFocus()

    def open_file(self) -> None:
        path = workbook_to_read(self.session, self, Purpose.ROSTER, tr("Import roster"))
        if path is not None:
            self.propose(path)

    def go_to_search(self) -> None:
        self._view.search.setFocus()
        self._view.search.selectAll()

    # Taking in a file

    def propose(self, path: Path) -> None:
        """Show what taking in the roster at `path` would do; nothing is changed yet."""
        read_file(
            self.session,
            path,
            lambda apart, hear: apart.rosters.preview(path),
            lambda preview: self._show_preview(path, preview),
        )

    def _show_preview(self, path: Path, preview: rosters.RosterPreview) -> None:
        if not preview.changes_anything:
            self.session.told.emit(
                tr("“{name}” says nothing new. Nothing was changed.", name=path.name), ""
            )
            return
        self._preview, self._file = preview, path.name
        self._preview_view.show_file(path.name, roster_sentences(preview), self._rows(preview))
        self._bring_forward()
        self.turned.emit()
        self._preview_view.confirm.setFocus()

    def _rows(self, preview: rosters.RosterPreview) -> list[PreviewRow]:
        roster = self.session.workspace.rosters
        names = {site.id: site.name for site in preview.sites}
        known = {window.id: window for site in names for window in roster.windows(site)}
        return [
            PreviewRow(names[window.site_id], window, known.get(window.id))
            for window in preview.windows
            if known.get(window.id) != window
        ]

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None:
            return
        roster = self.session.workspace.rosters
        if self.session.attempt(lambda: roster.take_in(preview)) is None:
            return  # the preview stays, to try again
        self._preview = None
        self._bring_forward()
        self._view.choose(preview.sites[0].name)
        self._view.sites.setFocus()
        lines = roster_sentences(preview)
        self.session.told.emit(tr("Imported “{name}”: {line}", name=self._file, line=lines[0]), "")

    def _discard(self) -> None:
        self._preview = None
        self._bring_forward()
        self.enter()

    def _save_template(self) -> None:
        name = f"{tr('Roster template')}.xlsx"
        title = tr("Save the roster template")
        write_workbook(
            self.session,
            self,
            name,
            lambda apart, path, hear: apart.rosters.write_template(path),
            purpose=Purpose.ROSTER,
            title=title,
            said=lambda path: tr(
                "Template saved: {name}. Fill it in, then import it.", name=path.name
            ),
        )

    def _bring_forward(self) -> None:
        shown = self._view if self._view.rows else self._empty
        self._stack.setCurrentWidget(self._preview_view if self._preview else shown)
        reading = self._stack.currentWidget() is self._view
        self.commands.set_mode("" if reading else "nothing to find")
        self.keys_changed.emit()

    def _import_button(self, name: str) -> QPushButton:
        return command_button(self.commands["import"], name, "primary")

    def _template_button(self, name: str) -> QPushButton:
        made = button(tr("Download template…"), name)
        made.clicked.connect(self._save_template)
        return made
