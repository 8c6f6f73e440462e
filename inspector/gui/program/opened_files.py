"""Files that a start was given, by a double click say: this one, or another beside it.

Such a file comes to the preview of what it would change, as a dropped one does. It waits while
something in front is to be filled in or answered, other work goes on, a page has the whole screen
or the window is locked: a line says so until it is opened or let be.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame

from inspector.gui.announcing import announce
from inspector.gui.commands.command_button import command_button
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.window_lock import WindowLock
from inspector.gui.program.dropped import take_dropped
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import breakable, button, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import join_sentences, tr, tr_count

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow


def take_handed(window: "MainWindow", path: Path) -> None:
    """Show what a file would change, or let it wait while the window is not to be turned to it."""
    opened = window.findChild(OpenedFiles)
    (opened if isinstance(opened, OpenedFiles) else OpenedFiles(window)).take(path)


class OpenedFiles(QFrame):
    """The line above the banner for what waits; made with the first file."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setObjectName("banner")
        self._window = window
        self._waiting: list[Path] = []
        self._said = wrapped()
        self._said.setObjectName("waitingFile")
        words = tr("Show what it would change")
        self._open = window.commands.add("waiting-file", words, "F8", self._go_on)
        self._open.setVisible(False)
        dismiss = button(tr("Do not open it"), "dismissWaiting", "quiet")
        dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        dismiss.clicked.connect(self._dismiss)
        opens = command_button(self._open, "openWaiting", "quiet")
        opens.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        parts = (label("!", "caution"), (self._said, 1), opens, dismiss)
        margin = (2 * GRID, GRID, 2 * GRID, GRID)
        stack(self, parts, margin=margin, spacing=GRID, across=True)
        window.add_line(self)
        self.hide()
        self._lock = window.findChild(WindowLock)
        if self._lock is not None:
            self._lock.opened.connect(self._on_unlocked)

    def take(self, path: Path) -> None:
        """Show what a file would change, or let it wait behind those that do."""
        if not self._waiting and not self._why_it_waits(path):
            self._show_change(path)
            return
        if path not in self._waiting:
            self._waiting.append(path)
        self._show()

    def _go_on(self) -> None:
        """Show what the first of them would change, where that can be done by now."""
        if not self._waiting:
            return
        if why := self._why_it_waits(self._waiting[0]):
            self._show()  # where it stands in sight
            announce(self, why, at_once=True)
            return
        path = self._waiting.pop(0)
        self._show()
        self._show_change(path)

    def _show_change(self, path: Path) -> None:
        take_dropped(self._window, self._window.session, [path])

    def _dismiss(self) -> None:
        self._waiting.clear()
        self._show()

    def _on_unlocked(self) -> None:
        if self._waiting:
            self._go_on()

    def _why_it_waits(self, path: Path) -> str:
        """Return why the window is not turned to a file now; '' when it may be."""
        window, name = self._window, path.name
        if not window.session.runner.is_free:
            return tr("“{name}” waits until what is under way has ended.", name=name)
        if window.is_presenting:
            return tr("“{name}” waits until the page has left the whole screen.", name=name)
        is_locked = self._lock is not None and self._lock.is_locked
        other = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if is_locked or other is not None or self._is_written():
            return tr("“{name}” waits until what is open here is saved or cancelled.", name=name)
        return ""

    def _is_written(self) -> bool:
        """Tell whether something in front is being filled in, or asks to be answered."""
        drafts = self._window.findChildren(DraftKeeper)
        return any(table.asks for table in self._window.page.tables()) or any(
            each.is_written and each.is_in_front for each in drafts
        )

    def _show(self) -> None:
        count = len(self._waiting)
        self._open.setVisible(bool(count))
        self.setVisible(bool(count))
        if not count:
            return
        first = self._waiting[0]
        said = [self._why_it_waits(first) or tr("“{name}” waits.", name=first.name)]
        if count > 1:
            more = tr_count(count - 1, "1 more waits behind it.", "{count} more wait behind it.")
            said.append(more)
        self._said.setText(breakable(join_sentences(said)))
