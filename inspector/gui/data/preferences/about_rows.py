"""关于本程序: where the data lie, which versions run, what is inside and by which licences."""

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLayout, QLineEdit, QScrollArea, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import breakable, button, label, wrapped
from inspector.gui.widgets.scrolling import bring_into_sight, lay_out_now
from inspector.gui.widgets.stacked import stack
from inspector.paths import licences_folder
from inspector.translation import tr


class AboutRows:
    """The rows of the section; what is inside is asked, and shown, when somebody wants to know."""

    def __init__(self, session: Session, command: Command) -> None:
        """`command`: tells what is inside."""
        self._session = session
        self.folder = QLineEdit(str(session.workspace.folder))
        self.folder.setObjectName("dataFolder")
        self.folder.setAccessibleName(tr("Data folder"))
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(self.folder.text())
        self._version = label()
        self._version.setObjectName("version")
        self.inside = wrapped("", "small")
        self.inside.setObjectName("inside")
        self.inside.hide()
        self._button = command_button(command, "showInside")
        self._versions()

    def rows(self) -> list[tuple[str, QWidget | QLayout]]:
        """Return what stands before each row, and the row."""
        show = button(tr("Open folder"), "openDataFolder")
        show.clicked.connect(self._open_folder)
        folder = stack(None, (self.folder, show), spacing=2 * GRID, across=True)
        folder.addStretch(1)
        own = label(tr("This program: MIT"))
        licences = stack(None, (own, self._button), spacing=2 * GRID, across=True)
        licences.addStretch(1)
        return [
            (tr("Data folder"), folder),
            (tr("Version"), self._version),
            (tr("Licences"), licences),
        ]

    def show_inside(self, area: QScrollArea) -> None:
        """Tell what the program is made of, and bring it into sight in the area around it."""
        from inspector.workspace.about import inside

        parts = "; ".join(f"{each.name}, {each.licence}" for each in inside())
        lines = [tr("It is made of: {parts}.", parts=parts)]
        if place := licences_folder():
            lines.append(tr("The texts of the licences are in {folder}.", folder=place))
        self.inside.setText(breakable("\n".join(lines)))
        self.inside.show()
        self.folder.setFocus()
        lay_out_now(area)
        bring_into_sight(self.inside)

    def _versions(self) -> None:
        from inspector.workspace.about import versions

        told = versions()
        self._version.setText(
            tr(
                "{version} (Python {python}, Qt {qt}, SQLite {sqlite})",
                version=told.program,
                python=told.python,
                qt=qVersion(),
                sqlite=told.sqlite,
            )
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.workspace.folder)))
