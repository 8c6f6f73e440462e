"""The ledger of findings (整改台账) as a workbook: as a report, or sent out to be filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import NothingToExportError
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import (
    UNFINISHED,
    LedgerColumn,
    LedgerFilter,
    LedgerOrder,
)
from inspector.domain.finding.ledger_tally import LedgerTally, tally_of
from inspector.domain.visit.evidence import Evidence
from inspector.excel.papers.ledger.ledger_edition import EditionAsked, LedgerEdition
from inspector.excel.papers.ledger.ledger_sheet_columns import PHOTOS, USUAL_LEDGER_HEADERS
from inspector.excel.papers.ledger_workbook import (
    PICTURED,
    LedgerForm,
    edition_of,
    write_rectification,
)
from inspector.excel.papers.seal_words import records_alarm
from inspector.excel.sheet.export_progress import Progress, growing, part_of, unheard
from inspector.excel.sheet.file_names import legal_file_name
from inspector.excel.sheet.printed_width import Paper
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.storage.registers.ledger_export_store import LedgerExportStore, SentFindings
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.found_photos import found_photos, pictures_begun
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.papers.collector_pause import seldom_collected
from inspector.workspace.papers.column_choices import LEDGER_COLUMNS, ColumnChoices
from inspector.workspace.papers.paper_family import LONGEST_UNIT
from inspector.workspace.preferences import (
    CHECKED_BY,
    FILLED_BY,
    LEDGER_ATTACHMENT,
    PHONE,
    UNIT_NAME,
    PreferenceBook,
)
from inspector.workspace.roster.staff_on_paper import StaffOnPaper
from inspector.workspace.visits.record_check import Days, days_of
from inspector.workspace.visits.records import Records
from inspector.workspace.visits.seal_check import SealCheck

if TYPE_CHECKING:
    from inspector.workspace.evidence.evidence_book import EvidenceBook

LEDGER = "整改台账"
"""What the ledger is called on the history of findings."""

_CHECKED, _CHECKED_BESIDE = 0.3, 0.15
"""Of the time that writing a ledger takes: until it is known whether its findings are as they were
sealed; the same while photos are made.
"""

_CHUNK = 2000
"""Findings read between two words of progress."""

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True)
class LedgerDraft:
    """Everything of a ledger but its photos, which are made smaller while it is written.

    `write` may be called from any thread: it reads the database apart.
    """

    findings: tuple[Finding, ...]
    heading: Heading
    today: date
    photos: Mapping[str, tuple[Evidence, ...]] | None  # None: without
    fill_in: bool
    pictures: PaperPhotos
    name: str  # of the file, as it is offered
    check: SealCheck
    headers: tuple[str, ...] = USUAL_LEDGER_HEADERS
    ended: int = 0  # findings that need nothing more, and are not in it
    closed: int = 0  # those of them that are closed
    tally: LedgerTally | None = None
    open_only: bool = False
    paper: Paper = Paper.A4
    of_period: bool = True  # else of a filter, whose findings no summary counts together

    @property
    def edition(self) -> LedgerEdition:
        """In which form it is going to be printed, and how large."""
        photos = any((self.photos or {}).values())
        asked = EditionAsked(self.headers, photos, self.fill_in, self.paper)
        return edition_of(self.findings, self.today, asked)

    @seldom_collected
    def write(self, path: Path, progress: Progress = unheard) -> None:
        """Write the workbook. Raises FileInUseError or CannotWriteError."""
        progress = growing(progress)
        checked = _CHECKED_BESIDE if any((self.photos or {}).values()) else _CHECKED
        checking, writing = part_of(progress, 0, checked), part_of(progress, checked, 1)
        sites = {finding.id: finding.site_name for finding in self.findings}
        picturing, photos = part_of(writing, *PICTURED), self.photos or {}
        # Photos take longest by far: what is read and written meanwhile is not waited for.
        with pictures_begun(photos, self.pictures, sites, PHOTOS, picturing) as pictures:
            heading = replace(self.heading, alarm=records_alarm(self.check.changed(checking)))
            form = LedgerForm(
                pictures, self.fill_in, self.headers, self.ended, self.tally, self.open_only,
                self.paper, self.of_period,
            )  # fmt: skip
            write_rectification(path, self.findings, heading, self.today, form, writing)


class LedgerExports:
    """The operations that let the ledger out."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._column_choices = opened.of(ColumnChoices)
        self._evidence = opened.of(EvidenceBook)
        self._findings = opened.of(Findings)
        self._preferences = opened.of(PreferenceBook)
        self._records = opened.of(Records)
        self._store = LedgerExportStore(opened.database)

    def draft(
        self,
        asked: LedgerFilter,
        order: LedgerOrder = LedgerOrder(LedgerColumn.DAY, descending=False),  # noqa: B008 -- frozen
        *,
        period: str = "",
        photos: bool = False,
        fill_in: bool = True,
        open_only: bool = False,
        paper: Paper = Paper.A4,
        attachment: str = "",
        progress: Progress = unheard,
    ) -> LedgerDraft:
        """Gather the findings of a filter, as a ledger in an order.

        `period` stands in the title, `attachment` (the 2 of 附件2; else that of the preferences)
        above it and in the name.
        Raises NothingToExportError where the filter leaves nothing.
        """
        shown, ended, closed = asked, 0, 0
        if fill_in:  # years of what was closed need not be read
            counts = self._findings.counts(asked)
            unfinished = sum(counts.of(state) for state in UNFINISHED)
            if unfinished:
                ended, closed = counts.total - unfinished, counts.of(FindingState.CLOSED)
                shown = replace(asked, states=(asked.states & UNFINISHED) or UNFINISHED)
        ids = self._findings.ids(shown, order)
        if not ids:
            raise NothingToExportError
        findings: list[Finding] = []
        for begin in range(0, len(ids), _CHUNK):
            progress(begin, len(ids))
            findings += self._findings.all_of(ids[begin : begin + _CHUNK])
        site = findings[0].site_name if asked.site_id else ""
        heading = self._heading(site, period, attachment)
        days = days_of(asked, site)
        draft = self.draft_of(
            findings, heading, photos=photos, fill_in=fill_in, open_only=open_only, paper=paper,
            days=days,
        )  # fmt: skip
        if ended:
            draft = replace(draft, ended=ended, closed=closed)
        if (
            asked.first
            and asked.last
            and asked == LedgerFilter(first=asked.first, last=asked.last, site_id=asked.site_id)
        ):
            return draft  # all of some days, as a summary of them counts
        until = f"截至{chinese_date(heading.reported_on)}"
        is_open = not any(finding.state.is_ended for finding in draft.findings)
        stand = f"未销号，{until}" if is_open else until
        return replace(draft, heading=replace(heading, period=period or stand), of_period=False)

    def draft_of(
        self,
        findings: list[Finding],
        heading: Heading,
        *,
        photos: bool,
        fill_in: bool,
        open_only: bool = False,
        paper: Paper = Paper.A4,
        days: Days | None = None,
    ) -> LedgerDraft:
        """Make a ledger of findings; of visits in `days` nothing may be missing.

        With `open_only` it has those with something still to be done, and tells of the others.
        One to be filled in has the usual columns, and of the findings those with something still
        to be done: who fills it in would have to look for them. Where there are none it has all.
        """
        unfinished = [finding for finding in findings if not finding.state.is_ended]
        ended = len(findings) - len(unfinished) if fill_in and unfinished else 0
        tally, closed = None, 0
        if not fill_in:
            visits = [finding.inspection_id for finding in findings]
            store = self._opened.finding_store
            tally = tally_of(findings, store.unscored_among(visits), store.voiced_among(visits))
        open_only = open_only and not fill_in
        if ended or open_only:
            ended = len(findings) - len(unfinished)
            closed = sum(finding.state is FindingState.CLOSED for finding in findings)
            findings = unfinished
        choices = self._column_choices
        shown = found_photos(self._evidence, findings) if photos else None
        return LedgerDraft(
            findings=tuple(self._opened.of(StaffOnPaper).findings(findings)),
            heading=heading,
            today=heading.reported_on,
            photos=shown,
            check=self._records.check(
                (),
                (photo for each in (shown or {}).values() for photo in each),
                findings,
                days,
            ),
            fill_in=fill_in,
            pictures=self._opened.of(PaperPhotos),
            name=_name(heading),
            headers=USUAL_LEDGER_HEADERS if fill_in else choices.of(LEDGER_COLUMNS).headers,
            ended=ended,
            closed=closed,
            tally=tally,
            open_only=open_only,
            paper=paper,
        )

    def record(self, draft: LedgerDraft, path: Path, *, by: str = "") -> Changes:
        """Remember of every finding that it went out in the workbook that was written."""
        return self.record_sent(self.sent(draft), path, by=by)

    def sent(self, draft: LedgerDraft) -> SentFindings:
        """Return the findings of a ledger as they are recorded; reads, and writes nothing."""
        moments = (finding.changed_at for finding in draft.findings if finding.changed_at)
        ids = [finding.id for finding in draft.findings]
        return self._store.sent(ids, max(moments, default=None))

    def record_sent(self, sent: SentFindings, path: Path, *, by: str = "") -> Changes:
        """Remember of findings that they went out in the workbook that was written.

        It comes after all that had happened to any of them, also if the clock was set back.
        """
        at = self._opened.now()
        if sent.latest is not None and at <= sent.latest:
            at = sent.latest + _TICK
        self._store.add(self._opened.new_id(), at, by.strip(), LEDGER, path.name, sent)
        return Changes(findings=True)

    def write(self, draft: LedgerDraft, path: Path, *, by: str = "") -> Changes:
        """Write a ledger and remember it. Raises FileInUseError or CannotWriteError."""
        draft.write(path)
        return self.record(draft, path, by=by)

    def name_of(self, site: str = "") -> str:
        """Return the file name of a ledger, of one site or of several, before it is gathered."""
        return _name(self._heading(site, "", ""))

    def _heading(self, site: str, period: str, attachment: str) -> Heading:
        preferences = self._preferences
        return Heading(
            unit=preferences.get(UNIT_NAME) or site,
            period=period,
            reported_on=self._opened.now().date(),
            author=preferences.get(FILLED_BY),
            reviewer=preferences.get(CHECKED_BY),
            telephone=preferences.get(PHONE),
            attachment=attachment or preferences.get(LEDGER_ATTACHMENT),
            code=self._records.code(),
        )


def _name(heading: Heading) -> str:
    """Return the file name that a ledger is offered under."""
    parts = (heading.label, heading.unit[:LONGEST_UNIT], LEDGER, f"{heading.reported_on}")
    return legal_file_name("_".join(filter(None, parts)) + ".xlsx")
