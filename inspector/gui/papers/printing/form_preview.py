"""A superior's form as it would be filled, with what is not in it: seen before it is saved."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import COMPLETE
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.papers.form_draft import FormDraft
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.apart.extent_writing import fill_form, is_long
from inspector.workspace.papers.superior_forms import filled_sentence, shown_lines

if TYPE_CHECKING:
    from inspector.workspace.papers.form_papers import FilledForm
    from inspector.workspace.workspace import Workspace


class FormPreview(PreviewPage):
    """The pages of a form, and above them what is filled, stays blank and does not fit.

    Who leaves it has written nothing.
    """

    print_role = ""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.setObjectName("formPreview")
        self._draft: FormDraft | None = None
        self.told.setObjectName("formPreviewTold")
        self.head.add(self._button("keep", "primary"))

    def add_first(self, table: CommandTable) -> None:
        """Add what saves the form."""
        table.add("keep", tr("Save form…"), COMPLETE, self.keep, short=tr("Save form…"))

    def lines_above(self) -> Sequence[str]:
        """Return what is filled, stays blank and does not fit."""
        return shown_lines(self._draft.filled) if self._draft else ()

    def show_draft(self, draft: FormDraft) -> None:
        """Show a form that was filled aside."""
        self._draft = draft
        self.open(draft.filled.path, draft.aside)

    def keep(self) -> None:
        """Ask where to, and fill the form there; who is done is where the form was chosen."""
        draft = self._draft
        if draft is None:
            return
        workspace = self._session.workspace
        is_long_form = is_long(workspace, draft.extent)
        filled: list[FilledForm] = []  # by the thread that writes, before it is told

        def write(apart: "Workspace", path: Path, hear: Hear) -> None:
            filled[:] = [
                fill_form(workspace, draft.form, draft.extent, path, hear, is_long=is_long_form)
            ]

        def written(path: Path) -> bool:
            if self.isVisible() and self._draft is draft:
                self.leave()
            return True

        write_workbook(
            self._session,
            self,
            draft.filled.path.name,
            write,
            written,
            said=lambda path: filled_sentence(filled[0], path),
        )

    def leave(self) -> None:
        """Let go of the form, and go back."""
        self._draft = None
        super().leave()
