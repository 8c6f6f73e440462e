"""Erasing behind the window: seconds of reading and writing, entered whole or not at all."""

from collections.abc import Callable
from typing import Any

from inspector.domain.errors import InspectorError
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.personal.erasures import Erasures


def erase(
    session: Session,
    operation: Callable[[Erasures, Hear], Any],
    done: Callable[[Any], object],
    ended: Callable[[], object],
) -> None:
    """Run an operation that erases; `done` hears what it returned, `ended` that it is over.

    It can be stopped until the erasure is entered. What is left to do then, bytes on the disk, a
    kill included, is done at the next start at the latest.
    """

    def work(hear: Hear) -> object:
        with session.workspace.writing_apart() as apart:
            return operation(apart.erasures, hear)

    def end(outcome: Outcome, error: InspectorError | None) -> None:
        if outcome is not Outcome.STOPPED:
            session.attempt(session.workspace.erasures.read_again)
        ended()

    session.runner.run(
        Job(
            said=tr("Erasing…"),
            work=work,
            done=done,
            stopped=tr("Stopped; nothing was erased."),
            failed=tr(
                "Erasing did not end, by a fault of the program. What was entered stands in the"
                " list; the next start lets go what is left of it."
            ),
            ended=end,
        )
    )


def drop_backups(session: Session, done: Callable[[int], object]) -> None:
    """Make a backup, then delete those from before the last erasure; `done` hears how many."""

    def work(hear: Hear) -> int:
        with session.workspace.reading_apart() as apart:  # only files are written
            return apart.erasures.drop_backups(hear)

    session.runner.run(Job(said=tr("Making a backup…"), work=work, done=done))
