"""The minutes of a meeting that was held: to read, to copy, to write as a workbook."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE, UP_DOWN
from inspector.gui.frame.page_head import PageHead
from inspector.gui.meeting.minutes_html import minutes_html
from inspector.gui.papers.paper_preview import preview_minutes
from inspector.gui.papers.paper_saving import save_minutes
from inspector.gui.session import Session
from inspector.gui.theme import GRID, colours_of
from inspector.gui.words import day_text
from inspector.translation import tr


class MinutesPage(QWidget):
    """Nothing on it can be changed."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._meeting_id = ""
        self.head = PageHead()
        self.commands = CommandTable(self)
        for name, words, keys, do in (
            ("export", tr("Minutes as a workbook"), "Ctrl+E", self.export),
            ("print", tr("Print…"), "Ctrl+P", self.print_out),
            ("scroll", tr("Scroll"), UP_DOWN, None),
            ("copy", tr("Copy all of it"), ("Ctrl+A", "Ctrl+C"), None),
            ("leave", tr("Back"), LEAVE, self.left.emit),
        ):
            self.commands.add(name, words, keys, do, short=words)
        export = self.commands["export"]
        self.head.lead_back(self.commands["leave"])
        self.head.add(command_button(self.commands["print"], "minutesPrint"))
        self.head.add(command_button(export, "minutesExport", "primary", tr("Minutes…")))
        self.text = QTextBrowser()
        self.text.setObjectName("minutesText")
        self.text.setAccessibleName(tr("Minutes"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(2 * GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.text, 1)

    def open(self, meeting_id: str) -> None:
        """Show the minutes of a meeting."""
        self._meeting_id = meeting_id
        self._show()
        self.text.verticalScrollBar().setValue(0)
        self.text.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the text."""
        self.text.setFocus()

    def export(self) -> None:
        """Ask where to, and write the minutes."""
        save_minutes(self, self._session, self._meeting_id)

    def print_out(self) -> None:
        """Show the minutes as they are printed."""
        preview_minutes(self._session, self._meeting_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._meeting_id:
            self._show()

    def _show(self) -> None:
        minutes = self._session.workspace.minutes.of(self._meeting_id)
        meeting = minutes.meeting
        title = tr("{site} minutes of the meeting", site=meeting.site_name)
        self.head.set_texts(title, day_text(meeting.started_at.date()))
        self.text.setHtml(minutes_html(minutes, colours_of(self)))
