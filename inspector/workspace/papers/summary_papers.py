"""The summary (检查汇总表) of an extent."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from inspector.domain.checklist.checklist import Pack
from inspector.domain.days.span import Span
from inspector.domain.errors import NothingToExportError
from inspector.domain.figures.figure_facts import FigureScope, phase_before
from inspector.domain.figures.figures import self_checks_of
from inspector.domain.figures.own_lines import own_lines, with_own
from inspector.domain.figures.summary import (
    Outside,
    SelfChecks,
    SiteKey,
    SiteSummary,
    Visit,
    summarise,
)
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import FoundBy
from inspector.domain.papers.circular import PeriodFindings, told_apart
from inspector.domain.record.record import ChangedRecord
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.visit.evidence import Evidence
from inspector.excel.papers.coverage_words import covered_words
from inspector.excel.papers.seal_words import changed_sites, records_alarm
from inspector.excel.papers.summary_workbook import write_summary
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.storage.figures.figure_store import FigureStore
from inspector.storage.figures.ranked_visits import ranked_visits
from inspector.workspace.extent import Extent, Period
from inspector.workspace.papers.collector_pause import seldom_collected
from inspector.workspace.papers.column_choices import SUMMARY_COLUMNS, ColumnChoices
from inspector.workspace.papers.ledger_papers import LedgerPapers
from inspector.workspace.papers.period_figures import Figures
from inspector.workspace.plans.plans import Plans
from inspector.workspace.preferences import SUMMARY_ATTACHMENT
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.roster.staff_on_paper import StaffOnPaper
from inspector.workspace.surveys.surveys import Surveys
from inspector.workspace.visits.record_check import Days
from inspector.workspace.visits.seal_check import SealCheck


class SummaryPapers(LedgerPapers):
    """Writes summaries; what tells of the findings of a ledger as well builds on it."""

    def summary_name(self, extent: Extent) -> str:
        """Return the file name that a summary is offered under."""
        return self._file_name("检查汇总表", extent, SUMMARY_ATTACHMENT)

    def chart_name(self, extent: Extent) -> str:
        """Return the file name that a picture of the trend is offered under."""
        return self._file_name("得分趋势图", extent, suffix=".png")

    def archive_name(self, extent: Extent) -> str:
        """Return the file name that an archive of an extent is offered under."""
        return self._file_name("归档", extent, suffix=".zip")

    @seldom_collected
    def write_summary(self, path: Path, extent: Extent, progress: Progress = unheard) -> Path:
        """Write the summary (检查汇总表) of an extent.

        Raises UnknownSiteError, NothingToExportError, FileInUseError or CannotWriteError.
        """
        self._refuse_own(path)
        heading = self._heading(extent, SUMMARY_ATTACHMENT)
        headers = self._opened.of(ColumnChoices).of(SUMMARY_COLUMNS).headers
        visits, own = self._visits_of_all(extent)
        lines, packs = self._lines(extent, visits), self._packs([*visits, *own])
        lines = self._with_own(extent, lines, own)
        patrolled, voiced = (self._beside(extent, by) for by in (FoundBy.PATROLS, FoundBy.PUBLIC))
        outside = Outside(
            patrolled - sum(line.patrol_findings for line in lines),
            voiced - sum(line.voiced.raised for line in lines),
        )
        counted = self._finding_store.ids_between(extent.period.first, extent.period.last)
        changed = self._check(extent, counted=counted).changed(progress)
        heading = replace(heading, alarm=records_alarm(changed))
        lines = marked(lines, changed)
        withdrawn = self._apart(extent, self._withdrawn(extent)).withdrawn_by_pack
        write_summary(
            path, lines, packs, heading, headers, progress,
            only=extent.sites, withdrawn=withdrawn, outside=outside,
            satisfaction=self._satisfied(extent),
            planned=covered_words(self._opened.of(Plans).covered(extent)),
        )  # fmt: skip
        return path

    def _satisfied(self, extent: Extent) -> dict[str, SurveyRate]:
        """Return what the public answered at the sites of an extent, by id; of a phase nothing."""
        if extent.phase:
            return {}
        own = {s.id for s in self._opened.of(Rosters).sites() if extent.covers(s.name)}
        rates = self._opened.of(Surveys).rates(extent.period.first, extent.period.last)
        return {site: rate for site, rate in rates.items() if site in own}

    def _told_apart(self, extent: Extent) -> PeriodFindings:
        """Return the findings of an extent as its summary counts them, told apart."""
        return self._apart(extent, self._opened.of(StaffOnPaper).findings(self.findings(extent)))

    def _beside(self, extent: Extent, found_by: FoundBy) -> int:
        """Return how many findings of an extent are beside those of scored visits.

        They are counted as its circular counts them: what patrols, or the public, found.
        """
        first, last = extent.period.first, extent.period.last
        counts = self._finding_store.number_by_site(first, last, extent.phase, found_by)
        return sum(count for site, count in counts.items() if extent.covers(site))

    def _withdrawn(self, extent: Extent) -> list[Finding]:
        """Return the findings that a summary only tells the number of: a year has many others."""
        first, last, state = extent.period.first, extent.period.last, FindingState.WITHDRAWN
        found = self._finding_store.raised_between(first, last, extent.site, state)
        return [finding for finding in found if extent.covers(finding.site_name)]

    def _apart(self, extent: Extent, findings: Iterable[Finding]) -> PeriodFindings:
        store, between = self._finding_store, (extent.period.first, extent.period.last)
        patrols = store.packs_of_visits(*between, extent.phase, FoundBy.PATROLS)
        voices = store.packs_of_visits(*between, extent.phase, FoundBy.PUBLIC)
        packs = {**store.packs_of_visits(*between, extent.phase), **patrols, **voices}
        return told_apart(findings, packs, patrols, voices)

    def summary(self, extent: Extent) -> list[SiteSummary]:
        """Return the lines of the summary of an extent, best first within each pack."""
        return self._lines(extent, self._visits(extent))

    def _lines(self, extent: Extent, visits: Sequence[Visit]) -> list[SiteSummary]:
        period, today = extent.period, self._today()
        between = (period.first, period.last, today, extent.phase)
        lines = summarise(
            visits,
            self._visits_before(extent),
            self._finding_store.counts(*between),
            {v.pack: self._opened.pack_store.thaw(v.pack_hash).grades for v in visits},
            {v.pack_hash: len(self._opened.pack_store.thaw(v.pack_hash).overrides) for v in visits},
            self._finding_store.counts(*between, FoundBy.PATROLS),
            self._self_checks(extent),
            self._finding_store.counts(*between, FoundBy.PUBLIC),
        )
        categories = self._finding_store.counts_by_category(*between)
        return [
            replace(line, by_category=categories.get((line.site_id, line.pack), {}))
            for line in lines
        ]

    def _visits_of_all(self, extent: Extent) -> tuple[list[Visit], list[Visit]]:
        """Return the visits of an extent and those of sites to themselves.

        Raises UnknownSiteError, or NothingToExportError where there are neither.
        """
        self._require_site(extent)
        period, database = extent.period, self._opened.database
        found = ranked_visits(
            database, period.first, period.last, extent.site, extent.phase, by_itself=True
        )
        own = [visit for visit in found if extent.covers(visit.site_name)]
        try:
            return self._visits(extent), own
        except NothingToExportError:
            if not own:
                raise
            return [], own

    def _with_own(
        self, extent: Extent, lines: list[SiteSummary], own: Sequence[Visit]
    ) -> list[SiteSummary]:
        """Return the lines of a summary, below each family the sites that only saw themselves."""
        first, last = extent.period.first, extent.period.last
        counts, voiced = (
            self._finding_store.counts(first, last, self._today(), extent.phase, by)
            for by in (FoundBy.PATROLS, FoundBy.PUBLIC)
        )
        grades = {v.pack: self._opened.pack_store.thaw(v.pack_hash).grades for v in own}
        listed = {(line.site_id, line.pack) for line in lines}
        alone = own_lines(own, listed, grades, counts, voiced)
        return with_own(lines, alone)

    def _self_checks(self, extent: Extent) -> dict[SiteKey, SelfChecks]:
        """Return what the sites of an extent found of themselves."""
        span = Span(extent.period.first, extent.period.last)
        store = FigureStore(self._opened.database)
        facts = store.self_checks(FigureScope(span, phase=extent.phase))
        return self_checks_of(fact for fact in facts if extent.covers(fact.site_name))

    def _check(
        self,
        extent: Extent,
        findings: Iterable[Finding] = (),
        photos: Iterable[Evidence] = (),
        counted: Iterable[tuple[str, str]] = (),
    ) -> SealCheck:
        """Return the check of the visits that were scored in an extent, and of more."""
        first, last, store = (
            extent.period.first,
            extent.period.last,
            self._opened.inspection_store,
        )
        scored = [
            each
            for site in extent.named or (None,)
            for each in store.scored_between(first, last, site, extent.phase)
        ]
        days = Days(first, last, extent.covers)
        return self._records.check(scored, photos, findings, days, counted)

    def _packs(self, visits: Iterable[Visit]) -> list[Pack]:
        hashes = {visit.pack_hash for visit in visits}
        return [self._opened.pack_store.thaw(each) for each in sorted(hashes)]

    def _visits_before(self, extent: Extent) -> list[Visit]:
        """Return what to compare with: the phase before a phase, else the days before."""
        phase, period = "", extent.period.before
        if extent.phase:
            phases = self._opened.of(Figures).phases()
            earlier = phase_before(phases, extent.phase)
            if earlier is None:
                return []
            phase, period = earlier.title, Period(earlier.span.first, earlier.span.last)
        database = self._opened.database
        found = ranked_visits(database, period.first, period.last, extent.site, phase)
        return [visit for visit in found if extent.covers(visit.site_name)]


def marked(lines: Iterable[SiteSummary], changed: Sequence[ChangedRecord]) -> list[SiteSummary]:
    """Return the lines of a summary, those of sites with a changed record marked."""
    sites = changed_sites(changed)
    return [replace(line, changed=sites.get(line.site_name, 0)) for line in lines]
