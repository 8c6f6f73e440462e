"""The panel beside the items: what is wrong with the current one, in phrases, counts and words."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.domain.checklist import ChoiceRule, Item, MeasureRule, Pack
from inspector.domain.inspection import Answer, Scorecard, Verdict
from inspector.domain.points import format_points
from inspector.domain.scoring import ItemScore
from inspector.domain.workdays import Calendar, add_workdays
from inspector.gui.inspect.arithmetic import arithmetic
from inspector.gui.inspect.choice_list import ChoiceList
from inspector.gui.inspect.note_edit import NoteEdit, ValueEdit
from inspector.gui.inspect.stopwatch import can_be_timed
from inspector.gui.labels import button, hairline, label, set_role, wrapped
from inspector.gui.theme import GRID
from inspector.gui.words import responsible_word, short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.rule_words import floor_text, rule_text, samples_text, veto_text

PANEL_WIDTH, NARROW_PANEL_WIDTH = 336, 272


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows: an item of a scorecard and its answer so far."""

    card: Scorecard
    item: Item
    score: ItemScore
    raised_on: date
    pack: Pack
    calendar: Calendar

    @property
    def answer(self) -> Answer | None:
        """The answer, or None while it is 未查."""
        return self.score.answer

    @property
    def found(self) -> bool:
        """There is something to describe: a deduction, or a bonus awarded."""
        answer = self.answer
        return answer is not None and (
            answer.verdict is Verdict.DEDUCT or (self.item.is_bonus and answer.count > 0)
        )


class AnswerPanel(QScrollArea):
    """Shows one item; tells what the inspector chose, and decides nothing itself."""

    digit = Signal(int)  # a phrase or an option, from 1
    step = Signal(int)  # +1 or −1 of the count
    measured = Signal(str)
    another = Signal()  # the value is one of several: the next one follows
    noted = Signal(str)
    finished = Signal()
    left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(PANEL_WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._item_id = ""
        self._inner = QWidget()
        self._title = wrapped("", "title")
        self._title.setObjectName("itemTitle")
        self._rule = wrapped("", "secondary")
        self._sum = wrapped("", "deducted")
        self._sum.setObjectName("arithmetic")
        self._veto = wrapped("", "warning")
        self._choices_title = label("", "small")
        self._choices = ChoiceList("choices")
        self.value = ValueEdit()
        self.value.setObjectName("measuredValue")
        self.value.setAccessibleName(tr("Measured value"))
        self._unit = label("", "secondary")
        self._value_row = _row(self.value, self._unit)
        self._samples = wrapped("", "small")
        self._samples.setObjectName("samples")
        self._fewer = _count_button("−", "fewer", tr("One fewer"))
        self._more = _count_button("+", "more", tr("One more"))
        self._count = label("", "section")
        self._count.setObjectName("count")
        self._count_row = _row(label(tr("Count"), "small"), self._fewer, self._count, self._more)
        self._note_title = label(tr("Note"), "small")
        self.note = NoteEdit()
        self.note.setObjectName("note")
        self.note.setAccessibleName(tr("Note"))
        self._line = hairline()
        self._facts = QWidget()
        self._requirement, self._responsible = wrapped(), wrapped()
        self._deadline, self._basis = wrapped(), wrapped("", "small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        facts = QGridLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(2 * GRID)
        facts.setVerticalSpacing(6)
        facts.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(
            (
                (tr("Requirement"), self._requirement),
                (tr("Responsible"), self._responsible),
                (tr("Deadline"), self._deadline),
                (tr("Basis"), self._basis),
            )
        ):
            facts.addWidget(label(name, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, row, 1)
        inner = self._inner
        inner.setObjectName("panel")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (
            self._title, self._rule, self._sum, self._veto, self._choices_title, self._choices,
            self._value_row, self._samples, self._count_row, self._note_title, self.note,
            self._line, self._facts,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inner)

    def _connect(self) -> None:
        self._choices.chosen.connect(lambda position: self.digit.emit(position + 1))
        self._fewer.clicked.connect(lambda: self.step.emit(-1))
        self._more.clicked.connect(lambda: self.step.emit(1))
        self.note.digit.connect(self.digit)
        self.note.step.connect(self.step)
        self.note.textChanged.connect(lambda: self.noted.emit(self.note.text))
        self.verticalScrollBar().rangeChanged.connect(self._show_focused)
        self.value.textEdited.connect(self.measured)
        self.value.another.connect(self.another)
        for field in (self.note, self.value):
            field.finished.connect(self.finished)
            field.left.connect(self.left)
            field.undo_wanted.connect(self.undo_wanted)
            field.redo_wanted.connect(self.redo_wanted)

    def show_item(self, shown: Shown | None) -> None:
        """Show an item, or nothing. The field being typed in is left alone."""
        self._inner.setVisible(shown is not None)
        if shown is None:
            return
        self._let_go(shown)
        item, answer = shown.item, shown.answer
        other = item.id + shown.card.id != self._item_id
        self._item_id = item.id + shown.card.id
        self._title.setText(item.text)
        rule = [rule_text(item.rule), floor_text(item.rule, shown.pack.policy)]
        self._rule.setText(tr(", ").join(part for part in rule if part))
        self._sum.setText(arithmetic(shown.score))
        set_role(self._sum, "deducted" if shown.score.deduction else "secondary")
        self._sum.setVisible(bool(self._sum.text()))
        self._veto.setText(veto_text(shown.pack))
        self._veto.setVisible(item.veto)
        self._show_choices(shown)
        self._show_value(shown, other)
        counts = shown.found and not isinstance(item.rule, ChoiceRule | MeasureRule)
        self._count_row.setVisible(counts)
        self.note.counts = counts
        self._count.setText(str(answer.count) if answer else "")
        self._note_title.setVisible(answer is not None)
        self.note.setVisible(answer is not None)
        note = answer.note if answer else ""
        if self.note.text != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)
        self.note.setReadOnly(shown.card.left_out)
        for widget in (self._choices, self._value_row, self._count_row):
            widget.setDisabled(shown.card.left_out)
        self._show_facts(shown)
        if other:
            self.verticalScrollBar().setValue(0)

    def show_afresh(self, shown: Shown | None) -> None:
        """Show an item, the field being typed in included: as it is on disk."""
        self._item_id = ""
        self.show_item(shown)

    def _let_go(self, shown: Shown) -> None:
        """Give the keyboard back before the field that has it is hidden."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return
        counts = focused in (self._fewer, self._more)
        if shown.answer is None or (counts and not shown.found):
            self.left.emit()

    def begin(self) -> None:
        """Take the keyboard: the measured value first where there is one, else the note."""
        field = self.note if self._value_row.isHidden() else self.value
        field.setFocus()
        if field is self.value:
            self.value.selectAll()

    def _show_focused(self) -> None:
        """Keep what is typed into in sight when there is more or less above it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            # Qt's own looks at the line with the cursor only.
            place = focused.mapTo(self._inner, QPoint(0, 0))
            for edge in (place.y() + focused.height(), place.y()):
                self.ensureVisible(0, edge, 0, GRID)

    def _show_choices(self, shown: Shown) -> None:
        item, answer = shown.item, shown.answer
        if isinstance(item.rule, ChoiceRule):
            asked = tr("Found (2, then a digit chooses)")
            self._choices_title.setText(tr("Found (digit chooses)") if answer else asked)
            texts = [f"{o.title}  {format_points(o.points)}" for o in item.rule.options]
            chosen = set() if answer is None or answer.option is None else {answer.option}
        else:
            title = tr("Praise (digit chooses)") if item.is_bonus else tr("Finding (digit chooses)")
            self._choices_title.setText(title)
            texts = list(item.phrases)
            said = answer.phrases if answer else ()
            chosen = {position for position, text in enumerate(texts) if text in said}
        visible = bool(texts) and (shown.found or isinstance(item.rule, ChoiceRule))
        self._choices_title.setVisible(visible)
        self._choices.setVisible(visible)
        self.note.commands = visible and answer is not None
        if visible:
            self._choices.show_choices(texts, chosen, with_digits=answer is not None)

    def _show_value(self, shown: Shown, other: bool) -> None:
        rule, answer = shown.item.rule, shown.answer
        measures = isinstance(rule, MeasureRule)
        self._value_row.setVisible(measures and answer is not None)
        self._samples.setVisible(measures)
        if not isinstance(rule, MeasureRule):
            return
        self._unit.setText(rule.unit)
        measured = answer.measured if answer else None
        if other or not self.value.hasFocus():
            self.value.setText("" if measured is None else format_points(measured))
        said = [samples_text(shown.pack.policy)]
        if answer is not None and len(answer.samples) > 1:
            said.insert(0, "、".join(format_points(value) for value in answer.samples))
        if can_be_timed(shown.item):
            said.append(tr("T starts and stops the stopwatch"))
        self._samples.setText(tr("; ").join(said))

    def _show_facts(self, shown: Shown) -> None:
        item, card = shown.item, shown.card
        visible = not item.is_bonus
        self._line.setVisible(visible)
        self._facts.setVisible(visible)
        self._requirement.setText(item.requirement or "—")
        who = [responsible_word(item.responsible), card.staff_number, card.department]
        self._responsible.setText(" · ".join(part for part in who if part))
        if item.deadline == 0:
            self._deadline.setText(tr("At once"))
        else:
            due = short_day_text(add_workdays(shown.raised_on, item.deadline, shown.calendar))
            days = item.deadline
            self._deadline.setText(
                tr_count(days, "{day} (1 workday)", "{day} ({count} workdays)", day=due)
            )
        self._basis.setText(item.basis or "—")


def _count_button(sign: str, name: str, meaning: str) -> QPushButton:
    made = button(sign, name)
    made.setAccessibleName(meaning)
    made.setToolTip(meaning)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
    return made


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
