"""The look of a panel that waits for one of two answers: a question, what it is about, a list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline


def lay_out_question(
    panel: QWidget,
    heading: QWidget,
    answers: Sequence[QPushButton],
    said: Sequence[QWidget],
    table: QWidget,
) -> None:
    """Put a heading with its answers above what is `said` and the list that fills the rest."""
    panel.setObjectName("surface")
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    head = QHBoxLayout()
    head.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
    head.setSpacing(GRID)
    head.addWidget(heading, 1)
    for answer in answers:
        head.addWidget(answer)
    words = QVBoxLayout()
    words.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
    words.setSpacing(GRID)
    for widget in said:
        words.addWidget(widget)
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    column.addLayout(words)
    column.addWidget(hairline())
    column.addWidget(table, 1)
