"""Which kinds of window an item is for: a button that opens a list to tick, or none for all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button
from inspector.gui.widgets.note_edit import LineEdit
from inspector.translation import tr

_BETWEEN = "、"


class KindChoice(QWidget):
    """The names can be typed, too, as in the cell of a workbook."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._titles: Sequence[str] = ()
        self._line = LineEdit("itemKinds", tr("Window kinds"))
        self._line.setPlaceholderText(tr("All kinds"))
        self._open = button(tr("Choose…"), "chooseKinds")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._line, 1)
        row.addWidget(self._open)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(self.changed)
        self._open.clicked.connect(self._offer)

    def offer(self, titles: Sequence[str]) -> None:
        """Offer other kinds, by their names."""
        self._titles = titles
        self._open.setVisible(bool(titles))

    def text(self) -> str:
        """Return the names."""
        return self._line.text()

    def show_text(self, text: str) -> None:
        """Show other names, without saying that they were chosen here."""
        self._line.setText(text)
        self._line.setCursorPosition(0)

    def menu(self) -> QMenu:
        """Return the list to tick; what is ticked is in the line at once."""
        menu = QMenu(self._open)
        chosen = self._chosen()
        for title in self._titles:
            act = menu.addAction(title)
            act.setCheckable(True)
            act.setChecked(title in chosen)
            act.toggled.connect(lambda on, title=title: self._choose(title, on))
        return menu

    def _offer(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._open.mapToGlobal(self._open.rect().bottomLeft()))

    def _chosen(self) -> list[str]:
        return [name for name in self._line.text().split(_BETWEEN) if name]

    def _choose(self, title: str, on: bool) -> None:
        chosen = [name for name in self._chosen() if name != title]
        wanted = {*chosen, title} if on else {*chosen}
        known = [each for each in self._titles if each in wanted]
        other = [each for each in chosen if each not in self._titles]
        self._line.setText(_BETWEEN.join((*known, *other)))
