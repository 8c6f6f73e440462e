"""A field for a whole number of at most three digits."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.domain.days.day_text import read_count
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.gui.widgets.fields.text_limit import TextLimit

_DIGITS = 3


class NumberField(QLineEdit):
    """Blank stands for nothing: 0."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        TextLimit(self, _DIGITS)
        self._title = title
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def show_number(self, number: int) -> None:
        """Show a number; nothing for none."""
        self.setText(str(number) if number else "")

    def number(self) -> int:
        """Return what is typed; raises RefusedInputError for what is no number."""
        text = self.text().strip()
        number = read_count(text) if text else 0
        if number is None:
            raise RefusedInputError([Problem(self._title, Fault.NOT_A_WHOLE_NUMBER, text)])
        return number
