"""Workbooks for others: what goes into each, for a period and a site."""

import calendar
import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.checklist import Pack
from inspector.domain.circular import Circular
from inspector.domain.errors import (
    CannotWriteError,
    NoMeetingError,
    NoPatrolError,
    NothingToExportError,
    SeveralVisitsError,
)
from inspector.domain.figure_facts import phase_before
from inspector.domain.finding import Finding
from inspector.domain.inspection import Inspection
from inspector.domain.minutes import Minutes
from inspector.domain.patrol_record import PatrolRecord
from inspector.domain.span import Span
from inspector.domain.summary import SiteSummary, Visit, summarise
from inspector.excel.circular_workbook import write_circular
from inspector.excel.file_names import free_name, legal_file_name
from inspector.excel.form_fields import form_data
from inspector.excel.form_workbook import write_form
from inspector.excel.heading import Heading, chinese_date
from inspector.excel.minutes_workbook import write_minutes
from inspector.excel.patrol_workbook import write_patrols
from inspector.excel.progress import Progress, unheard
from inspector.excel.summary_workbook import write_summary
from inspector.storage.finding_store import FindingStore
from inspector.translation import tr
from inspector.workspace.circular_photos import circular_photos
from inspector.workspace.column_choices import SUMMARY_COLUMNS
from inspector.workspace.preferences import (
    CHECKED_BY,
    FILLED_BY,
    LEDGER_ATTACHMENT,
    MINUTES_ATTACHMENT,
    PATROL_ATTACHMENT,
    PHONE,
    SUMMARY_ATTACHMENT,
    UNIT_NAME,
    Preference,
)
from inspector.workspace.record_draft import (
    RecordDraft,
    distinct_names,
    draft_of,
    make_folder,
    record_name,
)

if TYPE_CHECKING:
    from inspector.workspace.ledger_export import LedgerDraft
    from inspector.workspace.workspace import Workspace


LONGEST_UNIT = 30
"""Characters of a unit's name in a file name: what the file is about has to fit behind it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def before(self) -> "Period":
        """The period to compare with: the month before a whole month (quarter, year), else as many
        days before.

        It is shorter where the calendar begins.
        """
        earlier = Span(self.first, self.last).before
        return Period(earlier.first, earlier.last)

    @property
    def chinese(self) -> str:
        """The period as a title says it: 2026年11月, or from day to day."""
        if self == month_of(self.first):
            return f"{self.first.year}年{self.first.month}月"
        if self.first == self.last:
            return chinese_date(self.first)
        return f"{chinese_date(self.first)}至{chinese_date(self.last)}"


@dataclass(frozen=True, slots=True)
class Extent:
    """What a workbook covers: a period, and one site by its name or all of them.

    With a `phase` a summary is only of visits that were made for it.
    """

    period: Period
    site: str | None = None
    phase: str = ""


def month_of(day: date) -> Period:
    """Return the whole month of a day."""
    days = calendar.monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=days))


class Reports:
    """The exports. All that changes is that the history of a finding says that it went out."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._findings = FindingStore(workspace.database)

    def rectification_name(self, extent: Extent) -> str:
        """Return the file name that a rectification ledger is offered under."""
        return self._file_name("整改台账", extent, LEDGER_ATTACHMENT)

    def summary_name(self, extent: Extent) -> str:
        """Return the file name that a summary is offered under."""
        return self._file_name("检查汇总表", extent, SUMMARY_ATTACHMENT)

    def record_name(self, inspection_id: str) -> str:
        """Return the file name that the record of a visit is offered under."""
        return record_name(self._workspace.inspection_store.get(inspection_id))

    def patrol_name(self, extent: Extent) -> str:
        """Return the file name that a record of patrols is offered under."""
        return self._file_name("巡视记录表", extent, PATROL_ATTACHMENT)

    def minutes_name(self, extent: Extent) -> str:
        """Return the file name that the minutes of meetings are offered under."""
        return self._file_name("晨会纪要", extent, MINUTES_ATTACHMENT)

    def circular_name(self, extent: Extent) -> str:
        """Return the file name that a circular is offered under."""
        return self._file_name("通报附件", extent)

    def form_name(self, form: Path, extent: Extent) -> str:
        """Return the file name that a filled form is offered under."""
        return self._file_name(form.stem.removeprefix("表样_"), extent)

    def chart_name(self, extent: Extent) -> str:
        """Return the file name that a picture of the trend is offered under."""
        return self._file_name("得分趋势图", extent, suffix=".png")

    def free_path(self, path: Path) -> Path:
        """Return `path`, or a name beside it that is not taken."""
        return free_name(path)

    def write_rectification(
        self,
        path: Path,
        extent: Extent,
        *,
        photos: bool = False,
        fill_in: bool = False,
        progress: Progress = unheard,
    ) -> Path:
        """Write the rectification ledger (整改台账) of an extent, and remember it on each finding.

        With `fill_in` what units may write is marked; with `photos` it shows what was found.

        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        draft = self.rectification_draft(extent, photos=photos, fill_in=fill_in)
        draft.write(path, progress)
        self._workspace.ledger_exports.record(draft, path)
        return path

    def rectification_draft(
        self, extent: Extent, *, photos: bool = False, fill_in: bool = False
    ) -> "LedgerDraft":
        """Return the ledger of an extent; raises UnknownSiteError or NothingToExportError."""
        findings, heading = self.findings(extent), self._heading(extent, LEDGER_ATTACHMENT)
        ledgers = self._workspace.ledger_exports
        return ledgers.draft_of(findings, heading, photos=photos, fill_in=fill_in)

    def findings(self, extent: Extent) -> list[Finding]:
        """Return the findings of an extent, those of patrols included, oldest first.

        Raises UnknownSiteError, or NothingToExportError where nobody looked.
        """
        self._require_site(extent)
        period = extent.period
        found = self._findings.raised_between(period.first, period.last, extent.site)
        if not found and not self._patrols(extent):
            self._visits(extent)
        return found

    def write_patrol(self, path: Path, extent: Extent) -> Path:
        """Write the record of the patrols (巡视记录表) of an extent.

        Raises UnknownSiteError, NoPatrolError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        write_patrols(path, self.patrols(extent), self._heading(extent, PATROL_ATTACHMENT))
        return path

    def patrols(self, extent: Extent) -> list[PatrolRecord]:
        """Return the patrols of an extent, oldest first; raises UnknownSiteError, NoPatrolError."""
        records = self._patrols(extent)
        if not records:
            raise NoPatrolError
        return records

    def write_minutes(self, path: Path, extent: Extent) -> Path:
        """Write the minutes (晨会纪要) of every meeting ended in an extent, newest first.

        Raises UnknownSiteError, NoMeetingError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        write_minutes(path, self.minutes(extent), self._heading(extent, MINUTES_ATTACHMENT))
        return path

    def minutes(self, extent: Extent) -> list[Minutes]:
        """Return the minutes of an extent; raises UnknownSiteError, NoMeetingError."""
        period = extent.period
        held = self._workspace.minutes.between(period.first, period.last, extent.site)
        if not held:
            raise NoMeetingError
        return held

    def write_minutes_of(self, path: Path, meeting_id: str) -> Path:
        """Write the minutes of one meeting. Raises FileInUseError or CannotWriteError."""
        self._refuse_own(path)
        minutes = self._workspace.minutes.of(meeting_id)
        extent = _extent_of(minutes)
        write_minutes(path, [minutes], self._heading(extent, MINUTES_ATTACHMENT))
        return path

    def minutes_name_of(self, meeting_id: str) -> str:
        """Return the file name that the minutes of one meeting are offered under."""
        return self.minutes_name(_extent_of(self._workspace.minutes.of(meeting_id)))

    def write_summary(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the summary (检查汇总表) of an extent.

        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        heading = self._heading(extent, SUMMARY_ATTACHMENT)
        headers = self._workspace.column_choices.of(SUMMARY_COLUMNS).headers
        lines, packs = self.summary(extent), self._packs(extent)
        write_summary(path, lines, packs, heading, headers, progress)
        return path

    def write_circular(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the circular (通报附件) of an extent.

        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        circular = self.circular(extent)
        photos = circular_photos(self._workspace, circular, progress)
        heading = self._heading(extent)
        write_circular(path, circular, self._packs(extent), photos, heading, progress)
        return path

    def circular(self, extent: Extent) -> Circular:
        """Return what is told of an extent; raises UnknownSiteError or NothingToExportError."""
        period = extent.period
        lines, findings = self.summary(extent), self.findings(extent)
        return self._workspace.circulars.of(period.first, period.last, extent.site, lines, findings)

    def write_form(
        self, path: Path, extent: Extent, form: Path, progress: Progress = unheard
    ) -> Path:
        """Fill the form at `form` with an extent and write it to `path`; the form stays as it is.

        Raises what `read_form` raises, UnknownSiteError, NothingToExportError, FileInUseError or
        CannotWriteError, also where both paths are one.
        """
        self._refuse_own(path)
        if os.path.exists(path) and os.path.exists(form) and path.samefile(form):
            raise CannotWriteError(path, tr("it is the form itself"))
        heading, today = self._heading(extent), self._today()
        if extent.site is not None:
            heading = replace(heading, unit=extent.site)
        data = form_data(self.summary(extent), self.findings(extent), heading, today)
        write_form(form, path, data, today, progress)
        return path

    def write_record(self, path: Path, inspection_id: str) -> Path:
        """Write the record (检查记录表) of a completed visit.

        Raises UnknownInspectionError, NotCompletedError, WrongKindError for a patrol or recheck,
        FileInUseError or CannotWriteError.
        """
        self.record_draft(inspection_id, path).write(path)
        return path

    def record_draft(self, inspection_id: str, path: Path) -> RecordDraft:
        """Return the record of a completed visit, to be written to `path` by any thread.

        Raises UnknownInspectionError, NotCompletedError, WrongKindError, or CannotWriteError
        where the data of this program is.
        """
        self._refuse_own(path)
        return draft_of(self._workspace, inspection_id)

    def write_one_record(self, path: Path, extent: Extent) -> Path:
        """Write the record of the only visit of an extent.

        Raises SeveralVisitsError where there are more, and what `write_record` raises.
        """
        found = self._inspections(extent)
        if len(found) > 1:
            raise SeveralVisitsError(len(found))
        return self.write_record(path, found[0].id)

    def write_records(self, folder: Path, extent: Extent) -> list[Path]:
        """Write a record for each visit of an extent into a folder, which is made if missing.

        A file of the same name is replaced: the same line gives the same papers again. Raises
        UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        found = self._inspections(extent)
        make_folder(folder)
        return [
            self.write_record(folder / name, inspection.id)
            for name, inspection in zip(distinct_names(found), found, strict=True)
        ]

    def summary(self, extent: Extent) -> list[SiteSummary]:
        """Return the lines of the summary of an extent, best first within each pack."""
        visits = self._visits(extent)
        period, today = extent.period, self._today()
        between = (period.first, period.last, today, extent.phase)
        lines = summarise(
            visits,
            self._visits_before(extent),
            self._findings.counts(*between),
            {v.pack: self._workspace.pack_store.thaw(v.pack_hash).grades for v in visits},
            {
                v.pack_hash: len(self._workspace.pack_store.thaw(v.pack_hash).overrides)
                for v in visits
            },
            self._findings.counts(*between, patrols=True),
        )
        categories = self._findings.counts_by_category(*between)
        return [
            replace(line, by_category=categories.get((line.site_id, line.pack), {}))
            for line in lines
        ]

    def require_visits(self, extent: Extent) -> Extent:
        """Return an extent in which sites were scored.

        Raises UnknownSiteError or NothingToExportError, without reading all there is.
        """
        return self._require(extent, scored=True)

    def require_rounds(self, extent: Extent) -> Extent:
        """Return an extent in which sites were scored or patrolled; raises as above."""
        return self._require(extent, scored=False)

    def _require(self, extent: Extent, *, scored: bool) -> Extent:
        self._require_site(extent)
        first, last, store = (
            extent.period.first,
            extent.period.last,
            self._workspace.inspection_store,
        )
        if not store.has_completed(first, last, extent.site, scored=scored):
            raise NothingToExportError
        return extent

    def _refuse_own(self, path: Path) -> None:
        database = self._workspace.database.path
        if os.path.exists(path) and path.samefile(database):
            raise CannotWriteError(path, tr("the data of this program is there"))

    def _require_site(self, extent: Extent) -> None:
        if extent.site is not None:
            self._workspace.rosters.site_named(extent.site)

    def _patrols(self, extent: Extent) -> list[PatrolRecord]:
        self._require_site(extent)
        period = extent.period
        return self._workspace.patrol_records.between(period.first, period.last, extent.site)

    def _visits(self, extent: Extent) -> list[Visit]:
        self._require_site(extent)
        store = self._workspace.inspection_store
        visits = store.visits(extent.period.first, extent.period.last, extent.site, extent.phase)
        if not visits:
            raise NothingToExportError
        return visits

    def _packs(self, extent: Extent) -> list[Pack]:
        hashes = {visit.pack_hash for visit in self._visits(extent)}
        return [self._workspace.pack_store.thaw(each) for each in sorted(hashes)]

    def _visits_before(self, extent: Extent) -> list[Visit]:
        """Return what to compare with: the phase before a phase, else the days before."""
        phase, period = "", extent.period.before
        if extent.phase:
            phases = self._workspace.figures.phases()
            earlier = phase_before(phases, extent.phase)
            if earlier is None:
                return []
            phase, period = earlier.title, Period(earlier.span.first, earlier.span.last)
        store = self._workspace.inspection_store
        return store.visits(period.first, period.last, extent.site, phase)

    def _inspections(self, extent: Extent) -> list[Inspection]:
        self._visits(extent)
        period = extent.period
        store = self._workspace.inspection_store
        return store.completed_between(period.first, period.last, extent.site)

    def _today(self) -> date:
        return self._workspace.now().date()

    def _heading(self, extent: Extent, attachment: Preference | None = None) -> Heading:
        preferences = self._workspace.preferences
        return Heading(
            unit=preferences.get(UNIT_NAME) or extent.site or "",
            period=extent.period.chinese,
            reported_on=self._today(),
            author=preferences.get(FILLED_BY),
            reviewer=preferences.get(CHECKED_BY),
            telephone=preferences.get(PHONE),
            attachment=preferences.get(attachment) if attachment else "",
        )

    def _file_name(
        self,
        subject: str,
        extent: Extent,
        attachment: Preference | None = None,
        suffix: str = ".xlsx",
    ) -> str:
        preferences = self._workspace.preferences
        unit = extent.site or preferences.get(UNIT_NAME)
        number = preferences.get(attachment) if attachment else ""
        parts = [f"附件{number}" if number else "", unit[:LONGEST_UNIT], subject]
        whole_month = extent.period == month_of(extent.period.first)
        first, last = extent.period.first, extent.period.last
        days = str(first) if first == last else f"{first}_{last}"
        span = f"{first:%Y-%m}" if whole_month else days
        return legal_file_name("_".join([part for part in parts if part] + [span]) + suffix)


def _extent_of(minutes: Minutes) -> Extent:
    day = minutes.meeting.started_at.date()
    return Extent(Period(day, day), minutes.meeting.site_name)
