"""Complaints from their arrival to the archive: one operation for each step of their life.

Every step is an event. A step for several complaints is one transaction: legal for all of them, or
refused with a sentence, and nothing is changed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeAlias, TypedDict

from inspector.domain.complaint.arrival import Arrival, refused_arrival
from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_event import (
    Accepted,
    Answered,
    Archived,
    Attached,
    ComplaintEvent,
    ComplaintExported,
    ComplaintNoted,
    ComplaintReopened,
    ComplaintReverted,
    ComplaintSettled,
    DeadlineExtended,
    FindingRaised,
    FollowedUp,
    Linked,
    Received,
    Verified,
    Voided,
)
from inspector.domain.complaint.complaint_life import refused_step
from inspector.domain.days.workdays import add_workdays
from inspector.domain.errors import MissingWordError, NothingToRevertError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding_event import PROGRAM, Source, SourceKind
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.domain.visit.evidence import EvidenceRole
from inspector.domain.visit.roster import Site
from inspector.workspace.changes import Changes
from inspector.workspace.complaints.complaint_reading import ComplaintReading
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.findings.close_out import Shown
from inspector.workspace.findings.finding_numbers import FindingNumbers
from inspector.workspace.findings.findings import Findings
from inspector.workspace.visits.voiced_findings import Voiced, VoicedFindings


class _Head(TypedDict):
    """What every event says."""

    id: str
    complaint_id: str
    at: datetime
    by: str
    source: Source


_Make: TypeAlias = Callable[[Complaint, _Head], ComplaintEvent]
"""Makes the event of a complaint from the complaint and the event's head."""

_TICK = timedelta(microseconds=1)


class Complaints(ComplaintReading):
    """The operations on complaints. `ids` are those of complaints; `by` is a name or ''."""

    def receive(
        self, arrival: Arrival, *, by: str = "", source: Source = PROGRAM
    ) -> tuple[Complaint, Changes]:
        """Take a complaint down; return it with its number and deadline.

        Raises MissingWordError without a content, AnonymousNamedError for a name of who wants to
        be nobody, ReceivedLaterError.
        """
        now = self._opened.now()
        if (refused := refused_arrival(arrival, now)) is not None:
            raise refused
        received = arrival.received_at or now
        with self._opened.database.transaction():
            (number,) = self._opened.of(FindingNumbers).draw_for_complaints(received, 1)
            complaint = Complaint(
                id=self._opened.new_id(),
                number=number,
                channel=arrival.channel,
                kind=arrival.kind,
                received_at=received,
                site_id=arrival.site.id,
                site_name=arrival.site.name,
                window_number=arrival.window_number.strip(),
                content=arrival.content.strip(),
                anonymous=arrival.anonymous,
                complainant=arrival.complainant.strip(),
                phone=arrival.phone.strip(),
                first_asked=arrival.first_asked.strip(),
                deadline=arrival.deadline
                or self.deadline_for(arrival.channel, arrival.kind, received.date()),
                inspection_id=arrival.inspection_id,
                changed_at=now,
            )
            head = _Head(
                id=complaint.id, complaint_id=complaint.id, at=now, by=by.strip(), source=source
            )
            self._store.append(Received(**head, complaint=complaint))
        return complaint, Changes(complaints=True)

    def accept(
        self,
        ids: Iterable[str],
        department: str,
        owner: str = "",
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say who sees to complaints (受理), or who does instead; raises MissingWordError."""
        department, owner = department.strip(), owner.strip()
        if not (department or owner):
            raise MissingWordError("owner")
        return self._happen(
            ids, lambda _, head: Accepted(**head, department=department, owner=owner), by, source
        )

    def extend(
        self,
        ids: Iterable[str],
        until: date | int,
        reason: str,
        approver: str,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Put deadlines off to a day, or by workdays counted from the deadline or from today.

        Raises MissingWordError, DeadlineNotLaterError.
        """
        reason, approver = _said("reason", reason), _said("approver", approver)
        calendar, today = self._holidays.calendar(), self.today()

        def make(complaint: Complaint, head: _Head) -> ComplaintEvent:
            start = max(complaint.deadline, today)
            day = until if isinstance(until, date) else add_workdays(start, until, calendar)
            return DeadlineExtended(**head, deadline=day, reason=reason, approver=approver)

        return self._happen(ids, make, by, source)

    def verify(
        self,
        ids: Iterable[str],
        upheld: bool,
        text: str,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say what looking into complaints came to: 属实 or 不属实; raises MissingWordError."""
        said = _said("note", text)
        return self._happen(
            ids, lambda _, head: Verified(**head, upheld=upheld, text=said), by, source
        )

    def raise_finding(
        self,
        complaint_id: str,
        voiced: Voiced,
        owner: str = "",
        *,
        photos: bool = False,
        by: str = "",
    ) -> tuple[str, Changes]:
        """Have what was wrong put right (转整改): a finding of its own; return its id.

        It goes to the department and owner who see to the complaint unless others are named, and
        is assigned with that; with `photos` those of the complaint show it as found. Raises
        MissingWordError, IllegalComplaintStepError and UnknownPackError.
        """
        with self._opened.database.transaction():
            complaint = self.get(complaint_id)
            department = voiced.department.strip() or complaint.department
            owner = owner.strip() or complaint.owner
            event = FindingRaised(**self._head(complaint, by, PROGRAM), finding_id="", number="")
            if (refused := refused_step(complaint, event)) is not None:
                raise refused
            source = Source(SourceKind.COMPLAINT, complaint.id)
            names = [name for name in (by.strip() or complaint.verified_by,) if name]
            finding_id, _ = self._opened.of(VoicedFindings).raise_one(
                Site(complaint.site_id, complaint.site_name), voiced, source, names
            )
            findings = self._opened.of(Findings)
            if department or owner:
                findings.assign(
                    [finding_id], Assignment(department, owner), by=by.strip(), source=source
                )
            if photos:
                self._hand_over(complaint, finding_id)
            number = findings.get(finding_id).number

            def make(_: Complaint, head: _Head) -> ComplaintEvent:
                return FindingRaised(**head, finding_id=finding_id, number=number)

            self._happen([complaint_id], make, by, PROGRAM)
        return finding_id, Changes(complaints=True, findings=True, inspections=True)

    def _hand_over(self, complaint: Complaint, finding_id: str) -> None:
        """Let the photos of a complaint show a finding, too; their bytes are kept once."""
        book = self._opened.of(EvidenceBook)
        for each in self.evidence(complaint):
            if each.is_photo:
                now = self._opened.now()
                own = replace(each, id=self._opened.new_id(), finding_id=finding_id, added_at=now)
                book.add(own)

    def answer(
        self,
        ids: Iterable[str],
        text: str,
        *,
        on: date | None = None,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Say what who complained was told, or what was made public; raises MissingWordError.

        `on` is the day it was told, where that is entered later.
        """
        said = _said("note", text)
        return self._happen(ids, lambda _, head: Answered(**head, text=said, on=on), by, source)

    def follow_up(
        self,
        ids: Iterable[str],
        grade: Satisfaction,
        note: str = "",
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Keep how content who complained is, as they said when they were called back."""
        said = note.strip()
        return self._happen(
            ids, lambda _, head: FollowedUp(**head, grade=grade, note=said), by, source
        )

    def archive(
        self, ids: Iterable[str], note: str = "", *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Close the file of complaints.

        Raises MissingWordError when nobody was called back, nobody is anonymous and no reason is
        said.
        """
        said = note.strip()
        return self._happen(ids, lambda _, head: Archived(**head, note=said), by, source)

    def reopen(
        self,
        ids: Iterable[str],
        reason: str,
        deadline: date | None = None,
        *,
        by: str = "",
        source: Source = PROGRAM,
    ) -> Changes:
        """Look into answered complaints again, until a day or within the usual workdays from today.

        Raises MissingWordError.
        """
        said = _said("reason", reason)

        def make(complaint: Complaint, head: _Head) -> ComplaintEvent:
            usual = self.deadline_for(complaint.channel, complaint.kind, self.today())
            return ComplaintReopened(**head, reason=said, deadline=deadline or usual)

        return self._happen(ids, make, by, source)

    def void(
        self, ids: Iterable[str], reason: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Let complaints that were entered twice or by mistake count nowhere.

        Raises MissingWordError.
        """
        said = _said("reason", reason)
        return self._happen(ids, lambda _, head: Voided(**head, reason=said), by, source)

    def link(self, complaint_id: str, inspection_id: str | None, *, by: str = "") -> Changes:
        """Say which visit a complaint has to do with; None: with none after all."""
        if inspection_id is not None:
            self._opened.inspection_store.get(inspection_id)  # KeyError: there is none

        def make(_: Complaint, head: _Head) -> ComplaintEvent:
            return Linked(**head, inspection_id=inspection_id)

        return self._happen([complaint_id], make, by, PROGRAM)

    def attach(self, complaint_id: str, files: Sequence[Shown], *, by: str = "") -> Changes:
        """Keep photos and files with a complaint; raises what `EvidenceBook.add` raises."""
        evidence = self._opened.of(EvidenceBook)
        with self._opened.database.transaction():
            for shown in files:
                kept = evidence.made(shown.prepared, shown.origin, EvidenceRole.FOUND)
                evidence.add(kept)
                attached = kept.id, kept.name

                def make(
                    _: Complaint, head: _Head, attached: tuple[str, str] = attached
                ) -> ComplaintEvent:
                    return Attached(**head, evidence_id=attached[0], name=attached[1])

                self._happen([complaint_id], make, by, PROGRAM)
        return Changes(complaints=bool(files))

    def note(
        self, ids: Iterable[str], text: str, *, by: str = "", source: Source = PROGRAM
    ) -> Changes:
        """Remember something about complaints; raises MissingWordError."""
        said = _said("note", text)
        return self._happen(ids, lambda _, head: ComplaintNoted(**head, text=said), by, source)

    def record_export(
        self, ids: Iterable[str], workbook: str, file_name: str, *, by: str = ""
    ) -> Changes:
        """Remember that complaints went out in a workbook."""

        def make(_: Complaint, head: _Head) -> ComplaintEvent:
            return ComplaintExported(**head, workbook=workbook, file_name=file_name)

        return self._happen(ids, make, by, PROGRAM)

    def revert_last(self, ids: Iterable[str], *, by: str = "", source: Source = PROGRAM) -> Changes:
        """Take back the last step of each complaint: today's, and by the same person.

        Raises NothingToRevertError; then none is taken back.
        """
        with self._opened.database.transaction():
            events = []
            for complaint in self.all_of(ids):
                last = self.revertible(complaint.id, by.strip())
                if last is None:
                    raise NothingToRevertError(complaint.number)
                head = self._head(complaint, by, source)
                events.append(ComplaintReverted(**head, event_id=last.id))
            self._store.append(*events)
        return Changes(complaints=bool(events))

    def settle(
        self, complaint_id: str, kept: Iterable[str], left_out: Iterable[str], *, by: str = ""
    ) -> Changes:
        """Say which of the steps count that several laptops took side by side, by their ids."""
        with self._opened.database.transaction():
            (complaint,) = self.all_of([complaint_id])
            head = self._head(complaint, by, PROGRAM)
            self._store.append(ComplaintSettled(**head, kept=tuple(kept), left_out=tuple(left_out)))
        return Changes(complaints=True, laptops=True)

    def differing(self) -> list[str]:
        """Return the numbers of complaints that are not what their steps come to."""
        return self._store.differing()

    def rebuild(self) -> Changes:
        """Work every complaint out anew from its events."""
        self._store.rebuild()
        return Changes(complaints=True)

    def _happen(self, ids: Iterable[str], make: _Make, by: str, source: Source) -> Changes:
        with self._opened.database.transaction():
            events = []
            for complaint in self.all_of(ids):
                event = make(complaint, self._head(complaint, by, source))
                if (refused := refused_step(complaint, event)) is not None:
                    raise refused
                events.append(event)
            self._store.append(*events)
        return Changes(complaints=bool(events))

    def _head(self, complaint: Complaint, by: str, source: Source) -> _Head:
        now = self._opened.now()
        last = complaint.changed_at
        return _Head(
            id=self._opened.new_id(),
            complaint_id=complaint.id,
            # Always after what happened last, also if the clock was set back.
            at=last + _TICK if last is not None and now <= last else now,
            by=by.strip(),
            source=source,
        )


def _said(what: str, text: str) -> str:
    text = text.strip()
    if not text:
        raise MissingWordError(what)
    return text
