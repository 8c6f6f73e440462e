"""The quick filters: the few that matter as chips with their counts, the others behind 更多."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton

from inspector.domain.finding.ledger_view import Quick
from inspector.gui.rectify.ledger.ledger_words import quick_word
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button
from inspector.translation import tr

FRONT = (Quick.UNFINISHED, Quick.OVERDUE, Quick.DUE_TODAY, Quick.REPORTED, Quick.APPEALED)
"""What one asks every day."""

BEHIND = tuple(quick for quick in Quick if quick not in FRONT)
ROUND = (*FRONT, *BEHIND)
"""All of them in the order in which the arrow keys go round."""


class ChipRow(FlowRow):
    """Left and Right choose the next; a count that is being read is “…”."""

    chosen = Signal(object)
    clicked = Signal()
    """One was clicked, or the menu left: back to the rows, whose keys are shown."""

    def __init__(self) -> None:
        self._quick = Quick.UNFINISHED
        self._counts: dict[Quick, int | None] = dict.fromkeys(Quick)
        self._chips: dict[Quick, QPushButton] = {}
        for quick in FRONT:
            chip = self._chips[quick] = _chip(f"quick-{quick}")
        self._more = _chip("moreFilters")
        super().__init__([*self._chips.values(), self._more])
        self.setAccessibleName(tr("Quick filters"))
        self._group = QButtonGroup(self)
        for position, (quick, chip) in enumerate(self._chips.items()):
            self._group.addButton(chip, position)
            chip.clicked.connect(lambda _, quick=quick: self._choose(quick))
        self._group.idToggled.connect(self._on_toggled)
        self._more.clicked.connect(self._open_menu)

    def show_counts(self, counts: Mapping[Quick, int | None]) -> None:
        """Say how many there are; of what is not named it stays."""
        self._counts.update(counts)
        for quick, chip in self._chips.items():
            _say(chip, self._said(quick))
        _say(self._more, f"{self._said(self._quick) if self._is_behind else tr('More')} ▾")
        self.arrange()
        self.updateGeometry()

    def show_quick(self, quick: Quick) -> None:
        """Show which one is on."""
        self._quick = quick
        self._group.setExclusive(False)
        for each, chip in self._chips.items():
            chip.setChecked(each is quick)
        self._group.setExclusive(True)
        self._more.setChecked(self._is_behind)
        self.show_counts({})

    def beside(self, quick: Quick, step: int) -> Quick:
        """Return the quick filter before or after one, going round."""
        return ROUND[(ROUND.index(quick) + step) % len(ROUND)]

    @property
    def _is_behind(self) -> bool:
        return self._quick in BEHIND

    def _said(self, quick: Quick) -> str:
        count = self._counts[quick]
        return f"{quick_word(quick)} {'…' if count is None else count}"

    def _choose(self, quick: Quick) -> None:
        self.chosen.emit(quick)
        self.clicked.emit()

    def _open_menu(self) -> None:
        self._more.setChecked(self._is_behind)  # opening it chooses nothing
        menu = QMenu(self._more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for quick in BEHIND:
            act = menu.addAction(self._said(quick))
            act.setObjectName(f"quick-{quick}")
            act.setCheckable(True)
            act.setChecked(quick is self._quick)
            act.triggered.connect(lambda _, quick=quick: self._choose(quick))
        menu.aboutToHide.connect(self.clicked)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_toggled(self, position: int, checked: bool) -> None:
        chip = self._group.button(position)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        if checked and chip.hasFocus():
            self.chosen.emit(FRONT[position])  # by an arrow key


def _chip(name: str) -> QPushButton:
    chip = button("", name, "chip")
    chip.setCheckable(True)
    chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return chip


def _say(chip: QPushButton, said: str) -> None:
    chip.setText(said)
    chip.setAccessibleName(said)
