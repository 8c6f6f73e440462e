"""A field of names with a list below it: inspectors and groups, picked by pinyin initials."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent

from inspector.gui.measures import measures, sized
from inspector.gui.widgets.lists.text_list import TextList
from inspector.gui.widgets.note_edit import LineEdit
from inspector.gui.widgets.scrolling import bring_into_sight
from inspector.translation import tr
from inspector.workspace.inspectors.name_offers import (
    NameOffer,
    asked_for,
    fitting_offers,
    with_offer,
)

_MOST, _LOW_MOST = 6, 3
"""Lines that are seen at once, and in a window of less height than `_LOW` pixels."""

_LOW = 460
_SETTLED = 60
"""Milliseconds after which a page has found its room: on a low screen that takes some turns."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)


class NamesEdit(LineEdit):
    """Names as they are typed; the arrow keys and Enter take what is offered, Esc closes the list.

    The list is the caller's to lay out. What is typed and not taken stays as it is.
    """

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self._offers: Sequence[NameOffer] = ()
        self.list = TextList[NameOffer](f"{name}Offered", tr("Inspectors and groups"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        self.list.clicked.connect(lambda index: self._take())
        self.textEdited.connect(lambda text: self._suggest())

    def offer(self, offers: Sequence[NameOffer]) -> None:
        """Offer other people from now on."""
        self._offers = offers
        self.close_list()

    @property
    def has_offers(self) -> bool:
        """Somebody can be picked."""
        return bool(self._offers)

    def open_list(self) -> None:
        """Take the keyboard, and show everybody who is not named yet; once more: close it."""
        was_open = not self.list.isHidden()
        self.setFocus()
        self.deselect()
        if was_open:
            self.close_list()
        else:
            self._show(fitting_offers(self._offers, f"{self.text()}、"), chosen=True)

    def close_list(self) -> None:
        """Offer nobody for now."""
        self.list.hide()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and not self.list.isHidden()
            and event.key() in _OWN
            and not _held(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def command(self, event: QKeyEvent) -> bool:
        if self.list.isHidden() or _held(event):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and self.list.currentIndex().isValid():
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.close_list()

    def _suggest(self) -> None:
        query = asked_for(self.text())
        found = fitting_offers(self._offers, self.text()) if query else []
        self._show(found, chosen=query.isascii())

    def _show(self, offers: Sequence[NameOffer], chosen: bool) -> None:
        self.list.texts.clear()
        for each in offers:
            self.list.add(each.words, each)
        most = _LOW_MOST if self.window().height() < sized(_LOW) else _MOST
        self.list.setFixedHeight(min(len(offers), most) * measures().item + 2)
        self.list.setVisible(bool(offers))
        self._choose(0 if chosen and offers else -1)
        if offers:
            QTimer.singleShot(_SETTLED, self, lambda: bring_into_sight(self.list))

    def _step(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        self._choose(max(-1, min(row, self.list.texts.rowCount() - 1)))

    def _choose(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self.list.texts.index(row, 0) if row >= 0 else QModelIndex()
        self.list.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        if row >= 0:
            self.list.scrollTo(index)

    def _take(self) -> None:
        chosen = self.list.value
        self.close_list()
        if chosen is not None:
            self.setText(with_offer(self.text(), chosen))
            self.setFocus()


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
