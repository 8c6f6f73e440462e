"""A file that was dropped on the window: what it is, and the preview of the import it is for."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.gui.data.data_page import DataPage
from inspector.gui.papers.file_reader import read_file
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.file_kinds import FileKind, kind_of

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow

_TABS = {
    FileKind.ROSTER: "roster",
    FileKind.INSPECTORS: "inspectors",
    FileKind.CHECKLIST: "packs",
    FileKind.HOLIDAYS: "holidays",
    FileKind.BUNDLE: "sharing",
}


def take_dropped(window: "MainWindow", session: Session, paths: Sequence[Path]) -> None:
    """Go to the preview of what a file would change; say what to do with what has none."""
    if len(paths) == 1:
        (path,) = paths
        read_file(
            session, path, lambda _, hear: kind_of(path), partial(_lead, window, session, path)
        )
    else:
        said = tr(
            "{count} files were dropped. Import one file at a time; photos are dropped on the visit"
            " they belong to.",
            count=len(paths),
        )
        session.hinted.emit(said)


def _lead(window: "MainWindow", session: Session, path: Path, kind: FileKind) -> None:
    front = window.page
    if kind in _TABS:
        data = window.show_page("data")
        assert isinstance(data, DataPage)
        data.show_tab(_TABS[kind])
        data.propose(path)
    elif kind is FileKind.RETURNED:
        ledger = window.show_page("rectify")
        assert isinstance(ledger, RectifyPage)
        ledger.papers.propose(path)
    elif kind is FileKind.COMPLAINTS:
        from inspector.gui.program.pages import complaints_page

        session.complaints_wanted.emit()
        page = complaints_page(session, window)
        page.be_whole()
        page.exchange.propose(path)
    elif kind is FileKind.SURVEY:
        from inspector.gui.survey.survey_page import SurveyPage

        session.survey_wanted.emit()
        assert isinstance(window.page, SurveyPage)
        window.page.propose(path)
    elif kind is FileKind.PLAN:
        from inspector.gui.plan.plan_page import PlanPage

        session.plan_wanted.emit()
        assert isinstance(window.page, PlanPage)
        window.page.files.propose(path)
    elif not (kind is FileKind.OTHER_TABLE and isinstance(front, DataPage) and front.propose(path)):
        session.hinted.emit(_what_to_do(kind).format(name=path.name))


def _what_to_do(kind: FileKind) -> str:
    match kind:
        case FileKind.PHOTO:
            return tr(
                "“{name}” is a picture. Open the visit that it belongs to and drop it on its item."
            )
        case FileKind.BACKUP:
            return tr(
                "“{name}” may be a backup. It is restored under Data, Backup, “Restore from a"
                " file…”."
            )
        case FileKind.FORM:
            return tr(
                "“{name}” is a superior's form. It is filled on the page Inspect: “Superior's"
                " form”."
            )
        case FileKind.FOLDER:
            return tr("“{name}” is a folder. Drop the workbook that lies in it.")
    return tr(
        "“{name}” is nothing that is imported here: a roster, a list of inspectors, a checklist,"
        " a returned ledger or slip, a form on complaints, results of a survey, a plan of visits,"
        " the holidays of a year. Evidence is dropped on its item in a visit."
    )
