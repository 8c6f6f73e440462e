"""满意度测评情况表 of a period, and slips to be filled in."""

from pathlib import Path

from inspector.domain.errors import NoSurveyError
from inspector.domain.survey.survey_sheet import MOST_SLIPS
from inspector.domain.survey.survey_table import SurveyTable, table_of
from inspector.domain.visit.roster import Site
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.preferences import SURVEY_LEAST, UNIT_NAME
from inspector.workspace.surveys.surveys import Surveys


class SurveyPapers(Papers):
    """The papers of surveys."""

    def satisfaction_table(self, extent: Extent) -> SurveyTable:
        """Return what the sheets of an extent come to; raises UnknownSiteError."""
        self._require_site(extent)
        period = extent.period
        lines = self._opened.of(Surveys).between(period.first, period.last, extent.site)
        covered = (line for line in lines if extent.covers(line.sheet.site_name))
        return table_of(covered, self._preferences.number(SURVEY_LEAST))

    def require_sheets(self, extent: Extent) -> Extent:
        """Return an extent in which somebody was asked; raises UnknownSiteError, NoSurveyError."""
        if not self.satisfaction_table(extent).lines:
            raise NoSurveyError
        return extent

    def write_satisfaction(self, path: Path, extent: Extent) -> Path:
        """Write the table of a period; raises UnknownSiteError, NoSurveyError."""
        from inspector.excel.surveys.satisfaction_workbook import write_satisfaction

        self._refuse_own(path)
        table = self.satisfaction_table(extent)
        if not table.lines:
            raise NoSurveyError
        least = self._preferences.number(SURVEY_LEAST)
        write_satisfaction(path, table, least, self._heading(extent))
        return path

    def satisfaction_name(self, extent: Extent) -> str:
        """Return the file name that the table is offered under."""
        return self._file_name("满意度测评情况表", extent)

    def write_slips(self, path: Path, site: Site, count: int) -> Path:
        """Write `count` slips of a site, numbered from the one that is entered next today."""
        from inspector.excel.surveys.survey_slips import Slips, write_slips

        self._refuse_own(path)
        surveys, today = self._opened.of(Surveys), self._today()
        first = surveys.next_slip(site.id, today)
        slips = Slips(site.name, first, min(count, MOST_SLIPS), surveys.reasons())
        write_slips(path, slips, today, self._preferences.get(UNIT_NAME))
        return path

    def slips_name(self, site: Site) -> str:
        """Return the file name that slips are offered under."""
        from inspector.excel.sheet.file_names import legal_file_name

        return legal_file_name(f"{site.name}_满意度测评表.xlsx")
