"""The sentence that the page opens with, and the button that copies it."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.measures import sized
from inspector.gui.theme import GRID, LARGE_SIZE, TEXT_SIZE, colours_of
from inspector.gui.widgets.labels import plain_tip, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.workspace.papers.opening_words import ALARM, END, STRONG, plain


class OpeningLine(QWidget):
    """Figures are bold, alarms in their colour as well."""

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._whole = self._brief = ""
        self._is_low = False
        self._label = wrapped()
        self._label.setObjectName("openingSentence")
        self._label.setTextFormat(Qt.TextFormat.RichText)  # what is in it is escaped
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._copy = CommandButton("copySentence", "quiet")
        self._copy.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # a click leaves the keyboard where it is
        self._row = stack(self, ((self._label, 1), self._copy), spacing=2 * GRID, across=True)
        self.make_small(narrow=False, low=False)

    def give(self, copy: Command) -> None:
        """Let a command copy the sentence."""
        self._copy.give(copy)
        give_context_menu(self._label, [copy])

    @property
    def text(self) -> str:
        """The sentence, whole."""
        return plain(self._whole)

    def say(self, whole: str, brief: str) -> None:
        """Say another sentence, as `opening_sentence` returns it; `brief` where room is short."""
        self._whole, self._brief = whole, brief
        self._show()

    def copy(self) -> None:
        """Put the sentence on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)

    def make_small(self, narrow: bool, low: bool) -> None:
        """Give way on a small screen."""
        self._is_low = low
        side, above = 2 * GRID, GRID // 2 if low else GRID
        self._row.setContentsMargins(side, above, side, above)
        self._copy.setVisible(not low)  # the line of keys has it as well
        if self._copy.command is not None:
            self._copy.show_key(not narrow)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # other colours, or other eyes
            self._show()

    def _show(self) -> None:
        alarm = colours_of(self).deducted
        said = escape(self._brief if self._is_low else self._whole, quote=False)
        for mark, begins in (
            (STRONG, "<b>"), (ALARM, f"<b style='color: {alarm}'>"), (END, "</b>"),
        ):  # fmt: skip
            said = said.replace(mark, begins)
        size = sized(TEXT_SIZE if self._is_low else LARGE_SIZE)
        self._label.setText(f"<div style='font-size: {size}px'>{said}</div>")
        self._fit()
        self._label.setAccessibleName(self.text)
        self._label.setToolTip(plain_tip(self.text) if self._is_low else "")

    def _fit(self) -> None:
        """Be as tall as the sentence: a layout keeps the height of the one before for a while."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if not self._copy.isHidden():
            room -= self._copy.sizeHint().width() + self._row.spacing()
        tall = self._label.heightForWidth(max(room, 1))
        if not self._copy.isHidden():
            tall = max(tall, self._copy.sizeHint().height())
        self.setFixedHeight(tall + margins.top() + margins.bottom())
