"""需选择: what laptops say differently, one by one; a person chooses, and the choice travels.

Steps that were taken side by side are settled by a step of the finding or complaint itself; what
stands on the roster, by a choice of its own. Both are entered in the journal and go with the next
bundle, so that whoever gets it has nothing left to choose.
"""

from collections.abc import Mapping

from inspector.domain.sharing.conflict import Conflict, ConflictKind, Said, Side
from inspector.domain.sharing.side_by_side import Beside
from inspector.storage.sharing.conflict_store import ConflictStore, Difference, SetAside
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.complaints.complaints import Complaints
from inspector.workspace.finding_state_words import story
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.sharing.conflict_words import (
    all_steps,
    aside_sentence,
    aside_title,
    complaint_title,
    fact_word,
    fact_words,
    finding_title,
    only_steps_of,
    ways_of_difference,
)
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.stories.complaint_words import complaint_story
from inspector.workspace.stories.story_line import StoryLine

_LIVES = {ConflictKind.FINDING: Lives.FINDINGS, ConflictKind.COMPLAINT: Lives.COMPLAINTS}

MINE, THEIRS = 0, 1
"""The places of the ways to settle what stands on the roster."""


class Conflicts:
    """Operations on what waits for a person to choose."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = ConflictStore(opened.database)
        self._origins = EventOrigins(opened.database)
        self._findings = opened.of(Findings)
        self._complaints = opened.of(Complaints)

    def count(self) -> int:
        """Return how many wait; costs nothing where none do."""
        return self._origins.unsettled_count() + self._store.count()

    def waiting(self, most: int | None = None) -> list[Conflict]:
        """Return what waits, the oldest of each kind first; of each kind `most` things at most."""
        names = self._names()
        found = [
            self._of_finding(key, beside, names)
            for key in self._origins.unsettled(Lives.FINDINGS)[:most]
            for beside in self._origins.beside(Lives.FINDINGS, key)
        ]
        found += [
            self._of_complaint(key, beside, names)
            for key in self._origins.unsettled(Lives.COMPLAINTS)[:most]
            for beside in self._origins.beside(Lives.COMPLAINTS, key)
        ]
        found += [self._of_difference(each, names) for each in self._store.differences()[:most]]
        found += [self._of_aside(each, names) for each in self._store.set_aside()[:most]]
        return sorted(found, key=lambda each: (each.since, each.kind, each.id))

    def settle(self, conflict: Conflict, way: int, *, by: str = "") -> Changes:
        """Settle one in one of its ways, by its place; the choice is kept and travels."""
        match conflict.kind:
            case ConflictKind.FINDING | ConflictKind.COMPLAINT:
                return self._settle_steps(conflict, way, by)
            case ConflictKind.SEALED:
                return self._note(conflict, by)
        return self._choose(conflict, way, by)

    # Steps side by side

    def _of_finding(self, key: str, beside: Beside, names: Mapping[str, str]) -> Conflict:
        entries = self._findings.history(key)
        lines = dict(zip((e.event.id for e in entries), story(entries), strict=True))
        return self._of_steps(
            ConflictKind.FINDING, key, finding_title(self._findings.get(key)), beside, lines, names
        )

    def _of_complaint(self, key: str, beside: Beside, names: Mapping[str, str]) -> Conflict:
        entries = self._complaints.history(key)
        lines = dict(zip((e.event.id for e in entries), complaint_story(entries), strict=True))
        title = complaint_title(self._complaints.get(key))
        return self._of_steps(ConflictKind.COMPLAINT, key, title, beside, lines, names)

    def _of_steps(
        self,
        kind: ConflictKind,
        key: str,
        title: str,
        beside: Beside,
        lines: Mapping[str, StoryLine],
        names: Mapping[str, str],
    ) -> Conflict:
        own: dict[str, list[Said]] = {}
        for step in beside.steps:
            line = lines[step.id]
            said = Said(line.title, line.text, step.at, line.origin)
            own.setdefault(step.laptop, []).append(said)
        sides = tuple(Side(each, _named(each, names), tuple(own[each])) for each in sorted(own))
        takers = self._takers(kind, key, beside)
        ways = [only_steps_of(_named(each, names)) for each in _laptops(takers)]
        return Conflict(kind, key, title, beside.since, sides, (*ways, all_steps()))

    def _takers(self, kind: ConflictKind, key: str, beside: Beside) -> dict[str, str]:
        """Return the laptop of each step that is to be settled, by its id."""
        ((_, steps),) = self._origins.steps(_LIVES[kind], [key])
        known = {step.id: step.laptop for step in steps}
        return {each: known[each] for each in beside.ids if each in known}

    def _settle_steps(self, conflict: Conflict, way: int, by: str) -> Changes:
        with self._opened.database.transaction():
            for beside in self._origins.beside(_LIVES[conflict.kind], conflict.id):
                if beside.since != conflict.since:
                    continue
                takers = self._takers(conflict.kind, conflict.id, beside)
                laptops = _laptops(takers)
                kept = [
                    step
                    for step, laptop in takers.items()
                    if way >= len(laptops) or laptop == laptops[way]
                ]
                left_out = [step for step in takers if step not in kept]
                if conflict.kind is ConflictKind.FINDING:
                    return self._findings.settle(conflict.id, kept, left_out, by=by)
                return self._complaints.settle(conflict.id, kept, left_out, by=by)
        return Changes()

    # The roster, and days off

    def _of_difference(self, found: Difference, names: Mapping[str, str]) -> Conflict:
        sides = tuple(
            Side(
                laptop,
                _named(laptop, names),
                tuple(
                    Said(fact_word(name), fact_words(name, value)) for name, value in said.items()
                ),
            )
            for laptop, said in (("", found.mine), (found.laptop, found.theirs))
        )
        title = self._store.title(found.kind, found.own_id)
        ways = ways_of_difference(sides[THEIRS].name)
        return Conflict(found.kind, found.id, title, found.at, sides, ways)

    def _choose(self, conflict: Conflict, way: int, by: str) -> Changes:
        with self._opened.database.transaction():
            for each in self._store.differences():
                if each.id == conflict.id:
                    kept = each.theirs if way == THEIRS else each.mine
                    self._store.choose(
                        each.kind, each.own_id, kept, self._opened.now(), by.strip(),
                        self._opened.new_id,
                    )  # fmt: skip
        return Changes(roster=True, inspectors=True, holidays=True, laptops=True)

    # What was set aside

    def _of_aside(self, found: SetAside, names: Mapping[str, str]) -> Conflict:
        theirs = _named(found.laptop, names)
        sides = (
            Side("", names[""], (Said(tr("Here"), aside_sentence(is_mine=True)),)),
            Side(found.laptop, theirs, (Said(tr("Set aside"), aside_sentence(is_mine=False)),)),
        )
        title = aside_title(found.kind, found.title)
        ways = (tr("Noted: what is here stays"),)
        return Conflict(ConflictKind.SEALED, found.id, title, found.at, sides, ways)

    def _note(self, conflict: Conflict, by: str) -> Changes:
        with self._opened.database.transaction():
            for each in self._store.set_aside():
                if each.id == conflict.id:
                    self._store.choose(
                        ConflictKind.SEALED, each.subject, {}, self._opened.now(), by.strip(),
                        self._opened.new_id,
                    )  # fmt: skip
        return Changes(laptops=True)

    def _names(self) -> dict[str, str]:
        """Return what laptops are called, by their id; '' is this one."""
        known = self._opened.of(Contacts).names()
        return {key: each.name or each.code for key, each in known.items()} | {
            "": tr("This laptop")
        }


def _laptops(takers: Mapping[str, str]) -> list[str]:
    """Return who took steps, each once: this laptop, whose id is '', first."""
    return sorted(set(takers.values()))


def _named(laptop: str, names: Mapping[str, str]) -> str:
    return names.get(laptop) or laptop[:_SHORT]


_SHORT = 4
"""Characters of an id that stand for a laptop nobody told the name of."""
