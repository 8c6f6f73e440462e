"""Quick filters: the few that matter as chips with their counts, the others behind 更多."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton

from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button
from inspector.translation import tr

Of = TypeVar("Of", bound=StrEnum)


class ChipRow(FlowRow, Generic[Of]):
    """Left and Right choose the next; a count that is being read is “…”."""

    chosen = Signal(object)
    clicked = Signal()
    """One was clicked, or the menu left: back to the rows, whose keys are shown."""

    def __init__(
        self, front: Sequence[Of], behind: Sequence[Of], word: Callable[[Of], str]
    ) -> None:
        """`word` returns what a filter is called; the first in `front` is on."""
        self._front, self._behind, self._word = tuple(front), tuple(behind), word
        self._quick = self._front[0]
        self._counts: dict[Of, int | None] = dict.fromkeys((*front, *behind))
        self._chips: dict[Of, QPushButton] = {}
        for quick in self._front:
            chip = self._chips[quick] = _chip(f"quick-{quick}")
        self._more = _chip("moreFilters")
        super().__init__([*self._chips.values(), *([self._more] if behind else [])])
        self.setAccessibleName(tr("Quick filters"))
        self._group = QButtonGroup(self)
        for position, (quick, chip) in enumerate(self._chips.items()):
            self._group.addButton(chip, position)
            chip.clicked.connect(lambda _, quick=quick: self._choose(quick))
        self._group.idToggled.connect(self._on_toggled)
        self._more.clicked.connect(self._open_menu)

    def show_counts(self, counts: Mapping[Of, int | None]) -> None:
        """Say how many there are; of what is not named it stays."""
        self._counts.update(counts)
        if self._say_counts():
            self._fit()

    def _say_counts(self) -> bool:
        """Say them on the chips; return whether one says something else now."""
        more = f"{self._said(self._quick) if self._is_behind else tr('More')} ▾"
        said = {chip: self._said(quick) for quick, chip in self._chips.items()} | {self._more: more}
        others = [chip for chip, words in said.items() if chip.text() != words]
        for chip in others:
            chip.setText(said[chip])
            chip.setAccessibleName(said[chip])
        return bool(others)

    def _fit(self) -> None:
        self.arrange()
        self.updateGeometry()

    def show_quick(self, quick: Of) -> None:
        """Show which one is on."""
        self._quick = quick
        self._group.setExclusive(False)
        for each, chip in self._chips.items():
            chip.setChecked(each is quick)
        self._group.setExclusive(True)
        self._more.setChecked(self._is_behind)
        self._say_counts()
        self._fit()  # the one that is on is bold

    def beside(self, quick: Of, step: int) -> Of:
        """Return the quick filter before or after one, going round."""
        round_ = (*self._front, *self._behind)
        return round_[(round_.index(quick) + step) % len(round_)]

    @property
    def _is_behind(self) -> bool:
        return self._quick in self._behind

    def _said(self, quick: Of) -> str:
        count = self._counts[quick]
        return f"{self._word(quick)} {'…' if count is None else count}"

    def _choose(self, quick: Of) -> None:
        self.chosen.emit(quick)
        self.clicked.emit()

    def _open_menu(self) -> None:
        self._more.setChecked(self._is_behind)  # opening it chooses nothing
        menu = QMenu(self._more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for quick in self._behind:
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
            self.chosen.emit(self._front[position])  # by an arrow key


def _chip(name: str) -> QPushButton:
    chip = button("", name, "chip")
    chip.setCheckable(True)
    chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return chip
