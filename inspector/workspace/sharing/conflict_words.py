"""What is said of what waits for a choice: titles, facts, ways. Shared by window and tests."""

from collections.abc import Mapping
from datetime import date

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.days.workdays import DayKind
from inspector.domain.finding.ledger import LedgerRow
from inspector.domain.people.inspector import Role
from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.sharing.roster_meeting import DAYS
from inspector.domain.sharing.travelling import Kind
from inspector.translation import mark, tr

NOTHING = "—"

_LONGEST_TITLE = 40
"""Characters of what was chosen about: the words of a finding may be hundreds."""

_KINDS = {
    ConflictKind.FINDING: mark("Steps of a finding"),
    ConflictKind.COMPLAINT: mark("Steps of a complaint"),
    ConflictKind.SITE: mark("Site"),
    ConflictKind.DEPARTMENT: mark("A department"),
    ConflictKind.WINDOW: mark("Window"),
    ConflictKind.STAFF: mark("People on duty"),
    ConflictKind.INSPECTOR: mark("An inspector"),
    ConflictKind.HOLIDAY: mark("Holiday"),
    ConflictKind.SEALED: mark("Set aside"),
    ConflictKind.TWICE: mark("Scored twice"),
    ConflictKind.PLACED: mark("Nearly the same name"),
}

_FACTS = {
    "name": mark("Name"),
    "number": mark("Number"),
    "unit": mark("Unit"),
    "department": mark("Department"),
    "leader": mark("Leader"),
    "team": mark("Team"),
    "role": mark("Role"),
    "group_name": mark("Group"),
    "away_first": mark("Away from"),
    "away_last": mark("Away until"),
    "ended_on": mark("Ended on"),
}

_ASIDE = {
    Kind.VISIT: mark("Record of {title}"),
    Kind.SIGNATURE: mark("Signature {title}"),
    Kind.AMENDMENT: mark("Amendment {title}"),
    Kind.EVIDENCE: mark("Photo or file {title}"),
    Kind.MEETING: mark("Meeting {title}"),
    Kind.EVENT: mark("Step of a finding {title}"),
    Kind.COMPLAINT: mark("Step of a complaint {title}"),
    Kind.SURVEY: mark("Satisfaction sheet {title}"),
    Kind.PLAN: mark("Plan {title}"),
    Kind.PACK: mark("Checklist {title}"),
}


def conflict_kind_word(kind: ConflictKind) -> str:
    """Return what a conflict is about."""
    return tr(_KINDS[kind])


def finding_title(finding: LedgerRow) -> str:
    """Return how a finding is named on the list: number, place and problem."""
    return f"{finding.number} {finding.site_name} {finding.window_number} {finding.text}"


def complaint_title(complaint: Complaint) -> str:
    """Return how a complaint is named on the list: number, site and what was said."""
    return f"{complaint.number} {complaint.site_name} {complaint.content}"


def aside_title(kind: str, title: str) -> str:
    """Return how something that was set aside is named on the list."""
    return tr(_ASIDE.get(Kind(kind), mark("“{title}”")), title=title)


_BESIDE = {
    Kind.SURVEY: (
        mark("Both sheets are kept. The one that was entered last counts, a correction first."),
        mark(
            "This sheet stands for the same answer, says something else and does not count. If it"
            " is the right one, correct the one that counts."
        ),
    ),
    Kind.SIGNATURE: (
        mark("The signature that is under the record here stays under it."),
        mark(
            "The same record was signed on another laptop as well. Both signatures are kept, and"
            " the record names both."
        ),
    ),
    Kind.PLAN: (
        mark("Versions of a plan come from the laptop that made its first one."),
        mark(
            "Another laptop made a version of this plan; it was refused and is kept beside. If it"
            " is wanted, make that version on the laptop that owns the plan."
        ),
    ),
    Kind.PACK: (
        mark("Both checklists are kept; each visit goes by the one that it was scored with."),
        mark(
            "It has the same name and version and other items. Agree on one, and give it a version"
            " of its own: ranks compare what was scored with one checklist."
        ),
    ),
}
"""Of some kinds: what is said of mine, and of what is kept beside it."""


def aside_sentence(kind: str, *, is_mine: bool) -> str:
    """Return what becomes of each of two that stand for one thing and are not the same."""
    if Kind(kind) in _BESIDE:
        return tr(_BESIDE[Kind(kind)][0 if is_mine else 1])
    if is_mine:
        return tr("It stays as it was sealed; nothing that was sealed is ever overwritten.")
    return tr(
        "It came under the same id with other content and is kept beside, as it came. Ask the"
        " other laptop which of the two is right."
    )


def fact_word(kind: ConflictKind, name: str) -> str:
    """Return what a column of the roster is called."""
    if name == "kind":
        return tr("Workday or not") if kind is ConflictKind.HOLIDAY else tr("Kind of window")
    return tr(_FACTS[name]) if name in _FACTS else name


def day_title(day: date) -> str:
    """Return how a day is named on the list, with its weekday: 2026年12月31日（周四）."""
    weekday = tr("Mon Tue Wed Thu Fri Sat Sun").split()[day.weekday()]
    return tr("{day} ({weekday})", day=_day_words(day), weekday=weekday)


def _day_words(day: date) -> str:
    month = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[day.month - 1]
    return tr("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def fact_words(name: str, value: str | None, window_kinds: Mapping[str, str]) -> str:
    """Return what stands in a column of the roster; a dash for nothing.

    `window_kinds` are what the kinds of windows are called, by their ids.
    """
    if not value:
        return NOTHING
    if name in DAYS:
        return _day_words(date.fromisoformat(value))
    if name == "role" and value in {each.value for each in Role}:
        return tr("Head") if Role(value) is Role.HEAD else tr("Member")
    if name == "kind" and value in {each.value for each in DayKind}:
        return {
            DayKind.OFF: tr("Day off"),
            DayKind.WORK: tr("Make-up workday"),
            DayKind.ORDINARY: tr("As its weekday"),
        }[DayKind(value)]
    return window_kinds.get(value, value) if name == "kind" else value


def ways_of_difference(theirs: str) -> tuple[str, str]:
    """Return how a difference on the roster can be settled: mine first."""
    return tr("Keep what is said here"), tr("Take what {laptop} says", laptop=theirs)


def only_steps_of(laptop: str) -> str:
    """Return the way to settle by which only one laptop's steps count."""
    return tr("Only the steps of “{laptop}” count", laptop=laptop)


def all_steps() -> str:
    """Return the way to settle by which all steps count, by their time."""
    return tr("All of them count, in the order of time")


def kept_sentence(title: str, way: str) -> str:
    """Return what was chosen, once it is kept: of what, and the way it is settled."""
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return tr("Kept: {title} – {way}.", title=title, way=way)
