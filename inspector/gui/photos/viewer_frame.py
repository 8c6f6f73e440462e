"""What the viewer of photos looks like: a title, the photo, what is said of it, the buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr


class ViewerFrame(QFrame):
    """As large as its page. Who derives from it says what `middle` shows, and has the commands."""

    turned = Signal()
    """Something else is in front: other keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = ElidedLabel("title")
        self.title.setObjectName("photoTitle")
        self.count = label("", "secondary")
        self.middle = QStackedWidget()
        self._said = wrapped("", "caution")
        self._said.setObjectName("photoLine")
        self._clock = wrapped("", "caution")
        self._clock.setObjectName("photoClock")
        self.facts = ElidedLabel("secondary")
        self.facts.setObjectName("photoFacts")
        parent.installEventFilter(self)
        self.hide()

    def lay_out(
        self, commands: CommandTable, words: QWidget, is_marked: Callable[[], bool]
    ) -> None:
        """Put everything in its place.

        `words` is the field for a text, right below the photo, with what accepts it and what does
        not; `is_marked` tells whether something is drawn that can be kept.
        """
        self._commands, self._buttons, self._is_marked = commands, _buttons(commands), is_marked
        put, no = tr("Put it on the photo"), tr("No text")
        self._put = _button(commands["put-text"], "photo-put-text", f"✓ {put}", "")
        self._no_text = _button(commands["back"], "photo-no-text", f"✗ {no}", "")
        written = stack(None, ((words, 1), self._put, self._no_text), spacing=GRID, across=True)
        self._row = FlowRow(list(self._buttons.values()))
        self._back = command_button(commands["close"], "photo-close", "", f"← {tr('Back')}")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._back)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        below = (written, self._said, self._clock, self.facts, self._row)
        parts = (head, (self.middle, 1), *below)
        stack(self, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID // 2)
        for hidden in (words, self._said, self._clock):
            hidden.hide()
        commands.changed.connect(self.show_buttons)

    def show_buttons(self) -> None:
        """Show the buttons of what can be done now."""
        self._back.setVisible(self._commands["close"].isVisible())
        writes = self._commands["put-text"].isVisible()
        for each in (self._put, self._no_text):
            each.setVisible(writes)
        for name, button in self._buttons.items():
            button.setVisible(self._commands[name].isVisible())
        if writes:  # beside the field already
            self._buttons["back"].hide()
        self._buttons["keep"].setVisible(self._can_be_kept())
        self._row.arrange()
        self.turned.emit()

    def show_keep(self) -> None:
        """Offer to keep what is drawn, once something is."""
        if self._buttons["keep"].isHidden() is self._can_be_kept():
            self._buttons["keep"].setVisible(self._can_be_kept())
            self._row.arrange()

    def _can_be_kept(self) -> bool:
        return self._commands["keep"].isVisible() and self._is_marked()

    @property
    def is_open(self) -> bool:
        """It lies over the page."""
        return not self.isHidden()

    def lie_over(self) -> None:
        """Cover the page."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def say(self, text: str) -> None:
        """Say something under the photo, until the next key."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def warn_of_clock(self, words: str) -> None:
        """Say that a photo was taken at a time that cannot be; '' when it was not."""
        self._clock.setText(words)
        self._clock.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self.parentWidget() and self.is_open:
            self.resize(event.size())
        return False


def _buttons(commands: CommandTable) -> dict[str, CommandButton]:
    """Return the buttons by the names of their commands."""
    made = {}
    for name, words in (
        ("keep", f"✓ {tr('Keep')}"),
        ("remove", tr("Remove")),
        ("move", tr("Move")),
        ("role", tr("As found/corrected")),
        ("arrow", tr("Arrow")),
        ("box", tr("Box")),
        ("blur", tr("Blur")),
        ("text", tr("Text")),
        ("original", tr("Original")),
        ("zoom-in", tr("Larger")),
        ("zoom-out", tr("Smaller")),
        ("copy", tr("Save copy")),
        ("move-there", tr("Move it there")),
        ("back", tr("Back")),
    ):
        made[name] = _button(commands[name], f"photo-{name}", words)
    return made


def _button(command: Command, name: str, words: str, role: str = "quiet") -> CommandButton:
    made = command_button(command, name, role, words)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
