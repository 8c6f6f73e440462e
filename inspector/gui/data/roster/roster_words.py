"""Windows and the people at them, in words, and what became of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from inspector.domain.visit.roster import Staff, Window
from inspector.domain.visit.roster_event import RosterEventKind, RosterSubject
from inspector.translation import join_sentences, tr, tr_count

if TYPE_CHECKING:
    from inspector.gui.data.roster.roster_models import RosterLine

NOTHING = "—"


def person_text(staff: Staff) -> str:
    """Return a person as the roster has it: 1001 张三（早班）."""
    name = f"{staff.number} {staff.name}".strip()
    return tr("{name} ({team})", name=name, team=staff.team) if staff.team else name


def people_text(staff: Sequence[Staff]) -> str:
    """Return everyone who takes turns at a window."""
    return "、".join(person_text(each) for each in staff if each.ended_on is None)


def window_facts(window: Window, kind_text: Callable[[Window], str]) -> dict[str, str]:
    """Return what a roster says of a window, by the title of its column."""
    return {
        tr("Window kind"): kind_text(window),
        tr("People on duty"): people_text(window.staff),
        tr("Department"): window.department,
        tr("Leader"): window.leader,
    }


def window_text(window: Window, kind_text: Callable[[Window], str]) -> str:
    """Return everything a roster says of a window in one line."""
    facts = window_facts(window, kind_text)
    return tr("; ").join(
        tr("{title}: {value}", title=title, value=value) for title, value in facts.items() if value
    )


def difference_text(before: Window, after: Window, kind_text: Callable[[Window], str]) -> str:
    """Return what a roster says of a window that was not so before; people have their own rows."""
    facts = {tr("Window"): before.number} | window_facts(before, kind_text)
    known, new = facts, {tr("Window"): after.number} | window_facts(after, kind_text)
    del known[tr("People on duty")], new[tr("People on duty")]
    return tr("; ").join(
        tr(
            "{title}: {before} → {after}",
            title=title,
            before=known[title] or NOTHING,
            after=new[title] or NOTHING,
        )
        for title in new
        if known[title] != new[title]
    )


def kind_word(kind: RosterEventKind, subject: RosterSubject) -> str:
    """Return what happened to a thing; people leave (离岗), windows are ended (停用)."""
    of_staff = subject is RosterSubject.STAFF
    words = {
        RosterEventKind.ADDED: lambda: tr("New"),
        RosterEventKind.RENAMED: lambda: tr("Renamed"),
        RosterEventKind.CHANGED: lambda: tr("Changed"),
        RosterEventKind.ENDED: lambda: tr("Left") if of_staff else tr("Ended"),
        RosterEventKind.MOVED: lambda: tr("Transferred"),
        RosterEventKind.BACK: lambda: tr("Came back") if of_staff else tr("In use again"),
    }
    return words[kind]()


def added_words(subject: RosterSubject, name: str) -> str:
    """Return that something was added."""
    words = {
        RosterSubject.SITE: lambda: tr("Site added: {name}.", name=name),
        RosterSubject.WINDOW: lambda: tr("Window added: {name}.", name=name),
        RosterSubject.STAFF: lambda: tr("Person added: {name}.", name=name),
        RosterSubject.DEPARTMENT: lambda: tr("Department added: {name}.", name=name),
    }
    return words[subject]()


def moved_words(names: Sequence[str], place: str) -> str:
    """Return that people were moved to a site and window, and that old records stay."""
    return tr(
        "Moved to {place}: {names}. Visits made stay as they are.",
        place=place,
        names="、".join(names),
    )


def ended_words(subject: RosterSubject, rows: "Sequence[RosterLine]") -> str:
    """Return that something was ended, and that old records stay as they are."""
    names = "、".join(row.name for row in rows)
    if subject is RosterSubject.STAFF:
        return tr("Left: {names}. Visits made stay as they are.", names=names)
    said = tr("Ended: {names}. Visits made stay as they are.", names=names)
    from inspector.gui.data.roster.roster_models import DepartmentRow

    bare = sum(len(row.windows) for row in rows if isinstance(row, DepartmentRow))
    if not bare:
        return said
    without = tr_count(
        bare, "1 window has no department now.", "{count} windows have no department now."
    )
    return join_sentences((said, without))
