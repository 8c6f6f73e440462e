"""Ledgers and reply slips that come back: looked at first, then taken in, as often as one likes.

Every accepted row is taken in one transaction, with the file as its source; a second import of
the same file changes nothing. What is refused is named by its cell, what somebody changed in
columns that are not theirs is told and never taken.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import InspectorError
from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.finding.finding_number import as_given, code_of
from inspector.domain.papers.returned import (
    Conflict,
    Fate,
    Judged,
    ReturnedPicture,
    ReturnedRow,
    judge,
)
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.excel.returned.returned_pictures import opened_pictures
from inspector.excel.returned.returned_workbook import ReturnedBook, read_returned
from inspector.storage.evidence.photo_reading import examine
from inspector.storage.files.whole_files import Progress, unheard
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.findings.finding_numbers import FindingNumbers
from inspector.workspace.findings.findings import Findings
from inspector.workspace.findings.returned_knowledge import (
    ReadOnlyChange,
    knowledge_of,
    read_only_changes,
)
from inspector.workspace.findings.returned_matching import Agreement
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.staff_on_paper import StaffOnPaper

if TYPE_CHECKING:
    from inspector.workspace.evidence.evidence_bytes import Prepared


@dataclass(frozen=True, slots=True)
class ReturnedPreview:
    """What taking a file in would do, row by row, in the order of the file."""

    book: ReturnedBook
    rows: tuple[Judged, ...]
    read_only: tuple[ReadOnlyChange, ...]  # what somebody changed, and is not taken

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.book.path.name

    def of(self, *fates: Fate) -> tuple[Judged, ...]:
        """Return the rows with one of some fates."""
        return tuple(row for row in self.rows if row.fate in fates)

    @property
    def changes(self) -> tuple[Judged, ...]:
        """The rows that are taken in."""
        return tuple(row for row in self.rows if row.fate.is_change)

    @property
    def reported_otherwise(self) -> tuple[Judged, ...]:
        """The conflicts that may be decided for the file."""
        return tuple(row for row in self.rows if row.conflict is Conflict.REPORTED_OTHERWISE)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the rows that are refused, by cell: of another finding first.

        What is wrong with several of them in one place is told once.
        """
        rows = sorted(self.of(Fate.REFUSED), key=lambda row: not row.row.is_other)
        every = Counter(problem for row in rows for problem in row.row.problems)
        return tuple(replace(problem, more=count - 1) for problem, count in every.items())


class Returned:
    """The operations on what comes back.

    `read` and `prepare` take as long as decoding the photos and may be called from any thread.
    """

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._evidence = opened.of(EvidenceBook)
        self._finding_numbers = opened.of(FindingNumbers)
        self._findings = opened.of(Findings)
        self._store = opened.finding_store

    # From any thread

    def read(self, path: Path, progress: Progress = unheard) -> ReturnedBook:
        """Read a file and look at its photos; changes nothing.

        Raises FaultyFileError, NotAWorkbookError, NotFoundError, CannotReadError or
        ChangedFileError.
        """
        book = read_returned(path, self._opened.now().date())
        pictures = {p.digest: p for row in book.rows for p in row.pictures}
        if not pictures:
            return book
        bad: set[str] = set()
        with opened_pictures(path) as source:
            for done, picture in enumerate(pictures.values()):
                progress(done, len(pictures))
                try:
                    examine(source.bytes(picture.part, picture.digest), picture.place)
                except InspectorError:
                    bad.add(picture.digest)
        return replace(book, rows=tuple(_with_bad_pictures(row, bad) for row in book.rows))

    def prepare(
        self, preview: ReturnedPreview, progress: Progress = unheard
    ) -> Mapping[str, "Prepared"]:
        """Put the new photos of a preview on disk; return them by digest.

        Raises ChangedFileError, NotFoundError, CannotReadError or CannotWriteError.
        """
        new = {p.digest: p for row in preview.rows for p in row.pictures}
        if not new:
            return {}
        with opened_pictures(preview.book.path) as source:
            prepared = {}
            for done, (digest, picture) in enumerate(new.items()):
                progress(done, len(new))
                content = source.bytes(picture.part, digest)
                prepared[digest] = self._evidence.prepare(content, preview.name)
            return prepared

    # From the thread of the database

    def preview(self, book: ReturnedBook) -> ReturnedPreview:
        """Say what taking in a file would do; changes nothing."""
        findings = self._numbered(book.rows)
        rows = tuple(self._judged(book.rows, findings))
        # What is told of another finding contradicts all over, and that is told already.
        known = [row for row in rows if row.finding is not None and not row.row.is_other]
        histories = self._store.histories(row.finding.id for row in known if row.finding)
        today, unnamed = self._opened.now().date(), self._opened.of(StaffOnPaper).unnamed
        changed = tuple(
            change
            for row in known
            if row.finding is not None
            for change in read_only_changes(
                row.row, row.finding, histories[row.finding.id], today, unnamed
            )
        )
        return ReturnedPreview(book, rows, changed)

    def take_in(
        self,
        preview: ReturnedPreview,
        prepared: Mapping[str, "Prepared"] | None = None,
        *,
        replacing: bool = False,
    ) -> Changes:
        """Take in what a preview showed, in one transaction; `prepared` are its photos.

        With `replacing`, what the file says counts also where something else was reported
        before. Raises what `prepare` raises.
        """
        photos = self.prepare(preview) if prepared is None else prepared
        rows = [row.row for row in preview.rows if row.fate is not Fate.BLANK]
        changed = False
        with self._opened.database.transaction():
            # Judged again: somebody may have decided something since.
            findings = self._numbered(rows)
            for row in self._judged(rows, findings):
                otherwise = row.conflict is Conflict.REPORTED_OTHERWISE
                if row.fate.is_change or (replacing and otherwise):
                    self._take_row(row, preview.name, photos)
                    changed = True
        return Changes(findings=changed)

    def _take_row(self, row: Judged, name: str, photos: Mapping[str, "Prepared"]) -> None:
        assert row.finding is not None
        source = Source(SourceKind.IMPORT, name)
        findings, evidence = self._findings, self._evidence
        for count, picture in enumerate(row.pictures, 1):
            if picture.digest in photos:
                prepared = photos[picture.digest]
                own = replace(prepared, name=_photo_name(row.finding, count, prepared.file.suffix))
                evidence.attach_to_finding(
                    own, row.finding.id, EvidenceOrigin.RETURNED, EvidenceRole.REPORTED
                )
        text = row.row.progress or ""
        if row.fate in (Fate.DONE, Fate.CONFLICT) and row.row.done_on is not None:
            findings.report_done(row.finding.id, text, row.row.done_on, source=source)
        elif row.fate is Fate.NOTED:
            findings.note([row.finding.id], text, source=source)

    def _numbered(self, rows: Iterable[ReturnedRow]) -> Mapping[str, Sequence[Finding]]:
        """Return the findings that rows have the numbers of, by the number as it was given."""
        return self._store.all_numbered(as_given(row.number)[0] for row in rows)

    def _judged(
        self, rows: Iterable[ReturnedRow], findings: Mapping[str, Sequence[Finding]]
    ) -> Iterable[Judged]:
        rows = list(rows)
        today = self._opened.now().date()
        filled = [
            finding.id
            for row in rows
            if not row.is_blank
            for finding in findings.get(as_given(row.number)[0], ())
        ]
        histories = self._store.histories(filled)
        digests = self._evidence.digests_of_findings(filled)
        agreement = Agreement(self._opened, [each for own in findings.values() for each in own])
        codes = self._finding_numbers.codes()
        for row in rows:
            numbered = findings.get(as_given(row.number)[0], ())
            if not numbered:
                if not row.is_blank:  # a row of sums, or one that was never filled in, is nobody's
                    yield Judged(_unknown(row, codes, agreement), Fate.REFUSED)
                continue
            # Two laptops may have given one number: what else the row says tells which is meant.
            alike = list(numbered)
            if len(numbered) > 1 or not row.is_blank:
                alike = [each for each in numbered if not agreement.problems(row, each)]
            finding = next(iter(alike or numbered))
            if not row.is_blank and len(alike) != 1:
                told = (
                    [Problem(row.place, Fault.SEVERAL_NUMBERED, row.number)]
                    if alike
                    else agreement.problems(row, finding)
                )
                other = replace(row, problems=(*told, *row.problems), is_other=True)
                yield Judged(other, Fate.REFUSED, finding)
                continue
            known = knowledge_of(
                finding, histories.get(finding.id, []), digests.get(finding.id, set())
            )
            yield judge(row, finding, known, today)


def _unknown(row: ReturnedRow, codes: Collection[str], agreement: Agreement) -> ReturnedRow:
    if not row.number:
        return _with_number_gone(row, agreement)
    problem = Problem(row.place, Fault.UNKNOWN_NUMBER, row.number)
    code = code_of(row.number)
    if code and code not in codes:
        problem = Problem(row.place, Fault.OTHER_LAPTOP, row.number, code)
    elif meant := next(filter(None, map(agreement.meant, row.claims)), ""):
        problem = Problem(row.place, Fault.NOT_THIS_NUMBER, row.number, meant)
    return replace(row, problems=(problem, *row.problems))


def _with_number_gone(row: ReturnedRow, agreement: Agreement) -> ReturnedRow:
    """Return a row without a number that says which finding it is about, where it is just one."""
    meant = next(filter(None, map(agreement.meant, row.claims)), "")
    if not meant or "、" in meant:
        return row
    return replace(
        row,
        problems=tuple(
            replace(each, fault=Fault.NUMBER_GONE, expected=meant)
            if each.fault is Fault.NO_NUMBER
            else each
            for each in row.problems
        ),
    )


def _with_bad_pictures(row: ReturnedRow, bad: Collection[str]) -> ReturnedRow:
    broken: list[ReturnedPicture] = [p for p in row.pictures if p.digest in bad]
    problems = [Problem(picture.place, Fault.BROKEN_PICTURE) for picture in broken]
    return replace(row, problems=(*row.problems, *problems)) if problems else row


def _photo_name(finding: Finding, count: int, suffix: str) -> str:
    return f"{finding.number}_整改后{count}.{suffix}"
