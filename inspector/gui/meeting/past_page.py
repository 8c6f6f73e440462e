"""Past meetings, newest first; Enter opens the minutes of one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import ALWAYS, CommandTable
from inspector.gui.commands.keyed_words import hand_label
from inspector.gui.commands.shared_keys import COMPLETE, CONFIRM, LEAVE, press
from inspector.gui.frame.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.widgets.empty_note import EmptyNote
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import day_text
from inspector.translation import tr

SHOWN = 200
"""Meetings in the list; older ones are in the exports."""


class PastPage(QWidget):
    """The list."""

    left = Signal()
    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._session = session
        self.head = PageHead(tr("Past meetings"))
        self.model: TableModel[Meeting] = TableModel(_columns())
        self.table = TableView(self.model, "pastMeetings", tr("Past meetings"))
        self._empty = EmptyNote(tr("No meeting was held yet"), "")
        hand_label(self._empty.sentence, _how_it_is_listed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        stack(self, (self.head, (self._stack, 1)))
        self.table.opened.connect(lambda row: self.opened.emit(self.model.row_at(row).id))
        self.commands = CommandTable(self)
        minutes, copy, back = tr("Minutes"), tr("Copy rows"), tr("Back")
        table = self.table
        self.commands.add("open", minutes, CONFIRM, table.open_row, short=minutes, at=table)
        self.commands.add("copy", copy, "Ctrl+C", table.copy_rows, short=copy, at=table)
        self.commands.add("leave", back, LEAVE, self.left.emit, short=back, modes=ALWAYS)
        self.head.lead_back(self.commands["leave"])
        give_context_menu(table, [self.commands["open"], self.commands["copy"]])

    def open(self) -> None:
        """Show what was held so far; the chosen meeting stays chosen."""
        row = self.table.currentIndex().row()
        self.model.set_rows(self._session.workspace.meetings.ended(SHOWN))
        count = self.model.rowCount()
        self._stack.setCurrentWidget(self.table if count else self._empty)
        self.commands.set_mode("" if count else "empty")
        if count:
            self.table.selectRow(min(max(row, 0), count - 1))
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        (self.table if self.model.rowCount() else self).setFocus()


def _how_it_is_listed() -> str:
    return tr(
        "Its minutes are listed here once it was ended with {complete} on its last screen.",
        complete=press(COMPLETE, tr("End the meeting")),
    )


def _columns() -> list[Column[Meeting]]:
    def took(meeting: Meeting) -> str:
        return str(meeting.minutes_taken or "")

    def there(meeting: Meeting) -> str:
        present = len(meeting.present)
        return f"{present} / {present + len(meeting.absent)}"

    return [
        Column(tr("Day"), lambda each: day_text(each.started_at.date()), 144),
        Column(tr("Began"), lambda each: f"{each.started_at:%H:%M}", 80),
        Column(tr("Site"), lambda each: each.site_name),
        Column(tr("Host"), lambda each: each.host, 128),
        Column(tr("Present"), there, 96, number=True),
        Column(tr("Minutes taken"), took, 96, number=True),
    ]
