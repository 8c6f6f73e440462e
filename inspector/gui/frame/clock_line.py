"""A record whose time has not come: the banner names it, and a line takes why its time is wrong.

F7 opens the line from wherever the keyboard is, also once the banner says something else.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from inspector.domain.visit.clock_remark import OddTime
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.keyed_button import KeyedButton
from inspector.gui.commands.shared_keys import LEAVE, key_name, with_key
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.banner import Banner
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.translation import tr
from inspector.workspace.clock import clock_sentence, declare_wrong, record_words
from inspector.workspace.preferences import INSPECTORS


class ClockLine(QFrame):
    """Enter keeps the reason beside the record, which stays as it is; Esc leaves it for later."""

    def __init__(
        self, session: Session, banner: Banner, table: CommandTable, parent: QWidget
    ) -> None:
        """`table` is that of the window."""
        super().__init__(parent)
        self.setObjectName("findBar")
        self._session, self._banner = session, banner
        self._odd: OddTime | None = None
        self._said = ""
        self._about = ElidedLabel("section")
        self.reason = QLineEdit()
        self.reason.setObjectName("clockReason")
        TextLimit(self.reason, LINE)
        self.reason.setAccessibleName(tr("Why the time is wrong"))
        self.reason.setPlaceholderText(tr("Why its time is wrong; printed with the record"))
        keep = KeyedButton(tr("The time is wrong"), "↵", "clockKeep", "primary")
        leave = KeyedButton(tr("Back"), key_name(LEAVE), "clockLeave")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._about)
        row.addWidget(self.reason, 1)
        row.addWidget(keep)
        row.addWidget(leave)
        self._draft = DraftKeeper(session, "clock", {"reason": self.reason}, self)
        self.reason.returnPressed.connect(self._keep)
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self._leave)
        banner.acted.connect(self._on_acted)
        self._correct = table.add(
            "clock", tr("The time of this record is wrong…"), "F7", self._open
        )
        self.hide()

    def offer(self, odd: Sequence[OddTime]) -> None:
        """Name the first of the records whose time has not come; nothing when there is none."""
        if self.isVisible():
            return  # somebody writes why
        self._odd = odd[0] if odd else None
        self._correct.setVisible(bool(odd))  # else it is a key like any other
        if odd:
            self._said = clock_sentence(odd, self._session.workspace.now())
            self._banner.ask(self._said, with_key(self._correct.text(), self._correct.key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _on_acted(self) -> None:
        if self._banner.text == self._said:
            self._open()

    def _open(self) -> None:
        if self._odd is None or self.isVisible():
            return
        self._about.setText(f"{record_words(self._odd)} · {self._odd.moment:%Y-%m-%d %H:%M}")
        self._draft.leave()
        self.reason.clear()
        self._draft.begin(self._odd.reference)
        self._banner.hide()
        self.show()
        self.reason.setFocus()

    def _keep(self) -> None:
        odd, workspace, reason = self._odd, self._session.workspace, self.reason.text()
        by = workspace.preferences.get(INSPECTORS)
        if odd is None:
            return
        done = self._session.attempt(lambda: declare_wrong(workspace, odd, reason, by))
        if done is not None:
            self._draft.drop()
            self.hide()
            self._banner.left.emit()
            self._session.told.emit(
                tr("{record}: its time is marked as wrong.", record=record_words(odd)), ""
            )

    def _leave(self) -> None:
        self._draft.leave()  # what was typed is there when it is opened again
        self.hide()
        self._banner.left.emit()
