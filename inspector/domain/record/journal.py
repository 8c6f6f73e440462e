"""The journal: a chain over everything that was sealed, signed, decided or taken in.

Each entry holds the digest of its subject and, in its own digest, that of the entry before. Who
changes, moves, removes or adds something behind the program has to make the chain anew from there
on, and then every code that was printed, and every backup that left the laptop, contradicts it.
Pure rules; what a subject's digest is taken over is `storage.journal_recipes`.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum


class Subject(StrEnum):
    """What an entry is about."""

    VISIT = "visit"  # patrols and rechecks as well
    SIGNATURE = "signature"  # or the refusal of one; its id is that of the visit
    AMENDMENT = "amendment"
    EVENT = "event"  # of a finding's life, being raised and decided appeals included
    EVIDENCE = "evidence"  # with its history; every step is an entry, the last one counts
    MEETING = "meeting"  # ended or discarded; the last entry counts
    COMPLAINT = "complaint"  # a step of one, its arrival included
    TRAINING = "training"  # held; nobody is named in it
    TRAINING_TAKEN_BACK = "training-taken-back"
    CLOCK = "clock"  # what was said of a wrong time; its owner is the visit, meeting or step
    PHASE = "phase"  # days and name of a phase, as said at one time
    PLAN = "plan"  # one version of a plan of visits; its owner is the plan
    DRAW = "draw"  # which site was drawn from a plan, and by which seed
    SURVEY = "survey"  # a sheet of a satisfaction survey; corrected by another
    EVALUATION = "evaluation"  # as it was published, with its facts and table
    ERASURE = "erasure"  # of photos or of a name, with the digests before and after
    INSPECTOR = "inspector"  # a step on the roster of inspectors; its owner is the inspector
    LEDGER_EXPORT = "ledger-export"  # which findings went out in which ledger, and when
    CHOICE = "choice"  # between what two laptops say of one thing; its owner is that thing


GROWING = frozenset({Subject.EVIDENCE, Subject.MEETING})
"""Subjects that may have several entries; all others get one, and a second is nobody's."""

TAKEN_IN = "taken-in"
"""The note of an entry made when an older data folder was taken in: it proves nothing before."""

RECEIVED = "received"
"""The note of an entry of what came from another laptop: it proves nothing before, as above."""

CLOCK_BACK = "clock-back"
"""The note of an entry whose moment lies before that of the entry before it."""


COMPLETED = "completed"
"""The note of a second entry, of what had come in part and is whole since a fuller copy came."""

_IN_PART = f"{RECEIVED} in part "


def received_in_part(told: str) -> str:
    """Return the note of an entry of what came without names or strokes.

    `told` is the digest of the whole: whatever completes it later has to come to it.
    """
    return _IN_PART + told


def told_in_part(note: str) -> str:
    """Return the digest of the whole that the note of an entry tells; '' where it tells none."""
    return note.removeprefix(_IN_PART) if note.startswith(_IN_PART) else ""


def is_made_earlier(note: str) -> bool:
    """Tell whether an entry is of what was made before it, so that its seal has to be looked at."""
    return note in (TAKEN_IN, RECEIVED, COMPLETED) or note.startswith(_IN_PART)


WAITED = "waited"
"""The note of an entry that is made later than what it tells of: the disk refused it until then."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One link. All values are as they are kept: `at` is ISO 8601 with its offset.

    `owner` is the visit, finding, complaint or meeting that the subject belongs to; `title` names
    it where it begins (moment and site, or a number), so that it can be named once it is gone.
    """

    number: int  # from 1, without a gap
    kind: str
    subject: str
    owner: str
    title: str
    recipe: int
    digest: str  # of the subject
    at: str
    note: str
    link: str  # the digest of all of this and of the link before


def link_of(before: str, entry: Entry) -> str:
    """Return the digest of an entry, SHA-256 in hexadecimal, behind the link before it.

    It is taken over JSON without spaces, which any language writes the same.
    """
    facts = [
        before, entry.number, entry.kind, entry.subject, entry.owner, entry.title, entry.recipe,
        entry.digest, entry.at, entry.note,
    ]  # fmt: skip
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# What can be wrong


class Flaw(Enum):
    """What can be wrong with the chain, or between it and what it tells of."""

    ENTRY_CHANGED = "entry-changed"  # its digest is not that of what it says
    GAP = "gap"  # entries are missing before it
    TIME = "time"  # outside its neighbours, and no clock was set back
    TWICE = "twice"  # a second entry of what is sealed once, and was not completed since it came
    SUBJECT_CHANGED = "subject-changed"
    SUBJECT_GONE = "subject-gone"  # an entry without its subject
    UNKNOWN = "unknown"  # a subject without an entry
    DATED_BACK = "dated-back"  # the subject says another time than its entry
    NOT_AS_TOLD = "not-as-told"  # a finding is not what its steps came to
    NOT_AS_REVIEWED = "not-as-reviewed"  # a visit's scores are not what appeals left


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing wrong: what, at which subject, under which entry (0: there is none)."""

    flaw: Flaw
    kind: str
    subject: str
    owner: str
    title: str
    number: int = 0


def about(flaw: Flaw, entry: Entry) -> Discrepancy:
    """Return what is wrong with an entry."""
    return Discrepancy(flaw, entry.kind, entry.subject, entry.owner, entry.title, entry.number)


def walk(entries: Iterable[Entry]) -> Iterator[Discrepancy]:
    """Yield what is wrong with the chain itself, in its order; each fault is named once.

    Behind a broken link it goes on with the link that is kept there.
    """
    before, number = "", 0
    earlier: datetime | None = None
    for entry in entries:
        if entry.number != number + 1:
            yield about(Flaw.GAP, entry)
            before = ""  # unknown, so that the link cannot be told
        follows = entry.link == link_of(before, entry)
        if not follows and entry.number == number + 1:
            yield about(Flaw.ENTRY_CHANGED, entry)
        at = moment(entry.at)
        if at is None or (earlier is not None and (at < earlier) is not (entry.note == CLOCK_BACK)):
            yield about(Flaw.TIME, entry)
        before, number, earlier = entry.link, entry.number, at or earlier


def moment(text: str) -> datetime | None:
    """Return a moment with its offset, or None where none is written."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


SLACK = timedelta(days=1)
"""How far what a subject says may lie before its neighbour; within a day clocks are set right."""


def is_dated_back(said: str, before: str, entry: Entry) -> bool:
    """Tell whether a subject claims a time at which it was not written down yet.

    `before` is the moment of what was entered before it, and not at once with it. What was taken
    in says nothing of its time, nor does what was entered when a clock had been set back.
    """
    if entry.note:
        return False
    own, earlier = moment(said), moment(before)
    return own is not None and earlier is not None and own < earlier - SLACK


def with_moment_before(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield entries in their order, with the moment of what was not entered at once with each.

    Behind a clock that was set back it is none.
    """
    before = at = ""
    was_earlier = False
    for entry in entries:
        earlier = is_made_earlier(entry.note)
        if entry.at != at or earlier is not was_earlier:
            before, at = "" if entry.note == CLOCK_BACK else at, entry.at
            was_earlier = earlier
        yield entry, before


# The head, as it is printed

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is read as something else
_LENGTH, _BLOCK, _BITS = 12, 4, 5
_CODE = re.compile(rf"([0-9]{{1,12}})([{_LETTERS}]{{{_LENGTH}}})")


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry: everything up to it is told by its link."""

    number: int
    link: str
    at: str

    @property
    def code(self) -> str:
        """The number and 60 bits of the link, as papers print it: 1234-K7M2-9QXP-3HWD."""
        return code_of(self.number, self.link)

    @property
    def day(self) -> str:
        """The day of the entry: 2026-11-27."""
        return self.at[:10]


def code_of(number: int, link: str) -> str:
    """Return the code of an entry as papers print it."""
    bits = int(link[: _LENGTH * _BITS // 4], 16)
    letters = "".join(
        _LETTERS[bits >> (_BITS * place) & (1 << _BITS) - 1] for place in reversed(range(_LENGTH))
    )
    blocks = (letters[at : at + _BLOCK] for at in range(0, _LENGTH, _BLOCK))
    return "-".join([str(number), *blocks])


def code_in(text: str) -> tuple[int, str] | None:
    """Return number and code that somebody typed from a paper, or None when it is none.

    Small letters, spaces and hyphens are as people type them.
    """
    tidy = re.sub(r"[\s\-‐‑–—－]+", "", text).upper()
    match = _CODE.fullmatch(tidy)
    if match is None:
        return None
    number, letters = int(match[1]), match[2]
    blocks = (letters[at : at + _BLOCK] for at in range(0, _LENGTH, _BLOCK))
    return number, "-".join([str(number), *blocks])
