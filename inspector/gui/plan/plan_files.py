"""The files of a plan: what is covered of it as a paper, and the plan that goes out and comes back.

What taking in would do is asked in the page's line.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector.gui.papers.file_reader import read_file
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.papers.paper_saving import PLAN_COVERAGE, save_paper
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.translation import join_sentences, tr
from inspector.workspace.extent import Extent, Period
from inspector.workspace.last_folders import Purpose
from inspector.workspace.plans.plan_words import preview_sentences

if TYPE_CHECKING:
    from pathlib import Path

    from inspector.domain.plan.plan import Plan
    from inspector.workspace.plans.plan_intake import PlanPreview


class PlanFiles:
    """What leaves the page of plans as a file, and what comes in there."""

    def __init__(self, page: QWidget, session: Session, line: AskLine) -> None:
        self._page, self._session, self._line = page, session, line

    def save_coverage(self, plan: "Plan") -> None:
        """Ask where to, and write what is covered of the plans for the days of one."""
        extent = Extent(Period(plan.first, plan.last))
        save_paper(self._page, self._session, PLAN_COVERAGE, extent)

    def save_plan(self, plan: "Plan") -> None:
        """Ask where to, and write a plan as the workbook that can be taken in again."""
        write_workbook(
            self._session,
            self._page,
            self._session.workspace.reports.plan_name(plan),
            lambda apart, path, hear: apart.reports.write_plan(path, plan),
        )

    def open_plan(self) -> None:
        """Ask which workbook, and what it would change."""
        title = tr("Import a plan of visits")
        path = workbook_to_read(self._session, self._page, Purpose.PLANS, title)
        if path is not None:
            self.propose(path)

    def propose(self, path: "Path") -> bool:
        """Show what the plan at `path` would change; nothing is changed yet."""
        return read_file(
            self._session,
            path,
            lambda apart, hear: apart.plan_intake.preview(path),
            self._ask,
        )

    def _ask(self, preview: "PlanPreview") -> None:
        said = join_sentences(preview_sentences(preview))
        if not preview.changes_anything:
            self._line.tell(said)
            return

        def take_in() -> None:
            intake = self._session.workspace.plan_intake
            self._session.attempt(lambda: intake.take_in(preview))

        self._line.wait(take_in, said, tr("Import it"))
        self._line.take_focus()
