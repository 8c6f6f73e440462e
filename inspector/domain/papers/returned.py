"""A ledger or reply slip that came back: what it says, and what of that is taken in.

Pure: what is known of the findings is handed in.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inspector.domain.faults import Problem
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.finding_life import allowed


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, and where it stands: 整改台账!O7."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one line of a file says its finding is; a field is None where there is no such column.

    A unit may also stand above the table, as on a reply slip.
    """

    place: str  # of the number
    site: Said | None = None
    window: Said | None = None
    problem: Said | None = None


@dataclass(frozen=True, slots=True)
class ReturnedPicture:
    """A picture that came back: its place, the part of the file it is in, and its SHA-256."""

    place: str
    part: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """What came back about one finding. A field is None where its cell is blank.

    `others` are what the read-only columns say, by header, and `claims` what each of the lines
    with its number says it is about. With a problem in any of its cells nothing of the row is
    taken.
    """

    number: str
    place: str  # of the number
    progress: str | None = None
    done_on: date | None = None
    done_place: str = ""
    pictures: tuple[ReturnedPicture, ...] = ()
    others: Mapping[str, Said] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_other: bool = False  # it tells of another finding than that with its number
    as_above: bool = False  # something says 同上, and what the row above says was taken for it

    @property
    def is_blank(self) -> bool:
        """Nobody filled anything in."""
        return not (self.progress or self.done_on or self.pictures or self.problems)


class Fate(StrEnum):
    """What becomes of a row."""

    DONE = "done"  # reported done
    NOTED = "noted"  # words without a day: where the work stands
    PHOTOS = "photos"  # only photos are new
    KNOWN = "known"
    BLANK = "blank"
    CONFLICT = "conflict"
    REFUSED = "refused"

    @property
    def is_change(self) -> bool:
        """Taking it in writes something."""
        return self in (Fate.DONE, Fate.NOTED, Fate.PHOTOS)


class Conflict(StrEnum):
    """Why a row that is right in itself is not taken."""

    REPORTED_OTHERWISE = "reported otherwise"
    ENDED = "ended"  # closed or withdrawn meanwhile
    IN_FUTURE = "in the future"
    BEFORE_FOUND = "before it was found"


Report = tuple[str, date | None]
"""整改情况 and 完成时间."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known already of a finding.

    `reports` are all that were said, of any round, as events have them and as the ledger prints
    them; `digests` those of its photos, removed ones as well.
    """

    reports: Collection[Report] = ()
    notes: Collection[str] = ()
    digests: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A row and what becomes of it; `pictures` are those that are new."""

    row: ReturnedRow
    fate: Fate
    finding: Finding | None = None
    pictures: tuple[ReturnedPicture, ...] = ()
    conflict: Conflict | None = None


def judge(row: ReturnedRow, finding: Finding, known: Knowledge, today: date) -> Judged:
    """Say what becomes of a row about `finding`."""
    pictures = tuple(p for p in row.pictures if p.digest not in known.digests)
    if row.problems:
        return Judged(row, Fate.REFUSED, finding)
    if row.is_blank:
        return Judged(row, Fate.BLANK, finding)
    words = _words(row, known)
    if words is Fate.KNOWN and not pictures:
        return Judged(row, Fate.KNOWN, finding)
    if conflict := _conflict(row, finding, words, today):
        return Judged(row, Fate.CONFLICT, finding, pictures, conflict)
    return Judged(row, Fate.PHOTOS if words is Fate.KNOWN else words, finding, pictures)


def _words(row: ReturnedRow, known: Knowledge) -> Fate:
    """Return what becomes of text and day, photos aside."""
    text = row.progress or ""
    if row.done_on is not None:
        said = {words for words, day in known.reports if day == row.done_on}
        return Fate.KNOWN if text in said or (said and not text) else Fate.DONE
    if not text or text in known.notes or any(text == words for words, _ in known.reports):
        return Fate.KNOWN
    return Fate.NOTED


def _conflict(row: ReturnedRow, finding: Finding, words: Fate, today: date) -> Conflict | None:
    if finding.state.is_ended:
        return Conflict.ENDED
    if words is not Fate.DONE or row.done_on is None:
        return None
    if row.done_on > today:
        return Conflict.IN_FUTURE
    if row.done_on < finding.raised_at.date():
        return Conflict.BEFORE_FOUND
    # After a failed recheck it is 整改中 again, and a new report is what one waits for.
    if EventKind.REPORTED not in allowed(finding):
        return Conflict.ENDED
    return Conflict.REPORTED_OTHERWISE if finding.state is FindingState.REPORTED else None
