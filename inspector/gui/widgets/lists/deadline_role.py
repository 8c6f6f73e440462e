"""The colour of a deadline, the same wherever a finding is listed."""

from inspector.domain.finding.urgency import Urgency


def deadline_role(urgent: Urgency) -> str:
    """Return the role of words about a deadline; '' where they have no colour of their own."""
    return {Urgency.LATE: "due_today", Urgency.LONG_LATE: "overdue"}.get(urgent, "")
