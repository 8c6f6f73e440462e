"""A line that asks who inspects, where a visit is to be completed and nobody is named yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.people.typed_names import names_in
from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.shared_keys import CONFIRM, press
from inspector.gui.session import Session
from inspector.gui.visits.parts.field_bar import FieldBar
from inspector.gui.visits.parts.names_edit import NamesEdit
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.words import several_names
from inspector.translation import tr
from inspector.workspace.inspectors.name_offers import name_offers
from inspector.workspace.preferences import INSPECTORS


class NamesBar(FieldBar):
    """Enter names them on the visit; Esc leaves it as it was."""

    named = Signal(object)
    """The Inspection as it is now."""

    def __init__(self, session: Session, line: AskLine, back: QWidget) -> None:
        """`line` says what is missing; `back` has the keyboard afterwards."""
        title = tr("Who inspects")
        self._names = NamesEdit("namesMissing", title)
        super().__init__(title, self._names, several_names())
        self._column.addWidget(self._names.list)
        self._session, self._line, self._back = session, line, back
        self._inspection_id = ""
        keep, _ = self.commands.add_answers((tr("Keep"), self.keep), (tr("Back"), self._close))
        self._row.addWidget(command_button(keep, "keepNames"))

    def stops(self, inspection: Inspection) -> bool:
        """Ask who inspects where nobody is named, or keep who was typed; False when it is known."""
        if inspection.inspectors:
            return False
        if self.isVisible():
            self.keep()
            return True
        if self._inspection_id != inspection.id:
            self.field.clear()
        self._inspection_id = inspection.id
        self._names.offer(name_offers(self._session.workspace.inspectors.all()))
        self.show()
        self.field.setFocus()
        self._line.ask(
            tr(
                "Nobody is named who inspects: write the names above, {enter} keeps them.",
                enter=press(CONFIRM, tr("Keep")),
            )
        )
        return True

    def keep(self) -> None:
        """Name those who were typed on the visit."""
        names, inspections = names_in(self.field.text()), self._session.workspace.inspections
        if not names:
            self.field.setFocus()
            return
        visit = self._inspection_id
        done = self._session.attempt(lambda: inspections.name_inspectors(visit, names))
        if done is not None:
            # the next visit proposes them, as those that are typed when one starts
            preferences = self._session.workspace.preferences
            self._session.attempt(lambda: preferences.set(INSPECTORS, self.field.text().strip()))
            self.field.clear()
            self._close()
            self.named.emit(done[0])

    def _close(self) -> None:
        self.hide()
        self._line.stop()
        self._back.setFocus()
