"""What is said of one finding beside the ledger: names and their values."""

from datetime import date

from inspector.domain.checklist.points import format_points
from inspector.domain.finding.assignment import Suggestion
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.finding_life import allowed
from inspector.gui.commands.shared_keys import ASSIGN, press
from inspector.gui.steps.deadline_words import asked_words, late_words, near_day
from inspector.gui.words import day_text
from inspector.translation import tr
from inspector.workspace.finding_state_words import (
    owner_word,
    staff_word,
    state_word,
    times_word,
    type_word,
)
from inspector.workspace.packs.pack_scoring_words import category_word, points_text

GRANT = "grant"
"""The name of what gives the time that was asked for: a finding is extended by it."""

_DOT = " · "


def place_line(finding: Finding) -> str:
    """Return number, site, window and staff number; never a name."""
    parts = (
        finding.number,
        finding.site_name,
        finding.window_number,
        staff_word(finding.staff_number),
    )
    return _DOT.join(part for part in parts if part)


def standing(finding: Finding, today: date) -> str:
    """Return the state, and the deadline with 逾期 in words."""
    late = late_words(finding.state.is_ended, finding.deadline, today)
    due = tr("due {day}", day=near_day(finding.deadline, today))
    parts = [state_word(finding.state), "" if finding.state.is_ended else due, late]
    if finding.round > 1:
        parts.insert(1, tr("round {round}", round=finding.round))
    if finding.appealed_at is not None:
        parts.append(tr("appeal to decide"))
    parts.append(asked_words(finding.asked_until, today, finding.asked_reason))
    return _DOT.join(part for part in parts if part)


def steps_of(finding: Finding, lent: bool) -> set[str]:
    """Return the names of the steps that it allows; appealing and deciding it are one.

    `lent` to this laptop: those who found it answer what is asked for.
    """
    kinds = allowed(finding)
    if EventKind.APPEAL_DECIDED in kinds:
        kinds |= {EventKind.APPEALED}
    names = {kind.value for kind in kinds}
    if finding.asked_until is None:
        return names
    if lent:
        return names - {EventKind.EXTENSION_REFUSED.value}
    return names - {EventKind.EXTENDED.value} | {GRANT}


def fact_titles() -> list[tuple[str, str]]:
    """Return the keys of what may be told of a finding, each with what it is called."""
    return [
        ("item", tr("Item")),
        ("category", tr("Category")),
        ("points", tr("Points off")),
        ("repeats", tr("Repeats")),
        ("found", tr("Found on")),
        ("owner", tr("Owner")),
        ("type", tr("Type")),
        ("requirement", tr("Requirement")),
        ("remedy", tr("Remedy")),
        ("done", tr("Done on")),
        ("notice", tr("Notice")),
        ("complaint", tr("From complaint")),
    ]


def facts(finding: Finding, complaint: str) -> dict[str, str]:
    """Return what is told of a finding by the keys of its facts, '' where there is nothing.

    `complaint` is the number of the one it was raised from, or ''.
    """
    reviewed = finding.reviewed_deduction
    points = points_text(finding.deduction)
    if reviewed is not None:
        points = tr("{points}, after review {left}", points=points, left=format_points(reviewed))
    if finding.brands:
        points = f"★ {points}"
    who = _DOT.join(n for n in (finding.department, owner_word(finding.owner), finding.leader) if n)
    site_times = finding.times_at_site if finding.times_at_site > 1 else 0
    again = [times_word(finding.times_at_window)]
    if site_times:
        again.append(tr("at the site {times}", times=times_word(site_times)))
    return {
        "item": finding.item_text if finding.item_text != finding.text else "",
        "category": category_word(finding.category),
        "points": points,
        "repeats": _DOT.join(part for part in again if part),
        "found": day_text(finding.raised_at.date()),
        "owner": who,
        "type": type_word(finding.type),
        "requirement": finding.requirement,
        "remedy": finding.reported_text or finding.correction,
        "done": day_text(finding.done_on) if finding.done_on else "",
        "notice": finding.notice,
        "complaint": complaint,
    }


def suggestion_words(suggestion: Suggestion) -> str:
    """Say who is proposed, and by when."""
    wanted = suggestion.assignment
    who = _DOT.join(
        n for n in (wanted.department, owner_word(wanted.owner or ""), wanted.leader) if n
    )
    if not who:
        return ""
    day = day_text(wanted.deadline) if wanted.deadline else ""
    return tr(
        "{assign} proposes {who}, due {day}", who=who, day=day, assign=press(ASSIGN, tr("Assign"))
    )
