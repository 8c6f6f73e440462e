"""个人信息: looking a person up, their extract, and the erasure of a name or of what is due."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.errors import RefusedInputError
from inspector.domain.personal.personal_errors import UnknownPersonError
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, press
from inspector.gui.data.personal.erasing import drop_backups, erase
from inspector.gui.data.personal.erasure_form import ErasureForm
from inspector.gui.data.personal.held_rows import (
    PersonalRow,
    erased_rows,
    personal_model,
    rows_of,
)
from inspector.gui.data.personal.personal_commands import add_personal_commands
from inspector.gui.data.personal.personal_query import PersonalQuery
from inspector.gui.data.personal.personal_top import PersonalTop
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.panel import Panel
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.personal.held import Due, Held
from inspector.workspace.personal.personal_words import (
    copies_sentence,
    due_erased_sentences,
    due_lines,
    due_sentence,
    erased_sentences,
    set_aside_lines,
)
from inspector.workspace.preferences import FILLED_BY, KEEP_NAMES, KEEP_PHOTOS, Preference
from inspector.workspace.sentences import problem_sentences, sentence
from inspector.workspace.stories.erasure_words import obstacle_word


class PersonalPanel(Panel):
    """Without a name that was looked up it lists what was ever erased."""

    chapter = "personal"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._name = ""
        self._due: Due | None = None  # not known yet
        self._looks = PersonalQuery(session, self)
        self._looks_due = PersonalQuery(session, self)
        self._is_new = False  # a name was typed, and nobody was shown of it yet
        self._has_backups = False
        self._asked: Callable[[], None] | None = None  # what the form is about
        self._model = personal_model()
        self.table = TableView(self._model, "personal", tr("Personal data"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        self._form = ErasureForm()
        self._draft = DraftKeeper(session, "erasure", self._form.drafted, self)
        self.line = AskLine()
        add_personal_commands(self)
        made = self.commands
        give_context_menu(self.table, [made[each] for each in ("extract", "erase", "copy")])
        self._top = PersonalTop(
            command_button(made["look"], "lookUpPerson"), command_button(made["due"], "eraseDue")
        )
        self.head_buttons = (
            command_button(made["backups"], "dropBackups"),
            command_button(made["extract"], "extractPerson"),
            command_button(made["erase"], "erasePerson"),
        )
        self._empty = EmptyNote(
            tr("Nothing was erased yet"),
            tr(
                "Look up a name or staff number above: everything that names them is listed, can be"
                " handed out as a workbook, and be erased with a reason."
            ),
        )
        self._nobody = EmptyNote(
            tr("Nothing was found"),
            tr("Check how the name is written. Looking up nothing lists what was erased before."),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._form)
        column.addWidget(self.line)
        self._looks.found.connect(self._show_people)
        self._looks_due.found.connect(self._show_due)
        self._top.looked_up.connect(self.look_up)
        self._top.period_set.connect(self._set_period)
        self.table.selectionModel().currentRowChanged.connect(self._other_row)
        self._form.confirmed.connect(self._go_on)
        self._form.left.connect(self._leave)
        self.line.left.connect(self.enter)

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return (
            changes.erasures or changes.roster or changes.inspections or changes.findings
            or changes.complaints or changes.inspectors
        )  # fmt: skip

    def redraw(self) -> None:
        workspace = self.session.workspace
        today, name = workspace.now().date(), self._name
        self._has_backups = bool(self.session.attempt(workspace.erasures.backups))
        if any(map(workspace.preferences.get, (KEEP_PHOTOS, KEEP_NAMES))):
            self._looks_due.ask(lambda erasures: erasures.due(today))
        else:
            self._looks_due.forget()
            self._due = Due()
        self._tell_due()
        if name:
            self._looks.ask(lambda erasures: erasures.held_of_each(name))
        else:
            self._looks.forget()
            self._show(erased_rows(workspace.erasures.all()))

    def _show(self, rows: list[PersonalRow]) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self._model.set_rows(rows)
        nothing = self._nobody if self._name else self._empty
        self._stack.setCurrentWidget(self.table if rows else nothing)
        self.commands.set_mode("" if rows else "empty")
        if rows:
            self.table.selectRow(min(row, len(rows) - 1))
        self.commands.look_again()
        self.keys_changed.emit()

    def _show_people(self, held: list[Held]) -> None:
        self.line.unmention()
        self._show(rows_of(held))
        if not self._is_new:
            return
        self._is_new = False
        if not held:
            self.line.ask(sentence(UnknownPersonError(self._name)))
        elif self._top.name.hasFocus():
            self.table.setFocus()

    def _show_due(self, due: Due) -> None:
        self._due = due
        self._tell_due()
        self.commands.look_again()

    def _tell_due(self) -> None:
        preferences = self.session.workspace.preferences
        kept = {each: preferences.get(each) for each in (KEEP_PHOTOS, KEEP_NAMES)}
        self._top.show_due(kept, self.why_not_due() or due_sentence(self._due or Due()))

    @property
    def reads(self) -> bool:
        """What is kept, or due, is being looked up."""
        return self._looks.reads or self._looks_due.reads

    @property
    def subtitle(self) -> str:
        count = len(self.session.workspace.erasures.all())
        return tr_count(count, "1 lawful erasure", "{count} lawful erasures") if count else ""

    @property
    def shows_head_buttons(self) -> bool:
        return self._form.isHidden()

    def shows_in_head(self, made: QWidget) -> bool:
        if made is self.head_buttons[0] and not self._has_backups:
            return False
        return self.shows_head_buttons

    def tables(self) -> Sequence[CommandTable]:
        return (self.commands if self._form.isHidden() else self._form.commands,)

    def enter(self) -> None:
        self.draw()
        if not self._form.isHidden():
            self._form.take_focus()
        elif self._model.rowCount():
            self.table.setFocus()
        else:
            self.go_to_name()

    # Looking

    def go_to_name(self) -> None:
        """Let a name be typed."""
        self._top.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._top.name.selectAll()

    def look_up(self) -> None:
        """List who has the name that is typed; without one, what was ever erased."""
        self.line.stop()
        self._name = self._top.name.text().strip()
        self._is_new = bool(self._name)
        if self._name:
            self.line.mention(tr("Looking up {name} in all tables…", name=self._name))
        self.redraw()
        if not self._name and self._model.rowCount():
            self.table.setFocus()

    def _held(self) -> Held | None:
        row = self.table.currentIndex().row()
        return self._model.row_at(row).held if 0 <= row < self._model.rowCount() else None

    def why_nobody(self) -> str:
        """Return why there is nobody to do something about; '' when there is."""
        return "" if self._held() else tr("Look up a person first.")

    def save_extract(self) -> None:
        """Write the extract of the person in front."""
        held = self._held()
        if held is None:
            return
        from inspector.workspace.personal.extract import ExtractPapers

        name = self.session.workspace.of(ExtractPapers).name(held)
        write_workbook(
            self.session, self, name,
            lambda apart, path, hear: apart.of(ExtractPapers).write(path, held),
        )  # fmt: skip

    # Periods

    def _set_period(self, preference: Preference, months: str) -> None:
        preferences = self.session.workspace.preferences
        if months != preferences.get(preference):
            self.session.attempt(lambda: preferences.set(preference, months))
            self._due = None
            self.redraw()
            self.keys_changed.emit()

    # Erasing

    def why_not_person(self) -> str:
        """Return why the person in front cannot be erased; '' when they can."""
        held = self._held()
        if held is None:
            return self.why_nobody()
        if held.obstacles:
            why = tr(", ").join(map(obstacle_word, held.obstacles))
            return tr("Not yet: {why}", why=why)
        return ""

    def why_not_due(self) -> str:
        """Return why nothing is due; '' when something is."""
        if self._due is None:
            return tr("What is due is being looked up.")
        return "" if self._due.photos or self._due.people else due_sentence(self._due)

    def why_no_backups(self) -> str:
        """Return why there is no backup from before an erasure; '' when there is one."""
        return "" if self._has_backups else tr("No backup in this folder has what was erased.")

    def ask_person(self) -> None:
        """Ask why the person in front is to be erased."""
        held = self._held()
        if held is not None:
            self._begin(lambda: self._ask_twice(erased_words(held), lambda: self._erase(held)))

    def ask_due(self) -> None:
        """Ask why what is due is to be erased."""
        due = self._due or Due()
        said, who = due_sentence(due), due_lines(due)
        self._begin(lambda: self._ask_twice(said, lambda: self._erase_due(due), who))

    def _begin(self, then: Callable[[], None]) -> None:
        self.line.stop()
        self._asked = then
        self._form.open_for(self.session.workspace.preferences.get(FILLED_BY))
        self._draft.begin("")
        self.keys_changed.emit()

    def _go_on(self) -> None:
        """The form is filled in: say what goes, and let it be wanted once more."""
        erasures = self.session.workspace.erasures
        if self.line.waiting:
            self.line.confirm()
            return
        try:
            erasures.require_words(self._form.reason, self._form.author)
        except RefusedInputError as error:
            self.line.ask(problem_sentences(error)[0])
            self._form.take_focus()
            return
        if self._asked is not None:
            self._asked()

    def _ask_twice(self, said: str, do: Callable[[], None], details: Sequence[str] = ()) -> None:
        again = tr("It cannot be brought back. Once more erases.")
        self.line.wait(do, tr("{sentence} {next}", sentence=said, next=again), tr("Erase"), details)

    def _erase(self, held: Held) -> None:
        reason, author = self._form.reason, self._form.author
        whose = held.person.where if held.person else ""
        erase(
            self.session,
            lambda erasures, hear: erasures.erase_person(held.name, reason, author, whose, hear),
            lambda done: self._done(erased_sentences(done[0])),
            self._after_erasing,
        )

    def _erase_due(self, due: Due) -> None:
        reason, author = self._form.reason, self._form.author
        erase(
            self.session,
            lambda erasures, hear: erasures.erase_due(due, reason, author, hear),
            lambda done: self._done(due_erased_sentences(done[0], done[1])),
            self._after_erasing,
        )

    def _done(self, said: list[str]) -> None:
        self._draft.drop()
        self._name = ""
        self._top.name.clear()
        self._close_form()
        self.session.told.emit(join_sentences(said), "")
        erasures = self.session.workspace.erasures
        aside = set_aside_lines(erasures.set_aside())
        self.line.ask(copies_sentence(len(erasures.backups())), details=aside)

    def _after_erasing(self) -> None:
        if self.isVisible():
            self.enter()

    def ask_backups(self) -> None:
        """Ask whether the backups from before the last erasure are to go."""
        erasures = self.session.workspace.erasures
        count = len(erasures.backups())
        said = tr_count(
            count,
            "Delete 1 backup from before the erasure? A new one is made first.",
            "Delete {count} backups from before the erasure? A new one is made first.",
        )
        if not self.line.asked_again(self._drop_backups):
            again = tr("{enter} deletes.", enter=press(CONFIRM, tr("Delete")))
            asked = tr("{sentence} {next}", sentence=said, next=again)
            self.line.wait(self._drop_backups, asked, tr("Delete"))
            self.line.take_focus()

    def _drop_backups(self) -> None:
        drop_backups(self.session, self._tell_dropped)

    def _tell_dropped(self, count: int) -> None:
        from inspector.workspace.keeping.backups import backups_of

        workspace = self.session.workspace
        said = tr_count(count, "1 older backup was deleted.", "{count} older backups were deleted.")
        self.redraw()
        self.session.told.emit(said, "")
        last, newest = self.session.last_backup, next(iter(backups_of(workspace.folder)), None)
        if last is not None and newest is not None:  # the line below tells of the new one
            self.session.backed_up.emit(replace(last, newest=newest, error=None))

    def _other_row(self) -> None:
        if self.line.waiting:
            self.line.stop()
        self.commands.look_again()

    def _leave(self) -> None:
        self.line.stop()
        self._draft.let_go()
        self._close_form()
        self.enter()

    def _close_form(self) -> None:
        self._asked = None
        self._form.hide()
        self.keys_changed.emit()


def erased_words(held: Held) -> str:
    """Return what an erasure would do to what names a person."""
    return tr_count(
        len(held.rows),
        "{name}: 1 place will say {stand_in} instead.",
        "{name}: {count} places will say {stand_in} instead.",
        name=held.name,
        stand_in=held.stand_in,
    )
