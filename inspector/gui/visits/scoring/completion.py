"""Completing a visit: what is still missing is listed first, then it is asked once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.session import Session
from inspector.gui.visits.parts.names_bar import NamesBar
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.lists.items_at_windows import ItemAtWindow, blocking, photoless
from inspector.gui.visits.scoring.lists.obstacle_list import ObstacleList
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr


class Completion(QObject):
    """Lists what stands in the way, or asks in the line; asked again, it completes."""

    asking = Signal()
    """The keyboard goes to the list of items: what is typed next is an answer to the question."""

    unexplained = Signal()
    """One stands on something without a word of explanation, which can be typed now."""

    completed = Signal(str)
    """The visit (its id) is closed."""

    def __init__(
        self,
        session: Session,
        position: VisitPosition,
        line: AskLine,
        obstacles: ObstacleList,
        names: NamesBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._position, self._line = session, position, line
        self._obstacles, self._names = obstacles, names
        self._from: tuple[str, str | None] = ("", None)
        obstacles.stood.connect(position.show_card)
        obstacles.entered.connect(self._to_item)
        obstacles.left.connect(self._back)

    def ask(self, sheet: Callable[[], InspectionSheet]) -> None:
        """Ask whether a visit is to be completed, or show why it cannot be."""
        if self._line.waits_for(self._complete):
            self._line.confirm()
            return
        self._line.stop()
        self.asking.emit()
        visit = sheet()  # with what leaving a field has written
        item = self._position.item
        self._from = (self._position.card_id, item.id if item else None)
        stops, photos = blocking(visit), photoless(visit)
        if stops:
            self._lead_to([*stops, *photos])
            missing = questions.still_missing(visit)
            if not visit.inspection.inspectors:
                missing = tr("{missing} Nobody is named who inspects either.", missing=missing)
            self._line.ask(missing)
            if len(stops) + len(photos) == 1 and not visit.missing():
                self.unexplained.emit()
            return
        if self._names.stops(visit.inspection):
            return
        question = questions.confirm_completion(visit, len(photos))
        if photos:
            self._lead_to(photos)
        self._line.wait(self._complete, question, tr("Complete"))
        if len(photos) < 2:
            self.asking.emit()

    def _lead_to(self, found_items: Sequence[ItemAtWindow]) -> None:
        """Go to the only one, or list them, standing on the first."""
        if len(found_items) == 1:
            self._position.show_card(found_items[0].card.id, found_items[0].item.id)
        else:
            self._obstacles.show_found_items(found_items)

    def _to_item(self) -> None:
        """Enter: to what the item one stands on lacks."""
        self._line.stop()
        self.asking.emit()
        if (entry := self._position.entry()) and entry.lacks_reason:
            self.unexplained.emit()

    def _back(self) -> None:
        """Esc: back to where one was when one asked."""
        self._line.stop()
        self.asking.emit()
        self._position.show_card(*self._from)

    def _complete(self) -> None:
        inspections = self._session.workspace.inspections
        visit = self._position.scoring.sheet.inspection.id
        if not self._session.settle():
            return
        if self._session.attempt(lambda: inspections.complete(visit)) is not None:
            self.completed.emit(visit)
