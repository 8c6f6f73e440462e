"""The look of a panel that waits for one of two answers: a question, what it is about, a list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack


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
    row = [(heading, 1)]
    head = stack(None, row, margin=(2 * GRID, GRID, 2 * GRID, 0), spacing=GRID, across=True)
    for answer in answers:
        head.addWidget(answer)
    words = QVBoxLayout()
    words.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
    words.setSpacing(GRID)
    for widget in said:
        words.addWidget(widget)
    stack(panel, (head, words, hairline(), (table, 1)))
