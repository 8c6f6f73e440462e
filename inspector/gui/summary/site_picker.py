"""Choosing several sites: a list with ticks, narrowed by name, pinyin or initials."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_button import KeyedButton
from inspector.gui.commands.shared_keys import EVERY, UP_DOWN
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.pinyin import matches

_WIDTH = 420
_ID = Qt.ItemDataRole.UserRole


class SitePicker(QWidget):
    """Takes the place of the figures until Enter or Esc."""

    picked = Signal(object)
    """The ids of the sites that are ticked, a tuple; none or all of them: ()."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        surface(area=self)
        self.search = QLineEdit(self)
        self.search.setObjectName("pickerSearch")
        self.search.setPlaceholderText(tr("Find a site: name or pinyin initials"))
        self.search.setAccessibleName(tr("Find a site: name or pinyin initials"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setObjectName("pickerSites")
        self.list.setAccessibleName(tr("Several sites"))
        self.list.setMinimumHeight(3 * GRID)  # else a small window would grow to hold it
        self._offered: tuple[str, ...] = ()
        self._count = label("", "secondary")
        self._count.setObjectName("pickerCount")
        self.commands = made = CommandTable(self)
        tick, every = tr("Tick, also what was found"), tr("All or none of those shown")
        figures, find = tr("Figures of those ticked"), tr("Find a site")
        for name, words, keys in (
            ("choose", tr("Choose"), UP_DOWN),
            ("find", find, ("A–Z",)),
            ("tick", tick, ("Space",)),
        ):
            made.add(name, words, keys, short=words)
        made.add("tick-all", every, EVERY, self._tick_all, short=every, at=self.list)
        confirm, leave = made.add_answers((figures, self._enter), (tr("Back"), self.left.emit))
        give_context_menu(self.list, (made["tick-all"], confirm, leave))
        show = tr("Show their figures")
        self.done = KeyedButton(show, confirm.key, "pickerDone", "primary")
        self.back = command_button(leave, "pickerBack")
        self._none = wrapped(tr("No site of this name."), "secondary")
        self._none.setObjectName("pickerNone")
        self._none.hide()
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        parts = (label(tr("Several sites"), "section"), self.search, self._none, (self.list, 1))
        column = stack(inner, parts, margin=(0, 2 * GRID, 0, 2 * GRID), spacing=GRID)
        row = stack(None, ((self._count, 1), self.back, self.done), spacing=GRID, across=True)
        column.addLayout(row)
        around = QHBoxLayout(self)
        around.addStretch(1)
        around.addWidget(inner, 3)
        around.addStretch(1)
        self.search.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._tell_count)
        self.done.clicked.connect(self._finish)
        for widget in (self.search, self.list):
            widget.installEventFilter(self)

    def offer(self, sites: Sequence[Site], chosen: Sequence[str]) -> None:
        """Offer sites, those `chosen` ticked."""
        self.search.clear()
        self.list.clear()
        for site in sites:
            item = QListWidgetItem(site.name)
            item.setData(_ID, site.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = site.id in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._offered = self.ticked
        self._tell_count()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the sites that are ticked."""
        return tuple(item.data(_ID) for item in self._items() if _is_ticked(item))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if watched is self.search and key == Qt.Key.Key_Down:
            self.list.setFocus()
        elif watched is self.list and key == Qt.Key.Key_Space:
            self._tick(self.list.currentItem())
        elif watched is self.search and key == Qt.Key.Key_Space:
            self._tick(self._match())
            self.search.selectAll()  # what is typed next finds another site
        elif watched is self.list and event.text().isprintable() and event.text().strip():
            self.search.setFocus()
            self.search.setText(self.search.text() + event.text())
        else:
            return False
        return True

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tick(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            ticked = _is_ticked(item)
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _tick_all(self) -> None:
        shown = [item for item in self._items() if not item.isHidden()]
        none = all(_is_ticked(item) for item in shown)
        for item in shown:
            item.setCheckState(Qt.CheckState.Unchecked if none else Qt.CheckState.Checked)

    def _narrow(self, query: str) -> None:
        for item in self._items():
            item.setHidden(not matches(item.text(), query))
        first = next((item for item in self._items() if not item.isHidden()), None)
        if first is not None:
            self.list.setCurrentItem(first)
        self._none.setVisible(first is None and bool(query))

    def _tell_count(self) -> None:
        ticked, there = len(self.ticked), self.list.count()
        self._count.setText(tr("{ticked} of {count} ticked", ticked=ticked, count=there))

    def _match(self) -> QListWidgetItem | None:
        """Return the site that the search found: the chosen one of those shown."""
        item = self.list.currentItem()
        found = item is not None and not item.isHidden()
        return item if found and self.search.text().strip() else None

    def _enter(self) -> None:
        """Finish; with a search and nothing ticked by hand, the site it found is meant."""
        if self.search.text().strip() and self.ticked == self._offered:
            match = self._match()
            if match is None:
                return
            match.setCheckState(Qt.CheckState.Checked)
        self._finish()

    def _finish(self) -> None:
        self.picked.emit(self.ticked)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
