"""Every single step that changes the roster; each can be taken back, and nothing is deleted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import Department, Site, Staff, Window
from inspector.domain.visit.roster_event import Facts, RosterSubject, facts_of
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

if TYPE_CHECKING:
    from inspector.storage.files.whole_files import Progress

BETWEEN_WORDS = 50
"""Changes between two words of progress."""


class RosterDone(NamedTuple):
    """What a step was about, its number for `undo`, and what a view has to draw again."""

    id: str
    batch: int
    changes: Changes


P = ParamSpec("P")


def _whole(
    step: "Callable[Concatenate[RosterSteps, P], RosterDone]",
) -> "Callable[Concatenate[RosterSteps, P], RosterDone]":
    """Let what has to hold be asked in the transaction that writes: others may write meanwhile."""

    @wraps(step)
    def in_one(self: "RosterSteps", /, *args: P.args, **kwargs: P.kwargs) -> RosterDone:
        with self._opened.database.transaction():
            return step(self, *args, **kwargs)

    return in_one


class RosterSteps:
    """The steps on sites, windows, staff and departments.

    Whatever is typed comes back in one spelling. All raise RefusedInputError, its places being
    `name`, `number` or `person`, and KeyError for what is not on the roster.
    """

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = opened.roster_store

    # Adding

    @_whole
    def add_site(self, name: str, unit: str = "") -> RosterDone:
        """Add a site; `unit` is the one that it reports to (主管单位)."""
        site = Site(self._opened.new_id(), _tidy(name), unit=_tidy(unit))
        self._require(site.name, "name", ((s.name, s.ended_on) for s in self._sites()))
        return self._change(RosterSubject.SITE, site.id, site.id, facts_of(site))

    @_whole
    def add_window(
        self,
        site_id: str,
        number: str,
        kind: str,
        department: str = "",
        leader: str = "",
        person: tuple[str, str, str] = ("", "", ""),
    ) -> RosterDone:
        """Add a window to a site; `kind` is the id of a window kind, or blank.

        `person` is number, name and team of who is on duty there; all blank: nobody yet.
        """
        window = Window(
            self._opened.new_id(), site_id, _tidy(number), kind, _tidy(department), _tidy(leader)
        )
        self._require_number(window)
        changes = [(RosterSubject.WINDOW, window.id, facts_of(window))]
        staff_number, name, team = map(_tidy, person)
        staff = Staff(self._opened.new_id(), staff_number, name, team)
        if any((staff.number, staff.name, staff.team)):
            self._require(staff.number or staff.name, "person", ())
            changes.append((RosterSubject.STAFF, staff.id, facts_of(staff, window.id)))
        return self._change_all(site_id, changes)

    @_whole
    def add_windows(
        self, site_id: str, numbers: Sequence[str], kind: str, department: str, leader: str
    ) -> RosterDone:
        """Add several windows that have all but the number in common; all of them, or none."""
        changes = []
        taken: list[tuple[str, None]] = []
        for number in numbers:
            window = Window(
                self._opened.new_id(), site_id, _tidy(number), kind, _tidy(department),
                _tidy(leader),
            )  # fmt: skip
            self._require_number(window)
            self._require(window.number, "number", taken)
            taken.append((window.number, None))
            changes.append((RosterSubject.WINDOW, window.id, facts_of(window)))
        return self._change_all(site_id, changes)

    @_whole
    def add_staff(self, window_id: str, number: str, name: str = "", team: str = "") -> RosterDone:
        """Add a person to a window."""
        site_id = self._site_of(window_id)
        staff = Staff(self._opened.new_id(), _tidy(number), _tidy(name), _tidy(team))
        self._require_person(site_id, window_id, staff)
        facts = facts_of(staff, window_id)
        return self._change(RosterSubject.STAFF, staff.id, site_id, facts)

    @_whole
    def add_people(
        self, window_id: str, people: Sequence[tuple[str, str]], team: str = ""
    ) -> RosterDone:
        """Add several people, each a number and a name, to a window; all of them, or none."""
        site_id = self._site_of(window_id)
        changes = []
        taken: list[tuple[str, None]] = []
        for number, name in people:
            staff = Staff(self._opened.new_id(), _tidy(number), _tidy(name), _tidy(team))
            self._require_person(site_id, window_id, staff)
            self._require(staff.number or staff.name, "number", taken)
            taken.append((staff.number or staff.name, None))
            changes.append((RosterSubject.STAFF, staff.id, facts_of(staff, window_id)))
        return self._change_all(site_id, changes)

    @_whole
    def add_department(self, site_id: str, name: str) -> RosterDone:
        """Add a department to a site."""
        department = Department(self._opened.new_id(), site_id, _tidy(name))
        self._require_department(department)
        facts = facts_of(department)
        return self._change(RosterSubject.DEPARTMENT, department.id, site_id, facts)

    # Changing

    @_whole
    def rename_site(self, site_id: str, name: str, unit: str | None = None) -> RosterDone:
        """Give a site another name; old visits keep the one they were made under.

        With a `unit` it reports to that one from now on.
        """
        name = _tidy(name)
        others = ((s.name, s.ended_on) for s in self._sites() if s.id != site_id)
        self._require(name, "name", others)
        above = {} if unit is None else {"unit": _tidy(unit)}
        return self._change(RosterSubject.SITE, site_id, site_id, {"name": name, **above})

    @_whole
    def change_window(
        self, window_id: str, number: str, kind: str, department: str, leader: str
    ) -> RosterDone:
        """Give a window another number, kind, department and leader."""
        site_id = self._site_of(window_id)
        window = Window(window_id, site_id, _tidy(number), kind, _tidy(department), _tidy(leader))
        self._require_number(window)
        facts = {key: value for key, value in facts_of(window).items() if key != "ended_on"}
        return self._change(RosterSubject.WINDOW, window_id, site_id, facts)

    @_whole
    def change_staff(
        self, staff_id: str, number: str, name: str, team: str, window_id: str
    ) -> RosterDone:
        """Give a person another number, name and team, or another window of the site.

        Where the same person stands at other windows of the site, number and name change there,
        too.
        """
        before = self._facts(RosterSubject.STAFF, staff_id)
        site_id = self._site_of(window_id)
        staff = Staff(staff_id, _tidy(number), _tidy(name), _tidy(team))
        self._require_person(site_id, window_id, staff)
        same = [
            (each, window)
            for window in self._store.windows(site_id, ended=True)
            for each in window.staff
            if each.id != staff_id
            and each.ended_on is None
            and (each.number, each.name) == (before["number"], before["name"])
        ]
        moved = {"number": staff.number, "name": staff.name}
        facts = {**moved, "team": staff.team, "window_id": window_id}
        for each, window in same:
            if window.id == window_id:  # the very same person stands there already
                found = each.number or each.name
                raise RefusedInputError([Problem("number", Fault.TAKEN, found)])
            renamed = replace(each, number=staff.number, name=staff.name)
            self._require_person(site_id, window.id, renamed)
        return self._change_all(
            site_id,
            [
                (RosterSubject.STAFF, staff_id, facts),
                *((RosterSubject.STAFF, each.id, moved) for each, _ in same),
            ],
        )

    @_whole
    def move_staff(self, ids: Sequence[str], window_id: str) -> RosterDone:
        """Move people to a window of another site (调动).

        They leave where they are and stand there from now on, under the number, name and team that
        they have; who stood there before is back. What was visited stays as it is.
        """
        today = self._opened.now().date().isoformat()
        site_id = self._site_of(window_id)
        (window,) = (w for w in self._store.windows(site_id, ended=True) if w.id == window_id)
        arrived: list[tuple[RosterSubject, str, str, Facts]] = []
        left: list[tuple[RosterSubject, str, str, Facts]] = []
        for each in ids:
            facts = self._facts(RosterSubject.STAFF, each)
            before = self._site_of(str(facts["window_id"]))
            person = Staff("", str(facts["number"]), str(facts["name"]), str(facts["team"]))
            same = (person.number, person.name)
            known = next((p for p in window.staff if (p.number, p.name) == same), None)
            if known is None or known.ended_on is None:
                self._require_person(site_id, window_id, person)
            there = known.id if known else self._opened.new_id()
            arrived.append((RosterSubject.STAFF, there, site_id, facts_of(person, window_id)))
            left.append((RosterSubject.STAFF, each, before, {"ended_on": today}))
        return self._change_at([*arrived, *left])

    @_whole
    def rename_department(self, department_id: str, name: str) -> RosterDone:
        """Give a department another name, at every window that names it."""
        before = self._facts(RosterSubject.DEPARTMENT, department_id)
        site_id = str(before["site_id"])
        department = Department(department_id, site_id, _tidy(name))
        self._require_department(department)
        return self._change_all(
            site_id,
            [
                (RosterSubject.DEPARTMENT, department_id, {"name": department.name}),
                *self._at_windows(site_id, str(before["name"]), department.name),
            ],
        )

    # Ending and bringing back

    @_whole
    def end(self, subject: RosterSubject, ids: Sequence[str]) -> RosterDone:
        """Let sites, windows, staff or departments leave the lists for new visits, from today.

        Windows name a department that ended no more.
        """
        today = self._opened.now().date().isoformat()
        site_id = self._site_of_subject(subject, ids[0])
        changes: list[tuple[RosterSubject, str, Facts]] = []
        for each in ids:
            changes.append((subject, each, {"ended_on": today}))
            if subject is RosterSubject.DEPARTMENT:
                name = str(self._facts(subject, each)["name"])
                changes += self._at_windows(site_id, name, "")
        return self._change_all(site_id, changes)

    @_whole
    def bring_back(self, subject: RosterSubject, ids: Sequence[str]) -> RosterDone:
        """Let what ended be in use again; a department where the windows name no other since."""
        site_id = self._site_of_subject(subject, ids[0])
        changes: list[tuple[RosterSubject, str, Facts]] = []
        for each in ids:
            changes.append((subject, each, {"ended_on": None}))
            if subject is RosterSubject.DEPARTMENT:
                changes += self._named_before(each)
        return self._change_all(site_id, changes)

    @_whole
    def undo(self, batch: int, hear: "Progress" = lambda done, total: None) -> RosterDone:
        """Take a step back as a step of its own; what it added ends. It can be undone itself.

        `hear` is told how much of it is done; what it raises leaves nothing changed.
        """
        today = self._opened.now().date().isoformat()
        events = self._store.batch(batch, hear)
        if not events:
            raise KeyError(batch)
        database, at = self._opened.database, self._opened.now()
        with database.transaction():
            number = self._store.new_batch()
            # A department first: a window that names one sees that it is there.
            events.sort(key=lambda e: (e.subject is not RosterSubject.DEPARTMENT, -e.sequence))
            for done, event in enumerate(events):
                if done % BETWEEN_WORDS == 0:
                    hear(done, len(events))
                before = {"ended_on": today} if event.before is None else event.before
                if not self._store.is_free(event.subject, event.subject_id, before):
                    name = str(before.get("number") or before.get("name") or "")
                    raise RefusedInputError([Problem("number", Fault.TAKEN, name)])
                self._store.change(
                    number, at, event.subject, event.subject_id, event.site_id, before
                )
        return RosterDone(events[0].subject_id, number, Changes(roster=True))

    # What has to hold

    def _require(
        self, name: str, place: str, others: Iterable[tuple[str, object]], expected: str = ""
    ) -> None:
        if not name:
            raise RefusedInputError([Problem(place, Fault.MISSING, expected=expected or place)])
        from inspector.excel.reading.typed_cells import comparable

        for other, ended in others:
            if comparable(other) == comparable(name):
                fault = Fault.ENDED if ended else Fault.TAKEN
                raise RefusedInputError([Problem(place, fault, other)])

    def _require_number(self, window: Window) -> None:
        own = self._store.windows(window.site_id, ended=True)
        others = ((w.number, w.ended_on) for w in own if w.id != window.id)
        self._require(window.number, "number", others)

    def _require_person(self, site_id: str, window_id: str, staff: Staff) -> None:
        window = next(w for w in self._store.windows(site_id, ended=True) if w.id == window_id)
        others = [each for each in window.staff if each.id != staff.id]
        if staff.number:  # two people of one number are told apart by nobody
            names = [(each.number, each.ended_on) for each in others]
        else:
            names = [(each.name, each.ended_on) for each in others if not each.number]
        self._require(staff.number or staff.name, "number", names)

    def _require_department(self, department: Department) -> None:
        own = self._store.departments(department.site_id)
        others = ((d.name, d.ended_on) for d in own if d.id != department.id)
        self._require(department.name, "name", others)

    # Writing

    def _change(
        self, subject: RosterSubject, subject_id: str, site_id: str, facts: Facts
    ) -> RosterDone:
        return self._change_all(site_id, [(subject, subject_id, facts)])

    def _change_all(
        self, site_id: str, changes: Sequence[tuple[RosterSubject, str, Facts]]
    ) -> RosterDone:
        return self._change_at(
            [
                (subject, each, each if subject is RosterSubject.SITE else site_id, facts)
                for subject, each, facts in changes
            ]
        )

    def _change_at(self, changes: Sequence[tuple[RosterSubject, str, str, Facts]]) -> RosterDone:
        """Change things of several sites in one step; the third of each is the id of its site."""
        at = self._opened.now()
        with self._opened.database.transaction():
            batch = self._store.new_batch()
            for subject, subject_id, site_id, facts in changes:
                self._store.change(batch, at, subject, subject_id, site_id, facts)
        return RosterDone(changes[0][1], batch, Changes(roster=True))

    def _at_windows(
        self, site_id: str, before: str, after: str
    ) -> list[tuple[RosterSubject, str, Facts]]:
        return [
            (RosterSubject.WINDOW, window.id, {"department": after})
            for window in self._store.windows(site_id, ended=True)
            if window.department == before
        ]

    def _named_before(self, department_id: str) -> list[tuple[RosterSubject, str, Facts]]:
        """Return the windows that named a department when it ended, and name none now."""
        batch = self._store.last_end(department_id)
        if batch is None:
            return []
        blank = {"department": ""}
        return [
            (RosterSubject.WINDOW, event.subject_id, event.before)
            for event in self._store.batch(batch)
            if event.subject is RosterSubject.WINDOW
            and event.after == blank
            and event.before is not None
            and self._facts(RosterSubject.WINDOW, event.subject_id)["department"] == ""
            and event.before["department"]
            == self._facts(RosterSubject.DEPARTMENT, department_id)["name"]
        ]

    def _sites(self) -> list[Site]:
        return self._store.sites(ended=True)

    def _facts(self, subject: RosterSubject, subject_id: str) -> Facts:
        facts = self._store.facts(subject, subject_id)
        if facts is None:
            raise KeyError(subject_id)
        return facts

    def _site_of(self, window_id: str) -> str:
        return str(self._facts(RosterSubject.WINDOW, window_id)["site_id"])

    def _site_of_subject(self, subject: RosterSubject, subject_id: str) -> str:
        facts = self._facts(subject, subject_id)
        if subject is RosterSubject.SITE:
            return subject_id
        if subject is RosterSubject.STAFF:
            return self._site_of(str(facts["window_id"]))
        return str(facts["site_id"])


def _tidy(text: str) -> str:
    """Return what was typed in the one spelling that a workbook's cells get, too."""
    from inspector.excel.reading.typed_cells import tidy

    return tidy(text)
