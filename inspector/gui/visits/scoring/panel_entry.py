"""What is typed and clicked beside the list goes into the current item, and what it refuses."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector.domain.checklist.checklist import CasesRule, RangeRule
from inspector.domain.checklist.points import Hundredths
from inspector.domain.visit.inspection import Answer
from inspector.gui.commands.shared_keys import (
    DEDUCT,
    FORGET,
    NOT_APPLICABLE,
    PASS,
    by_hand,
    key_name,
    press,
)
from inspector.gui.visits.scoring.judging import scoring_questions as questions
from inspector.gui.visits.scoring.judging.answering import Entry
from inspector.gui.visits.scoring.panel.answer_panel import AnswerPanel
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.measured_text import measured_value
from inspector.translation import tr

CORRECTION = "correction"
"""All of it is one step to undo: that it was corrected, and what was written of it."""


class PanelEntry(QObject):
    """Stands between the panel and the item that is current when something is typed."""

    finished = Signal()
    """The item is done; what was typed is on disk."""

    def __init__(
        self,
        panel: AnswerPanel,
        line: AskLine,
        entry: Callable[[], Entry | None],
        shown: Callable[[], Shown | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._line = panel, line
        self._entry, self._shown = entry, shown
        self._settled: tuple[Hundredths, ...] = ()  # samples behind which the next one is typed
        self._case: int | None = None  # the named deduction that was chosen last
        panel.digit.connect(self._choose)
        panel.step.connect(self._count)
        panel.judged.connect(self._on_judged)
        panel.judged_again.connect(self._judge_again)
        panel.measured.connect(self._on_measured)
        panel.noted.connect(self._on_noted)
        panel.another.connect(self._on_another)
        panel.corrected.connect(self._on_corrected)
        panel.correction_taken_off.connect(self._on_taken_off)
        panel.forgotten.connect(self._forget)
        panel.forget_wanted.connect(self._forget_chosen)
        panel.finished.connect(self._finish)

    def show_item(self) -> None:
        """Show the current item, keeping what is being typed into it."""
        self._panel.show_item(self._shown_now())

    def show_other(self) -> None:
        """Show an item that one has just come to."""
        self._settled, self._case = (), None
        self.show_item()

    def show_afresh(self) -> None:
        """Show the current item as it is on disk, whatever was being typed."""
        self._settled = ()
        self._panel.show_afresh(self._shown_now())

    def _shown_now(self) -> Shown | None:
        shown = self._shown()
        return replace(shown, case=self._case) if shown is not None else None

    def act(self, act: Callable[[Entry], object]) -> None:
        """Do something to the current item."""
        self._line.stop()
        if entry := self._entry():
            act(entry)

    def _choose(self, digit: int) -> None:
        """Choose by a digit; of a named deduction, + and − count it from now on."""
        entry = self._entry()
        if entry and isinstance(entry.item.rule, CasesRule) and digit <= len(entry.item.rule.cases):
            self._case = digit - 1
        self.act(lambda entry: entry.choose(digit))

    def _count(self, step: int) -> None:
        shown = self._shown_now()
        case = shown.counted_case if shown is not None else None
        self._panel.points.setModified(False)  # the step goes on from what is kept
        self.act(lambda entry: entry.count(step, case))

    def _on_judged(self, text: str) -> bool:
        """Keep the points of an occurrence; False when there can be no such, or it was refused."""
        self._line.stop()
        entry, points = self._entry(), measured_value(text)
        rule = entry.item.rule if entry else None
        if entry is None or not isinstance(rule, RangeRule):
            return True
        if points is None or not rule.least <= points <= rule.most:
            self._line.ask(questions.not_in_range(rule))
            return False
        kept = entry.judge(points)
        self._panel.points.setModified(not kept)
        return kept

    def _judge_again(self) -> None:
        """Judge one more occurrence, whose points can be typed at once."""
        points = self._panel.points
        if points.isModified() and not self._on_judged(points.text()):
            return
        self.act(lambda entry: entry.judge_again())
        points.setFocus()
        points.selectAll()

    def begin_reason(self) -> None:
        """Go to the field that a word of explanation is missing in."""
        entry = self._entry()
        if questions.lacks_correction(entry.answer if entry else None):
            self._panel.begin_correction()
        else:
            self._panel.begin()

    def begin_deduction(self) -> None:
        """Make the current item a deduction, and go on beside the list."""
        entry = self._entry()
        before = entry.answer if entry else None
        if entry and entry.deduct():
            self._settled = ()
            self._panel.begin()
            self._say_change(entry, before)

    def begin_praise(self) -> None:
        """Make the current item a 亮点, and write down why beside the list."""
        entry = self._entry()
        before = entry.answer if entry else None
        if entry and entry.praise():
            self._settled = ()
            self._panel.begin_note()
            self._say_change(entry, before)

    def begin_correction(self) -> None:
        """Say beside the list how the current deduction was put right on the spot."""
        entry = self._entry()
        answer = entry.answer if entry else None
        if entry is None or answer is None:
            return
        if answer.correction is not None or entry.correct("", typing=CORRECTION):
            self._panel.begin_correction()

    def _say_change(self, entry: Entry, before: Answer | None) -> None:
        if said := questions.verdict_changed(entry.item, before, entry.answer):
            self._line.tell(said)

    def begin(self) -> None:
        """Go to the fields of an answered item; without an answer there are none."""
        if self._panel.note.isVisible():
            self._panel.begin()
        else:
            self._line.ask(
                tr(
                    "First answer the item: {passes}, {deduct} or {none}.",
                    passes=press(PASS, tr("Pass")),
                    deduct=press(DEDUCT, tr("Deduct")),
                    none=press(NOT_APPLICABLE, tr("N/A")),
                )
            )

    def _on_measured(self, text: str) -> bool:
        """Keep a measured value; False when it is no number, or could not be kept."""
        self._line.stop()
        if text.strip() and measured_value(text) is None:
            self._line.ask(questions.no_number(text))
            return False
        entry = self._entry()
        kept = entry is None or entry.measure(text, self._settled)
        self._panel.value.setModified(not kept)
        return kept

    def _on_noted(self, text: str) -> bool:
        """Keep a note; False when it could not be kept."""
        self._line.stop()
        entry = self._entry()
        return entry is None or entry.note(text)

    def _on_corrected(self, text: str) -> bool:
        """Keep how it was corrected; False when it could not be kept."""
        self._line.stop()
        entry = self._entry()
        return entry is None or entry.correct(text, typing=CORRECTION)

    def _on_taken_off(self) -> None:
        """It was not corrected after all."""
        self.act(lambda entry: entry.correct(None, typing=CORRECTION))

    def _forget(self, text: str) -> None:
        """Offer a text of the user's own no longer."""
        self.act(lambda entry: entry.forget(text))
        self.show_item()
        self._line.tell(tr("“{text}” is not offered any more.", text=text))

    def _forget_chosen(self) -> None:
        """Offer the ticked text of the user's own no longer."""
        entry = self._entry()
        said = entry.answer.phrases if entry and entry.answer else ()
        own = [offer.text for offer in entry.offers if offer.own] if entry else []
        chosen = [text for text in own if text in said]
        if chosen:
            self._forget(chosen[-1])
        elif own:
            self._line.ask(
                by_hand(
                    tr(
                        "First tick one of your own, then {forget}; or click its ×.",
                        forget=key_name(FORGET),
                    ),
                    tr("A tap on the × of one of your own drops it."),
                )
            )

    def _on_another(self) -> None:
        """Keep the value in the field as a sample; the next one is typed from an empty field."""
        entry = self._entry()
        answer = entry.answer if entry else None
        if answer is not None and answer.measured is not None:
            self._settled = answer.samples or (answer.measured,)
            self._panel.value.clear()

    def _finish(self) -> None:
        """Enter in the panel: this item is done, unless something is missing."""
        note, value, points = self._panel.note, self._panel.value, self._panel.points
        entry = self._entry()
        answer = entry.answer if entry else None
        is_corrected = answer is not None and answer.correction is not None
        if not (
            self._on_noted(note.text)
            and (not value.isModified() or self._on_measured(value.text()))
            and (not points.isModified() or self._on_judged(points.text()))
            and (not is_corrected or self._on_corrected(self._panel.correction.text))
        ):
            return  # what is not on disk is not left behind unseen
        if entry is not None and entry.lacks_reason:
            self._line.ask(questions.needs_reason(entry.answer))
            if questions.lacks_correction(entry.answer):
                self._panel.begin_correction()
            return
        self.finished.emit()
