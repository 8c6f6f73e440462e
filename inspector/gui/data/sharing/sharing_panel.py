"""共享: who this laptop is to others, what goes to them and comes from them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.domain.sharing.laptop import Contact
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, press
from inspector.gui.data.sharing.bundle_question import BundleQuestion
from inspector.gui.data.sharing.city_ledger_form import CityLedgerForm
from inspector.gui.data.sharing.laptop_top import LaptopTop
from inspector.gui.data.sharing.name_form import NameForm
from inspector.gui.data.sharing.opening_form import OpeningForm
from inspector.gui.data.sharing.share_form import ShareForm
from inspector.gui.data.sharing.sharing_commands import add_sharing_commands
from inspector.gui.data.sharing.sharing_in import SharingIn
from inspector.gui.data.sharing.sharing_lists import CONTACTS, SharingLists
from inspector.gui.data.sharing.sharing_out import SharingOut
from inspector.gui.data.sharing.sharing_publish import SharingPublish
from inspector.gui.data.sharing.when_wanted import WhenWanted
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.conflict_line import ConflictLine
from inspector.gui.frame.panel import Panel
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.sharing.contact_words import standing_word
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing

F = TypeVar("F", bound=QWidget)


class SharingPanel(Panel):
    """A laptop that a bundle came from is confirmed once its fingerprint was compared."""

    chapter = "sharing"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.lists = SharingLists(self)
        self._name = WhenWanted(lambda: self._placed(NameForm(self)), self._hear_name)
        self._then: Callable[[], None] | None = None  # what follows once it is kept
        self.line = line = AskLine(self)
        self.out = SharingOut(
            session,
            lambda: self._placed(ShareForm(lambda: self._today, self)),
            line,
            self._turn,
            self,
        )
        self.publishing = SharingPublish(
            session, lambda: self._placed(CityLedgerForm(self)), line, self._turn, self
        )
        self.coming = SharingIn(
            session,
            lambda: self._placed(BundleQuestion(self), 1),
            lambda: self._placed(OpeningForm(self)),
            line,
            self._turn,
            self,
        )
        add_sharing_commands(self)
        made = self.commands
        for table in self.lists.tables:
            own = ("confirm", "take-in", "share", "publish", "name", "code", "copy")
            give_context_menu(table, [made[each] for each in own])
        self.head_buttons = (
            command_button(made["take-in"], "takeInBundle"),
            command_button(made["share"], "shareBundle", "primary"),
        )
        self.lists.give(
            command_button(made["take-in"], "takeInFirst"),
            command_button(made["share"], "shareFirst"),
        )
        self._top = LaptopTop(
            command_button(made["code"], "drawAnotherCode", "quiet"),
            command_button(made["name"], "nameLaptop"),
            command_button(made["read"], "readFormer"),
            self,
        )
        self._edge = hairline()
        self._conflicts = ConflictLine(session, made["conflicts"])
        self._room = surface()  # below the form for a bundle, which needs all of the page
        self._room.hide()
        parts = (self._top, self._edge, self._conflicts, (self.lists, 1), (self._room, 1), line)
        self._column = stack(self, parts)
        self.lists.chosen.connect(self._other_row)
        self.lists.tables[CONTACTS].answered.connect(lambda _: self.ask_to_confirm())
        self._before: QWidget | None = None  # what was in front when it turned last
        self.line.left.connect(self.enter)

    def _placed(self, made: F, share: int = 0) -> F:
        """Put what is answered or filled in below the lists."""
        made.hide()
        self._column.insertWidget(self._column.indexOf(self._room), made, share)
        return made

    def _hear_name(self, form: NameForm) -> None:
        form.confirmed.connect(self._keep_name)
        form.left.connect(self._leave)

    @cached_property
    def _draft(self) -> DraftKeeper:
        return DraftKeeper(self.session, "laptop", self._name().drafted, self)

    # What the page asks

    def concerns(self, changes: Changes) -> bool:
        return changes.laptops or changes.preferences or changes.findings

    def redraw(self) -> None:
        here, workspace = self._here, self.session.workspace
        self._top.show_laptop(here.known(), here.code(), here.former())
        self.commands.set_there("read", here.former() is not None)
        self.lists.show_rows(
            self._contacts.all(),
            workspace.of(Receiving).all(),
            workspace.of(Sharing).sent(),
            self._contacts.names(),
        )

    @property
    def subtitle(self) -> str:
        count = self.lists.contacts.rowCount()
        return tr_count(count, "1 other laptop", "{count} other laptops") if count else ""

    @property
    def shows_head_buttons(self) -> bool:
        return self._front is None

    def tables(self) -> Sequence[CommandTable]:
        front = self._front
        return (self.commands if front is None else front.commands,)

    def propose(self, path: Path) -> bool:
        if isinstance(self._front, NameForm | ShareForm | CityLedgerForm):
            said = tr("Save what you are filling in, or cancel it; then import “{name}”.",
                      name=path.name)  # fmt: skip
            self.session.hinted.emit(said)
            return True
        return self.coming.propose(path)

    def enter(self) -> None:
        self.draw()
        if (front := self._front) is not None:
            front.take_focus()
        elif not self.lists.is_empty:
            self.lists.table.setFocus()
        else:
            self._top.name_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def reads(self) -> bool:
        """What a bundle would hold is being counted."""
        return self.out.reads

    @property
    def _front(
        self,
    ) -> NameForm | ShareForm | OpeningForm | CityLedgerForm | BundleQuestion | None:
        """What is to be answered or filled in."""
        coming, parts = self.coming, (self._name, self.out.form)
        fronts = (*parts, coming.form, self.publishing.form, coming.question)
        return next((each.in_sight for each in fronts if each.in_sight is not None), None)

    def _turn(self) -> None:
        """A form or a question was opened, or left."""
        front, self._before = self._before, self._front
        if self._before not in (None, front):
            self.turned.emit()  # what was told of the last bundle is not about this one
        asks = self.coming.question.in_sight is not None
        forms = (self.out.form.in_sight, self.publishing.form.in_sight)
        shares = any(each is not None for each in forms)
        # A form for a bundle or the ledger needs the whole page, at 150 % above all.
        for part in (self._top, self._edge, self.lists):
            part.setVisible(not (asks or shares))
        # Nobody acts on what waits while something is filled in, and a low screen has no room.
        self._conflicts.setVisible(self._front is None)
        self._room.setVisible(shares)
        self.keys_changed.emit()
        if self._front is None and self.isVisible():
            self.enter()

    @property
    def _here(self) -> LaptopHere:
        return self.session.workspace.of(LaptopHere)

    @property
    def _contacts(self) -> Contacts:
        return self.session.workspace.of(Contacts)

    @property
    def _today(self) -> date:
        return self.session.workspace.now().date()

    def show_list(self, at: int) -> None:
        """Bring a list to the front."""
        self.lists.tabs.choose(at)
        self.enter()

    # This laptop

    def begin_name(self) -> None:
        """Let this laptop be named."""
        self.line.stop()
        known = self._here.known()
        self._name().open_for(known.name if known else self._here.usual_name())
        self._draft.begin("")
        self._turn()

    def begin_share(self) -> None:
        """Let a bundle be put together; before the first one this laptop is named."""
        if self._here.known() is None:
            self.begin_name()
            self._then = self.out.begin
        else:
            self.out.begin()

    def _keep_name(self) -> None:
        if self.session.attempt(lambda: self._here.rename(self._name().name)) is None:
            self._name().take_focus()
            return
        self._draft.drop()
        then = self._then
        self._close_name()
        if then is not None:
            then()

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
        contact = self.lists.contact
        if contact is None:
            return tr("Choose another laptop first.")
        return "" if contact.laptop.key and not contact.is_confirmed else standing_word(contact)

    def ask_to_confirm(self) -> None:
        """Ask whether the fingerprint is the one that is told there, or confirm the laptop."""
        if self.line.waiting:
            self.line.confirm()
            return
        contact = self.lists.contact
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

    def _other_row(self) -> None:
        if self.line.waiting:
            self.line.stop()
        self.commands.set_there("copy", not self.lists.is_empty)
        self.commands.look_again()
        self.keys_changed.emit()

    def _leave(self) -> None:
        self.line.stop()
        self._draft.let_go()
        self._close_name()

    def _close_name(self) -> None:
        self._then = None
        self._name().hide()
        self._turn()
