"""Gaps: how long the window's event loop was deaf to keys, and what it was doing meanwhile.

A timer of the loop beats every few milliseconds. A thread beside looks at the window's stack
whenever a beat is late. A gap is told with the processor's time of this process in it: where that
is much less, the machine was busy with something else.

    with watch(window) as gaps:
        until(window, act, done)
    print(gaps.told())

Never `QTest.qWait` while workers are timed: it holds the interpreter's lock. Nor is the stack
looked at by `sys._current_frames()`: a frame that was left meanwhile would let go of its widgets
and painters in the thread that looked, and Qt would crash (seen).
"""

import faulthandler
import os
import re
import resource
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import IO

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

ROOT = Path(__file__).parents[3]

BEAT = 5
"""Milliseconds."""

LOOK_AFTER = 50
"""Milliseconds without a beat before the stack is looked at."""

LOOK_EVERY = 40
"""Milliseconds between two looks at whether something has come: they take time themselves."""

LONG = 100
"""Milliseconds: what is longer is felt."""

DEEPEST = 6
"""Frames told of a stack, from the inside out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two beats, in milliseconds: by the clock, of this process, of its first thread."""

    wall: float
    process: float
    own: float
    from_disk: int = 0
    """How many pages of memory the process had to wait for until a disk had read them."""
    stacks: tuple[tuple[str, int], ...] = ()
    """What was seen, and how often: the most frequent first."""
    during: str = ""
    """What was being done, where it was said."""

    def told(self) -> str:
        """Return it as lines to read."""
        head = f"{self.wall:.0f} ms (CPU {self.process:.0f}, of it the window {self.own:.0f})"
        waited = f"{self.from_disk} pages from disk" if self.from_disk else ""
        head = " ".join(filter(None, (head, waited, self.during)))
        return "\n".join([head, *(f"    {times} × {stack}" for stack, times in self.stacks[:3])])


@dataclass(slots=True)
class Gaps:
    """What was seen in a time."""

    all: list[Gap] = field(default_factory=list)
    """Those longer than what a look is taken after."""

    doing: str = ""
    """What is being done now; may be said by who does it."""

    @property
    def longest(self) -> Gap:
        """The longest by the clock; of nothing, when the loop was never late."""
        return max(self.all, key=lambda gap: gap.wall, default=Gap(0, 0, 0))

    @property
    def long(self) -> list[Gap]:
        """Those that are felt, the longest first."""
        felt = [gap for gap in self.all if gap.wall > LONG]
        return sorted(felt, key=lambda gap: -gap.wall)

    def told(self) -> str:
        """Return all that are felt as lines to read."""
        head = f"longest {self.longest.wall:.0f} ms, {len(self.long)} over {LONG} ms"
        return "\n".join([head, *(gap.told() for gap in self.long)])


@contextmanager
def watch(window: QObject) -> Iterator[Gaps]:
    """Watch the loop of `window`'s thread, which is the one that calls this."""
    heart = _Heart(window)
    try:
        yield heart.gaps
    finally:
        heart.stop()


def until(
    window: QObject,
    act: Callable[[], object],
    done: Callable[[], object],
    longest: float = 3600,  # a ledger of 20,000 visits has 360,000 rows
) -> None:
    """Do `act` inside the loop, as a key would, and let it run until `done`, and a little more.

    Raises TimeoutError after `longest` seconds.
    """
    loop, begun = QEventLoop(), perf_counter()
    faults: list[BaseException] = []

    def attempt(work: Callable[[], object]) -> object:
        try:
            return work()
        except BaseException as fault:  # Qt would swallow it
            faults.append(fault)
            return True

    def look() -> None:
        late = perf_counter() - begun > longest
        if late:
            faults.append(TimeoutError(f"not done after {longest} s"))
        if late or faults or asked():
            looking.stop()
            QTimer.singleShot(4 * BEAT, loop, loop.quit)

    def asked() -> object:
        before = _now()
        try:
            return attempt(done)
        finally:
            _asking.add(before)

    looking = QTimer(window, interval=LOOK_EVERY)
    looking.timeout.connect(look)

    def begin() -> None:
        attempt(act)
        looking.start()

    QTimer.singleShot(2 * BEAT, window, begin)
    loop.exec()
    looking.deleteLater()
    if faults:
        raise faults[0]


def _now() -> tuple[float, float, float]:
    return perf_counter(), process_time(), thread_time()


def _pages_read() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_majflt


class _Asking:
    """What asking whether something has come took altogether: no gap is told with that in it.

    To look for all of a window's runners makes an object of Python of each of its widgets once,
    which took up to 90 ms after a page was built.
    """

    def __init__(self) -> None:
        self.spent = 0.0, 0.0, 0.0

    def add(self, before: tuple[float, float, float]) -> None:
        """Add what was spent since `before`."""
        self.spent = tuple(  # type: ignore[assignment]
            had + now - then for had, now, then in zip(self.spent, _now(), before, strict=True)
        )


_asking = _Asking()


class _Heart:
    def __init__(self, window: QObject) -> None:
        self.gaps = Gaps()
        self._main = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._timer = QTimer(window, interval=BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._ended = threading.Event()
        self._last, self._spent, self._read = _now(), _asking.spent, _pages_read()
        self._timer.start()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop, what has not come to a beat being the last gap."""
        self._beat()
        self._ended.set()
        self._thread.join()
        self._timer.stop()
        self._timer.deleteLater()

    def _beat(self) -> None:
        before, self._last = self._last, _now()
        asked, self._spent = self._spent, _asking.spent
        had_read, self._read = self._read, _pages_read()
        wall, process, own = (
            (now - then - (spent - had)) * 1000
            for now, then, spent, had in zip(self._last, before, self._spent, asked, strict=True)
        )
        if wall > LOOK_AFTER:
            seen = tuple(self._seen.most_common())
            self.gaps.all.append(
                Gap(wall, process, own, self._read - had_read, seen, self.gaps.doing)
            )
        self._seen.clear()

    def _look(self) -> None:
        # In memory: it is written with the interpreter's lock held, and a disk that is written
        # to by a job lets writers wait for seconds (seen: 2.3 s, 2 ms of the processor).
        with open(os.memfd_create("stacks"), "w+") as dump:
            while not self._ended.wait(2 * BEAT / 1000):
                if (perf_counter() - self._last[0]) * 1000 > LOOK_AFTER:
                    self._seen[_stack(dump, self._main)] += 1


_FRAME = re.compile(r'  File "(.*)", line (\d+) in (.*)')


def _stack(dump: IO[str], thread: int) -> str:
    """Return where a thread is, from the inside out; of what is not ours only the innermost."""
    dump.seek(0)
    dump.truncate()
    faulthandler.dump_traceback(dump)
    dump.seek(0)
    said: list[str] = []
    is_it = False
    for line in dump:
        frame = _FRAME.match(line)
        if frame is None:
            is_it = f"{thread:x} " in line
        elif is_it and len(said) < DEEPEST:
            path = Path(frame[1])
            if path.is_relative_to(ROOT / "inspector") or not said:
                said.append(f"{path.stem}:{frame[2]} {frame[3]}")
    return " < ".join(said)
