"""What leaves the page and comes in: the table of a month, slips, results of others."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.visit.roster import Site
from inspector.gui.papers.file_reader import read_file
from inspector.gui.papers.file_writer import write_workbook
from inspector.gui.papers.paper_preview import preview_paper, preview_workbook
from inspector.gui.papers.paper_saving import SATISFACTION, save_paper
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.file_choice import workbook_to_read
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.last_folders import Purpose
from inspector.workspace.surveys.intake_words import intake_sentences
from inspector.workspace.surveys.survey_intake import SurveyPreview

SLIPS = 50
"""Slips that are printed at once: five pages."""


class SurveyExchange:
    """Beside the page, on whose line it asks."""

    def __init__(self, session: Session, page: QWidget, line: AskLine) -> None:
        self._session, self._page, self._line = session, page, line

    def save_table(self, today: date) -> None:
        """Ask where to, and write the table of a month."""
        save_paper(self._page, self._session, SATISFACTION, Extent(month_of(today)))

    def preview_table(self, today: date) -> None:
        """Show the table of a month as it is printed."""
        preview_paper(self._session, SATISFACTION, Extent(month_of(today)))

    def save_slips(self, site: Site) -> None:
        """Ask where to, and write slips of a site."""
        name = self._session.workspace.reports.slips_name(site)
        write_workbook(
            self._session,
            self._page,
            name,
            lambda apart, path, hear: apart.reports.write_slips(path, site, SLIPS),
        )

    def preview_slips(self, site: Site) -> None:
        """Show slips of a site as they are printed."""
        name = self._session.workspace.reports.slips_name(site)
        preview_workbook(
            self._session,
            name,
            lambda apart, path, hear: apart.reports.write_slips(path, site, SLIPS),
        )

    def choose(self) -> None:
        """Ask for a workbook of results, and take it in."""
        session = self._session
        path = workbook_to_read(session, self._page, Purpose.SURVEYS, tr("Results of a survey"))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a workbook of results, and ask; of wrong cells each is named, and that is all."""
        read_file(
            self._session,
            path,
            lambda apart, hear: apart.survey_intake.preview(path),
            self._ask,
        )

    def _ask(self, preview: SurveyPreview) -> None:
        said = join_sentences(intake_sentences(preview))
        if not preview.new:
            self._session.told.emit(said, "")
            return
        self._line.wait(lambda: self._take_in(preview), said, tr("Take in"))
        self._line.take_focus()

    def _take_in(self, preview: SurveyPreview) -> None:
        session = self._session
        intake = session.workspace.survey_intake
        if session.attempt(lambda: intake.take_in(preview)) is not None:
            count = len(preview.new)
            said = tr_count(count, "1 sheet was taken in.", "{count} sheets were taken in.")
            session.told.emit(said, "")
