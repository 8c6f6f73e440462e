"""The rest of a window by one key: what is seen at a glance 合格, what is left 未观察, red lines
未发现.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.answer_changes import passed, unseen
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.inspection import Answer
from inspector.domain.visit.rest_of_window import Rest, red_lines_left, red_lines_unseen, rest_of
from inspector.gui.visits.scoring.judging import rest_questions as words
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import join_sentences, tr


class RestCommands(QObject):
    """Each is seen or asked about first, is told with its count, and is one step to undo."""

    asking = Signal()
    """The keyboard goes to the list: what is typed next is an answer to the question."""

    def __init__(self, position: VisitPosition, line: AskLine, parent: QObject) -> None:
        super().__init__(parent)
        self._position, self._line = position, line

    def ask_pass(self) -> None:
        """Mark what is seen at a glance as passed; asks first."""
        rest = self._rest(self._pass)
        if rest is None:
            return
        if rest.seen:
            self._wait(self._pass, words.confirm_pass(self._position.card, rest))
        else:
            self._line.ask(words.none_seen(rest))

    def ask_unseen(self) -> None:
        """Mark what is left as not observed; asks first."""
        rest = self._rest(self._leave)
        if rest is not None:
            sheet, card = self._position.scoring.sheet, self._position.card
            self._wait(self._leave, words.confirm_unseen(sheet, card, rest))

    def none_found(self) -> None:
        """Mark the red lines that are left as 未发现, standing on one of them; else ask there."""
        if self._line.asked_again(self._find_none):
            return
        self._line.stop()
        sheet, card, item = self._position.scoring.sheet, self._position.card, self._position.item
        left = () if card.left_out else red_lines_left(sheet, card)
        if card.left_out:
            self._position.scoring.session.hinted.emit(questions.card_left_out(card))
        elif not left:
            if unseen := red_lines_unseen(sheet, card):  # there an answer changes it
                self._position.go_to(unseen[0].id)
            self._position.scoring.session.hinted.emit(words.no_red_line(sheet, card))
        elif item is not None and is_found_or_not(sheet.pack, item):
            self._find_none()
        else:
            self._position.go_to(left[0].id)
            self._wait(self._find_none, words.confirm_none_found(card, left))

    def _rest(self, action: Callable[[], None]) -> Rest | None:
        """Return what there is to ask about; None: it was done, or there is nothing."""
        if self._line.asked_again(action):
            return None
        sheet, card = self._position.scoring.sheet, self._position.card
        if card.left_out or sheet.progress(card).complete:
            self._line.stop()
            said = questions.card_left_out(card) if card.left_out else ""
            self._position.scoring.session.hinted.emit(said or questions.card_done(sheet, card))
            return None
        return rest_of(sheet, card)

    def _pass(self) -> None:
        rest = rest_of(self._position.scoring.sheet, self._position.card)
        self._judge(rest.seen, passed, words.passed(rest))

    def _leave(self) -> None:
        sheet, card = self._position.scoring.sheet, self._position.card
        rest = rest_of(sheet, card)
        self._judge((*rest.seen, *rest.hidden), unseen, words.unseen(sheet, card, rest))

    def _find_none(self) -> None:
        left = red_lines_left(self._position.scoring.sheet, self._position.card)
        self._judge(left, passed, words.none_found(left))

    def _judge(self, items: Sequence[Item], verdict: Callable[[Item], Answer], said: str) -> None:
        position, card = self._position, self._position.card
        answers = [verdict(item) for item in items]
        if not position.scoring.record(card, answers, follow=False):
            return
        sheet, item = position.scoring.sheet, position.item
        if sheet.progress(card).complete:
            said = join_sentences((said, questions.card_done(sheet, card)))
        elif item is not None and item.id in sheet.answers_of(card):
            following = sheet.next_item(card, item)
            position.go_to(following.id if following else item.id)
        self._line.tell(said)

    def _wait(self, action: Callable[[], None], question: str) -> None:
        self._line.wait(action, question, tr("Confirm"))
        self.asking.emit()
