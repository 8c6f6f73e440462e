"""How many workdays a complaint may take: by its kind, unless its channel has a rule of its own.

Limits met in local papers are 5, 7, 10 and 15 workdays (DOMAIN §5a), so all are settings; those of
医疗机构 are 5 and 10, of telecom operators 15 days (DOMAIN §2.4).
"""

from dataclasses import dataclass
from datetime import date

from inspector.domain.complaint.complaint import Channel, ComplaintKind
from inspector.domain.days.workdays import Calendar, add_workdays


@dataclass(frozen=True, slots=True)
class ComplaintLimits:
    """Workdays until the answer."""

    complaint: int
    report: int
    suggestion: int
    other: int
    hotline: int  # whatever kind it is

    def days(self, channel: Channel, kind: ComplaintKind) -> int:
        """Return the workdays that one may take."""
        if channel is Channel.HOTLINE:
            return self.hotline
        return {
            ComplaintKind.COMPLAINT: self.complaint,
            ComplaintKind.REPORT: self.report,
            ComplaintKind.SUGGESTION: self.suggestion,
            ComplaintKind.OTHER: self.other,
        }[kind]

    def deadline(
        self, channel: Channel, kind: ComplaintKind, received: date, calendar: Calendar
    ) -> date:
        """Return the last day for the answer to one that came on a day."""
        return add_workdays(received, self.days(channel, kind), calendar)
