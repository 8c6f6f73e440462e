"""A deadline has the same colour wherever a finding is listed."""

from datetime import date, timedelta

from inspector.domain.finding.urgency import urgency
from inspector.gui.widgets.lists.deadline_role import deadline_role

DAY = date(2026, 11, 24)


def test_red_is_kept_for_what_is_long_late() -> None:
    late = [deadline_role(urgency(False, DAY, DAY + timedelta(days))) for days in range(-1, 5)]
    assert late == ["", "", "due_today", "due_today", "overdue", "overdue"]
    assert deadline_role(urgency(True, DAY, DAY + timedelta(9))) == ""
