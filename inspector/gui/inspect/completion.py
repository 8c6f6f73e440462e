"""Completing a visit: what is still missing is shown first, then it is asked once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.domain.checklist import Item
from inspector.domain.inspection import Scorecard
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.gui.inspect import questions
from inspector.gui.inspect.ask_line import AskLine
from inspector.gui.session import Session
from inspector.translation import tr


class Completion(QObject):
    """Says in the line what stands in the way, or asks there; asked again, it completes."""

    asking = Signal()
    """The keyboard goes to the list: what is typed next is an answer to the question."""

    unexplained = Signal()
    """One stands on a veto or a bonus without a reason, which can be typed now."""

    completed = Signal(str)
    """The visit (its id) is closed."""

    def __init__(
        self,
        session: Session,
        line: AskLine,
        lead_to: Callable[[Scorecard, Item], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._line, self._lead_to = session, line, lead_to
        self._inspection_id = ""

    def ask(self, sheet: Callable[[], InspectionSheet]) -> None:
        """Ask whether a visit is to be completed, or say why it cannot be."""
        if self._line.waits_for(self._complete):
            self._line.confirm()
            return
        self._line.stop()
        self.asking.emit()
        visit = sheet()  # with what leaving a field has written
        missing, unexplained = visit.missing(), visit.unexplained()
        if missing:
            self._lead_to(*missing[0])
            self._line.ask(questions.still_missing(missing))
        elif unexplained:
            self._lead_to(*unexplained[0])
            self._line.ask(questions.needs_reason())
            self.unexplained.emit()
        else:
            self._inspection_id = visit.inspection.id
            question = questions.confirm_completion(visit)
            self._line.wait(self._complete, question, tr("Complete"))
            self.asking.emit()

    def _complete(self) -> None:
        visit, inspections = self._inspection_id, self._session.workspace.inspections
        if self._session.attempt(lambda: inspections.complete(visit)) is not None:
            self.completed.emit(visit)
