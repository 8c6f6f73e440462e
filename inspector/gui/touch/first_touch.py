"""Waits for the first finger; what a finger does is loaded when one comes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputDevice, QTouchEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

if TYPE_CHECKING:
    from inspector.gui.touch.fingers import Fingers

_TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)


class FirstTouch(QObject):
    """Hears every touch of a window before its widgets do.

    It listens at the window of the system, where few events come: nothing is slower for it.
    """

    _fingers: "Fingers | None" = None
    """Of the class first. Of the list of a field only Qt knows; its wrapper holds this listener as
    a child, and the fingers hold the window: a ring, which is collected as garbage. Qt goes on
    asking the listener, which has lost its own attributes then (tried with `gc.collect()`).
    """

    def __init__(self, window: QWidget) -> None:
        """`window` has been shown."""
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _TOUCHES or not isinstance(event, QTouchEvent):
            return False
        if event.deviceType() is not QInputDevice.DeviceType.TouchScreen:
            return False  # a touchpad scrolls of itself
        if self._fingers is None:
            from inspector.gui.touch.fingers import Fingers
            from inspector.gui.touch.touch_offer import offer_touch_mode

            window = self.parent()
            assert isinstance(window, QWidget)
            self._fingers = Fingers(window)
            offer_touch_mode(window)
        if event.type() is QEvent.Type.TouchEnd:
            QTimer.singleShot(0, self, self._hear_list)
        return self._fingers.take(event)

    def _hear_list(self) -> None:
        """Hear the list of a field of choices that was just opened: it is a window of its own."""
        popup = QApplication.activePopupWidget()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        if popup is None or popup.findChild(FirstTouch, "", direct) is not None:
            return
        if popup.findChild(QAbstractItemView) is not None:
            FirstTouch(popup)
