"""Complaints that come back filled in: looked at first, then taken in, as often as one likes.

What is right is taken in one transaction, with the file as its source; what contradicts is named
by its cell, and nothing of its row is taken.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.complaint.complaint import Complaint, ComplaintState
from inspector.domain.complaint.complaint_returned import (
    Fate,
    JudgedComplaint,
    ReturnedComplaint,
    judge_complaint,
)
from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.finding.finding_number import as_given
from inspector.domain.papers.returned import Said
from inspector.excel.complaints.complaints_returned import (
    ComplaintRow,
    ReturnedComplaints,
    read_complaints,
)
from inspector.excel.reading.typed_cells import comparable
from inspector.excel.sheet.legal_text import says_the_same
from inspector.workspace.changes import Changes
from inspector.workspace.complaints.complaints import Complaints
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters


@dataclass(frozen=True, slots=True)
class ComplaintPreview:
    """What taking a file in would do, row by row, in the order of the file."""

    name: str
    rows: tuple[JudgedComplaint, ...]

    def of(self, fate: Fate) -> tuple[JudgedComplaint, ...]:
        """Return the rows with a fate."""
        return tuple(row for row in self.rows if row.fate is fate)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the rows that are refused, by cell."""
        return tuple(each for row in self.of(Fate.REFUSED) for each in row.row.problems)


class ComplaintIntake:
    """The operations on what comes back about complaints."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._complaints = opened.of(Complaints)
        self._rosters = opened.of(Rosters)

    def preview(self, path: Path) -> ComplaintPreview:
        """Read a workbook and say what taking it in would do; changes nothing.

        Raises FaultyFileError, NotFoundError, CannotReadError or NotAWorkbookError.
        """
        return self._judged(read_complaints(path, self._complaints.today()))

    def take_in(self, preview: ComplaintPreview) -> Changes:
        """Take in what a preview showed, whole or not at all."""
        source, complaints = Source(SourceKind.IMPORT, preview.name), self._complaints
        taken = preview.of(Fate.TAKEN)
        with self._opened.database.transaction():
            for each in taken:
                row, complaint = each.row, each.complaint
                assert complaint is not None
                ids = [complaint.id]
                if each.verifies:
                    if complaint.state is ComplaintState.RECEIVED:  # who looked into it accepted it
                        department = row.department or complaint.site_name
                        complaints.accept(ids, department, row.owner, source=source)
                    upheld = row.upheld is True
                    complaints.verify(ids, upheld, row.verification, source=source)
                if each.answers:
                    complaints.answer(ids, row.answer, on=row.answered_on, source=source)
        return Changes(complaints=bool(taken))

    def _judged(self, book: ReturnedComplaints) -> ComplaintPreview:
        names = {site.id: site.name for site in self._rosters.every_site()}
        return ComplaintPreview(book.name, tuple(self._each(book.rows, names)))

    def _each(
        self, rows: Iterable[ComplaintRow], names: Mapping[str, str]
    ) -> Iterator[JudgedComplaint]:
        today = self._complaints.today()
        for row in rows:
            said = row.said
            if said.is_blank:
                yield JudgedComplaint(said, Fate.BLANK)
                continue
            number, _ = as_given(said.number)
            found = self._complaints.numbered(number) if number else []
            alike = [each for each in found if not any(_contradictions(row, each, names))]
            if len(alike) > 1:  # the same words as well: by the laptop's code, if it is there
                shown = self._complaints.as_shown(alike)
                alike = [each for each in shown if each.number == said.number] or alike
            complaint = next(iter(alike or found), None)
            if complaint is None or len(alike) > 1:
                if said.number:
                    fault = Fault.SEVERAL_NUMBERED if alike else Fault.UNKNOWN_COMPLAINT
                    unknown = Problem(said.places.number, fault, said.number)
                    said = replace(said, problems=(unknown, *said.problems))
                yield JudgedComplaint(said, Fate.REFUSED)
                continue
            if other := list(_contradictions(row, complaint, names)):
                refused = replace(said, problems=(*other, *said.problems))
                yield JudgedComplaint(refused, Fate.REFUSED, complaint)
                continue
            history = self._complaints.history(complaint.id)
            happened = [entry.event for entry in history if entry.counts]
            yield judge_complaint(_as_kept(said, complaint), complaint, happened, today)


def _contradictions(
    row: ComplaintRow, complaint: Complaint, names: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield where a row is about something else than the complaint with its number."""
    sites = (complaint.site_name, names.get(complaint.site_id, complaint.site_name))
    for said, own in (
        (row.site, sites),
        (row.window, (complaint.window_number,)),
        (row.content, (complaint.content,)),
    ):
        if not _is_one_of(said, own):
            yield Problem(said.place, Fault.OTHER_COMPLAINT, said.text or "—", own[0] or "—")


def _is_one_of(said: Said, own: Iterable[str]) -> bool:
    return any(
        comparable(said.text) == comparable(each) or says_the_same(said.text, each) for each in own
    )


def _as_kept(said: ReturnedComplaint, complaint: Complaint) -> ReturnedComplaint:
    """Return a row with our own words where it says the same: a cell does not hold every text."""
    verification, answer = said.verification, said.answer
    if verification and says_the_same(verification, complaint.verification):
        verification = complaint.verification
    if answer and says_the_same(answer, complaint.answer):
        answer = complaint.answer
    return replace(said, verification=verification, answer=answer)
