"""The lines above the banner that name what could not be kept at all, until they are dismissed.

Made when there is something to name: nearly never.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector.gui.missing import Missing
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, label, set_role, wrapped
from inspector.gui.widgets.lists.problem_list import ProblemList
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count
from inspector.workspace.unsaved_words import not_kept_sentence

TALLEST_LIST = 110
"""Pixels before it scrolls: the page matters more."""


class MissingLine(QFrame):
    """A sentence, the list, one button."""

    def __init__(self, missing: Missing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._missing = missing
        self._text = wrapped()
        self._text.setObjectName("missingText")
        self._list = ProblemList("missingList", tr("Not kept"), TALLEST_LIST)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = tr("Dismiss")
        dismiss = button(words, "missingDismiss", "quiet")
        dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        shape = label("✗", "wrong")
        set_role(shape, "wrong")
        row = stack(None, (shape, (self._text, 1), dismiss), spacing=GRID, across=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addLayout(row)
        column.addWidget(self._list)
        dismiss.clicked.connect(missing.dismiss)
        missing.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        entries = self._missing.entries
        if entries:
            self._text.setText(
                tr_count(
                    len(entries),
                    "1 photo or file was not kept, since no disk takes it. Keep it elsewhere and"
                    " add it again.",
                    "{count} photos or files were not kept, since no disk takes them. Keep them"
                    " elsewhere and add them again.",
                )
            )
            lines = [not_kept_sentence(each.name, each.place, each.error) for each in entries]
            self._list.list(lines)
        self.setVisible(bool(entries))
