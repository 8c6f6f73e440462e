"""A job that is held in its middle, on its own thread, however quick the machine is."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import Qt

from inspector.gui.jobs.runner import Runner
from inspector.gui.jobs.task import Task


@contextmanager
def held_job(runner: Runner) -> Iterator[None]:
    """Hold the job that begins inside at its first word of progress, until this is left."""
    go_on = Event()

    def hold(_: str) -> None:
        for task in runner.findChildren(Task):  # made, and not begun
            task.progressed.connect(lambda _: go_on.wait(), Qt.ConnectionType.DirectConnection)

    runner.began.connect(hold)
    try:
        yield
    finally:
        runner.began.disconnect(hold)
        go_on.set()
