"""需选择: what laptops say differently, one by one; a person chooses, and the choice travels.

Steps that were taken side by side are settled by a step of the finding or complaint itself; what
stands on the roster, by a choice of its own. Both are entered in the journal and go with the next
bundle, so that whoever gets it has nothing left to choose.
"""

from collections.abc import Mapping

from inspector.domain.sharing.conflict import Conflict, ConflictKind, Said, Side, Waiting
from inspector.domain.sharing.side_by_side import Beside
from inspector.storage.stores.steps.event_origins import Lives
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.complaints.complaints import Complaints
from inspector.workspace.finding_state_words import story
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.packs.packs import Packs
from inspector.workspace.sharing.conflict_list import ConflictList, named
from inspector.workspace.sharing.conflict_words import (
    all_steps,
    aside_sentence,
    fact_word,
    fact_words,
    only_steps_of,
    ways_of_difference,
)
from inspector.workspace.stories.complaint_words import complaint_story
from inspector.workspace.stories.story_line import StoryLine

MINE, THEIRS = 0, 1
"""The places of the ways to settle what stands on the roster."""


class Conflicts(ConflictList):
    """Operations on what waits for a person to choose."""

    def __init__(self, opened: OpenedFolder) -> None:
        super().__init__(opened)
        self._findings = opened.of(Findings)
        self._complaints = opened.of(Complaints)

    def look_at(self, waiting: Waiting) -> Conflict | None:
        """Return all that is said of what waits; None where it does not wait any more."""
        match waiting.kind:
            case ConflictKind.FINDING:
                events = self._findings.history(waiting.id)
                lines = dict(zip((e.event.id for e in events), story(events), strict=True))
                return self._of_these(waiting, Lives.FINDINGS, lines)
            case ConflictKind.COMPLAINT:
                happened = self._complaints.history(waiting.id)
                told = complaint_story(happened)
                lines = dict(zip((e.event.id for e in happened), told, strict=True))
                return self._of_these(waiting, Lives.COMPLAINTS, lines)
            case ConflictKind.SEALED:
                return self._of_aside(waiting)
            case ConflictKind.TWICE:
                return self._twice.look_at(waiting, self.names())
        return self._of_difference(waiting)

    def settle(self, waiting: Waiting, way: int, *, by: str = "") -> Changes:
        """Settle one in one of its ways, by its place; the choice is kept and travels."""
        match waiting.kind:
            case ConflictKind.FINDING | ConflictKind.COMPLAINT:
                return self._settle_steps(waiting, way, by)
            case ConflictKind.SEALED:
                return self._note(waiting, by)
            case ConflictKind.TWICE:
                return self._twice.settle(waiting, way, by)
        return self._choose(waiting, way, by)

    # Steps side by side

    def _of_these(
        self, waiting: Waiting, lives: Lives, lines: Mapping[str, StoryLine]
    ) -> Conflict | None:
        beside = self._beside(waiting, lives)
        if beside is None:
            return None
        names = self.names()
        own: dict[str, list[Said]] = {}
        for step in beside.steps:
            line = lines[step.id]
            said = Said(line.title, line.text, step.at, line.origin)
            own.setdefault(step.laptop, []).append(said)
        sides = tuple(Side(each, named(each, names), tuple(own[each])) for each in sorted(own))
        takers = self._takers(lives, waiting.id, beside)
        ways = [only_steps_of(named(each, names)) for each in _laptops(takers)]
        return Conflict(waiting, sides, (*ways, all_steps()))

    def _beside(self, waiting: Waiting, lives: Lives) -> Beside | None:
        waits = self._origins.beside(lives, waiting.id)
        return next((each for each in waits if each.since == waiting.since), None)

    def _takers(self, lives: Lives, key: str, beside: Beside) -> dict[str, str]:
        """Return the laptop of each step that is to be settled, by its id."""
        ((_, steps),) = self._origins.steps(lives, [key])
        known = {step.id: step.laptop for step in steps}
        return {each: known[each] for each in beside.ids if each in known}

    def _settle_steps(self, waiting: Waiting, way: int, by: str) -> Changes:
        is_finding = waiting.kind is ConflictKind.FINDING
        lives = Lives.FINDINGS if is_finding else Lives.COMPLAINTS
        with self._opened.database.transaction():
            beside = self._beside(waiting, lives)
            if beside is None:  # somebody settled it meanwhile
                return Changes()
            takers = self._takers(lives, waiting.id, beside)
            laptops = _laptops(takers)
            kept = [
                step
                for step, laptop in takers.items()
                if way >= len(laptops) or laptop == laptops[way]
            ]
            left_out = [step for step in takers if step not in kept]
            if is_finding:
                return self._findings.settle(waiting.id, kept, left_out, by=by)
            return self._complaints.settle(waiting.id, kept, left_out, by=by)

    # The roster, and days off

    def _of_difference(self, waiting: Waiting) -> Conflict | None:
        found = self._store.difference(waiting.id)
        if found is None:
            return None
        names = self.names()
        kinds = {}
        if waiting.kind is ConflictKind.WINDOW and "kind" in found.mine:
            kinds = {kind.id: kind.title for kind in self._opened.of(Packs).window_kinds()}
        sides = tuple(
            Side(
                laptop,
                named(laptop, names),
                tuple(
                    Said(fact_word(waiting.kind, name), fact_words(name, value, kinds))
                    for name, value in said.items()
                ),
            )
            for laptop, said in (("", found.mine), (found.laptop, found.theirs))
        )
        return Conflict(waiting, sides, ways_of_difference(sides[THEIRS].name))

    def _choose(self, waiting: Waiting, way: int, by: str) -> Changes:
        with self._opened.database.transaction():
            found = self._store.difference(waiting.id)
            if found is not None:
                kept = found.theirs if way == THEIRS else found.mine
                self._store.choose(
                    found.kind, found.own_id, kept, self._opened.now(), by.strip(),
                    self._opened.new_id,
                )  # fmt: skip
        return Changes(roster=True, inspectors=True, holidays=True, laptops=True)

    # What was set aside

    def _of_aside(self, waiting: Waiting) -> Conflict | None:
        found = self._store.one_set_aside(waiting.id)
        if found is None:
            return None
        names = self.names()
        mine, theirs = named(found.counts, names), named(found.laptop, names)
        sides = (
            Side(found.counts, mine, (Said(tr("Here"), aside_sentence(found.kind, is_mine=True)),)),
            Side(
                found.laptop,
                theirs,
                (Said(tr("Set aside"), aside_sentence(found.kind, is_mine=False)),),
            ),
        )
        return Conflict(waiting, sides, (tr("Noted: what is here stays"),))

    def _note(self, waiting: Waiting, by: str) -> Changes:
        with self._opened.database.transaction():
            found = self._store.one_set_aside(waiting.id)
            if found is not None:
                self._store.choose(
                    ConflictKind.SEALED, found.subject, {}, self._opened.now(), by.strip(),
                    self._opened.new_id,
                )  # fmt: skip
        return Changes(laptops=True)


def _laptops(takers: Mapping[str, str]) -> list[str]:
    """Return who took steps, each once: this laptop, whose id is '', first."""
    return sorted(set(takers.values()))
