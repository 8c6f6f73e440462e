"""Sites, windows and staff: taking in a roster workbook, and finding a site."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import UnknownSiteError
from inspector.domain.visit.conflict_of_interest import conflicted
from inspector.domain.visit.roster import RosterRow, Site, Staff, Window
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import WindowKind


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What taking in a roster would do; `kept` windows are known but not in the file."""

    rows: tuple[RosterRow, ...]
    sites: tuple[Site, ...]
    windows: tuple[Window, ...]
    new_sites: int
    new_windows: int
    changed_windows: int
    unchanged_windows: int
    kept: tuple[str, ...]
    ignored_sheets: tuple[str, ...]
    ignored_columns: tuple[str, ...]

    @property
    def changes_anything(self) -> bool:
        """False when everything is known already."""
        return bool(self.new_sites or self.new_windows or self.changed_windows)


class Rosters:
    """The operations on the roster."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = opened.roster_store

    def sites(self) -> list[Site]:
        """Return every site."""
        return self._store.sites()

    def site_named(self, name: str) -> Site:
        """Return a site by its name; raises UnknownSiteError."""
        for site in self.sites():
            if site.name == name:
                return site
        from inspector.domain.checklist.nearest_name import nearest

        raise UnknownSiteError(name, nearest(name, [site.name for site in self.sites()]))

    def windows(self, site_id: str) -> list[Window]:
        """Return a site's windows with their people, in roster order."""
        return self._store.windows(site_id)

    def conflicted(self, site: Site, inspectors: Iterable[str]) -> tuple[str, ...]:
        """Return those of some inspectors who belong to a site, as its roster is now."""
        return conflicted(inspectors, self.windows(site.id))

    def preview(self, path: Path) -> RosterPreview:
        """Read a roster workbook and say what taking it in would do; changes nothing.

        Raises FaultyFileError with every problem by sheet and cell, NotAWorkbookError,
        NotFoundError or CannotReadError.
        """
        from inspector.excel.rosters.roster_workbook import read_roster

        sheet = read_roster(path, self._window_kinds())
        return self._compare(sheet.rows, sheet.ignored_sheets, sheet.ignored_columns)

    def take_in(self, preview: RosterPreview) -> Changes:
        """Keep the roster that a preview showed, all of it in one transaction."""
        with self._opened.database.transaction():
            # Compared again: another program may have taken in the same sites since.
            now = self._compare(preview.rows, (), ())
            self._store.put(now.sites, now.windows)
        return Changes(roster=True)

    def write_template(self, path: Path) -> None:
        """Write an empty roster workbook to be filled in."""
        from inspector.excel.rosters.roster_workbook import write_roster_template

        write_roster_template(path, self._window_kinds())

    def _window_kinds(self) -> "list[WindowKind]":
        from inspector.workspace.packs.packs import Packs

        return self._opened.of(Packs).window_kinds()

    def _compare(
        self,
        rows: tuple[RosterRow, ...],
        ignored_sheets: tuple[str, ...],
        ignored_columns: tuple[str, ...],
    ) -> RosterPreview:
        from inspector.excel.reading.typed_cells import comparable

        known_sites = {comparable(site.name): site for site in self.sites()}
        sites: dict[str, Site] = {}
        before: dict[str, dict[str, Window]] = {}  # by site name and comparable number
        after: dict[tuple[str, str], Window] = {}
        for row in rows:
            if row.site not in sites:
                known_site = known_sites.get(comparable(row.site))
                site = known_site or Site(self._opened.new_id(), row.site)
                sites[row.site] = site
                before[row.site] = {comparable(w.number): w for w in self.windows(site.id)}
            number = comparable(row.window)
            known = before[row.site].get(number)
            current = after.get((row.site, number)) or replace(
                known or Window(self._opened.new_id(), sites[row.site].id, row.window, row.kind),
                kind=row.kind,
                department=row.department,
                leader=row.leader,
            )
            after[row.site, number] = replace(current, staff=self._with_staff(current.staff, row))
        known_windows = [
            (before[site].get(number), window) for (site, number), window in after.items()
        ]
        return RosterPreview(
            rows=rows,
            sites=tuple(sites.values()),
            windows=tuple(after.values()),
            new_sites=sum(comparable(name) not in known_sites for name in sites),
            new_windows=sum(known is None for known, _ in known_windows),
            changed_windows=sum(
                known is not None and known != window for known, window in known_windows
            ),
            unchanged_windows=sum(known == window for known, window in known_windows),
            kept=tuple(
                f"{sites[site].name} {window.number}"
                for site, windows in before.items()
                for number, window in windows.items()
                if (site, number) not in after
            ),
            ignored_sheets=ignored_sheets,
            ignored_columns=ignored_columns,
        )

    def _with_staff(self, staff: tuple[Staff, ...], row: RosterRow) -> tuple[Staff, ...]:
        """Add the person of a row, or bring the one with the same number up to date."""
        if not (row.staff_number or row.staff_name):
            return staff
        for index, person in enumerate(staff):
            same = (
                person.number == row.staff_number
                if row.staff_number
                else not person.number and person.name == row.staff_name
            )
            if same:
                changed = replace(person, name=row.staff_name or person.name, team=row.team)
                return (*staff[:index], changed, *staff[index + 1 :])
        new = Staff(self._opened.new_id(), row.staff_number, row.staff_name, row.team)
        return (*staff, new)
