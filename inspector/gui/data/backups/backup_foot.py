"""The foot of the page of backups: second copy, room, the journal's code, what the doctor found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui.commands.command_button import CommandButton
from inspector.gui.frame.whole_label import WholeLabel
from inspector.gui.measures import sized
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import button, label, set_role
from inspector.gui.widgets.stacked import surface
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.keeping.doctor import Report

_LABEL_WIDTH = 120

TALLEST_LIST = 132
"""Pixels of the list of findings before it scrolls."""


class BackupFoot(QWidget):
    """Four lines, and a list where there is something to list."""

    chosen = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        surface(area=self)
        self._folder = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self._folder.setObjectName("secondCopy")
        self._clear = button(tr("No second copy"), "clearSecondCopy", "quiet")
        choose = self._choose = button(tr("Choose folder…"), "chooseSecondCopy")
        self.passphrase_button = CommandButton("setPassphrase")
        self._room = ElidedLabel("")
        self._room.setObjectName("roomLeft")
        self._code = WholeLabel("journalCode")
        self._result = WholeLabel("doctorResult", "secondary")
        self._result.setText(
            tr("The database, photos, seals and half-written files; nothing is changed by it.")
        )
        self.look_button = CommandButton("lookOver")
        self._list = QPlainTextEdit()
        self._list.setObjectName("doctorFindings")
        self._list.setAccessibleName(tr("What was found"))
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)  # a finding is one line
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        buttons = (self._clear, self.passphrase_button, choose)
        column.addLayout(_line(tr("Second copy"), self._folder, *buttons))
        column.addLayout(_line(tr("Room"), self._room))
        self._journal = QWidget()
        self._journal.setLayout(_line(tr("Journal"), self._code))
        column.addWidget(self._journal)
        column.addLayout(_line(tr("Condition"), self._result, self.look_button))
        column.addWidget(self._list)
        choose.clicked.connect(self.chosen)
        self._clear.clicked.connect(self.cleared)

    def show_folder(self, folder: str, said: str, ruled: str) -> None:
        """Say where the second copy goes, '' is nowhere, and what is `said` of it.

        `ruled`: why there may be none.
        """
        self._choose.setEnabled(not ruled)
        self._folder.setText(ruled or said)
        set_role(self._folder, "" if folder and not ruled else "secondary")
        self._clear.setVisible(bool(folder))

    def leave_room(self, is_wanted: bool) -> None:
        """Do without the line that nobody acts on, while a form needs its room on a low screen."""
        self._journal.setVisible(not is_wanted)

    def show_room(self, said: str, *, is_short: bool) -> None:
        """Say how long the room on the disks will do."""
        self._room.setText(said)
        set_role(self._room, "caution" if is_short else "")

    def show_code(self, code: str) -> None:
        """Say the code of the journal's newest entry, which papers print; '' without any."""
        self._code.setText(
            tr(
                "Code {code}: printed on every paper; whoever has the paper can later tell"
                " whether records were changed.",
                code=code,
            )
            if code
            else tr("Nothing was recorded yet.")
        )
        set_role(self._code, "" if code else "secondary")

    def show_report(self, report: "Report") -> None:
        """Say what the doctor found."""
        from inspector.workspace.keeping.doctor_words import report_sentence, trouble_sentence

        self._result.setText(report_sentence(report))
        set_role(self._result, "passed" if report.is_healthy else "wrong")
        lines = [trouble_sentence(remark) for remark in report.remarks]
        self._list.setPlainText("\n".join(lines))
        spacing = self._list.fontMetrics().lineSpacing()
        self._list.setMinimumHeight(spacing + GRID)  # on a low screen the rest is scrolled to
        self._list.setMaximumHeight(min(sized(TALLEST_LIST), len(lines) * spacing + 3 * GRID))
        self._list.setVisible(bool(lines))


def _line(title: str, text: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    name = label(title, "secondary")
    fix_width(name, _LABEL_WIDTH)
    row.addWidget(name)
    row.addWidget(text, 1)
    for made in buttons:
        row.addWidget(made)
    return row
