"""What taking in a roster file would do, before anything is done: Enter or Esc decides.

It can be merged (合并), or be the roster of its sites from now on (以此表为准).
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind
from inspector.domain.visit.roster import Staff, Window
from inspector.domain.visit.roster_event import RosterEventKind, RosterIntake
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.roster.roster_proposals import Proposal
from inspector.gui.data.roster.roster_words import (
    difference_text,
    kind_word,
    person_text,
    window_text,
)
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr
from inspector.workspace.roster.kind_words import taken_text
from inspector.workspace.roster.roster_comparing import RosterChange


def preview_model(kind_text: Callable[[Window], str]) -> TableModel[RosterChange]:
    """Return a model of who and what is new, renamed, changed, ended, brought back."""

    def what(change: RosterChange) -> str:
        match change.before, change.after:
            case None, Window() as new:
                return window_text(new, kind_text)
            case Window() as before, Window() as after if change.kind in _OTHERWISE:
                return difference_text(before, after, kind_text)
            case Staff() as before, Staff() as after if change.kind in _OTHERWISE:
                return f"{person_text(before)} → {person_text(after)}"
            case _, Staff() as person if change.other_place:
                return tr(
                    "{name} comes from {place}", name=person_text(person), place=change.other_place
                )
            case _, Staff() as person:
                return person_text(person)
            case _:
                return ""

    return TableModel(
        [
            Column(tr("Change"), lambda change: kind_word(change.kind, change.subject), 104),
            Column(tr("Site"), lambda change: change.site.name, 200),
            Column(tr("Window"), lambda change: change.window.number if change.window else "", 144),
            Column(tr("What the file says"), what),
        ]
    )


_OTHERWISE = (RosterEventKind.CHANGED, RosterEventKind.RENAMED)


class RosterPreview(QWidget):
    """A heading with the two answers, the two ways, the summary, and each change."""

    confirmed = Signal()
    discarded = Signal()
    wanted = Signal(RosterIntake)
    """Another way of taking it in is looked at."""

    kind_wanted = Signal(list, str)
    """Windows, each by site and number, are to be of a kind; empty: what the file says."""

    def __init__(self, kind_title: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._title_of, self._titles = kind_title, dict[str, str]()
        self._taken: Mapping[str, TakenKind] = {}
        self._kinds: Sequence[tuple[str, str]] = ()
        self._heading = wrapped("", "title")
        self._model = preview_model(self._kind_text)
        self.commands = CommandTable(self)
        confirm, discard = self.commands.add_answers(
            (tr("Import it"), self.confirmed.emit), (tr("Cancel"), self.discarded.emit)
        )
        confirm.set_why_not(self._why_nothing)
        merge, replace = tr("Merge"), tr("This file alone counts")
        add, want = self.commands.add, self.wanted.emit
        self._ways = {
            RosterIntake.MERGE: add(
                "merge", merge, "1", lambda: want(RosterIntake.MERGE), short=merge
            ),
            RosterIntake.REPLACE: add(
                "replace", replace, "2", lambda: want(RosterIntake.REPLACE), short=replace
            ),
        }
        for each in self._ways.values():
            each.setCheckable(True)
        kind = add(
            "window-kind", tr("Window kind"), "T", self._choose_kind, short=tr("Window kind"),
            why_not=self._why_no_kind,
        )  # fmt: skip
        self.confirm = command_button(confirm, "confirmRoster", "primary")
        self._meaning = wrapped("", "secondary")
        self._meaning.setObjectName("rosterIntake")
        self._summary = TextBox("rosterSummary", tr("What importing it would change"))
        self._table = TableView(self._model, "rosterPreview", tr("New and changed windows"), self)
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        self._kind = Choice("previewKind", tr("Window kind"))
        fix_width(self._kind, 28 * GRID)
        self._kind.activated.connect(lambda _: self._take_kind())
        self._kind.clicked_one.connect(self._table.setFocus)
        self._kind_row = QWidget()
        row = stack(
            self._kind_row, (command_button(kind, "chooseKind", "quiet"), self._kind),
            spacing=GRID, across=True,
        )  # fmt: skip
        row.addStretch(1)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._show_kind())
        ways = FlowRow(
            [
                command_button(self._ways[RosterIntake.MERGE], "mergeRoster", "choice"),
                command_button(self._ways[RosterIntake.REPLACE], "replaceRoster", "choice"),
                self._kind_row,
            ]
        )
        ways.setMinimumHeight(4 * GRID)
        lay_out_question(
            self,
            self._heading,
            (command_button(discard, "discardRoster"), self.confirm),
            (ways, self._meaning, self._summary),
            self._table,
        )
        self._table.answered.connect(lambda _: confirm.trigger())

    def show_file(self, name: str, proposed: Proposal) -> None:
        """Show what the file `name` would bring."""
        self._taken, self._kinds = proposed.preview.taken, proposed.kinds
        self._titles.clear()
        intake, changes = proposed.preview.intake, proposed.changes
        chosen = sorted({index.row() for index in self._table.selectedIndexes()})
        self._heading.setText(tr("Import “{name}”?", name=name))
        for way, command in self._ways.items():
            command.setChecked(way is intake)
        self._meaning.setText(
            tr("Windows and people of its sites that are not in the file stay.")
            if intake is RosterIntake.MERGE
            else tr(
                "Windows and people of its sites that are not in the file are ended: old visits"
                " keep them, new ones do not offer them."
            )
        )
        self._summary.set_text("\n".join(proposed.sentences))
        self._model.set_rows(changes)
        if chosen and chosen[0] < len(changes):
            self._table.selectRow(chosen[0])
        self._show_kind()

    def _kind_title(self, kind_id: str) -> str:
        """Return what a kind is called; asked once a file, not for each of its rows."""
        if kind_id not in self._titles:
            self._titles[kind_id] = self._title_of(kind_id)
        return self._titles[kind_id]

    def _kind_text(self, window: Window) -> str:
        """Return the kind of a window; where the file says none, what it is taken for."""
        taken = self._taken.get(window.id)
        if window.kind or taken is None or taken.by is TakenBy.ROSTER:
            return self._kind_title(window.kind) if window.kind else ""
        return taken_text(taken, self._kind_title)

    @property
    def _chosen_windows(self) -> list[tuple[str, Window]]:
        """The windows in the chosen rows, with the names of their sites."""
        rows = sorted({index.row() for index in self._table.selectedIndexes()})
        changes = [self._model.row_at(row) for row in rows]
        return [(each.site.name, each.window) for each in changes if each.window is not None]

    def _show_kind(self) -> None:
        chosen = [window for _, window in self._chosen_windows]
        self._kind.clear()
        own = {window.kind for window in chosen}
        self._kind.offer([(tr("by its name"), ""), *self._kinds])
        if len(own) == 1:
            kind = own.pop()
            self._kind.choose(kind, self._kind_title(kind))
        self._kind.setEnabled(bool(chosen))
        self._kind_row.setVisible(bool(self._kinds))
        self.commands.look_again()

    def _choose_kind(self) -> None:
        self._kind.setFocus()
        self._kind.showPopup()

    def _take_kind(self) -> None:
        windows = [(site, window.number) for site, window in self._chosen_windows]
        self.kind_wanted.emit(windows, self._kind.currentData() or "")

    def _why_no_kind(self) -> str:
        if not self._chosen_windows:
            return tr("No row of a window is chosen.")
        return "" if self._kinds else tr("No checklist knows a window kind.")

    def _why_nothing(self) -> str:
        return "" if self._model.rowCount() else tr("Nothing would change.")
