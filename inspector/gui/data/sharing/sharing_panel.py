"""共享: who this laptop is to others, and which other laptops it knows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.sharing.laptop import Contact
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, press
from inspector.gui.data.sharing.contact_rows import contact_model
from inspector.gui.data.sharing.laptop_top import LaptopTop
from inspector.gui.data.sharing.name_form import NameForm
from inspector.gui.data.sharing.share_form import ShareForm
from inspector.gui.data.sharing.sharing_commands import add_sharing_commands
from inspector.gui.data.sharing.sharing_out import SharingOut
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.conflict_line import ConflictLine
from inspector.gui.frame.panel import Panel
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.sharing.contact_words import standing_word
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere


class SharingPanel(Panel):
    """A laptop that a bundle came from is confirmed here, once its fingerprint was compared."""

    chapter = "sharing"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._model = contact_model()
        self.table = TableView(self._model, "laptops", tr("Other laptops"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        self._form = NameForm()
        self._draft = DraftKeeper(session, "laptop", self._form.drafted, self)
        self.line = AskLine()
        self._share = ShareForm(lambda: session.workspace.now().date())
        self.out = SharingOut(session, self._share, self.line, self._turn, self)
        add_sharing_commands(self)
        made = self.commands
        own = ("confirm", "share", "name", "code", "copy")
        give_context_menu(self.table, [made[each] for each in own])
        self.head_buttons = (command_button(made["share"], "shareBundle", "primary"),)
        self._top = LaptopTop(
            command_button(made["code"], "drawAnotherCode", "quiet"),
            command_button(made["name"], "nameLaptop"),
            command_button(made["read"], "readFormer"),
        )
        self._empty = EmptyNote(
            tr("No other laptop is known yet"),
            tr("One appears here with the first bundle that comes from it."),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(hairline())
        column.addWidget(ConflictLine(session, made["conflicts"]))
        column.addWidget(self._stack, 1)
        column.addWidget(self._form)
        column.addWidget(self._share)
        column.addWidget(self.line)
        self.table.selectionModel().currentRowChanged.connect(self._other_row)
        self.table.answered.connect(lambda _: self.ask_to_confirm())
        self._form.confirmed.connect(self._keep_name)
        self._form.left.connect(self._leave)
        self.line.left.connect(self.enter)

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.laptops or changes.preferences or changes.findings

    def redraw(self) -> None:
        here = self._here
        self._top.show_laptop(here.known(), here.code(), here.former())
        row = max(self.table.currentIndex().row(), 0)
        self._model.set_rows(self._contacts.all())
        count = self._model.rowCount()
        self._stack.setCurrentWidget(self.table if count else self._empty)
        self.commands.set_mode("" if count else "empty")
        self.commands.set_there("read", here.former() is not None)
        if count:
            self.table.selectRow(min(row, count - 1))
        self.commands.look_again()

    @property
    def subtitle(self) -> str:
        count = self._model.rowCount()
        return tr_count(count, "1 other laptop", "{count} other laptops") if count else ""

    @property
    def shows_head_buttons(self) -> bool:
        return self._front is None

    def tables(self) -> Sequence[CommandTable]:
        front = self._front
        return (self.commands if front is None else front.commands,)

    def enter(self) -> None:
        self.draw()
        if (front := self._front) is not None:
            front.take_focus()
        elif self._model.rowCount():
            self.table.setFocus()
        else:
            self._top.name_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def reads(self) -> bool:
        """What a bundle would hold is being counted."""
        return self.out.reads

    @property
    def _front(self) -> NameForm | ShareForm | None:
        """The form that is filled in."""
        return next((form for form in (self._form, self._share) if not form.isHidden()), None)

    def _turn(self) -> None:
        """A form was opened, or left."""
        self.keys_changed.emit()
        if self._front is None and self.isVisible():
            self.enter()

    @property
    def _here(self) -> LaptopHere:
        return self.session.workspace.of(LaptopHere)

    @property
    def _contacts(self) -> Contacts:
        return self.session.workspace.of(Contacts)

    # This laptop

    def begin_name(self) -> None:
        """Let this laptop be named."""
        self.line.stop()
        known = self._here.known()
        self._form.open_for(known.name if known else self._here.usual_name())
        self._draft.begin("")
        self.keys_changed.emit()

    def _keep_name(self) -> None:
        if self.session.attempt(lambda: self._here.rename(self._form.name)) is None:
            self._form.take_focus()
            return
        self._draft.drop()
        self._close_form()

    def ask_another_code(self) -> None:
        """Ask whether to number by another code, or draw one."""
        if self.line.asked_again(self._draw_another_code):
            return
        question = tr(
            "Number by another code from now on? That is for two laptops with one code; numbers"
            " that were given stay. {enter} draws one.",
            enter=self.commands["code"].said,
        )
        self.line.wait(self._draw_another_code, question, tr("Draw another code"))

    def _draw_another_code(self) -> None:
        if self.session.attempt(self._contacts.draw_another_code) is not None:
            self.session.told.emit(tr("Numbers to come have {code}.", code=self._here.code()), "")

    def read_of_former(self) -> None:
        """Somebody has read that this folder is a new laptop's."""
        self.session.attempt(self._here.read_of_former)

    # The others

    def why_not_confirm(self) -> str:
        """Return why the laptop in front cannot be confirmed; '' when it can."""
        contact = self._contact()
        if contact is None:
            return tr("No other laptop is known yet")
        return "" if contact.laptop.key and not contact.is_confirmed else standing_word(contact)

    def ask_to_confirm(self) -> None:
        """Ask whether the fingerprint is the one that is told there, or confirm the laptop."""
        if self.line.waiting:
            self.line.confirm()
            return
        contact = self._contact()
        if contact is None or self.why_not_confirm():
            return
        question = tr(
            "Have the fingerprint of “{name}” read out to you: {fingerprint}. Is it the same?"
            " {enter} confirms.",
            name=contact.laptop.name,
            fingerprint=contact.laptop.fingerprint,
            enter=press(CONFIRM, tr("Confirm")),
        )
        self.line.wait(lambda: self._confirm(contact), question, tr("Confirm"))

    def _confirm(self, contact: Contact) -> None:
        other = contact.laptop
        if self.session.attempt(lambda: self._contacts.confirm(other, other.fingerprint)):
            said = tr("Confirmed: {name} ({code}).", name=other.name, code=other.code)
            self.session.told.emit(said, "")

    def _contact(self) -> Contact | None:
        row = self.table.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    def _other_row(self) -> None:
        if self.line.waiting:
            self.line.stop()
        self.commands.look_again()

    def _leave(self) -> None:
        self.line.stop()
        self._draft.let_go()
        self._close_form()

    def _close_form(self) -> None:
        self._form.hide()
        self._turn()
