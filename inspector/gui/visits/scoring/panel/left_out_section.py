"""In the panel: why a window is left out, to be chosen by who does not type it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.scoring.panel.panel_section import PanelSection, row
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.lists.choice_list import ChoiceList
from inspector.translation import tr


class LeftOutSection(PanelSection):
    """The usual reasons as buttons; other words; and the window taken in again."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._reasons: Sequence[str] = ()
        self._list = ChoiceList("reasons")
        self._list.chosen.connect(lambda at: self.chosen.emit(self._reasons[at]))
        self.other, self.again = BesideButton("otherReason"), BesideButton("takeIn")
        self.column.addWidget(label(tr("Why it is not inspected"), "small"))
        self.column.addWidget(self._list)
        self.column.addWidget(row(self.other, self.again))

    def offer(self, reasons: Sequence[str]) -> None:
        """Offer these reasons from now on."""
        self._reasons = reasons

    def wanted(self, shown: Shown) -> bool:
        return shown.card.left_out

    def fill(self, shown: Shown, other: bool) -> None:
        given = shown.card.left_out_reason
        chosen = {at for at, reason in enumerate(self._reasons) if reason == given}
        self._list.show_choices(self._reasons, chosen)
