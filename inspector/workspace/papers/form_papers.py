"""A superior's own form, filled; one without placeholders by what it is taken for."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_report import complaint_report
from inspector.domain.errors import CannotWriteError, NothingToExportError
from inspector.domain.evaluation.evaluation import Evaluation
from inspector.domain.figures.summary import SiteSummary, Visit, windows_of
from inspector.domain.papers.circular import PeriodFindings
from inspector.domain.plan.plan_coverage import PlanCoverage, narrowed_to
from inspector.domain.survey.survey_sheet import SheetLine
from inspector.domain.survey.survey_table import table_of
from inspector.excel.forms.form_dressing import blank_labels
from inspector.excel.forms.form_fields import FormData, Rows, form_data, nothing_of
from inspector.excel.forms.form_room import TooLong
from inspector.excel.forms.form_workbook import FormLook, read_form, write_form
from inspector.excel.papers.seal_words import records_alarm
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.report_heading import Heading
from inspector.storage.stores.roster_store import RosterStore
from inspector.translation import tr
from inspector.workspace.complaints.complaint_reading import ComplaintReading
from inspector.workspace.evaluation.evaluations import Evaluations
from inspector.workspace.extent import Extent
from inspector.workspace.papers.collector_pause import seldom_collected
from inspector.workspace.papers.form_choices import FormChoices
from inspector.workspace.papers.form_words import FormWord, words_with_values
from inspector.workspace.papers.summary_papers import SummaryPapers, marked
from inspector.workspace.plans.plans import Plans
from inspector.workspace.preferences import SURVEY_LEAST, UNIT_NAME
from inspector.workspace.surveys.surveys import Surveys

_LONGEST_TITLE = 31
"""Characters of a sheet's title."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that was written, and what is not in it."""

    path: Path
    blank: tuple[str, ...] = ()  # left blank: words, or columns and labels where there are none
    unsure: tuple[str, ...] = ()  # its columns whose meaning was guessed
    left_out: tuple[str, ...] = ()  # sites with findings that no sheet is for
    places: int = 0  # the cells that were filled
    too_long: tuple[TooLong, ...] = ()  # those of them that do not show whole
    zero: str = ""  # what the first row says where there was nothing to report


@dataclass(frozen=True, slots=True)
class _Told:
    """What an extent tells, and which of its sites have a sheet in it."""

    lines: Sequence[SiteSummary]
    findings: PeriodFindings
    visits: Sequence[Visit]
    sheets: Sequence[SheetLine]  # of satisfaction surveys
    complaints: Sequence[Complaint]  # by the names that their sites have today
    plans: PlanCoverage | None = None
    published: Evaluation | None = None


class FormPapers(SummaryPapers):
    """Fills superiors' forms."""

    def form_name(self, form: Path, extent: Extent) -> str:
        """Return the file name that a filled form is offered under."""
        return self._file_name(form.stem.removeprefix("表样_"), extent)

    def require_form(self, form: Path) -> None:
        """Refuse a form that could not be filled, with what is known of its columns.

        Raises what `read_form` raises.
        """
        read_form(form, self._opened.of(FormChoices).of)

    def refuse_form_itself(self, path: Path, form: Path) -> None:
        """Refuse to fill a form over itself; raises CannotWriteError."""
        if os.path.exists(path) and os.path.exists(form) and path.samefile(form):
            raise CannotWriteError(path, tr("it is the form itself"))

    @seldom_collected
    def write_form(
        self, path: Path, extent: Extent, form: Path, progress: Progress = unheard
    ) -> Path:
        """Fill the form at `form` with an extent and write it to `path`; the form stays as it is.

        Raises what `fill_form` raises.
        """
        return self.fill_form(path, extent, form, progress).path

    @seldom_collected
    def fill_form(
        self, path: Path, extent: Extent, form: Path, progress: Progress = unheard
    ) -> FilledForm:
        """Fill a form as `write_form` does, and say what stays blank.

        A period without anything to tell is a form that says so (零报告). Raises what `read_form`
        raises, UnknownSiteError, FileInUseError or CannotWriteError, also where both paths are one.
        """
        self._refuse_own(path)
        self.refuse_form_itself(path, form)
        self._require_site(extent)
        told, heading = self._told(extent), self._heading(extent)
        changed = self._check(extent, told.findings.counted).changed(progress)
        heading = replace(heading, alarm=records_alarm(changed))
        told = replace(told, lines=marked(told.lines, changed))
        data = self._data(told, heading, extent.site)
        data = replace(data, of_site=self._of_site(told, heading, extent))
        choices = self._opened.of(FormChoices).of
        look = write_form(form, path, data, self._today(), progress, choices)
        return self._filled(path, look, data, told)

    @seldom_collected
    def form_words(self, extent: Extent) -> list[FormWord]:
        """Return the words that a form can hold, with what they stand for in an extent.

        Raises UnknownSiteError.
        """
        self._require_site(extent)
        return words_with_values(self._data(self._told(extent), self._heading(extent), extent.site))

    def _told(self, extent: Extent) -> _Told:
        plans = self._opened.of(Plans).covered(extent)
        try:
            findings = self._told_apart(extent)
        except NothingToExportError:
            findings = PeriodFindings((), (), (), {})
        try:
            visits = self._visits(extent)
        except NothingToExportError:
            return _Told((), findings, (), self._sheets(extent), self._came(extent), plans)
        newest = next(iter(self._opened.of(Evaluations).published(extent)), None)
        published = newest.evaluation if newest is not None else None
        lines, sheets = self._lines(extent, visits), self._sheets(extent)
        return _Told(lines, findings, visits, sheets, self._came(extent), plans, published)

    def _came(self, extent: Extent) -> list[Complaint]:
        names = {site.id: site.name for site in self._rosters.every_site()}
        period = extent.period
        came = self._opened.of(ComplaintReading).between(period.first, period.last)
        named = (replace(each, site_name=names.get(each.site_id, each.site_name)) for each in came)
        return [each for each in named if extent.covers(each.site_name)]

    def _sheets(self, extent: Extent) -> list[SheetLine]:
        period = extent.period
        lines = self._opened.of(Surveys).between(period.first, period.last, extent.site)
        return [line for line in lines if extent.covers(line.sheet.site_name)]

    def _data(self, told: _Told, heading: Heading, site: str | None) -> FormData:
        if site is not None:
            heading = replace(heading, unit=site, site=site)
        windows = windows_of(told.visits)
        inspecting = self._preferences.get(UNIT_NAME)
        satisfaction = table_of(told.sheets, self._preferences.number(SURVEY_LEAST))
        return form_data(
            told.lines,
            told.findings,
            heading,
            self._today(),
            windows,
            inspecting,
            satisfaction,
            complaint_report(told.complaints, (), self._today()),
            told.plans,
            told.published,
        )

    def _of_site(
        self, told: _Told, heading: Heading, extent: Extent
    ) -> Callable[[str], FormData | None]:
        """Return what fills a sheet that is named after a site, each worked out once."""
        roster = RosterStore(self._opened.database).sites(ended=True)
        names = {site.name for site in roster} | {line.site_name for line in told.lines}
        by_title = {name[:_LONGEST_TITLE]: name for name in sorted(names)}
        known: dict[str, FormData] = {}

        def of_site(title: str) -> FormData | None:
            site = by_title.get(title.strip())
            if site is None:
                return None
            if site not in known:
                own = heading if extent.covers(site) else replace(heading, unit=site)
                known[site] = (
                    self._data(_of(told, site), own, site)
                    if extent.covers(site)
                    else nothing_of(own)
                )
            return known[site]

        return of_site

    def _filled(self, path: Path, look: FormLook, data: FormData, told: _Told) -> FilledForm:
        tables = {sheet.name for sheet in look.sheets if sheet.records}
        left_out: tuple[str, ...] = ()
        if tables and all(data.of_site(title) is not None for title in tables):
            sites = dict.fromkeys(each.site_name for each in told.findings.scored)
            left_out = tuple(s for s in sites if s[:_LONGEST_TITLE] not in tables)
        zero = data.zero.get(Rows.FINDINGS, "")
        if look.mapping is None:
            return FilledForm(
                path,
                look.empty,
                left_out=left_out,
                places=look.places,
                too_long=look.too_long,
                zero=zero,
            )
        heads = tuple(f"{h.place} {h.head}" for h in look.mapping.blank)
        return FilledForm(
            path,
            (*heads, *blank_labels(look.mapping, data)),
            tuple(f"{h.place} {h.head}" for h in look.mapping.unsure),
            left_out,
            look.places,
            look.too_long,
            zero,
        )


def _of(told: _Told, site: str) -> _Told:
    """Return what is told of one site."""
    findings = told.findings
    return _Told(
        [line for line in told.lines if line.site_name == site],
        PeriodFindings(
            tuple(each for each in findings.scored if each.site_name == site),
            tuple(each for each in findings.by_patrols if each.site_name == site),
            tuple(each for each in findings.withdrawn if each.site_name == site),
            findings.packs,
            tuple(each for each in findings.voiced if each.site_name == site),
        ),
        [visit for visit in told.visits if visit.site_name == site],
        [line for line in told.sheets if line.sheet.site_name == site],
        [each for each in told.complaints if each.site_name == site],
        told.plans and narrowed_to(told.plans, [site]),
        told.published,
    )
