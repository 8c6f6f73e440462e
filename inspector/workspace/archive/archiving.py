"""Writing an archive: all papers of a period as PDFs, the ledgers, and what they were made from.

Everything is read from one copy of the database, so that papers, visits and journal agree while
others go on working; it may be called on any thread.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from inspector import __version__
from inspector.domain.errors import CannotReadError, NotAsWrittenError
from inspector.domain.finding.finding import Finding
from inspector.domain.record.journal import Head, Subject
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Inspection, InspectionKind
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.file_names import legal_file_name
from inspector.excel.sheet.terms import INSPECTION_KINDS
from inspector.read_back import digest_at
from inspector.storage.archives.bag_reading import opened_bag
from inspector.storage.archives.bag_writing import Bag, bag_at
from inspector.storage.backups.snapshot import take_snapshot
from inspector.storage.database.database import reading_apart
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.database.read_only_opening import readable, require_there
from inspector.storage.database.recognised_file import Check, recognise
from inspector.storage.database_opening import open_database
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from inspector.storage.registers.ledger_export_store import LedgerExportStore
from inspector.storage.stores.journal_store import JournalStore
from inspector.storage.stores.meeting_store import MeetingStore
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.storage.stores.recheck_store import RecheckStore
from inspector.storage.stores.steps.equal_numbers import EqualNumbers
from inspector.workspace.archive.archive_index import IndexedPaper, IndexedVisit, index_files
from inspector.workspace.archive.archive_words import (
    CHECKLISTS,
    FINDINGS,
    JOURNAL,
    LEDGERS,
    LETTERS,
    NOTICES,
    PAPERS,
    VISITS,
)
from inspector.workspace.archive.finding_facts import finding_facts
from inspector.workspace.archive.visit_facts import (
    Facts,
    evidence_name,
    scored_facts,
    walk_facts,
)
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_set import LETTER, NOTICE, write_all
from inspector.workspace.papers.record_draft import LONGEST_SITE
from inspector.workspace.papers.sent_notices import SentNotices
from inspector.workspace.preferences import UNIT_NAME
from inspector.workspace.visits.shared_visits import SharedVisits
from inspector.workspace.workspace import Workspace

ToPdf: TypeAlias = Callable[[Path, Path], object]
"""Writes a workbook, the first, as a PDF, the second. Raises CannotWriteError."""

_KEPT_AS_WORKBOOK = frozenset({"rectification", "summary"})
"""Kinds of papers in whose tables somebody will want to search and count."""

_SIGNIFICANT = 8  # characters of an id that tell two visits of one day apart


@dataclass(frozen=True, slots=True)
class Archived:
    """What an archive holds. `unsound`: evidence that is missing or was changed."""

    path: Path
    papers: int
    letters: int  # of circular and notices, as documents
    visits: int
    findings: int
    files: int  # photos and other evidence
    head: Head | None
    unsound: tuple[str, ...]


def write_archive(
    folder: Path,
    target: Path,
    extent: Extent,
    now: datetime,
    to_pdf: ToPdf,
    progress: Progress = unheard,
    *,
    replace: bool = False,
) -> Archived:
    """Write what was sealed in an extent of a data folder to `target`, and read it back.

    `target` is a .zip, or a folder that is new or empty; a .zip that is there is kept, unless it
    is to be replaced. Raises NotFoundError,
    UnknownSiteError, NothingToExportError, CannotReadError, CannotWriteError, what writing papers
    raises, and NotAsWrittenError.
    """
    database = folder / DATABASE_FILE
    require_there(database)
    with bag_at(target, replace=replace) as (bag, work), ExitStack() as stack:
        copy = work / DATABASE_FILE
        with readable(database) as source:
            recognise(source)
            take_snapshot(source, copy)
        stack.enter_context(closing(open_database(copy, Check.NONE, create=False)))
        apart = stack.enter_context(reading_apart(copy))  # which takes no entry
        workspace = Workspace.upon(folder, apart)
        archived = _Filling(workspace, bag, work, extent, to_pdf, progress).fill(target, now)
    with opened_bag(target) as written:
        if next(written.flaws(progress), None) is not None:
            raise NotAsWrittenError(target)
    return archived


class _Filling:
    """An archive that is being filled."""

    def __init__(
        self,
        workspace: Workspace,
        bag: Bag,
        work: Path,
        extent: Extent,
        to_pdf: ToPdf,
        progress: Progress,
    ) -> None:
        self._workspace, self._bag, self._work = workspace, bag, work
        self._extent, self._to_pdf, self._progress = extent, to_pdf, progress
        self._store = workspace.inspection_store
        self._journal = JournalStore(workspace.database)
        self._erased = ErasedSubjects(workspace.database)

    def fill(self, target: Path, now: datetime) -> Archived:
        """Put everything in and close the bag."""
        workspace, extent = self._workspace, self._extent
        first, last = extent.period.first, extent.period.last
        sealed = [self._store.get(each) for each in self._store.ids_between(first, last)]
        sealed = [each for each in sealed if extent.covers(each.site_name)]
        sealed.sort(key=lambda each: (each.started_at, each.id))
        papers = self._add_papers()
        findings = self._add_findings()
        papers += self._add_notices(list(findings))
        visits = [self._add_visit(each, papers, findings) for each in sealed]
        files = self._evidence_of([each.id for each in sealed], list(findings))
        unsound = self._add_evidence(files)
        self._add_checklists({each.pack_hash for each in sealed})
        meetings = MeetingStore(workspace.database).between(first, last)
        told = [each.id for each in meetings if extent.covers(each.site_name)]
        self._add_journal([*(each.id for each in sealed), *told, *findings])
        head = self._journal.head()
        title = f"{'、'.join(extent.named) or '全部单位'} {extent.period.chinese}"
        info = {
            "Source-Organization": workspace.preferences.get(UNIT_NAME),
            "External-Description": f"文明窗口现场检查归档 {title}",
            "Bagging-Date": now.date().isoformat(),
            "Bag-Software-Agent": f"inspector {__version__}",
            "Journal-Head": head.code if head else "",
        }
        given = {name: said for name, said in info.items() if said}
        self._bag.close(given, index_files(title, given, papers, visits, len(findings)))
        return Archived(
            path=target,
            papers=len(papers),
            letters=sum(bool(each.letter) for each in papers),
            visits=len(visits),
            findings=len(findings),
            files=len(files),
            head=head,
            unsound=tuple(unsound),
        )

    # Papers

    def _add_papers(self) -> list[IndexedPaper]:
        """Write every paper as a PDF; ledger and summary as workbooks as well, letters beside."""
        reports, folder = self._workspace.reports, self._work / PAPERS
        done = write_all(reports, folder, self._extent, progress=self._progress, goes_out=False)
        indexed: list[IndexedPaper] = []
        for kind, paths in done.written:
            for path in paths:
                if kind == LETTER:  # of the paper before it
                    indexed[-1] = replace(indexed[-1], letter=self._add_letter(path))
                    continue
                pdf = self._add_pdf(path, path.relative_to(folder).parent.as_posix())
                workbook = f"{LEDGERS}/{path.name}" if kind in _KEPT_AS_WORKBOOK else ""
                if workbook:
                    self._bag.add(workbook, path)
                indexed.append(IndexedPaper(kind, pdf, workbook))
        return indexed

    def _add_notices(self, findings: Sequence[str]) -> list[IndexedPaper]:
        """Write the notices that findings went out with as PDFs, each with its letter."""
        notices, indexed = self._workspace.of(SentNotices), []
        sent = notices.about(findings)
        for done, each in enumerate(sent):
            self._progress(done, len(sent))
            workbook, letter = notices.write(each, self._work / NOTICE)
            pdf = self._add_pdf(workbook, NOTICES)
            indexed.append(IndexedPaper(NOTICE, pdf, letter=self._add_letter(letter)))
        return indexed

    def _add_pdf(self, workbook: Path, below: str) -> str:
        """Put a workbook in as a PDF, in a folder of papers; return where it lies."""
        pdf = workbook.with_suffix(".pdf")
        self._to_pdf(workbook, pdf)
        place = (PurePosixPath(PAPERS) / below / pdf.name).as_posix()
        self._bag.add(place, pdf)
        pdf.unlink()
        return place

    def _add_letter(self, path: Path) -> str:
        place = f"{LETTERS}/{path.name}"
        self._bag.add(place, path)
        return place

    # Visits and findings

    def _add_visit(
        self,
        visit: Inspection,
        papers: Sequence[IndexedPaper],
        findings: Mapping[str, Finding],
    ) -> IndexedVisit:
        kind = INSPECTION_KINDS[visit.kind]
        name = legal_file_name(
            f"{visit.started_at:%Y-%m-%d %H%M}_{visit.site_name[:LONGEST_SITE]}_{kind}"
            f"_{visit.id[:_SIGNIFICANT]}.json"
        )
        place = f"{VISITS}/{visit.started_at:%Y-%m}/{name}"
        facts = self._visit_facts(visit)
        own = [each.number for each in findings.values() if each.inspection_id == visit.id]
        self._bag.add(place, _json({**facts, "findings": sorted(own)}))
        score = facts.get("reviewed") or facts.get("as_found")
        said = score if isinstance(score, dict) else {}
        return IndexedVisit(
            visit, kind, place, said.get("score"), said.get("grade") or "", len(own)
        )

    def _visit_facts(self, visit: Inspection) -> Facts:
        database, records = self._workspace.database, self._workspace.records
        if visit.kind.scores:
            facts = scored_facts(records.record(visit.id))
            if not visit.shared_by:
                return facts
            parts = self._workspace.of(SharedVisits).parts(visit.id)
            return {**facts, "shared_parts": list(parts)}
        is_patrol = visit.kind is InspectionKind.PATROL
        return walk_facts(
            visit,
            self._store.scorecards(visit.id),
            (PatrolStore if is_patrol else RecheckStore)(database).entries(visit.id),
            self._workspace.evidence.of_inspection(visit.id),
            records.unchanged(visit.id),
        )

    def _add_findings(self) -> dict[str, Finding]:
        """Write what was found, a file for each month; return it by id."""
        store, period = self._workspace.finding_store, self._extent.period
        found = store.all_of(key for key, _ in store.ids_between(period.first, period.last))
        found = {key: each for key, each in found.items() if self._extent.covers(each.site_name)}
        numbers = EqualNumbers(self._workspace.database)
        shown_as = numbers.shown(each.id for each in found.values())
        found |= {
            key: replace(found[key], number=shown_as[key]) for key in shown_as if key in found
        }
        lives = store.histories(found)
        sent = LedgerExportStore(self._workspace.database).of_all(found)
        shown = self._workspace.evidence.of_findings(list(found))
        by_month: dict[str, list[Facts]] = {}
        for key, each in sorted(found.items(), key=lambda pair: pair[1].number):
            life = [*lives.get(key, ()), *sent.get(key, ())]
            facts = finding_facts(each, life, shown.get(key, ()))
            by_month.setdefault(f"{each.raised_at:%Y-%m}", []).append(facts)
        for month, facts_of in by_month.items():
            self._bag.add(f"{FINDINGS}/{month}.json", _json(facts_of))
        return found

    # What they rest on

    def _evidence_of(self, visits: Sequence[str], findings: Sequence[str]) -> list[Evidence]:
        book = self._workspace.evidence
        of_visits = (each for visit in visits for each in book.of_inspection(visit))
        of_findings = (each for own in book.of_findings(list(findings)).values() for each in own)
        return list({each.id: each for each in (*of_visits, *of_findings)}.values())

    def _add_evidence(self, evidence: Sequence[Evidence]) -> list[str]:
        """Put in the bytes of evidence and its marked copies; return what is missing or changed."""
        files = self._workspace.evidence.files
        unsound: list[str] = []
        kept = {(each.digest, each.suffix) for each in evidence}
        kept |= {each.shown for each in evidence}
        for done, (digest, suffix) in enumerate(sorted(kept)):
            self._progress(done, len(kept))
            name, path = evidence_name(digest, suffix), files.path_of(digest, suffix)
            try:
                if digest_at(path) != digest:
                    unsound.append(name)
                self._bag.add(name, path)
            except (OSError, CannotReadError):
                unsound.append(name)
        return unsound

    def _add_checklists(self, digests: Iterable[str]) -> None:
        """Put in the checklists as they were frozen with the visits, as TOML."""
        for digest in sorted(digests):
            pack = self._workspace.pack_store.thaw(digest)
            name = legal_file_name(f"{pack.id} {pack.version} {digest[:_SIGNIFICANT]}")
            folder = self._work / CHECKLISTS / name
            write_pack_folder(pack, folder)
            for path in sorted(folder.iterdir()):
                self._bag.add(f"{CHECKLISTS}/{name}/{path.name}", path)

    def _add_journal(self, owners: Iterable[str]) -> None:
        """Put in what the journal has about visits, meetings and findings, with what it is over."""
        entries = list(self._journal.told_of(owners))
        about = ((entry.kind, entry.subject) for entry, _ in entries)
        # Of what was lawfully erased, the erasures say what the digests have to be now.
        entries += self._journal.told_of(self._erased.touching(about))
        subjects: dict[Subject, list[str]] = {}
        for entry, _ in entries:
            subjects.setdefault(Subject(entry.kind), []).append(entry.subject)
        texts = {kind: self._journal.texts(kind, own) for kind, own in subjects.items()}
        lines = (
            json.dumps(
                {"before": before, **asdict(entry),
                 "text": texts[Subject(entry.kind)].get(entry.subject)},
                ensure_ascii=False,
            )
            for entry, before in entries
        )  # fmt: skip
        self._bag.add(JOURNAL, "".join(f"{line}\n" for line in lines).encode())


def _json(facts: object) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()
