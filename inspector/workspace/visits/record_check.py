"""Whether what is printed still is what was sealed: told by the journal, not by recomputing.

A visit's entry holds a digest of all its rows as they were written when it was handed in, scores
included; a few statements read as many visits as a paper tells of. What was there before the
journal is told by its seal as well, once in a run for each record.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inspector.domain.errors import InspectorError
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.record.journal import Entry, Subject, moment
from inspector.domain.record.record import ChangedRecord
from inspector.domain.record.record_seal import seal_of
from inspector.domain.sharing.sheet_places import sheet_as_made
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.comparing.projection_check import rewritten_findings
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.sharing.came_from import came_from
from inspector.storage.stores.journal_store import JournalStore, Look
from inspector.storage.stores.kept_ranked_scores import coverage_to_keep, kept_coverage
from inspector.storage.stores.kept_reviewed_scores import misreviewed
from inspector.storage.stores.kept_scores import kept_scores, scores_to_keep
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.storage.stores.recheck_store import RecheckStore
from inspector.storage.stores.record_store import RecordStore
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.sheet_reading import sheet_of

_RECORD = (Subject.VISIT, Subject.SIGNATURE, Subject.AMENDMENT, Subject.CLOCK)
SEAL = "seal"
"""What an erasure calls the seal of a record."""

_CHUNK = 200
"""Visits looked at between two words of progress."""

_FINDINGS = 1000
"""Findings looked at together, with all their steps: no more are in memory."""


@dataclass(frozen=True)
class Days:
    """The days and sites that a paper tells of: what was sealed in them has to be there."""

    first: date
    last: date
    covers: Callable[[str], bool]  # a site, by its name


class Seen:
    """What was found to be as entered, in this run, while nobody else wrote to the database.

    The program itself only ever adds to what is sealed, so that a month's papers, one after the
    other, need not read the same visits again. Who writes with SQLite is noticed by its counter;
    who edits the file's bytes under an open window is the next start's and the doctor's to notice.
    """

    def __init__(self, version: int) -> None:
        self.version = version
        self.visits: set[str] = set()
        self.findings: set[str] = set()


def days_of(asked: LedgerFilter, site: str) -> Days | None:
    """Return the days of a filter that leaves nothing out by more than days and a site."""
    days_only = LedgerFilter(site_id=asked.site_id, first=asked.first, last=asked.last)
    if asked != days_only or asked.first is None or asked.last is None:
        return None
    return Days(asked.first, asked.last, lambda name: site in ("", name))


class RecordCheck:
    """Compares records, findings and meetings with the journal. Reads only."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = JournalStore(opened.database)

    def changed(
        self,
        inspection_ids: Iterable[str],
        progress: Progress = unheard,
        seen: Seen | None = None,
    ) -> list[str]:
        """Return those visits whose record, signature or amendments are not what was entered.

        What was `seen` is not looked at again, and what is in order will have been.
        """
        known = seen.visits if seen else set()
        asked = [each for each in dict.fromkeys(inspection_ids) if each not in known]
        changed: list[str] = []
        for begin in range(0, len(asked), _CHUNK):
            some = asked[begin : begin + _CHUNK]
            look = self._store.look_at(_RECORD, some)
            wrong = self._altered_packs(some) | self._misreviewed(some)
            changed += [each for each in some if each in wrong or self._differs(each, look)]
            progress(begin + len(some), len(asked))
        known |= set(asked) - set(changed)
        return changed

    def _differs(self, inspection_id: str, look: Look) -> bool:
        if inspection_id in look.wrong or inspection_id not in look.digests:
            return True
        if inspection_id not in look.taken_in:
            return False
        known, digest = self._opened.as_sealed, look.digests[inspection_id]
        if digest not in known:
            known[digest] = self.is_as_sealed(inspection_id)
        return not known[digest]

    def _altered_packs(self, inspection_ids: list[str]) -> set[str]:
        """Return the visits whose frozen checklists are not those they were scored with."""
        packs = self._opened.inspection_store.pack_hashes(inspection_ids)
        altered = {
            each
            for each in set().union(*packs.values())
            if not self._opened.pack_store.unchanged(each)
        }
        return {visit for visit, own in packs.items() if not altered.isdisjoint(own)}

    def _misreviewed(self, inspection_ids: list[str]) -> set[str]:
        """Return the visits whose reviewed or ranked scores do not follow from answers, appeals."""
        try:
            return misreviewed(self._opened.database, inspection_ids)
        except (LookupError, ValueError):  # one of them cannot even be read any more
            return set(inspection_ids)

    def findings_changed(
        self,
        finding_ids: Iterable[str],
        seen: Seen | None = None,
        progress: Progress = unheard,
    ) -> set[str]:
        """Return those findings whose history is not what was entered of it, or which are not what
        it says; `seen` as above.
        """
        known = seen.findings if seen else set()
        asked = [each for each in dict.fromkeys(finding_ids) if each not in known]
        changed: set[str] = set()
        for begin in range(0, len(asked), _FINDINGS):
            progress(begin, len(asked))
            some = asked[begin : begin + _FINDINGS]
            look = self._store.look_at((Subject.EVENT,), some)
            changed |= look.wrong | (set(some) - look.digests.keys())
            changed |= rewritten_findings(self._opened.database, some)
        known |= set(asked) - changed
        return changed

    def meetings_changed(self, meeting_ids: Iterable[str]) -> set[str]:
        """Return those ended meetings that are not as they ended."""
        asked = list(dict.fromkeys(meeting_ids))
        look = self._store.look_at((Subject.MEETING, Subject.CLOCK), asked)
        return look.wrong | (set(asked) - look.digests.keys())

    def gone(self, days: Days, kind: Subject = Subject.VISIT) -> list[ChangedRecord]:
        """Return the visits (or meetings) of some days that were sealed and are not in them now."""
        behind = f"{days.last + timedelta(1)}" if days.last < date.max else "9999-99"
        entered = self._store.titled(kind, f"{days.first}", behind)
        there = self._store.in_place(entered)
        if kind is Subject.VISIT:
            there &= self._opened.inspection_store.ids_between(days.first, days.last)
        missing = [_named(entry) for entry in entered if entry.subject not in there]
        return [each for each in missing if each is not None and days.covers(each.site_name)]

    def _entered_as(self, inspection_id: str) -> ChangedRecord:
        """Return a visit that is there no more as its entry names it."""
        entry = self._store.first_of(Subject.VISIT, inspection_id)
        named = _named(entry) if entry else None
        return named or ChangedRecord(inspection_id, "?", datetime.min, gone=True)

    def named(self, inspection_id: str) -> ChangedRecord:
        """Return a visit as papers name it when its record was changed."""
        try:
            inspection = self._opened.inspection_store.get(inspection_id)
        except KeyError:  # a finding is left of it, and perhaps its entry
            return self._entered_as(inspection_id)
        return ChangedRecord(inspection_id, inspection.site_name, inspection.started_at)

    # By recomputing

    def is_as_sealed(self, inspection_id: str) -> bool:
        """Tell whether seal, checklist, scores and signature of a visit follow from its answers.

        A record of a version that did not seal yet has nothing to compare with, and passes. The
        bytes of its photos are another matter. Takes milliseconds.
        """
        try:
            sheet = sheet_of(self._opened, inspection_id)
            return not sheet.inspection.seal or self._follows(sheet)
        except (InspectorError, LookupError, ValueError):  # it cannot even be read any more
            return False

    def seal_now(self, sheet: InspectionSheet) -> str:
        """Return the seal that a visit would get as it is now, from whoever made it."""
        inspection, database = sheet.inspection, self._opened.database
        places = came_from(database, Subject.VISIT, inspection.id).places
        return seal_of(
            sheet_as_made(sheet, places),
            PatrolStore(database).entries(inspection.id),
            RecheckStore(database).entries(inspection.id),
        )

    def _follows(self, sheet: InspectionSheet) -> bool:
        inspection, database = sheet.inspection, self._opened.database
        seal = self.seal_now(sheet)
        # What its maker kept at home cannot be asked; everything else still can.
        kept_home, unsigned = (
            came_from(database, kind, inspection.id).left_out
            for kind in (Subject.VISIT, Subject.SIGNATURE)
        )
        # A name that was lawfully erased leaves another seal behind, and says which.
        due = ErasedSubjects(database).now(SEAL, inspection.id, inspection.seal or "")
        return (
            (bool(kept_home) or seal == due)
            and all(
                self._opened.pack_store.unchanged(each)
                for each in (inspection.pack_hash, inspection.base_hash)
                if each
            )
            and (
                bool(unsigned)
                or RecordStore(database).signature_unchanged(inspection.id, inspection.seal or "")
            )
            and (not inspection.kind.scores or self._scores_follow(sheet))
        )

    def _scores_follow(self, sheet: InspectionSheet) -> bool:
        cards = [(card, sheet.score(card)) for card in sheet.inspected]
        kept = kept_scores(self._opened.database, sheet.inspection.id)
        return kept == scores_to_keep(sheet.site_score(), cards) and self._coverage_follows(sheet)

    def _coverage_follows(self, sheet: InspectionSheet) -> bool:
        """Tell that the coverage kept follows from the answers; of an old visit none is kept."""
        kept = kept_coverage(self._opened.database, sheet.inspection.id)
        return kept is None or kept == coverage_to_keep(sheet)


def _named(entry: Entry) -> ChangedRecord | None:
    """Return what an entry is about as papers name it; None where somebody wrote over its title."""
    began, _, site = entry.title.partition(" ")
    at = moment(began)
    return ChangedRecord(entry.subject, site, at, gone=True) if at is not None else None
