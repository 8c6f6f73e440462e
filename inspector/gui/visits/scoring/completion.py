"""What stands in the way of completing a visit: it is listed, and one goes along it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.lists.items_at_windows import ItemAtWindow, blocking, photoless
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.widgets.ask_line import AskLine


class Completion(QObject):
    """Leads to what is missing, and back to where one was."""

    missing = Signal(object)
    """Several things are, which are to be listed: a sequence of ItemAtWindow."""

    unexplained = Signal()
    """One stands on something without a word of explanation, which can be typed now."""

    def __init__(
        self,
        position: VisitPosition,
        line: AskLine,
        to_items: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`to_items` gives the keyboard to the list of items."""
        super().__init__(parent)
        self._position, self._line = position, line
        self._to_items = to_items
        self._from: tuple[str, str | None] = ("", None)

    def why_not(self) -> str:
        """Return why the visit cannot be completed yet, standing on the first of it; ''."""
        visit = self._position.scoring.sheet
        stops = blocking(visit)
        if not stops:
            return ""
        missing = [*stops, *photoless(visit)]
        self._lead_to(missing)
        if len(missing) == 1 and not visit.missing():
            self.unexplained.emit()
        return questions.still_missing(visit)

    def question(self) -> str:
        """Return the question before it is completed, leading to photos that are wanted."""
        visit = self._position.scoring.sheet
        photos = photoless(visit)
        if photos:
            self._lead_to(photos)
        return questions.confirm_completion(visit, len(photos))

    def _lead_to(self, found_items: Sequence[ItemAtWindow]) -> None:
        """Go to the only one, or list them, standing on the first."""
        item = self._position.item
        self._from = (self._position.card_id, item.id if item else None)
        if len(found_items) == 1:
            self._position.show_card(found_items[0].card.id, found_items[0].item.id)
        else:
            self.missing.emit(found_items)

    def to_item(self) -> None:
        """Enter: to what the item one stands on lacks."""
        self._line.stop()
        self._to_items()
        if (entry := self._position.entry()) and entry.lacks_reason:
            self.unexplained.emit()

    def go_back(self) -> None:
        """Esc: back to where one was when one asked."""
        self._line.stop()
        self._to_items()
        self._position.show_card(*self._from)
