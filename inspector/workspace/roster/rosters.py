"""Sites, windows and staff: reading them, and taking in a roster workbook."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.domain.errors import UnknownSiteError
from inspector.domain.visit.conflict_of_interest import conflicted
from inspector.domain.visit.roster import Department, RosterRow, Site, Staff, Window
from inspector.domain.visit.roster_event import (
    RosterEvent,
    RosterIntake,
    RosterSubject,
    facts_of,
)
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import WindowKind
    from inspector.domain.checklist.kind_recognition import TakenKind
    from inspector.excel.rosters.roster_workbook import RosterSheet
    from inspector.storage.files.whole_files import Progress
    from inspector.workspace.roster.roster_comparing import RosterChange


def _unheard(done: int, total: int) -> None:
    """Nobody wants to know."""


class RosterPreview(NamedTuple):
    """What taking in a roster would do; `kept` windows are known but not in the file."""

    rows: tuple[RosterRow, ...]
    intake: RosterIntake
    sites: tuple[Site, ...]
    windows: tuple[Window, ...]
    changes: "tuple[RosterChange, ...]"
    new_sites: int
    new_windows: int
    changed_windows: int
    unchanged_windows: int
    kept: tuple[str, ...]
    other_sites: tuple[str, ...]
    ignored_sheets: tuple[str, ...]
    ignored_columns: tuple[str, ...]
    undone_dates: tuple[str, ...]  # 3月5日 for a typed 3-5, each with its cell
    unsaid: frozenset[str]  # what the file has no column for: it stays as it is
    taken: "Mapping[str, TakenKind]"  # what each of its windows is taken for, by the window's id
    as_of: int  # the last event of the roster that it was compared with

    @property
    def changes_anything(self) -> bool:
        """False when everything is known already."""
        return bool(self.changes)


class Rosters:
    """What is on the roster, and the intake of a workbook; single steps are `RosterSteps`."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = opened.roster_store

    def sites(self) -> list[Site]:
        """Return the sites that can be visited."""
        return self._store.sites()

    def every_site(self) -> list[Site]:
        """Return every site, those that ended behind the others: for what is over."""
        return self._store.sites(ended=True)

    def site_named(self, name: str) -> Site:
        """Return a site by its name, also one that ended; raises UnknownSiteError."""
        sites = self.every_site()
        for site in sites:
            if site.name == name:
                return site
        from inspector.domain.checklist.nearest_name import nearest

        raise UnknownSiteError(name, nearest(name, [site.name for site in sites]))

    def windows(self, site_id: str) -> list[Window]:
        """Return the windows of a site that can be visited with their people, in roster order."""
        return self._store.windows(site_id)

    def every_window(self, site_id: str) -> list[Window]:
        """Return every window of a site with everyone who ever stood on its roster."""
        return self._store.windows(site_id, ended=True)

    def window_counts(self) -> dict[str, int]:
        """Return how many windows of each site can be visited, by its id; of some there is none."""
        return self._store.window_counts()

    def people_at(self, site_id: str, window_id: str | None) -> tuple[list[Staff], list[Staff]]:
        """Return who may be on duty at a window: its own people, and the others of the site."""
        windows = self.windows(site_id)
        own = [p for window in windows if window.id == window_id for p in window.staff]
        return own, [p for window in windows if window.id != window_id for p in window.staff]

    def departments(self, site_id: str) -> list[Department]:
        """Return every department of a site, also those that ended."""
        return self._store.departments(site_id)

    def events(self, site_id: str) -> list[RosterEvent]:
        """Return what happened to a site and what belongs to it, newest first."""
        return self._store.events(site_id)

    def conflicted(self, site: Site, inspectors: Iterable[str]) -> tuple[str, ...]:
        """Return those of some inspectors who belong to a site, as its roster is now."""
        return conflicted(inspectors, self.windows(site.id))

    def preview(
        self,
        path: Path,
        intake: RosterIntake = RosterIntake.MERGE,
        hear: "Progress | None" = None,
    ) -> RosterPreview:
        """Read a roster workbook and say what taking it in would do; changes nothing.

        With a `hear` a long one is read in a process of its own; it is told how many of how many
        sites are compared, and what it raises stops that as well as the reading. Raises
        FaultyFileError with every problem by sheet and cell, NotAWorkbookError, NotFoundError,
        CannotReadError or, with a `hear`, ProcessEndedError.
        """
        if hear is None:
            from inspector.excel.rosters.roster_workbook import read_roster

            return self._compare(read_roster(path, self._window_kinds()), intake)
        from inspector.workspace.roster.roster_reading import read_roster_heard

        return self._compare(read_roster_heard(path, self._window_kinds(), hear), intake, hear)

    def preview_with(
        self, preview: RosterPreview, intake: RosterIntake, hear: "Progress" = _unheard
    ) -> RosterPreview:
        """Return what the workbook of a preview would do when it is taken in otherwise.

        `hear` is told how many of how many sites are compared; what it raises stops it.
        """
        return self._compare(_sheet_of(preview), intake, hear)

    def preview_as(
        self,
        preview: RosterPreview,
        windows: Collection[tuple[str, str]],
        kind: str,
        hear: "Progress" = _unheard,
    ) -> RosterPreview:
        """Return a preview in which some windows, each by site and number, are of a kind.

        A blank one: what the file says of it is nothing. `hear` as above.
        """
        from inspector.excel.reading.typed_cells import comparable

        meant = {(comparable(site), comparable(number)) for site, number in windows}
        rows = tuple(
            replace(row, kind=kind)
            if (comparable(row.site), comparable(row.window)) in meant
            else row
            for row in preview.rows
        )
        said = preview.unsaid - {"kind"}
        sheet = _sheet_of(preview._replace(rows=rows, unsaid=said))
        return self._compare(sheet, preview.intake, hear)

    def take_in(self, preview: RosterPreview, hear: "Progress" = _unheard) -> tuple[int, Changes]:
        """Keep the roster that a preview showed, all of it in one transaction.

        Return the number of the step, which `RosterSteps.undo` takes back. `hear` is told how many
        of how many changes are made; what it raises leaves nothing changed.
        """
        from inspector.workspace.roster.roster_steps import BETWEEN_WORDS

        with self._opened.database.transaction():
            now = preview
            if self._store.last_event() != preview.as_of:
                # Compared again: another program may have taken in the same sites since.
                now = self._compare(_sheet_of(preview), preview.intake)
            batch, at = self._store.new_batch(), self._opened.now()
            for done, each in enumerate(now.changes):
                if done % BETWEEN_WORDS == 0:
                    hear(done, len(now.changes))
                facts = facts_of(each.after, each.window.id if each.window else "")
                self._store.change(batch, at, each.subject, each.after.id, each.site.id, facts)
            self._store.put_in_order(now.windows)
        return batch, Changes(roster=True)

    def write_template(self, path: Path) -> None:
        """Write an empty roster workbook to be filled in."""
        from inspector.excel.rosters.roster_workbook import write_roster_template

        write_roster_template(path, self._window_kinds())

    def write_roster(self, path: Path) -> None:
        """Write the roster as it is into the workbook that one is filled in with.

        Changed and taken in again as the only one that counts, it is the roster.
        """
        from inspector.excel.rosters.roster_workbook import write_roster_template

        rows = [
            row
            for site in self.sites()
            for window in self.windows(site.id)
            for row in _rows_of(site, window)
        ]
        write_roster_template(path, self._window_kinds(), rows)

    def _window_kinds(self) -> "list[WindowKind]":
        from inspector.workspace.packs.packs import Packs

        return self._opened.of(Packs).window_kinds()

    def _compare(
        self, sheet: "RosterSheet", intake: RosterIntake, hear: "Progress" = _unheard
    ) -> RosterPreview:
        from inspector.excel.reading.typed_cells import comparable
        from inspector.workspace.roster.roster_comparing import RosterComparing

        opened, as_of = self._opened, self._store.last_event()
        comparing = RosterComparing(
            self.every_site(), self.every_window, comparable, opened.new_id, opened.now().date()
        )
        found = comparing.compare(sheet.rows, intake, sheet.unsaid, hear)
        added = {(each.subject, each.after.id) for each in found.changes if each.before is None}
        touched = {each.window.id for each in found.changes if each.window is not None}
        new = sum((RosterSubject.WINDOW, window.id) in added for window in found.windows)
        known = [w for w in found.windows if (RosterSubject.WINDOW, w.id) not in added]
        return RosterPreview(
            rows=sheet.rows,
            intake=intake,
            sites=found.sites,
            windows=found.windows,
            changes=found.changes,
            new_sites=sum((RosterSubject.SITE, site.id) in added for site in found.sites),
            new_windows=new,
            changed_windows=sum(window.id in touched for window in known),
            unchanged_windows=sum(window.id not in touched for window in known),
            kept=found.kept,
            other_sites=found.other_sites,
            ignored_sheets=sheet.ignored_sheets,
            ignored_columns=sheet.ignored_columns,
            undone_dates=sheet.undone_dates,
            unsaid=sheet.unsaid,
            taken=self._taken(found.sites, found.windows),
            as_of=as_of,
        )

    def _taken(self, sites: Iterable[Site], windows: Iterable[Window]) -> "dict[str, TakenKind]":
        from inspector.workspace.packs.packs import Packs

        packs = self._opened.of(Packs)
        own: dict[str, list[Window]] = {}
        for window in windows:
            own.setdefault(window.site_id, []).append(window)
        taken: dict[str, TakenKind] = {}
        for site in sites:
            taken |= packs.taken_kinds(site, own.get(site.id, ()))
        return taken


def _rows_of(site: Site, window: Window) -> Iterable[RosterRow]:
    """Yield a row for everyone at a window, or one where nobody is."""
    row = RosterRow(
        site.name, window.number, window.kind, department=window.department, leader=window.leader
    )
    if not window.staff:
        yield row
    for each in window.staff:
        yield replace(row, staff_number=each.number, staff_name=each.name, team=each.team)


def _sheet_of(preview: RosterPreview) -> "RosterSheet":
    """Return what was read, to be compared with the roster as it is now."""
    from inspector.excel.rosters.roster_workbook import RosterSheet

    return RosterSheet(
        preview.rows,
        preview.ignored_sheets,
        preview.ignored_columns,
        preview.undone_dates,
        preview.unsaid,
    )
