"""The line that publishes an evaluation: by whom and, of a correction, why."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.fields.text_limit import LINE, NAME
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import day_text
from inspector.translation import tr

_WHO, _WHY = 200, 360


class PublishForm(QWidget):
    """Enter publishes, Esc leaves it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._said = wrapped("", "secondary")
        self._early = wrapped("", "caution")
        self._early.setObjectName("publishedEarly")
        self.who = LineEdit("publishedBy", tr("Published by"), NAME)
        self.why = LineEdit("publishedWhy", tr("What is corrected"), LINE)
        self.who.setMinimumWidth(_WHO)
        self.why.setMinimumWidth(_WHY)
        self.commands = CommandTable(self)
        publish, leave = self.commands.add_answers(
            (tr("Publish"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self._why = _titled(self.why, tr("What is corrected"))
        cancel = command_button(leave, "cancelPublishing")
        done = command_button(publish, "publishEvaluation", "primary")
        buttons = stack(None, (), spacing=GRID, across=True)
        buttons.addStretch(1)
        for each in (cancel, done):
            buttons.addWidget(each)
        fields = FlowRow((_titled(self.who, tr("Published by")), self._why))
        inside = stack(None, (self._said, self._early, fields, buttons), spacing=GRID,
                       margin=(2 * GRID, GRID, 2 * GRID, GRID))  # fmt: skip
        stack(self, (hairline(), inside))
        self._in_turn = (self.who, self.why, cancel, done)
        self.hide()

    def open_for(self, who: str, *, corrects: bool, ends: date | None = None) -> None:
        """Ask for a publication, or for a correction; `ends`: the last day of what is not over."""
        self._early.setText(
            tr("The period is not over: {day} is its last day.", day=day_text(ends)) if ends else ""
        )
        self._early.setVisible(ends is not None)
        self._said.setText(
            tr("What is published stays as it is, with its figures and what was weighed. This one"
               " is told beside the one before.")
            if corrects
            else tr("What is published stays as it is, with its figures and what was weighed.")
        )  # fmt: skip
        self.who.setText(who)
        self.why.setText("")
        self._why.setVisible(corrects)
        self.show()
        for one, next_one in zip(self._in_turn, self._in_turn[1:], strict=False):
            QWidget.setTabOrder(one, next_one)
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard where something is to be written."""
        field = self.who if not self.who.text() or self._why.isHidden() else self.why
        field.setFocus(Qt.FocusReason.TabFocusReason)


def _titled(field: QWidget, title: str) -> QWidget:
    area = QWidget()
    name = label(title, "secondary")
    name.setBuddy(field)
    stack(area, (name, field), spacing=GRID // 2).addStretch(1)
    return area
