"""Keys and clicks as a keyboard and a mouse give them: into the queue that Qt's loop looks into.

`QTest` hands its own straight to a widget, past that queue.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer

_LATER = "INS_20AsynchronousDeliveryEEEbP7QWindow"
_KEY = (
    f"_ZN22QWindowSystemInterface14handleKeyEvent{_LATER}"
    "N6QEvent4TypeEi6QFlagsIN2Qt16KeyboardModifierEERK7QStringbt"
)
_MOUSE = (
    f"_ZN22QWindowSystemInterface16handleMouseEvent{_LATER}RK7QPointFS6_"
    "6QFlagsIN2Qt11MouseButtonEES9_N6QEvent4TypeES7_INS8_16KeyboardModifierEENS8_16MouseEventSourceE"
)

_Point = ctypes.c_double * 2


class _Text(ctypes.Structure):
    """A QString of letters that somebody else keeps."""

    _fields_ = [("owner", ctypes.c_void_p), ("at", ctypes.c_void_p), ("size", ctypes.c_ssize_t)]


def queue_keys(at: QWidget, keys: str) -> None:
    """Press and let go keys where the focus of a window will be by then."""
    for key in keys:
        letters = (ctypes.c_uint16 * 2)(ord(key), 0)
        _KEPT.append(letters)  # nobody owns them: Qt copies them only where it writes to them
        text = _Text(None, ctypes.addressof(letters), 1)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            _function(_KEY)(
                _window(at), kind.value, ord(key.upper()), 0, ctypes.byref(text), False, 1
            )


def queue_click(at: QWidget, where: QPoint) -> None:
    """Click a place of a widget."""
    window = at.window()
    inside, outside = at.mapTo(window, where), at.mapToGlobal(where)
    points = _Point(inside.x(), inside.y()), _Point(outside.x(), outside.y())
    left = Qt.MouseButton.LeftButton.value
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, 0)):
        _function(_MOUSE)(_window(at), *map(ctypes.byref, points), held, left, kind.value, 0, 0)


_KEPT: list[object] = []


def _window(at: QWidget) -> ctypes.c_void_p:
    handle = at.window().windowHandle()
    assert isinstance(handle, QWindow)
    address, *_ = getCppPointer(handle)  # of each base; of this one in some versions alone
    return ctypes.c_void_p(address)


@cache
def _function(name: str) -> Callable[..., object]:
    if sys.platform != "linux":
        pytest.skip("Qt has it under another name")
    library = Path(PySide6.__file__).parent / "Qt/lib/libQt6Gui.so.6"
    if not library.exists():
        pytest.skip("Qt is elsewhere")
    return ctypes.CDLL(str(library))[name]
