"""What a key in the list does to the current item, or to its whole window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Verdict
from inspector.domain.visit.rejudging import rejudged
from inspector.gui.commands.shared_keys import DEDUCT, press
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.panel_entry import CORRECTION, PanelEntry
from inspector.gui.visits.scoring.position_in_visit import VisitPosition
from inspector.gui.visits.scoring.rest_commands import RestCommands
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import join_sentences, tr


class ItemCommands(QObject):
    """Verdicts, leaving a window out, and going on to what is unanswered; `rest` is the rest."""

    asking = Signal()
    """The keyboard goes to the list: what is typed next is an answer to the question."""

    def __init__(
        self, position: VisitPosition, typed: PanelEntry, line: AskLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._position, self._typed, self._line = position, typed, line
        self.rest = RestCommands(position, line, self)
        self.rest.asking.connect(self.asking)

    def pass_item(self) -> None:
        """合格, and on."""
        if not self._give_reason(1):
            self._answer_and_move(Verdict.PASS)

    def not_applicable(self) -> None:
        """不适用, and on."""
        if not self._give_reason(3):
            self._answer_and_move(Verdict.NOT_APPLICABLE)

    def unseen(self) -> None:
        """未观察, and on."""
        if not self._says_left_out():
            self._answer_and_move(Verdict.UNSEEN)

    def deduct(self) -> None:
        """扣分, and on beside the list; a veto asks first."""
        if self._give_reason(2):
            return
        entry = self._position.entry()
        if entry is None or self._position.card.left_out:
            self._line.stop()
            return
        vetoed = entry.answer is not None and entry.answer.verdict is Verdict.DEDUCT
        begin = self._typed.begin_deduction
        if entry.item.veto and not vetoed and not self._line.waits_for(begin):
            question = questions.confirm_veto(self._position.scoring.sheet.pack)
            self._wait(begin, question, tr("Confirm"))
            return
        self._line.stop()
        begin()

    def praise(self) -> None:
        """亮点, and on beside the list; again, it is an ordinary 合格."""
        if self._give_reason(4):
            return
        self._line.stop()
        entry = self._position.entry()
        if entry is None:
            return
        if entry.answer is not None and entry.answer.praised:
            entry.unpraise()
            self._line.tell(tr("No longer a highlight."))
        else:
            self._typed.begin_praise()

    def correct(self) -> None:
        """当场纠正 of a deduction, and on beside the list; again without a word, it is off."""
        self._line.stop()
        entry = self._position.entry()
        if entry is None or self._says_left_out():
            return
        answer = entry.answer
        if answer is None or answer.verdict is not Verdict.DEDUCT:
            self._line.ask(
                tr(
                    "Only a deduction is corrected on the spot: {deduct} first.",
                    deduct=press(DEDUCT, tr("Deduct")),
                )
            )
        elif questions.lacks_correction(answer):
            self._typed.act(lambda entry: entry.correct(None, typing=CORRECTION))
        else:
            self._typed.begin_correction()

    def clear(self) -> None:
        """Turn an answer back into 未查."""
        self._line.stop()
        entry = self._position.entry()
        if entry is None or self._says_left_out():
            return
        if entry.answer is None:
            self._hint(tr("This item has no answer that could be cleared."))
        entry.clear()

    def toggle_left_out(self) -> None:
        """Leave the window out of the visit, or take it in again."""
        self._line.stop()
        self._position.scoring.leave_out(self._position.card, not self._position.card.left_out)

    def write_reason(self, reason: str) -> None:
        """Say why the window is left out."""
        if self._position.card.left_out:
            self._position.scoring.leave_out(self._position.card, True, reason)

    def _says_left_out(self) -> bool:
        """Say that the window is left out, where it is; tell whether it is."""
        if self._position.card.left_out:
            self._hint(questions.card_left_out(self._position.card))
        return self._position.card.left_out

    def _hint(self, text: str) -> None:
        self._position.scoring.session.hinted.emit(text)

    def _give_reason(self, digit: int) -> bool:
        """Take a digit for a reason where the window is left out; tell whether it was."""
        if not self._position.card.left_out:
            return False
        reasons = self._position.scoring.session.workspace.left_out_reasons.offered()
        if digit <= len(reasons):
            self.write_reason(reasons[digit - 1])
        return True

    def confirm_or_next(self) -> None:
        """Enter: confirm what waits, else go down, at the end of a window to the next one."""
        if self._line.waiting:
            self._line.confirm()
            return
        card, sheet = self._position.card, self._position.scoring.sheet
        done = card.left_out or sheet.progress(card).complete
        if not done and self._position.below():
            return
        following = sheet.next_card(card)
        if following is None:
            self._say_card_done()
        else:
            self._line.stop()
            self._position.show_card(following.id)

    def next_unanswered(self) -> None:
        """Go on from an item that is done."""
        if item := self._position.item:
            self._go_to(self._position.scoring.sheet.next_item(self._position.card, item))

    def _answer_and_move(self, verdict: Verdict) -> None:
        self._line.stop()
        item, card, scoring = self._position.item, self._position.card, self._position.scoring
        if item is None or card.left_out:
            return
        before = scoring.sheet.answers_of(card).get(item.id)
        answer = rejudged(item, before, verdict)
        following = scoring.sheet.next_item(card, item, answer)
        target = following.id if following is not None else item.id
        if scoring.record(card, [answer], next_item=target):
            self._go_to(following, questions.verdict_changed(item, before, answer))

    def _go_to(self, item: Item | None, said: str = "") -> None:
        """Go to an item of this scorecard; None: there is none left, say so, after `said`."""
        if item is not None:
            self._position.go_to(item.id)
            if said:
                self._line.tell(said)
            return
        done = questions.card_done(self._position.scoring.sheet, self._position.card)
        self._line.tell(join_sentences((said, done)))

    def _wait(self, action: Callable[[], None], question: str, word: str) -> None:
        self._line.wait(action, question, word)
        self.asking.emit()

    def _say_card_done(self) -> None:
        self._line.tell(questions.card_done(self._position.scoring.sheet, self._position.card))
