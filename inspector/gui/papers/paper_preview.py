"""A paper seen as it is printed before it is written anywhere: its workbook is made aside."""

import shutil
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from inspector.domain.errors import CannotWriteError
from inspector.gui.jobs.in_turns import Turns
from inspector.gui.jobs.loading import load
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import Write, heard_papers
from inspector.gui.papers.paper_saving import Paper
from inspector.gui.session import Session
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.record.edition import Edition
    from inspector.workspace.extent import Extent


_OF_PAPERS = "inspector.workspace.papers.reports", "inspector.workspace.apart.extent_writing"


class FolderAside:
    """A folder that is gone when nobody needs it any more: what is shown, printed or saved.

    Raises CannotWriteError where the system has no folder for it.
    """

    def __init__(self) -> None:
        try:
            self.path = Path(mkdtemp(prefix="inspector-"))
        except OSError as error:
            folder = Path(error.filename or "")
            raise CannotWriteError(folder, error.strerror or str(error)) from error
        self._end = finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def drop(self) -> None:
        """Let it be gone now."""
        self._end()


def preview_paper(session: Session, paper: Paper, extent: "Extent") -> None:
    """Show a paper of an extent as it is printed. It did not go out, and no finding says so."""

    def show() -> None:
        from inspector.workspace.apart.extent_writing import is_long

        turns.deleteLater()
        reports = session.workspace.reports
        if session.attempt(lambda: paper.require(reports, extent)) is not None:
            preview_workbook(
                session,
                paper.name(reports, extent),
                partial(paper.write, extent),
                is_long=is_long(session.workspace, extent),
            )

    turns = Turns(session)
    session.closing.connect(turns.drop)
    turns.do(load(*_OF_PAPERS), show)  # right after the start it takes a quarter of a second


def preview_record(session: Session, inspection_id: str, edition: "Edition") -> None:
    """Show an edition of the record of a visit as it is printed."""
    preview_workbook(
        session,
        session.workspace.reports.record_name(inspection_id, edition),
        lambda apart, path, hear: apart.reports.record_draft(inspection_id, path, edition).write(
            path, hear
        ),
    )


def preview_minutes(session: Session, meeting_id: str) -> None:
    """Show the minutes of a meeting as they are printed."""
    from inspector.workspace.apart.meeting_writing import are_long, minutes

    preview_workbook(
        session,
        session.workspace.reports.minutes_name_of(meeting_id),
        partial(minutes, meeting_id),
        is_long=are_long(session.workspace, meeting_id),
    )


def preview_workbook(session: Session, name: str, write: Write, *, is_long: bool = False) -> None:
    """Make a workbook aside, and show it; nothing unsaved is handed out.

    One that `is_long` has a process of its own.
    """
    if not session.runner.require_free() or not session.settle():
        return
    aside = session.attempt(FolderAside)
    if aside is None:
        return
    path = aside.path / name
    session.preview_begun.emit()

    def work(hear: Hear) -> None:
        from inspector.workspace.apart.written_apart import write_beside

        heard_papers(lambda: write_beside(session.workspace, write, path, hear, is_long=is_long))

    session.runner.run(
        Job(
            said=tr("Making the pages of {name}", name=path.stem),
            work=work,
            done=lambda _: session.preview_wanted.emit(path, aside),
            undo=lambda _: None,
        )
    )
