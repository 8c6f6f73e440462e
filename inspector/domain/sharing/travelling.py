"""What travels between laptops: an object exactly as its maker's database has it.

It goes by the maker's ids, whoever relays it, so that everybody comes to the same digest of it
for ever: that is its identity (DESIGN §12). Pure rules; which tables and columns an object is made
of says `storage.sharing.travelling_tables`.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """The kinds of object, in the order in which they stand in a bundle.

    What an object names stands before it: a visit's checklist and site, the finding of a step.
    """

    PACK = "pack"  # a frozen checklist; its id is the digest of its content
    SITE = "site"  # with its windows, departments and staff
    INSPECTOR = "inspector"  # with what happened to them on the roster
    HOLIDAY = "holiday"  # its id is the day
    PHASE = "phase"  # days and name of a phase, as said at one time
    PLAN = "plan"  # one version, with its sites
    DRAW = "draw"
    VISIT = "visit"  # sealed, with all that belongs to it and the findings as they were raised
    SIGNATURE = "signature"  # its id is that of the visit
    AMENDMENT = "amendment"
    EVIDENCE = "evidence"  # added to a finding or complaint, with its history
    EVENT = "event"  # a later step of a finding
    MEETING = "meeting"  # that has ended, with its agenda
    COMPLAINT = "complaint"  # one step of a complaint, its arrival included
    SURVEY = "survey"
    CLOCK = "clock"
    TRAINING = "training"
    TRAINING_TAKEN_BACK = "training-taken-back"
    CHOICE = "choice"  # what somebody chose where two laptops said different things


STANDING = frozenset({Kind.PACK, Kind.SITE, Kind.INSPECTOR, Kind.HOLIDAY, Kind.CHOICE})
"""Kinds that no journal knows by these ids: what is there goes with every bundle that needs it."""

GROWING = frozenset({Kind.EVIDENCE, Kind.MEETING})
"""Kinds to which steps are added: an object of them may come again with another digest.

Of evidence the longer history holds the shorter one; a meeting is entered when it ends, and only
ever discarded behind that.
"""

Value: TypeAlias = str | int | float | None
Rows: TypeAlias = Mapping[str, Sequence[Mapping[str, Value]]]
"""The rows of an object by table, each by column, in the maker's ids.

A column that holds nothing (NULL) is left away, so that one that comes later changes no digest.
Rows of a table stand in an order of their own (by a key of theirs, or as they happened), the same
wherever they are read.
"""

NAMES = "names"
PHOTOS = "photos"
SKETCHES = "sketches"
LEFT_AT_HOME = (NAMES, PHOTOS, SKETCHES)
"""What leaves a laptop only where its preferences say so, as `Travelling.left_out` names it.

Photos are files beside the objects: the rows go, and the digest says which file is not there.
"""

INSPECTORS = "inspectors"
"""Who made a covert visit (暗访): goes to who is inspected with the names, or never."""


@dataclass(frozen=True, slots=True)
class Travelling:
    """One object on its way.

    `laptop` is the id of the laptop that made it. `digest` is that of the whole object, also where
    `left_out` says what its rows do not tell. `parents` are, of a step of a finding or complaint,
    the steps that its maker knew and that none he knew followed, by their ids, sorted.
    """

    kind: Kind
    id: str
    laptop: str
    rows: Rows
    digest: str
    parents: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left at home, so that digest and seal can be verified."""
        return not self.left_out

    @property
    def is_as_told(self) -> bool:
        """Whether its rows come to its digest; one that is not whole cannot be asked."""
        return not self.is_whole or digest_of(self.kind, self.id, self.rows) == self.digest


def digest_of(kind: Kind, object_id: str, rows: Rows) -> str:
    """Return the digest of an object, SHA-256 in hexadecimal, over what its maker has of it.

    It is taken over JSON with sorted keys and without spaces, which any language writes the same.
    """
    said = {table: [_said(row) for row in own] for table, own in rows.items() if own}
    text = canonical([kind.value, object_id, said])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """Return the one text that a value of JSON is written as."""
    return _WRITER.encode(value)


def _said(row: Mapping[str, Value]) -> Mapping[str, Value]:
    if None not in row.values():
        return row
    return {column: value for column, value in row.items() if value is not None}
