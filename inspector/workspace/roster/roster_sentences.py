"""What taking in a roster would do, or did, in sentences; shared by window and command line."""

from collections.abc import Callable, Sequence
from functools import partial

from inspector.domain.visit.roster import Site, Staff, Window
from inspector.domain.visit.roster_event import RosterEventKind, RosterIntake, RosterSubject
from inspector.translation import tr, tr_count
from inspector.workspace.roster.kind_words import named, taken_sentences
from inspector.workspace.roster.roster_comparing import RosterChange
from inspector.workspace.roster.rosters import RosterPreview


def roster_sentences(
    preview: RosterPreview,
    kind_title: Callable[[str], str],
    beside: Sequence[RosterChange] = (),
    most: int | None = None,
) -> list[str]:
    """Return what taking in a roster would do, or did, line by line.

    `beside` are changes told one by one in a table: what a new window is taken for stands there.
    A line names `most` of those that it is about, and counts the others; None: all of them.
    """
    names = partial(named, most=most)
    lines = [
        extent_sentence(preview),
        *_step_lines(preview, names),
        *_taken_lines(preview, kind_title, beside, most),
    ]
    if preview.kept:
        lines.append(tr("Not in the file, kept: {names}", names=names(preview.kept)))
    if preview.intake is RosterIntake.REPLACE and preview.other_sites:
        others = names(preview.other_sites)
        lines.append(tr("Sites that are not in the file stay as they are: {names}", names=others))
    if preview.undone_dates:
        dates = names(preview.undone_dates)
        lines.append(tr("Excel had made dates of these; taken as typed: {names}", names=dates))
    if preview.ignored_sheets:
        sheets = names(preview.ignored_sheets)
        lines.append(tr("Sheets without a roster, not read: {names}", names=sheets))
    if preview.ignored_columns:
        lines.append(tr("Columns not read: {names}", names=names(preview.ignored_columns)))
    return lines


def extent_sentence(preview: RosterPreview) -> str:
    """Return how many sites and windows a roster is about, and how many of them are new."""
    return tr(
        "{sites} ({new} new), {windows}: {added} new, {changed} changed, {same} unchanged",
        sites=tr_count(len(preview.sites), "1 site", "{count} sites"),
        new=preview.new_sites,
        windows=tr_count(len(preview.windows), "1 window", "{count} windows"),
        added=preview.new_windows,
        changed=preview.changed_windows,
        same=preview.unchanged_windows,
    )


def _taken_lines(
    preview: RosterPreview,
    kind_title: Callable[[str], str],
    beside: Sequence[RosterChange],
    most: int | None,
) -> list[str]:
    """Return what the windows are taken for of which the roster does not tell the kind."""
    told = {each.after.id for each in beside if each.before is None}
    sites = {site.id: f"{site.name} " for site in preview.sites if len(preview.sites) > 1}
    windows = [
        (sites.get(window.site_id, "") + window.number, preview.taken[window.id])
        for window in preview.windows
        if window.id not in told
    ]
    return taken_sentences(windows, kind_title, most)


def told_changes(preview: RosterPreview) -> list[RosterChange]:
    """Return the changes that are told one by one.

    A new window is told with its people, and who moves where it is that one comes to.
    """
    new = {
        change.after.id
        for change in preview.changes
        if change.subject is RosterSubject.WINDOW and change.before is None
    }
    return [
        change
        for change in preview.changes
        if change.subject is not RosterSubject.STAFF
        or (change.other_place and change.after.ended_on is None)
        or (not change.other_place and (change.window is None or change.window.id not in new))
    ]


def change_name(change: RosterChange) -> str:
    """Return what a change is about: 城东厅 1号窗口 1001 张三 → 1001 张珊."""
    if change.other_place and change.window is not None:
        here = f"{change.site.name} {change.window.number}"
        return tr(
            "{title}: {before} → {after}",
            title=_name(change.after),
            before=change.other_place,
            after=here,
        )
    place = [] if change.subject is RosterSubject.SITE else [change.site.name]
    if change.subject is RosterSubject.STAFF and change.window is not None:
        place.append(change.window.number)
    before = _name(change.before) if change.before else ""
    after = _name(change.after)
    return " ".join((*place, f"{before} → {after}" if before not in ("", after) else after))


def _step_lines(preview: RosterPreview, said: Callable[[list[str]], str]) -> list[str]:
    """Return who and what is added, renamed, ended and brought back, a line each.

    Of a new site its windows are only counted.
    """
    new = {change.site.id for change in preview.changes if _is_new_site(change)}
    windows = [
        change_name(change)
        for change in preview.changes
        if change.subject is RosterSubject.WINDOW
        and change.before is None
        and change.site.id not in new
    ]
    sites = [change.site.name for change in preview.changes if _is_new_site(change)]
    lines = [tr("Sites added: {names}", names=said(sites))] if sites else []
    lines += [tr("Windows added: {names}", names=said(windows))] if windows else []
    told: dict[RosterEventKind, list[str]] = {kind: [] for kind in _STEP_WORDS}
    for change in told_changes(preview):
        is_counted = change.kind is RosterEventKind.ADDED and not isinstance(change.after, Staff)
        if change.kind in told and not is_counted:
            told[change.kind].append(change_name(change))
    lines += [_STEP_WORDS[kind](said(names)) for kind, names in told.items() if names]
    return lines


def _is_new_site(change: RosterChange) -> bool:
    return change.subject is RosterSubject.SITE and change.before is None


def _name(thing: Site | Window | Staff) -> str:
    match thing:
        case Staff():
            return " ".join(word for word in (thing.number, thing.name) if word)
        case Window():
            return thing.number
        case Site():
            return thing.name


_STEP_WORDS: dict[RosterEventKind, Callable[[str], str]] = {
    RosterEventKind.ADDED: lambda names: tr("People added: {names}", names=names),
    RosterEventKind.RENAMED: lambda names: tr("Renamed: {names}", names=names),
    RosterEventKind.MOVED: lambda names: tr("Moved to another site: {names}", names=names),
    RosterEventKind.ENDED: lambda names: tr("Ended: {names}", names=names),
    RosterEventKind.BACK: lambda names: tr("Brought back: {names}", names=names),
}
