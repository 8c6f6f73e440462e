"""Work on many files at once: reading and decoding give Python's lock away, so threads will do."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

_MOST_AT_ONCE = 8
"""A photo that is decoded takes some megabytes."""


@contextmanager
def on_every_core(jobs: Sequence[Callable[[], T]]) -> Iterator[Iterator[T]]:
    """Yield what jobs return, each as it ends; behind the block none of them runs any more.

    What one raises is raised here. Those that were not begun when the block is left never are.
    """
    if len(jobs) < 2:
        yield (job() for job in jobs)
        return
    with begun_on_every_core(jobs) as running:
        from concurrent.futures import as_completed

        yield (each.result() for each in as_completed(running))


@contextmanager
def begun_on_every_core(jobs: Sequence[Callable[[], T]]) -> "Iterator[list[Future[T]]]":
    """Begin jobs in their order and yield them, for who has something else to do meanwhile.

    Behind the block none of them runs any more; those that were not begun then never are.
    """
    if not jobs:
        yield []
        return
    from concurrent.futures import ThreadPoolExecutor  # not at the start

    with ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as threads:
        try:
            yield [threads.submit(job) for job in jobs]
        finally:
            threads.shutdown(cancel_futures=True)
