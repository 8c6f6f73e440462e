"""Two starts on one data folder: the second rings, the first comes to the front.

A start with a file hands its path over. Loaded when the first page takes keys, or when the folder
turns out to be in use.
"""

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WORD, _ANSWER = b"show", b"here"
_WITH_FILE, _END = b"take", b"\0"
"""Of a ring with a file: the word, the token, and on a line of its own the path, which has no 0."""

PATIENCE = 8000
"""Milliseconds for a first start that has the folder but no window yet."""

_TURN = 200


def bell_name(folder: Path) -> str:
    """Return the name that the starts on one folder share, and no others."""
    path = os.path.normcase(os.path.realpath(folder))
    return f"inspector-{hashlib.sha256(path.encode(errors='surrogateescape')).hexdigest()[:24]}"


class Bell(QObject):
    """Listens for other starts on the folder; only who holds the folder's lock may make one."""

    rung = Signal()

    handed = Signal(object)
    """The Path of a file that another start was given; after `rung`."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._heard: dict[QLocalSocket, bytes] = {}  # of those that have not said all yet
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = bell_name(folder)
        QLocalServer.removeServer(name)  # what a crash left: nobody else can be listening
        self._server.newConnection.connect(self._greet)
        self._server.listen(name)

    def _greet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(lambda caller=caller: self._hear(caller))
            caller.disconnected.connect(lambda caller=caller: self._let_go(caller))
            if caller.bytesAvailable():
                self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        said = self._heard.pop(caller, b"") + bytes(caller.readAll().data())
        if said.startswith(_WITH_FILE) and not said.endswith(_END):
            self._heard[caller] = said
            return
        head, _, path = said.removesuffix(_END).partition(b"\n")
        word, _, token = head.partition(b" ")
        if word not in (_WORD, _WITH_FILE):
            return
        if token:  # Wayland lets only those come forward who hold what the launcher gave out
            os.environ["XDG_ACTIVATION_TOKEN"] = token.decode(errors="replace")
        caller.write(_ANSWER)
        caller.flush()
        self.rung.emit()
        if path:
            self.handed.emit(Path(os.fsdecode(path)))

    def _let_go(self, caller: QLocalSocket) -> None:
        self._heard.pop(caller, None)
        caller.deleteLater()


def ring(folder: Path, file: Path | None = None, patience: int = PATIENCE) -> bool:
    """Ask who has the folder to come to the front, and hand it `file`; tell whether it answered.

    `file` is a whole path: the other start has a folder of its own to work in.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # else its task bar only blinks
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "").encode()
    word = b" ".join([_WORD if file is None else _WITH_FILE, *([token] if token else [])])
    told = word if file is None else b"".join((word, b"\n", os.fsencode(file), _END))
    watch = QElapsedTimer()
    watch.start()
    while True:
        caller = QLocalSocket()
        caller.connectToServer(bell_name(folder))
        if caller.waitForConnected(_TURN):
            caller.write(told)
            caller.flush()
            while watch.elapsed() < patience:
                if caller.bytesAvailable() or caller.waitForReadyRead(_TURN):
                    return bytes(caller.readAll().data()) == _ANSWER
        if watch.elapsed() >= patience:
            return False
        QThread.msleep(_TURN)
