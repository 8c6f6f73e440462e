"""Inspectors in words: roles, when they can be reached, what an import does."""

from collections.abc import Callable
from datetime import date

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.inspector_event import InspectorFacts, inspector_facts
from inspector.domain.people.party import head_of
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.roster_event import RosterEventKind, kind_of
from inspector.translation import tr, tr_count
from inspector.workspace.inspectors.inspectors import InspectorChange, InspectorPreview

_SEPARATOR, _NOTHING = "、", "—"


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


def party_text(inspection: Inspection) -> str:
    """Return who made a visit with what they are; the names alone where no head is known."""
    head = head_of(inspection.party)
    if not head:
        return _SEPARATOR.join(inspection.inspectors)
    others = [each.name for each in inspection.party if each.role is not Role.HEAD]
    if not others:
        return tr("head {name}", name=head)
    return tr("head {name}, members {names}", name=head, names=_SEPARATOR.join(others))


def change_kind(change: InspectorChange) -> RosterEventKind:
    """Return what a change comes to."""
    before = inspector_facts(change.before) if change.before else None
    return kind_of(before, inspector_facts(change.after))


def facts_text(before: InspectorFacts | None, after: InspectorFacts) -> list[str]:
    """Return what is kept of an inspector: all that there is, or what is otherwise than before."""
    said = []
    for key, title in _titles().items():
        if key not in after:
            continue
        value = _value(key, after[key])
        if before is None:
            said += [tr("{title}: {value}", title=title, value=value)] if value else []
        elif before.get(key) != after[key]:
            known = _value(key, before.get(key)) or _NOTHING
            new = value or _NOTHING
            said.append(tr("{title}: {before} → {after}", title=title, before=known, after=new))
    return said


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


def _titles() -> dict[str, str]:
    return {
        "name": tr("Person's name"),
        "unit": tr("Unit"),
        "role": tr("Role"),
        "group_name": tr("Group"),
        "phone": tr("Phone"),
        "away_first": tr("Away from"),
        "away_last": tr("Away to"),
    }


def _value(key: str, value: str | None) -> str:
    return role_word(Role(value)) if key == "role" and value else value or ""


_STEP_WORDS: dict[RosterEventKind, Callable[[str], str]] = {
    RosterEventKind.ADDED: lambda names: tr("Inspectors added: {names}", names=names),
    RosterEventKind.CHANGED: lambda names: tr("Inspectors changed: {names}", names=names),
    RosterEventKind.RENAMED: lambda names: tr("Renamed: {names}", names=names),
    RosterEventKind.BACK: lambda names: tr("Brought back: {names}", names=names),
}


def _day(day: date) -> str:
    return f"{day.year}-{day.month:02}-{day.day:02}"
