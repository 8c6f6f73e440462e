"""A line of fields below the table, with a heading, Enter that keeps it and Esc that leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UP_DOWN
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr


class FormLine(QWidget):
    """Fields are (title, field, width in pixels), in their order."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, name: str, fields: Sequence[tuple[str, QWidget, int]]) -> None:
        """`name` is that of the form, in English, for its buttons and its draft."""
        super().__init__()
        surface(area=self)
        self._heading = ElidedLabel("section")
        self._parts: dict[QWidget, QWidget] = {}
        for title, field, width in fields:
            fix_width(field, width)
            self._parts[field] = _titled(field, title)
        self.commands = CommandTable(self)
        keep, leave = self.commands.add_answers(
            (tr("Save"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        self.commands.add("choose", tr("Choose"), UP_DOWN, short=tr("Choose"))
        cancel = command_button(leave, f"cancel{name}")
        save = command_button(keep, f"save{name}", steady=True)
        # A day says its weekday below: the other fields of its line stay beside it.
        self._row = FlowRow(list(self._parts.values()), at_top=True)
        # What ends the form stands behind its fields: Tab goes as one reads.
        row = stack(None, ((self._row, 1), cancel, save), spacing=GRID, across=True)
        inside = stack(
            None, (self._heading, row), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID
        )
        stack(self, (hairline(), inside))
        self._in_turn = (*self._parts, cancel, save)
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {field.objectName() or title: field for title, field in self._named()}

    def _named(self) -> list[tuple[str, QWidget]]:
        return [(f"{place}", field) for place, field in enumerate(self._parts)]

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Show a field with its title, or let it be away."""
        self._parts[field].setVisible(shown)

    def open(self, heading: str) -> None:
        """Come to the front under a heading; the fields are filled in."""
        self._heading.setText(heading)
        self.show()
        self._row.arrange()
        for one, next_one in zip(self._in_turn, self._in_turn[1:], strict=False):
            QWidget.setTabOrder(one, next_one)
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        first = next(field for field in self._parts if not self._parts[field].isHidden())
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _titled(field: QWidget, title: str) -> QWidget:
    area = QWidget()
    name = label(title, "secondary")
    name.setBuddy(field)
    stack(area, (name, field), spacing=GRID // 2).addStretch(1)
    return area
