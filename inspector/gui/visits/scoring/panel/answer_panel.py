"""The panel beside the items: what is wrong with the current one, in phrases, counts and words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.measures import measures, sized
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.side_column import SideColumn
from inspector.gui.visits.parts.verdict_segment import Given, VerdictSegment
from inspector.gui.visits.scoring.panel.choice_section import ChoiceSection
from inspector.gui.visits.scoring.panel.correction_section import CorrectionSection
from inspector.gui.visits.scoring.panel.count_section import CountSection
from inspector.gui.visits.scoring.panel.facts_section import FactsSection
from inspector.gui.visits.scoring.panel.item_section import ItemSection
from inspector.gui.visits.scoring.panel.judged_section import JudgedSection
from inspector.gui.visits.scoring.panel.left_out_section import LeftOutSection
from inspector.gui.visits.scoring.panel.note_section import NoteSection
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.visits.scoring.panel.value_section import ValueSection
from inspector.gui.visits.scoring.verdicts import given_names, item_verdicts
from inspector.gui.widgets.note_edit import NoteEdit, ValueEdit
from inspector.translation import tr

PANEL_WIDTH, NARROW_PANEL_WIDTH = 336, 272


class AnswerPanel(SideColumn):
    """Shows one item in sections; tells what the inspector chose, and decides nothing itself."""

    digit = Signal(int)  # a phrase or an option, from 1
    step = Signal(int)  # +1 or −1 of the count
    measured = Signal(str)
    judged = Signal(str)  # points off
    judged_again = Signal()
    another = Signal()  # the value is one of several: the next one follows
    noted = Signal(str)
    corrected = Signal(str)
    correction_taken_off = Signal()
    forgotten = Signal(str)  # a text of the user's own, to be offered no longer
    forget_wanted = Signal()  # the chosen one of them
    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._chooses = False  # by finger, and writes nothing yet
        super().__init__("panel", GRID, parent=parent)
        self.setFixedWidth(sized(PANEL_WIDTH))
        self._key: tuple[str, str] | None = None
        self._verdicts: VerdictSegment | None = None
        self._of_item: Sequence[Given] = ()
        self._of_red_line: Sequence[Given] = ()
        self._choices, self._count = ChoiceSection(), CountSection()
        self._value, self._note, self._facts = ValueSection(), NoteSection(), FactsSection()
        self._judged = JudgedSection()
        self._correction, self.left_out = CorrectionSection(), LeftOutSection()
        self.tables: Sequence[CommandTable] = tuple(
            each.commands for each in (self._note, self._value, self._judged, self._correction)
        )
        """What can be done in each of the fields."""
        self._sections: list[PanelSection] = []
        for section in (
            self.left_out, ItemSection(), self._choices, self._value, self._judged, self._count,
            self._note, self._correction, self._facts,
        ):  # fmt: skip
            self.add_section(section)
        self._connect()

    def add_section(self, section: PanelSection, before: PanelSection | None = None) -> None:
        """Put a section at the end, or above another one."""
        end = len(self._sections)
        position = end if before is None else self._sections.index(before)
        self._sections.insert(position, section)
        self._column.insertWidget(position, section)

    def put_first(self, section: PanelSection, is_first: bool) -> None:
        """Put a section above the note, or let it be where it was added: above the facts."""
        self._sections.remove(section)
        self._column.removeWidget(section)
        self.add_section(section, before=self._note if is_first else self._facts)

    def give_commands(self, table: CommandTable, rows: QWidget) -> None:
        """Let commands of the list `rows` be done by buttons: the verdicts stand above it all."""
        self._of_item = item_verdicts(table)
        self._of_red_line = item_verdicts(table, red_line=True)
        self._verdicts = VerdictSegment("verdicts", self._of_item, rows)
        self.keep_above(self._verdicts)
        self.left_out.other.belong(table["reason"], rows, tr("Another reason…"))
        self.left_out.again.belong(table["leave-out"], rows, tr("Inspect it after all"))
        self._value.time.belong(table["time"], rows, tr("Stopwatch"))

    def say_timing(self, runs: bool) -> None:
        """Let the button of the stopwatch say what it does: start, or stop."""
        self._value.time.say(tr("Stop the watch") if runs else tr("Stopwatch"))

    @property
    def facts(self) -> PanelSection:
        """The section below everything that is typed."""
        return self._facts

    @property
    def note(self) -> NoteEdit:
        """The field of the note."""
        return self._note.field

    @property
    def value(self) -> ValueEdit:
        """The field of the measured value."""
        return self._value.field

    @property
    def points(self) -> ValueEdit:
        """The field of the points that are judged."""
        return self._judged.field

    @property
    def correction(self) -> NoteEdit:
        """The field that says how a deduction was put right."""
        return self._correction.field

    @property
    def correcting(self) -> bool:
        """The correction has the keyboard: what is attached now shows how it was put right."""
        return self.correction.hasFocus()

    def _connect(self) -> None:
        self._choices.digit.connect(self.digit)
        self._count.step.connect(self.step)
        self._note.digit.connect(self.digit)
        self._note.step.connect(self.step)
        self.note.textChanged.connect(self._on_noted)
        self.value.textEdited.connect(self.measured)
        self._value.another.connect(self.another)
        self.points.textEdited.connect(self.judged)
        self._judged.step.connect(self.step)
        self._judged.again.connect(self.judged_again)
        self._choices.forgotten.connect(self.forgotten)
        self._note.forget_wanted.connect(self.forget_wanted)
        self.correction.textChanged.connect(lambda: self.corrected.emit(self.correction.text))
        self._correction.taken_off.connect(self.correction_taken_off)
        done, leave = tr("Done, next item"), tr("Back to the list")
        for table in self.tables:
            table.add_answers((done, self.finished.emit), (leave, self._leave))

    def show_item(self, shown: Shown | None) -> None:
        """Show an item, or nothing. The field being typed in is left alone."""
        self._inner.setVisible(shown is not None)
        if self._verdicts is not None:
            self._verdicts.setEnabled(shown is not None and not shown.card.left_out)
            is_red = shown is not None and shown.red_line
            self._verdicts.offer(self._of_red_line if is_red else self._of_item)
            self._verdicts.show_given(given_names(shown.answer if shown else None))
        if shown is None:
            return
        self._let_go(shown)
        other = shown.key != self._key
        self._key = shown.key
        for section in self._sections:
            wanted = section.wanted(shown)
            if wanted:
                section.fill(shown, other)
            else:
                section.empty()
            section.setVisible(wanted)
        self._arrange()
        if other:
            self.verticalScrollBar().setValue(0)

    def show_afresh(self, shown: Shown | None) -> None:
        """Show an item, the field being typed in included: as it is on disk."""
        self._key = None
        self.show_item(shown)

    def _arrange(self) -> None:
        """Lay out at once, from the inside out: else each level waits for the next event."""
        for layout in reversed(self._inner.findChildren(QLayout)):
            layout.activate()
        self._column.activate()

    def _let_go(self, shown: Shown) -> None:
        """Give the keyboard back before the field that has it is hidden."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return
        inside = [section for section in self._sections if section.isAncestorOf(focused)]
        if shown.answer is None or not all(each.keeps_keyboard(shown) for each in inside):
            self.left.emit()

    def begin(self) -> None:
        """Take the keyboard: a number first where there is one, else the note."""
        for number in (self.value, self.points):
            if number.isVisible():
                number.setFocus()
                number.selectAll()
                self._show_focused()
                return
        self.begin_note()

    def begin_note(self) -> None:
        """Let the note take the keyboard; a finger chooses first, and sees what there is."""
        self._chooses = measures().by_finger
        self.note.setFocus()
        self._show_focused()

    def begin_correction(self) -> None:
        """Let the correction take the keyboard."""
        self.correction.setFocus()
        self._show_focused()

    def _show_focused(self) -> None:
        if self._chooses and self.note.hasFocus() and self._choices.isVisible():
            self.verticalScrollBar().setValue(self._choices.y())
        else:
            super()._show_focused()

    def _on_noted(self) -> None:
        if self._chooses and self.note.hasFocus() and self.note.text:  # it is typed
            self._chooses = False
            self._show_focused()
        self.noted.emit(self.note.text)

    def _leave(self) -> None:
        if self.correcting and not self.correction.text.strip():
            self.correction_taken_off.emit()  # which gives the keyboard back
        self.left.emit()

    def _above(self, focused: QWidget) -> Sequence[int]:
        return [each.y() for each in self._sections if each.isAncestorOf(focused)]
