"""Where the window is and how large: never larger than the screen, and kept however it closes."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSettings, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1366, 768)
"""Pixels: the screen of the laptops this is carried on."""

FRAME = QSize(16, 40)
"""Pixels that the edges and the title bar of a desktop take at most."""

REST = 1000
"""Milliseconds without a change, after which the place is kept: a program may be killed, too."""

_KEY = "geometry"
_MOVED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}
_OTHER_SCREEN = {QEvent.Type.ScreenChangeInternal, QEvent.Type.DevicePixelRatioChange}


class WindowPlace(QObject):
    """Puts a window where it was, keeps where it is, and fits it into the screen it is on.

    Another screen, another scale or a task bar that grew takes room away; a screen may be gone.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._heard: QScreen | None = None
        self._held: QByteArray | None = None
        self._rested = QTimer(self, singleShot=True, interval=REST)
        self._rested.timeout.connect(self.keep)
        self._fitted = QTimer(self, singleShot=True, interval=0)
        self._fitted.timeout.connect(self._fit)
        room = window.screen().availableSize()
        size = FIRST_SIZE.boundedTo(room - FRAME)
        window.resize(size)
        if size != FIRST_SIZE:
            window.setWindowState(Qt.WindowState.WindowMaximized)  # else its keys are off it
        kept = QSettings().value(_KEY)
        if isinstance(kept, QByteArray):
            window.restoreGeometry(kept)
        window.installEventFilter(self)

    def hold(self, place: QByteArray | None) -> None:
        """Keep this place, whatever becomes of the window, until None is held."""
        self._held = place

    def keep(self) -> None:
        """Write down where the window is, for the next start."""
        self._rested.stop()
        QSettings().setValue(_KEY, self._held or self._window.saveGeometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOVED:
            if self._window.isVisible():
                self._rested.start()
        elif kind in _OTHER_SCREEN or kind is QEvent.Type.Show:
            self._hear(self._window.screen())
            self._refit()
        return False

    @Slot()
    def _refit(self) -> None:
        self._fitted.start()  # once the desktop has done its part

    def _hear(self, screen: QScreen) -> None:
        if screen is self._heard:
            return
        if self._heard is not None:
            self._heard.availableGeometryChanged.disconnect(self._refit)
        self._heard = screen
        screen.availableGeometryChanged.connect(self._refit)

    def _come_back(self) -> None:
        """Fill the screen that is left where the one that a meeting was shown on is gone."""
        window, screen = self._window, self._window.screen()
        if not screen.geometry().intersects(window.geometry()):
            window.showNormal()  # what has a whole screen does not move
            window.setGeometry(screen.geometry())
            window.showFullScreen()

    def _fit(self) -> None:
        window = self._window
        if window.isFullScreen():
            self._come_back()
        if window.isMaximized() or window.isFullScreen() or window.isMinimized():
            return  # the desktop sees to it
        outside = window.frameGeometry()  # which screen it is on, Qt says late
        screen = QGuiApplication.screenAt(outside.center()) or window.screen()
        room = screen.availableGeometry()
        edges = outside.size() - window.size()
        size = window.size().boundedTo(room.size() - edges)
        if size != window.size():
            window.resize(size)
        last = QPoint(room.right() + 1, room.bottom() + 1) - QPoint(
            size.width() + edges.width(), size.height() + edges.height()
        )
        at = QPoint(
            max(room.left(), min(outside.x(), last.x())),
            max(room.top(), min(outside.y(), last.y())),
        )
        if at != outside.topLeft():
            window.move(at)
