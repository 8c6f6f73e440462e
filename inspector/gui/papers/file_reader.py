"""Files read for the user beside the window: a roster, checklists, holidays, what came back.

The data folder is read once more, on the thread that reads; nothing is changed by it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.session import Session
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

T = TypeVar("T")


def read_file(
    session: Session,
    path: Path,
    read: Callable[["Workspace", Hear], T],
    show: Callable[[T], object],
) -> bool:
    """Begin to read a file, `read` on a thread, and `show` in the window what it says.

    `read` gets the data folder, opened for this thread, and may tell how far it is. False, and
    said, while something else is under way.
    """

    failed = tr("“{name}” was not read, by a fault of the program.", name=path.name)
    return read_apart(session, tr("Reading “{name}” …", name=path.name), read, show, failed)


def read_apart(
    session: Session,
    said: str,
    read: Callable[["Workspace", Hear], T],
    show: Callable[[T], object],
    failed: str = "",
) -> bool:
    """Begin to read something of the data folder as `read_file` does; `said` while it goes on."""

    def work(hear: Hear) -> T:
        with session.workspace.reading_apart() as apart:
            return read(apart, hear)

    return session.runner.run(
        Job(
            said=said,
            work=work,
            done=show,
            failed=failed or tr("It was not read, by a fault of the program."),
            undo=lambda _: None,  # what was read after all is not shown
        )
    )
