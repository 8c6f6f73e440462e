"""COMMIT on a thread: while a busy disk takes its time, who waits can do something else.

The connection is the one thing that two threads share. `Database` lets nobody at it meanwhile.
"""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread


class Commit:
    """One COMMIT, whole or rolled back once it is over; one thread waits for it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._guard = Lock()
        self._hear: Callable[[], object] | None = None
        self._is_ended = False
        self._going = Lock()  # a lock alone: an event costs each key 0.05 ms more
        self._going.acquire()
        self._is_known_over = False
        self._error: BaseException | None = None

    def do(self) -> None:
        """Commit; for the thread."""
        try:
            self._connection.execute("COMMIT")
        except BaseException as error:
            self._error = error
            with suppress(sqlite3.Error):  # the disk may refuse that as well: SQLite did it, then
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        with self._guard:
            # Before anybody can know that it is over: nobody hears who has gone on since.
            self._is_ended = True
            if self._hear is not None:
                with suppress(RuntimeError):  # the window is gone
                    self._hear()
        self._going.release()

    def is_over(self, within: float = 0) -> bool:
        """Tell whether it is over after so many seconds at most."""
        if not self._is_known_over:
            self._is_known_over = self._going.acquire(timeout=within)
            if self._is_known_over:
                self._hear = None  # here: the last reference to a widget is no thread's to drop
        return self._is_known_over

    def when_over(self, hear: Callable[[], object]) -> None:
        """Call `hear` once, on whichever thread, when it is over or is over already."""
        with self._guard:
            if not self._is_ended:
                self._hear = hear
                return
        hear()

    def wait(self) -> None:
        """Wait, however long the disk takes."""
        self.is_over(-1)

    def require_done(self) -> None:
        """Wait, and raise what SQLite raised."""
        self.wait()
        if self._error is not None:
            raise self._error


class CommitThread:
    """The thread that commits for one connection; it begins with the first commit.

    A thread for each would cost 0.2 ms a key, this one costs 0.05.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._asked = Lock()  # free once there is something to do
        self._asked.acquire()
        self._next: Commit | None = None
        self._thread: Thread | None = None

    def begin(self) -> Commit:
        """Begin to commit what is open on the connection, which nobody may touch until it is over.

        The connection has to be one that threads may share.
        """
        commit = Commit(self._connection)
        self._next = commit
        if self._thread is None:
            self._thread = Thread(target=self._run, name="commit", daemon=True)
            self._thread.start()
        self._asked.release()
        return commit

    def end(self) -> None:
        """End the thread, once what was begun is over."""
        if self._thread is not None:
            if self._next is not None:
                self._next.wait()  # the thread has it, and does not look for it any more
            self._next = None
            self._asked.release()
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while self._asked.acquire() and (commit := self._next):
            commit.do()
