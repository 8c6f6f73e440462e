"""检查表: the packs one can inspect with; taking one in, comparing versions, file and paper."""

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.pack_difference import differences
from inspector.gui.commands.key_line import Keys
from inspector.gui.data.checklists.difference_model import difference_rows, whole_pack
from inspector.gui.data.checklists.difference_view import DifferenceView
from inspector.gui.data.checklists.pack_browser import PackBrowser
from inspector.gui.data.checklists.pack_document import pack_document
from inspector.gui.data.checklists.pack_output import export_workbook, print_document
from inspector.gui.data.checklists.pack_sentences import (
    comparison_heading,
    comparison_summary,
    nothing_new,
    preview_heading,
    preview_summary,
    taken_in,
)
from inspector.gui.frame.panel import Panel, key_button
from inspector.gui.papers.file_reader import read_file
from inspector.gui.session import Session
from inspector.gui.widgets.dropped_file import FileDrop, dropped_pack
from inspector.gui.widgets.file_choice import pack_to_read
from inspector.gui.widgets.labels import button
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.packs.packs import PackPreview


class PackPanel(Panel):
    """The packs; or what is different in a file, or in another version, of one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._preview: PackPreview | None = None
        self._browser = PackBrowser(session)
        self._differences = DifferenceView()
        copy = button(tr("Copy…"), "copyPack")
        export = key_button(tr("Export as Excel…"), "Ctrl+S", "exportPack")
        paper = key_button(tr("Print…"), "Ctrl+P", "printPack")
        take_in = key_button(tr("Import checklists…"), "Ctrl+O", "importPack", "primary")
        self.head_buttons = (copy, export, paper, take_in)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._browser)
        self._stack.addWidget(self._differences)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        FileDrop(self, dropped_pack, self.propose)
        copy.clicked.connect(self._browser.ask_for_title)
        export.clicked.connect(self.save_file)
        paper.clicked.connect(self.print_out)
        take_in.clicked.connect(self.open_file)
        self._browser.keys_changed.connect(self.keys_changed)
        self._browser.view.summary.compared.connect(self._compare)
        self._differences.confirmed.connect(self._take_in)
        self._differences.left.connect(self._leave_differences)

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.packs or changes.roster

    def redraw(self) -> None:
        self._browser.redraw()

    @property
    def subtitle(self) -> str:
        return tr_count(self._browser.count, "1 set of checklists", "{count} sets of checklists")

    @property
    def shows_head_buttons(self) -> bool:
        return self._is_reading

    def keys(self) -> Keys:
        return self._browser.keys() if self._is_reading else self._differences.keys()

    def all_keys(self) -> Keys:
        return self._browser.all_keys() if self._is_reading else self._differences.keys()

    def enter(self) -> None:
        self.draw()
        if self._is_reading:
            self._browser.packs.setFocus()
        else:
            self._differences.take_focus()

    def open_file(self) -> None:
        title = tr("Import checklists: a workbook or pack.toml")
        path = pack_to_read(self.session, self, title)
        if path is not None:
            self.propose(path)

    def save_file(self) -> None:
        pack = self._browser.chosen
        if pack is not None and self._is_reading:
            export_workbook(self.session, self, pack.id)

    def print_out(self) -> None:
        pack, view = self._browser.chosen, self._browser.view
        if pack is not None and self._is_reading:
            asked, narrowed = view.asked, view.narrowed
            print_document(
                self.session,
                self,
                lambda breaks: pack_document(pack, asked, narrowed, breaks),
                f"{pack.title}-{pack.version}",
            )

    def go_to_search(self) -> None:
        if self._is_reading:
            self._browser.view.filter.search.setFocus()
            self._browser.view.filter.search.selectAll()

    # Taking in a file

    def propose(self, path: Path) -> None:
        """Show what taking in the pack at `path` would change; nothing is changed yet."""
        read_file(
            self.session,
            path,
            lambda apart, hear: apart.packs.preview(path),
            lambda preview: self._show_preview(path, preview),
        )

    def _show_preview(self, path: Path, preview: PackPreview) -> None:
        name = path.parent.name if path.suffix == ".toml" else path.name
        if not preview.changes_anything:
            self.session.told.emit(nothing_new(preview, name), "")
            return
        self._preview = preview
        overrides = self.session.workspace.overrides
        found = preview.differences if preview.current else whole_pack(preview.pack)
        self._differences.ask(
            preview_heading(preview),
            preview_summary(preview, name, overrides.lost_with(preview.pack, preview.current)),
            difference_rows(found, preview.current, preview.pack),
            all_new=preview.current is None,
        )
        self._bring_forward(self._differences)
        self.turned.emit()

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None:
            return
        packs = self.session.workspace.packs
        if self.session.attempt(lambda: packs.take_in(preview.pack)) is None:
            return  # the preview stays, to try again
        self._leave_differences()
        self._browser.choose(preview.pack.id)
        self.session.told.emit(taken_in(preview.pack), "")

    # Comparing

    def _compare(self, version: str) -> None:
        pack = self._browser.chosen
        if pack is None:
            return
        versions = self.session.workspace.packs.versions(pack.id)
        other = next((each for each in versions if each.version == version), None)
        if other is None:
            return
        found = differences(other, pack)
        self._differences.compare(
            comparison_heading(other, pack),
            comparison_summary(len(found)),
            difference_rows(found, other, pack),
        )
        self._bring_forward(self._differences)

    # What is in front

    @property
    def _is_reading(self) -> bool:
        return self._stack.currentWidget() is self._browser

    def _leave_differences(self) -> None:
        self._preview = None
        self._bring_forward(self._browser)

    def _bring_forward(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self.keys_changed.emit()
        self.enter()
