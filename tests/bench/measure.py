"""Timing: seconds on the wall and of the processor, a subject and its reference in turn."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time, thread_time


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds: by the clock, and of the processor."""

    wall: float
    cpu: float


def cost(work: Callable[[], object]) -> Cost:
    """Run `work` once; what was garbage before is not counted."""
    gc.collect()
    wall, cpu = perf_counter(), process_time()
    work()
    return Cost(perf_counter() - wall, process_time() - cpu)


def quick_cost(work: Callable[[], object]) -> Cost:
    """Run something short once, as it comes: collecting garbage would take longer than it.

    The processor's seconds are those of this thread: a key does not wait for the others.
    """
    wall, cpu = perf_counter(), thread_time()
    work()
    return Cost(perf_counter() - wall, thread_time() - cpu)


def in_turn(
    subject: Callable[[], Cost], reference: Callable[[], Cost], rounds: int
) -> tuple[list[Cost], list[Cost]]:
    """Run both `rounds` times, A B A B …, so that a machine that slows down slows both."""
    ours, bare = [], []
    for _ in range(rounds):
        ours.append(subject())
        bare.append(reference())
    return ours, bare


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the medians."""
    return Cost(median(each.wall for each in costs), median(each.cpu for each in costs))


def last_percent(costs: Sequence[Cost]) -> Cost:
    """Return the 99th percentiles."""
    at = len(costs) * 99 // 100
    return Cost(sorted(c.wall for c in costs)[at], sorted(c.cpu for c in costs)[at])
