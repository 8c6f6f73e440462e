"""A paper written beside the window: a short one on the thread that asks, a long one elsewhere.

What takes seconds of pure Python would make the window's every key wait for the interpreter, so it
has a process of its own. That may be killed at any moment: it writes aside, and only what is whole
is copied to its place. A process costs half a second, which a short paper should not wait for.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from inspector.domain.errors import CannotWriteError
from inspector.excel.sheet.export_progress import Progress
from inspector.excel.sheet.written_papers import WrittenPapers, papers_heard, papers_written
from inspector.own_process import in_own_process
from inspector.workspace.apart.paper_placing import place_paper, require_free
from inspector.workspace.papers.paper_family import refuse_own
from inspector.workspace.workspace import Workspace

T = TypeVar("T")

Write: TypeAlias = Callable[[Workspace, Path, Progress], T]
"""Writes a paper to a path out of a data folder that is read apart, telling how far it is.

One that is long is a function of a module, or such a one with its first words (`partial`); those
and what it returns can be pickled.
"""

LONG = 600
"""Findings, and rows of any other paper: what has more is long."""


def write_beside(
    workspace: Workspace, write: Write[T], path: Path, hear: Progress, *, is_long: bool
) -> T:
    """Write a paper to `path` on this thread, which is not the window's; return what came of it.

    What `hear` raises stops it, and leaves nothing. Raises what `write` raises, FileInUseError,
    CannotWriteError (of the folder for temporary files, too) or NotAsWrittenError, of a long paper
    ProcessEndedError as well.
    """
    if not is_long:
        with workspace.reading_apart() as apart:
            return write(apart, path, hear)
    refuse_own(workspace.database, path)
    return make_apart(partial(_read, workspace.folder, workspace.now(), write), path, hear)


def make_apart(make: Callable[[Path, Progress], T], path: Path, hear: Progress) -> T:
    """Let a process of its own make a file, and put it to `path`; return what `make` returned.

    It is given where to make it, and what hears how far it is. Stopped and refused as above.
    """
    require_free(path)  # said now, not when a minute's work is done
    with tempfile.TemporaryDirectory(prefix="inspector-") as folder:
        aside = Path(folder, path.name)
        try:
            made: tuple[T, WrittenPapers] = in_own_process(
                _heard, make, aside, hear=hear, tells=True
            )
        except CannotWriteError as error:
            if error.path != aside:
                raise
            raise CannotWriteError(Path(tempfile.gettempdir()), error.reason) from error
        place_paper(aside, path, lambda: hear(1, 1))
    came, papers = made
    papers_written().take(papers, path)
    return came


def do_apart(
    work: Callable[..., T], *words: object, path: Path, hear: Callable[[int, int], object]
) -> T:
    """Let a process of its own write papers into what `work` makes at `path`; return what came.

    `work` is given `words`, and last what hears how far it is. It may be killed at any moment, and
    sees to it by itself that what it makes is whole or not there.
    """
    with tempfile.TemporaryDirectory(prefix="inspector-") as folder:
        came, papers = in_own_process(_in_folder, Path(folder), work, words, hear=hear, tells=True)
    papers_written().take(papers, path)
    return cast(T, came)


# In the process, which is there for nothing else


@contextmanager
def _laying_aside(folder: Path) -> Iterator[None]:
    """Let temporary files lie in a folder: what is left when the process is killed goes with it."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before  # where no process could be started, it is the window's


def _in_folder(
    folder: Path, work: Callable[..., object], words: tuple[object, ...], hear: Progress
) -> tuple[object, WrittenPapers]:
    with _laying_aside(folder), papers_heard() as papers:
        return work(*words, hear), papers


def _heard(
    make: Callable[[Path, Progress], T], path: Path, hear: Progress
) -> tuple[T, WrittenPapers]:
    with _laying_aside(path.parent), papers_heard() as papers:
        try:
            return make(path, hear), papers
        except OSError as error:  # no room for what is laid aside
            raise CannotWriteError(path, error.strerror or str(error)) from error


def _read(folder: Path, now: datetime, write: Write[T], path: Path, hear: Progress) -> T:
    with Workspace.reading_beside(folder, now) as apart:
        return write(apart, path, hear)
