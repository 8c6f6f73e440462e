"""The lines above the banner that name what could not be kept at all, until they are dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui.missing import Missing
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import button, label, set_role, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr, tr_count

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
        self._list = QPlainTextEdit()
        self._list.setObjectName("missingList")
        self._list.setAccessibleName(tr("Not kept"))
        self._list.setReadOnly(True)
        words = tr("Dismiss")
        self._dismiss = button(words, "missingDismiss", "quiet")
        for each in (self._list, self._dismiss):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        shape = label("✗", "wrong")
        set_role(shape, "wrong")
        row = stack(None, (shape, (self._text, 1), self._dismiss), spacing=GRID, across=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addLayout(row)
        column.addWidget(self._list)
        self._dismiss.clicked.connect(missing.dismiss)
        missing.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        entries = self._missing.entries
        if entries:
            from inspector.workspace.unsaved_words import not_kept_sentence

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
            self._list.setPlainText("\n".join(lines))
            height = len(lines) * self._list.fontMetrics().lineSpacing() + 3 * GRID
            self._list.setFixedHeight(min(TALLEST_LIST, height))
        self.setVisible(bool(entries))
