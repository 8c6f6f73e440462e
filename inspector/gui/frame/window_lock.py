"""Locks the window: at once by its key, after idle minutes, and at the start.

A meeting on a projector is not interrupted: while a page has the whole screen, or the audience
has a screen of its own, idle minutes do not count. Locked by hand, the audience's screen is black
until the window is open again. Who is away is known from the few events that
the system's window gets; without a password nothing is listened to.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import LOCK_MINUTES, WINDOW_PASSWORD

if TYPE_CHECKING:
    from inspector.gui.frame.curtain import Blind, Curtain
    from inspector.gui.frame.main_window import MainWindow

LOCK_KEY = "Ctrl+Shift+L"
_MINUTE = 60_000
SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}
"""Of somebody at the window."""


class WindowLock(QObject):
    """Serves one window."""

    opened = Signal()
    """The curtain is up again, and the keyboard where it was."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._curtain: Curtain | None = None
        self._blinds: list[Blind] = []
        self._before: QWidget | None = None  # which had the keyboard
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._listens = False
        window.commands.add(
            "lock", tr("Lock the window"), LOCK_KEY, self.lock, why_not=self._why_not
        )
        session.changed.connect(self._on_changed)
        session.lock_wanted.connect(self.lock)
        self._follow()
        if self._has_password:
            self.lock()

    @property
    def is_locked(self) -> bool:
        """The curtain is down."""
        return self._curtain is not None

    def lock(self) -> None:
        """Let the curtain down; what was typed stays where it is."""
        if self.is_locked or not self._has_password:
            return
        from inspector.gui.frame.curtain import Blind, Curtain
        from inspector.workspace.keeping.window_password import opens

        self._close_others()
        self._window.present(False)
        self._window.setAcceptDrops(False)
        self._before = self._window.focusWidget()
        self._centre.hide()
        QToolTip.hideText()
        preferences = self._session.workspace.preferences
        self._curtain = Curtain(lambda typed: opens(preferences, typed), self._window)
        self._curtain.opened.connect(self._open)
        self._curtain.covered.connect(self._close_others)
        self._blinds = [Blind(each) for each in _audience()]
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS:
            self._since.restart()
        return False

    @property
    def _centre(self) -> QWidget:
        centre = self._window.centralWidget()
        assert centre is not None
        return centre

    @property
    def _has_password(self) -> bool:
        return bool(self._session.workspace.preferences.get(WINDOW_PASSWORD))

    @property
    def _minutes(self) -> int:
        return int(self._session.workspace.preferences.get(LOCK_MINUTES) or 0)

    def _why_not(self) -> str:
        if self._has_password:
            return ""
        return tr("Set a password of the window first: Data, Preferences.")

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self._follow()

    def _follow(self) -> None:
        """Listen and count while there is something to count for."""
        counts = self._has_password and self._minutes > 0
        handle = self._window.windowHandle()
        if handle is not None and counts != self._listens:
            (handle.installEventFilter if counts else handle.removeEventFilter)(self)
            self._listens = counts
        if counts and not self.is_locked:
            self._since.restart()
            self._timer.start(self._minutes * _MINUTE)
        else:
            self._timer.stop()

    def _look(self) -> None:
        left = self._minutes * _MINUTE - self._since.elapsed()
        if self._is_watched():
            self._since.restart()
            left = self._minutes * _MINUTE
        if left > 0:
            self._timer.start(int(left))
        else:
            self.lock()

    def _is_watched(self) -> bool:
        """Tell whether others look at a screen of ours."""
        return self._window.is_presenting or bool(_audience())

    def _close_others(self) -> None:
        """Close menus and dialogs, as Esc would, and those that come up while it is locked."""
        for _ in range(9):
            other = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if other is None or other is self._window:
                break
            if self.is_locked and other.objectName() == "unsavedQuestion":
                return  # the window was told to close: how much is not saved is no secret
            other.close()
        if self._curtain is not None:
            self._curtain.take_focus()

    def _open(self) -> None:
        curtain, self._curtain = self._curtain, None
        if curtain is None:
            return
        for blind in self._blinds:
            if isValid(blind):
                blind.hide()
                blind.deleteLater()
        self._blinds = []
        self._window.setAcceptDrops(True)
        self._centre.show()
        curtain.hide()
        curtain.deleteLater()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        else:
            self._window.page.enter()
        self._before = None
        self._follow()
        self.opened.emit()


def _audience() -> list[QWidget]:
    """Return the windows on screens of an audience."""
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if each.objectName() == "audience" and each.isVisible()]
