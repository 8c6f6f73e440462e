"""What every family of papers needs: their names, their heading, what is refused."""

import os
from datetime import date
from pathlib import Path

from inspector.domain.errors import CannotWriteError, NothingToExportError
from inspector.domain.figures.summary import Visit
from inspector.excel.sheet.file_names import legal_file_name
from inspector.excel.sheet.report_heading import Heading
from inspector.storage.database.database import Database
from inspector.storage.figures.ranked_visits import ranked_visits
from inspector.translation import tr
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import (
    CHECKED_BY,
    FILLED_BY,
    PHONE,
    UNIT_NAME,
    Preference,
    PreferenceBook,
)
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.visits.records import Records

LONGEST_UNIT = 30
"""Characters of a unit's name in a file name: what the file is about has to fit behind it."""


def refuse_own(database: Database, path: Path) -> None:
    """Refuse to write a paper over the data itself; raises CannotWriteError."""
    if os.path.exists(path) and path.samefile(database.path):
        raise CannotWriteError(path, tr("the data of this program is there"))


class Papers:
    """Papers of a workspace; each family is a class of its own below this one."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._preferences = opened.of(PreferenceBook)
        self._records = opened.of(Records)
        self._rosters = opened.of(Rosters)
        self._finding_store = opened.finding_store

    def _refuse_own(self, path: Path) -> None:
        refuse_own(self._opened.database, path)

    def _require_site(self, extent: Extent) -> None:
        for site in extent.named:
            self._rosters.site_named(site)

    def _visits(self, extent: Extent) -> list[Visit]:
        self._require_site(extent)
        database, period = self._opened.database, extent.period
        found = ranked_visits(database, period.first, period.last, extent.site, extent.phase)
        visits = [visit for visit in found if extent.covers(visit.site_name)]
        if not visits:
            raise NothingToExportError
        return visits

    def _today(self) -> date:
        return self._opened.now().date()

    def _heading(self, extent: Extent, attachment: Preference | None = None) -> Heading:
        preferences = self._preferences
        return Heading(
            unit=preferences.get(UNIT_NAME) or extent.site or "",
            period=extent.period.chinese,
            reported_on=self._today(),
            author=preferences.get(FILLED_BY),
            reviewer=preferences.get(CHECKED_BY),
            telephone=preferences.get(PHONE),
            attachment=preferences.get(attachment) if attachment else "",
            code=self._records.code(),
        )

    def _file_name(
        self,
        subject: str,
        extent: Extent,
        attachment: Preference | None = None,
        suffix: str = ".xlsx",
    ) -> str:
        preferences = self._preferences
        unit = extent.site or preferences.get(UNIT_NAME)
        if extent.sites:
            unit = f"{extent.sites[0][: LONGEST_UNIT - 6]}等{len(extent.sites)}个单位"
        number = preferences.get(attachment) if attachment else ""
        parts = [f"附件{number}" if number else "", unit[:LONGEST_UNIT], subject]
        whole_month = extent.period == month_of(extent.period.first)
        first, last = extent.period.first, extent.period.last
        days = str(first) if first == last else f"{first}_{last}"
        span = f"{first:%Y-%m}" if whole_month else days
        return legal_file_name("_".join([part for part in parts if part] + [span]) + suffix)
