"""Who goes on a new visit: inspectors and groups to be picked, and names that are on no roster."""

from PySide6.QtCore import QObject

from inspector.domain.people.inspector import Inspector, Role
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.session import Session
from inspector.gui.visits.starting.visit_form import VisitForm
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr
from inspector.workspace.inspectors.name_offers import name_offers


class VisitPeople(QObject):
    """Below the names of the form: the button that picks, and one line with what it offers.

    While nobody is on the roster of inspectors there is nothing of it, and names are typed.
    """

    def __init__(self, session: Session, form: VisitForm, commands: CommandTable) -> None:
        super().__init__(form)
        self._session, self._form, self._commands = session, form, commands
        self._pick = command_button(commands["people"], "pickInspectors", says_key=False)
        self._add = command_button(commands["add-names"], "addUnknownNames", says_key=False)
        self._acts = FlowRow([self._pick, self._add])
        self._line = wrapped("", "small")
        self._line.setObjectName("unknownNames")
        self._head = wrapped("", "small")
        self._head.setObjectName("headOfNames")
        form.put_below_names(self._head, self._line, self._acts)
        form.names_edit.editingFinished.connect(self.say_unknown)

    def offer(self) -> None:
        """Offer whoever inspects, by groups and one by one."""
        self._form.names_edit.offer(name_offers(self._session.workspace.inspectors.all()))
        self._commands.set_there("people", self._form.names_edit.has_offers)
        self.say_unknown()

    @property
    def _unknown(self) -> tuple[str, ...]:
        """Those named who are on no roster, but for one who is still being typed."""
        edit = self._form.names_edit
        if not (edit.has_offers and self._form.kind.judges_others):
            return ()
        is_typing = edit.hasFocus() and not edit.text().rstrip().endswith(("、", ",", "，"))
        names = self._form.names[:-1] if is_typing else self._form.names
        return self._session.workspace.inspectors.unknown(names)

    def _heads(self) -> list[str]:
        """Those named who are heads of their groups, as the roster of inspectors has it."""
        named = set(self._form.names)
        every = self._session.workspace.inspectors.all()
        return [each.name for each in every if each.role is Role.HEAD and each.name in named]

    def say_unknown(self) -> None:
        """Say who of those named is the head, and who is not on the roster: offer to add them."""
        names, offers = self._unknown, self._form.names_edit.has_offers
        said = tr("Not among the inspectors: {names}", names="、".join(names)) if names else ""
        self._line.setText(said)
        self._line.setVisible(bool(names))
        heads = self._heads()
        self._head.setText(tr("head {name}", name="、".join(heads)) if heads else "")
        self._head.setVisible(bool(heads))
        self._form.fit_words()
        self._pick.setVisible(offers)
        self._add.setVisible(bool(names))
        self._acts.setVisible(offers)
        self._acts.arrange()
        self._commands.set_there("add-names", bool(names))

    def share(self, planned: str) -> None:
        """Let the visit be one part of several (分头检查), or whole: of the group of those named,
        else of the one that is `planned` to go."""
        if self._form.is_shared:
            self._form.keep_whole()
        else:
            self._form.share(self._group() or planned)

    def _group(self) -> str:
        """Return the group that those named belong to, or '' where the roster knows of none."""
        every = self._session.workspace.inspectors.all()
        groups = {each.name: each.group for each in every if not each.ended}
        return next((own for name in self._form.names if (own := groups.get(name, ""))), "")

    def add_unknown(self) -> None:
        """Put them onto the roster; what else is known of them is filled in there."""
        names, steps = self._unknown, self._session.workspace.inspector_steps
        people = [Inspector("", name) for name in names]
        done = self._session.attempt(lambda: steps.add(*people)) if people else None
        if done is None:
            return
        self.offer()
        said = tr(
            "Added to the inspectors: {names}. Unit, group and role are filled in under Data.",
            names="、".join(names),
        )
        self._session.told_undoable.emit(said, lambda: self._take_back(done.batch))

    def _take_back(self, batch: int) -> None:
        steps = self._session.workspace.inspector_steps
        if self._session.attempt(lambda: steps.undo(batch)) is not None:
            self.offer()
