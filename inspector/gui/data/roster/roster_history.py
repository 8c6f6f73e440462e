"""What happened to a site, its windows, people and departments: gone into, and left again."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.visit.roster_event import RosterEvent, RosterEventKind, RosterSubject
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.roster.roster_models import SiteRow
from inspector.gui.data.roster.roster_words import NOTHING, kind_word
from inspector.gui.frame.panel import add_table_keys
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import day_text
from inspector.translation import tr


class RosterHistory(QWidget):
    """A row for each thing that was changed, newest first; Esc or ← goes back."""

    left = Signal()

    def __init__(self, kind_title: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        surface(area=self)
        self._kind_title = kind_title
        self._names: Mapping[str, str] = {}
        self._sites: Mapping[str, str] = {}
        self._model = TableModel[RosterEvent](
            [
                Column(tr("Day"), lambda event: day_text(event.at.date()), 144),
                Column(tr("What"), lambda event: kind_word(event.kind, event.subject), 104),
                Column(tr("Kind"), lambda event: _subject_word(event.subject), 112),
                Column(tr("Name"), lambda event: self._names.get(event.subject_id, ""), 200),
                Column(tr("Before → after"), self._difference),
            ]
        )
        self.table = TableView(
            self._model, "rosterHistory", tr("What happened to the roster"), self
        )
        fit_rows(self.table)
        self.commands = CommandTable(self)
        back = self.commands.add(
            "leave", tr("Back to the roster"), "Esc", self.left.emit, short=tr("Back")
        )
        add_table_keys(self.commands, self.table)
        give_context_menu(self.table, [self.commands["copy"], back])
        self._title = ElidedLabel("section")
        self._back = command_button(back, "leaveHistory", text=f"← {tr('Back')}")
        head = stack(
            None,
            (self._back, (self._title, 1)),
            margin=(2 * GRID, GRID, 2 * GRID, GRID),
            spacing=2 * GRID,
            across=True,
        )
        self._empty = EmptyNote(
            tr("No changes yet"),
            tr("Whatever is added, renamed, ended or brought back stands here, with its day."),
        )
        stack(self, (head, hairline(), (self.table, 1), (self._empty, 1)))

    def show_events(
        self, site: SiteRow, events: Sequence[RosterEvent], sites: Mapping[str, str]
    ) -> None:
        """Show what happened to a site; `sites` are the names of all by their ids."""
        self._sites = sites
        self._names = {
            site.id: site.name,
            **{window.id: window.number for window in site.every_window},
            **{
                staff.id: " ".join(word for word in (staff.number, staff.name) if word)
                for window in site.every_window
                for staff in window.staff
            },
            **{department.id: department.name for department in site.departments},
        }
        self._windows = {window.id: window.number for window in site.every_window}
        self._title.setText(tr("What happened to {site}", site=site.name))
        self._model.set_rows(list(events))
        self.table.setVisible(bool(events))
        self._empty.setVisible(not events)
        for name in ("choose", "copy"):  # of rows, of which there are none
            self.commands.set_there(name, bool(events))
        (self.table if events else self._back).setFocus()
        if events:
            self.table.selectRow(0)

    def _difference(self, event: RosterEvent) -> str:
        if event.kind is RosterEventKind.MOVED:
            other = self._sites.get(event.other_site_id, "")
            if event.is_leaving:
                return tr("to {site}", site=other)
            return tr("from {site}", site=other)
        if event.kind in (RosterEventKind.ENDED, RosterEventKind.BACK):
            return ""
        titles = {
            "number": tr("Staff no.") if event.subject is RosterSubject.STAFF else tr("Window"),
            "name": tr("Name"), "unit": tr("Unit it reports to"), "kind": tr("Window kind"),
            "department": tr("Department"),
            "leader": tr("Leader"), "team": tr("Team"), "window_id": tr("Window"),
        }  # fmt: skip
        said = []
        for key, title in titles.items():
            if key not in event.after:
                continue
            after = self._value(key, event.after[key])
            if event.before is None:
                said += [tr("{title}: {value}", title=title, value=after)] if after else []
            else:
                before = self._value(key, event.before.get(key)) or NOTHING
                said.append(
                    tr(
                        "{title}: {before} → {after}",
                        title=title,
                        before=before,
                        after=after or NOTHING,
                    )
                )
        return tr("; ").join(said)

    def _value(self, key: str, value: str | None) -> str:
        if key == "kind" and value:
            return self._kind_title(value)
        return self._windows.get(value or "", "") if key == "window_id" else value or ""


def _subject_word(subject: RosterSubject) -> str:
    words = {
        RosterSubject.SITE: lambda: tr("Site"),
        RosterSubject.WINDOW: lambda: tr("Window"),
        RosterSubject.STAFF: lambda: tr("Person"),
        RosterSubject.DEPARTMENT: lambda: tr("Department"),
    }
    return words[subject]()
