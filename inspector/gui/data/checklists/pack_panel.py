"""检查表: the packs one can inspect with; taking one in, comparing versions, file and paper."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_difference import differences
from inspector.domain.errors import PackChangedError
from inspector.gui.commands.command_button import CommandButton, command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.checklists.cost_view import CostView
from inspector.gui.data.checklists.difference_model import difference_rows, whole_pack
from inspector.gui.data.checklists.difference_view import DifferenceView
from inspector.gui.data.checklists.editing.pack_editor import PackEditor
from inspector.gui.data.checklists.pack_browser import PackBrowser
from inspector.gui.data.checklists.pack_commands import DIFFERENCES, FORM, add_pack_commands
from inspector.gui.data.checklists.pack_output import export_workbook, print_pack
from inspector.gui.data.checklists.pack_sentences import (
    answers,
    comparison_heading,
    comparison_summary,
    nothing_new,
    preview_heading,
    preview_summary,
    taken_in,
)
from inspector.gui.frame.panel import Panel
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.measures import sized
from inspector.gui.papers.file_reader import read_file
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import pack_to_read
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.packs.conversion import Conversion, conversion_of, converts
from inspector.workspace.packs.packs import PackPreview

_READS = 300
"""Milliseconds after which somebody who came here reads: the editor is built meanwhile."""

_TIGHT = 800
"""Pixels of a window whose head has no room for every button."""


class PackPanel(Panel):
    """The packs; or what is different in a file, or in another version, of one."""

    chapter = "checklists"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._preview: PackPreview | None = None
        self._name = ""  # of the file that it was read from
        self._stack = QStackedWidget(self)  # inside each other from the first: see `PackEditor`
        self.browser = PackBrowser(session, self._stack)
        self._conversion: Conversion | None = None
        add_pack_commands(self)
        made = self.commands
        names = {
            "edit": "editPack",
            "export": "exportPack",
        }
        quiet = {name: CommandButton(known) for name, known in names.items()}
        for name, each in quiet.items():
            each.give(made[name], says_key=False)  # there is no room for every key
        begun = [made["new-pack"], made["copy-pack"]]
        self._spare = tuple(quiet.values())
        self._behind = [made["print"], made["costs"], made["deduct"]]
        self._more = menu_button(tr("More"), "morePack", self._behind)
        self._is_tight = False
        self.head_buttons = (
            menu_button(tr("New…"), "newPack", begun),
            *quiet.values(),
            self._more,
            command_button(made["import"], "importPack", "primary"),
        )
        self._ahead = QTimer(self, singleShot=True)
        self._ahead.timeout.connect(self._build_ahead)
        self._pieces = self._editor_in_pieces()
        self._stack.addWidget(self.browser)
        self._coming = InTurns(self._stack)
        session.closing.connect(self._coming.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.browser.keys_changed.connect(self._turn)
        self.browser.view.summary.compared.connect(self._compare)
        whole = ("edit", "new-pack", "copy-pack", "export", "print", "costs", "deduct", "copy")
        give_context_menu(self.browser.packs, [made[each] for each in whole])
        give_context_menu(
            self.browser.view.items, [made[each] for each in ("adapt", "edit", "undo", "copy")]
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ahead.start(_READS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # one went elsewhere, and has not shut the lid
            self._let_editor_be()

    def _let_editor_be(self) -> None:
        """Something else is wanted before the editor is in front."""
        self._coming.drop()
        if self._is_reading and self._is_editing:
            self.editor.put_away()

    def _editor_in_pieces(self) -> Iterator[None]:
        editor = self.editor
        yield
        yield from editor.get_ready()

    def _build_ahead(self) -> None:
        for _ in self._pieces:
            self._ahead.start(0)
            return

    @property
    def _is_built(self) -> bool:
        return "editor" in self.__dict__

    @cached_property
    def editor(self) -> PackEditor:
        """Where a pack is written; built a moment after one came here, or when it is wanted."""
        editor = PackEditor(self.session, self._stack)
        self._stack.addWidget(editor)
        editor.proposed.connect(self._propose_edit)
        editor.left.connect(lambda: self._bring_forward(self.browser))
        editor.commands.changed.connect(self.keys_changed)
        editor.commands.refused.connect(self.session.hinted)
        return editor

    @cached_property
    def _differences(self) -> DifferenceView:
        made = DifferenceView(self._stack)
        self._stack.addWidget(made)
        made.confirmed.connect(self._take_in)
        made.parted.connect(self._take_apart)
        made.left.connect(self._leave_differences)
        return made

    @cached_property
    def _costs(self) -> CostView:
        made = CostView(self._stack)
        self._stack.addWidget(made)
        made.confirmed.connect(self._keep_conversion)
        made.left.connect(lambda: self._bring_forward(self.browser))
        return made

    @property
    def _is_editing(self) -> bool:
        return self._is_built and self.editor.is_open

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.packs or changes.roster

    def redraw(self) -> None:
        self.browser.redraw()

    @property
    def subtitle(self) -> str:
        return tr_count(self.browser.count, "1 set of checklists", "{count} sets of checklists")

    @property
    def shows_head_buttons(self) -> bool:
        return self._is_reading

    def shows_in_head(self, made: QWidget) -> bool:
        return super().shows_in_head(made) and not (self._is_tight and made in self._spare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the head keep its room: what is wanted less often goes behind 更多."""
        super().resizeEvent(event)
        is_tight = self.window().width() < sized(_TIGHT)
        if is_tight is not self._is_tight:
            self._is_tight = is_tight
            spare = [each.command for each in self._spare if each.command is not None]
            self._more.commands = [*spare, *self._behind] if is_tight else self._behind
            self.keys_changed.emit()

    def tables(self) -> Sequence[CommandTable]:
        front = self._stack.currentWidget()
        if isinstance(front, DifferenceView | PackEditor | CostView):
            return (front.commands,)
        return (self.browser.form or self.commands,)

    def enter(self) -> None:
        self.draw()
        front = self._stack.currentWidget()
        if isinstance(front, PackEditor):
            front.enter()
        elif isinstance(front, DifferenceView | CostView):
            front.take_focus()
        else:
            self.browser.take_focus()

    def open_file(self) -> None:
        title = tr("Import checklists: a workbook or pack.toml")
        path = pack_to_read(self.session, self, title)
        if path is not None:
            self.propose(path)

    def save_file(self) -> None:
        pack = self.browser.chosen
        if pack is not None:
            export_workbook(self.session, self, pack.id)

    def print_out(self) -> None:
        pack, view = self.browser.chosen, self.browser.view
        if pack is not None:
            print_pack(self.session, self, pack, view.asked, view.narrowed)

    def go_to_search(self) -> None:
        self.browser.view.filter.search.setFocus()
        self.browser.view.filter.search.selectAll()

    # Taking in a file

    def propose(self, path: Path) -> bool:
        """Show what taking in the pack at `path` would change; nothing is changed yet."""
        return read_file(
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
        self._ask(preview, name)

    def _ask(self, preview: PackPreview, name: str) -> None:
        """Show what taking in a pack would change, and ask whether it should."""
        self._preview, self._name = preview, name
        overrides = self.session.workspace.overrides
        found = preview.differences if preview.current else whole_pack(preview.pack)
        self._differences.ask(
            preview_heading(preview),
            preview_summary(preview, name, overrides.lost_with(preview.pack, preview.current)),
            difference_rows(found, preview.current, preview.pack),
            all_new=preview.current is None,
            answers=answers(preview),
            renamed=preview.renamed,
        )
        self._bring_forward(self._differences)
        self.turned.emit()

    def _take_apart(self) -> None:
        """Ask about a renamed pack again, as a checklist of its own."""
        if self._preview is not None:
            self._ask(self.session.workspace.packs.as_new(self._preview), self._name)

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None:
            return
        packs = self.session.workspace.packs
        if self.session.attempt(lambda: packs.take_in(preview.pack)) is None:
            again = packs.propose(preview.pack, preview.source)
            if again.current != preview.current:  # another process has kept one meanwhile
                self._ask(again, self._name)
            return  # the preview stays, to try again
        if preview.source is None:
            self.editor.done()
        self._leave_differences()
        self.browser.choose(preview.pack.id)
        self.session.told.emit(taken_in(preview), "")

    # Editing

    def edit(self) -> None:
        """Edit the pack in front, from the chosen item on."""
        pack, index = self.browser.chosen, self.browser.view.items.currentIndex()
        if pack is not None:
            row = self.browser.view.row_at(index) if index.isValid() else None
            self._come_to_editor(pack, row.item.id if row else "")

    def begin_new(self) -> None:
        """Begin a checklist from nothing."""
        self._come_to_editor(self.session.workspace.packs.blank())

    def _come_to_editor(self, pack: Pack, item_id: str = "") -> None:
        """Bring the editor forward once it has the pack; the packs stand until then."""
        self._coming.do(self._opening(pack, item_id), lambda: self._bring_forward(self.editor))

    def _opening(self, pack: Pack, item_id: str) -> Iterator[None]:
        editor = self.editor
        yield
        yield from editor.opening(pack, item_id)
        yield
        editor.resize(self._stack.size())
        editor.grab(QRect(0, 0, 1, 1))  # for which Qt dresses and lays out all that is in it
        yield

    def why_not_edit(self) -> str:
        """Return why there is no pack to edit; '' when there is one."""
        return "" if self.browser.chosen else tr("There is no checklist.")

    def _propose_edit(self, pack: Pack) -> None:
        preview = self.session.workspace.packs.propose(pack)
        if preview.changes_anything:
            self._ask(preview, "")
        else:
            self.session.hinted.emit(tr("Nothing was changed yet."))

    # What mistakes cost, and direct deduction

    def show_costs(self) -> None:
        """Show what typical mistakes cost by the pack in front."""
        if self.browser.chosen is not None:
            self._costs.show_mistakes(self.browser.chosen)
            self._bring_forward(self._costs)

    def bring_over(self) -> None:
        """Show what direct deduction would change of the pack in front; nothing is kept yet."""
        if (pack := self.browser.chosen) is not None:
            self._ask_conversion(pack)

    def _ask_conversion(self, pack: Pack) -> None:
        made = self.session.attempt(lambda: conversion_of(pack))
        if made is not None:
            self._conversion = made
            self._costs.ask(made)
            self._bring_forward(self._costs)

    def why_not_bring_over(self) -> str:
        """Return why the pack in front cannot be brought over; '' when it can."""
        pack = self.browser.chosen
        if pack is None:
            return self.why_not_edit()
        return "" if converts(pack) else tr("It deducts directly already.")

    def _keep_conversion(self) -> None:
        if self._conversion is None:
            return
        packs = self.session.workspace.packs
        preview = packs.propose(self._conversion.after)
        now = preview.current
        if now is not None and now != self._conversion.before:  # another process has kept it
            self._conversion = None
            self._bring_forward(self.browser)
            self.browser.redraw()
            self.session.refused.emit(PackChangedError(now.title, now.version))
            if converts(now):
                self._ask_conversion(now)
            return
        if self.session.attempt(lambda: packs.take_in(preview.pack)) is not None:
            self._conversion = None
            self._bring_forward(self.browser)
            self.browser.choose(preview.pack.id)
            self.session.told.emit(taken_in(preview), "")

    # Comparing

    def _compare(self, version: str) -> None:
        pack = self.browser.chosen
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
        return self._stack.currentWidget() is self.browser

    def _leave_differences(self) -> None:
        self._preview = None
        self._bring_forward(self.editor if self._is_editing else self.browser)

    def _bring_forward(self, widget: QWidget) -> None:
        if not isinstance(widget, PackEditor):
            self._let_editor_be()
        self._stack.setCurrentWidget(widget)
        self._turn()
        self.enter()

    def _turn(self) -> None:
        """Something else is in front, and other keys work."""
        form = FORM if self.browser.form else ""
        self.commands.set_mode(form if self._is_reading else DIFFERENCES)
        can_adapt = self.browser.view.site is not None
        self.commands["adapt"].set_short(tr("Adapt for the site") if can_adapt else "")
        self.keys_changed.emit()
