"""What opens at the foot of a screen to write something down: Enter takes it, Esc leaves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.left_over_keys import LeftOverKeys
from inspector.gui.commands.shared_keys import CONFIRM
from inspector.gui.fault_fields import FaultFields
from inspector.gui.measures import sized
from inspector.gui.meeting.deciding.window_choice import WindowChoice
from inspector.gui.theme import GRID
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

_ROOM_FOR_ONE_ROW, _ROOM_FOR_TITLE = 860, 1000
"""Pixels of a window; in a narrower one rows are divided, and titles above what is chosen."""


def nothing_to_propose() -> None:
    """Fill in nothing: what there is to write is the same for every window."""


class Tray(QFrame):
    """A title, fields under their names, and what Enter does."""

    accepted = Signal()
    left = Signal()

    def __init__(self, name: str, accept: str, enter: Sequence[str] = CONFIRM) -> None:
        super().__init__()
        self.setObjectName("tray")
        self.name = name
        self._enter = enter
        self._title = wrapped("", "section")
        self._title.setObjectName(f"{name}Title")
        self.commands = CommandTable(self)
        take, leave = self.commands.add_answers(
            (accept, self.accepted.emit), (tr("Back"), self.left.emit), enter, leave_first=True
        )
        self.commands.add("next-field", tr("Next field"), "Tab", short=tr("Next field"))
        self.windows = WindowChoice(name)
        self.propose: Callable[[], None] = nothing_to_propose  # for the windows that are chosen
        self.windows.currentIndexChanged.connect(self._propose)
        self.accept = command_button(take, f"{name}Accept", "primary")
        self.cancel = command_button(leave, f"{name}Cancel")
        self._hint = wrapped("", "caution")
        self._hint.setObjectName(f"{name}Hint")
        self._hint.hide()
        self.faults = FaultFields()
        self.fields = QGridLayout()
        self.fields.setHorizontalSpacing(2 * GRID)
        self.fields.setVerticalSpacing(GRID // 2)
        self._head = stack(
            None,
            # Last, where no button that turns the screens was a moment ago.
            ((self._title, 1), self.windows, self.cancel, self.accept),
            spacing=GRID,
            across=True,
        )
        parts = (self._head, self.fields, self._hint)
        self._column = stack(self, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID)
        self._is_above = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_title()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_title()

    @property
    def is_narrow(self) -> bool:
        """The window has no room for everything beside each other."""
        return self.window().width() < sized(_ROOM_FOR_ONE_ROW)

    def _place_title(self) -> None:
        """Have the title above what is chosen in a narrow window, where it would be a column."""
        is_narrow = self.window().width() < sized(_ROOM_FOR_TITLE)
        above = is_narrow and not self.windows.isHidden()
        if above is not self._is_above:
            self._is_above = above
            if above:
                self._head.removeWidget(self._title)
                self._column.insertWidget(0, self._title)
            else:
                self._column.removeWidget(self._title)
                self._head.insertWidget(0, self._title, 1)
            self._head.setStretchFactor(self.windows, int(above))

    def ask(self, title: str) -> None:
        """Say what it is about."""
        self._title.setText(title)

    def call_accept(self, words: str) -> None:
        """Say what Enter does, where it depends on the windows that are chosen."""
        self.commands["confirm"].set_words(words)

    def hint(self, words: str) -> None:
        """Say what to bear in mind, below the fields; nothing when there are no words."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def place(self, row: int, column: int, title: str, field: QWidget, span: int = 1) -> QLabel:
        """Put a field under its name; return the label that says it."""
        name = label(title)
        name.setBuddy(field)
        field.setAccessibleName(title)
        if isinstance(field, QComboBox):  # else its first Enter would only take what it completed
            LeftOverKeys(self.commands["confirm"], field, self._enter)
        self.fields.addWidget(name, 2 * row, column, 1, span)
        self.fields.addWidget(field, 2 * row + 1, column, 1, span)
        self.fields.setColumnStretch(column, 1)
        return name

    def _propose(self) -> None:
        self.propose()

    def begin(self) -> None:
        """Take the keyboard."""
        raise NotImplementedError


def choice(name: str) -> QComboBox:
    """Return a field that offers names and takes any other."""
    made = Combo()
    made.setObjectName(name)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(4)
    editor = made.lineEdit()
    assert editor is not None
    TextLimit(editor, LINE)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel goes past it
    return made


def offer(field: QComboBox, first: str, others: tuple[str, ...]) -> None:
    """Let a field say `first` and offer the others."""
    field.clear()
    for text in dict.fromkeys([first, *others]):
        if text or text == first:
            field.addItem(text)
    field.setCurrentIndex(0)
    editor = field.lineEdit()
    if editor is not None:
        editor.setCursorPosition(0)  # of a long name its beginning is seen
        editor.deselect()
