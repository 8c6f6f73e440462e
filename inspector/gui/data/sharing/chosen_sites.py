"""Choosing several sites: each choice adds one, and each has a button that leaves it out again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import button
from inspector.translation import tr, tr_count

_ALL, _CHOSEN = "", "\0"
"""What the list offers besides sites: every one of them, and those that are chosen."""


class SiteChoice(Choice):
    """Closed, a key opens the list: passing over a site by an arrow would add it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or (
            event.text().isprintable() and event.text().strip() and not event.modifiers()
        )
        if opens:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class ChosenSites(FlowRow):
    """The buttons of what is chosen in `choice`; without any it is all sites, and not seen."""

    changed = Signal()

    def __init__(self, name: str, title: str) -> None:
        self._buttons: list[QWidget] = []
        super().__init__(self._buttons)
        self.choice = SiteChoice(name, title)
        self._sites: dict[str, str] = {}
        self._chosen: list[str] = []
        self.choice.activated.connect(lambda _: self._add())
        self.hide()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of what is chosen, as the roster has them; none for all."""
        return tuple(each for each in self._sites if each in self._chosen)

    def offer(self, sites: Sequence[tuple[str, str]]) -> None:
        """Begin with all of these, given by name and id."""
        self._sites = {own_id: name for name, own_id in sites}
        self._chosen = []
        self._draw()

    def _add(self) -> None:
        value = self.choice.currentData()
        if value == _CHOSEN:
            return
        self._chosen = [*self._chosen, value] if value != _ALL else []
        self._draw()
        self.changed.emit()

    def _leave_out(self, own_id: str) -> None:
        self._chosen.remove(own_id)
        self._draw()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _draw(self) -> None:
        count = len(self._chosen)
        said = tr_count(count, "1 site is chosen", "{count} sites are chosen")
        head = [(said, _CHOSEN)] if count else []
        left = [(name, each) for each, name in self._sites.items() if each not in self._chosen]
        self.choice.clear()
        self.choice.offer([*head, (tr("All sites"), _ALL), *left])
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons[:] = [self._button(each) for each in self.chosen]
        before: QWidget = self.choice
        for made in self._buttons:
            made.setParent(self)
            made.show()
            self.setTabOrder(before, made)
            before = made
        self.setVisible(bool(self._buttons))
        self.arrange()

    def _button(self, own_id: str) -> QPushButton:
        name = self._sites[own_id]
        made = button(f"{name} ×", f"leaveOutSite-{own_id}", "quiet")
        made.setAccessibleName(tr("Without {site}", site=name))
        made.setToolTip(made.accessibleName())
        made.clicked.connect(lambda: self._leave_out(own_id))
        return made
