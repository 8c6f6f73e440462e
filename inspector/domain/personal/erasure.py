"""Lawful erasure: the one way in which something goes, and what stays of it.

The bytes of a photo, or a person's name wherever it stands, go; what stays is that they went: the
day, the reason, by whom, and the digest of everything before and after. An erasure is an entry of
the journal, so that nobody can make one look earlier than it was, or take one away.
Sources: 个人信息保护法 articles 19 (no longer than is necessary), 45 (to consult and copy) and 47
(to erase once the purpose is met, the period has passed or consent was withdrawn).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ErasureKind(StrEnum):
    """What was erased."""

    PHOTOS = "photos"
    PERSON = "person"


class HeldIn(StrEnum):
    """Where a person's data stands, as people call it."""

    ROSTER = "roster"
    INSPECTORS = "inspectors"
    VISITS = "visits"
    SIGNATURES = "signatures"
    FINDINGS = "findings"
    PHOTOS = "photos"
    MEETINGS = "meetings"
    COMPLAINTS = "complaints"
    PLANS = "plans"
    SURVEYS = "surveys"
    TRAININGS = "trainings"
    EVALUATIONS = "evaluations"
    SHARING = "sharing"  # what came from other laptops and waits, and who said what of it
    SETTINGS = "settings"  # drafts and phrases of one's own as well


class Obstacle(StrEnum):
    """Why a person's data cannot go yet."""

    ON_DUTY = "on-duty"  # on the roster, and not ended
    INSPECTS = "inspects"
    VISIT = "visit"  # is not completed
    FINDING = "finding"  # is not closed, or its appeal is not decided
    MEETING = "meeting"  # goes on
    COMPLAINT = "complaint"  # is not archived
    PLAN = "plan"  # its days are not over


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What is in the way, and which: a number, day and site of each, as people know it."""

    obstacle: Obstacle
    which: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure. `stand_in` is what stands where a name stood; '' of photos."""

    id: str
    kind: ErasureKind
    at: datetime
    reason: str
    author: str
    stand_in: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    """How many rows, or photos, by `HeldIn`."""


@dataclass(frozen=True, slots=True)
class ErasedSubject:
    """What an erasure made of one subject of the journal: `before` and `after` are its digests.

    `number` is that of the erasure's own entry.
    """

    number: int
    kind: str
    subject: str
    before: str
    after: str


STAND_IN = "已删除-{number}"
"""What stands where a name stood: the same for one person, another for the next one."""


def stand_in(number: int) -> str:
    """Return what is to stand for the `number`th person whose name is erased."""
    return STAND_IN.format(number=number)


def after_erasures(digest: str, entered: int, erased: Iterable[ErasedSubject]) -> str:
    """Return the digest that a subject has to have now.

    It was entered with `digest` under the number `entered`; `erased` is what was erased of it, in
    the order of the journal. An erasure counts only behind what it erased from, and only where
    that was as entered: whatever was changed otherwise stays a change.
    """
    for each in erased:
        if each.number > entered and each.before == digest:
            digest = each.after
    return digest
