"""Work that takes longer than a key may wait: done on a thread, handed over in the window's own."""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, Signal

from inspector.domain.errors import InspectorError

WAIT = 0.01
"""Seconds that a turn of the event loop waits for what is read."""

T = TypeVar("T")
_Delivery = Callable[[], object]


class Background(QObject):
    """Jobs one after the other, what comes of them in the same order.

    A job may be refused with an InspectorError; anything else is raised where it is handed over.
    When the window closes (`jobs/joining.py`), what comes is handed over where it `keeps` it, a
    photo say; what is read to be shown is dropped.
    """

    _came = Signal()
    _emptied = Signal()

    def __init__(self, parent: QObject, *, keeps: bool = False) -> None:
        super().__init__(parent)
        self._keeps, self._closed = keeps, False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._deliveries: deque[_Delivery] = deque()
        self._open = 0
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def open_jobs(self) -> int:
        """How many jobs have not been handed over yet."""
        return self._open

    def do(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        refused: Callable[[InspectorError], object] = lambda error: None,
    ) -> None:
        """Run `job` on the thread, then `done` or `refused` here; nothing once it is closed."""
        if self._closed:
            return

        def run() -> None:
            delivery: _Delivery
            try:
                delivery = partial(done, job())
            except InspectorError as error:
                delivery = partial(refused, error)
            except BaseException as error:
                delivery = partial(_raise, error)
            self._deliveries.append(delivery)
            self._came.emit()

        self._open += 1
        self._pool.start(run)

    def read_first(self, read: Callable[[], object]) -> Iterator[None]:
        """Have read on the thread what the window reads next, a short wait for it each time.

        A disk that was not read yet may take a millisecond for each row; once more they come from
        memory. What cannot be read is told to who reads it then.
        """
        over = Event()

        def job() -> None:
            try:
                read()
            finally:
                over.set()

        self.do(job, lambda _: None)
        while self._open and not over.wait(WAIT):
            yield

    def finish(self) -> None:
        """Wait for every job and hand over what came of it."""
        while self._open:
            self._pool.waitForDone()
            self._deliver()

    def wait(self) -> None:
        """Wait for every job, the window alive: what is typed and clicked meanwhile comes after."""
        loop = QEventLoop()
        self._emptied.connect(loop.quit)
        while self._open:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def settle(self) -> None:
        """Wait for what is to be kept, and hand it over; what is only shown goes on."""
        if self._keeps:
            self.wait()

    def close(self) -> None:
        """End, and begin nothing any more: the window closes."""
        self.settle()
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()
        self._deliveries.clear()
        self._open = 0
        self._emptied.emit()

    def _deliver(self) -> None:
        while self._deliveries:
            delivery = self._deliveries.popleft()
            self._open -= 1
            if not self._open:
                self._emptied.emit()
            delivery()


def _raise(error: BaseException) -> None:
    raise error
