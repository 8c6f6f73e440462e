"""The one place where the threads of a window end: no thread outlives it, nothing is written after.

Whoever needs a thread has it from a `Runner` or a `Background` somewhere below the window.
"""

from PySide6.QtCore import QObject

from inspector.gui.jobs.background import Background
from inspector.gui.jobs.commit_wait import CommitWait
from inspector.gui.jobs.runner import Runner


def hand_over(window: QObject) -> None:
    """Wait for what is being read to be kept, a photo say, and keep it; more may come."""
    for queue in window.findChildren(Background):
        queue.settle()
    _end_commits(window)


def join(window: QObject) -> None:
    """End all that goes on below a window: stopped, or kept where it is to be kept."""
    for runner in window.findChildren(Runner):
        runner.close()
    for queue in window.findChildren(Background):
        queue.close()
    _end_commits(window)


def _end_commits(window: QObject) -> None:
    for commit in window.findChildren(CommitWait):
        commit.end()
