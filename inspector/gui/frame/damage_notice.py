"""The line that stays once a window has met damage: it only reads from now on, and F6 leads back.

Loaded when there is damage; it has no way to close but the end of the window.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.errors import DamagedDatabaseError
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.damaged_window import DamagedWindow, back_sentence
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.translation import tr
from inspector.workspace.keeping.damage_words import read_only_sentence
from inspector.workspace.keeping.restore_from_backup import WayBack, way_back


class DamageNotice(QFrame):
    """Says what became of the database of a session, and what restoring would cost."""

    ended = Signal(object)
    """The window is to close; what is to come then is an `Ending`."""

    def __init__(
        self,
        session: Session,
        damage: DamagedDatabaseError,
        table: CommandTable,
        parent: QWidget,
    ) -> None:
        """`table` is that of the window."""
        super().__init__(parent)
        self.setObjectName("damageNotice")
        self._session = session
        self._damage = damage
        said = wrapped(read_only_sentence(damage))
        said.setObjectName("damageText")
        self._back = wrapped(tr("Looking for the newest sound backup…"), "secondary")
        self._back.setObjectName("damageBack")
        back = table.add("restore", tr("Bring a backup back…"), "F6", self._ask)
        restore = command_button(back, "damageRestore")
        restore.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(said)
        words.addWidget(self._back)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(label("✗", "wrong"))
        row.addLayout(words, 1)
        row.addWidget(restore)
        folder = session.workspace.folder
        session.runner.beside(
            lambda hear: way_back(folder), self._offer, lambda error: self._offer(None)
        )

    @property
    def text(self) -> str:
        """What it says of the way back."""
        return self._back.text()

    def _offer(self, way: WayBack | None) -> None:
        self._back.setText(back_sentence(way))

    def _ask(self) -> None:
        parent = self.window()
        if any(each.isVisible() for each in parent.findChildren(DamagedWindow)):
            return
        workspace = self._session.workspace
        window = DamagedWindow(workspace.folder, self._damage, workspace.now, parent)
        window.accepted.connect(lambda: self.ended.emit(window.ending))
        window.finished.connect(window.deleteLater)
        window.open()
