"""The line for an erasure: why, and who does it; nothing goes before it is wanted a second time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.fields.text_limit import LINE, NAME, TextLimit
from inspector.gui.widgets.labels import hairline, label
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr


class ErasureForm(QWidget):
    """`reason` and `author` are what is in it."""

    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._reason, self._by = QLineEdit(), QLineEdit()
        for field, name, title, most in (
            (self._reason, "erasureReason", tr("Reason"), LINE),
            (self._by, "erasureBy", tr("By"), NAME),
        ):
            field.setObjectName(name)
            field.setAccessibleName(title)
            TextLimit(field, most)
        self._reason.setPlaceholderText(tr("Such as: at their own request, letter of 3 November"))
        self.commands = CommandTable(self)
        go_on, leave = self.commands.add_answers(
            (tr("Go on"), self.confirmed.emit), (tr("Cancel"), self.left.emit)
        )
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        for title, field, width in (
            (tr("Reason"), self._reason, 0),
            (tr("By"), self._by, 160),
        ):
            named = stack(None, (label(title, "secondary"), field), spacing=GRID // 2)
            named.addStretch(1)
            if width:
                fix_width(field, width)
            row.addLayout(named, int(not width))
        self._reason.setMinimumWidth(120)
        for made in (
            command_button(leave, "cancelErasure"),
            command_button(go_on, "goOnErasure", steady=True),
        ):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        stack(self, (hairline(), row))
        self.hide()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name."""
        return {"reason": self._reason, "by": self._by}

    @property
    def reason(self) -> str:
        """Why."""
        return self._reason.text().strip()

    @property
    def author(self) -> str:
        """Who does it."""
        return self._by.text().strip()

    def take_focus(self) -> None:
        """Take the keyboard, as when it was opened."""
        empty = self._reason if not self.reason else self._by
        empty.setFocus(Qt.FocusReason.TabFocusReason)

    def open_for(self, author: str) -> None:
        """Begin without a reason, proposing who does it."""
        self._reason.clear()
        self._by.setText(author)
        self.show()
        self._reason.setFocus(Qt.FocusReason.TabFocusReason)
