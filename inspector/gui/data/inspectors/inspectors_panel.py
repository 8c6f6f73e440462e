"""检查人员: who inspects, edited in place, or taken in from a workbook."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.inspectors.inspector_form import InspectorForm
from inspector.gui.data.inspectors.inspectors_commands import (
    FILLING,
    NOBODY,
    add_inspectors_commands,
)
from inspector.gui.data.inspectors.inspectors_editing import InspectorsEditing
from inspector.gui.data.inspectors.inspectors_history import InspectorsHistory
from inspector.gui.data.inspectors.inspectors_preview import InspectorsQuestion
from inspector.gui.data.inspectors.inspectors_view import InspectorsView
from inspector.gui.data.inspectors.strictness_view import StrictnessView
from inspector.gui.frame.page_room import PageStack
from inspector.gui.frame.panel import Panel
from inspector.gui.papers.file_reader import read_file
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.gui.widgets.labels import button
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.inspectors.inspector_words import inspector_sentences
from inspector.workspace.inspectors.inspectors import InspectorPreview, in_groups
from inspector.workspace.last_folders import Purpose


class InspectorsPanel(Panel):
    """Shows who inspects, or what to do while nobody does, or what a file would bring."""

    chapter = "inspectors"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._preview: InspectorPreview | None = None
        self._file = ""
        self._stack = PageStack(self)
        self.view = InspectorsView(self._stack)
        self.editing = InspectorsEditing(session, self.view, self._make_form)
        add_inspectors_commands(self)
        made = self.commands
        self._lay_out_steps()
        self.head_buttons = (
            self._template_button("saveInspectorTemplate"),
            command_button(made["export"], "exportInspectors"),
            command_button(made["import"], "importInspectors", "primary"),
        )
        self._stack.addWidget(self.view)
        self._column = stack(self, ((self._stack, 1),))
        self.view.chosen.connect(self._dress)
        self.editing.turned.connect(self._bring_forward)
        self.editing.closed.connect(self.enter)

    # What is made when it is first wanted

    def _make_form(self) -> InspectorForm:
        made = InspectorForm(lambda: self.session.workspace.now().date(), self)
        self._column.addWidget(made)
        return made

    @cached_property
    def _first(self) -> QPushButton:
        return command_button(self.commands["add"], "addFirstInspector", "primary")

    @cached_property
    def _empty(self) -> EmptyNote:
        made = EmptyNote(
            tr("No inspector yet"),
            tr(
                "Type in who inspects, with unit, group and role, or download the template, fill"
                " it in and import it. When a visit starts they are picked by pinyin initials, a"
                " whole group at once; names can be typed freely as before."
            ),
            [
                self._first,
                self._template_button("saveFirstInspectorTemplate"),
                command_button(self.commands["import"], "importFirstInspectors"),
            ],
        )
        self._stack.addWidget(made)
        return made

    @cached_property
    def _question(self) -> InspectorsQuestion:
        made = InspectorsQuestion(self._stack)
        self._stack.addWidget(made)
        made.confirmed.connect(self._take_in)
        made.discarded.connect(self._discard)
        return made

    @cached_property
    def _history(self) -> InspectorsHistory:
        made = InspectorsHistory(self._stack)
        self._stack.addWidget(made)
        made.left.connect(self._leave_aside)
        return made

    @cached_property
    def _figures(self) -> StrictnessView:
        made = StrictnessView(self.session, self._stack)
        self._stack.addWidget(made)
        made.left.connect(self._leave_aside)
        return made

    def _lay_out_steps(self) -> None:
        made, view = self.commands, self.view
        self._at_times: dict[QPushButton, Command] = {
            command_button(made[name], f"{name}Inspector"): made[name] for name in ("back", "undo")
        }
        """What is there only while it can be done."""
        view.lay_out(
            [
                command_button(made["add"], "addInspector"),
                command_button(made["change"], "changeInspector"),
                command_button(made["end"], "endInspector"),
                *self._at_times,
                command_button(made["history"], "inspectorsHistoryButton"),
                command_button(made["figures"], "inspectorFiguresButton"),
            ]
        )
        names = ("change", "end", "back", "all", "history", "add", "copy")
        give_context_menu(view.table, [made[name] for name in names])
        view.table.opened.connect(lambda _: made["change"].trigger())

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.inspectors

    def redraw(self) -> None:
        self.view.show_rows(in_groups(self.session.workspace.inspectors.all()))
        if self._preview is None:
            self._bring_forward()

    @property
    def subtitle(self) -> str:
        rows = [each for each in self.view.rows if not each.ended]
        if not rows:
            return ""
        said = tr_count(len(rows), "1 inspector", "{count} inspectors")
        groups = len({each.group for each in rows if each.group})
        if not groups:
            return said
        return tr(
            "{sites}, {windows}",
            sites=said,
            windows=tr_count(groups, "1 group", "{count} groups"),
        )

    @property
    def shows_head_buttons(self) -> bool:
        return self._stack.currentWidget() is self.view and not self.editing.is_open

    def tables(self) -> Sequence[CommandTable]:
        if self._preview is not None:
            return (self._question.commands,)
        front = self._stack.currentWidget()
        if isinstance(front, InspectorsHistory | StrictnessView):
            return (front.commands,)
        return (self.editing.form.commands if self.editing.is_open else self.commands,)

    def enter(self) -> None:
        self.draw()
        front = self._stack.currentWidget()
        if self._preview is not None:
            self._question.confirm.setFocus()
        elif self.editing.is_open:
            self.editing.form.focus_first()
        elif isinstance(front, InspectorsHistory):
            front.table.setFocus()
        elif isinstance(front, StrictnessView):
            front.take_focus()
        elif isinstance(front, EmptyNote):
            self._first.setFocus()
        else:
            self.view.table.setFocus()

    def go_to_search(self) -> None:
        """Put the keyboard into the search."""
        self.view.search.setFocus()
        self.view.search.selectAll()

    # What happened

    def show_history(self) -> None:
        """Show what happened to the roster."""
        self._stack.setCurrentWidget(self._history)
        self._history.show_events(self.session.workspace.inspectors.events())
        self._turn()

    def show_figures(self) -> None:
        """Show what each inspector found and how strictly."""
        self._stack.setCurrentWidget(self._figures)
        self._figures.show_figures()
        self._turn()

    def _leave_aside(self) -> None:
        self._stack.setCurrentWidget(self.view)
        self._turn()
        self.view.table.setFocus()

    # Files

    def open_file(self) -> None:
        """Ask for a workbook, and show what it would change."""
        title = tr("Import inspectors")
        path = workbook_to_read(self.session, self, Purpose.INSPECTORS, title)
        if path is not None:
            self.propose(path)

    def propose(self, path: Path) -> bool:
        """Show what taking in the list at `path` would do; nothing is changed yet."""
        if self.editing.is_open:  # what is typed there is not put away for a file
            said = tr("Save what you are filling in, or cancel it; then import “{name}”.",
                      name=path.name)  # fmt: skip
            self.session.hinted.emit(said)
            return True
        return read_file(
            self.session,
            path,
            lambda apart, hear: apart.inspectors.preview(path),
            lambda preview: self._show_preview(path, preview),
        )

    def _show_preview(self, path: Path, preview: InspectorPreview) -> None:
        if not preview.changes_anything:
            self.session.told.emit(
                tr("“{name}” says nothing new. Nothing was changed.", name=path.name), ""
            )
            return
        self.editing.step_aside()
        self._preview, self._file = preview, path.name
        self._question.show_file(path.name, preview)
        self._bring_forward()
        self._question.confirm.setFocus()

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None:
            return
        done = self.session.attempt(lambda: self.session.workspace.inspectors.take_in(preview))
        if done is None:
            return  # the preview stays, to try again
        self._preview = None
        self._bring_forward()
        self.view.choose(preview.changes[0].after.id)
        self.view.table.setFocus()
        line = inspector_sentences(preview)[0]
        said = tr("Imported “{name}”: {line}", name=self._file, line=line)
        self.editing.remember(done[0], said)
        self.session.told.emit(said, "")

    def _discard(self) -> None:
        self._preview = None
        self._bring_forward()
        self.enter()

    def save_roster(self) -> None:
        """Write who inspects, to be changed and taken in again."""
        write_workbook(
            self.session,
            self,
            f"{tr('Inspectors')}.xlsx",
            lambda apart, path, hear: apart.inspectors.write_roster(path),
            purpose=Purpose.INSPECTORS,
            title=tr("Export the inspectors"),
            said=lambda path: tr(
                "Inspectors exported: {name}. Change it there and import it again, if you like.",
                name=path.name,
            ),
        )

    def _save_template(self) -> None:
        write_workbook(
            self.session,
            self,
            f"{tr('Template for inspectors')}.xlsx",
            lambda apart, path, hear: apart.inspectors.write_template(path),
            purpose=Purpose.INSPECTORS,
            title=tr("Save the template for inspectors"),
            said=lambda path: tr(
                "Template saved: {name}. Fill it in, then import it.", name=path.name
            ),
        )

    def _template_button(self, name: str) -> QPushButton:
        made = button(tr("Download template…"), name)
        made.clicked.connect(self._save_template)
        return made

    # What is in front

    def _bring_forward(self) -> None:
        front: QWidget
        if self._preview is not None:
            front = self._question
        elif self.view.rows or self.editing.is_open:
            front = self.view
        else:
            front = self._empty
        is_aside = isinstance(self._stack.currentWidget(), InspectorsHistory | StrictnessView)
        if not is_aside or self._preview is not None:
            self._stack.setCurrentWidget(front)
        self._turn()

    def _turn(self) -> None:
        listed = self._stack.currentWidget() is self.view
        self.commands.set_mode(FILLING if self.editing.is_open else "" if listed else NOBODY)
        self._dress()
        self.keys_changed.emit()

    def _dress(self) -> None:
        self.commands.look_again()
        for each, command in self._at_times.items():
            each.setVisible(command.can)
        self.view.show_steps(not self.editing.is_open)
