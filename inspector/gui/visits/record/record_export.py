"""Writing a record from the window: photos take their time, and the window stays alive."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.session import Session

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


def save_record(parent: QWidget, session: Session, inspection_id: str) -> None:
    """Ask where to, and write the record of a visit beside the window."""

    def write(apart: "Workspace", path: Path, hear: Hear) -> None:
        apart.reports.record_draft(inspection_id, path).write(path, hear)

    name = session.workspace.reports.record_name(inspection_id)
    write_workbook(session, parent, name, write)
