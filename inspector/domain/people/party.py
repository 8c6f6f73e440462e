"""The party that makes a visit (检查组): who is in it as what, as of its day.

It stands beside the names of a visit, which are what is sealed as before; a visit whose names
are on no roster has none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.domain.people.inspector import Inspector, Role


@dataclass(frozen=True, slots=True)
class PartyMember:
    """One of those who make a visit; whoever is on no roster has no id and is a member."""

    name: str
    role: Role = Role.MEMBER
    inspector_id: str = ""
    unit: str = ""
    group: str = ""


def party_of(names: Iterable[str], inspectors: Iterable[Inspector]) -> tuple[PartyMember, ...]:
    """Return who makes a visit as what; empty where none of the names is on the roster.

    One party has one head: the first of those named who is one. Whoever ended is as unknown.
    """
    known = {each.name: each for each in inspectors if not each.ended}
    named = [name.strip() for name in names if name.strip()]
    if not any(name in known for name in named):
        return ()
    heads = (name for name in named if name in known and known[name].role is Role.HEAD)
    head = next(heads, None)
    return tuple(_member(name, known.get(name), head) for name in dict.fromkeys(named))


def head_of(party: Sequence[PartyMember]) -> str:
    """Return the name of the head, who signs for the party; '' where it has none."""
    return next((each.name for each in party if each.role is Role.HEAD), "")


def groups_of(inspectors: Iterable[Inspector]) -> dict[str, tuple[Inspector, ...]]:
    """Return those who can be sent by their groups, the head first; who has no group is in none."""
    groups: dict[str, list[Inspector]] = {}
    for each in inspectors:
        if each.group and not each.ended and each.reachable:
            groups.setdefault(each.group, []).append(each)
    return {
        name: tuple(sorted(own, key=lambda each: each.role is not Role.HEAD))
        for name, own in groups.items()
    }


def _member(name: str, known: Inspector | None, head: str | None) -> PartyMember:
    if known is None:
        return PartyMember(name)
    role = Role.HEAD if name == head else Role.MEMBER
    return PartyMember(name, role, known.id, known.unit, known.group)
