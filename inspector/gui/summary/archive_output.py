"""A period as an archive: asked where to, written by a process of its own.

It draws hundreds of pages: on a thread of the window each would hold up its keys.
"""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import remember_papers, write_file
from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import archive_to_write
from inspector.storage.files.work_folders import remove_all_left
from inspector.translation import tr
from inspector.workspace.apart.written_apart import do_apart
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
        words = workspace.folder, path, extent, now
        try:
            came.append(do_apart(_archive, *words, path=path, hear=hear))
        finally:
            remove_all_left(path.parent)  # what it was at when it was stopped

    def written(path: Path) -> bool:
        if came[-1].unsound:  # no success
            remember_papers(session, path)
            session.warned.emit(archived_sentence(came[-1]))
        return not came[-1].unsound

    write_file(session, path, work, written, said=lambda _: archived_sentence(came[-1]))


def _archive(folder: Path, path: Path, extent: Extent, now: datetime, hear: Hear) -> Archived:
    # Whether one that is there is replaced was asked with its name.
    return write_archive(folder, path, extent, now, pdf_of_workbook, hear, replace=True)
