"""Taking in what another laptop says of sites, windows, people and inspectors.

What is the same here goes on under its own id, what is new is added under the one it came with.
What both changed stays as it is here, and both are kept for a person to choose.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from inspector.domain.sharing.joined_facts import Facts
from inspector.domain.sharing.receipt import MOST_DIFFERING
from inspector.domain.sharing.roster_meeting import (
    DAYS,
    FACTS,
    Answers,
    Meeting,
    Placed,
    Question,
    title_of,
)
from inspector.domain.sharing.travelling import Travelling, Value
from inspector.domain.visit.roster_event import RosterSubject
from inspector.storage.database.database import Database
from inspector.storage.registers.inspector_store import InspectorStore
from inspector.storage.sharing.aliases import Aliases
from inspector.storage.sharing.arriving.differences import Differences, was_heard
from inspector.storage.sharing.arriving.roster_meetings import RosterMeetings
from inspector.storage.stores.roster_store import RosterStore

_BELONGS = {
    Placed.DEPARTMENT: "site_id", Placed.WINDOW: "site_id", Placed.STAFF: "window_id",
}  # fmt: skip


_Differ: TypeAlias = dict[str, tuple[str | None, str | None]]
"""What is said here and there of facts, by their names."""


class RosterLooking:
    """Finds out what would be taken in of a roster, and writes nothing."""

    def __init__(self, database: Database, aliases: Aliases, answers: Answers) -> None:
        self._database = database
        self._aliases = aliases
        self._meetings = RosterMeetings(database, aliases, answers)
        self._roster = RosterStore(database)
        self._laptop = ""  # that said what is looked at
        self.added = 0
        self.changed = 0
        self.differing = 0
        self.unlike: list[tuple[str, str]] = []
        """What differs, as it is called here and there; MOST_DIFFERING of it."""
        self.open: list[Question] = []
        """What a person still has to say; nothing of these is taken in."""

    def take(self, came: Travelling) -> list[Meeting]:
        """Take in what is said of a site, or of an inspector; return what has its place here."""
        self._laptop, site_id = came.laptop, ""
        placed: list[Meeting] = []
        for met in self._meetings.of(came):
            if met.kind is Placed.SITE:
                site_id = met.own_id
            if met.question is not None:
                self.open.append(met.question)
            else:
                self._meet(met, site_id)
                placed.append(met)
        return placed

    def _meet(self, met: Meeting, site_id: str) -> None:
        """Take in what is free here; what both changed, or is not free, stands beside."""
        after = dict(met.theirs)
        differ: _Differ = {}
        if met.joined is not None:
            after = dict(met.joined.taken)
            differ = {
                name: (met.joined.mine[name], value) for name, value in met.joined.theirs.items()
            }
        if after and not self._is_free(met, after):
            mine = {} if met.joined is None else self._mine(met)
            differ |= {name: (mine.get(name), value) for name, value in after.items()}
            after = {}
        if after:
            self.added += met.joined is None
            self.changed += met.joined is not None
            self._write(met, site_id, self._placed(met, after))
        if met.joined is not None or after:
            # A name that was left out this time may have been told before.
            before = self._aliases.told(met.kind, met.foreign_id, self._laptop) or {}
            self._know(met, {**before, **met.theirs})
            self._keep_answers(met)
        if differ and met.joined is not None:
            self._beside(met, site_id, differ)

    def _beside(self, met: Meeting, site_id: str, differ: _Differ) -> None:
        mine, theirs = ({name: both[which] for name, both in differ.items()} for which in (0, 1))
        self.differing += self._keep_beside(met, mine, theirs)
        if len(self.unlike) < MOST_DIFFERING:
            within = self._within(met, site_id)
            self.unlike.append(
                (
                    title_of(met.kind, {**met.theirs, **mine}, within),
                    title_of(met.kind, met.theirs, within),
                )
            )

    # What is written, where somebody writes

    def _write(self, met: Meeting, site_id: str, facts: dict[str, str | None]) -> None:
        """Know for the rest of what comes that something has these facts."""
        self._meetings.heed(met, facts)

    def _know(self, met: Meeting, told: Facts) -> None:
        self._aliases.heed(met.kind, met.foreign_id, met.own_id, self._laptop, told)

    def heed(self, choice: Mapping[str, Value]) -> None:
        """Know what somebody said elsewhere of names that are nearly the same."""
        self._meetings.choices.heed(choice)

    def _keep_answers(self, met: Meeting) -> None:
        """Nothing is kept while one only looks."""

    def _keep_beside(self, met: Meeting, mine: Facts, theirs: Facts) -> bool:
        """Tell whether it is heard for the first time."""
        return not was_heard(self._database, met.kind.value, met.own_id, self._laptop, theirs)

    # What is here

    def _within(self, met: Meeting, site_id: str) -> str:
        """Return the name of the site that something belongs to; '' of a site itself."""
        facts = self._roster.facts(RosterSubject.SITE, site_id) if met.kind in _BELONGS else None
        return str(facts["name"]) if facts else ""

    def _mine(self, met: Meeting) -> dict[str, str | None]:
        row = self._database.row(f'SELECT * FROM "{met.kind.value}" WHERE id = ?', (met.own_id,))
        return {} if row is None else dict(row)

    def _is_free(self, met: Meeting, after: dict[str, str | None]) -> bool:
        """Tell whether nothing else here has the number or name that something would get."""
        facts = self._placed(met, after)
        if self._meetings.is_heeded(met, facts):
            return False
        if met.kind is Placed.INSPECTOR:
            own = self._mine(met) | facts
            row = self._database.row(
                "SELECT 1 FROM inspector WHERE name = ? AND unit = ? AND id <> ?",
                (own["name"], own["unit"], met.own_id),
            )
            return row is None
        return self._roster.is_free(RosterSubject(met.kind.value), met.own_id, facts)

    def _placed(self, met: Meeting, after: dict[str, str | None]) -> dict[str, str | None]:
        if met.joined is not None:
            return after
        blank = {
            name: "" for name in FACTS[met.kind] if after.get(name) is None and name not in DAYS
        }
        column = _BELONGS.get(met.kind)
        where = {column: met.belongs_to} if column else {}
        own = {"phone": ""} if met.kind is Placed.INSPECTOR else {}
        return {**where, **after, **blank, **own}


class RosterTaking(RosterLooking):
    """Writes inside a transaction; one step of the roster's history for one bundle."""

    def __init__(
        self,
        database: Database,
        aliases: Aliases,
        answers: Answers,
        now: datetime,
        author: str,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(database, aliases, answers)
        self._now = now
        self._author = author
        self._new_id = new_id
        self._differences = Differences(database, now.isoformat(), new_id)
        self._inspectors = InspectorStore(database)
        self._batch = 0
        self._inspector_batch = 0

    def _write(self, met: Meeting, site_id: str, facts: dict[str, str | None]) -> None:
        if met.kind is Placed.INSPECTOR:
            self._inspector_batch = self._inspector_batch or self._inspectors.new_batch()
            self._inspectors.change(
                self._inspector_batch, self._now, met.own_id, facts, self._new_id
            )
            return
        self._batch = self._batch or self._roster.new_batch()
        self._roster.change(
            self._batch, self._now, RosterSubject(met.kind.value), met.own_id, site_id, facts
        )

    def _know(self, met: Meeting, told: Facts) -> None:
        self._aliases.put(
            met.kind, met.foreign_id, met.own_id, self._laptop, told, self._now.isoformat(),
            self._author,
        )  # fmt: skip

    def _keep_answers(self, met: Meeting) -> None:
        for own_id, is_same in met.answered:
            self._meetings.choices.put(
                met.kind, met.foreign_id, own_id, is_same, self._now, self._author, self._new_id
            )

    def _keep_beside(self, met: Meeting, mine: Facts, theirs: Facts) -> bool:
        return self._differences.keep(met.kind.value, met.own_id, self._laptop, mine, theirs)
