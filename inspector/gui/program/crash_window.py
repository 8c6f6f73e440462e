"""The one window that an unexpected error shows: a report to copy, and how to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

_WIDTH, _HEIGHT = 720, 400


class CrashWindow(QDialog):
    """Lies over the window until the person has chosen; more errors come into the same report."""

    restarted = Signal()
    quitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle(tr("Service window inspection"))
        self.setModal(True)
        self._reports: list[str] = []
        self._report = QPlainTextEdit()
        self._report.setObjectName("crashReport")
        self._report.setAccessibleName(tr("Report"))
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._copied = label("", "passed")
        self._copied.setObjectName("crashCopied")
        table = CommandTable(self)
        again = table.add("restart", tr("Restart at the same place"), "R", self._restart)
        go_on = command_button(
            table.add("go-on", tr("Go on"), "Return"), "crashGoOn", "primary"
        )  # a dialog's own key
        copy = command_button(
            table.add("copy", tr("Copy the report"), "C", self._copy), "crashCopy"
        )
        restart = command_button(again, "crashRestart")
        leave = command_button(table.add("quit", tr("Quit"), "Q", self._quit), "crashQuit")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for made in (copy, self._copied):
            row.addWidget(made)
        row.addStretch(1)
        for made in (leave, restart, go_on):
            row.addWidget(made)
        parts = [label(tr("Something went wrong that should not"), "title")]
        column = stack(self, parts, margin=(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID), spacing=GRID)
        column.addWidget(
            wrapped(
                tr(
                    "Everything entered before is on the disk. The report names program versions"
                    " and places in the program, and nothing of your data; please send it to"
                    " whoever looks after this program."
                ),
                "secondary",
            )
        )
        column.addWidget(self._report, 1)
        column.addLayout(row)
        go_on.clicked.connect(self.accept)
        self.resize(_WIDTH, _HEIGHT)
        go_on.setDefault(True)
        go_on.setFocus()

    def add(self, report: str) -> None:
        """Show another report; the same one again changes nothing."""
        what = report.partition("\n\n")[2]  # without its moment
        if what not in self._reports:
            self._reports.append(what)
            before = self._report.toPlainText()
            self._report.setPlainText(f"{before}\n\n{report}" if before else report)
        if not self.isVisible():
            self.setWindowModality(Qt.WindowModality.ApplicationModal)
            self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copied.setText(tr("Copied"))

    def _restart(self) -> None:
        self.accept()
        self.restarted.emit()

    def _quit(self) -> None:
        self.accept()
        self.quitted.emit()
