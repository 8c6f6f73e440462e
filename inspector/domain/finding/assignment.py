"""Who should put a finding right, and by when: what is asked for, and what is proposed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist.checklist import Responsible
from inspector.domain.days.workdays import Calendar, add_workdays
from inspector.domain.finding.finding import PUBLIC_AREA, Finding, FindingState, RectificationType
from inspector.domain.visit.roster import Window


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
    of_item: bool = True  # of the same item; False: of any other at the site


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is proposed for a finding, and the other names there are to choose from."""

    assignment: Assignment
    departments: tuple[str, ...]
    owners: tuple[str, ...]
    leaders: tuple[str, ...]


def is_shared(finding: Finding) -> bool:
    """Tell whether a finding is nobody's own: of the team, of the site, of the public area."""
    return finding.responsible is not Responsible.PERSON or finding.window_number == PUBLIC_AREA


def answerable_department(finding: Finding) -> str:
    """Return the department that answers for a finding; of a shared one, at least the site."""
    return finding.department or (finding.site_name if is_shared(finding) else "")


def suggest(
    finding: Finding,
    windows: Sequence[Window],
    past: Sequence[PastAssignment],
    days: int | None,
    today: date,
    calendar: Calendar,
) -> Suggestion:
    """Propose who puts `finding` right, and by when.

    What a person answers for is the task of whoever was on duty, in the department of the window.
    What is shared goes to whoever did the same item before, else to the team or the site, and
    never to somebody at a counter. `windows` are those of the site; `past` comes in the order of
    its worth; `days` are the workdays of the item, None when it is not known any more.
    """
    window = next((each for each in windows if each.number == finding.window_number), None)
    if is_shared(finding):
        departments, owners, leaders = _shared(finding, window, windows, past)
    else:
        departments, owners, leaders = _personal(finding, window, past)
    staff = [person.number or person.name for person in window.staff] if window else []
    choices = [_names(map(of, past)) for of in (_department, _owner, _leader)]
    return Suggestion(
        Assignment(
            department=departments[0] if departments else "",
            owner=owners[0] if owners else "",
            leader=leaders[0] if leaders else "",
            type=finding.type,
            deadline=_deadline(finding, days, today, calendar),
            requirement=finding.requirement,
        ),
        _names([*departments, *choices[0]]),
        _names([*owners, *choices[1], *staff]),
        _names([*leaders, *choices[2]]),
    )


_Names = tuple[str, ...]


def _personal(
    finding: Finding, window: Window | None, past: Sequence[PastAssignment]
) -> tuple[_Names, _Names, _Names]:
    """Return departments, owners and leaders, the likeliest first."""
    return (
        _names([finding.department, window.department if window else "", *map(_department, past)]),
        _names([finding.owner, finding.staff_number, *map(_owner, past)]),
        _names([finding.leader, window.leader if window else "", *map(_leader, past)]),
    )


def _shared(
    finding: Finding,
    window: Window | None,
    windows: Sequence[Window],
    past: Sequence[PastAssignment],
) -> tuple[_Names, _Names, _Names]:
    """Return departments, owners and leaders, the likeliest first; the site itself is the last."""
    before = [each for each in past if each.of_item]
    clerks = {word for each in windows for person in each.staff
              for word in (person.number, person.name)}  # fmt: skip
    # Somebody who was made responsible already stays so, whoever it is.
    chosen = finding.owner if finding.state is not FindingState.OPEN else ""
    decided = [finding.department, finding.leader] if chosen else ["", ""]
    teams = [person.team for person in window.staff] if window else []
    owners = [*map(_owner, before), *(teams if finding.responsible is Responsible.TEAM else ())]
    all_leaders = {each.leader for each in windows}
    agreed = all_leaders.pop() if len(all_leaders) == 1 else ""
    own = [finding.department, window.department if window else "", finding.site_name]
    return (
        _names([decided[0], *map(_department, before), *own]),
        _names([chosen, *(owner for owner in owners if owner not in clerks)]),
        _names([decided[1], *map(_leader, before), finding.leader, agreed]),
    )


def _department(past: PastAssignment) -> str:
    return past.department


def _owner(past: PastAssignment) -> str:
    return past.owner


def _leader(past: PastAssignment) -> str:
    return past.leader


def _deadline(finding: Finding, days: int | None, today: date, calendar: Calendar) -> date:
    """Return the deadline it has; one that is past is counted anew from today."""
    if finding.deadline >= today:
        return finding.deadline
    return add_workdays(today, 1 if days is None else days, calendar)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
