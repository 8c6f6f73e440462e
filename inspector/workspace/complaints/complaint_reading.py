"""What can be asked about complaints: the register, one of them, its history, what they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind
from inspector.domain.complaint.complaint_errors import UnknownComplaintError
from inspector.domain.complaint.complaint_event import ComplaintEvent
from inspector.domain.complaint.complaint_filter import Among, ComplaintCounts, ComplaintFilter
from inspector.domain.complaint.complaint_life import (
    ComplaintHistory,
    complaint_history,
    revertible_step,
)
from inspector.domain.complaint.complaint_limits import ComplaintLimits
from inspector.domain.complaint.complaint_tally import ComplaintTally, tallies_by_site
from inspector.domain.finding.finding import Finding
from inspector.domain.sharing.sharing_errors import SeveralNumberedError
from inspector.domain.visit.evidence import Evidence
from inspector.storage.registers.complaint_store import ComplaintStore
from inspector.storage.stores.steps.equal_numbers import EqualNumbers
from inspector.workspace.holidays import Holidays
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import (
    COMPLAINT_DAYS,
    HOTLINE_DAYS,
    OTHER_DAYS,
    REPORT_DAYS,
    SUGGESTION_DAYS,
    PreferenceBook,
)


class ComplaintReading:
    """Reads complaints; changes nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._holidays = opened.of(Holidays)
        self._store = ComplaintStore(opened.database)
        self._numbers = EqualNumbers(opened.database)

    def get(self, number_or_id: str) -> Complaint:
        """Return a complaint as it stands; raises UnknownComplaintError or SeveralNumberedError."""
        try:
            return self._store.get(number_or_id)
        except KeyError:
            found = self._store.numbered(number_or_id)
        if not found:
            raise UnknownComplaintError(number_or_id)
        if len(found) > 1:
            raise SeveralNumberedError(number_or_id, tuple(each.site_name for each in found))
        return found[0]

    def numbered(self, number: str) -> list[Complaint]:
        """Return the complaints with a number: several where two laptops gave it."""
        return self._store.numbered(number)

    def found(
        self,
        asked: ComplaintFilter = ComplaintFilter(),  # noqa: B008 -- frozen
        limit: int | None = None,
    ) -> list[Complaint]:
        """Return the complaints of a filter: unanswered ones first by deadline, then the newest."""
        return self.as_shown(self._store.found(asked, self.today(), limit))

    def as_shown(self, complaints: Iterable[Complaint]) -> list[Complaint]:
        """Return complaints with their numbers as they are shown: equal ones are told apart."""
        found = list(complaints)
        shown = self._numbers.shown_complaints(each.id for each in found)
        if not shown:
            return found
        return [replace(each, number=shown.get(each.id, each.number)) for each in found]

    def counts(
        self,
        asked: ComplaintFilter = ComplaintFilter(),  # noqa: B008 -- frozen
    ) -> ComplaintCounts:
        """Return how many complaints each choice of a filter shows."""
        return self._store.counts(asked, self.today())

    def overdue(self, site_id: str = "") -> list[Complaint]:
        """Return the complaints that are past their deadline today, of a site or of all."""
        return self.found(ComplaintFilter(Among.OVERDUE, site_id=site_id))

    def between(self, first: date, last: date) -> list[Complaint]:
        """Return the complaints that came in a period, oldest first; void ones as well."""
        return self.as_shown(self._store.between(first, last))

    def history(self, complaint_id: str) -> list[ComplaintHistory]:
        """Return what happened to a complaint, oldest first; see `complaint_words`."""
        return complaint_history(self._store.events([complaint_id])[complaint_id])

    def findings(self, complaint: Complaint) -> list[Finding]:
        """Return the findings that were raised from a complaint, as they stand."""
        return list(self._opened.finding_store.all_of(complaint.finding_ids).values())

    def of_finding(self, finding_id: str) -> Complaint | None:
        """Return the complaint that a finding was raised from, if it was."""
        return self._store.of_finding(finding_id)

    def evidence(self, complaint: Complaint) -> list[Evidence]:
        """Return the photos and files that show something of a complaint."""
        return [self._opened.evidence_store.get(each) for each in complaint.evidence_ids]

    def revertible(self, complaint_id: str, by: str = "") -> ComplaintEvent | None:
        """Return the step of today by `by` that `revert_last` would take back."""
        last = revertible_step(self._store.events([complaint_id])[complaint_id])
        if last is None or last.by != by or last.at.date() < self.today():
            return None
        return last

    def tally(self, first: date, last: date, today: date) -> Mapping[str, ComplaintTally]:
        """Return what the complaints of a period come to as of `today`, by the id of the site.

        A site that nobody complained of has no entry.
        """
        return tallies_by_site(self._store.between(first, last), today)

    def limits(self) -> ComplaintLimits:
        """Return how many workdays complaints may take, as set in the preferences."""
        number = self._opened.of(PreferenceBook).number
        return ComplaintLimits(
            number(COMPLAINT_DAYS),
            number(REPORT_DAYS),
            number(SUGGESTION_DAYS),
            number(OTHER_DAYS),
            number(HOTLINE_DAYS),
        )

    def deadline_for(self, channel: Channel, kind: ComplaintKind, received: date) -> date:
        """Return the last day for the answer to a complaint that came on a day."""
        return self.limits().deadline(channel, kind, received, self._holidays.calendar())

    def said_before(self, column: str, site_id: str) -> list[str]:
        """Return whom a site's complaints name as `owner`, `department` or `first_asked`."""
        return self._store.said_before(column, site_id)

    def all_of(self, ids: Iterable[str]) -> list[Complaint]:
        """Return complaints by their ids, in that order; raises UnknownComplaintError."""
        return [self.get(each) for each in dict.fromkeys(ids)]

    def today(self) -> date:
        """Return the day by which overdue ones are told."""
        return self._opened.now().date()
