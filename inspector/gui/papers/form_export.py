"""Filling a superior's own form from the window: which form, where to; samples to begin with."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_reader import read_file
from inspector.gui.papers.file_writer import remember_papers
from inspector.gui.papers.form_draft import FormDraft
from inspector.gui.papers.paper_preview import FolderAside
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import folder_to_write, workbook_to_read
from inspector.translation import tr
from inspector.workspace.extent import Extent
from inspector.workspace.last_folders import Purpose

if TYPE_CHECKING:
    from inspector.excel.forms.form_mapping import FormMapping
    from inspector.excel.forms.form_workbook import FormLook
    from inspector.workspace.workspace import Workspace


def fill_form(
    parent: QWidget,
    session: Session,
    extent: Extent,
    ask: "Callable[[Path, FormMapping, Callable[[], object]], object]",
) -> None:
    """Ask for a form, look it over, and show it filled: there somebody says where to.

    What is wrong with the form is said before anybody has to think of a name. A period without
    findings or visits is a form that says so (零报告). Of a form without fields `ask` shows what
    it is taken for, and goes on when somebody says so.
    """
    from inspector.workspace.papers.form_choices import FormChoices
    from inspector.workspace.papers.superior_forms import check_form

    form = workbook_to_read(session, parent, Purpose.FORMS, tr("Choose the form"))
    if form is None:
        return

    def fill() -> None:
        preview_form(session, form, extent)

    def show(look: "FormLook") -> None:
        if look.mapping is None:
            fill()
        else:
            ask(form, look.mapping, fill)

    def look(apart: "Workspace", hear: Hear) -> "FormLook":
        return check_form(form, apart.of(FormChoices).of)

    read_file(session, form, look, show)


def preview_form(session: Session, form: Path, extent: Extent) -> None:
    """Fill a form aside, on a thread, and show what came of it; nothing is written elsewhere."""
    if not session.runner.require_free():
        return
    aside = session.attempt(FolderAside)
    if aside is None:
        return
    from inspector.workspace.apart import extent_writing

    path = aside.path / session.workspace.reports.form_name(form, extent)
    is_long = extent_writing.is_long(session.workspace, extent)

    def work(hear: Hear) -> FormDraft:
        filled = extent_writing.fill_form(
            session.workspace, form, extent, path, hear, is_long=is_long
        )
        return FormDraft(form, extent, filled, aside)

    session.runner.run(
        Job(
            said=tr("Making the pages of {name}", name=path.stem),
            work=work,
            done=session.filled_form_wanted.emit,
            undo=lambda _: None,
        )
    )


def save_sample_forms(parent: QWidget, session: Session) -> None:
    """Ask for a folder and write the sample forms into it."""
    from inspector.workspace.papers.superior_forms import write_sample_forms

    folder = folder_to_write(session, parent, tr("A folder for the sample forms"), Purpose.REPORTS)
    if folder is None:
        return

    def told(paths: list[Path]) -> None:
        remember_papers(session, *paths)
        names = "、".join(path.name for path in paths)
        session.told.emit(tr("Sample forms written: {names}", names=names), str(paths[0]))

    session.runner.run(
        Job(
            said=tr("Writing the sample forms"),
            work=lambda hear: write_sample_forms(folder),
            done=told,
            stopped=tr("Stopped; no file was written."),
            failed=tr("The sample forms were not written, by a fault of the program."),
        )
    )
