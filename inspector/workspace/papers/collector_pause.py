"""Writing a workbook without looking for garbage among its cells every few hundred of them.

A ledger makes hundreds of thousands of objects that all live until it is saved; the collector
walks them again and again and finds nothing, which is a fifth of the time. It is put off, not
forbidden: a paper of tens of thousands of rows is still cleaned up behind.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

SELDOM = 200_000
"""Objects made before the youngest are looked through; Python's own is 2,000 at most."""

_lock = Lock()
_usual: list[tuple[int, int, int]] = []  # of each that is at work, what the first one met


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Put the collector of garbage off; several threads may be at it at once."""
    with _lock:
        _usual.append(_usual[0] if _usual else gc.get_threshold())
        gc.set_threshold(SELDOM, *_usual[0][1:])
    try:
        yield
    finally:
        with _lock:
            usual = _usual.pop()
            if not _usual:
                gc.set_threshold(*usual)


def seldom_collected(
    write: Callable[_Arguments, _Result],
) -> Callable[_Arguments, _Result]:
    """Put the collector off while a paper is written."""

    @wraps(write)
    def written(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
        with collecting_seldom():
            return write(*args, **kwargs)

    return written
