"""Inspectors as they are, what a visit needs of them, and taking in a workbook of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.domain.people.inspector import Inspector
from inspector.domain.people.inspector_event import InspectorEvent, inspector_facts
from inspector.domain.people.party import PartyMember, groups_of, party_of
from inspector.domain.visit.conflict_of_interest import comes_from
from inspector.domain.visit.roster import Site
from inspector.storage.registers.inspector_store import InspectorStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters

if TYPE_CHECKING:
    from inspector.excel.rosters.inspector_workbook import InspectorSheet


class InspectorChange(NamedTuple):
    """One inspector who would be otherwise; None: not on the roster yet."""

    before: Inspector | None
    after: Inspector


class InspectorPreview(NamedTuple):
    """What taking in a workbook would do; `kept` are in use and not in the file."""

    sheet: "InspectorSheet"
    changes: tuple[InspectorChange, ...]
    kept: tuple[str, ...]

    @property
    def changes_anything(self) -> bool:
        """False when everything is known already."""
        return bool(self.changes)


class Inspectors:
    """Reading the roster of inspectors; single steps are `InspectorSteps`."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = InspectorStore(opened.database)

    def all(self) -> tuple[Inspector, ...]:
        """Return every inspector, as they can be reached today; whoever ended behind the others."""
        return tuple(self._store.all(self._opened.now().date()))

    def in_use(self) -> tuple[Inspector, ...]:
        """Return those who inspect."""
        return tuple(each for each in self.all() if not each.ended)

    def groups(self) -> dict[str, tuple[Inspector, ...]]:
        """Return who can be sent today by their groups, the head of each first."""
        return groups_of(self.all())

    def events(self) -> list[InspectorEvent]:
        """Return what happened to the roster, newest first."""
        return self._store.events()

    def party(self, names: Iterable[str]) -> tuple[PartyMember, ...]:
        """Return who of those named is what on a visit; empty where none is on the roster."""
        return party_of(names, self.all())

    def unknown(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of some names that are not on the roster, not even as ended."""
        known = {each.name for each in self.all()}
        return tuple(dict.fromkeys(name for name in names if name.strip() and name not in known))

    def conflicts(self, names: Iterable[str], site: Site) -> tuple[str, ...]:
        """Return those of some names who belong to a site, by its roster or by their unit."""
        named = tuple(names)
        own = {each.name for each in self.all() if comes_from(each, site)}
        own.update(self._opened.of(Rosters).conflicted(site, named))
        return tuple(name for name in named if name in own or name.strip() in own)

    # The workbook

    def preview(self, path: Path) -> InspectorPreview:
        """Read a workbook of inspectors and say what taking it in would do; changes nothing.

        Whoever is not in it stays (合并), and what it has no column for stays as it is. Raises
        FaultyFileError with every problem by sheet and cell, NotAWorkbookError, NotFoundError or
        CannotReadError.
        """
        from inspector.excel.rosters.inspector_workbook import read_inspectors

        return self._compare(read_inspectors(path, self._opened.now().date()))

    def take_in(self, preview: InspectorPreview) -> tuple[int, Changes]:
        """Keep what a preview showed in one transaction; return the number of the step."""
        with self._opened.database.transaction():
            now = self._compare(preview.sheet)  # another program may have written since
            batch, at = self._store.new_batch(), self._opened.now()
            for change in now.changes:
                facts = inspector_facts(change.after)
                self._store.change(batch, at, change.after.id, facts, self._opened.new_id)
        return batch, Changes(inspectors=True)

    def write_template(self, path: Path) -> None:
        """Write an empty workbook to fill inspectors in."""
        from inspector.excel.rosters.inspector_template import write_inspector_template

        write_inspector_template(path)

    def write_roster(self, path: Path) -> None:
        """Write whoever inspects into the workbook that is filled in, to be taken in again."""
        from inspector.excel.rosters.inspector_template import write_inspector_template

        write_inspector_template(path, self.in_use())

    def _compare(self, sheet: "InspectorSheet") -> InspectorPreview:
        from inspector.excel.reading.typed_cells import comparable
        from inspector.workspace.inspectors.inspector_comparing import compared

        return compared(sheet, self.all(), comparable, self._opened.new_id)


def in_groups(inspectors: Sequence[Inspector]) -> list[Inspector]:
    """Return inspectors with those of a group together, its head first, groups as they appear."""
    places = {group: at for at, group in reversed(list(enumerate(i.group for i in inspectors)))}
    return sorted(
        inspectors,
        key=lambda each: (each.ended, not each.group, places[each.group], each.role.value),
    )
