"""Which steps of a finding or complaint several laptops took side by side (并行办理).

Two steps are side by side when different laptops took them and neither knew of the other. They
are a matter for a person where they say different things; who took the same step twice agrees.
Settled they are once somebody who knew of both has said which count. Two who settle alike agree
as well; where they settle differently, what they said is side by side again, and until then the
later one holds (DESIGN §12). Pure rules, of findings and complaints alike.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it counts here.

    `laptop` took it ('': this one), `parents` are the steps it came behind, `says` is its content
    as one text. `settles` are the steps that it says count or not; '' for any other step.
    `decides` is False for what changes nothing: a note, what went out, a talk at a meeting.
    """

    id: str
    at: datetime
    laptop: str
    parents: tuple[str, ...]
    says: str
    decides: bool = True
    settles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Beside:
    """Steps that were taken side by side and wait for a person, in the order of time."""

    steps: tuple[Step, ...]

    @property
    def since(self) -> datetime:
        """Since when they are: when the second of them was taken."""
        return sorted(step.at for step in self.steps)[1]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return what is to be settled: the steps, and those that were settled differently."""
        named: dict[str, None] = {}
        for step in self.steps:
            named.update(dict.fromkeys(sorted(step.settles) or [step.id]))
        return tuple(named)


def side_by_side(steps: Iterable[Step]) -> tuple[Beside, ...]:
    """Return what waits to be settled, the oldest first; each step is in one of them at most.

    The order in which steps are given makes no difference; a parent that is not among them is
    one that did not come yet.
    """
    ordered = sorted(steps, key=lambda step: (step.at, step.id))
    deciding = [step for step in ordered if step.decides]
    if len({step.laptop for step in deciding}) <= 1:
        return ()  # one laptop takes its steps one after the other
    known = _known(ordered)
    settling = [step for step in deciding if step.settles]
    groups: list[list[Step]] = []
    for at, later in enumerate(deciding):
        near = {
            earlier.id
            for earlier in deciding[:at]
            if _differ(earlier, later, known) and not _settled(earlier, later, settling, known)
        }
        if not near:
            continue
        joined = [later]
        for group in [own for own in groups if any(step.id in near for step in own)]:
            groups.remove(group)
            joined += group
        joined += [
            step for step in deciding[:at]
            if step.id in near and all(step.id != each.id for each in joined)
        ]  # fmt: skip
        groups.append(joined)
    besides = [
        Beside(tuple(sorted(group, key=lambda step: (step.at, step.id)))) for group in groups
    ]
    return tuple(sorted(besides, key=lambda each: (each.since, each.steps[0].id)))


def heads_of(ids: Collection[str], parents: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Return those steps that no other one came behind, sorted: the parents of the next one."""
    behind = {parent for step in ids for parent in parents.get(step, ())}
    return tuple(sorted(step for step in ids if step not in behind))


def _known(steps: Collection[Step]) -> dict[str, frozenset[str]]:
    """Return which other steps each one came behind, whatever somebody else wrote as parents."""
    parents = {step.id: tuple(each for each in step.parents if each != step.id) for step in steps}
    known: dict[str, frozenset[str]] = {}
    for step in parents:
        found: set[str] = set()
        waiting = list(parents[step])
        while waiting:
            each = waiting.pop()
            if each in found:
                continue
            found.add(each)
            if each in known:
                found |= known[each]
            else:
                waiting += parents.get(each, ())
        known[step] = frozenset(found)
    return known


def _differ(one: Step, other: Step, known: Mapping[str, frozenset[str]]) -> bool:
    if one.settles and other.settles and one.settles.isdisjoint(other.settles):
        return False  # two matters
    return (
        one.laptop != other.laptop
        and one.id not in known[other.id]
        and other.id not in known[one.id]
        and one.says != other.says
    )


def _settled(
    one: Step, other: Step, settling: Iterable[Step], known: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether somebody who knew of both said which of them count."""
    named = (one.settles or {one.id}) | (other.settles or {other.id})
    return any(
        one.id in known[step.id] and other.id in known[step.id] and step.settles >= named
        for step in settling
    )
