"""The line over the items with what a phone or camera card brought: seen before it is attached."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_button import KeyedButton
from inspector.gui.commands.shared_keys import (
    CHOOSE_NEW,
    CONFIRM,
    LEAVE,
    NEW_PHOTO,
    SIDEWAYS,
    TAKE_AWAY,
    by_hand,
    key_name,
    press,
)
from inspector.gui.measures import measures
from inspector.gui.photos.thumbnail_painting import paint_frame, paint_picture
from inspector.gui.theme import GRID, colours_of
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import button
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr

PICTURE = QSize(64, 48)
MOST = 5
"""Pictures in sight; more of them are a number."""


class _Pictures(QWidget):
    """The small pictures, one of them framed."""

    clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[QImage] = []
        self.first = self.at = 0

    def show_pictures(self, pictures: list[QImage], at: int) -> None:
        self.pictures, self.at = pictures, at
        self.first = max(0, min(at - MOST // 2, len(pictures) - MOST))
        shown = min(MOST, len(pictures))
        self.setFixedSize(max(0, shown * (PICTURE.width() + GRID) - GRID), PICTURE.height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self)
        for place, picture in enumerate(self.pictures[self.first : self.first + MOST]):
            rect = QRect(self._left(place), 0, PICTURE.width(), PICTURE.height())
            paint_picture(painter, rect, picture, "✗", colours)
            paint_frame(painter, rect, colours, self.first + place == self.at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x()) // (PICTURE.width() + GRID)
        if 0 <= self.first + place < len(self.pictures):
            self.clicked.emit(self.first + place)

    def _left(self, place: int) -> int:
        return place * (PICTURE.width() + GRID)


class InboxBar(QWidget):
    """Pictures, a sentence, what can be done. With the keyboard: ← → choose, I or ↵ attaches."""

    attach_wanted = Signal(int)
    dismiss_wanted = Signal(int)
    attach_all_wanted = Signal()
    dismiss_all_wanted = Signal()
    older_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self.setAccessibleName(tr("New photos from the folder"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Shift+I gives it the keyboard
        self.commands = CommandTable(self)
        self._add_commands(self.commands)
        self._pictures = _Pictures()
        self._text = ElidedLabel()
        self._text.setObjectName("inboxText")
        self.at = 0
        self._count = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._pictures)
        row.addWidget(self._text, 1)
        add = KeyedButton(tr("Add to this item"), key_name(NEW_PHOTO), "inboxAttach", "quiet")
        self._attach = self._made(add, self.attach)
        self._all = self._button(tr("Add all"), "inboxAll", self.attach_all_wanted.emit)
        self._dismiss = self._button(
            tr("Dismiss all"), "inboxDismiss", self.dismiss_all_wanted.emit
        )
        self._older = self._button("", "inboxOlder", self.older_wanted.emit)
        for each in (self._attach, self._all, self._dismiss, self._older):
            row.addWidget(each)
        self._pictures.clicked.connect(self._choose)
        self.hide()

    def _add_commands(self, table: CommandTable) -> None:
        ways = tr("Choose")
        table.add(
            "choose", ways, SIDEWAYS, lambda at: self.step((-1, 1)[at]), short=ways, repeats=True,
            numbered=True, choices=(tr("New photo before"), tr("New photo after")),
        )  # fmt: skip
        for name, words, keys, do in (
            ("attach", tr("Add to this item"), (*NEW_PHOTO, *CONFIRM), self.attach),
            ("attach-all", tr("Add all"), "A", self.attach_all_wanted.emit),
            ("dismiss", tr("Dismiss"), TAKE_AWAY[::-1], self.dismiss),
            ("leave-new", tr("Back to the list"), LEAVE, self.left.emit),
        ):
            table.add(name, words, keys, do, short=words)

    @property
    def pictures(self) -> int:
        """How many are offered."""
        return self._count

    def _button(self, text: str, name: str, act: Callable[[], object]) -> QPushButton:
        return self._made(button(text, name, "quiet"), act)

    @staticmethod
    def _made(made: QPushButton, act: Callable[[], object]) -> QPushButton:
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: act())
        return made

    def show_pictures(self, pictures: list[QImage], older: int) -> None:
        """Show what is offered, and how many are not because they are older than the visit."""
        self._count = len(pictures)
        self.at = max(0, min(self.at, self._count - 1))
        self._pictures.show_pictures(pictures, self.at)
        self._pictures.setVisible(bool(pictures))
        for each in (self._attach, self._dismiss):
            each.setVisible(bool(pictures))
        self._all.setVisible(self._count > 1)
        self._older.setVisible(bool(older))
        words = tr("Show {count} older", count=older)
        self._older.setText(words)
        self._older.setAccessibleName(words)
        self._say()
        if not self._count and self.hasFocus():
            self.left.emit()
        self.setVisible(bool(pictures or older))

    def _say(self) -> None:
        if not self._count:
            self._text.setText(tr("Only photos from before this visit have arrived."))
        elif self.hasFocus() and measures().shows_keys:
            self._text.setText(" · ".join(f"{each.key} {each.text()}" for each in self.commands))
        elif self._count == 1:
            self._text.setText(
                tr(
                    "1 new photo; {add} adds it to this item",
                    add=press(NEW_PHOTO, tr("Add to this item")),
                )
            )
        else:
            self._text.setText(
                by_hand(
                    tr(
                        "{count} new photos: {add} adds the framed one to this item; a click"
                        " or {choose} frames another",
                        count=self._count,
                        add=press(NEW_PHOTO, tr("Add to this item")),
                        choose=key_name(CHOOSE_NEW),
                    ),
                    tr(
                        "{count} new photos: {add} adds the framed one to this item; a tap"
                        " frames another",
                        count=self._count,
                        add=press(NEW_PHOTO, tr("Add to this item")),
                    ),
                )
            )

    def step(self, step: int) -> None:
        """Frame the next picture (1), or the one before (-1)."""
        self._choose(max(0, min(self.at + step, self._count - 1)))

    def attach(self) -> None:
        """Ask for the framed picture to be attached."""
        self.attach_wanted.emit(self.at)

    def dismiss(self) -> None:
        """Ask for the framed picture to be offered no longer."""
        self.dismiss_wanted.emit(self.at)

    def _choose(self, position: int) -> None:
        self.at = position
        self._pictures.show_pictures(self._pictures.pictures, position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say()
