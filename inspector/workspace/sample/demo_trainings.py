"""Trainings of the sample data: what a month showed was trained, one entered by mistake."""

from datetime import date, timedelta

from inspector.domain.training.training_facts import Grouping
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.workspace import Workspace

_ONE = timedelta(days=1)

_HELD = 4
"""Trainings of the month before the last one; the months since tell whether they helped."""

_DAYS_AFTER = 6
"""From the end of that month to the training."""


def hold_trainings(workspace: Workspace, last_day: date) -> None:
    """Enter the trainings of the weightiest suggestions, of one team each; the last by mistake."""
    last_month = month_of(month_of(last_day).first - _ONE)
    month = month_of(last_month.first - _ONE)
    report = workspace.training.of(Extent(month))
    trained: set[tuple[str, ...]] = set()
    for suggestion in report.suggested[Grouping.TEAM]:
        group = suggestion.key.group
        if group.identity in trained or len(trained) == _HELD:
            continue
        trained.add(group.identity)
        held_on = min(month.last + timedelta(days=_DAYS_AFTER), last_day)
        held_id, _ = workspace.training.hold(
            suggestion, report.span, held_on, 5 + len(trained), report.group_name(group)
        )
        if len(trained) == _HELD:
            workspace.training.take_back(held_id, "登记错了班组")
