"""Work on many files at once: reading and decoding give Python's lock away, so threads will do."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

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
    from concurrent.futures import ThreadPoolExecutor, as_completed  # not at the start

    with ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as threads:
        running = [threads.submit(job) for job in jobs]
        try:
            yield (each.result() for each in as_completed(running))
        finally:
            threads.shutdown(cancel_futures=True)
