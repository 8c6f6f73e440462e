"""花名册: the sites and what belongs to them, edited in place, or taken in from a workbook."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.visit.roster_event import RosterIntake
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import EVERY, SIDEWAYS, UNDO
from inspector.gui.data.roster.roster_editing import RosterEditing
from inspector.gui.data.roster.roster_form import RosterForm
from inspector.gui.data.roster.roster_history import RosterHistory
from inspector.gui.data.roster.roster_models import SiteParts, SiteRow
from inspector.gui.data.roster.roster_preview import RosterPreview
from inspector.gui.data.roster.roster_proposals import (
    AT_ONCE,
    Proposals,
    proposals_as,
    proposals_of_file,
)
from inspector.gui.data.roster.roster_view import RosterView
from inspector.gui.frame.page_room import PageStack
from inspector.gui.frame.panel import Panel, add_table_keys
from inspector.gui.jobs.late_painting import do_later
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_reader import read_apart, read_file
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.gui.widgets.labels import button
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.last_folders import Purpose
from inspector.workspace.roster import rosters
from inspector.workspace.roster.roster_sentences import extent_sentence
from inspector.workspace.workspace import Workspace

Intake: TypeAlias = tuple[int, Changes]
"""The number of the step that took a roster in, and what changed."""

_SITES_READ = 16
"""Sites whose windows are remembered until the roster changes."""

_FILLING, _NOTHING = "filling in", "nothing to find"
"""The modes in which a form is open, and in which there is no site or a file is looked at."""


class RosterPanel(Panel):
    """Shows the roster, or what to do while there is none, or what a file would bring."""

    chapter = "roster"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._proposals: Proposals = {}  # what a file would change, in each way
        self._preview: rosters.RosterPreview | None = None  # in the way that is shown
        self._file = ""
        self._offered_left = False  # what an earlier run left unfinished

    def build(self) -> Iterator[None]:
        session, packs = self.session, self.session.workspace.packs
        # As high as what is in front needs: the form stands below, and a low screen has both.
        self._stack = PageStack(self)
        self._view = RosterView(packs.kind_title, packs.taken_kinds, self._stack)
        self._editing = RosterEditing(session, self._view, self._make_form)
        yield
        self._add_commands()
        self._lay_out_steps()
        yield
        made = self.commands
        self.head_buttons = (
            self._template_button("saveTemplate"),
            command_button(made["export"], "exportRoster"),
            command_button(made["import"], "importRoster", "primary"),
        )
        self._stack.addWidget(self._view)
        self._column = stack(self, ((self._stack, 1),))
        self._editing.turned.connect(self._bring_forward)

    # What is made when it is first wanted

    def _make_form(self) -> RosterForm:
        made = RosterForm(self)
        self._column.addWidget(made)
        return made

    @cached_property
    def _preview_view(self) -> RosterPreview:
        made = RosterPreview(self.session.workspace.packs.kind_title, self._stack)
        self._stack.addWidget(made)
        made.confirmed.connect(self._take_in)
        made.discarded.connect(self._discard)
        made.wanted.connect(self._show)
        made.kind_wanted.connect(self._take_kind)
        return made

    @cached_property
    def _history(self) -> RosterHistory:
        made = RosterHistory(self.session.workspace.packs.kind_title, self._stack)
        self._stack.addWidget(made)
        made.left.connect(self._leave_history)
        return made

    @cached_property
    def _first_import(self) -> QPushButton:
        return command_button(self.commands["import"], "importFirstRoster", "primary")

    @cached_property
    def _empty(self) -> EmptyNote:
        add = self.commands["add-site"]
        made = EmptyNote(
            tr("No site yet"),
            tr(
                "Type the sites, their windows and the people on duty here, or download the"
                " template, fill it in and import it."
            )
            + "\n"
            + tr("A workbook can also be dropped anywhere on the window."),
            [
                command_button(add, "addFirstSite", text=tr("Type it in")),
                self._template_button("saveFirstTemplate"),
                self._first_import,
            ],
        )
        self._stack.addWidget(made)
        return made

    def _add_commands(self) -> None:
        add, view, editing = self.commands.add, self._view, self._editing
        sites, lists = view.sites, view.lists
        take_in, find, show = tr("Import roster…"), tr("Find"), tr("Show ended")
        site, new, change = tr("Add site"), tr("Add window"), tr("Edit")
        add("add-site", site, "N", editing.add_site, modes=("", _NOTHING))
        add("add", new, "Ctrl+N", editing.add, short=new, why_not=editing.why_no_window)
        why, row = editing.why_no_site, editing.why_no_row
        add("change-site", tr("Rename"), "F2", editing.change_site, at=sites, why_not=why)
        add("change", change, "F2", editing.change, short=change, at=lists, why_not=row)
        move = tr("Move to another site")
        add("move", move, "M", editing.move, at=lists, why_not=editing.why_not_move)
        add("end-site", tr("End"), "Del", editing.end_site, at=sites,
            why_not=editing.why_not_end_site)  # fmt: skip
        add("end", tr("End"), "Del", editing.end, at=lists, why_not=editing.why_not_end)
        back = tr("Bring back")
        add("back-site", back, "Ctrl+B", editing.back_site, at=sites,
            why_not=editing.why_not_back_site)  # fmt: skip
        add("back", back, "Ctrl+B", editing.back, at=lists, why_not=editing.why_not_back)
        add("undo", tr("Undo"), UNDO, editing.undo, why_not=editing.why_not_undo)
        add("history", tr("Changes made"), "H", self.show_history, why_not=why)
        add("ended", show, "E", view.show_ended.toggle)
        add("list", tr("Windows, people, departments"), SIDEWAYS, view.step, at=lists,
            numbered=True)  # fmt: skip
        add("all", tr("Choose all, or none"), EVERY, view.choose_all)
        add("import", take_in, "Ctrl+O", self.open_file, short=take_in, modes=("", _NOTHING))
        add("export", tr("Export roster…"), "Ctrl+S", self.save_roster)
        add("find", find, "/", self.go_to_search, short=find)
        add("windows", tr("To the windows"), "Return")
        add_table_keys(self.commands, sites, *lists)
        view.chosen.connect(self._dress)

    def _lay_out_steps(self) -> None:
        made, view = self.commands, self._view
        self._at_times: dict[QPushButton, Command] = {
            command_button(made[name], f"{name}Roster"): made[name]
            for name in ("back-site", "back", "undo")
        }
        """What is there only while it can be done."""
        back_site, back, undo = self._at_times
        self._move = command_button(made["move"], "moveRow")
        of_site = [made[name] for name in ("change-site", "end-site", "back-site", "history")]
        self._view.lay_out(
            [
                command_button(made["add-site"], "addSite", text=tr("Add site")),
                # With their keys they would take two lines; the menus tell those.
                command_button(made["change-site"], "changeSite", says_key=False),
                command_button(made["end-site"], "endSite", says_key=False),
                back_site,
            ],
            menu_button(tr("More"), "moreOfSite", of_site),
            [
                command_button(made["add"], "addRow"),
                command_button(made["change"], "changeRow"),
                self._move,
                command_button(made["end"], "endRow"),
                back,
                undo,
                command_button(made["history"], "rosterHistoryButton"),
            ],
        )

        def of(*names: str) -> list[Command]:
            return [made[name] for name in names]

        give_context_menu(
            view.sites, of("change-site", "end-site", "back-site", "history", "add-site", "copy")
        )
        for each in view.lists:
            moves = ("move",) if each is view.staff else ()
            names = ("change", *moves, "end", "back", "all", "history", "add", "copy")
            give_context_menu(each, of(*names))
        view.lists[0].opened.connect(lambda _: made["change"].trigger())
        view.lists[1].opened.connect(lambda _: made["change"].trigger())
        view.lists[2].opened.connect(lambda _: made["change"].trigger())

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.roster or changes.packs

    def redraw(self) -> None:
        roster = self.session.workspace.rosters
        counts = roster.window_counts()

        @lru_cache(_SITES_READ)
        def parts(site_id: str) -> SiteParts:
            return SiteParts(
                tuple(roster.every_window(site_id)), tuple(roster.departments(site_id))
            )

        self._view.show_rows(
            [
                SiteRow(site, counts.get(site.id, 0), partial(parts, site.id))
                for site in roster.every_site()
            ]
        )
        if self._preview is None:
            self._bring_forward()

    @property
    def subtitle(self) -> str:
        rows = [row for row in self._view.rows if row.ended_on is None]
        if not rows:
            return ""
        windows = sum(row.count for row in rows)
        return tr(
            "{sites}, {windows}",
            sites=tr_count(len(rows), "1 site", "{count} sites"),
            windows=tr_count(windows, "1 window", "{count} windows"),
        )

    @property
    def shows_head_buttons(self) -> bool:
        return self._stack.currentWidget() is self._view and not self._editing.is_open

    def tables(self) -> Sequence[CommandTable]:
        if self._preview is not None:
            return (self._preview_view.commands,)
        front = self._stack.currentWidget()
        if isinstance(front, RosterHistory):
            return (front.commands,)
        return (self._editing.form.commands if self._editing.is_open else self.commands,)

    def enter(self) -> None:
        self.draw()
        if not self._offered_left:
            self._offered_left = True
            self._editing.offer_left()
        front = self._stack.currentWidget()
        if self._preview is not None:
            self._preview_view.confirm.setFocus()
        elif self._editing.is_open:
            self._editing.form.focus_first()
        elif isinstance(front, RosterHistory):
            front.table.setFocus()
        elif isinstance(front, EmptyNote):
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

    # What happened

    def show_history(self) -> None:
        """Show what happened to the chosen site."""
        site = self._view.site
        if site is not None:
            self._stack.setCurrentWidget(self._history)
            sites = {row.id: row.name for row in self._view.rows}
            events = self.session.workspace.rosters.events(site.id)
            self._history.show_events(site, events, sites)
            self.turned.emit()
            self._turn()

    def _leave_history(self) -> None:
        self._stack.setCurrentWidget(self._view)
        self._turn()
        self._view.table.setFocus()

    # Taking in a file

    def propose(self, path: Path) -> bool:
        """Show what taking in the roster at `path` would do; nothing is changed yet."""
        if self._editing.is_open:  # what is typed there is not put away for a file
            said = tr("Save what you are filling in, or cancel it; then import “{name}”.",
                      name=path.name)  # fmt: skip
            self.session.hinted.emit(said)
            return True
        return read_file(
            self.session,
            path,
            lambda apart, hear: proposals_of_file(apart, path, hear),
            lambda proposed: self._show_file(path, proposed),
        )

    def _show_file(self, path: Path, proposed: Proposals) -> None:
        if not any(each.preview.changes_anything for each in proposed.values()):
            self.session.told.emit(
                tr("“{name}” says nothing new. Nothing was changed.", name=path.name), ""
            )
            return
        self._editing.step_aside()
        self._file = path.name
        self._proposals = proposed
        self._show(RosterIntake.MERGE)
        if len(proposed[RosterIntake.MERGE].preview.rows) > AT_ONCE:
            do_later(self, self._show_preview)  # what a long one says was put in in this step
        else:
            self._show_preview()

    def _show_preview(self) -> None:
        if self._preview is None:
            return
        self._turn_to_front()
        self.turned.emit()
        self._preview_view.confirm.setFocus()

    def _take_kind(self, windows: list[tuple[str, str]], kind: str) -> None:
        """Show the file as if it said another kind of some windows."""
        preview = self._preview
        if preview is None:
            return

        def show(proposed: Proposals) -> None:
            if self._preview is preview:
                self._proposals = proposed
                self._show(preview.intake)

        if len(preview.rows) <= AT_ONCE:
            show(proposals_as(self.session.workspace, preview, windows, kind))
            return

        def propose(apart: Workspace, hear: Hear) -> Proposals:
            return proposals_as(apart, preview, windows, kind, hear)

        read_apart(self.session, tr("Comparing “{name}” …", name=self._file), propose, show)

    def _show(self, intake: RosterIntake) -> None:
        shown = self._proposals.get(intake)
        if shown is not None:
            self._preview = shown.preview
            self._preview_view.show_file(self._file, shown)

    def _take_in(self) -> None:
        preview = self._preview
        if preview is None:
            return
        if len(preview.rows) <= AT_ONCE:
            roster = self.session.workspace.rosters
            self._end_intake(preview, self.session.attempt(lambda: roster.take_in(preview)))
            return

        def write(hear: Hear) -> Intake:
            with self.session.workspace.writing_apart() as apart:
                return apart.rosters.take_in(preview, hear)

        def done(taken: Intake) -> None:
            self._end_intake(preview, self.session.attempt(lambda: taken), beside=True)

        said = tr("Importing “{name}” …", name=self._file)
        self.session.runner.run(Job(said=said, work=write, done=done))

    def _end_intake(
        self, preview: rosters.RosterPreview, done: Intake | None, *, beside: bool = False
    ) -> None:
        if done is None:
            return  # the preview stays, to try again
        self._preview = None
        said = tr("Imported “{name}”: {line}", name=self._file, line=extent_sentence(preview))
        self._editing.remember(done[0], said, beside=beside)
        self.session.told.emit(said, "")
        site = preview.sites[0].name
        if beside:  # a step of the loop of its own: what changed was read in this one
            do_later(self, partial(self._show_taken, site))
        else:
            self._show_taken(site)

    def _show_taken(self, site: str) -> None:
        """Turn from a file that was taken in to the roster, its first site chosen."""
        if self._preview is None:  # and not yet the next file
            self._view.choose(site)
            self._turn_to_front()
            self._view.sites.setFocus()

    def _turn_to_front(self) -> None:
        """Bring forward what is to be in front; whoever asks gives it the keyboard."""
        # Before what has it goes: Qt would look for the next stop among all that is in the window.
        self.setFocus()
        self._bring_forward()

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

    def save_roster(self) -> None:
        """Write the roster as it is, to be changed and taken in again."""
        write_workbook(
            self.session,
            self,
            f"{tr('Roster')}.xlsx",
            lambda apart, path, hear: apart.rosters.write_roster(path),
            purpose=Purpose.ROSTER,
            title=tr("Export the roster"),
            said=lambda path: tr(
                "Roster exported: {name}. Change it there and import it again, if you like.",
                name=path.name,
            ),
        )

    # What is in front

    def _bring_forward(self) -> None:
        filling = self._editing.is_open
        front: QWidget
        if self._preview is not None:
            front = self._preview_view
        elif self._view.rows or filling:
            front = self._view
        else:
            front = self._empty
        is_aside = isinstance(self._stack.currentWidget(), RosterHistory)
        if not is_aside or self._preview is not None:
            self._stack.setCurrentWidget(front)
        self._turn()

    def _turn(self) -> None:
        reading = self._stack.currentWidget() is self._view
        mode = _FILLING if self._editing.is_open else "" if reading else _NOTHING
        self.commands.set_mode(mode)
        self._dress()
        self.keys_changed.emit()

    def _dress(self) -> None:
        """Let the buttons say what they do with the list in front, and whether they can."""
        words = (tr("Add window"), tr("Add person"), tr("Add department"))
        self.commands["add"].set_words(words[self._view.tabs.current])
        staff = self._view.tabs.current == 1
        self.commands["end"].set_words(tr("Has left") if staff else tr("End"))
        self.commands["back"].set_words(tr("Is back") if staff else tr("Bring back"))
        self.commands.look_again()
        self._move.setVisible(staff)
        for each, command in self._at_times.items():
            each.setVisible(command.can)
        self._view.show_steps(not self._editing.is_open)

    def _template_button(self, name: str) -> QPushButton:
        made = button(tr("Download template…"), name)
        made.clicked.connect(self._save_template)
        return made
