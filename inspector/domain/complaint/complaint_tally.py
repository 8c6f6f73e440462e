"""What complaints come to, site by site: figures that are derived from where each stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from inspector.domain.complaint.complaint import Complaint, ComplaintState


@dataclass(frozen=True, slots=True)
class ComplaintTally:
    """How the complaints and reports that came in a period stand; a suggestion accuses nobody.

    Void ones count nowhere.
    """

    received: int = 0
    upheld: int = 0  # 属实
    closed: int = 0  # 办结: answered
    in_time: int = 0  # of those closed
    overdue: int = 0  # not answered, and past the deadline
    unsatisfied: int = 0  # one of the two lowest grades when called back
    suggestions: int = 0  # and others, beside all of these

    @property
    def open(self) -> int:
        """Not answered yet."""
        return self.received - self.closed

    def __add__(self, other: "ComplaintTally") -> "ComplaintTally":
        return ComplaintTally(
            self.received + other.received,
            self.upheld + other.upheld,
            self.closed + other.closed,
            self.in_time + other.in_time,
            self.overdue + other.overdue,
            self.unsatisfied + other.unsatisfied,
            self.suggestions + other.suggestions,
        )


def tally_of(complaint: Complaint, today: date) -> ComplaintTally:
    """Return what one complaint counts."""
    if complaint.state is ComplaintState.VOID:
        return ComplaintTally()
    if not complaint.kind.accuses:
        return ComplaintTally(suggestions=1)
    closed = complaint.state.is_answered
    return ComplaintTally(
        received=1,
        upheld=int(complaint.upheld is True),
        closed=int(closed),
        in_time=int(closed and complaint.answered_in_time),
        overdue=int(complaint.overdue_on(today)),
        unsatisfied=int(complaint.grade is not None and complaint.grade.is_bad),
    )


def tallies_by_site(complaints: Iterable[Complaint], today: date) -> Mapping[str, ComplaintTally]:
    """Return what complaints come to, by the id of the site; one without any has no entry."""
    tallies: dict[str, ComplaintTally] = {}
    for complaint in complaints:
        if complaint.state is ComplaintState.VOID:
            continue
        own = tallies.get(complaint.site_id, ComplaintTally())
        tallies[complaint.site_id] = own + tally_of(complaint, today)
    return tallies
