"""A field that chooses one of several values by their names."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from inspector.gui.widgets.combo import Combo


class Choice(Combo):
    """Choices are (text, value); the first stands for: whichever."""

    clicked_one = Signal()
    """A choice was made by mouse: the keyboard is wanted elsewhere again."""

    _pressed = False  # one of the choices was, by mouse
    _has_list = False  # it was dropped down once

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._on_activated)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer other choices; the chosen one stays chosen, also if it is not among them."""
        chosen, text = self.currentData(), self.currentText()
        before = self.blockSignals(True)
        self.clear()
        for title, value in choices:
            self.addItem(title, value)
        if self.count() and chosen is not None and self.findData(chosen) < 0:
            self.addItem(text, chosen)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.blockSignals(before)

    def choose(self, value: object, text: str = "") -> None:
        """Show a choice without saying that it was made; one that is not offered is added."""
        before = self.blockSignals(True)
        if self.findData(value) < 0:
            self.addItem(text or str(value), value)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(before)

    def showPopup(self) -> None:
        if not self._has_list:  # asked for it sooner, Qt would make it sooner
            self._has_list = True
            self.view().pressed.connect(lambda _: setattr(self, "_pressed", True))
        self._pressed = False
        super().showPopup()

    def _on_activated(self) -> None:
        pressed, self._pressed = self._pressed, False
        if pressed:
            self.clicked_one.emit()
