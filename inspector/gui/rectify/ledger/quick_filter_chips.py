"""The quick filters as chips that say how many findings each shows; exactly one is on."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from inspector.domain.finding.ledger_view import Quick
from inspector.gui.rectify.ledger.ledger_words import quick_word
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button
from inspector.translation import tr


class ChipRow(FlowRow):
    """Left and Right choose the next; a count that is being read is “…”."""

    chosen = Signal(object)
    clicked = Signal()
    """One was chosen by a click: the keyboard goes back to the rows, whose keys are shown."""

    def __init__(self) -> None:
        self._chips: dict[Quick, QPushButton] = {}
        for quick in Quick:
            chip = button("", f"quick-{quick}", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._chips[quick] = chip
        super().__init__(list(self._chips.values()))
        self.setAccessibleName(tr("Quick filters"))
        self._group = QButtonGroup(self)
        for position, (quick, chip) in enumerate(self._chips.items()):
            self._group.addButton(chip, position)
            chip.clicked.connect(lambda _, quick=quick: self.chosen.emit(quick))
            chip.clicked.connect(self.clicked)
        self._group.idToggled.connect(self._on_toggled)

    def show_counts(self, counts: Mapping[Quick, int | None]) -> None:
        """Say how many there are; of what is not named it stays."""
        for quick, count in counts.items():
            chip, word = self._chips[quick], quick_word(quick)
            said = "…" if count is None else str(count)
            chip.setText(f"{word} {said}")
            chip.setAccessibleName(f"{word} {said}")
        self.arrange()

    def show_quick(self, quick: Quick) -> None:
        """Show which one is on."""
        self._chips[quick].setChecked(True)

    def take_focus(self) -> None:
        """Give the keyboard to the one that is on."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def beside(self, quick: Quick, step: int) -> Quick:
        """Return the quick filter before or after one, going round."""
        every = list(Quick)
        return every[(every.index(quick) + step) % len(every)]

    def _on_toggled(self, position: int, checked: bool) -> None:
        chip = self._group.button(position)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        if checked and chip.hasFocus():
            self.chosen.emit(list(Quick)[position])  # by an arrow key
