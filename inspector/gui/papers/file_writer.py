"""Files written for the user beside the window: where to, how far, and where they are.

The data folder is read once more, on the thread that writes, or by a process of its own where that
takes long. A file is said to be written when it was opened at its place and read back.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import FileInUseError, InspectorError
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear, Outcome
from inspector.gui.session import Session
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.excel.sheet.written_papers import WrittenPapers
    from inspector.workspace.last_folders import Purpose
    from inspector.workspace.workspace import Workspace

Write: TypeAlias = Callable[["Workspace", Path, Hear], object]
"""Writes a file to a path, reading a data folder of its own, and telling how far it is.

Of a long one it can be pickled: see `workspace/apart`.
"""

Ended: TypeAlias = Callable[[Outcome], object]


def write_workbook(
    session: Session,
    parent: QWidget,
    proposed: str | Path,
    write: Write,
    written: Callable[[Path], bool] = lambda path: True,
    ended: Ended = lambda outcome: None,
    *,
    purpose: "Purpose | None" = None,
    title: str = "",
    said: Callable[[Path], str] | None = None,
    is_long: bool = False,
    came: Callable[[Any], object] = lambda result: None,
) -> bool:
    """Ask where to write a workbook, and begin to; `proposed` is a name, or a whole path.

    `written` is called here when it is done; False where what follows was refused, and said.
    `ended` hears how it ended, and `said` makes the sentence of success. False where nothing was
    begun. One that `is_long` has a process of its own; `came` is given first, on the thread that
    waits for it, what `write` returned.
    """
    from inspector.gui.widgets.file_choice import workbook_to_write
    from inspector.workspace.last_folders import Purpose

    if not session.runner.require_free():
        return False
    usual = tr("Save letter") if Path(proposed).suffix == ".docx" else tr("Save workbook")
    path = workbook_to_write(session, parent, purpose or Purpose.REPORTS, title or usual, proposed)
    if path is None:
        return False

    def work(hear: Hear) -> None:
        from inspector.workspace.apart.written_apart import write_beside

        came(write_beside(session.workspace, write, path, hear, is_long=is_long))

    def again(outcome: Outcome, error: InspectorError | None) -> None:
        if isinstance(error, FileInUseError):  # another name beside it is offered at once
            free = session.workspace.reports.free_path(path)
            if write_workbook(
                session, parent, free, write, written, ended,
                purpose=purpose, title=title, said=said, is_long=is_long, came=came,
            ):  # fmt: skip
                return
        ended(outcome)

    return write_file(session, path, work, written, again, said=said)


def write_file(
    session: Session,
    path: Path,
    work: Callable[[Hear], object],
    written: Callable[[Path], bool] = lambda path: True,
    ended: Callable[[Outcome, InspectorError | None], object] = lambda outcome, error: None,
    *,
    said: Callable[[Path], str] | None = None,
) -> bool:
    """Begin to write a file whose place is known; the rest is as of a workbook."""

    def told(papers: "WrittenPapers") -> None:
        if not written(path):
            return
        remember_papers(session, path)
        sentence = said(path) if said else tr("Written: {path}", path=path)
        session.told.emit(with_cut_texts(sentence, papers), str(path))

    name = path.name if len(path.name) <= 40 else f"{path.name[:39]}…"
    return session.runner.run(
        Job(
            said=tr("Writing {name}", name=name),
            work=lambda hear: heard_papers(lambda: work(hear)),
            done=told,
            stopped=tr("Stopped; no file was written."),
            failed=tr(
                "{name} was not written, by a fault of the program. What was there before is"
                " unchanged.",
                name=path.name,
            ),
            ended=ended,
        )
    )


def heard_papers(write: Callable[[], object]) -> "WrittenPapers":
    """Write papers; return what was heard of them."""
    from inspector.excel.sheet.written_papers import papers_heard

    with papers_heard() as papers:
        write()
    return papers


def with_cut_texts(sentence: str, papers: "WrittenPapers") -> str:
    """Return a sentence about papers that were written, with what they do not show whole."""
    if not (papers.cut or papers.blank):
        return sentence
    from inspector.workspace.papers.paper_words import papers_sentences

    for said in papers_sentences(papers):
        sentence = tr("{sentence} {next}", sentence=sentence, next=said)
    return sentence


def remember_papers(session: Session, *paths: Path) -> None:
    """List files among the papers that were written last; a disk that refuses loses no paper."""
    with suppress(InspectorError):
        session.changed.emit(session.workspace.recent_papers.remember(*paths))
