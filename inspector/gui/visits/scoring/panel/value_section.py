"""In the panel: the measured value, its samples and its stopwatch."""

from PySide6.QtCore import Qt, Signal

from inspector.domain.checklist.checklist import MeasureRule
from inspector.domain.checklist.points import format_points
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import DEDUCT, press
from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.scoring.judging.stopwatch import can_be_timed
from inspector.gui.visits.scoring.panel.panel_section import PanelSection, row
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.note_edit import ValueEdit
from inspector.translation import tr
from inspector.workspace.packs.rule_words import samples_text


class ValueSection(PanelSection):
    """The field, and under it what was measured before and what is taken of several."""

    another = Signal()  # the value is one of several: the next one follows

    def __init__(self) -> None:
        super().__init__()
        self.field = ValueEdit("measuredValue", tr("Measured value"))
        self.commands = CommandTable(self.field)
        another = tr("One more value")
        self.commands.add(
            "another", another, ("+", "="), self.another.emit, short=another, left_over=True
        )
        self._unit = label("", "secondary")
        self._row = row(self.field, self._unit)
        self._samples = wrapped("", "small")
        self._samples.setObjectName("samples")
        self.time = BesideButton("time")
        self.time.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from the value to the note
        self.column.addWidget(self._row)
        self.column.addWidget(row(self.time))
        self.column.addWidget(self._samples)

    def wanted(self, shown: Shown) -> bool:
        return isinstance(shown.item.rule, MeasureRule)

    def fill(self, shown: Shown, other: bool) -> None:
        rule, answer = shown.item.rule, shown.answer
        assert isinstance(rule, MeasureRule)
        self._row.setVisible(answer is not None)
        self._row.setDisabled(shown.card.left_out)
        self._unit.setText(rule.unit)
        measured = answer.measured if answer else None
        if other or not self.field.hasFocus():
            self.field.setText("" if measured is None else format_points(measured))
        said = [samples_text(shown.pack.policy)]
        if answer is not None and len(answer.samples) > 1:
            said.insert(0, "、".join(format_points(value) for value in answer.samples))
        if answer is None:
            said.insert(0, tr("{deduct}, then type the value", deduct=press(DEDUCT, tr("Deduct"))))
        elif measured is not None:
            said.append(tr("{plus} takes one more value", plus=self.commands["another"].key))
        self.time.setVisible(can_be_timed(shown.item))
        self.time.setDisabled(shown.card.left_out)
        self._samples.setText(tr("; ").join(said))
