"""A history as a story to read, of a finding or a complaint: one line for each step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inspector.translation import tr


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of a history. What does not count is shown struck out."""

    at: datetime
    round: int
    title: str  # what happened
    text: str  # in whose words, with which day; may be empty
    origin: str  # who, and from where; may be empty
    counts: bool


def due_words(day: date) -> str:
    """Return until when something is to be done."""
    return tr("due {day}", day=day_words(day))


def day_words(day: date) -> str:
    """Write a day as the screens do: 11月24日, or Nov 24."""
    names = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return tr("{month} {day}", month=names[day.month - 1], day=day.day)


def joined(*parts: str) -> str:
    """Return what is said of a step, part after part."""
    return tr("; ").join(part for part in parts if part)


def told(*parts: str) -> str:
    """Return who did a step and where it came from."""
    return " · ".join(part for part in parts if part)


def settled_words(kept: Iterable[str], left_out: Iterable[str], titles: Mapping[str, str]) -> str:
    """Return what was settled of steps by their ids; `titles` are those that are known here."""
    counting = tr(", ").join(titles[each] for each in kept if each in titles)
    others = tr(", ").join(titles[each] for each in left_out if each in titles)
    return joined(
        tr("counts: {steps}", steps=counting) if counting else "",
        tr("does not count: {steps}", steps=others) if others else "",
    )
