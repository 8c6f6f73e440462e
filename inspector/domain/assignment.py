"""Who should put a finding right, and by when: what is asked for, and what is proposed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist import Responsible
from inspector.domain.finding import Finding, RectificationType
from inspector.domain.roster import Window
from inspector.domain.workdays import Calendar, add_workdays


@dataclass(frozen=True, slots=True)
class Assignment:
    """What to set of findings; None leaves what each of them has."""

    department: str | None = None
    owner: str | None = None
    leader: str | None = None
    type: RectificationType | None = None
    deadline: date | None = None
    requirement: str | None = None


@dataclass(frozen=True, slots=True)
class PastAssignment:
    """Who was made responsible before, and how often."""

    department: str
    owner: str
    leader: str
    times: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is proposed for a finding, and the other names there are to choose from."""

    assignment: Assignment
    departments: tuple[str, ...]
    owners: tuple[str, ...]
    leaders: tuple[str, ...]


def suggest(
    finding: Finding,
    window: Window | None,
    past: Sequence[PastAssignment],
    days: int | None,
    today: date,
    calendar: Calendar,
) -> Suggestion:
    """Propose who puts `finding` right, and by when.

    What a person answers for is the task of whoever was on duty, in the department of the window;
    what the team or the site answers for, of whoever did it before. `window` is None in the
    public area; `past` comes in the order of its worth; `days` are the workdays of the item,
    None when it is not known any more.
    """
    personal = finding.responsible is Responsible.PERSON
    on_duty = [finding.owner, finding.staff_number if personal else ""]
    staff = [person.number or person.name for person in window.staff] if window else []
    teams = [person.team for person in window.staff] if window else []
    by_team = teams if finding.responsible is Responsible.TEAM else []
    own_department = [finding.department, window.department if window else ""]
    own_leader = [finding.leader, window.leader if window else ""]

    def ordered(own: list[str], of: Callable[[PastAssignment], str]) -> tuple[str, ...]:
        before = [of(each) for each in past]
        return _names([*own, *before] if personal else [*before, *own])

    departments = ordered(own_department, lambda each: each.department)
    leaders = ordered(own_leader, lambda each: each.leader)
    owners = _names(ordered([*on_duty, *by_team], lambda each: each.owner))
    return Suggestion(
        Assignment(
            department=departments[0] if departments else "",
            owner=owners[0] if owners else "",
            leader=leaders[0] if leaders else "",
            type=finding.type,
            deadline=_deadline(finding, days, today, calendar),
            requirement=finding.requirement,
        ),
        departments,
        _names([*owners, *staff]),
        leaders,
    )


def _deadline(finding: Finding, days: int | None, today: date, calendar: Calendar) -> date:
    """Return the deadline it has; one that is past is counted anew from today."""
    if finding.deadline >= today:
        return finding.deadline
    return add_workdays(today, 1 if days is None else days, calendar)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
