"""What a roster workbook would change of the roster as it is: added, renamed, ended, brought back.

Changes nothing itself; knows neither files nor SQL.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inspector.domain.visit.roster import RosterRow, Site, Staff, Window
from inspector.domain.visit.roster_event import (
    RosterEventKind,
    RosterIntake,
    RosterSubject,
    facts_of,
    kind_of,
)


@dataclass(frozen=True, slots=True)
class RosterChange:
    """One site, window or person that would be otherwise; `window` is where a person stands."""

    subject: RosterSubject
    site: Site
    before: Site | Window | Staff | None
    after: Site | Window | Staff
    window: Window | None = None
    other_place: str = ""
    """The site and window that a person comes from, or goes to."""

    @property
    def kind(self) -> RosterEventKind:
        """What it comes to."""
        if self.other_place:
            return RosterEventKind.MOVED
        return kind_of(facts_of(self.before) if self.before else None, facts_of(self.after))


@dataclass(frozen=True, slots=True)
class RosterComparison:
    """The sites and windows of a workbook as they would be, and what that changes."""

    sites: tuple[Site, ...]
    windows: tuple[Window, ...]  # that the workbook names, in its order
    changes: tuple[RosterChange, ...]
    kept: tuple[str, ...]  # known windows that are not in the file, and stay
    other_sites: tuple[str, ...]  # in use, and not in the file


class RosterComparing:
    """Compares rows with what is known; `known` are all sites, also those that ended."""

    def __init__(
        self,
        known: Iterable[Site],
        windows_of: Callable[[str], Sequence[Window]],
        alike: Callable[[str], str],
        new_id: Callable[[], str],
        today: date,
    ) -> None:
        """`windows_of` returns all windows of a site; `alike` what two spellings have in common."""
        self._known = {alike(site.name): site for site in known}
        self._windows_of, self._alike, self._new_id = windows_of, alike, new_id
        self._today = today
        self._unsaid: Collection[str] = ()

    def compare(
        self,
        rows: Sequence[RosterRow],
        intake: RosterIntake,
        unsaid: Collection[str] = (),
        hear: Callable[[int, int], object] = lambda done, total: None,
    ) -> RosterComparison:
        """Return what taking in the rows would change.

        What is `unsaid` by the file, having no column in it, stays as it is known. `hear` is told
        how many of how many sites are compared; what it raises ends it.
        """
        self._unsaid = unsaid
        sites: list[Site] = []
        windows: list[Window] = []
        changes: list[RosterChange] = []
        kept: list[str] = []
        by_name = _by(rows, lambda row: self._alike(row.site))
        for done, (name, own) in enumerate(by_name.items()):
            hear(done, len(by_name))
            known = self._known.get(name)
            site = replace(known, ended_on=None) if known else Site(self._new_id(), own[0].site)
            sites.append(site)
            if site != known:
                changes.append(RosterChange(RosterSubject.SITE, site, known, site))
            self._compare_site(site, known is not None, own, intake, windows, changes, kept)
        self._tell_moves(rows, changes)
        named = {site.id for site in sites}
        return RosterComparison(
            tuple(sites),
            tuple(windows),
            tuple(changes),
            tuple(kept),
            tuple(
                site.name
                for site in self._known.values()
                if site.id not in named and site.ended_on is None
            ),
        )

    def _compare_site(
        self,
        site: Site,
        is_known: bool,
        rows: Sequence[RosterRow],
        intake: RosterIntake,
        windows: list[Window],
        changes: list[RosterChange],
        kept: list[str],
    ) -> None:
        before = {
            self._alike(window.number): window
            for window in (self._windows_of(site.id) if is_known else ())
        }
        by_number = _by(rows, lambda row: self._alike(row.window))
        gone = [w for number, w in before.items() if number not in by_number and not w.ended_on]
        renamed = self._renamed(gone, by_number, before) if intake is RosterIntake.REPLACE else {}
        for number, own in by_number.items():
            first = own[0]
            known = before.get(number) or renamed.get(number)
            window = replace(
                known or Window(self._new_id(), site.id, first.window, ""),
                number=first.window
                if number in renamed
                else known.number
                if known
                else first.window,
                **self._said(first, "kind", "department", "leader"),
                ended_on=None,
            )
            window = replace(window, staff=self._staff(known.staff if known else (), own, intake))
            windows.append(window)
            changes += _of_window(site, known, window)
        taken = {window.id for window in renamed.values()}
        for window in gone:
            if window.id in taken:
                continue
            if intake is RosterIntake.MERGE:
                kept.append(f"{site.name} {window.number}")
                continue
            ended = replace(window, ended_on=self._today)
            changes.append(RosterChange(RosterSubject.WINDOW, site, window, ended, ended))

    def _tell_moves(self, rows: Sequence[RosterRow], changes: list[RosterChange]) -> None:
        """Tell who comes from another site, where the same number and name are not listed now."""
        # A number without a name is that of whoever has it there.
        listed = {(self._alike(r.site), r.staff_number, r.staff_name) for r in rows}
        left = {_person(c): at for at, c in enumerate(changes) if _leaves(c)}
        # Whose number another name has in the file stays, under that name.
        changed = {change.before.id for change in changes if isinstance(change.before, Staff)}
        elsewhere: dict[tuple[str, str], tuple[Site, Window, Staff]] | None = None
        for at, come in enumerate(tuple(changes)):
            if not _comes(come):
                continue
            gone = left.get(_person(come))
            if gone is None and all(_person(come)):
                elsewhere = self._everyone() if elsewhere is None else elsewhere
                site, window, person = elsewhere.get(_person(come), (come.site, None, None))
                if person is None or site.id == come.site.id or person.id in changed:
                    continue
                there = (self._alike(site.name), person.number)
                if (*there, person.name) in listed or (*there, "") in listed:
                    continue
                gone = left[_person(come)] = len(changes)
                ended = replace(person, ended_on=self._today)
                changes.append(RosterChange(RosterSubject.STAFF, site, person, ended, window))
            if gone is not None and changes[gone].site.id != come.site.id:
                changes[at] = replace(come, other_place=_place(changes[gone]))
                changes[gone] = replace(changes[gone], other_place=_place(come))

    def _everyone(self) -> dict[tuple[str, str], tuple[Site, Window, Staff]]:
        """Return who is on the roster now, by number and name."""
        return {
            (person.number, person.name): (site, window, person)
            for site in self._known.values()
            for window in self._windows_of(site.id)
            for person in window.staff
            if person.ended_on is None
        }

    def _said(self, row: RosterRow, *names: str) -> dict[str, Any]:
        """Return what a row says of some attributes, each a text; a blank kind says nothing."""
        said = {name: getattr(row, name) for name in names if name not in self._unsaid}
        if not said.get("kind", "-"):
            del said["kind"]
        return said

    def _renamed(
        self,
        gone: Sequence[Window],
        rows: Mapping[str, Sequence[RosterRow]],
        before: Mapping[str, Window],
    ) -> dict[str, Window]:
        """Return the windows that are there no more, by the new number with just their people.

        Only where nothing else could be meant: everyone has a number, and stands nowhere else.
        """

        def people(numbers: Iterable[str]) -> frozenset[str]:
            own = [self._alike(number) for number in numbers]
            return frozenset(own) if own and all(own) else frozenset()

        left: dict[frozenset[str], list[Window]] = {}
        for window in gone:
            own = people(staff.number for staff in window.staff if not staff.ended_on)
            left.setdefault(own, []).append(window)
        come: dict[frozenset[str], list[str]] = {}
        for number, lines in rows.items():
            if number not in before:
                come.setdefault(people(row.staff_number for row in lines), []).append(number)
        return {
            numbers[0]: left[own][0]
            for own, numbers in come.items()
            if own and len(numbers) == 1 and len(left.get(own, ())) == 1
        }

    def _staff(
        self, known: Sequence[Staff], rows: Sequence[RosterRow], intake: RosterIntake
    ) -> tuple[Staff, ...]:
        """Return the people of a window as they would be, those of the workbook first."""
        left = list(known)
        found: list[Staff] = []
        for row in rows:
            if not (row.staff_number or row.staff_name):
                continue
            person = _same(left, row)
            if person is not None:
                left.remove(person)
            person = person or Staff(self._new_id(), row.staff_number)
            name = row.staff_name or person.name
            found.append(replace(person, name=name, ended_on=None, **self._said(row, "team")))
        if intake is RosterIntake.REPLACE:
            left = [replace(p, ended_on=p.ended_on or self._today) for p in left]
        in_order = {person.id: person for person in (*found, *left)}
        if intake is RosterIntake.MERGE:  # the known ones keep their places
            before = [in_order[person.id] for person in known]
            return (*before, *(p for p in found if p.id not in {k.id for k in known}))
        return tuple(in_order.values())


def _comes(change: RosterChange) -> bool:
    """Tell whether a person is there who was not."""
    return (
        isinstance(change.after, Staff)
        and change.after.ended_on is None
        and bool(change.after.number)
        and (change.before is None or change.before.ended_on is not None)
    )


def _leaves(change: RosterChange) -> bool:
    return change.subject is RosterSubject.STAFF and change.kind is RosterEventKind.ENDED


def _person(change: RosterChange) -> tuple[str, str]:
    assert isinstance(change.after, Staff)
    return change.after.number, change.after.name


def _place(change: RosterChange) -> str:
    return f"{change.site.name} {change.window.number if change.window else ''}".strip()


def _same(people: Sequence[Staff], row: RosterRow) -> Staff | None:
    """Return the person a row is about: by number and name, else by number; who is there first."""
    there = sorted(people, key=lambda person: person.ended_on is not None)
    exact = [p for p in there if (p.number, p.name) == (row.staff_number, row.staff_name)]
    by_number = [p for p in there if row.staff_number and p.number == row.staff_number]
    return next(iter(exact + by_number), None)


def _of_window(site: Site, known: Window | None, after: Window) -> Iterable[RosterChange]:
    if known is None or facts_of(known) != facts_of(after):
        yield RosterChange(RosterSubject.WINDOW, site, known, after, after)
    before = {person.id: person for person in known.staff} if known else {}
    for person in after.staff:
        if before.get(person.id) != person:
            yield RosterChange(RosterSubject.STAFF, site, before.get(person.id), person, after)


def _by(rows: Iterable[RosterRow], key: Callable[[RosterRow], str]) -> dict[str, list[RosterRow]]:
    found: dict[str, list[RosterRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found
