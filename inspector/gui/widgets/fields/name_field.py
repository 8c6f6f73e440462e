"""A field for a name: typed, or chosen among those proposed with the arrow keys."""

from collections.abc import Sequence

from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.fields.text_limit import LINE
from inspector.gui.widgets.note_edit import LineEdit


class NameField(Combo):
    """Blank stands for: as it is, or nobody."""

    def __init__(self, name: str, title: str, most: int = LINE) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setInsertPolicy(Combo.InsertPolicy.NoInsert)
        self._line = LineEdit(f"{name}Text", title, most)
        self.setLineEdit(self._line)
        self.setCompleter(None)  # type: ignore[arg-type]  # it would write over what is typed

    @property
    def text(self) -> str:
        """The name, without blanks around it."""
        return self.currentText().strip()

    def propose(self, name: str, others: Sequence[str], blank: str = "") -> None:
        """Show a name and offer others; `blank` says what an empty field stands for."""
        self.clear()
        self.addItems(list(dict.fromkeys(each for each in (name, *others) if each)))
        self.setCurrentIndex(-1)
        self._line.setText(name)
        self._line.setPlaceholderText(blank)
