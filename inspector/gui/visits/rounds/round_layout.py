"""What the pages of a patrol and of a recheck have in common: a list, what is in front, a line."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.gui.commands.shortcuts import add_shortcut
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.lists.command_list import CommandList


def lay_out_round(
    page: QWidget, head: QWidget, names: QWidget, steps: QWidget, panel: QWidget, line: QWidget
) -> None:
    """Put the head above the list and the panel beside it, and the line below them.

    `names` asks between them who it is, when nobody is named.
    """
    middle = QHBoxLayout()
    middle.setSpacing(1)  # the hairline between the columns is the window behind them
    middle.addWidget(steps)
    middle.addWidget(panel, 1)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(names)
    column.addLayout(middle, 1)
    column.addWidget(line)


def attend_line(line: AskLine, steps: CommandList) -> None:
    """Let another key or a click take a question back, and the list have the keyboard again."""
    steps.pressed_other.connect(line.stop)
    steps.clicked.connect(lambda index: line.stop())
    line.left.connect(steps.setFocus)


def add_round_shortcuts(
    page: QWidget,
    steps: CommandList,
    complete: Callable[[], object],
    undo: Callable[[], object],
    redo: Callable[[], object],
    paste: Callable[[], object],
) -> None:
    """Let Ctrl+Enter complete the round from anywhere; the others are keys of the list."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        add_shortcut(page, keys, complete)
    for keys, slot in (("Ctrl+Z", undo), ("Ctrl+Y", redo), ("Ctrl+V", paste)):
        add_shortcut(steps, keys, slot)
