"""What came of the roster of another laptop, one thing at a time: what it is here, and what to ask.

Pure facts; `storage.sharing.arriving.roster_taking` finds them and writes them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from inspector.domain.sharing.joined_facts import Facts, Joined
from inspector.domain.sharing.matching import Key


class Placed(StrEnum):
    """The kinds of thing that have a place of their own on every roster: the name of a table."""

    SITE = "site"
    DEPARTMENT = "department"
    WINDOW = "window"
    STAFF = "staff"
    INSPECTOR = "inspector"


KEYS: dict[Placed, tuple[str, ...]] = {
    Placed.SITE: ("name",),
    Placed.DEPARTMENT: ("name",),
    Placed.WINDOW: ("number",),
    Placed.STAFF: ("number", "name"),
    Placed.INSPECTOR: ("name", "unit"),
}
"""What each is known by, within what it belongs to."""

FACTS: dict[Placed, tuple[str, ...]] = {
    Placed.SITE: ("name", "unit", "ended_on"),
    Placed.DEPARTMENT: ("name", "ended_on"),
    Placed.WINDOW: ("number", "kind", "department", "leader", "ended_on"),
    Placed.STAFF: ("number", "name", "team", "ended_on"),
    Placed.INSPECTOR: (
        "name", "unit", "role", "group_name", "away_first", "away_last", "ended_on",
    ),
}  # fmt: skip
"""What is told of each, but where it belongs; a telephone number stays where it was given."""

DAYS = ("ended_on", "away_first", "away_last")
"""What may be no day at all; all else is at least blank."""

Answers: TypeAlias = dict[tuple[Placed, str], str]
"""What a person said of near ones: the own id of each foreign one, '' for a new one."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that came and is nearly one of those here; `candidates` are id and title."""

    kind: Placed
    foreign_id: str
    title: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One thing that came: what it is here, and what becomes of what is said of it.

    `own_id` is '' while a question about it is open; `joined` is None of a new one.
    """

    kind: Placed
    foreign_id: str
    own_id: str
    belongs_to: str  # own id of its site or window; '' of a site and an inspector
    theirs: Facts
    joined: Joined | None = None
    question: Question | None = None
    is_erased: bool = False  # a person's data in it was lawfully erased here, and stays so
    answered: tuple[tuple[str, bool], ...] = ()  # own ids that a person said now it is, or is not

    @property
    def is_new(self) -> bool:
        """Tell whether it is to be added."""
        return self.joined is None and self.question is None


def key_of(kind: Placed, facts: Facts) -> Key:
    """Return what a thing is known by."""
    return tuple(facts.get(name) or "" for name in KEYS[kind])


def title_of(kind: Placed, facts: Facts, within: str = "") -> str:
    """Return how a thing is named to people: its key, behind what it belongs to."""
    return " ".join(part for part in (within, *key_of(kind, facts)) if part)
