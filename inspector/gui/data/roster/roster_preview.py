"""What taking in a roster file would do, before anything is done: Enter or Esc decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.roster import Window
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.roster.roster_words import difference_text, window_text
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A window of the file that is not known, or not so; `before` is what is known of it."""

    site: str
    window: Window
    before: Window | None


def preview_model(kind_title: Callable[[str], str]) -> TableModel[PreviewRow]:
    """Return a model of what is new or changed."""

    def what(row: PreviewRow) -> str:
        if row.before is None:
            return window_text(row.window, kind_title)
        return difference_text(row.before, row.window, kind_title)

    return TableModel(
        [
            Column(
                tr("Change"), lambda row: tr("New") if row.before is None else tr("Changed"), 88
            ),
            Column(tr("Site"), lambda row: row.site, 200),
            Column(tr("Window"), lambda row: row.window.number, 144),
            Column(tr("What the file says"), what),
        ]
    )


class RosterPreview(QWidget):
    """A heading with the two answers, the summary, the windows that are new or changed."""

    confirmed = Signal()
    discarded = Signal()

    def __init__(self, kind_title: Callable[[str], str]) -> None:
        super().__init__()
        self._heading = wrapped("", "title")
        self.commands = CommandTable(self)
        confirm, discard = self.commands.add_answers(
            (tr("Import it"), self.confirmed.emit), (tr("Discard"), self.discarded.emit)
        )
        self.confirm = command_button(confirm, "confirmRoster", "primary")
        self._summary = TextBox("rosterSummary", tr("What importing it would change"))
        self._model = preview_model(kind_title)
        self._table = TableView(self._model, "rosterPreview", tr("New and changed windows"))
        fit_rows(self._table)
        lay_out_question(
            self,
            self._heading,
            (command_button(discard, "discardRoster"), self.confirm),
            (self._summary,),
            self._table,
        )
        self._table.opened.connect(lambda _: self.confirmed.emit())

    def show_file(self, name: str, summary: Sequence[str], rows: Sequence[PreviewRow]) -> None:
        """Show what the file `name` would bring."""
        self._heading.setText(tr("Import “{name}”?", name=name))
        self._summary.set_text("\n".join(summary))
        self._model.set_rows(rows)
