"""What taking in a workbook of inspectors would do, before anything is done."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.people.inspector_event import InspectorFacts, inspector_facts
from inspector.domain.visit.roster_event import RosterEventKind
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr
from inspector.workspace.inspectors.inspector_words import (
    change_kind,
    facts_text,
    inspector_sentences,
)
from inspector.workspace.inspectors.inspectors import InspectorChange, InspectorPreview


def kind_word(kind: RosterEventKind) -> str:
    """Return what happened to an inspector."""
    words: Mapping[RosterEventKind, Callable[[], str]] = {
        RosterEventKind.ADDED: lambda: tr("New"),
        RosterEventKind.RENAMED: lambda: tr("Renamed"),
        RosterEventKind.ENDED: lambda: tr("Ended"),
        RosterEventKind.BACK: lambda: tr("In use again"),
    }
    return words.get(kind, lambda: tr("Changed"))()


class InspectorsQuestion(QWidget):
    """A heading with the two answers, the summary, and each change."""

    confirmed = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = wrapped("", "title")
        self.commands = CommandTable(self)
        confirm, discard = self.commands.add_answers(
            (tr("Import it"), self.confirmed.emit), (tr("Cancel"), self.discarded.emit)
        )
        self.confirm = command_button(confirm, "confirmInspectors", "primary")
        self._summary = TextBox("inspectorsSummary", tr("What importing it would change"))
        self._model = TableModel[InspectorChange](
            [
                Column(tr("Change"), lambda change: kind_word(change_kind(change)), 104),
                Column(tr("Person's name"), lambda change: change.after.name, 144),
                Column(tr("What the file says"), _difference),
            ]
        )
        title = tr("New and changed inspectors")
        self._table = TableView(self._model, "inspectorsPreview", title, self)
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        lay_out_question(
            self,
            self._heading,
            (command_button(discard, "discardInspectors"), self.confirm),
            (self._summary,),
            self._table,
        )
        self._table.answered.connect(lambda _: confirm.trigger())

    def show_file(self, name: str, preview: InspectorPreview) -> None:
        """Show what the file `name` would bring."""
        self._heading.setText(tr("Import “{name}”?", name=name))
        self._summary.set_text("\n".join(inspector_sentences(preview)))
        self._model.set_rows(preview.changes)
        self._table.selectRow(0)


def _difference(change: InspectorChange) -> str:
    before = inspector_facts(change.before) if change.before else None
    return differences(before, inspector_facts(change.after))


def differences(before: InspectorFacts | None, after: InspectorFacts) -> str:
    """Return what is said of an inspector that was not so before."""
    hidden = ("ended_on",) if before else ("ended_on", "name")
    own = {key: value for key, value in after.items() if key not in hidden}
    told: Sequence[str] = facts_text(before, own)
    return tr("; ").join(told)
