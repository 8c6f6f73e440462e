"""触控模式 among the preferences: of this computer, whichever data are opened on it."""

from PySide6.QtWidgets import QWidget

from inspector.gui.touch.touch_mode import (
    AUTOMATIC,
    CHOICES,
    OFF,
    ON,
    choose_touch,
    touch_choice,
)
from inspector.gui.widgets.combo import Combo
from inspector.translation import tr


class TouchChoice(Combo):
    """Shows what was chosen, whoever chose it; another choice holds at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preference-touch")
        self.setAccessibleName(touch_words())
        words = {
            AUTOMATIC: tr("Ask at the first touch"),
            ON: tr("On: large rows and buttons"),
            OFF: tr("Off: as for the mouse"),
        }
        for choice in CHOICES:
            self.addItem(words[choice], choice)
        self.show_choice()
        self.activated.connect(lambda _: choose_touch(self.currentData()))

    def show_choice(self) -> None:
        """Show what holds now."""
        self.setCurrentIndex(self.findData(touch_choice()))


def touch_words() -> str:
    """Return what it is called."""
    return tr("Touch mode")
