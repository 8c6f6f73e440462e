"""Windows and the people at them, in words, and what a new roster says otherwise."""

from collections.abc import Callable, Sequence

from inspector.domain.visit.roster import Staff, Window
from inspector.translation import tr

NOTHING = "—"


def person_text(staff: Staff) -> str:
    """Return a person as the roster has it: 1001 张三（早班）."""
    name = f"{staff.number} {staff.name}".strip()
    return tr("{name} ({team})", name=name, team=staff.team) if staff.team else name


def people_text(staff: Sequence[Staff]) -> str:
    """Return everyone who takes turns at a window."""
    return "、".join(map(person_text, staff))


def window_facts(window: Window, kind_title: Callable[[str], str]) -> dict[str, str]:
    """Return what a roster says of a window, by the title of its column."""
    return {
        tr("Kind"): kind_title(window.kind) if window.kind else "",
        tr("People on duty"): people_text(window.staff),
        tr("Department"): window.department,
        tr("Leader"): window.leader,
    }


def window_text(window: Window, kind_title: Callable[[str], str]) -> str:
    """Return everything a roster says of a window in one line."""
    facts = window_facts(window, kind_title)
    return tr("; ").join(
        tr("{title}: {value}", title=title, value=value) for title, value in facts.items() if value
    )


def difference_text(before: Window, after: Window, kind_title: Callable[[str], str]) -> str:
    """Return what a roster says of a window that was not so before."""
    known, new = window_facts(before, kind_title), window_facts(after, kind_title)
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
