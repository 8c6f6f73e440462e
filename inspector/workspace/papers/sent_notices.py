"""Notices as they went out: made again from the history of their findings, for an archive.

Number, day, findings and where each stood are those of the first time that a notice was written;
a reprint is the same paper. Who sends it is what the preferences say now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Exported, FindingEvent
from inspector.domain.finding.finding_life import fold
from inspector.domain.papers.notice import Notice
from inspector.domain.record.journal import Head, is_made_earlier
from inspector.domain.visit.evidence import Evidence
from inspector.excel.papers.notice_workbook import NOTICE_PHOTOS, write_notice
from inspector.excel.papers.seal_words import records_alarm
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.found_photos import as_pictures, found_photos
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.papers.letters.letter_saving import write_letter
from inspector.workspace.papers.letters.notice_facts import notice_facts
from inspector.workspace.papers.letters.notice_letter import notice_letter
from inspector.workspace.papers.notices import LETTER, file_name
from inspector.workspace.papers.record_draft import make_folder
from inspector.workspace.preferences import UNIT_NAME, PreferenceBook
from inspector.workspace.roster.staff_on_paper import StaffOnPaper
from inspector.workspace.visits.records import Records


@dataclass(frozen=True, slots=True)
class SentNotice:
    """A notice that went out: when, and its findings as they stood then."""

    number: str
    at: datetime
    findings: tuple[Finding, ...]
    event_id: str  # that says so, of its first finding


class SentNotices:
    """Reads what went out and writes it again; draws no number and remembers nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = opened.finding_store

    def about(self, finding_ids: Iterable[str]) -> list[SentNotice]:
        """Return every notice that told of any of some findings, oldest first."""
        lives = self._store.histories(finding_ids)
        numbers = {each.notice for life in lives.values() for each in _sent(life)}
        if not numbers:
            return []
        lives = self._store.histories(self._store.ever_out_with(numbers))
        return sorted(
            (
                each
                for each in notices_of(lives, self._store.all_of(lives))
                if each.number in numbers
            ),
            key=lambda each: (each.at, each.number),
        )

    def write(self, sent: SentNotice, folder: Path) -> tuple[Path, Path]:
        """Write a notice into a folder as a workbook, and its letter beside it.

        Raises CannotWriteError.
        """
        opened = self._opened
        make_folder(folder)
        photos = self._photos(sent)
        check = opened.of(Records).check(
            (), (photo for each in photos.values() for photo in each), sent.findings
        )
        alarm = records_alarm(check.changed())
        notice = Notice(
            number=sent.number,
            site_name=sent.findings[0].site_name,
            unit=opened.of(PreferenceBook).get(UNIT_NAME),
            day=sent.at.date(),
            findings=tuple(opened.of(StaffOnPaper).findings(sent.findings)),
            code=self._code(sent),
        )
        workbook = folder / file_name(notice)
        sites = dict.fromkeys(photos, notice.site_name)
        pictures = as_pictures(photos, opened.of(PaperPhotos), sites, NOTICE_PHOTOS)
        write_notice(workbook, notice, pictures, alarm)
        letter = folder / file_name(notice, LETTER, ".docx")
        write_letter(notice_letter(notice, notice_facts(opened, notice, alarm)), letter)
        return workbook, letter

    def _photos(self, sent: SentNotice) -> Mapping[str, tuple[Evidence, ...]]:
        """Return the photos that there were when it went out."""
        found = found_photos(self._opened.of(EvidenceBook), sent.findings)
        return {
            key: tuple(each for each in own if each.added_at <= sent.at)
            for key, own in found.items()
        }

    def _code(self, sent: SentNotice) -> str:
        """Return what the paper printed as the journal's head: the entry before its own."""
        journal = JournalStore(self._opened.database)
        owners = [finding.id for finding in sent.findings]
        own = (entry for entry, _ in journal.told_of(owners) if entry.subject == sent.event_id)
        entry = next(own, None)
        before = (
            journal.entry(entry.number - 1) if entry and not is_made_earlier(entry.note) else None
        )
        if before is None:
            return ""
        head = Head(before.number, before.link, before.at)
        return f"{head.code} {head.day}"


def notices_of(
    lives: Mapping[str, Sequence[FindingEvent]], now: Mapping[str, Finding]
) -> list[SentNotice]:
    """Return the notices that findings went out with, from their events; both are by id.

    Two laptops that drew the same number for two sites sent two notices. How often something was
    found is as it stands `now`: other findings decide that.
    """
    first: dict[tuple[str, str, str], dict[str, Exported]] = {}
    for key, life in lives.items():
        own: dict[str, Exported] = {}
        for each in _sent(life):
            own.setdefault(each.notice, each)
        for number, each in own.items():
            first.setdefault((now[key].site_id, number, each.file_name), {})[key] = each
    return [_notice(number, events, lives, now) for (_, number, _), events in first.items()]


def _sent(life: Iterable[FindingEvent]) -> list[Exported]:
    """Return the times that a finding went out with a notice, in the order of time."""
    out = (each for each in life if isinstance(each, Exported) and each.notice)
    return sorted(out, key=lambda each: (each.at, each.id))


def _notice(
    number: str,
    events: Mapping[str, Exported],
    lives: Mapping[str, Sequence[FindingEvent]],
    now: Mapping[str, Finding],
) -> SentNotice:
    findings = [
        replace(
            fold(step for step in lives[key] if step.at <= event.at),
            times_at_window=now[key].times_at_window,
            times_at_site=now[key].times_at_site,
        )
        for key, event in events.items()
    ]
    findings.sort(key=lambda each: (each.raised_at, each.number))
    first = events[findings[0].id]
    return SentNotice(number, first.at, tuple(findings), first.id)
