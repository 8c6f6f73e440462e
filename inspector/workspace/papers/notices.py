"""Notices to units (整改通知单): one for each site, each with a number of its own.

A number is drawn in the operation that writes the file and remembers it: one that cannot be
written uses up none. The same set of findings of a site keeps the number it went out with, so
that a reprint is the same paper; with one finding more or less it is another notice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import NothingToNotifyError
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.ledger import LedgerColumn, LedgerFilter, LedgerOrder
from inspector.domain.papers.notice import NOTIFIED, Notice, notice_number, number_kept
from inspector.domain.record.record import ChangedRecord
from inspector.domain.visit.evidence import Evidence
from inspector.excel.papers.notice_workbook import NOTICE_PHOTOS, write_notice
from inspector.excel.papers.seal_words import records_alarm
from inspector.excel.sheet.file_names import free_name, legal_file_name
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.found_photos import as_pictures, found_photos, shown_in
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.papers.letters.letter_saving import write_letter
from inspector.workspace.papers.letters.notice_facts import notice_facts
from inspector.workspace.papers.letters.notice_letter import notice_letter
from inspector.workspace.papers.record_draft import make_folder
from inspector.workspace.preferences import ORGAN_CODE, UNIT_NAME, PreferenceBook
from inspector.workspace.roster.rosters import Rosters
from inspector.workspace.roster.staff_on_paper import StaffOnPaper
from inspector.workspace.visits.record_check import days_of
from inspector.workspace.visits.records import Records
from inspector.workspace.visits.seal_check import SealCheck

if TYPE_CHECKING:
    from inspector.workspace.evidence.evidence_book import EvidenceBook
    from inspector.workspace.extent import Extent

NOTICE = "整改通知单"
"""What a notice is called on the history of findings."""

LETTER = "整改通知"
"""What a notice is called as a letter; without a 机关代字 its number begins with it."""

LONGEST_SITE = 40
"""Characters of a site's name in a file name."""

_ORDER = LedgerOrder(LedgerColumn.DAY, descending=False)


@dataclass(frozen=True)
class NoticeDraft:
    """What one site is to be told; its photos are made smaller by `make_pictures`, or late."""

    site_id: str
    site_name: str
    findings: tuple[Finding, ...]
    photos: Mapping[str, tuple[Evidence, ...]]
    pictures: PaperPhotos
    check: SealCheck
    number: str = ""  # these very findings went out with it already
    _changed: list[list[ChangedRecord]] = field(default_factory=list, repr=False)

    def make_pictures(self) -> None:
        """Make every photo ready, and look at the seals: both take a while. From any thread."""
        self.changed()
        self.pictures.make_ready(shown_in(self.photos, self._sites, NOTICE_PHOTOS),
                                 NOTICE_PHOTOS.print_size)  # fmt: skip

    def changed(self) -> list[ChangedRecord]:
        """Return the visits on the notice whose records no longer are what was sealed."""
        if not self._changed:
            self._changed.append(self.check.changed())
        return self._changed[0]

    def ready_pictures(self) -> Mapping[str, tuple[Picture, ...]]:
        """Return the photos for the workbook, by the finding's id."""
        return as_pictures(self.photos, self.pictures, self._sites, NOTICE_PHOTOS)

    @property
    def _sites(self) -> Mapping[str, str]:
        return dict.fromkeys(self.photos, self.site_name)


class Notices:
    """The operations on notices."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._evidence = opened.of(EvidenceBook)
        self._findings = opened.of(Findings)
        self._preferences = opened.of(PreferenceBook)
        self._records = opened.of(Records)
        self._rosters = opened.of(Rosters)
        self._store = opened.finding_store

    def drafts(self, asked: LedgerFilter) -> list[NoticeDraft]:
        """Return a notice for each site of a filter with something still to be put right.

        What was reported done, closed or withdrawn is on none. Raises NothingToNotifyError.
        """
        rows = self._findings.ledger(asked, _ORDER)
        by_site: dict[str, list[str]] = {}
        for row in rows:
            if row.state in NOTIFIED:
                by_site.setdefault(row.site_id, []).append(row.id)
        if not by_site:
            raise NothingToNotifyError
        return [self._draft(ids, asked) for ids in by_site.values()]

    def write_all(self, extent: "Extent", folder: Path, *, letter: bool = False) -> list[Path]:
        """Write a notice for each site of an extent, with a `letter` beside it if wanted.

        Raises UnknownSiteError as well.
        """
        sites = {self._rosters.site_named(name).id for name in extent.named}
        days = extent.period
        site_id = next(iter(sites)) if len(sites) == 1 else ""
        drafts = [
            draft
            for draft in self.drafts(
                LedgerFilter(site_id=site_id, first=days.first, last=days.last)
            )
            if not sites or draft.findings[0].site_id in sites
        ]
        if not drafts:
            raise NothingToNotifyError
        return [
            path for draft in drafts for path in self.write_files(draft, folder, letter=letter)[0]
        ]

    def _draft(self, ids: Iterable[str], asked: LedgerFilter) -> NoticeDraft:
        findings = tuple(self._findings.all_of(ids))
        photos = found_photos(self._evidence, findings)
        return NoticeDraft(
            site_id=findings[0].site_id,
            site_name=findings[0].site_name,
            findings=findings,
            photos=photos,
            pictures=self._opened.of(PaperPhotos),
            check=self._records.check(
                (),
                (photo for each in photos.values() for photo in each),
                findings,
                days_of(asked, findings[0].site_name),
            ),
            number=self._kept(findings),
        )

    def folder_for(self, folder: Path, count: int) -> Path:
        """Return where so many notices go: several into a new folder of the day, one as it is.

        What was written in one go is found, printed and sent together then.
        """
        if count < 2:
            return folder
        return free_name(folder / f"{NOTICE}_{_day(self._opened.now().date())}")

    def write(self, draft: NoticeDraft, folder: Path, *, by: str = "") -> tuple[Path, Changes]:
        """Write a notice as a workbook; raises what `write_files` raises."""
        paths, changes = self.write_files(draft, folder, by=by)
        return paths[0], changes

    def write_files(
        self, draft: NoticeDraft, folder: Path, *, letter: bool = False, by: str = ""
    ) -> tuple[list[Path], Changes]:
        """Write a notice into a folder, which is made if missing, under a name not taken yet.

        The workbook has the photos and the reply slip; a `letter` goes before it and names both.
        Raises NothingToNotifyError when all of it was put right meanwhile, or CannotWriteError.
        """
        make_folder(folder)
        alarm = records_alarm(draft.changed())
        while True:  # made before anything is held: whoever writes meanwhile need not wait
            foreseen, is_new = self._foreseen(draft)
            paths = self._made(draft, foreseen, folder, alarm, letter=letter)
            try:
                with self._opened.database.transaction():
                    if self._foreseen(draft) == (foreseen, is_new):
                        if is_new:
                            self._drawn(foreseen.day.year)
                        ids = [finding.id for finding in foreseen.findings]
                        return paths, self._findings.record_export(
                            ids, NOTICE, paths[0].name, foreseen.number, by=by
                        )
            except BaseException:
                _take_away(paths)  # its number is not used up
                raise
            _take_away(paths)  # somebody was quicker, and it is another notice now

    def _foreseen(self, draft: NoticeDraft) -> tuple[Notice, bool]:
        """Return a notice as it would go out now, and whether its number is a new one."""
        today = self._opened.now().date()
        now = self._findings.all_of([finding.id for finding in draft.findings])
        findings = tuple(finding for finding in now if finding.state in NOTIFIED)
        if not findings:
            raise NothingToNotifyError
        kept = self._kept(findings)
        notice = Notice(
            number=kept or self._next(today.year),
            site_name=draft.site_name,
            unit=self._preferences.get(UNIT_NAME),
            day=today,
            findings=findings,
            code=self._records.code(),  # of the entry before its own
        )
        return notice, not kept

    def _made(
        self, draft: NoticeDraft, foreseen: Notice, folder: Path, alarm: str, *, letter: bool
    ) -> list[Path]:
        """Write the files of a notice, all of them or none."""
        on_paper = tuple(self._opened.of(StaffOnPaper).findings(foreseen.findings))
        notice = replace(foreseen, findings=on_paper)
        path, document = _free_names(folder, notice, letter=letter)
        write_notice(path, notice, draft.ready_pictures(), alarm)
        if document is None:
            return [path]
        try:
            facts = notice_facts(self._opened, notice, alarm)
            write_letter(notice_letter(notice, facts), document)
        except BaseException:
            _take_away([path])
            raise
        return [path, document]

    def _kept(self, findings: Iterable[Finding]) -> str:
        findings = list(findings)
        notice = findings[0].notice
        return number_kept(findings, self._store.out_with(notice)) if notice else ""

    def _next(self, year: int) -> str:
        """Return the number that would be drawn now."""
        code = self._preferences.get(ORGAN_CODE)
        return notice_number(year, self._store.last_drawn(_sequence(year)) + 1, code)

    def _drawn(self, year: int) -> None:
        self._store.draw(_sequence(year))


def file_name(notice: Notice, what: str = NOTICE, ending: str = ".xlsx") -> str:
    """Return what the file of a notice is called: site, what it is, number, day."""
    parts = (notice.site_name[:LONGEST_SITE], what, notice.number, _day(notice.day))
    return legal_file_name("_".join(parts) + ending)


def _free_names(folder: Path, notice: Notice, *, letter: bool) -> tuple[Path, Path | None]:
    """Return where a notice goes, and its letter if there is one: names not taken yet."""
    path = free_name(folder / file_name(notice))
    return path, free_name(folder / file_name(notice, LETTER, ".docx")) if letter else None


def _sequence(year: int) -> str:
    return f"notice-{year}"


def _take_away(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _day(day: date) -> str:
    return day.isoformat()
