"""The saved filters: choose one, save the one in front under a name, forget one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_words import HandWords
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, by_hand, key_name
from inspector.gui.measures import measures
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.fields.text_limit import NAME
from inspector.gui.widgets.labels import button
from inspector.gui.widgets.note_edit import LineEdit
from inspector.translation import tr
from inspector.workspace.findings.ledger_desk import SavedFilter

MOST_KEYS = 9
_NAME_WIDTH = 152


class SavedBar(QWidget):
    """`chosen` goes out with a filter, `named` with a name to save under."""

    chosen = Signal(object)
    named = Signal(str)
    forgotten = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.saved: Sequence[SavedFilter] = ()
        self.choice = Choice("savedFilters", tr("Saved filters"))
        fix_width(self.choice, _NAME_WIDTH)
        words, then = tr("Name of the filter"), tr("Name, then {enter}", enter=key_name(CONFIRM))
        self._name = LineEdit("filterName", words, NAME)
        HandWords(self._name, self._name.setPlaceholderText, lambda: by_hand(then, words))
        fix_width(self._name, _NAME_WIDTH)
        self._name.hide()
        self._forget = button(tr("Delete"), "forgetFilter", "quiet")
        self._forget.hide()
        self._keep = button(tr("Save"), "keepFilter", "quiet")
        self._keep.hide()
        self._keep.clicked.connect(self._name.returnPressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for widget in (self.choice, self._name, self._keep, self._forget):
            row.addWidget(widget)
        self.choice.activated.connect(self._on_chosen)
        self._forget.clicked.connect(lambda: self.forgotten.emit(self.choice.currentData()))
        self._name.returnPressed.connect(lambda: self.named.emit(self._name.text()))
        self.commands = CommandTable(self)
        self.commands.add(
            "leave", tr("Back"), LEAVE, self._on_left, at=self._name, left_over=True
        )  # before the filters around it

    def offer(self, saved: Sequence[SavedFilter]) -> None:
        """Offer the saved filters; the first nine have a key."""
        self.saved = saved
        choices: list[tuple[str, object]] = [(tr("Saved filters"), "")]
        for position, each in enumerate(saved):
            key = f"{position + 1}  " if position < MOST_KEYS and measures().shows_keys else ""
            choices.append((f"{key}{each.name}", each.name))
        if self.choice.currentData() not in [value for _, value in choices]:
            self.choice.clear()
        self.choice.offer(choices)

    def show_name(self, name: str) -> None:
        """Show which saved filter is in front; '' for none."""
        self.choice.setCurrentIndex(max(self.choice.findData(name), 0))
        self._forget.setVisible(bool(name))

    def begin_name(self) -> None:
        """Ask for a name to save the filter in front under."""
        self.choice.hide()
        self._forget.hide()
        self._name.setText(self.choice.currentData() or "")
        self._name.selectAll()
        self._name.show()
        self._keep.show()
        self._name.setFocus()

    def end_name(self, name: str) -> None:
        """The name is kept, or nothing is."""
        self._name.hide()
        self._keep.hide()
        self.choice.show()
        self.show_name(name)

    def _on_left(self) -> None:
        self.end_name(self.choice.currentData() or "")
        self.left.emit()

    def _on_chosen(self) -> None:
        name = self.choice.currentData()
        for each in self.saved:
            if each.name == name:
                self.chosen.emit(each)
        self._forget.setVisible(bool(name))
