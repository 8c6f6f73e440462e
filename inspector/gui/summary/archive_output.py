"""A period as an archive: asked where to, written beside the window."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import remember_papers, write_file
from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import archive_to_write
from inspector.translation import tr
from inspector.workspace.archive.archive_sentences import archived_sentence
from inspector.workspace.archive.archiving import Archived, write_archive
from inspector.workspace.extent import Extent


def save_archive(parent: QWidget, session: Session, extent: Extent) -> None:
    """Ask where to, and archive what was sealed in an extent."""
    workspace = session.workspace
    if session.attempt(lambda: workspace.reports.require_own_visits(extent)) is None:
        return
    name = workspace.reports.archive_name(extent)
    path = archive_to_write(session, parent, tr("Archive the period"), name)
    if path is None:
        return
    now, came = workspace.now(), list[Archived]()

    def work(hear: Hear) -> None:
        # Whether one that is there is replaced was asked with its name.
        came.append(
            write_archive(workspace.folder, path, extent, now, pdf_of_workbook, hear, replace=True)
        )

    def written(path: Path) -> bool:
        if came[-1].unsound:  # no success
            remember_papers(session, path)
            session.warned.emit(archived_sentence(came[-1]))
        return not came[-1].unsound

    write_file(session, path, work, written, said=lambda _: archived_sentence(came[-1]))
