"""Inspectors in words: roles, when they can be reached, what an import does."""

from collections.abc import Callable
from datetime import date

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.inspector_event import inspector_facts
from inspector.domain.visit.roster_event import RosterEventKind, kind_of
from inspector.translation import tr, tr_count
from inspector.workspace.inspectors.inspectors import InspectorChange, InspectorPreview

_SEPARATOR = "、"


def role_word(role: Role) -> str:
    """Return what somebody is in a group."""
    return tr("Head") if role is Role.HEAD else tr("Member")


def away_word(inspector: Inspector) -> str:
    """Return when an inspector cannot be sent; blank: whenever one likes."""
    first, last = inspector.away_first, inspector.away_last
    if first is None:
        return ""
    if last is None:
        return tr("away from {day}", day=_day(first))
    return tr("away {first} to {last}", first=_day(first), last=_day(last))


def change_kind(change: InspectorChange) -> RosterEventKind:
    """Return what a change comes to."""
    before = inspector_facts(change.before) if change.before else None
    return kind_of(before, inspector_facts(change.after))


def inspector_sentences(preview: InspectorPreview) -> list[str]:
    """Return what taking in a workbook would do, or did, line by line."""
    names: dict[RosterEventKind, list[str]] = {}
    for change in preview.changes:
        names.setdefault(change_kind(change), []).append(change.after.name)
    same = len(preview.sheet.rows) - len(preview.changes)
    lines = [
        tr(
            "{people}: {added} new, {changed} changed, {same} unchanged",
            people=tr_count(len(preview.sheet.rows), "1 inspector", "{count} inspectors"),
            added=len(names.get(RosterEventKind.ADDED, ())),
            changed=len(preview.changes) - len(names.get(RosterEventKind.ADDED, ())),
            same=same,
        )
    ]
    lines += [
        say(_SEPARATOR.join(names[kind])) for kind, say in _STEP_WORDS.items() if kind in names
    ]
    if preview.kept:
        lines.append(tr("Not in the file, kept: {names}", names=_SEPARATOR.join(preview.kept)))
    sheet = preview.sheet
    if sheet.ignored_sheets:
        left = _SEPARATOR.join(sheet.ignored_sheets)
        lines.append(tr("Sheets without a list of inspectors, not read: {names}", names=left))
    if sheet.ignored_columns:
        left = _SEPARATOR.join(sheet.ignored_columns)
        lines.append(tr("Columns not read: {names}", names=left))
    return lines


_STEP_WORDS: dict[RosterEventKind, Callable[[str], str]] = {
    RosterEventKind.ADDED: lambda names: tr("Inspectors added: {names}", names=names),
    RosterEventKind.CHANGED: lambda names: tr("Inspectors changed: {names}", names=names),
    RosterEventKind.RENAMED: lambda names: tr("Renamed: {names}", names=names),
    RosterEventKind.BACK: lambda names: tr("Brought back: {names}", names=names),
}


def _day(day: date) -> str:
    return f"{day.year}-{day.month:02}-{day.day:02}"
