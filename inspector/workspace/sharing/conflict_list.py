"""What waits for a choice, as a list names it: read for many at once.

What each side says, and how it can be settled, is read of the one that is looked at
(`conflicts.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from inspector.domain.sharing.conflict import ConflictKind, Waiting
from inspector.domain.sharing.side_by_side import Beside, side_by_side
from inspector.storage.sharing.conflict_store import ConflictStore, Difference, SetAside
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives
from inspector.translation import tr
from inspector.workspace.complaints.complaints import Complaints
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.sharing.conflict_words import (
    aside_title,
    complaint_title,
    day_title,
    finding_title,
)
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.twice_scored_windows import TwiceScoredWindows

_LIVES = {ConflictKind.FINDING: Lives.FINDINGS, ConflictKind.COMPLAINT: Lives.COMPLAINTS}


class ConflictList:
    """Reads what waits; changes nothing. Statements do not grow with what waits."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = ConflictStore(opened.database)
        self._origins = EventOrigins(opened.database)
        self._twice = TwiceScoredWindows(opened)

    def count(self) -> int:
        """Return how many wait; costs nothing where none do."""
        return self._origins.unsettled_count() + self._store.count() + self._twice.count()

    def waiting(self, most: int | None = None) -> list[Waiting]:
        """Return what waits, the oldest first; `most` things at most."""
        names = self.names()
        found = [each for kind in _LIVES for each in self._of_steps(kind, names, most)]
        found += self.of_differences(self._store.differences(most), names)
        found += [of_aside(each, names) for each in self._store.set_aside(most)]
        found += self._twice.waiting(names)
        return sorted(found, key=lambda each: (each.since, each.kind, each.id))[:most]

    def names(self) -> dict[str, str]:
        """Return what laptops are called, by their id; '' is this one."""
        known = self._opened.of(Contacts).names()
        return {key: each.name or each.code for key, each in known.items()} | {
            "": tr("This laptop")
        }

    def _of_steps(
        self, kind: ConflictKind, names: Mapping[str, str], most: int | None
    ) -> Iterator[Waiting]:
        ids = self._origins.unsettled(_LIVES[kind], most)
        titles = self._titles(kind, ids) if ids else {}
        for key, steps in self._origins.steps(_LIVES[kind], ids):
            for beside in side_by_side(steps):
                yield of_steps(kind, key, titles[key], beside, names)

    def _titles(self, kind: ConflictKind, ids: Sequence[str]) -> dict[str, str]:
        if kind is ConflictKind.FINDING:
            rows = self._opened.of(Findings).lines_of(ids)
            return {row.id: finding_title(row) for row in rows}
        complaints = self._opened.of(Complaints)
        found = complaints.as_shown(complaints.all_of(ids))
        return {each.id: complaint_title(each) for each in found}

    def of_differences(
        self, found: Iterable[Difference], names: Mapping[str, str]
    ) -> Iterator[Waiting]:
        """Yield how differences on the roster are named."""
        by_kind: dict[ConflictKind, list[Difference]] = defaultdict(list)
        for each in found:
            by_kind[each.kind].append(each)
        for kind, own in by_kind.items():
            if kind is ConflictKind.HOLIDAY:
                titles = {each.own_id: day_title(date.fromisoformat(each.own_id)) for each in own}
            else:
                titles = self._store.titles(kind, [each.own_id for each in own])
            for each in own:
                title = titles.get(each.own_id) or each.own_id
                others = (named(each.laptop, names),)
                yield Waiting(kind, each.id, title, each.at, others)


def of_steps(
    kind: ConflictKind, key: str, title: str, beside: Beside, names: Mapping[str, str]
) -> Waiting:
    """Return how steps taken side by side are named."""
    others = sorted({step.laptop for step in beside.steps} - {""})
    laptops = tuple(named(each, names) for each in others)
    return Waiting(kind, key, title, beside.since, laptops)


def of_aside(found: SetAside, names: Mapping[str, str]) -> Waiting:
    """Return how something that was set aside is named."""
    title = aside_title(found.kind, found.title)
    others = sorted({found.laptop, found.counts} - {""}) or [found.laptop]
    laptops = tuple(named(each, names) for each in others)
    return Waiting(ConflictKind.SEALED, found.id, title, found.at, laptops)


def named(laptop: str, names: Mapping[str, str]) -> str:
    """Return what a laptop is called; the beginning of its id where nobody told its name."""
    return names.get(laptop) or laptop[:_SHORT]


_SHORT = 4
